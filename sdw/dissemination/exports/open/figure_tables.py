"""The tables of figures: every published figure is a line of exactly one of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import assert_never

from sdw.dissemination.exports.open.table import Column, Row, Table
from sdw.dissemination.figures.record import licences
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import (
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

NAMES = ("trajecten", "toezeggingen", "uitkomsten", "verzuim", "uitkeringen", "context", "jongeren")
INDICATOR = Column("indicator", required=True, of_list="indicatoren")
REGION = Column("region", required=True, of_list="regios")
STATUS = Column("status", required=True, of_list="statussen")
SOURCE = Column("source", required=True, of_list="bronnen")
EDITION = Column("edition", required=True)
ORIGIN = Column("origin", required=True, of_list="herkomsten")
COLUMNS = (
    *(INDICATOR, REGION, Column("period")),
    Column("method", required=True, of_list="methoden"),
    Column("client_group", required=True, of_list="doelgroepen"),
    Column("sector", of_list="sectoren"),
    *(Column("months", "count"), Column("value", "number"), STATUS),
    *(Column("numerator", "number"), Column("denominator", "number")),
    *(Column("low", "number"), Column("high", "number")),
    *(Column("bound_low", "number"), Column("bound_high", "number")),
    *(Column("regions_delivered", "count"), Column("regions_all", "count")),
    *(SOURCE, Column("carried_from", "list"), EDITION, ORIGIN),
)
#: The origin of a real number in a series of examples: the edition says "voorbeeld", which it is not.
REAL = "echt"
#: What tells one figure from another.
KEY = ("indicator", "region", "period", "method", "client_group", "sector", "months")


def table_of(indicator: Indicator) -> str:
    """The name of the table in which the figures of an indicator are."""
    formula = indicator.formula
    match formula:
        case Count() | SameRegions() | Expected() | Chance() | Share() | PerThousand():
            return "trajecten"
        case Pledged():
            return "toezeggingen"
        case OutcomeRate() | OutcomeDifference():
            return "uitkomsten"
        case Series():
            return formula.dataset
        case SeriesPerThousand():
            return "uitkeringen"
        case ContextCount() | ContextPerThousand():
            return "context"
        case ContextPercentage():
            return "jongeren"
        case _:
            assert_never(formula)


def indicators(edition: Edition, name: str = "") -> list[Indicator]:
    """The published indicators of a table, or of all of them, in the order of the catalogue."""
    published = set(figures.published(edition))
    return [one for one in catalogue.ALL if one.id in published and name in ("", table_of(one))]


def every(edition: Edition) -> Iterator[Figure]:
    """Every published figure."""
    for indicator in indicators(edition):
        yield from figures.select(edition, indicator.id)


def _lines(name: str, edition: Edition) -> Iterator[Row]:
    for indicator in indicators(edition, name):
        yield from map(_line, figures.select(edition, indicator.id))


def _line(one: Figure) -> Row:
    have, of_all = one.delivered or (None, None)
    return (
        *(one.indicator, one.region, one.period, one.method, one.client_group, one.sector, one.months or None),
        *(one.value, one.status.value, one.numerator, one.denominator),
        *(one.low, one.high, one.bound_low, one.bound_high),
        *(have, of_all, one.cited.id, one.carried_from, one.edition, REAL if one.real else one.origin),
    )


def _is_in(name: str, edition: Edition) -> bool:
    return bool(indicators(edition, name))


@lru_cache(maxsize=64)
def sources(name: str, edition: Edition) -> tuple[str, ...]:
    """Of what the figures of a table are, as they stand there: `licences.of_figures`."""
    return licences.of_figures(
        figure for one in indicators(edition, name) for figure in figures.select(edition, one.id)
    )


ALL: tuple[Table, ...] = tuple(
    Table(name, COLUMNS, KEY, partial(_lines, name), partial(_is_in, name), partial(sources, name))
    for name in NAMES
)
