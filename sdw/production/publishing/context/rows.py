"""Figures that others published: context of the regions, and national series."""

from __future__ import annotations

from collections.abc import Iterator

from sdw.edition.figure_row import Row
from sdw.indicators.model import NATION, ContextPercentage, ContextPerThousand, Indicator
from sdw.production.publishing.publication_inputs import REGIONS, Inputs
from sdw.reference.status import Status, of_sum

#: A percentage over fewer of the people than this (in %) says too little about all of them.
LEAST_COVERED = 80


def context_counts(indicator: Indicator, measure: str, inputs: Inputs) -> Iterator[Row]:
    """A context measure of every region and the nation, in the years in which it is known."""
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
                delivered=_delivered(inputs, year, measure) if region == NATION else None,
                cited=inputs.sources[f"context-{year}"],
                origin="openbaar",
            )


def context_rates(indicator: Indicator, rate: ContextPerThousand, inputs: Inputs) -> Iterator[Row]:
    """A context measure per 1,000 inhabitants of the same year."""
    measure = rate.measure
    for year in inputs.context.years(measure, rate.per):
        for region in (NATION, *REGIONS):
            above, above_status = inputs.context.of(region, year, measure)
            below, below_status = inputs.context.of(region, year, rate.per)
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
                delivered=_delivered(inputs, year, measure) if region == NATION else None,
                cited=inputs.sources[f"context-{year}"],
                origin="openbaar",
            )


def context_percentages(indicator: Indicator, share: ContextPercentage, inputs: Inputs) -> Iterator[Row]:
    """A percentage as published; unknown where too few of the people live where there is a figure."""
    for year in inputs.context.years(share.measure):
        for region in (NATION, *REGIONS):
            value, status = inputs.context.of(region, year, share.measure)
            covered, _ = inputs.context.of(region, year, share.coverage)
            if status.has_value and (covered is None or covered < LEAST_COVERED):
                value, status = None, Status.UNKNOWN
            yield Row(
                indicator=indicator.id,
                region=region,
                period=year,
                value=value,
                status=status,
                delivered=_delivered(inputs, year, share.measure) if region == NATION else None,
                cited=inputs.sources["jongvolwassenen"],
                origin="openbaar",
            )


def _delivered(inputs: Inputs, year: str, measure: str) -> tuple[int, int]:
    have = sum(inputs.context.of(code, year, measure)[1].has_value for code in REGIONS)
    return have, len(REGIONS)


def series(indicator: Indicator, measure: str, inputs: Inputs) -> Iterator[Row]:
    """A national series as published: nothing is calculated, and coverage of regions does not apply."""
    for cell in inputs.series.get(measure, ()):
        yield Row(
            indicator=indicator.id,
            region=cell.region,
            period=cell.period,
            sector=cell.sector,
            value=cell.value,
            status=cell.status,
            low=cell.low,
            high=cell.high,
            cited=cell.cited,
            origin="openbaar",
        )
