"""The tables beside the figures of regions: gemeenten, states, facts, and what must be known with figures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sdw.dissemination.exports.open import figure_tables
from sdw.dissemination.exports.open.figure_tables import (
    EDITION,
    INDICATOR,
    ORIGIN,
    REGION,
    SOURCE,
    STATUS,
    indicators,
)
from sdw.dissemination.exports.open.table import Cell, Column, Row, Table
from sdw.dissemination.figures.record import licences
from sdw.dissemination.figures.selections import Remark
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.figures.standing import facts, published
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State

_PUBLIC = "openbaar"
#: The tables of which gemeenten have figures too.
_ALSO_MUNICIPAL = ("context", "jongeren")


def region_names(edition: Edition) -> dict[str, str]:
    """Code → name of each region of the edition, the nation among them, as they were called then."""
    held = dict(editions.query(edition, "edition_regions"))
    if not held:  # an edition of before they were kept
        every = (one for name in figures.published(edition) for one in figures.select(edition, name))
        held = {one.region: one.place for one in every}
    return dict(sorted(held.items()))


@lru_cache(maxsize=4)
def municipal(edition: Edition) -> tuple[tuple[Any, ...], ...]:
    """The figures of gemeenten as they stand in the edition, of every year, with the region before each."""
    if not edition.holds("municipality_figure"):
        return ()
    codes = region_names(edition)
    asked = ((code, editions.query(edition, "municipality_figures", region=code)) for code in codes)
    return tuple((code, *row) for code, rows in asked for row in rows)


def _municipal(edition: Edition) -> Iterator[Row]:
    for region, indicator, *rest in municipal(edition):
        yield indicator, region, *rest, edition.label, _PUBLIC


def _municipal_sources(edition: Edition) -> tuple[str, ...]:
    """Those of what regions show of the same: nothing else is known per gemeente."""
    shown = (one for name in _ALSO_MUNICIPAL for one in indicators(edition, name))
    return tuple(dict.fromkeys(source for one in shown for source in one.sources))


def _states(edition: Edition) -> Iterator[Row]:
    for dataset in states.ALL:
        for one in published.of(edition, dataset.id):
            yield *(_of_state(one, column) for column in _STATE), edition.label, one.origin


def _of_state(one: State, column: Column) -> Cell:
    """A part of a state; the numbers of what has none are 0 in the edition, which is no number."""
    cell: Cell = getattr(one, _CALLED.get(column.name, column.name))
    return None if column.kind == "count" and cell == 0 else cell


def _state_sources(edition: Edition) -> tuple[str, ...]:
    return licences.of_states(one for each in states.ALL for one in published.of(edition, each.id))


def _facts(edition: Edition) -> Iterator[Row]:
    for one in facts.every(edition):
        yield *(getattr(one, _CALLED.get(column.name, column.name)) for column in _FACT), edition.label


def _remarks(edition: Edition) -> Iterator[Row]:
    for region, period, kind in editions.query(edition, "edition_remarks"):
        words = progress.remark(Remark(region, period, kind, edition.has_examples))
        yield region, period, kind, words, edition.label


def _remark_sources(edition: Edition) -> tuple[str, ...]:
    """Whose figures the remarks are about."""
    held = figure_tables.sources("trajecten", edition)
    return tuple(one for one in held if one in (licences.OWN_FIGURES, licences.INVENTED))


def _revisions(edition: Edition) -> Iterator[Row]:
    for *row, _ in editions.query(edition, "edition_revisions"):
        yield *row, edition.label


#: Words of a source where other tables have the code of one, and what is free text where others have a code.
_CALLED = {"source_text": "source", "period_text": "period"}
_MUNICIPAL = (
    *(INDICATOR, REGION, Column("municipality", required=True), Column("name", required=True)),
    *(Column("period", required=True), Column("value", "number"), STATUS),
    *(Column("numerator", "number"), Column("denominator", "number"), SOURCE),
)
_STATE = (
    *(Column("dataset", required=True), Column("covenant"), Column("priority", "count"), REGION),
    *(
        Column("municipality"),
        Column("place"),
        Column("element"),
        Column("meeting", "day"),
        Column("number", "count"),
    ),
    *(Column("day", "day", required=True), Column("state", required=True), Column("statement"), Column("evidence")),
    *(Column("owner"), Column("target_group"), Column("due", "day"), Column("amount", "number"), Column("unit")),
    *(Column("certainty"), Column("source_text"), Column("url")),
)
_FACT = (
    *(Column("id", required=True), REGION, Column("topic", required=True), Column("statement", required=True)),
    *(Column("shown"), Column("unit"), Column("period_text"), Column("population")),
    *(Column("source_text"), Column("url"), Column("certainty"), Column("note")),
)
_REMARK = (REGION, Column("period", required=True), Column("kind", required=True), Column("meaning", required=True))
_REVISION = (
    *(Column("measure", required=True), Column("sector", of_list="sectoren"), Column("period", required=True)),
    *(Column("old_value", "number"), Column("old_status", of_list="statussen")),
    *(Column("new_value", "number"), Column("new_status", of_list="statussen")),
)

ALL: tuple[Table, ...] = (
    Table(
        "gemeenten",
        (*_MUNICIPAL, EDITION, ORIGIN),
        ("indicator", "municipality", "period"),
        _municipal,
        lambda edition: edition.holds("municipality_figure"),
        _municipal_sources,
    ),
    Table(
        "standen",
        (*_STATE, EDITION, ORIGIN),
        ("dataset", "covenant", "priority", "region", "municipality", "element", "meeting", "number", "day"),
        _states,
        lambda edition: edition.holds("state"),
        _state_sources,
    ),
    Table(
        "feiten",
        (*_FACT, EDITION),
        ("id",),
        _facts,
        lambda edition: edition.holds("fact"),
        lambda _: ("bekende-feiten",),
    ),
    Table(
        "opmerkingen",
        (*_REMARK, EDITION),
        ("region", "period", "kind"),
        _remarks,
        lambda edition: bool(editions.query(edition, "edition_remarks")),
        _remark_sources,
    ),
    Table(
        "herzieningen",
        (*_REVISION, EDITION),
        ("measure", "sector", "period"),
        _revisions,
        lambda edition: bool(editions.query(edition, "edition_revisions")),
        lambda _: ("cbs-verzuim",),
    ),
)
