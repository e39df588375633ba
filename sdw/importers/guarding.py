"""Hands the columns of a table to the person guard, before anything in them is read."""

from __future__ import annotations

import numpy as np

from sdw.importers import beside, headers, resolving
from sdw.importers.cells import clean
from sdw.importers.grid import Grid, TextColumn
from sdw.importers.headers import Plan
from sdw.privacy import persons
from sdw.privacy.persons import Finding
from sdw.text.dutch import say

#: Different texts of a key column that are compared with the code list.
_SAMPLE = 200


def inspect(grid: Grid, plan: Plan) -> list[Finding]:
    """What the guard finds in the table, columns that are passed over included, and beside it."""
    columns = [
        _column(grid, plan, number) for number in range(len(grid.columns)) if plan.roles[number] != headers.IGNORED
    ]
    found = persons.inspect(columns, lambda: _keys(grid, plan))
    return [*found, *_ignored(grid, plan), *grid.beside]


def _ignored(grid: Grid, plan: Plan) -> list[Finding]:
    """What looks like persons in columns that are passed over."""
    found = []
    for column, role in zip(grid.columns, plan.roles, strict=True):
        if role == headers.IGNORED:
            where = say("person.in_ignored", column=column.label)
            found += beside.column(where, "", column.texts, column.counts(), len(grid.rows))
    return found


def _column(grid: Grid, plan: Plan, number: int) -> persons.Column:
    column, role = grid.columns[number], plan.roles[number]
    label = headers.shown(column.header, number, column.label)
    measures = {measure.id for measure in plan.dataset.measures}
    if role is None:
        seen = persons.Column(label, column.header, "undeclared", column.texts, column.counts(), len(grid.rows))
    elif role == headers.VALUE or role in measures:
        seen = persons.Column(label, column.header, "measure", column.texts, column.counts(), len(grid.rows))
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
    """For each row the number of its key as written; None where a key lacks."""
    if not set(plan.dataset.key) <= set(plan.roles):
        return None
    number = np.zeros(len(grid.rows), dtype=np.int64)
    for column, role in zip(grid.columns, plan.roles, strict=True):
        if role in plan.dataset.key or role == headers.MEASURE:
            number = np.unique(number * (len(column.texts) + 1) + column.index, return_inverse=True)[1]
    return number
