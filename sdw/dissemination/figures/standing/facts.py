"""What was found of regions in public sources, as it stands in an edition."""

from __future__ import annotations

from functools import lru_cache

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.documents.regional_facts import Fact


@lru_cache(maxsize=32)
def every(edition: Edition) -> tuple[Fact, ...]:
    """The facts of an edition, in the order of their list; none in an edition without facts."""
    if not edition.holds("fact"):
        return ()
    return tuple(Fact(*row) for row in editions.query(edition, "facts"))
