"""Whether a series of yearly numbers rises: the slope of a line, with as much doubt as the years show."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy.special import stdtrit

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit
from sdw.statistics.trend import MINIMUM_POINTS

#: Steps of the fit; it stops when nothing moves any more.
_STEPS = 50
_STILL = 1e-10


def of_counts(points: Sequence[tuple[int, float]], level: float = LEVEL) -> Estimate | None:
    """By what factor a count grows a year: (year, count) to a ratio with its interval; None where nothing happened.

    Log-linear Poisson (McCullagh & Nelder 1989, section 6.2), with the dispersion of Pearson's χ² over n − 2 (their
    section 9.2.4), not below 1, and the t distribution. ValueError under `MINIMUM_POINTS` points.
    """
    _enough(points)
    if not any(count for _, count in points):
        return None
    years = [year for year, _ in points]
    counts = [count for _, count in points]
    slope, fitted = _poisson(years, counts)
    free = len(points) - 2
    pearson = sum((count - mean) ** 2 / mean for count, mean in zip(counts, fitted, strict=True))
    middle = sum(year * mean for year, mean in zip(years, fitted, strict=True)) / sum(fitted)
    spread = sum(mean * (year - middle) ** 2 for year, mean in zip(years, fitted, strict=True))
    half = _quantile(free, level) * math.sqrt(max(1.0, pearson / free) / spread)
    return Estimate(math.exp(slope), Interval(math.exp(slope - half), math.exp(slope + half), Unit.RATIO, level))


def of_percentages(points: Sequence[tuple[int, float]], level: float = LEVEL) -> Estimate:
    """By how many points a percentage rises a year: (year, percentage), least squares and the t distribution.

    Rounded figures have at least the variance of rounding to one decimal, 0.1²/12. ValueError under
    `MINIMUM_POINTS` points.
    """
    _enough(points)
    years, values = [year for year, _ in points], [value for _, value in points]
    middle, mean = sum(years) / len(years), sum(values) / len(values)
    across = sum((year - middle) ** 2 for year in years)
    slope = sum((year - middle) * (value - mean) for year, value in points) / across
    free = len(points) - 2
    left = sum((value - mean - slope * (year - middle)) ** 2 for year, value in points) / free
    half = _quantile(free, level) * math.sqrt(max(left, 0.1**2 / 12) / across)
    return Estimate(slope, Interval(slope - half, slope + half, Unit.PERCENTAGE_POINT, level))


def _enough(points: Sequence[tuple[int, float]]) -> None:
    if len({year for year, _ in points}) < MINIMUM_POINTS:
        raise ValueError(f"no trend from {len(points)} points")


def _quantile(free: int, level: float) -> float:
    return float(stdtrit(free, 0.5 + level / 2))


def _poisson(years: Sequence[int], counts: Sequence[float]) -> tuple[float, list[float]]:
    """Slope a year on the log scale, and the fitted counts: Newton on the one equation that is left.

    The level follows from the slope, because fitted counts add up to the counts themselves.
    """
    total, centre = sum(counts), sum(years) / len(years)
    wanted = sum((year - centre) * count for year, count in zip(years, counts, strict=True)) / total
    slope = 0.0
    for _ in range(_STEPS):
        weights = [math.exp(slope * (year - centre)) for year in years]
        whole = sum(weights)
        mean = sum((year - centre) * one for year, one in zip(years, weights, strict=True)) / whole
        variance = sum((year - centre - mean) ** 2 * one for year, one in zip(years, weights, strict=True)) / whole
        step = (wanted - mean) / variance
        slope += max(-1.0, min(1.0, step))
        if abs(step) < _STILL:
            break
    weights = [math.exp(slope * (year - centre)) for year in years]
    return slope, [total * one / sum(weights) for one in weights]
