"""Every indicator for every region, the nation, every period and dimension: once, at publication.

Input is what protection let through; nothing here ever sees a withheld count.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdw.edition.carried_over import labels_of
from sdw.edition.figure_row import Row
from sdw.indicators.model import (
    NATION,
    Chance,
    ContextCount,
    ContextPercentage,
    ContextPerThousand,
    Count,
    Expected,
    Indicator,
    OutcomeDifference,
    OutcomeRate,
    PerThousand,
    Pledged,
    SameRegions,
    Series,
    SeriesPerThousand,
    Share,
)
from sdw.production.publishing.context import monthly, pledges
from sdw.production.publishing.context import rows as public_statistics
from sdw.production.publishing.publication_inputs import Inputs, cell_of, delivered, planned
from sdw.production.publishing.trajectories import rates
from sdw.production.publishing.trajectories.bounds import NONE, of_measure
from sdw.reference.measures import COUNTS, MADE


def rows(indicator: Indicator, inputs: Inputs) -> Iterator[Row]:
    """All figures of one indicator."""
    match indicator.formula:
        case Count(measures=measures):
            yield from _counts(indicator, inputs, counted_as(measures))
        case SameRegions():
            yield from _same_regions(indicator, inputs)
        case Share() as share:
            yield from rates.shares(indicator, share, inputs)
        case PerThousand() as rate:
            yield from rates.rates(indicator, rate, inputs)
        case ContextCount(measure=measure):
            yield from public_statistics.context_counts(indicator, measure, inputs)
        case ContextPerThousand() as rate_of_context:
            yield from public_statistics.context_rates(indicator, rate_of_context, inputs)
        case ContextPercentage() as percentage:
            yield from public_statistics.context_percentages(indicator, percentage, inputs)
        case OutcomeRate() | OutcomeDifference():
            return  # Calculated together, in `outcomes`: one protection covers all of them.
        case Expected() | Chance():
            return  # Calculated together, in `trajectories.pace`, from what is published in the end.
        case Pledged() as pledge:
            yield from pledges.rows(indicator, pledge, inputs)
        case SeriesPerThousand() as monthly_rate:
            yield from monthly.rates(indicator, monthly_rate, inputs)
        case Series(measure=measure):
            yield from public_statistics.series(indicator, measure, inputs)
        case other:
            raise TypeError(f"no calculation for {other}")


def counted_as(measures: tuple[str, ...]) -> str:
    """The total that a count of these measures is. Raises ValueError where no such total is added up: a count is
    never published as another one."""
    found = [name for name, of in MADE.items() if of == measures]
    found += [name for name in measures if (name,) == measures and name in COUNTS]
    if not found:
        raise ValueError(f"no total is added up of {measures}")
    return found[0]


def _counts(indicator: Indicator, inputs: Inputs, measure: str) -> Iterator[Row]:
    bounds = of_measure(inputs, measure)
    for region, period, method, group in planned(inputs.plan, inputs.periods, measure):
        cell = cell_of(inputs, measure, region, period, method, group)
        could_be = bounds.get(cell.key, NONE)
        yield Row(
            indicator=indicator.id,
            region=region,
            period=period,
            method=method,
            client_group=group,
            value=cell.value,
            status=cell.status,
            numerator=cell.value,
            bound_low=could_be.low,
            bound_high=could_be.high,
            delivered=delivered(cell) if region == NATION else None,
            cited=inputs.sources["trajecten"],
            carried_from=labels_of(cell.carried_from),
            origin=inputs.origin,
        )


def _same_regions(indicator: Indicator, inputs: Inputs) -> Iterator[Row]:
    """Sums over equal regions; none where these are the regions of the nation itself, or too few."""
    for key in sorted(inputs.cells):
        if key[0] != indicator.id:
            continue
        cell = inputs.cells[key]
        yield Row(
            indicator=indicator.id,
            region=NATION,
            period=cell.period,
            value=cell.value,
            status=cell.status,
            numerator=cell.value,
            delivered=delivered(cell),
            cited=inputs.sources["trajecten"],
            carried_from=labels_of(cell.carried_from),
            origin=inputs.origin,
        )
