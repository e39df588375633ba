"""Values that stay from an older edition, because the new one would tell too much: their source says so.

The source goes with a figure into every table and file, so the mark does too.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sdw.edition.figure_row import Source
from sdw.text.dutch import listing, say


def labels_of(labels: Iterable[str]) -> tuple[str, ...]:
    """The older editions among these labels, each once and in order; '' stands for the edition itself."""
    return tuple(sorted({label for label in labels if label}))


@lru_cache(maxsize=256)
def told(cited: Source, carried_from: tuple[str, ...]) -> str:
    """The source of a figure in words, with the older editions that its value comes from."""
    return (
        say("source.carried_over", source=cited.words, label=listing(list(carried_from)))
        if carried_from
        else cited.words
    )
