"""How much the counts of a region differ between years beyond chance, and intervals that allow for it.

A year of a region is more than a draw from Poisson: groups start together, people deliver late, a colleague leaves.
With mean m its variance is m + ω²m². ω² is learnt from counts of regions and years, with what each year did in all
regions together and each region's own straight line taken out first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit, z_of
from sdw.statistics.proportions import count_byar

#: ω² where too few counts are known to learn it: a year of a region may differ by 10% for no reason of its own.
ASSUMED = 0.10**2
#: So many times three years in a row are needed to learn it.
LEAST = 20
#: A straight line has no second difference.
_WEIGHTS = (1, -2, 1)


def between_years(counts: Mapping[str, Mapping[int, float]]) -> float:
    """ω² of region → year → count, by moments, not below zero; `ASSUMED` where too little is known.

    Of three years in a row d = y₁ − 2y₂ + y₃ has variance Σw²(m + ω²m²) where a region moves along a line, so that
    ω² = Σ(d² − Σw²y) / ΣΣw²y(y − 1): y(y − 1) has mean m²(1 + ω²), and ω² is small beside 1. A bend in the line
    makes it larger, so the interval wider. Years are first set at the level of the middle one, by the ratio of the
    sums over the regions with all three.
    """
    above = below = 0.0
    found = 0
    for middle in sorted({year for row in counts.values() for year in row}):
        years = (middle - 1, middle, middle + 1)
        rows = [[row[year] for year in years] for row in counts.values() if all(year in row for year in years)]
        sums = [sum(row[at] for row in rows) for at in range(3)]
        if not all(sums):
            continue
        scales = [sums[1] / one for one in sums]
        for row in rows:
            level = [value * scale for value, scale in zip(row, scales, strict=True)]
            chance = sum(w * w * one * scale for w, one, scale in zip(_WEIGHTS, level, scales, strict=True))
            above += sum(w * one for w, one in zip(_WEIGHTS, level, strict=True)) ** 2 - chance
            below += sum(w * w * one * (one - scale) for w, one, scale in zip(_WEIGHTS, level, scales, strict=True))
        found += len(rows)
    return max(above / below, 0.0) if found >= LEAST and below > 0 else ASSUMED


def level(count: float, spread: float, level: float = LEVEL) -> Estimate:
    """The level behind a count: Byar's limits, and ω² by square-and-add (Donner & Zou 2012, SMMR 21:347)."""
    return of_sum(count, [count], spread, level)


def of_sum(count: float, parts: Sequence[float], spread: float, level: float = LEVEL) -> Estimate:
    """The same behind a count of regions together, of which `parts` are known: each differs by itself."""
    own = count_byar(count, level)
    wide = z_of(level) ** 2 * spread * sum(part * part for part in parts)
    low = own.value - math.sqrt((own.value - own.low) ** 2 + wide)
    high = own.value + math.sqrt((own.high - own.value) ** 2 + wide)
    return Estimate(own.value, Interval(max(low, 0.0), high, Unit.COUNT, level))


def ratio(one: tuple[float, float], other: tuple[float, float], spread: float, level: float = LEVEL) -> Estimate:
    """The first rate divided by the second, each (count, population), the populations known.

    Log ratio with ½ added to both counts (Gart & Zweifel 1967, Biometrika 54:181): variance 1/(k₁ + ½) + 1/(k₂ + ½)
    + 2ω². ValueError for a population that is not above zero.
    """
    if one[1] <= 0 or other[1] <= 0:
        raise ValueError("a rate needs a population")
    first, second = one[0] + 0.5, other[0] + 0.5
    value = math.log(first / one[1]) - math.log(second / other[1])
    half = z_of(level) * math.sqrt(1 / first + 1 / second + 2 * spread)
    ends = Interval(math.exp(value - half), math.exp(value + half), Unit.RATIO, level)
    return Estimate(math.exp(value), ends)
