"""Run rate: where a year ends if every part of it is alike and nothing but chance is between them.

The simplest prediction there is, with no season, no late reporting and no year that differs from another: what a
pace must be better than.
"""

from __future__ import annotations

import math
from fractions import Fraction

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit
from sdw.statistics.negative_binomial import at_most, quantile
from sdw.statistics.pace import Pace


def run_rate(
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
        raise ValueError(f"no run rate from {count} in {in_hand} with dispersion {dispersion}")
    if in_hand == 1:
        known = Estimate(count, Interval(count, count, Unit.COUNT, level))
        return Pace(known, None if target is None else float(count >= target), target)
    share, size = float(in_hand), (count + 0.5) / dispersion
    tail = (1 - level) / 2
    low = count + math.floor(dispersion * quantile(tail, size, share))
    high = count + math.ceil(dispersion * quantile(1 - tail, size, share))
    expected = count + (count + 0.5) * (1 - share) / share
    # With very few events the mean of the skewed prediction can pass its own upper quantile.
    total = Estimate(min(max(expected, low), high), Interval(low, high, Unit.COUNT, level))
    return Pace(total, _chance(count, share, size, target, dispersion), target)


def _chance(count: int, share: float, size: float, target: float | None, dispersion: float) -> float | None:
    if target is None:
        return None
    missing = math.ceil((target - count) / dispersion - 1e-9)
    return 1.0 if missing <= 0 else 1 - at_most(missing - 1, size, share)
