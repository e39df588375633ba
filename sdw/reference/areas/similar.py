"""Which regions are alike in context, so that a region can be seen beside its like.

Three features of the same recent year, each known for all 35 regions: inhabitants (logarithm: sizes differ by
factors), and people with a disability benefit and with bijstand per 1,000 inhabitants of 15-64. Each feature is
turned into z-scores (mean 0, standard deviation 1 over the 35 regions, population formula); the distance is
Euclidean. It says nothing about how well a region does: no result is a feature.
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
    people = context.value(code, context.NEWEST, "inwoners")
    of_age = context.value(code, context.NEWEST, "inwoners_15_64")
    benefits = (context.value(code, context.NEWEST, kind) for kind in ("arbeidsongeschiktheid", "bijstand"))
    return (math.log(people), *(1000 * count / of_age for count in benefits))


def _z_scores(column: tuple[float, ...]) -> list[float]:
    mean, spread = statistics.fmean(column), statistics.pstdev(column)
    return [(value - mean) / spread for value in column]
