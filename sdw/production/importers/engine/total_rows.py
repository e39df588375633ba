"""Rows that add up other rows: 'Totaal' below a table. Told in one sentence, and never read as a region."""

from __future__ import annotations

import numpy as np

from sdw.exchange.problems import Problem
from sdw.production.importers.engine.cells import clean
from sdw.production.importers.files import headers
from sdw.production.importers.files.grid import Grid, TextColumn
from sdw.production.importers.files.headers import Plan
from sdw.text.dutch import say

#: What people write before a sum, as `headers.fold` leaves it.
_WORDS = frozenset(
    (
        *("totaal", "totalen", "total", "totals", "eindtotaal", "subtotaal", "generaaltotaal", "som", "opgeteld"),
        *("totaalgeneraal", "algemeentotaal", "totaalregio", "totaalalleregios", "alleregios", "samen"),
    )
)
#: The keys that say of whom a row is; a method or client group may be 'totaal' by itself.
_WHOSE = ("region", "period")
_NONE = np.zeros(0, dtype=bool)


def rows_of(grid: Grid, plan: Plan) -> np.ndarray:
    """Which rows add up others: a word for it as region or period, or as a method of no region and no period.

    Empty when there is none, as in nearly every file.
    """
    columns = {role: grid.columns[plan.at(role)] for role in plan.dataset.key if role in plan.roles}
    named = [_said(columns[role], _WORDS) for role in _WHOSE if role in columns]
    blank = [_said(columns[role], frozenset(("",))) for role in _WHOSE if role in columns]
    others = [_said(column, _WORDS) for role, column in columns.items() if role not in _WHOSE]
    found = np.zeros(len(grid.rows), dtype=bool)
    for one in named:
        found |= one
    if len(blank) == len(_WHOSE):
        for one in others:
            found |= one & np.logical_and.reduce(blank)
    return found if found.any() else _NONE


def problems(grid: Grid, plan: Plan, found: np.ndarray) -> list[Problem]:
    """One problem per row that adds up others."""
    label = grid.columns[plan.at("region")].label if "region" in plan.roles else ""
    rows = grid.rows[found] if len(found) else []
    return [Problem("error", grid.sheet, int(row), label, say("import.totals_row")) for row in rows]


def _said(column: TextColumn, words: frozenset[str]) -> np.ndarray:
    """The rows in which a column holds one of these (folded) words."""
    there = np.array([headers.fold(clean(text)) in words for text in column.texts], dtype=bool)
    return there[column.index] if len(there) else np.zeros(len(column.index), dtype=bool)
