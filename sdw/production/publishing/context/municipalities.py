"""Public figures of the gemeenten: where need lies within a region. Nothing is added up here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sdw.edition.figure_row import MunicipalityRow, Source
from sdw.indicators import need_catalogue
from sdw.indicators.model import ContextPercentage, ContextPerThousand, Indicator
from sdw.reference.areas import municipalities
from sdw.reference.status import Status, of_sum

Value = tuple[float | None, Status]
_NOT_DELIVERED: Value = (None, Status.NOT_DELIVERED)


@dataclass(slots=True)
class Delivered:
    """What was imported of a gemeente and a year: the region that it was in then, and its measures."""

    region: str
    measures: dict[str, Value] = field(default_factory=dict)

    def of(self, measure: str) -> Value:
        """A value with its status."""
        return self.measures.get(measure, _NOT_DELIVERED)


#: (year, gemeente) → what was imported of it.
Cells = Mapping[tuple[str, str], Delivered]


def cells(found: Iterable[tuple[str, str, str, str, float | None, str]]) -> Cells:
    """From the rows of the store: gemeente, region, year, measure, value, status."""
    delivered: dict[tuple[str, str], Delivered] = {}
    for municipality, region, year, measure, value, status in found:
        one = delivered.setdefault((year, municipality), Delivered(region))
        one.measures[measure] = (value, Status(status))
    return delivered


def rows(delivered: Cells, sources: Mapping[str, Source]) -> Iterator[MunicipalityRow]:
    """Every gemeente that there was in a year with figures; one without figures is there too, and says so."""
    for indicator in need_catalogue.OF_MUNICIPALITIES:
        measure = _measure(indicator)
        for year in sorted({year for (year, _), one in delivered.items() if measure in one.measures}):
            for known in municipalities.on(dt.date(int(year), 1, 1)):
                one = delivered.get((year, known.code), Delivered(known.region))
                yield _row(indicator, year, known.code, known.name, one, sources)


def _measure(indicator: Indicator) -> str:
    match indicator.formula:
        case ContextPerThousand(measure=measure) | ContextPercentage(measure=measure):
            return measure
        case other:
            raise TypeError(f"no figures of gemeenten for {other}")


def _row(
    indicator: Indicator, year: str, code: str, name: str, one: Delivered, sources: Mapping[str, Source]
) -> MunicipalityRow:
    value, status = one.of(_measure(indicator))
    numerator = denominator = None
    source = "jongvolwassenen"
    if isinstance(indicator.formula, ContextPerThousand):
        numerator, source = value, f"context-{year}"
        denominator, below = one.of(indicator.formula.per)
        status = of_sum((status, below))
        value = 1000 * numerator / denominator if numerator is not None and denominator else None
    return MunicipalityRow(
        municipality=code,
        name=name,
        region=one.region,
        indicator=indicator.id,
        period=year,
        value=value,
        status=status,
        numerator=numerator,
        denominator=denominator,
        cited=sources[source],
    )
