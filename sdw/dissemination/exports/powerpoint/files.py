"""The PowerPoint of a deck: what it holds, kept once it is made, and how it is called."""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.blocks.presenting.deck import Deck
from sdw.dissemination.exports import names
from sdw.dissemination.exports.powerpoint import writer
from sdw.text.dutch import say

#: What a browser is told that it is.
MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@lru_cache(maxsize=24)
def written(deck: Deck, mark: str = "") -> bytes:
    """The deck as a file. mark: what stands on everything that is taken from a concept."""
    return writer.of(deck, mark)


def name(deck: Deck) -> str:
    """'sdw-2026-najaar-dias-werkgever-voorbeeld.pptx': with its region, and marked where anything is invented."""
    what = "-".join(filter(None, (say("powerpoint.file"), deck.name, deck.region)))
    return names.of_deck(deck.edition, what, ".pptx", has_examples=deck.is_example)
