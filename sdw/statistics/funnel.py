"""Regions around the national rate: control limits that allow for small numbers.

A region between its limits is not to be told apart from the national rate. What to call that is up
to the caller: a `Verdict` comes out, no words. Standard library only.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from sdw.statistics.estimate import LEVEL, Interval, Unit, check_counts, z_of

#: Share of the z-scores pulled in at each end before their spread is measured.
WINSORISED_SHARE = 0.10


class Verdict(StrEnum):
    """Where a region lies. `TOO_FEW`: fewer people than a rate may be shown for."""

    INDISTINGUISHABLE = "indistinguishable"
    ABOVE = "above"
    BELOW = "below"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Dispersion:
    """How far the regions differ more than chance alone would give.

    `measured`: the mean squared winsorised z-score (1 where only chance plays).
    `applied`: the factor used in the limits: `measured` where that is clearly above 1, else 1.
    `regions`: how many regions it rests on.
    """

    measured: float
    applied: float
    regions: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """The national rate (percent), the dispersion and each region's place."""

    centre: float
    dispersion: Dispersion
    verdicts: dict[str, Verdict]
    level: float

    def limits(self, total: float) -> Interval:
        """The control limits (percent) for a region of `total` people."""
        return limits(self.centre, total, self.level, self.dispersion.applied)

    @property
    def expected_outside(self) -> float:
        """How many of the judged regions fall outside by chance alone, roughly."""
        judged = sum(verdict is not Verdict.TOO_FEW for verdict in self.verdicts.values())
        return judged * (1 - self.level)


def limits(centre: float, total: float, level: float = LEVEL, dispersion: float = 1.0) -> Interval:
    """Control limits in percent around `centre` (percent) for `total` people, clipped to 0-100.

    Source: Spiegelhalter (2005a), Stat Med 24:1185, section 3.1 (normal approximation) and section
    4.1 (multiplicative over-dispersion: the standard error times the root of φ).
    """
    if not 0 <= centre <= 100:
        raise ValueError(f"a rate lies between 0 and 100: {centre}")
    check_counts(0, total)
    half = z_of(level) * math.sqrt(dispersion * centre * (100 - centre) / total)
    return Interval(max(0.0, centre - half), min(100.0, centre + half), Unit.PERCENT, level)


def dispersion(regions: Mapping[str, tuple[float, float]], centre: float) -> Dispersion:
    """The over-dispersion factor φ of regions (key → events, total) around `centre` (percent).

    Source: Spiegelhalter (2005b), Qual Saf Health Care 14:347, and (2005a), section 4.1:
    naive z-scores, winsorised at 10% and 90%, φ = Σz²/I. It is applied only where it exceeds
    1 + 2√(2/I), two standard errors of φ under chance alone; otherwise the factor is 1. Quantiles
    by linear interpolation (Hyndman & Fan 1996, type 7).
    """
    spread = centre * (100 - centre)
    if not regions or spread == 0:
        return Dispersion(1.0, 1.0, len(regions))
    scores = sorted(
        (100 * events / total - centre) / math.sqrt(spread / total) for events, total in regions.values()
    )
    floor, ceiling = _quantile(scores, WINSORISED_SHARE), _quantile(scores, 1 - WINSORISED_SHARE)
    measured = fmean(min(ceiling, max(floor, score)) ** 2 for score in scores)
    clear = measured > 1 + 2 * math.sqrt(2 / len(scores))
    return Dispersion(measured, measured if clear else 1.0, len(scores))


def funnel(
    regions: Mapping[str, tuple[float, float]],
    minimum: int,
    centre: float | None = None,
    level: float = LEVEL,
) -> Funnel:
    """Place every region (key → events, total) around the national rate.

    `minimum`: smaller regions get `TOO_FEW` and do not count in the dispersion; they do count in
    the national rate, unless the caller gives one (`centre`, percent). ValueError without regions.
    """
    for events, total in regions.values():
        check_counts(events, total)
    if centre is None:
        people = sum(total for _, total in regions.values())
        if not people:
            raise ValueError("a funnel needs at least one region")
        centre = 100 * sum(events for events, _ in regions.values()) / people
    judged = {key: counts for key, counts in regions.items() if counts[1] >= minimum}
    factor = dispersion(judged, centre)
    verdicts = dict.fromkeys(regions, Verdict.TOO_FEW)
    for key, (events, total) in judged.items():
        verdicts[key] = _verdict(100 * events / total, limits(centre, total, level, factor.applied))
    return Funnel(centre, factor, verdicts, level)


def _verdict(rate: float, between: Interval) -> Verdict:
    if rate > between.high:
        return Verdict.ABOVE
    return Verdict.BELOW if rate < between.low else Verdict.INDISTINGUISHABLE


def _quantile(ordered: list[float], share: float) -> float:
    position = share * (len(ordered) - 1)
    below = math.floor(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (position - below) * (ordered[above] - ordered[below])
