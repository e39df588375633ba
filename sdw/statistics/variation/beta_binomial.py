"""The beta-binomial: how far true rates of groups spread, as one best guess or as all that the counts allow.

`likeliest` gives the pair (a, b) of highest likelihood; `posterior` every pair with its weight, so that what is not
known of the spread can be carried on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.special import betaln, digamma, polygamma

Floats = npt.NDArray[np.float64]

_ROUNDS = 200
_SMALLEST_STEP = 2.0**-40

#: The grid of `posterior`: steps for the spread, steps for the mean within each, and its reach in standard errors.
_SPREADS, _MEANS, _REACH = 50, 21, 5.0
#: Pairs that weigh less than this share of the heaviest are left out.
_LIGHTEST = 1e-5
#: Rates from 0 to 1 at which a mixture is worked out: the middles of so many steps.
_STEPS = 1000


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
class Posterior:
    """Pairs (a, b) with their weights (adding up to 1), after all groups have been seen.

    `densities`: of each pair's Beta at the middles of equal steps from 0 to 1.
    """

    a: Floats
    b: Floats
    weights: Floats
    densities: Floats = field(repr=False)

    def rate(self, events: float, total: float, level: float) -> tuple[float, float, float]:
        """Mean, low and high end (fractions) of a group's true rate: the mixture of its Betas, equal tails."""
        a, b = self.a + events, self.b + (total - events)
        mean = float((self.weights * a / (a + b)).sum())
        share = np.log(self.weights) - betaln(a, b) + betaln(self.a, self.b)
        density = np.exp(share - share.max()) @ self.densities
        middles = (np.arange(_STEPS) + 0.5) / _STEPS
        likelihood = events * np.log(middles) + (total - events) * np.log1p(-middles)
        below = np.cumsum(density * np.exp(likelihood - likelihood.max()))
        ends = np.interp([(1 - level) / 2, (1 + level) / 2], below / below[-1], (np.arange(_STEPS) + 1) / _STEPS)
        return mean, float(ends[0]), float(ends[1])


def posterior(hits: Floats, people: Floats) -> Posterior:
    """All spreads that the counts allow: Gelman et al. (2013), Bayesian Data Analysis 3rd ed., section 5.3.

    Prior: uniform in the mean a / (a + b) and in the spread s = (a + b)^-½ up to 1. The grid is fine where s is
    small, and for each s the means reach five standard errors to both sides of the likeliest.
    """
    roots = (np.arange(_SPREADS) + 0.5) / _SPREADS
    spread = roots**2
    weight = 1 / spread**2
    share = (hits.sum() + 0.5) / (people.sum() + 1)
    alike = 1 / (weight + 1)
    scatter = share * (1 - share) * (alike[:, None] + (1 - alike[:, None]) / people)
    precision = (1 / scatter).sum(axis=1)
    error = 1 / np.sqrt(precision)
    middle = (hits / people / scatter).sum(axis=1) / precision
    means = middle[:, None] + error[:, None] * np.linspace(-_REACH, _REACH, _MEANS)
    steps = np.broadcast_to(np.log(2 * roots * error)[:, None], means.shape)
    inside = (means > 1e-9) & (means < 1 - 1e-9)
    a, b = (means * weight[:, None])[inside], ((1 - means) * weight[:, None])[inside]
    logs = (betaln(a[:, None] + hits, b[:, None] + (people - hits)) - betaln(a, b)[:, None]).sum(axis=1)
    logs += steps[inside]
    kept = logs > logs.max() + np.log(_LIGHTEST)
    a, b, weights = a[kept], b[kept], np.exp(logs[kept] - logs.max())
    middles = (np.arange(_STEPS) + 0.5) / _STEPS
    densities = np.exp(
        (a[:, None] - 1) * np.log(middles) + (b[:, None] - 1) * np.log1p(-middles) - betaln(a, b)[:, None]
    )
    return Posterior(a, b, weights / weights.sum(), densities)


def likeliest(hits: Floats, people: Floats, share: float) -> Prior:
    """Maximum likelihood, from `share` (a fraction): Griffiths (1973), Biometrics 29:637.

    Newton's method on (log a, log b), each step kept uphill and shortened until it gains.
    """
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


def _prior(place: Floats) -> Prior:
    a, b = np.exp(place)
    return Prior(float(a), float(b))


def _likelihood(place: Floats, hits: Floats, people: Floats) -> float:
    """Log likelihood of the beta-binomial, without the part that a and b do not touch."""
    a, b = np.exp(place)
    return float((betaln(a + hits, b + people - hits) - betaln(a, b)).sum())


def _derivatives(place: Floats, hits: Floats, people: Floats) -> tuple[Floats, Floats]:
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
