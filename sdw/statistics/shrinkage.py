"""Partial pooling: a small region borrows strength from all regions.

Beta-binomial empirical Bayes. The raw figure always stands beside the pooled one: this module gives
the pooled one only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv, betaln, digamma, polygamma

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit, check_counts
from sdw.statistics.proportions import wilson

_ROUNDS = 200
_SMALLEST_STEP = 2.0**-40

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """The spread of true rates over regions: Beta(a, b)."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The mean rate in percent."""
        return 100 * self.a / (self.a + self.b)

    @property
    def weight(self) -> float:
        """How many people the prior weighs: a region of this size lands halfway."""
        return self.a + self.b


@dataclass(frozen=True, slots=True)
class Pooling:
    """The national rate with its interval and, where regions differ beyond chance, the prior.

    `prior` is None where they do not: then every region gets the national rate.
    """

    national: Estimate
    prior: Prior | None

    def rate(self, events: float, total: float, level: float = LEVEL) -> Estimate:
        """A region's partially pooled rate in percent: posterior mean and equal-tailed interval.

        Source: Gelman et al. (2013), Bayesian Data Analysis 3rd ed., section 5.3, with a and b
        estimated: the uncertainty in a and b is not in the interval. A region without people
        (total 0) gets the prior itself.
        """
        if total:
            check_counts(events, total)
        if self.prior is None:
            return self.national
        a, b = self.prior.a + events, self.prior.b + total - events
        tail = (1 - level) / 2
        low, high = 100 * float(betaincinv(a, b, tail)), 100 * float(betaincinv(a, b, 1 - tail))
        return Estimate(100 * a / (a + b), Interval(low, high, Unit.PERCENT, level))


def pooling(events: Sequence[float], totals: Sequence[float], level: float = LEVEL) -> Pooling:
    """Estimate the spread of true rates from each region's events and total.

    Maximum likelihood of the beta-binomial: Griffiths (1973), Biometrics 29:637; data of the golden
    test: Tarone (1982), as in Gelman et al. (2013), table 5.1. Whether regions differ at all:
    the slope of the likelihood at "no spread", Tarone (1979), Biometrika 66:585.
    Same length, every total > 0, at least two regions: else ValueError.
    """
    if len(events) != len(totals) or len(events) < 2:
        raise ValueError("partial pooling needs events and totals of at least two regions")
    for count, total in zip(events, totals, strict=True):
        check_counts(count, total)
    national = wilson(sum(events), sum(totals), level)
    hits, people = np.asarray(events, dtype=float), np.asarray(totals, dtype=float)
    share = hits.sum() / people.sum()
    if not 0 < share < 1:
        return Pooling(national, None)
    scatter = float(((hits - people * share) ** 2).sum() / (share * (1 - share)))
    if scatter <= people.sum():
        return Pooling(national, None)
    return Pooling(national, _fit(hits, people, share))


def _fit(hits: _Floats, people: _Floats, share: float) -> Prior:
    """Newton's method on (log a, log b), each step kept uphill and shortened until it gains."""
    place = np.log(np.array([share, 1 - share]) * 10.0)
    reached = _likelihood(place, hits, people)
    for _ in range(_ROUNDS):
        slope, curve = _derivatives(place, hits, people)
        if np.abs(slope).max() < 1e-9 * people.sum():
            break
        values, vectors = np.linalg.eigh(curve)
        step = vectors @ ((vectors.T @ slope) / np.maximum(np.abs(values), 1e-10))
        size = 1.0 / max(1.0, float(np.abs(step).max()))
        while (gained := _likelihood(place + size * step, hits, people)) < reached:
            size /= 2
            if size < _SMALLEST_STEP:
                return _prior(place)
        place, reached = place + size * step, gained
    return _prior(place)


def _prior(place: _Floats) -> Prior:
    a, b = np.exp(place)
    return Prior(float(a), float(b))


def _likelihood(place: _Floats, hits: _Floats, people: _Floats) -> float:
    """Log likelihood of the beta-binomial, without the part that a and b do not touch."""
    a, b = np.exp(place)
    return float((betaln(a + hits, b + people - hits) - betaln(a, b)).sum())


def _derivatives(place: _Floats, hits: _Floats, people: _Floats) -> tuple[_Floats, _Floats]:
    """First and second derivatives of the log likelihood in (log a, log b)."""
    a, b = np.exp(place)
    both = (digamma(a + b) - digamma(a + b + people)).sum()
    slope_a = (digamma(a + hits) - digamma(a)).sum() + both
    slope_b = (digamma(b + people - hits) - digamma(b)).sum() + both
    cross = (polygamma(1, a + b) - polygamma(1, a + b + people)).sum()
    curve_a = (polygamma(1, a + hits) - polygamma(1, a)).sum() + cross
    curve_b = (polygamma(1, b + people - hits) - polygamma(1, b)).sum() + cross
    slope = np.array([a * slope_a, b * slope_b])
    curve = np.array(
        [
            [a * a * curve_a + a * slope_a, a * b * cross],
            [a * b * cross, b * b * curve_b + b * slope_b],
        ]
    )
    return slope, curve
