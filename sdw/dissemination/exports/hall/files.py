"""The file of a deck: what it holds, and how it is called."""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.blocks.presenting.deck import Deck
from sdw.dissemination.exports import names
from sdw.dissemination.exports.hall import writer
from sdw.text.dutch import say


@lru_cache(maxsize=8)
def written(deck: Deck, mark: str = "") -> str:
    """The deck as HTML. mark: what stands on everything that is taken from a concept."""
    return writer.of(deck, mark)


def name(deck: Deck) -> str:
    """'sdw-2026-najaar-zaal-werkgever-voorbeeld.html': with its region, and marked where anything is invented."""
    what = "-".join(filter(None, (say("present.file"), deck.name, deck.region)))
    return names.of_deck(deck.edition, what, ".html", has_examples=deck.is_example)
