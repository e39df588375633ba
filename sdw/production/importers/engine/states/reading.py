"""Reads a table of states: each different text once, each row whole, and what rows say of each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from sdw.exchange.problems import Problem
from sdw.production.importers.engine.states import state_cells, state_rules
from sdw.production.importers.engine.states.state_cells import Cell
from sdw.production.importers.files.grid import Grid
from sdw.production.importers.files.headers import Plan
from sdw.reference.areas import municipalities
from sdw.reference.datasets.fields import Field
from sdw.reference.datasets.state_record import COLUMNS, State
from sdw.text.dutch import say

#: What travels: the columns of a state but for its dataset and origin, which the batch has.
CARRIED = tuple(name for name in COLUMNS if name not in ("dataset", "origin"))
_TYPES = {
    **dict.fromkeys(("meeting", "day", "due"), pa.date32()),
    **dict.fromkeys(("priority", "number"), pa.int32()),
    "amount": pa.float64(),
}
SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in CARRIED])


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a grid: its states, each with its row in the file, and all that is wrong."""

    states: tuple[State, ...]
    problems: tuple[Problem, ...]
    has_persons: bool

    @property
    def table(self) -> pa.Table:
        """The states as what travels, with the columns of `SCHEMA`."""
        columns = {name: [getattr(one, name) for one in self.states] for name in CARRIED}
        return pa.table(columns, SCHEMA)


def read(grid: Grid, plan: Plan, today: dt.date) -> Reading:
    """Read all of `grid`, whose columns are complete. Problems do not stop the reading."""
    problems = _misshapen(grid)
    columns: dict[str, tuple[Field, str, Sequence[Cell]]] = {}
    for number, role in enumerate(plan.roles):
        field = next((one for one in plan.dataset.fields if one.id == role), None)
        if field is not None:
            column = grid.columns[number]
            read_texts = [state_cells.read(text, field, today) for text in column.texts]
            columns[field.id] = (field, column.label, [read_texts[index] for index in column.index])
    labels = {name: label for name, (_, label, _) in columns.items()}
    states, persons = [], False
    answered = _answered(grid, plan)
    for position, row in enumerate(grid.rows.tolist()):
        if not answered[position]:
            continue
        cells = {name: cells[position] for name, (_, _, cells) in columns.items()}
        found = [
            Problem("error", grid.sheet, row, labels[name], cell.problem)
            for name, cell in cells.items()
            if cell.problem
        ]
        found += [
            Problem("warning", grid.sheet, row, labels[name], cell.doubt, check="naam", accept=True)
            for name, cell in cells.items()
            if cell.doubt
        ]
        persons = persons or any(cell.person for cell in cells.values())
        if not any(cell.problem for cell in cells.values()):
            state = _state(plan.dataset.id, {name: cell.value for name, cell in cells.items()})
            found += state_rules.of_row(state, grid.sheet, row, labels)
            states.append((row, state))
        problems += found
    if not answered.any() and not problems:
        problems.append(Problem("error", grid.sheet, 0, "", say("states.nothing_filled_in")))
    problems += state_rules.of_file(states, grid.sheet)
    return Reading(tuple(state for _, state in states), tuple(problems), persons)


def _answered(grid: Grid, plan: Plan) -> np.ndarray:
    """The rows in which something stands but what a sheet has filled in beforehand: of what it is, and no day."""
    ready = {field.id for field in plan.dataset.fields if field.key and field.kind != "day"}
    found = np.zeros(len(grid.rows), bool)
    for column, role in zip(grid.columns, plan.roles, strict=True):
        if role not in ready:
            found |= np.array([bool(text.strip()) for text in column.texts], bool)[column.index]
    return found


def _state(dataset: str, values: dict[str, state_cells.Value]) -> State:
    state = State(dataset=dataset, **values)  # type: ignore[arg-type]  # each field reads what its part holds
    if not state.municipality:
        return state
    there = [one for one in municipalities.on(state.day) if one.code == state.municipality]
    one = there[0] if there else municipalities.by_code(state.municipality)
    return State(**{name: getattr(state, name) for name in COLUMNS} | {"region": one.region, "place": one.name})


def _misshapen(grid: Grid) -> list[Problem]:
    """Rows that are too short or long, and cells without an outcome or that are seen as something else."""
    expected = grid.width or len(grid.columns)
    found = [
        Problem("error", grid.sheet, row, "", say("import.ragged", found=cells, expected=expected))
        for row, cells in grid.ragged
    ]
    found += [
        Problem("error", grid.sheet, row, grid.columns[column].label, say("import.no_outcome"))
        for row, column in grid.unreadable
    ]
    return found + [
        Problem("error", grid.sheet, row, grid.columns[column].label, say("import.cell_merged"))
        for row, column, why in grid.doubtful
        if why == "merged"
    ]
