"""The difference between two groups, adjusted for what they differ in: Mantel-Haenszel.

Standardised over strata (region and client group). Only strata with people in both groups say
anything; the share of people in those is part of the answer. Standard library only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit, check_counts, z_of
from sdw.statistics.proportions import difference_newcombe

#: No headline where adjusting moves the difference by more than this many percentage points …
MAXIMUM_SHIFT = 5.0
#: … or where fewer than this percentage of the people are in usable strata.
MINIMUM_USABLE = 70.0


@dataclass(frozen=True, slots=True)
class Stratum:
    """Events and people of both groups within one stratum; a group may be empty (0 of 0)."""

    key: str
    events_1: float
    total_1: float
    events_2: float
    total_2: float

    def __post_init__(self) -> None:
        for events, total in ((self.events_1, self.total_1), (self.events_2, self.total_2)):
            if total or events:
                check_counts(events, total)

    @property
    def usable(self) -> bool:
        """True with people in both groups."""
        return self.total_1 > 0 and self.total_2 > 0

    @property
    def people(self) -> float:
        """Everybody in the stratum."""
        return self.total_1 + self.total_2


@dataclass(frozen=True, slots=True)
class Standardised:
    """Crude and adjusted difference in percentage points, and how far they may be believed.

    `usable_share`: percentage of all people who are in strata with both groups; `left_out`: the
    keys of the other strata.
    """

    crude: Estimate
    adjusted: Estimate
    usable_share: float
    left_out: tuple[str, ...]

    @property
    def shift(self) -> float:
        """What adjusting changes: adjusted minus crude, in percentage points."""
        return self.adjusted.value - self.crude.value

    @property
    def headline(self) -> bool:
        """True where the two agree and enough people are in usable strata to put it in a headline."""
        return abs(self.shift) <= MAXIMUM_SHIFT and self.usable_share >= MINIMUM_USABLE


def standardised(strata: Sequence[Stratum], level: float = LEVEL) -> Standardised | None:
    """First group minus second, crude (Newcombe) and adjusted. None without a usable stratum.

    The crude difference is over everybody, the adjusted one over usable strata: the share says how
    much that differs.
    """
    usable = [stratum for stratum in strata if stratum.usable]
    if not usable:
        return None
    events_1, total_1 = sum(s.events_1 for s in strata), sum(s.total_1 for s in strata)
    events_2, total_2 = sum(s.events_2 for s in strata), sum(s.total_2 for s in strata)
    return Standardised(
        crude=difference_newcombe(events_1, total_1, events_2, total_2, level),
        adjusted=mantel_haenszel(usable, level),
        usable_share=100 * sum(s.people for s in usable) / sum(s.people for s in strata),
        left_out=tuple(s.key for s in strata if not s.usable),
    )


def mantel_haenszel(strata: Sequence[Stratum], level: float = LEVEL) -> Estimate:
    """The Mantel-Haenszel risk difference in percentage points; every stratum must be usable.

    Weights n1·n2/N: Greenland & Robins (1985), Biometrics 41:55. Variance: Sato, Greenland &
    Robins (1989), Biometrics 45:1323, valid with few large strata and with many small
    ones. Clipped to -100 and 100.
    """
    if not strata or not all(stratum.usable for stratum in strata):
        raise ValueError("every stratum needs people in both groups")
    weight = sum(s.total_1 * s.total_2 / s.people for s in strata)
    difference = sum((s.events_1 * s.total_2 - s.events_2 * s.total_1) / s.people for s in strata) / weight
    variance = (difference * sum(map(_sato_p, strata)) + sum(map(_sato_q, strata))) / weight**2
    half = z_of(level) * math.sqrt(max(0.0, variance))
    low, high = max(-1.0, difference - half), min(1.0, difference + half)
    return Estimate(100 * difference, Interval(100 * low, 100 * high, Unit.PERCENTAGE_POINT, level))


def _sato_p(s: Stratum) -> float:
    first, second = s.total_1 / s.people, s.total_2 / s.people
    between = first * second * (s.total_2 - s.total_1) / 2
    return s.events_2 * first**2 - s.events_1 * second**2 + between


def _sato_q(s: Stratum) -> float:
    mixed = s.events_1 * (s.total_2 - s.events_2) + s.events_2 * (s.total_1 - s.events_1)
    return mixed / (2 * s.people)
