"""File names of downloads: they say what is inside, and say it when the figures are invented."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.text.dutch import say

EXAMPLE = "voorbeeld"
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


def file_name(edition: str, what: str, figures: Iterable[Figure], ending: str, *, is_concept: bool = False) -> str:
    """'sdw-2026-najaar-gestart-voorbeeld-excel-nl.csv': edition, content, `voorbeeld` if any is invented.
    Of a concept the name says so too.

    `ending` starts with '.', or with '-' where the form needs a word ('-analyse.csv').
    """
    invented = any(figure.is_example for figure in figures)
    return _named(edition, what, is_concept=is_concept, has_examples=invented) + ending


def of_document(edition: str, what: str, *, is_concept: bool, has_examples: bool) -> str:
    """'sdw-2026-najaar-stuurgroep-voorbeeld.pdf': marked as the edition itself is."""
    return _named(edition, what, is_concept=is_concept, has_examples=has_examples) + ".pdf"


def of_deck(edition: Edition, what: str, ending: str, *, has_examples: bool) -> str:
    """'sdw-2026-najaar-zaal-werkgever-voorbeeld.html': marked as what the deck shows."""
    return _named(edition.label, what, is_concept=edition.is_concept, has_examples=has_examples) + ending


def of_everything(edition: str, ending: str, *, is_concept: bool, has_examples: bool) -> str:
    """'sdw-2026-najaar-alles-voorbeeld.zip': all tables of an edition, marked as the edition itself is."""
    return _named(edition, say("export.everything"), is_concept=is_concept, has_examples=has_examples) + ending


def _named(edition: str, what: str, *, is_concept: bool, has_examples: bool) -> str:
    parts = ["sdw", edition, *([say("concept.word")] if is_concept else []), what]
    return "-".join(plain(part) for part in [*parts, *([EXAMPLE] if has_examples else [])])


def plain(part: str) -> str:
    """A part of a file name: small letters, digits and dashes."""
    return _NOT_IN_A_NAME.sub("-", part.casefold()).strip("-")
