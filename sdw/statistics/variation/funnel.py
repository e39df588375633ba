"""Regions around the national rate: control limits that allow for small numbers.

A region between its limits is not to be told apart from the national rate. What to call that is up
to the caller: a `Verdict` comes out, no words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sdw.statistics.estimate import LEVEL, Interval, Unit, check_counts, z_of

#: Regions are said to differ where chance alone would give such differences in fewer cases than this.
CLEAR = 0.05


class Verdict(StrEnum):
    """Where a region lies. `TOO_FEW`: fewer people than a rate may be shown for."""

    INDISTINGUISHABLE = "indistinguishable"
    ABOVE = "above"
    BELOW = "below"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Dispersion:
    """How far the regions differ more than chance alone would give.

    `chance`: how often (0-1) equal regions would differ this much or more. `measured`: the estimated standard
    deviation of the true rates over regions, in percentage points. `applied`: what the limits use: `measured` where
    the differences are clear (`chance` under `CLEAR`), else 0. `regions`: how many regions it rests on.
    """

    chance: float
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


def limits(centre: float, total: float, level: float = LEVEL, spread: float = 0.0) -> Interval:
    """Control limits in percent around `centre` (percent) for `total` people, clipped to 0-100.

    Source: Spiegelhalter (2005a), Stat Med 24:1185, section 3.1 (normal approximation) and section 4.2 (additive
    random effects: the variance of chance plus that between regions). `spread`: the standard deviation of true
    rates over regions, in percentage points.
    """
    if not 0 <= centre <= 100:
        raise ValueError(f"a rate lies between 0 and 100: {centre}")
    check_counts(0, total)
    half = z_of(level) * math.sqrt(centre * (100 - centre) / total + spread**2)
    return Interval(max(0.0, centre - half), min(100.0, centre + half), Unit.PERCENT, level)


def dispersion(regions: Mapping[str, tuple[float, float]]) -> Dispersion:
    """How far regions (key → events, total) differ, around the rate of all of them together.

    Test: Σz² against χ² with I-1 degrees of freedom (Pearson; Cochran (1954), Biometrics 10:417). Size: additive
    random effects, Spiegelhalter (2005b), Qual Saf Health Care 14:347, with τ² of DerSimonian & Laird (1986),
    Control Clin Trials 7:177, on the z-scores; not winsorised, which would pull both towards no difference.
    """
    events, people = (sum(counts[place] for counts in regions.values()) for place in (0, 1))
    freedom = len(regions) - 1
    if freedom < 1 or events in (0, people):
        return Dispersion(1.0, 0.0, 0.0, len(regions))
    centre = 100 * events / people
    weights = [total / (centre * (100 - centre)) for _, total in regions.values()]
    squares = sum(
        w * (100 * hits / n - centre) ** 2 for w, (hits, n) in zip(weights, regions.values(), strict=True)
    )
    room = sum(weights) - sum(w * w for w in weights) / sum(weights)
    between = math.sqrt(max(0.0, (squares - freedom) / room))
    from scipy.special import chdtrc  # scipy takes a third of a second: only where regions are compared

    chance = float(chdtrc(freedom, squares))
    return Dispersion(chance, between, between if chance < CLEAR else 0.0, len(regions))


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
    spread = dispersion(judged)
    verdicts = dict.fromkeys(regions, Verdict.TOO_FEW)
    for key, (events, total) in judged.items():
        verdicts[key] = _verdict(100 * events / total, limits(centre, total, level, spread.applied))
    return Funnel(centre, spread, verdicts, level)


def _verdict(rate: float, between: Interval) -> Verdict:
    if rate > between.high:
        return Verdict.ABOVE
    return Verdict.BELOW if rate < between.low else Verdict.INDISTINGUISHABLE
