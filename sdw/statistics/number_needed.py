"""How many people must take part for one more to be at work."""

from __future__ import annotations

from sdw.statistics.estimate import Estimate, Interval, Unit


def number_needed(difference: Estimate) -> Estimate | None:
    """People per one extra person at work: 100 / difference in percentage points.

    None unless the whole interval lies above zero: where it holds zero, the number runs to infinity
    and back from minus infinity, and no interval can be shown.
    Source: Laupacis, Sackett & Roberts (1988), NEJM 318:1728; interval by inversion, Altman (1998),
    BMJ 317:1309.
    """
    if difference.unit is not Unit.PERCENTAGE_POINT:
        raise ValueError(f"a number needed comes from percentage points, not {difference.unit}")
    if difference.low <= 0:
        return None
    interval = Interval(100 / difference.high, 100 / difference.low, Unit.PEOPLE_PER_ONE, difference.interval.level)
    return Estimate(100 / difference.value, interval)
