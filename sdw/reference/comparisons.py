"""Comparisons over time at equal regions: which counts are added over the regions that are in both periods.

A sum over 31 regions beside one over 35 is no comparison. So there are two more counts of the nation for each
measure that is compared: that of a period and that of the same period a year earlier, over the regions in both.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import periods
from sdw.reference.measures import TARGETS

#: Nothing over regions is compared for fewer of them.
LEAST_REGIONS = 3


@dataclass(frozen=True, slots=True)
class SameRegions:
    """A count over the regions that are in a period and in the one a year earlier.

    id: its name as a measure. measure: what it adds up. earlier: of the year earlier, though it stands at the
    period that is compared with it.
    """

    id: str
    measure: str
    earlier: bool

    def counted_in(self, period: str) -> str:
        """The period in which the people or trajectories of this count are."""
        return periods.parse(period).year_earlier().code if self.earlier else period


ALL: tuple[SameRegions, ...] = tuple(
    SameRegions(f"{measure}_gelijk_{when}", measure, when == "eerder")
    for measure in TARGETS
    for when in ("nu", "eerder")
)
_BY_ID = {one.id: one for one in ALL}


def by_id(measure: str) -> SameRegions | None:
    """The comparison with this name; None for any other measure."""
    return _BY_ID.get(measure)


def of(measure: str) -> tuple[SameRegions, SameRegions]:
    """The two counts with which a measure is compared: of the period, and of the year earlier."""
    now, earlier = (one for one in ALL if one.measure == measure)
    return now, earlier


def behind(measure: str, period: str) -> tuple[str, str]:
    """Which measure and period of the regions a count of the nation adds up."""
    found = by_id(measure)
    return (found.measure, found.counted_in(period)) if found else (measure, period)
