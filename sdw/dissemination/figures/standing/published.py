"""Reading the states of an edition; none where it has none, or is of before they were published."""

from __future__ import annotations

from functools import lru_cache

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.datasets.state_record import COLUMNS, State


@lru_cache(maxsize=64)
def of(edition: Edition, dataset: str) -> tuple[State, ...]:
    """Every state of a dataset in an edition, those of older days too, in the order of publication."""
    if not edition.holds("state"):
        return ()
    rows = editions.query(edition, "states", dataset=dataset)
    return tuple(State(**dict(zip(COLUMNS, row, strict=True))) for row in rows)
