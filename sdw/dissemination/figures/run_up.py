"""How a count of a year grew, from what is published of it: after three, six, nine and all months."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators.model import TOTAL, Indicator
from sdw.reference.status import Status

#: Months of a year, and the periods that add up to them.
_PARTS = ((3, ("-Q1",)), (6, ("-H1",)), (9, ("-H1", "-Q3")), (12, ("",)))


@dataclass(frozen=True, slots=True)
class Point:
    """So many months of a year, and the published counts that add up to them."""

    months: int
    parts: tuple[Figure, ...]

    @property
    def value(self) -> float:
        """The count from the first month on."""
        return sum(part.value or 0 for part in self.parts)

    @property
    def is_provisional(self) -> bool:
        """True when a part may still change."""
        return any(part.status is Status.PROVISIONAL for part in self.parts)


def of(edition: Edition, indicator: Indicator, place: str, year: int) -> list[Point]:
    """The points of a year that are known: each part has a value, and all are of equally many regions."""
    cut = {"method": TOTAL, "client_group": TOTAL}
    found = {one.period: one for one in figures.select(edition, indicator.id, region=place, **cut)}
    points = []
    for months, parts in _PARTS:
        known = [found[f"{year}{part}"] for part in parts if f"{year}{part}" in found]
        whole = len(known) == len(parts) and all(one.value is not None for one in known)
        if whole and len({one.delivered for one in known}) == 1:
            points.append(Point(months, tuple(known)))
    return points
