"""Our own forecasts: where an edition expected a year to end, beside what a later edition says that it became."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.record import releases
from sdw.dissemination.figures.record.releases import Counts, Line
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.status import Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """A published forecast and what its year became (people or trajectories), as the newest edition shows it.

    became: of the nation the sum over exactly the regions that the forecast was over.
    """

    expected: Figure
    chance: Figure
    became: float
    is_provisional: bool

    @property
    def held(self) -> bool:
        """True where the year ended within the 95% interval, ends included."""
        low, high = self.expected.low, self.expected.high
        return low is not None and high is not None and low <= self.became <= high

    @property
    def is_below(self) -> bool:
        """True where the year ended under the interval."""
        return self.expected.low is not None and self.became < self.expected.low


@dataclass(frozen=True, slots=True)
class Forecasts:
    """The forecasts of one count in the older editions. waiting: regional ones of which the year is not there yet.
    unknown: regional ones of which the year is there, but is not shown. years: that any forecast was of."""

    measure: str
    of_regions: tuple[Outcome, ...]
    of_nation: tuple[Outcome, ...]
    waiting: int
    unknown: int
    years: tuple[str, ...]


@lru_cache(maxsize=16)
def of(line: Line, measure: str) -> Forecasts:
    """Every forecast that an edition of the line published, held against the last one."""
    newest = releases.counts(line[-1], measure)
    regional: list[Outcome] = []
    national: list[Outcome] = []
    missing: list[Status] = []
    years: set[str] = set()
    for edition in line:
        for expected, chance in _published(edition, measure):
            if expected.value is None:
                continue
            years.add(expected.period)
            if expected.region == NATION:
                told = _of_nation(edition, measure, expected, newest)
            else:
                told = _sum(newest, [expected.region], expected.period)
            if not isinstance(told, Status):
                found = regional if expected.region != NATION else national
                found.append(Outcome(expected, chance, *told))
            elif expected.region != NATION:
                missing.append(told)
    waiting = missing.count(Status.NOT_DELIVERED)
    return Forecasts(
        measure, tuple(regional), tuple(national), waiting, len(missing) - waiting, tuple(sorted(years))
    )


def _published(edition: Edition, measure: str) -> list[tuple[Figure, Figure]]:
    counted = catalogue.by_id(measure)
    both = (figures.select(edition, one(counted).id) for one in (catalogue.expected, catalogue.chance))
    return list(zip(*both, strict=True))


def _of_nation(edition: Edition, measure: str, expected: Figure, newest: Counts) -> tuple[float, bool] | Status:
    """Over the regions of the forecast: those with one of their own, and those whose year was there already."""
    within = [
        one.region
        for one, _ in _published(edition, measure)
        if one.region != NATION
        and one.period == expected.period
        and (one.value is not None or one.status is Status.NOT_APPLICABLE)
    ]
    if expected.delivered is None or len(within) != expected.delivered[0]:
        return Status.UNKNOWN
    return _sum(newest, within, expected.period)


def _sum(newest: Counts, regions: list[str], year: str) -> tuple[float, bool] | Status:
    """What the year of these regions became, and whether that is provisional; why not where any is not shown."""
    parts = [newest.get((region, year)) for region in regions]
    if any(not releases.is_delivered(part) for part in parts):
        return Status.NOT_DELIVERED
    values = [releases.own(part) for part in parts]
    if None in values:
        return Status.SUPPRESSED
    provisional = any(part is not None and part.status is Status.PROVISIONAL for part in parts)
    return sum(value or 0 for value in values), provisional
