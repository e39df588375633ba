"""Intervals for proportions, their differences and ratios, and for counts.

Counts in; percentages (0-100), percentage points (-100 to 100), ratios or rates out, always with
their unit. Standard library only; statsmodels is the oracle of the tests, because importing it
takes longer than a page may (docs/decisions/0009-statistics-libraries.md).
"""

from __future__ import annotations

import math
from collections.abc import Callable

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit, check_counts, z_of

#: Halvings of an interval: 2 ** -60 is below the resolution of a float between 0 and 1.
_BISECTIONS = 60


def _wilson_limits(events: float, total: float, z: float) -> tuple[float, float]:
    """Wilson's score limits as fractions; the exact ends 0 and 1 are kept exact."""
    share, squared = events / total, z * z
    centre = (share + squared / (2 * total)) / (1 + squared / total)
    half = z * math.sqrt(share * (1 - share) / total + squared / (4 * total**2)) / (1 + squared / total)
    low = 0.0 if events == 0 else max(0.0, centre - half)
    high = 1.0 if events == total else min(1.0, centre + half)
    return low, high


def wilson(events: float, total: float, level: float = LEVEL) -> Estimate:
    """A proportion in percent (0-100) with Wilson's score interval.

    Source: Wilson (1927), JASA 22:209; Newcombe (1998a), Stat Med 17:857, method 3.
    `events` of `total` people; ValueError unless 0 <= events <= total and total > 0.
    """
    check_counts(events, total)
    low, high = _wilson_limits(events, total, z_of(level))
    return Estimate(100 * events / total, Interval(100 * low, 100 * high, Unit.PERCENT, level))


def difference_newcombe(
    events_1: float, total_1: float, events_2: float, total_2: float, level: float = LEVEL
) -> Estimate:
    """First proportion minus second in percentage points, with Newcombe's square-and-add interval.

    Source: Newcombe (1998b), Stat Med 17:873, method 10: each arm's own Wilson limits, combined.
    """
    check_counts(events_1, total_1)
    check_counts(events_2, total_2)
    z = z_of(level)
    share_1, share_2 = events_1 / total_1, events_2 / total_2
    low_1, high_1 = _wilson_limits(events_1, total_1, z)
    low_2, high_2 = _wilson_limits(events_2, total_2, z)
    difference = share_1 - share_2
    low = difference - math.hypot(share_1 - low_1, high_2 - share_2)
    high = difference + math.hypot(high_1 - share_1, share_2 - low_2)
    return _points(difference, max(-1.0, low), min(1.0, high), level)


def difference_wald(
    events_1: float, total_1: float, events_2: float, total_2: float, level: float = LEVEL
) -> Estimate:
    """First proportion minus second in percentage points, with the Wald interval.

    Only to reproduce papers that used it (EQOLISE: Burns et al. (2007), Lancet 370:1146); its
    coverage is poor (Newcombe 1998b, method 1), so our own figures use `difference_newcombe`.
    """
    check_counts(events_1, total_1)
    check_counts(events_2, total_2)
    share_1, share_2 = events_1 / total_1, events_2 / total_2
    half = z_of(level) * math.sqrt(share_1 * (1 - share_1) / total_1 + share_2 * (1 - share_2) / total_2)
    difference = share_1 - share_2
    return _points(difference, max(-1.0, difference - half), min(1.0, difference + half), level)


def difference_miettinen_nurminen(
    events_1: float, total_1: float, events_2: float, total_2: float, level: float = LEVEL
) -> Estimate:
    """First proportion minus second in percentage points, with the score interval.

    Source: Miettinen & Nurminen (1985), Stat Med 4:213, equations 8 and 9 and appendix I (the
    closed-form root); N/(N-1) as in the paper. Newcombe (1998b), method 6. The limits are where the
    score statistic passes the quantile, found by halving: the statistic falls with the difference.
    """
    check_counts(events_1, total_1)
    check_counts(events_2, total_2)
    critical = z_of(level) ** 2

    def beyond(difference: float) -> bool:
        return _score_difference(events_1, total_1, events_2, total_2, difference) > critical

    estimate = events_1 / total_1 - events_2 / total_2
    low = _edge(beyond, inside=estimate, outside=-1.0)
    high = _edge(beyond, inside=estimate, outside=1.0)
    return _points(estimate, low, high, level)


def ratio_score(events_1: float, total_1: float, events_2: float, total_2: float, level: float = LEVEL) -> Estimate:
    """First proportion divided by second, with the score interval.

    Source: Miettinen & Nurminen (1985), Stat Med 4:213, equation 10, with their N/(N-1); without it
    this is Koopman (1984), Biometrics 40:513. Compared in Fagerland, Lydersen & Laake (2015), Stat
    Methods Med Res 24:224. ValueError where the second arm has no events: no ratio exists there.
    """
    check_counts(events_1, total_1)
    check_counts(events_2, total_2)
    if events_2 == 0:
        raise ValueError("a ratio to a group without events does not exist")
    critical = z_of(level) ** 2

    # The whole half-line of ratios is searched as ratio / (1 + ratio), which runs from 0 to 1.
    def beyond(position: float) -> bool:
        ratio = position / (1 - position)
        return _score_ratio(events_1, total_1, events_2, total_2, ratio) > critical

    estimate = (events_1 / total_1) / (events_2 / total_2)
    inside = estimate / (1 + estimate)
    low = 0.0 if events_1 == 0 else _edge(beyond, inside=inside, outside=0.0)
    high = _edge(beyond, inside=inside, outside=1.0 - 1e-12)
    return Estimate(estimate, Interval(low / (1 - low), high / (1 - high), Unit.RATIO, level))


def count_byar(events: float, level: float = LEVEL) -> Estimate:
    """A count with Byar's approximation to the exact Poisson limits.

    Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 69.
    """
    low, high = _byar_limits(events, level)
    return Estimate(events, Interval(low, high, Unit.COUNT, level))


def rate_per_1000(events: float, population: float, level: float = LEVEL) -> Estimate:
    """Events per 1,000 of a population, with Byar's limits. The population counts as known."""
    if population <= 0:
        raise ValueError(f"a rate needs a population, not {population}")
    low, high = _byar_limits(events, level)
    scale = 1000 / population
    return Estimate(scale * events, Interval(scale * low, scale * high, Unit.PER_1000, level))


def _byar_limits(events: float, level: float) -> tuple[float, float]:
    if events < 0:
        raise ValueError(f"a count cannot be negative: {events}")
    z, above = z_of(level), events + 1
    low = 0.0 if events == 0 else events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
    return max(0.0, low), above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3


def _points(difference: float, low: float, high: float, level: float) -> Estimate:
    """A difference of fractions as percentage points. Rounding may put the value a hair outside."""
    low, high = min(low, difference), max(high, difference)
    return Estimate(100 * difference, Interval(100 * low, 100 * high, Unit.PERCENTAGE_POINT, level))


def _edge(beyond: Callable[[float], bool], inside: float, outside: float) -> float:
    """The last place between `inside` and `outside` that is not `beyond`."""
    if not beyond(outside):
        return outside
    for _ in range(_BISECTIONS):
        middle = (inside + outside) / 2
        if beyond(middle):
            outside = middle
        else:
            inside = middle
    return inside


def _score_difference(events_1: float, total_1: float, events_2: float, total_2: float, difference: float) -> float:
    """The score statistic (chi-squared) of a hypothesised difference of fractions."""
    distance = events_1 / total_1 - events_2 / total_2 - difference
    if distance == 0:
        return 0.0
    second = _restricted_second(events_1, total_1, events_2, total_2, difference)
    first = min(1.0, max(0.0, second + difference))
    total = total_1 + total_2
    variance = (first * (1 - first) / total_1 + second * (1 - second) / total_2) * total / (total - 1)
    return math.inf if variance <= 0 else distance**2 / variance


def _restricted_second(
    events_1: float, total_1: float, events_2: float, total_2: float, difference: float
) -> float:
    """The second proportion of highest likelihood, given the difference: a root of a cubic.

    Miettinen & Nurminen (1985), appendix I, with the arms in the order first minus second.
    """
    total, events = total_1 + total_2, events_1 + events_2
    l3 = total
    l2 = (total_1 + 2 * total_2) * difference - total - events
    l1 = (total_2 * difference - total - 2 * events_2) * difference + events
    l0 = events_2 * difference * (1 - difference)
    q = l2**3 / (3 * l3) ** 3 - l1 * l2 / (6 * l3**2) + l0 / (2 * l3)
    p = math.copysign(math.sqrt(max(0.0, l2**2 / (3 * l3) ** 2 - l1 / (3 * l3))), q)
    cosine = 0.0 if p == 0 else max(-1.0, min(1.0, q / p**3))
    angle = (math.pi + math.acos(cosine)) / 3
    root = 2 * p * math.cos(angle) - l2 / (3 * l3)
    return min(1.0, 1.0 - difference, max(0.0, -difference, root))


def _score_ratio(events_1: float, total_1: float, events_2: float, total_2: float, ratio: float) -> float:
    """The score statistic (chi-squared) of a hypothesised ratio: Koopman's, times (N-1)/N."""
    if ratio == 0:
        return math.inf if events_1 else 0.0
    total = total_1 + total_2
    middle = ratio * (total_1 + events_2) + events_1 + total_2
    root = math.sqrt(max(0.0, middle**2 - 4 * ratio * total * (events_1 + events_2)))
    first = min(1.0, ratio, (middle - root) / (2 * total))
    both = _pearson(events_1, total_1, first) + _pearson(events_2, total_2, first / ratio)
    return both * (total - 1) / total


def _pearson(events: float, total: float, share: float) -> float:
    """Squared distance between a count and its expectation, over the variance."""
    distance, variance = events - total * share, total * share * (1 - share)
    if variance <= 0:
        return 0.0 if abs(distance) < 1e-9 * total else math.inf
    return distance**2 / variance
