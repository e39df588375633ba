"""Reads and checks any delivered file: the one way in.

bytes → (text, delimiter | workbook) → grid → person guard → columns → cells → checks → `CheckedFile`.
Nothing is written anywhere: the file stays in memory, and what is refused is gone when the caller lets go.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import duckdb

from sdw.exchange.limits import COMMAND, Limits
from sdw.exchange.person_findings import Finding
from sdw.exchange.previous_deliveries import PreviousDeliveries
from sdw.exchange.problems import Problem
from sdw.production.importers.cbs import compact, pieces
from sdw.production.importers.cbs.statline import tidy
from sdw.production.importers.engine import cell_reader, checks, person_guard
from sdw.production.importers.engine.file_result import CheckedFile
from sdw.production.importers.engine.states import reading
from sdw.production.importers.files import decoding, delimited, headers, workbook
from sdw.production.importers.files.grid import Grid, without_blank_columns, without_blank_rows
from sdw.production.importers.files.headers import Plan
from sdw.reference.datasets import catalogue
from sdw.reference.datasets.declaration import Dataset
from sdw.text.dutch import listing, say
from sdw.text.errors import UserError

_ORDER = {"error": 0, "warning": 1, "notice": 2}


@dataclass(frozen=True, slots=True)
class _Source:
    """What is known of a file before it is understood, and where its tables will lie."""

    name: str
    sha256: str
    connection: duckdb.DuckDBPyConnection


def read(
    source: Path | str | bytes,
    name: str = "",
    dataset: str | None = None,
    *,
    previous: PreviousDeliveries | None = None,
    override: str = "",
    limits: Limits = COMMAND,
) -> CheckedFile:
    """Read and check one file; all that is wrong with it is in `problems`, nothing is raised for its content.

    source:   a path, or the bytes of an upload (give its `name` too).
    dataset:  an id of `catalogue.DATASETS`; None: recognised by its columns.
    previous:  what was delivered before (rows as delivered; hidden ones stay hidden), or a function of
              (dataset, regions) that gives it. None: nothing is compared with the past.
    override: the steward's reason to let the person guard's findings pass; the caller logs it.
    limits:   what the file may be at most.

    Raises `UserError` when the file cannot be opened; KeyError for an unknown dataset (our bug).
    """
    datasets = catalogue.DATASETS if dataset is None else {dataset: catalogue.DATASETS[dataset]}
    data, name = _bytes(source, name, limits)
    with ThreadPoolExecutor(1) as beside:  # none of this waits for the other, and all leave Python's lock alone
        digest, opened = beside.submit(_digest, data), beside.submit(checks.opened)
        grid = _grid_or_refusal(data, datasets, limits)
    file = _Source(name, digest.result(), opened.result())
    if isinstance(grid, UserError):
        return _refused(file, [Problem("error", "", 0, "", str(grid))])
    said = chain.from_iterable(one.texts for one in grid.columns if headers.names_measures(one.header))
    plan = headers.plan([column.header for column in grid.columns], datasets, said)
    if plan is None:
        if found := person_guard.unknown(grid):
            return _refused(file, _persons(grid, found), None, found)
        text = say("import.no_known_column", datasets=listing(list(datasets)))
        return _refused(file, [Problem("error", grid.sheet, 0, "", text)])
    grid = without_blank_rows(grid, _ignored(plan))
    found = person_guard.inspect(grid, plan)
    if found and not override:
        return _refused(file, _person_problems(grid, plan, found), plan.dataset, found)
    return _checked(file, grid, plan, found, previous, override)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _bytes(source: Path | str | bytes, name: str, limits: Limits) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    try:
        if path.stat().st_size > limits.bytes:
            raise UserError("import.too_large", limit=limits.bytes // 1024**2)
        return path.read_bytes(), name or path.name
    except OSError as failed:
        raise UserError("import.cannot_open", name=path.name) from failed


def _grid_or_refusal(data: bytes, datasets: Mapping[str, Dataset], limits: Limits) -> Grid | UserError:
    try:
        return without_blank_columns(_grid(data, datasets, limits))
    except UserError as refused:
        return refused


def _grid(data: bytes, datasets: Mapping[str, Dataset], limits: Limits) -> Grid:
    if len(data) > limits.bytes:
        raise UserError("import.too_large", limit=limits.bytes // 1024**2)
    decoding.refuse_other_kinds(data)
    if workbook.is_workbook(data):
        return workbook.read(data, datasets, limits)
    if (piece := pieces.refusal(data)) is not None:
        raise piece
    if tidy.recognises(data) or compact.is_compact(data):
        raise UserError("cbs.table_of_cbs")
    return delimited.read(decoding.to_utf8(data), datasets, limits)


def _ignored(plan: Plan) -> frozenset[int]:
    return frozenset(number for number, role in enumerate(plan.roles) if role == headers.IGNORED)


def _header_row(grid: Grid) -> int:
    return int(grid.rows[0]) - 1 if len(grid.rows) else 1


def _person_problems(grid: Grid, plan: Plan, found: list[Finding]) -> list[Problem]:
    *named, refused = _persons(grid, found)
    return [*named, *_column_problems(grid, plan), refused]


def _persons(grid: Grid, found: list[Finding]) -> list[Problem]:
    named = [
        Problem("error", "" if finding.where else grid.sheet, 0, finding.column, finding.text) for finding in found
    ]
    return [*named, Problem("error", grid.sheet, 0, "", say("person.refused"))]


def _column_problems(grid: Grid, plan: Plan) -> list[Problem]:
    names = [column.header for column in grid.columns]
    labels = [column.label for column in grid.columns]
    return headers.problems(plan, names, labels, grid.sheet, _header_row(grid))


def _checked(
    file: _Source,
    grid: Grid,
    plan: Plan,
    found: list[Finding],
    previous: PreviousDeliveries | None,
    override: str,
) -> CheckedFile:
    problems = _column_problems(grid, plan)
    if problems:
        return _refused(file, problems, plan.dataset, found, override)
    if not len(grid.rows) and not grid.ragged:
        problems = [Problem("error", grid.sheet, 0, "", say("import.only_header"))]
        return _refused(file, problems, plan.dataset, found, override)
    if plan.dataset.fields:
        return _states(file, grid, plan, found, override)
    result = cell_reader.read(grid, plan)
    if result.blank and grid.typed:  # an invulsheet that nobody filled in; a CSV file says so on purpose
        problems = [Problem("error", grid.sheet, 0, "", say("import.nothing_filled_in"))]
        return _refused(file, problems, plan.dataset, found, override)
    checks.lay_out(file.connection, plan.dataset, result.cells, result.lines, previous)
    problems = result.problems + checks.run(
        file.connection, plan.dataset, result.cells, grid.sheet, complete=result.keys_ok
    )
    problems.sort(key=lambda one: (_ORDER[one.severity], not one.accept, one.row))
    return CheckedFile(
        *(file.name, file.sha256, plan.dataset, result.cells, result.lines, file.connection),
        *(tuple(problems), tuple(found), override),
    )


def _states(file: _Source, grid: Grid, plan: Plan, found: list[Finding], override: str) -> CheckedFile:
    """A file of states: nothing in it is an observation, and a cell about a person refuses all of it."""
    result = reading.read(grid, plan, dt.date.today())
    problems = sorted(result.problems, key=lambda one: (_ORDER[one.severity], not one.accept, one.row))
    if result.has_persons:
        problems = [one for one in problems if one.severity == "error"]
        problems.append(Problem("error", grid.sheet, 0, "", say("states.refused")))
    refused = _refused(file, problems, plan.dataset, found, override)
    return replace(refused, states=None if refused.errors else result)


def _refused(
    file: _Source,
    problems: list[Problem],
    dataset: Dataset | None = None,
    found: list[Finding] | None = None,
    override: str = "",
) -> CheckedFile:
    cells, lines = checks.nothing_read(dataset)
    checks.lay_out(file.connection, None, cells, lines, None)
    return CheckedFile(
        *(file.name, file.sha256, dataset, cells, lines, file.connection),
        *(tuple(problems), tuple(found or ()), override),
    )
