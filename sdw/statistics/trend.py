"""Quarters compared with care: the same quarter a year earlier, and a year that moves along.

Standard library only. A missing quarter makes the answer missing, never an estimate.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: No word for a direction under this many comparable, non-overlapping points.
MINIMUM_POINTS = 5

#: (year, quarter 1-4)
Quarter = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement: its period (first and last day) and the definition it was measured by."""

    start: dt.date
    end: dt.date
    definition: str


def same_quarter_difference(series: Mapping[Quarter, float | None], quarter: Quarter) -> float | None:
    """This quarter minus the same quarter a year earlier, in the series' unit.

    Of percentages the difference is in percentage points. None where either is missing.
    """
    year, number = quarter
    now, earlier = series.get(quarter), series.get((year - 1, number))
    return None if now is None or earlier is None else now - earlier


def moving_year(series: Mapping[Quarter, float | None], quarter: Quarter) -> float | None:
    """The plain mean of the four quarters up to and including `quarter`; None where one is missing.

    Our own figure: each quarter weighs alike, so it can differ from a published year (of 2020 the
    mean of the four quarters is 4.75 where Statistics Netherlands gives 4.7).
    """
    values = [series.get(each) for each in four_up_to(quarter)]
    known = [value for value in values if value is not None]
    return sum(known) / 4 if len(known) == 4 else None


def may_name_a_trend(points: Iterable[Point]) -> bool:
    """True with at least `MINIMUM_POINTS` comparable, non-overlapping points.

    Comparable: one definition and periods of one length in months. Totals is the largest such set;
    which of overlapping periods to keep is the earliest-end-first rule (Kleinberg & Tardos (2005),
    Algorithm Design, section 4.1).
    """
    alike: dict[tuple[str, int], set[Point]] = {}
    for point in points:
        alike.setdefault((point.definition, _months(point)), set()).add(point)
    return any(_most_apart(group) >= MINIMUM_POINTS for group in alike.values())


def _most_apart(points: Iterable[Point]) -> int:
    count, taken_until = 0, dt.date.min
    for point in sorted(points, key=lambda each: each.end):
        if point.start > taken_until:
            count, taken_until = count + 1, point.end
    return count


def _months(point: Point) -> int:
    return (point.end.year - point.start.year) * 12 + point.end.month - point.start.month + 1


def four_up_to(quarter: Quarter) -> list[Quarter]:
    """The four quarters up to and including `quarter`, oldest first."""
    last = quarter[0] * 4 + quarter[1] - 1
    return [(index // 4, index % 4 + 1) for index in range(last - 3, last + 1)]
