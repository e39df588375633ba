"""The back-test of pace: every year that is over, forecast again from what was published when it was begun.

Rolling origin (Tashman 2000, International Journal of Forecasting 16:437): of each region the first part of a year
is that of the edition that showed it first, the years before are those of the same edition, and what became of
first deliveries is known from editions before it. The end of the year is that of the newest edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean

from sdw.dissemination.figures.record import releases
from sdw.dissemination.figures.record.releases import Counts, Line
from sdw.reference.areas.regions import CODES
from sdw.reference.periods import FIRST_MONTHS
from sdw.statistics import pace
from sdw.statistics.estimate import LEVEL, Interval
from sdw.statistics.season import RegionYear, Revision, Season, season

LEVELS = (0.50, 0.80, LEVEL)
#: Under so many predictions nothing is said: the standard error of a coverage of 95% is then above 2 points.
LEAST = 100
#: Under this share (0-1) within the 95% interval the interval is too narrow, whatever chance does (three errors).
ALARM = 0.88


@dataclass(frozen=True, slots=True)
class Prediction:
    """A year of a region forecast from its first months: the intervals by level, and how it ended."""

    region: str
    year: int
    months: int
    intervals: tuple[Interval, ...]
    end: float

    @property
    def widest(self) -> Interval:
        """The 95% interval."""
        return self.intervals[-1]

    @property
    def score(self) -> float:
        """Interval score at 95%: width, and 40 times what lies outside (Gneiting & Raftery 2007, JASA 102:359)."""
        low, high = self.widest.low, self.widest.high
        outside = max(low - self.end, 0) + max(self.end - high, 0)
        return high - low + 2 / (1 - LEVEL) * outside


@dataclass(frozen=True, slots=True)
class BackTest:
    """How often (0-1) the intervals of `LEVELS` held, and how often a year ended below or above the widest.

    number: of predictions; years: that they are of. score: mean interval score at 95%, in the unit of the count.
    """

    measure: str
    months: int
    number: int
    years: tuple[int, ...]
    coverage: tuple[float, ...]
    below: float
    above: float
    score: float

    @property
    def is_enough(self) -> bool:
        """True where there are enough predictions to say anything."""
        return self.number >= LEAST

    @property
    def alarms(self) -> bool:
        """True where the 95% interval holds too seldom for chance to explain it."""
        return self.is_enough and self.coverage[-1] < ALARM


@lru_cache(maxsize=16)
def of(line: Line, measure: str) -> tuple[BackTest, ...]:
    """One for each part of a year that is published; none where there is nothing to predict."""
    every = predictions(line, measure)
    found = []
    for months in FIRST_MONTHS:
        some = [one for one in every if one.months == months]
        if some:
            found.append(_summed(measure, months, some))
    return tuple(found)


def _summed(measure: str, months: int, some: list[Prediction]) -> BackTest:
    return BackTest(
        measure=measure,
        months=months,
        number=len(some),
        years=tuple(sorted({one.year for one in some})),
        coverage=tuple(
            fmean(one.intervals[place].contains(one.end) for one in some) for place in range(len(LEVELS))
        ),
        below=fmean(one.end < one.widest.low for one in some),
        above=fmean(one.end > one.widest.high for one in some),
        score=fmean(one.score for one in some),
    )


@lru_cache(maxsize=16)
def predictions(line: Line, measure: str) -> tuple[Prediction, ...]:
    """Every region-year of which the end is shown now and the first part was shown first after two whole years."""
    every = [releases.counts(edition, measure) for edition in line]
    years = sorted({int(period) for _, period in every[-1] if period.isdecimal()})
    return tuple(one for months in FIRST_MONTHS for year in years for one in _of_year(every, year, months))


def _of_year(every: list[Counts], year: int, months: int) -> Iterator[Prediction]:
    """every: the counts of each edition, oldest first."""
    seasons: dict[int, Season | None] = {}
    for region in CODES:
        end = releases.own(every[-1].get((region, str(year))))
        parts = ((place, releases.begun(shown, region, year, months)) for place, shown in enumerate(every))
        place, count = next(((at, part) for at, part in parts if part is not None), (0, None))
        if end is None or count is None:
            continue
        if place not in seasons:
            seasons[place] = _season(every[: place + 1], year, months)
        known = seasons[place]
        if known is not None:
            each = (pace.of_region(round(count), known, level=level) for level in LEVELS)
            yield Prediction(region, year, months, tuple(one.total.interval for one in each), end)


def _season(every: list[Counts], year: int, months: int) -> Season | None:
    """As publication would have it of the last of these editions: its whole years before, and first deliveries."""
    shown = every[-1]
    before = sorted({int(period) for _, period in shown if period.isdecimal() and int(period) < year})
    history, revisions = [], []
    for region, one in ((region, one) for region in CODES for one in before):
        part, total = releases.begun(shown, region, one, months), releases.own(shown.get((region, str(one))))
        if part is None or total is None or part > total:
            continue
        history.append(RegionYear(one, round(part), round(total)))
        firsts = (_first(past, region, one, months) for past in every[:-1])
        first = next((count for count in firsts if count is not None), None)
        if first is not None:
            revisions.append(Revision(round(first), round(part)))
    return season(history, revisions)


def _first(shown: Counts, region: str, year: int, months: int) -> float | None:
    """What an edition showed of a part while the rest of the year was not delivered yet; None otherwise."""
    if releases.is_delivered(shown.get((region, str(year)))):
        return None
    return releases.begun(shown, region, year, months)
