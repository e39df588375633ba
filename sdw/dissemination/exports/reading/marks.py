"""What somebody reads in the words of a file: an intruder has only these, also where the edition has a column."""

from __future__ import annotations

import re
from functools import cache

from sdw.text.dutch import say

_NUMBER = re.compile(r"[0-9]+")


def covered(text: str | None) -> int:
    """Over how many regions: '31/35' or '31 van de 35 regio's' → 31; 0 where the file says nothing."""
    found = _NUMBER.match(text or "")
    return int(found[0]) if found else 0


def names_carried_over(source: str | None) -> bool:
    """Does this source say that the value is still that of an older edition?"""
    before, after = _around()
    return before in (source or "") and (source or "").endswith(after)


@cache
def _around() -> tuple[str, str]:
    """What stands before and after the labels."""
    before, after = say("source.carried_over", source="", label="\n").split("\n")
    return before, after
