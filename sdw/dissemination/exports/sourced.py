"""Whose figures are shown and how complete they are, in words: for a page, a paper and a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdw.edition.figures import Figure
from sdw.text.dutch import listing, say


def named(shown: Iterable[Figure]) -> str:
    """Who says so, each once: 'CBS 85984NED, 2024 en …'."""
    return listing(list(dict.fromkeys(text for one in shown for text in one.cited.texts)))


def facts(shown: Sequence[Figure], others: Sequence[str] = ()) -> list[str]:
    """Sources, which older editions values are still of, and the coverage of national figures.

    others: sources of what is no figure.
    """
    known = [*([named(shown)] if shown else []), *others]
    told = [say("frame.source.sources", sources=listing(known))] if known else []
    if labels := sorted({label for one in shown for label in one.carried_from}):
        told.append(say("frame.source.carried_over", labels=listing(labels)))
    covered = sorted({one.delivered for one in shown if one.delivered})
    if covered:
        least, most = covered[0], covered[-1]
        key = "frame.source.coverage" if least == most else "frame.source.coverage_range"
        told.append(say(key, least=least[0], of=least[1]))
    return told
