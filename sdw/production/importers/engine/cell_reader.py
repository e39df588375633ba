"""From a grid of text to observations: every cell resolved, every problem noted with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
import pyarrow as pa

from sdw.exchange.problems import Problem
from sdw.production.importers.engine import cells, lines, resolving, total_rows
from sdw.production.importers.engine.lines import Codes, Lines, dictionary
from sdw.production.importers.files import headers
from sdw.production.importers.files.grid import Grid, TextColumn
from sdw.production.importers.files.headers import Plan
from sdw.reference.datasets.declaration import Kind, Severity
from sdw.reference.periods import parse
from sdw.reference.status import Status
from sdw.text.dutch import listing, number, say

#: The status of a cell that could not be read. Its file is refused, so it never leaves this room.
UNREAD = "onleesbaar"
STATUSES = (*(str(status) for status in Status), UNREAD)
_STATUS_NUMBER = {status: index for index, status in enumerate(STATUSES)}


@dataclass(slots=True)
class Reading:
    """What became of a grid.

    `cells`: one row per observation: `line` (the number of its key), measure, value, status, and its `row` and
    `column` in the file. `lines`: one row per key. `keys_ok`: every key of every row was
    known. `blank`: not one value is filled in. `totals`: which rows add up others; they are told once, not read.
    """

    problems: list[Problem] = field(default_factory=list)
    keys_ok: bool = True
    blank: bool = False
    totals: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))
    cells: pa.Table = field(init=False)
    lines: Lines = field(init=False)


def read(grid: Grid, plan: Plan) -> Reading:
    """Read all of `grid` by `plan`, whose columns are complete. Problems do not stop the reading."""
    result = Reading()
    _note_misshapen(grid, plan, result)
    result.totals = total_rows.rows_of(grid, plan)
    result.problems += total_rows.problems(grid, plan, result.totals)
    codes: dict[Kind, Codes] = {}
    measures: Codes | None = None
    for column in plan.dataset.columns:
        text = grid.columns[plan.at(column.kind)]
        codes[column.kind] = _resolve(grid, text, resolving.read_column(text, column), result)
    _note_missing(grid, plan, [str(code) for code in codes["period"][0]], result)
    if plan.layout == "long":
        text = grid.columns[plan.at(headers.MEASURE)]
        measures = _resolve(grid, text, _measure_readings(text, plan), result)
    good = _good(len(grid.rows), [*codes.values(), *([measures] if measures else [])])
    if len(result.totals):
        good &= ~result.totals
    result.keys_ok = bool(good.all()) and not grid.ragged
    if not good.all():
        codes = {kind: (labels, index[good]) for kind, (labels, index) in codes.items()}
        measures = measures and (measures[0], measures[1][good])
    result.cells = _table(grid, plan, codes, measures, good, result)
    return result


def _good(rows: int, columns: Sequence[Codes]) -> np.ndarray:
    """The rows in which every key is known."""
    good = np.ones(rows, dtype=bool)
    for _, index in columns:
        if len(index) and index.min() < 0:
            good &= index >= 0
    return good


def _note_missing(grid: Grid, plan: Plan, periods: Sequence[str], result: Reading) -> None:
    """Columns of measures that are required by the periods in the file."""
    for name, since in headers.missing_since(plan, periods):
        text = say("import.missing_since", name=name, since=parse(since).label)
        result.problems.append(Problem("error", grid.sheet, 0, "", text))


def _note_misshapen(grid: Grid, plan: Plan, result: Reading) -> None:
    """Rows that are too short or long, and workbook cells in error, never computed, or seen as another value."""
    expected = grid.width or len(grid.columns)
    for row, found in grid.ragged:
        text = say("import.ragged", found=found, expected=expected)
        result.problems.append(Problem("error", grid.sheet, row, "", text))
    for row, column in grid.unreadable:
        if plan.roles[column] != headers.IGNORED:
            label = grid.columns[column].label
            result.problems.append(Problem("error", grid.sheet, row, label, say("import.no_outcome")))
    for row, column, why in grid.doubtful:
        if plan.roles[column] != headers.IGNORED:
            label = grid.columns[column].label
            result.problems.append(Problem("error", grid.sheet, row, label, say(f"import.cell_{why}")))


def _measure_readings(column: TextColumn, plan: Plan) -> list[resolving.Reading]:
    names = {headers.fold(name): m.id for m in plan.dataset.measures for name in (m.id, m.label)}
    known = listing([measure.id for measure in plan.dataset.measures])
    unknown = resolving.Reading(None, say("import.unknown_measure", known=known))
    return [
        resolving.Reading(names[headers.fold(text)]) if headers.fold(text) in names else unknown
        for text in column.texts
    ]


def _resolve(grid: Grid, column: TextColumn, readings: Sequence[resolving.Reading], result: Reading) -> Codes:
    """The different codes of a column, and for each row the number of its code (-1: unknown)."""
    labels = list(dict.fromkeys(one.code for one in readings if one.code is not None))
    place = {label: index for index, label in enumerate(labels)}
    numbers = np.array([-1 if one.code is None else place[one.code] for one in readings], dtype=np.int32)
    _note(grid, column, [one.problem for one in readings], "error", result)
    _note_other_names(grid, column, readings, result)
    if np.array_equal(numbers, np.arange(len(numbers))):  # every text is a code of its own, as in most files
        return labels, column.index
    return labels, numbers[column.index]


def _note(
    grid: Grid,
    column: TextColumn,
    remarks: Sequence[str],
    severity: Severity,
    result: Reading,
) -> None:
    """A problem for each row whose text has a remark."""
    if not any(remarks):
        return
    has_remark = np.array([bool(remark) for remark in remarks], dtype=bool)
    remarked = has_remark[column.index]
    if len(result.totals):
        remarked &= ~result.totals
    for position in np.flatnonzero(remarked):
        row, remark = int(grid.rows[position]), remarks[int(column.index[position])]
        result.problems.append(Problem(severity, grid.sheet, row, column.label, remark))


def _note_other_names(
    grid: Grid, column: TextColumn, readings: Sequence[resolving.Reading], result: Reading
) -> None:
    """One notice for each old or other name that was recognised, at its first row."""
    for text, reading in enumerate(readings):
        if reading.notice and (column.index == text).any():
            places = np.flatnonzero(column.index == text)
            row, region = int(grid.rows[places[0]]), str(reading.code)
            problem = Problem("notice", grid.sheet, row, column.label, reading.notice, region)
            result.problems.append(problem)


def _table(
    grid: Grid, plan: Plan, codes: dict[Kind, Codes], named: Codes | None, good: np.ndarray, result: Reading
) -> pa.Table:
    """The cells (and `result.lines`): in the wide layout all rows of the first measure, then of the next.

    `named`: the measure that each row names, in the long layout.
    """
    measures = [measure.id for measure in plan.dataset.measures]
    if named is not None:
        value_columns = [plan.at(headers.VALUE)]
        labels, index = named
        measure_numbers = np.array([measures.index(str(label)) for label in labels], dtype=np.int8)[index]
    else:
        present = [number for number, measure in enumerate(measures) if measure in plan.roles]
        value_columns = [plan.at(measures[number]) for number in present]
        measure_numbers = np.repeat(np.array(present, dtype=np.int8), int(good.sum()))
    columns = [grid.columns[number] for number in value_columns]
    every = list(chain.from_iterable(column.texts for column in columns))
    read_columns = [
        _values(grid, column, good, cells.marks_of(every, grid.typed, beside=column.texts), result)
        for column in columns
    ]
    values = np.concatenate([values for values, _ in read_columns])
    statuses = np.concatenate([statuses for _, statuses in read_columns])
    result.blank = not result.problems and bool((statuses == _STATUS_NUMBER[Status.NOT_DELIVERED]).all())
    repeat = len(columns)
    rows = np.tile((grid.rows if good.all() else grid.rows[good]).astype(np.int32), repeat)
    column_numbers = np.repeat(np.arange(repeat, dtype=np.int8), int(good.sum()))
    _note_too_many(grid, plan, columns, values, measure_numbers, column_numbers, rows, result)
    result.lines, line = lines.of(plan.dataset, codes, measure_numbers, values, statuses, rows)
    return pa.table(
        {
            "line": line,
            "measure": dictionary(measure_numbers, measures),
            "value": pa.array(values, from_pandas=True),  # NaN: no value
            "status": dictionary(statuses, STATUSES),
            "row": rows,
            "column": dictionary(column_numbers, [column.label for column in columns]),
        }
    )


def _values(
    grid: Grid, column: TextColumn, good: np.ndarray, marks: cells.Marks, result: Reading
) -> tuple[np.ndarray, np.ndarray]:
    """For each good row the value (NaN: none) and the number of its status."""
    read_cells = [cells.read(text, marks) for text in column.texts]
    _note(grid, column, [cell.problem for cell in read_cells], "error", result)
    values = np.array([np.nan if cell.value is None else cell.value for cell in read_cells])
    statuses = np.array([_STATUS_NUMBER[str(cell.status or UNREAD)] for cell in read_cells], dtype=np.int8)
    index = column.index if good.all() else column.index[good]
    return (values[index], statuses[index]) if len(index) else (np.zeros(0), np.zeros(0, np.int8))


def _note_too_many(
    grid: Grid,
    plan: Plan,
    columns: Sequence[TextColumn],
    values: np.ndarray,
    measures: np.ndarray,
    column_numbers: np.ndarray,
    rows: np.ndarray,
    result: Reading,
) -> None:
    maxima = np.array([measure.maximum for measure in plan.dataset.measures], dtype=float)
    if not (values > maxima.min()).any():
        return
    for position in np.flatnonzero(values > maxima[measures]):
        text = say("import.too_many", maximum=number(maxima[measures[position]]))
        label = columns[column_numbers[position]].label
        result.problems.append(Problem("error", grid.sheet, int(rows[position]), label, text))
