"""First against final figures: what a half-year was when it was first published, and in each edition after that.

Sums over regions of which both editions show a number: the sum of what anybody can add up. What is left out is
counted, with why; a sum over other regions is never set beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.record import releases
from sdw.dissemination.figures.record.releases import Counts, Line
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.areas.regions import CODES
from sdw.reference.comparisons import LEAST_REGIONS
from sdw.reference.status import Status

#: Why a region is not in a sum: its status, or that an edition still shows the number of an older one.
CARRIED_OVER = "carried_over"
#: That an edition shows a number, but the first one did not.
NEW = "new"


@dataclass(frozen=True, slots=True)
class Step:
    """A half-year in an edition, over the regions that the first edition and this one show a number of.

    first, now: the sums; None under three regions. left: why how many of the other regions are not in it.
    """

    edition: Edition
    first: float | None
    now: float | None
    regions: int
    is_provisional: bool
    left: tuple[tuple[str, int], ...]

    @property
    def change(self) -> float | None:
        """How much more it is now than at first, in % of the first; None where that is not to be said."""
        return None if not self.first or self.now is None else 100 * (self.now - self.first) / self.first


@dataclass(frozen=True, slots=True)
class Stair:
    """A half-year of one count: when it was first published, and in every edition after that, oldest first."""

    period: str
    measure: str
    first: Step
    later: tuple[Step, ...]


@lru_cache(maxsize=16)
def of(line: Line, measure: str) -> tuple[Stair, ...]:
    """Every half-year of which any edition shows a number, newest first."""
    every = [(edition, releases.counts(edition, measure)) for edition in line]
    halves = sorted({period for _, shown in every for _, period in shown if "-H" in period}, reverse=True)
    return tuple(found for period in halves if (found := _stair(every, measure, period)) is not None)


def beside(older: Edition, newer: Edition, measure: str, period: str) -> Step:
    """A period of a count in two editions, over the regions that both show a number of."""
    return _step(newer, releases.counts(older, measure), releases.counts(newer, measure), period)


def _stair(every: list[tuple[Edition, Counts]], measure: str, period: str) -> Stair | None:
    at = next((place for place, (_, shown) in enumerate(every) if _numbers(shown, period)), None)
    if at is None:
        return None
    (edition, first), *later = every[at:]
    steps = (_step(one, first, shown, period) for one, shown in later)
    return Stair(period, measure, _step(edition, first, first, period), tuple(steps))


def _numbers(shown: Counts, period: str) -> set[str]:
    return {code for code in CODES if releases.own(shown.get((code, period))) is not None}


def _step(edition: Edition, first: Counts, shown: Counts, period: str) -> Step:
    """The first step of a stair is that of the first edition beside itself."""
    both = [code for code in CODES if code in _numbers(first, period) & _numbers(shown, period)]
    others = [shown.get((code, period)) for code in CODES if code not in both]
    enough = len(both) >= LEAST_REGIONS
    before, now = (_sum(one, both, period) if enough else None for one in (first, shown))
    provisional = any(shown[code, period].status is Status.PROVISIONAL for code in both)
    return Step(edition, before, now, len(both), provisional, _why(others))


def _sum(shown: Counts, regions: Iterable[str], period: str) -> float:
    return sum(shown[code, period].value or 0 for code in regions)


def _why(others: Iterable[Figure | None]) -> tuple[tuple[str, int], ...]:
    """Why regions are left out, the most frequent reason first."""
    found: Counter[str] = Counter()
    for one in others:
        if one is None:
            found[Status.NOT_DELIVERED.value] += 1
        elif one.is_carried_over:
            found[CARRIED_OVER] += 1
        else:
            found[one.status.value if one.value is None else NEW] += 1
    return tuple(found.most_common())
