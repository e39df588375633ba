"""What the figures of an edition are calculated from: protected counts, context and series, and what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sdw.disclosure.cells import Cell
from sdw.edition.figure_row import Source
from sdw.indicators.model import NATION, TOTAL
from sdw.reference import comparisons
from sdw.reference.areas import regions
from sdw.reference.dimensions import Key
from sdw.reference.periods import parse
from sdw.reference.plan import Plan
from sdw.reference.status import Status, of_sum

REGIONS = tuple(regions.CODES)


@dataclass(frozen=True, slots=True)
class Context:
    """Published statistics about a region: (region, year, measure) → value and status."""

    values: dict[tuple[str, str, str], tuple[float | None, Status]]

    def of(self, region: str, year: str, measure: str) -> tuple[float | None, Status]:
        """A region's value; the nation's is the sum of its regions, where it is not published itself."""
        if region != NATION or (NATION, year, measure) in self.values:
            return self.values.get((region, year, measure), (None, Status.NOT_DELIVERED))
        parts = [self.of(code, year, measure) for code in REGIONS]
        status = of_sum(status for _, status in parts)
        return (sum(value or 0 for value, _ in parts), status) if status.has_value else (None, status)

    def years(self, *measures: str) -> list[str]:
        """The years in which each of the measures is known for any region."""
        known = [{year for _, year, name in self.values if name == measure} for measure in measures]
        return sorted(set.intersection(*known))

    def nearest_year(self, year: str, *measures: str) -> str:
        """The year itself, or the nearest one in which each of the measures is known; of two the later one."""
        known = self.years(*measures) or [year]
        return min(known, key=lambda one: (abs(int(one) - int(year)), -int(one)))


@dataclass(frozen=True, slots=True)
class SeriesCell:
    """One figure of a series as its source publishes it; `low`-`high` is the source's 95% interval."""

    region: str
    period: str
    sector: str
    value: float | None
    low: float | None
    high: float | None
    status: Status
    cited: Source


@dataclass(frozen=True, slots=True)
class Inputs:
    """What an edition is calculated from: protected counts, context, pledges, and who says so."""

    cells: dict[Key, Cell]
    periods: tuple[str, ...]
    context: Context
    plan: Plan
    origin: str
    sources: dict[str, Source] = field(default_factory=dict)
    series: dict[str, list[SeriesCell]] = field(default_factory=dict)
    #: What regions pledged: apart from the counts, so that no calculation over counts can meet it.
    pledges: Context = field(default_factory=lambda: Context({}))


def planned(plan: Plan, periods: Iterable[str], measure: str) -> Iterator[tuple[str, str, str, str]]:
    """(region, period, method, client group) of every count of a measure that the plan publishes, once."""
    seen = set()
    for table in plan.tables:
        if table.measures and measure not in table.measures:
            continue
        places = (NATION, *REGIONS) if table.regions else (NATION,)
        for period in periods:
            if parse(period).kind not in table.periods:
                continue
            for method, group in table.cuts():
                for region in places:
                    key = (region, period, method, group)
                    if key not in seen:
                        seen.add(key)
                        yield key


def compared(plan: Plan, periods: Iterable[str]) -> Iterator[Key]:
    """Every count over equal regions that the plan publishes: of periods with the same period a year earlier."""
    every = set(periods)
    for table in plan.comparisons:
        for one in comparisons.ALL:
            for period in every:
                earlier = parse(period).year_earlier().code
                if one.measure in table.measures and parse(period).kind in table.periods and earlier in every:
                    yield one.id, NATION, period, TOTAL, TOTAL


def cell_of(inputs: Inputs, measure: str, region: str, period: str, method: str, group: str) -> Cell:
    """The protected count; one that nobody delivered is there too."""
    key = (measure, region, period, method, group)
    return inputs.cells.get(key) or Cell(*key, None, Status.NOT_DELIVERED)


def delivered(cell: Cell) -> tuple[int, int]:
    """How many regions are in a national count, of how many: (31, 35)."""
    return len(cell.covered), len(REGIONS)
