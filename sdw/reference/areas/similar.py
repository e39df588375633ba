"""Which regions are alike in context, so that a region can be seen beside its like.

Four features, each known for all 35 regions:
inhabitants (2024, logarithm), bijstand and arbeidsongeschiktheid per 1,000 inhabitants (both 2021), and
inhabitants per km² of land (2024, logarithm). Sizes and densities differ by factors, hence the logarithm.
Each feature is turned into z-scores (mean 0, standard deviation 1 over the 35 regions, population formula);
the distance is Euclidean. It says nothing about how well a region does: no result is a feature.
"""

from __future__ import annotations

import math
import statistics
from functools import cache

from sdw.reference.areas import context, regions


@cache
def nearest(region: str, count: int = 5) -> tuple[str, ...]:
    """The `count` region codes most like `region`, most alike first; ties in order of code.

    An unknown code is our bug: KeyError.
    """
    scores = _scores()
    here = scores[region]
    others = [code for code in regions.CODES if code != region]
    return tuple(sorted(others, key=lambda code: (math.dist(here, scores[code]), code))[:count])


@cache
def _scores() -> dict[str, tuple[float, ...]]:
    columns = zip(*(_features(code) for code in regions.CODES), strict=True)
    standardised = zip(*(_z_scores(column) for column in columns), strict=True)
    return dict(zip(regions.CODES, standardised, strict=True))


def _features(code: str) -> tuple[float, ...]:
    people_2021 = context.value(code, 2021, "inwoners")
    people_2024 = context.value(code, 2024, "inwoners")
    land_km2 = context.value(code, 2024, "oppervlakte_land_ha") / 100
    return (
        math.log(people_2024),
        1000 * context.value(code, 2021, "bijstand") / people_2021,
        1000 * context.value(code, 2021, "arbeidsongeschiktheid") / people_2021,
        math.log(people_2024 / land_km2),
    )


def _z_scores(column: tuple[float, ...]) -> list[float]:
    mean, spread = statistics.fmean(column), statistics.pstdev(column)
    return [(value - mean) / spread for value in column]
