"""Series of regions by month, as rates per 1,000 inhabitants."""

from __future__ import annotations

from collections.abc import Iterator

from sdw.edition.figure_row import Row
from sdw.indicators.model import NATION, Indicator, SeriesPerThousand
from sdw.production.publishing.publication_inputs import Inputs, SeriesCell
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.status import of_sum

#: So many months back an edition has them: the newest, and two years before it. The store keeps all.
MONTHS = 25


def rates(indicator: Indicator, rate: SeriesPerThousand, inputs: Inputs) -> Iterator[Row]:
    """The newest months of every region and the nation; none where the number of inhabitants is not known."""
    cells = [one for one in inputs.series.get(rate.measure, ()) if periods.parse(one.period).kind == "month"]
    years = inputs.context.years(rate.per)
    if not years:
        return
    kept = sorted({one.period for one in cells}, key=periods.parse)[-MONTHS:]
    delivered = {period: _with_value(cells, period) for period in kept}
    for cell in cells:
        if cell.period in delivered:
            yield _row(indicator, rate, inputs, cell, delivered[cell.period])


def _row(
    indicator: Indicator, rate: SeriesPerThousand, inputs: Inputs, cell: SeriesCell, delivered: tuple[int, int]
) -> Row:
    year = inputs.context.nearest_year(cell.period[:4], rate.per)
    below, below_status = inputs.context.of(cell.region, year, rate.per)
    status = of_sum((cell.status, below_status))
    value = 1000 * cell.value / below if status.has_value and cell.value is not None and below else None
    return Row(
        indicator=indicator.id,
        region=cell.region,
        period=cell.period,
        value=value,
        status=status,
        numerator=cell.value if value is not None else None,
        denominator=below if value is not None else None,
        delivered=delivered if cell.region == NATION else None,
        cited=cell.cited.beside(inputs.sources[f"context-{year}"]),
        origin="openbaar",
    )


def _with_value(cells: list[SeriesCell], period: str) -> tuple[int, int]:
    have = sum(one.period == period and one.region != NATION and one.status.has_value for one in cells)
    return have, len(regions.CODES)
