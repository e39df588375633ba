"""Random-effects meta-analysis: REML, Hartung-Knapp, prediction interval.

statsmodels 0.15 has Paule-Mandel and DerSimonian-Laird but no REML, so the search is our own (twenty
lines); it is held to the values of R metafor on the BCG trials.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import variance

from scipy.special import stdtrit

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit, check_counts, z_of

#: Fewer independent trials than this are never pooled by us; nor are fewer regions.
MINIMUM_STUDIES = 5
#: A region takes part with at least this many people in both groups.
MINIMUM_ARM = 20

#: The search for τ²: steps per power of ten, steps in all, halvings after that.
_PER_DECADE = 8
_GRID = 56
_HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Effect:
    """One study's effect and its variance, both on the scale of `unit` (log ratio or points)."""

    value: float
    variance: float
    unit: Unit

    def __post_init__(self) -> None:
        if not self.variance > 0:
            raise ValueError(f"an effect needs a positive variance, not {self.variance}")


@dataclass(frozen=True, slots=True)
class RandomEffects:
    """The mean over studies, where a next study would lie, and how much studies differ.

    `mean` and `prediction` share the unit of the effects. `tau2` is the variance between studies on
    that scale, `i2` its share of the total (percent), `q` Cochran's Q on `studies` - 1 degrees.
    """

    mean: Estimate
    standard_error: float
    prediction: Interval
    tau2: float
    i2: float
    q: float
    studies: int

    def shown_with(self, variance: float) -> Interval:
        """Where what a next study *measures* would lie, with this sampling variance of its own.

        The prediction interval is about its true effect; chance comes on top: quantile × √(se² + τ² + v).
        """
        known = self.standard_error**2 + self.tau2
        half = (self.prediction.high - self.mean.value) * math.sqrt(1 + variance / known)
        middle = self.mean.value
        return Interval(middle - half, middle + half, self.prediction.unit, self.prediction.level)

    def as_ratio(self) -> tuple[Estimate, Interval]:
        """Mean and prediction interval of log ratios, back on the scale of ratios."""
        if self.mean.unit is not Unit.LOG_RATIO:
            raise ValueError(f"{self.mean.unit} is not a log ratio")
        return Estimate(math.exp(self.mean.value), _ratio(self.mean.interval)), _ratio(self.prediction)


def log_risk_ratio(events_1: float, total_1: float, events_2: float, total_2: float) -> Effect:
    """Log of first risk over second. Source: Katz et al. (1978), Biometrics 34:469.

    Where one of the four cells is empty ½ is added to all four (as metafor does by default).
    """
    cells = _cells(events_1, total_1, events_2, total_2)
    a, first, c, second = cells[0], cells[0] + cells[1], cells[2], cells[2] + cells[3]
    variance = 1 / a - 1 / first + 1 / c - 1 / second
    return Effect(math.log((a / first) / (c / second)), variance, Unit.LOG_RATIO)


def risk_difference(events_1: float, total_1: float, events_2: float, total_2: float) -> Effect:
    """First risk minus second in percentage points; ½ is added to all four cells if one is empty."""
    cells = _cells(events_1, total_1, events_2, total_2)
    first, second = cells[0] + cells[1], cells[2] + cells[3]
    variance = cells[0] * cells[1] / first**3 + cells[2] * cells[3] / second**3
    return Effect(100 * (cells[0] / first - cells[2] / second), 1e4 * variance, Unit.PERCENTAGE_POINT)


def from_interval(published: Estimate) -> Effect:
    """The effect behind a published estimate: its variance read back from the interval's width.

    A ratio is taken to its logarithm first. Source: Cochrane Handbook 6.4, section 6.3.1.
    """
    if published.unit is Unit.RATIO:
        logs = [math.log(number) for number in (published.value, published.low, published.high)]
        value, low, high, unit = *logs, Unit.LOG_RATIO
    else:
        value, low, high, unit = published.value, published.low, published.high, published.unit
    error = (high - low) / (2 * z_of(published.interval.level))
    return Effect(value, error**2, unit)


def random_effects(
    effects: Sequence[Effect],
    hartung_knapp: bool = True,
    level: float = LEVEL,
    *,
    never_narrower: bool = False,
) -> RandomEffects:
    """Pool effects of one unit; two or more, else ValueError.

    `never_narrower`: the factor q by which Hartung & Knapp multiply the variance is at least 1, so that studies
    that agree more than chance would have it make no narrower interval. Knapp & Hartung (2003), Stat Med 22:2693;
    Röver, Knapp & Friede (2015), BMC Med Res Methodol 15:99: the "ad hoc" correction of metafor (`test="adhoc"`).

    REML: Viechtbauer (2005), JEBS 30:261. Q: Cochran (1954), Biometrics 10:101.
    I²: Higgins & Thompson (2002), Stat Med 21:1539, eq. 9-10. Hartung & Knapp (2001), Stat Med
    20:3875 (quantile t with k-1 degrees; otherwise the normal one). Prediction interval: mean ±
    quantile × √(se² + τ²), Riley, Higgins & Deeks (2011), BMJ 342:d549, with the degrees of freedom
    of metafor 3.8-1 (k-1, where the paper has k-2).
    """
    units = {effect.unit for effect in effects}
    if len(effects) < 2 or len(units) != 1:
        raise ValueError("pooling needs two or more effects of one unit")
    values, variances = [e.value for e in effects], [e.variance for e in effects]
    tau2 = _reml(values, variances)
    weights = [1 / (within + tau2) for within in variances]
    mean, freedom = _weighted(values, weights), len(values) - 1
    error, quantile = math.sqrt(1 / sum(weights)), z_of(level)
    if hartung_knapp:
        residual = sum(w * (y - mean) ** 2 for w, y in zip(weights, values, strict=True))
        factor = residual / freedom
        error *= math.sqrt(max(1.0, factor) if never_narrower else factor)
        quantile = float(stdtrit(freedom, 0.5 + level / 2))
    unit, half, wide = units.pop(), quantile * error, quantile * math.sqrt(error**2 + tau2)
    return RandomEffects(
        mean=Estimate(mean, Interval(mean - half, mean + half, unit, level)),
        standard_error=error,
        prediction=Interval(mean - wide, mean + wide, unit, level),
        tau2=tau2,
        i2=_inconsistency(variances, tau2),
        q=_cochran_q(values, variances),
        studies=len(values),
    )


def pool_trials(cohorts: Mapping[str, Effect], level: float = LEVEL) -> RandomEffects | None:
    """Pool independent trials, one effect per cohort; None under `MINIMUM_STUDIES`.

    The mapping is the guard: two reports on the same people cannot both be in it.
    """
    if len(cohorts) < MINIMUM_STUDIES:
        return None
    return random_effects(list(cohorts.values()), level=level, never_narrower=True)


def across_regions(
    regions: Mapping[str, tuple[float, float, float, float]], level: float = LEVEL
) -> RandomEffects | None:
    """The mean difference (points) over regions and where the true difference of a next region would lie.

    `regions`: key → events and total of the first group, events and total of the second. Regions
    with fewer than `MINIMUM_ARM` people in a group stay out; None under `MINIMUM_STUDIES` regions.
    """
    effects = [risk_difference(*one) for one in taking_part(regions)]
    if len(effects) < MINIMUM_STUDIES:
        return None
    return random_effects(effects, level=level, never_narrower=True)


def taking_part(
    regions: Mapping[str, tuple[float, float, float, float]],
) -> list[tuple[float, float, float, float]]:
    """The counts of the regions with `MINIMUM_ARM` people or more in both groups."""
    return [counts for counts in regions.values() if min(counts[1], counts[3]) >= MINIMUM_ARM]


def _reml(values: Sequence[float], variances: Sequence[float]) -> float:
    """The between-study variance of highest restricted likelihood, never below zero.

    A coarse search over the whole range finds the top (there can be two), halving on the sign of
    the score finds its place. Fisher scoring, the usual way, can creep or jump to and fro for ever.
    """
    widest = variance(values) + max(variances)
    grid = [0.0, *(widest * 10 ** (-power / _PER_DECADE) for power in range(_GRID, -_PER_DECADE, -1))]
    top = max(range(len(grid)), key=lambda place: _likelihood(grid[place], values, variances))
    low, high = grid[max(0, top - 1)], grid[min(top + 1, len(grid) - 1)]
    if top == 0 and _score(0.0, values, variances) <= 0:
        return 0.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _score(middle, values, variances) > 0 else (low, middle)
    return (low + high) / 2


def _score(tau2: float, values: Sequence[float], variances: Sequence[float]) -> float:
    """Twice the slope of the restricted likelihood. Viechtbauer (2005), equation 11, numerator."""
    weights = [1 / (within + tau2) for within in variances]
    mean = _weighted(values, weights)
    squares = sum((w * (y - mean)) ** 2 for w, y in zip(weights, values, strict=True))
    return squares - sum(weights) + sum(w * w for w in weights) / sum(weights)


def _likelihood(tau2: float, values: Sequence[float], variances: Sequence[float]) -> float:
    """Restricted log likelihood, without its constant. Viechtbauer (2005), equation 10."""
    weights = [1 / (within + tau2) for within in variances]
    mean = _weighted(values, weights)
    residual = sum(w * (y - mean) ** 2 for w, y in zip(weights, values, strict=True))
    return (sum(map(math.log, weights)) - math.log(sum(weights)) - residual) / 2


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(w * y for w, y in zip(weights, values, strict=True)) / sum(weights)


def _cochran_q(values: Sequence[float], variances: Sequence[float]) -> float:
    weights = [1 / within for within in variances]
    mean = _weighted(values, weights)
    return sum(w * (y - mean) ** 2 for w, y in zip(weights, values, strict=True))


def _inconsistency(variances: Sequence[float], tau2: float) -> float:
    """I² in percent, from τ² and the typical variance within a study."""
    weights = [1 / within for within in variances]
    total, squares = sum(weights), sum(w * w for w in weights)
    typical = (len(weights) - 1) * total / (total**2 - squares)
    return 100 * tau2 / (tau2 + typical)


def _cells(events_1: float, total_1: float, events_2: float, total_2: float) -> tuple[float, float, float, float]:
    check_counts(events_1, total_1)
    check_counts(events_2, total_2)
    cells = (events_1, total_1 - events_1, events_2, total_2 - events_2)
    added = 0.5 if 0 in cells else 0.0
    return cells[0] + added, cells[1] + added, cells[2] + added, cells[3] + added


def _ratio(logs: Interval) -> Interval:
    return Interval(math.exp(logs.low), math.exp(logs.high), Unit.RATIO, logs.level)
