"""Shares and rates of protected counts: the same regions above and below the line, published cells only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sdw.disclosure.cells import Cell
from sdw.edition.carried_over import labels_of
from sdw.edition.figure_row import Row, Source
from sdw.indicators.model import NATION, TOTAL, Indicator, PerThousand, Share
from sdw.production.publishing.publication_inputs import Inputs, cell_of, delivered, planned
from sdw.reference.periods import parse
from sdw.reference.plan import Plan
from sdw.reference.status import Status, of_sum
from sdw.statistics import proportions


def shares(indicator: Indicator, share: Share, inputs: Inputs) -> Iterator[Row]:
    """A share over the same regions in numerator and denominator; Wilson (1927) interval."""
    cut = (share.category, TOTAL) if share.dimension == "method" else (TOTAL, share.category)
    published = dict.fromkeys(planned(inputs.plan, inputs.periods, share.measure))
    for region, period, method, group in published:
        if (method, group) != (TOTAL, TOTAL) or (region, period, *cut) not in published:
            continue
        part = cell_of(inputs, share.measure, region, period, *cut)
        whole = cell_of(inputs, share.measure, region, period, TOTAL, TOTAL)
        regions_in = None
        if region == NATION:
            part, whole = _same_regions(inputs, part, whole)
            regions_in = delivered(whole)
        status = of_sum((part.status, whole.status))
        if status.has_value and region == NATION and len(whole.covered) < inputs.plan.fewest_regions:
            status = Status.SUPPRESSED
        if status.has_value and len({*(part.carried_from or ("",)), *(whole.carried_from or ("",))}) > 1:
            status = Status.SUPPRESSED  # Above and below the line would be of two editions.
        row = Row(
            indicator=indicator.id,
            region=region,
            period=period,
            status=status,
            delivered=regions_in,
            cited=inputs.sources["trajecten"],
            origin=inputs.origin,
        )
        yield _carried_over(_with_share(row, part.value, whole.value, inputs.plan), part.carried_from)


def _carried_over(row: Row, labels: Iterable[str]) -> Row:
    """The row, with the editions that its value comes from; without a value there is nothing to come from."""
    return row if row.value is None else replace(row, carried_from=labels_of(labels))


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
    parts = [cell_of(inputs, part.measure, code, *part.key[2:]) for code in both]
    wholes = [cell_of(inputs, whole.measure, code, *whole.key[2:]) for code in both]
    return _added(part, parts, both), _added(whole, wholes, both)


def _added(like: Cell, cells: list[Cell], covered: list[str]) -> Cell:
    status = of_sum(cell.status for cell in cells) if cells else Status.NOT_DELIVERED
    value = sum(cell.value or 0 for cell in cells) if status.has_value else None
    labels = tuple(label for cell in cells for label in cell.carried_from or ("",))
    return Cell(*like.key, value, status, tuple(covered), labels if any(labels) else ())


def _over_context(inputs: Inputs, year: str) -> Source:
    """The source of a count, beside that of the context of the year that it is divided by, where there is one."""
    counted, context = inputs.sources["trajecten"], inputs.sources.get(f"context-{year}")
    return counted if context is None else counted.beside(context)


def rates(indicator: Indicator, rate: PerThousand, inputs: Inputs) -> Iterator[Row]:
    """A count per 1,000 of the context of the regions in it; Byar's interval for the count."""
    for region, period, method, group in planned(inputs.plan, inputs.periods, rate.measure):
        if (method, group) != (TOTAL, TOTAL) or parse(period).kind != "year":
            continue
        cell = cell_of(inputs, rate.measure, region, period, TOTAL, TOTAL)
        year = inputs.context.nearest_year(period, *rate.per)
        places = cell.covered if region == NATION else (region,)
        parts = [inputs.context.of(place, year, name) for place in places for name in rate.per]
        below = sum(value or 0 for value, _ in parts)
        row = Row(
            indicator=indicator.id,
            region=region,
            period=period,
            status=of_sum([cell.status, *(status for _, status in parts)]),
            delivered=delivered(cell) if region == NATION else None,
            cited=_over_context(inputs, year),
            origin=inputs.origin,
        )
        if not row.status.has_value or cell.value is None or not below:
            yield row
            continue
        estimate = proportions.rate_per_1000(cell.value, below)
        rate_of = replace(
            row,
            value=estimate.value,
            numerator=cell.value,
            denominator=below,
            low=estimate.low,
            high=estimate.high,
        )
        yield _carried_over(rate_of, cell.carried_from)
