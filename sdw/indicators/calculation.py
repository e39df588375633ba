"""Every indicator for every region, the nation, every period and dimension: once, at publication.

Input is what protection let through; nothing here ever sees a withheld count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sdw.indicators.model import (
    NATION,
    TOTAL,
    ContextCount,
    ContextPerThousand,
    Count,
    Indicator,
    OutcomeDifference,
    OutcomeRate,
    PerThousand,
    Series,
    Share,
)
from sdw.indicators.published import Row
from sdw.privacy.cells import Cell
from sdw.reference import regions
from sdw.reference.periods import parse
from sdw.reference.plan import Plan
from sdw.reference.status import Status, of_sum
from sdw.statistics import proportions

Key = tuple[str, str, str, str, str]
REGIONS = tuple(regions.CODES)


@dataclass(frozen=True, slots=True)
class Context:
    """Published statistics about a region: (region, year, measure) → value and status."""

    values: dict[tuple[str, str, str], tuple[float | None, Status]]

    def of(self, region: str, year: str, measure: str) -> tuple[float | None, Status]:
        """A region's value; the nation's is the sum of its regions."""
        if region != NATION:
            return self.values.get((region, year, measure), (None, Status.NOT_DELIVERED))
        parts = [self.of(code, year, measure) for code in REGIONS]
        status = of_sum(status for _, status in parts)
        return (sum(value or 0 for value, _ in parts), status) if status.has_value else (None, status)

    def years(self, measure: str) -> list[str]:
        """The years in which the measure is known for any region."""
        return sorted({year for _, year, name in self.values if name == measure})


@dataclass(frozen=True, slots=True)
class SeriesCell:
    """One figure of a national series as its source publishes it; `low`-`high` is the source's 95% interval."""

    period: str
    sector: str
    value: float | None
    low: float | None
    high: float | None
    status: Status
    source: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """What an edition is calculated from: protected counts, context, and who says so."""

    cells: dict[Key, Cell]
    periods: tuple[str, ...]
    context: Context
    plan: Plan
    origin: str
    sources: dict[str, str] = field(default_factory=dict)
    series: dict[str, list[SeriesCell]] = field(default_factory=dict)


def rows(indicator: Indicator, inputs: Inputs) -> Iterator[Row]:
    """All figures of one indicator."""
    match indicator.formula:
        case Count(measures=measures):
            yield from _counts(indicator, inputs, "uitgevoerd" if len(measures) > 1 else measures[0])
        case Share() as share:
            yield from _shares(indicator, share, inputs)
        case PerThousand() as rate:
            yield from _rates(indicator, rate, inputs)
        case ContextCount(measure=measure):
            yield from _context_counts(indicator, measure, inputs)
        case ContextPerThousand(measure=measure):
            yield from _context_rates(indicator, measure, inputs)
        case OutcomeRate() | OutcomeDifference():
            return  # Calculated together, in `outcomes`: one protection covers all of them.
        case Series(measure=measure):
            yield from _series(indicator, measure, inputs)
        case other:
            raise TypeError(f"no calculation for {other}")


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


def _cell(inputs: Inputs, measure: str, region: str, period: str, method: str, group: str) -> Cell:
    key = (measure, region, period, method, group)
    return inputs.cells.get(key) or Cell(*key, None, Status.NOT_DELIVERED)


def _counts(indicator: Indicator, inputs: Inputs, measure: str) -> Iterator[Row]:
    for region, period, method, group in planned(inputs.plan, inputs.periods, measure):
        cell = _cell(inputs, measure, region, period, method, group)
        bounds: tuple[float | None, float | None] = (None, None)
        if region == NATION:
            bounds = _national_bounds(inputs, cell)
        yield Row(
            indicator=indicator.id,
            region=region,
            period=period,
            method=method,
            client_group=group,
            value=cell.value,
            status=cell.status,
            numerator=cell.value,
            bound_low=bounds[0],
            bound_high=bounds[1],
            coverage=_coverage(cell) if region == NATION else "",
            source=inputs.sources["trajecten"],
            origin=inputs.origin,
        )


def _coverage(cell: Cell) -> str:
    return f"{len(cell.covered)}/{len(REGIONS)}"


def _national_bounds(inputs: Inputs, cell: Cell) -> tuple[float | None, float | None]:
    """From "the missing regions did nothing" to "each did as much as the highest published region"."""
    missing = len(REGIONS) - len(cell.covered)
    if cell.value is None or not missing:
        return None, None
    shown = [
        other.value
        for code in REGIONS
        if (other := inputs.cells.get((cell.measure, code, *cell.key[2:]))) and other.value is not None
    ]
    return cell.value, cell.value + missing * max(shown) if shown else None


def _shares(indicator: Indicator, share: Share, inputs: Inputs) -> Iterator[Row]:
    """A share over the same regions in numerator and denominator; Wilson (1927) interval."""
    cut = (share.category, TOTAL) if share.dimension == "method" else (TOTAL, share.category)
    published = dict.fromkeys(planned(inputs.plan, inputs.periods, share.measure))
    for region, period, method, group in published:
        if (method, group) != (TOTAL, TOTAL) or (region, period, *cut) not in published:
            continue
        part = _cell(inputs, share.measure, region, period, *cut)
        whole = _cell(inputs, share.measure, region, period, TOTAL, TOTAL)
        coverage = ""
        if region == NATION:
            part, whole = _same_regions(inputs, part, whole)
            coverage = _coverage(whole)
        status = of_sum((part.status, whole.status))
        row = Row(
            indicator=indicator.id,
            region=region,
            period=period,
            status=status,
            coverage=coverage,
            source=inputs.sources["trajecten"],
            origin=inputs.origin,
        )
        yield _with_share(row, part.value, whole.value, inputs.plan)


def _with_share(row: Row, events: float | None, total: float | None, plan: Plan) -> Row:
    """The share where numerator, complement and denominator may be shown; otherwise its status alone.

    Rounded counts are all shown, and stand for a range: only the number of people is asked of these.
    """
    if not row.status.has_value or events is None or total is None:
        return row
    rest = total - events
    if total == 0:
        return replace(row, status=Status.NOT_APPLICABLE)
    extreme = not plan.rounding and (0 <= rest < plan.threshold or events == 0)
    if total < plan.rate_minimum or extreme:
        return replace(row, status=Status.SUPPRESSED)
    estimate = proportions.wilson(events, total)
    return replace(
        row,
        value=estimate.value,
        numerator=events,
        denominator=total,
        low=estimate.low,
        high=estimate.high,
    )


def _same_regions(inputs: Inputs, part: Cell, whole: Cell) -> tuple[Cell, Cell]:
    """Numerator and denominator over the same regions, from published cells only."""
    if part.covered == whole.covered:
        return part, whole
    both = [code for code in whole.covered if code in set(part.covered)]
    parts = [_cell(inputs, part.measure, code, *part.key[2:]) for code in both]
    wholes = [_cell(inputs, whole.measure, code, *whole.key[2:]) for code in both]
    return _added(part, parts, both), _added(whole, wholes, both)


def _added(like: Cell, cells: list[Cell], covered: list[str]) -> Cell:
    status = of_sum(cell.status for cell in cells) if cells else Status.NOT_DELIVERED
    value = sum(cell.value or 0 for cell in cells) if status.has_value else None
    return Cell(*like.key, value, status, tuple(covered))


def _rates(indicator: Indicator, rate: PerThousand, inputs: Inputs) -> Iterator[Row]:
    """A count per 1,000 of the context of the regions in it; Byar's interval for the count."""
    for region, period, method, group in planned(inputs.plan, inputs.periods, rate.measure):
        if (method, group) != (TOTAL, TOTAL) or parse(period).kind != "year":
            continue
        cell = _cell(inputs, rate.measure, region, period, TOTAL, TOTAL)
        year = str(rate.year) if rate.year else period
        places = cell.covered if region == NATION else (region,)
        parts = [inputs.context.of(place, year, name) for place in places for name in rate.per]
        below = sum(value or 0 for value, _ in parts)
        row = Row(
            indicator=indicator.id,
            region=region,
            period=period,
            status=of_sum([cell.status, *(status for _, status in parts)]),
            coverage=_coverage(cell) if region == NATION else "",
            source=f"{inputs.sources['trajecten']}; {inputs.sources['context-2021']}",
            origin=inputs.origin,
        )
        if not row.status.has_value or cell.value is None or not below:
            yield row
            continue
        estimate = proportions.rate_per_1000(cell.value, below)
        yield replace(
            row,
            value=estimate.value,
            numerator=cell.value,
            denominator=below,
            low=estimate.low,
            high=estimate.high,
        )


def _context_counts(indicator: Indicator, measure: str, inputs: Inputs) -> Iterator[Row]:
    for year in inputs.context.years(measure):
        for region in (NATION, *REGIONS):
            value, status = inputs.context.of(region, year, measure)
            yield Row(
                indicator=indicator.id,
                region=region,
                period=year,
                value=value,
                status=status,
                numerator=value,
                coverage=_context_coverage(inputs, year, measure) if region == NATION else "",
                source=inputs.sources[f"context-{year}"],
                origin="openbaar",
            )


def _context_rates(indicator: Indicator, measure: str, inputs: Inputs) -> Iterator[Row]:
    for year in inputs.context.years(measure):
        for region in (NATION, *REGIONS):
            above, above_status = inputs.context.of(region, year, measure)
            below, below_status = inputs.context.of(region, year, "inwoners")
            status = of_sum((above_status, below_status))
            shown = status.has_value and above is not None and bool(below)
            yield Row(
                indicator=indicator.id,
                region=region,
                period=year,
                value=1000 * above / below if shown and above is not None and below else None,
                status=status,
                numerator=above if shown else None,
                denominator=below if shown else None,
                coverage=_context_coverage(inputs, year, measure) if region == NATION else "",
                source=inputs.sources[f"context-{year}"],
                origin="openbaar",
            )


def _context_coverage(inputs: Inputs, year: str, measure: str) -> str:
    have = sum(inputs.context.of(code, year, measure)[1].has_value for code in REGIONS)
    return f"{have}/{len(REGIONS)}"


def _series(indicator: Indicator, measure: str, inputs: Inputs) -> Iterator[Row]:
    """A national series as published: nothing is calculated, and coverage of regions does not apply."""
    for cell in inputs.series.get(measure, ()):
        yield Row(
            indicator=indicator.id,
            region=NATION,
            period=cell.period,
            sector=cell.sector,
            value=cell.value,
            status=cell.status,
            low=cell.low,
            high=cell.high,
            source=cell.source,
            origin="openbaar",
        )
