"""What every method hands back: a value with its interval, and a unit that cannot be mistaken.

A percentage and a difference of percentages look alike as numbers, so the unit travels with the
number. Only the standard library is used here: a page that shows an interval pays no import for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

#: The level used everywhere unless a caller says otherwise.
LEVEL = 0.95

_STANDARD_NORMAL = NormalDist()


class Unit(StrEnum):
    """The scale of a number. Values of different units are never subtracted or compared."""

    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    RATIO = "ratio"
    LOG_RATIO = "log_ratio"
    COUNT = "count"
    PER_1000 = "per_1000"
    PEOPLE_PER_ONE = "people_per_one"
    EURO = "euro"


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both included, in `unit`, at confidence `level` (0-1)."""

    low: float
    high: float
    unit: Unit
    level: float = LEVEL

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"interval runs backwards: {self.low} to {self.high}")
        if not 0 < self.level < 1:
            raise ValueError(f"level must lie between 0 and 1: {self.level}")

    def contains(self, value: float) -> bool:
        """True where `value` (same unit) lies in the interval, ends included."""
        return self.low <= value <= self.high

    def overlaps(self, other: Interval) -> bool:
        """True where the two share a point. Different units: ValueError."""
        if self.unit is not other.unit:
            raise ValueError(f"{self.unit} is not comparable with {other.unit}")
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its interval; both in the unit of the interval."""

    value: float
    interval: Interval

    @property
    def low(self) -> float:
        """Lower end of the interval."""
        return self.interval.low

    @property
    def high(self) -> float:
        """Upper end of the interval."""
        return self.interval.high

    @property
    def unit(self) -> Unit:
        """The unit of the value and of its interval."""
        return self.interval.unit

    @property
    def excludes_no_difference(self) -> bool:
        """True where the interval leaves out "no difference": 1 for a ratio, 0 for a difference.

        A unit that is not a comparison has no such point: ValueError.
        """
        nothing = {Unit.RATIO: 1.0, Unit.LOG_RATIO: 0.0, Unit.PERCENTAGE_POINT: 0.0}
        if self.unit not in nothing:
            raise ValueError(f"{self.unit} is not a comparison")
        return not self.interval.contains(nothing[self.unit])


def z_of(level: float) -> float:
    """The two-sided normal quantile of a level: 0.95 → 1.959964."""
    return _STANDARD_NORMAL.inv_cdf(0.5 + level / 2)


def check_counts(events: float, total: float) -> None:
    """Refuse what cannot be a count out of a total. ValueError: the caller's fault, not a user's."""
    if not (0 <= events <= total and total > 0):
        raise ValueError(f"{events} out of {total} is not a proportion")
