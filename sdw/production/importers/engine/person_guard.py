"""Hands the columns of a table to the person guard, before anything in them is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np

from sdw.exchange.person_findings import Finding
from sdw.production.importers.engine import resolving
from sdw.production.importers.engine.cells import clean
from sdw.production.importers.files import beside, headers, known_words
from sdw.production.importers.files.grid import Grid, TextColumn
from sdw.production.importers.files.headers import Plan
from sdw.production.importers.persons import patterns, persons, traces
from sdw.reference import dimensions
from sdw.reference.areas import regions
from sdw.text.dutch import say

#: Different texts of a key column that are compared with the code list.
_SAMPLE = 200
#: Counts of trajectories have fewer digits; a dataset with larger maxima counts inhabitants.
_LONG, _COUNTS = 5, 1_000_000
_FEWEST_KEYS = 2


def inspect(grid: Grid, plan: Plan) -> list[Finding]:
    """What the guard finds in the table, columns that are passed over included, and beside it.

    Of a whole file of states each cell is looked at where it is read: its texts are sentences, and no column of
    counts. One that lacks columns may be something else.
    """
    if plan.dataset.fields and headers.missing(plan):
        return unknown(grid)
    if plan.dataset.fields:
        return [*_undeclared(grid, plan), *grid.beside]
    columns = [
        _column(grid, plan, number) for number in range(len(grid.columns)) if plan.roles[number] != headers.IGNORED
    ]
    found = persons.inspect([*columns, *_loose(grid)], lambda: _keys(grid, plan))
    return [*found, *_named(columns, found), *_ignored(grid, plan), *grid.beside]


def unknown(grid: Grid) -> list[Finding]:
    """What the guard finds in a table of which not one column is known."""
    columns = [
        persons.Column(
            headers.shown(column.header, number, column.label),
            *(column.header, "undeclared", column.texts, column.counts(), len(grid.rows)),
        )
        for number, column in enumerate(grid.columns)
    ]
    found = persons.inspect([*columns, *_loose(grid)])
    return [*found, *_named(columns, found), *grid.beside]


def _undeclared(grid: Grid, plan: Plan) -> list[Finding]:
    columns = [_column(grid, plan, number) for number, role in enumerate(plan.roles) if role is None]
    found = persons.inspect(columns)
    loose = [text for row in grid.loose for text in row if traces.kind_of(text) not in (None, "name")]
    return [*found, *_named(columns, found), *([Finding("", "per_person")] if loose else [])]


def _ignored(grid: Grid, plan: Plan) -> list[Finding]:
    """What looks like persons in columns that are passed over."""
    found = []
    for column, role in zip(grid.columns, plan.roles, strict=True):
        if role == headers.IGNORED:
            where = say("person.in_ignored", column=column.label)
            found += beside.column(where, "", column.texts, column.counts(), len(grid.rows))
    return found


def _loose(grid: Grid) -> list[persons.Column]:
    """The rows of another length than the header, as columns without a name."""
    width = max(map(len, grid.loose), default=0)
    found = []
    for number in range(width):
        cells = Counter(row[number] for row in grid.loose if len(row) > number)
        label = say("import.column_number", number=number + 1)
        counts = np.array(list(cells.values()), dtype=np.int64)
        found.append(persons.Column(label, "", "undeclared", list(cells), counts, len(grid.loose)))
    return [column for column in found if not _are_keys(column.texts)]


def _are_keys(texts: Sequence[str]) -> bool:
    """True when nearly all are codes of some column of ours, or counts: what a ragged row of a delivery holds."""
    plain = [clean(text) for text in texts if clean(text)]
    known = [text for text in plain if (text.isdigit() and len(text) < _LONG) or headers.fold(text) in _codes()]
    return 2 * len(known) >= len(plain)


@cache
def _codes() -> frozenset[str]:
    lists = [*dimensions.METHODS, *dimensions.CLIENT_GROUPS, *regions.CODES, "onbekend", "nvt"]
    return frozenset(map(headers.fold, lists))


def _named(columns: Sequence[persons.Column], found: Sequence[Finding]) -> list[Finding]:
    """Columns that nobody declared and that are called as a person is."""
    seen = {finding.column for finding in found}
    return [
        Finding(column.label, "name")
        for column in columns
        if column.role == "undeclared"
        and column.label not in seen
        and not known_words.are_known(column.header)
        and patterns.is_full_name(column.header.strip())
    ]


def _column(grid: Grid, plan: Plan, number: int) -> persons.Column:
    column, role = grid.columns[number], plan.roles[number]
    label = headers.shown(column.header, number, column.label)
    measures = {measure.id for measure in plan.dataset.measures}
    if role is None:
        seen = persons.Column(label, column.header, "undeclared", column.texts, column.counts(), len(grid.rows))
    elif role == headers.VALUE or role in measures:
        least = _LONG if max(one.maximum for one in plan.dataset.measures) <= _COUNTS else persons.LEAST
        seen = persons.Column(
            *(label, column.header, "measure", column.texts, column.counts(), len(grid.rows)), least
        )
    else:
        unknown = _unknown(column, plan, role)
        texts = [column.texts[text] for text in unknown]
        counts = column.counts()[unknown] if unknown else np.zeros(0, np.int64)
        seen = persons.Column(label, column.header, "key", texts, counts, len(grid.rows))
    return seen


def _unknown(column: TextColumn, plan: Plan, role: str) -> list[int]:
    """The numbers of the texts that are not in the code list of a key column (of an even sample)."""
    declared = plan.dataset.column(role)
    numbers = range(0, len(column.texts), max(1, len(column.texts) // _SAMPLE))
    if declared is None:
        return []
    return [number for number in numbers if resolving.read(clean(column.texts[number]), declared).code is None]


def _keys(grid: Grid, plan: Plan) -> np.ndarray | None:
    """For each row the number of its key as written, of the keys that are there; None for fewer than two."""
    if len(set(plan.dataset.key) & set(plan.roles)) < _FEWEST_KEYS:
        return None
    number = np.zeros(len(grid.rows), dtype=np.int64)
    for column, role in zip(grid.columns, plan.roles, strict=True):
        if role in plan.dataset.key or role == headers.MEASURE:
            number = np.unique(number * (len(column.texts) + 1) + column.index, return_inverse=True)[1]
    return number
