"""The code lists that the tables refer to: what each code is called and means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sdw.dissemination.exports.open import figure_tables, other_tables
from sdw.dissemination.exports.open.figure_tables import table_of
from sdw.dissemination.exports.open.table import Column, Kind, Row, Table, always
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Source
from sdw.indicators import catalogue
from sdw.reference import dimensions
from sdw.reference.datasets import states
from sdw.reference.dimensions import Category
from sdw.reference.series import sectors
from sdw.reference.status import Status
from sdw.text.dutch import say

#: An origin → the key of what it is called.
ORIGINS = {
    "voorbeeld": "export.origin.voorbeeld",
    figure_tables.REAL: "export.origin.real",
    "aangeleverd": "export.origin.aangeleverd",
    "openbaar": "export.origin.openbaar",
}
#: What the codes and words are, where the lists are ours; and what those of CBS are.
_OURS, _OF_CBS = ("regio-namen",), ("regio-indeling",)


def _indicators(edition: Edition) -> Iterator[Row]:
    shown = dict.fromkeys(one.id for one in figure_tables.indicators(edition))
    shown |= dict.fromkeys(row[1] for row in other_tables.municipal(edition))
    for one in filter(lambda each: each.id in shown, catalogue.ALL):
        words = (one.label, one.definition, one.numerator, one.denominator)
        read = (one.unit.value, one.better.value, " ".join(one.caveats), table_of(one))
        yield one.id, *words, *read, one.decimals


def _statuses(_: Edition) -> Iterator[Row]:
    for one in Status:
        yield one.value, say(f"status.{one.value}"), say(f"export.meaning.{one.value}"), one.has_value


def _categories(known: dict[str, Category]) -> Callable[[Edition], Iterator[Row]]:
    def lines(_: Edition) -> Iterator[Row]:
        for one in known.values():
            yield one.code, one.label, one.short

    return lines


def _sectors(_: Edition) -> Iterator[Row]:
    for one in sorted(sectors.ALL, key=lambda each: (each.order, each.code)):
        yield one.code, one.label, one.title, one.kind, one.parent, one.order


def sources(edition: Edition) -> dict[str, Source]:
    """Id → who says so, of every source that a line refers to."""
    cited = {one.cited.id: one.cited for one in figure_tables.every(edition)}
    known = figures.sources(edition)
    cited |= {row[-1]: known[row[-1]] for row in other_tables.municipal(edition)}
    return dict(sorted(cited.items()))


def _sources(edition: Edition) -> Iterator[Row]:
    for one in sources(edition).values():
        yield one.id, one.words, one.table_id, one.modified


def _choices(_: Edition) -> Iterator[Row]:
    for dataset in states.ALL:
        for field in dataset.fields:
            for one in field.choices:
                yield dataset.id, field.id, one.code, one.label, one.meaning


def _list(
    name: str,
    code: str,
    lines: Callable[[Edition], Iterable[Row]],
    of: tuple[str, ...],
    texts: tuple[str, ...] = (),
    **others: Kind,
) -> Table:
    """A list: `code` is its first column and the key, then a label, texts, and others by their kind."""
    declared = (
        *(Column(code, required=True), Column("label", required=True)),
        *map(Column, texts),
        *(Column(one, kind) for one, kind in others.items()),
    )
    return Table(name, declared, (code,), lines, always, lambda _: of, is_list=True)


def _regions(edition: Edition) -> Iterator[Row]:
    yield from other_tables.region_names(edition).items()


def _origins(_: Edition) -> Iterator[Row]:
    for one, key in ORIGINS.items():
        yield one, say(key)


_CHOICE = (
    *(Column("dataset", required=True), Column("field", required=True), Column("code", required=True)),
    *(Column("label", required=True), Column("meaning")),
)
_MEASURED = ("definition", "numerator_means", "denominator_means", "unit", "better", "caveats", "in_table")
ALL: tuple[Table, ...] = (
    _list("regios", "region", _regions, _OF_CBS),
    _list("indicatoren", "indicator", _indicators, _OURS, _MEASURED, decimals="count"),
    _list("statussen", "status", _statuses, _OURS, ("meaning",), has_value="flag"),
    _list("methoden", "method", _categories(dimensions.METHODS), _OURS, ("short",)),
    _list("doelgroepen", "client_group", _categories(dimensions.CLIENT_GROUPS), _OURS, ("short",)),
    _list(
        "sectoren", "sector", _sectors, ("cbs-beschrijving", *_OURS), ("title_cbs", "kind", "parent"), order="count"
    ),
    _list("bronnen", "source", _sources, _OURS, ("table_id", "modified")),
    _list("herkomsten", "origin", _origins, _OURS),
    Table(
        "keuzes",
        _CHOICE,
        ("dataset", "field", "code"),
        _choices,
        lambda edition: edition.holds("state"),
        lambda _: _OURS,
        is_list=True,
    ),
)
