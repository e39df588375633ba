"""Values that stay from an older edition, because the new one would tell too much: their source says so.

The source goes with a figure into every table and file, so the mark does too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sdw.text.dutch import listing, say


def source_of(source: str, labels: Iterable[str]) -> str:
    """The source of a figure, with the editions that its values come from; '' among these is its own edition."""
    named = sorted({label for label in labels if label})
    return say("source.kept", source=source, label=listing(named)) if named else source


def is_older(source: str) -> bool:
    """True for the source of a value that comes from an older edition."""
    return bool(parted(source)[1])


@lru_cache(maxsize=256)
def parted(source: str) -> tuple[str, tuple[str, ...]]:
    """The source by itself, and the older editions that its values come from; none for its own edition."""
    between, after = say("source.kept", source="", label="|").split("|")
    plain, found, labels = source.partition(between)
    if not found or not labels.endswith(after):
        return source, ()
    return plain, tuple(re.split(r", | en ", labels.removesuffix(after)))
