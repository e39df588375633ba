"""Pace: where the running year ends if the rest of it goes as in earlier years.

A prediction with the season, the spread between regions and years, and late reporting in it, each as far as earlier
years show them. It takes published counts only: an interval is a function of the count, and can be turned around.
No model survives a break; the sentence beside a pace says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit
from sdw.statistics.negative_binomial import at_most, quantile
from sdw.statistics.season import Season


@dataclass(frozen=True, slots=True)
class Pace:
    """The expected total with its prediction interval (counts), and the chance of the target.

    `reaches` is the probability (0-1) that the total is `target` or more; None without a target.
    """

    total: Estimate
    reaches: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is still to come: mean, variance that is a region's own, and the part of the mean that years share."""

    mean: float
    variance: float
    shared: float


def of_region(count: int, season: Season, target: float | None = None, level: float = LEVEL) -> Pace:
    """The total of a region-year with `count` in its first part (people).

    K − k is negative binomial with mean m and variance V; with m₁ = (k + ½)·D·r:
    m = m₁ + k(D − 1) and V = m₁ + m₁²[1/(k + ½) + τ² + σ²_year + σ²_r] + kD(D − 1) + (m₁ + kD)²·σ²_D.
    Equal tails. Simulated coverage stands in docs/methods.md.
    """
    return _total(count, [_rest(count, season)], season, target, level)


def of_all(counts: Sequence[int], season: Season, target: float | None = None, level: float = LEVEL) -> Pace:
    """The total of these regions together. Ends of regions are never added up: what years share, all share."""
    return _total(sum(counts), [_rest(count, season) for count in counts], season, target, level)


def _rest(count: int, season: Season) -> _Rest:
    if count < 0:
        raise ValueError(f"no pace from {count}")
    grown, late = season.completion, season.late
    first = (count + 0.5) * grown * season.rest
    variance = (
        first
        + first**2 * (1 / (count + 0.5) + season.apart)
        + count * grown * (grown - 1)
        + (first + count * grown) ** 2 * late
    )
    return _Rest(first + count * (grown - 1), variance, first)


def _total(count: int, rests: Sequence[_Rest], season: Season, target: float | None, level: float) -> Pace:
    mean = sum(one.mean for one in rests)
    shared = sum(one.shared for one in rests) ** 2 * (season.between + season.uncertain)
    variance = sum(one.variance for one in rests) + shared
    size = mean**2 / (variance - mean)
    share = size / (size + mean)
    tail = (1 - level) / 2
    low, high = (count + quantile(end, size, share) for end in (tail, 1 - tail))
    total = Estimate(min(max(count + mean, low), high), Interval(low, high, Unit.COUNT, level))
    return Pace(total, _chance(count, target, size, share), target)


def _chance(count: int, target: float | None, size: float, share: float) -> float | None:
    if target is None:
        return None
    missing = math.ceil(target - count)
    return 1.0 if missing <= 0 else 1 - at_most(missing - 1, size, share)
