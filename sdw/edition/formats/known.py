"""Which format an edition has: its manifest says so."""

from __future__ import annotations

from collections.abc import Mapping

from sdw.edition.formats import one, two
from sdw.edition.formats.format import Format

#: Every format that was ever published, for ever.
ALL: dict[int, Format] = {each.number: each for each in (one.FORMAT, two.FORMAT)}
#: The one that new editions are written in.
CURRENT = max(ALL)


def number_in(facts: Mapping[str, str]) -> int:
    """The number of the format in a manifest; before it was numbered it was 1.

    Raises:
        ValueError: it is no number.
    """
    return int(facts.get("format", "1"))
