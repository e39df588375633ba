"""Run rate: where a year ends if the rest goes as the part in hand did.

A prediction, not a forecast: no seasons, no plans. Counts in, counts out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from scipy.special import betainc

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit


@dataclass(frozen=True, slots=True)
class Pace:
    """The expected total with its prediction interval (counts), and the chance of the target.

    `reaches` is the probability (0-1) that the total is `target` or more; None without a target.
    """

    total: Estimate
    reaches: float | None
    target: float | None


def pace(
    count: int,
    in_hand: Fraction,
    target: float | None = None,
    dispersion: float = 1.0,
    level: float = LEVEL,
) -> Pace:
    """The total at the end, from `count` events in the part of the time that is `in_hand`.

    Gamma-Poisson prediction with the Jeffreys prior: K = k + φ·N, N negative binomial with size
    (k + ½)/φ and probability f = `in_hand`. Source: Gelman et al. (2013), Bayesian Data Analysis,
    section 2.6; φ (quasi-Poisson) scales mean and variance alike. Simulated coverage stands in
    docs/methods.md. `in_hand` lies above 0 and up to 1: two of four quarters is Fraction(2, 4).
    The interval's ends are whole people, rounded outwards.
    """
    if count < 0 or not 0 < in_hand <= 1 or dispersion <= 0:
        raise ValueError(f"no pace from {count} in {in_hand} with dispersion {dispersion}")
    if in_hand == 1:
        known = Estimate(count, Interval(count, count, Unit.COUNT, level))
        return Pace(known, None if target is None else float(count >= target), target)
    share, size = float(in_hand), (count + 0.5) / dispersion
    tail = (1 - level) / 2
    low = count + math.floor(dispersion * _quantile(tail, size, share))
    high = count + math.ceil(dispersion * _quantile(1 - tail, size, share))
    expected = count + (count + 0.5) * (1 - share) / share
    # With very few events the mean of the skewed prediction can pass its own upper quantile.
    total = Estimate(min(max(expected, low), high), Interval(low, high, Unit.COUNT, level))
    return Pace(total, _chance(count, share, size, target, dispersion), target)


def _chance(count: int, share: float, size: float, target: float | None, dispersion: float) -> float | None:
    if target is None:
        return None
    missing = math.ceil((target - count) / dispersion - 1e-9)
    return 1.0 if missing <= 0 else 1 - _at_most(missing - 1, size, share)


def _at_most(failures: int, size: float, share: float) -> float:
    """P(N ≤ failures) of the negative binomial with real `size`: a regularised beta integral."""
    return float(betainc(size, failures + 1, share))


def _quantile(probability: float, size: float, share: float) -> int:
    """The smallest count whose cumulative probability reaches `probability`."""
    high = 1
    while _at_most(high, size, share) < probability:
        high *= 2
    low = -1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _at_most(middle, size, share) >= probability else (middle, high)
    return high
