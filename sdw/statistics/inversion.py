"""From an interval back to the counts behind it: what a reader could do with a published interval."""

from __future__ import annotations

import math

from sdw.statistics import proportions
from sdw.statistics.estimate import LEVEL, Interval, z_of

#: How near the interval of whole counts must come to the given one, in the unit of the interval.
NEAR = 1e-6
_MOST = 10_000_000
#: Ratios of limits as they are stored differ by less than this, of neighbouring counts by more.
_SAME = 1e-11


def wilson(low: float, high: float, level: float = LEVEL) -> tuple[int, int] | None:
    """Events and total of which Wilson's interval is `low`-`high` percent; None where no whole counts fit.

    The limits l and h are the roots of (p - x)² = w x (1 - x) with w = z²/n (Wilson 1927), so that
    l h = p² / (1 + w) and l + h = (2p + w) / (1 + w): a quadratic equation in w.
    """
    product, total = low * high / 1e4, (low + high) / 100
    squared = z_of(level) ** 2
    for w in _positive_roots((total - 1) ** 2, 2 * total * (total - 1) - 4 * product, total**2 - 4 * product):
        people = round(squared / w)
        events = round(people * (total * (1 + w) - w) / 2)
        if (
            people > 0
            and 0 <= events <= people
            and _fits(proportions.wilson(events, people, level).interval, low, high)
        ):
            return events, people
    return None


def rate_per_1000(low: float, high: float, level: float = LEVEL) -> int | None:
    """The count behind a rate of which Byar's interval is `low`-`high`; None where no whole count fits.

    The ratio of the limits depends on the count alone, and falls with it.
    """
    if low <= 0 or high <= low:
        return None
    below, above = 1, _MOST
    while below < above:
        middle = (below + above) // 2
        interval = proportions.rate_per_1000(middle, 1000, level).interval
        if interval.low > 0 and interval.high / interval.low <= high / low * (1 + _SAME):
            above = middle
        else:
            below = middle + 1
    found = proportions.rate_per_1000(below, 1000, level).interval
    return below if found.low > 0 and math.isclose(found.high / found.low, high / low, rel_tol=_SAME) else None


def _positive_roots(a: float, b: float, c: float) -> list[float]:
    if abs(a) < 1e-15:
        roots = [] if b == 0 else [-c / b]
    else:
        under = b * b - 4 * a * c
        roots = [(-b + sign * math.sqrt(max(under, 0.0))) / (2 * a) for sign in (1, -1)]
    return [root for root in roots if root > 0]


def _fits(interval: Interval, low: float, high: float) -> bool:
    return abs(interval.low - low) < NEAR and abs(interval.high - high) < NEAR
