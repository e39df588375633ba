"""What regions pledged for a year. A plan is public as it is; it meets no count, no pace and no protection."""

from __future__ import annotations

from collections.abc import Iterator

from sdw.edition.figure_row import Row
from sdw.indicators.model import NATION, Indicator, Pledged
from sdw.production.publishing.publication_inputs import REGIONS, Context, Inputs
from sdw.reference.status import Status, of_sum


def rows(indicator: Indicator, pledge: Pledged, inputs: Inputs) -> Iterator[Row]:
    """Every region and the nation, in the years for which anything was pledged; nothing where nothing was."""
    for year in inputs.pledges.years(pledge.measure):
        for region in (NATION, *REGIONS):
            value, status = (
                _of_nation(inputs.pledges, year, pledge.measure)
                if region == NATION
                else inputs.pledges.of(region, year, pledge.measure)
            )
            yield Row(
                indicator=indicator.id,
                region=region,
                period=year,
                value=value,
                status=status,
                numerator=value,
                delivered=(len(_given(inputs.pledges, year, pledge.measure)), len(REGIONS))
                if region == NATION
                else None,
                cited=inputs.sources["toezeggingen"],
                origin=inputs.origin,
            )


def _given(pledges: Context, year: str, measure: str) -> list[tuple[float, Status]]:
    found = [pledges.of(code, year, measure) for code in REGIONS]
    return [(value, status) for value, status in found if value is not None and status.has_value]


def _of_nation(pledges: Context, year: str, measure: str) -> tuple[float | None, Status]:
    """The sum of what was pledged, whoever pledged nothing; no value where nobody did."""
    given = _given(pledges, year, measure)
    if not given:
        return None, Status.NOT_DELIVERED
    return sum(value for value, _ in given), of_sum(status for _, status in given)
