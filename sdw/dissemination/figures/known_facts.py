"""The facts of an edition: statements as read in public sources."""

from __future__ import annotations

from functools import lru_cache

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.documents.regional_facts import Fact


@lru_cache(maxsize=32)
def every(edition: Edition) -> tuple[Fact, ...]:
    """All of them, in the order of their list; none in an edition without facts."""
    if not edition.holds("fact"):
        return ()
    return tuple(Fact(*row) for row in editions.query(edition, "facts"))


def of_region(edition: Edition, region: str, topic: str) -> tuple[Fact, ...]:
    """The facts of a region (or NL) on a topic; none where nothing was found."""
    return tuple(one for one in every(edition) if (one.region, one.topic) == (region, topic))
