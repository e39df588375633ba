"""The checks of a dataset, run as queries over in-memory tables.

Tables: `cell` (reading.Reading.cells), `line` (lines.table), `before` (earlier observations), `line_before` (the
same with a row per key), `measure` (id, over_time), `overlap`, and `period` (code, label, year,
first_quarter, quarters, year_earlier); views `observation`, `location`, `history`, `line_history`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import duckdb
import pyarrow as pa

from sdw.importers import lines
from sdw.importers.declaration import KEYS, Check, Dataset
from sdw.importers.earlier import OBSERVATION, Earlier
from sdw.importers.earlier import table as earlier_table
from sdw.importers.problems import Problem
from sdw.reference import periods
from sdw.text.dutch import number

_QUERIES = Path(__file__).with_name("queries")

_CELL = pa.schema(
    [
        *(("line", pa.int32()), ("measure", pa.string()), ("value", pa.float64())),
        *(("status", pa.string()), ("row", pa.int32()), ("column", pa.string())),
    ]
)


@cache
def query(name: str) -> str:
    """The text of `queries/NAME.sql`."""
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def nothing_read(dataset: Dataset | None) -> tuple[pa.Table, pa.Table]:
    """The cells and lines of a file that could not be read."""
    return _CELL.empty_table(), lines.schema(dataset).empty_table()


def connect(
    dataset: Dataset | None, cells: pa.Table, line_table: pa.Table, earlier: Earlier | None
) -> duckdb.DuckDBPyConnection:
    """An in-memory connection with `cell`, `line`, `before`, `observation` and `location`; `run` adds the rest."""
    connection = duckdb.connect(":memory:")
    connection.execute("set enable_external_access = false")
    # Cells are read where they lie: copying them takes longer than most checks, which read lines.
    connection.register("cell", cells)
    _create(connection, "line", line_table)
    connection.execute(query("contract"))
    _create(connection, "before", OBSERVATION.empty_table())
    if dataset is not None and earlier is not None:
        found = connection.execute("select distinct region from line order by region").fetchall()
        delivered = "observation" if "measure" in dataset.delivery_unit else "line"
        handed_in = earlier_table(earlier, dataset.id, tuple(row[0] for row in found))
        connection.register("handed_in", handed_in)
        # Only regions in the file can matter; what the file replaces no longer counts.
        connection.execute(
            "insert into before select handed_in.* from handed_in "  # noqa: S608  (declared names)
            f"anti join {delivered} using ({', '.join(dataset.delivery_unit)}) "
            "where region in (select region from line)"
        )
        connection.unregister("handed_in")
    return connection


def _create(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    connection.register("made", table)
    connection.execute(f"create table {name} as select * from made")  # noqa: S608  (our own names)
    connection.unregister("made")


def run(connection: duckdb.DuckDBPyConnection, dataset: Dataset, sheet: str, *, complete: bool) -> list[Problem]:
    """Every problem that the checks of `dataset` find. Without `complete`, only those of scope 'line'."""
    _derive(connection, dataset)
    problems: list[Problem] = []
    for check in dataset.checks:
        if (complete or check.scope == "line") and _has_rows(connection, check.only_if):
            problems += _run(connection, check, sheet)
    return problems


def _has_rows(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    """Whether a table of ours has a row; True where none is asked for."""
    return not table or bool(connection.execute(f"select 1 from {table} limit 1").fetchall())  # noqa: S608


def _derive(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    measures = ", ".join(f"max(value) filter (measure = '{one.id}') as {one.id}" for one in dataset.measures)
    keys = ", ".join(KEYS)
    connection.execute(
        f"create temp view wide_before as select {keys}, {measures} from before group by all"  # noqa: S608
    )
    over_time = {
        "id": [measure.id for measure in dataset.measures],
        "over_time": [measure.over_time for measure in dataset.measures],
    }
    codes = connection.execute("select period from line union select period from before").fetchall()
    _create(connection, "measure", pa.table(over_time))
    _create(connection, "period", _periods(row[0] for row in codes))
    connection.execute(query("tables"))


def _periods(codes: Iterable[str]) -> pa.Table:
    rows = []
    for code in codes:
        period = periods.parse(code)
        rows.append(
            {
                "code": code,
                "label": period.label,
                "year": period.year,
                "first_quarter": period.year * 4 + (period.start.month - 1) // 3,
                "quarters": period.months // 3,
                "year_earlier": period.year_earlier().code,
            }
        )
    schema = pa.schema(
        [
            *(("code", pa.string()), ("label", pa.string()), ("year", pa.int32())),
            *(("first_quarter", pa.int32()), ("quarters", pa.int32()), ("year_earlier", pa.string())),
        ]
    )
    return pa.Table.from_pylist(rows, schema)


#: Each offending line or cell with its place in the file.
_PLACED = """
case when offending.measure is null then '' else place."column" end, place.region, place.period, offending.*
from offending
join (
    select
        offending.number, min(cell."row") as "row", any_value(cell."column") as "column",
        any_value(line.region) as region, any_value(line.period) as period
    from offending
    join line on line.line = offending.line
    join cell
        on cell.line = offending.line and (offending.measure is null or cell.measure = offending.measure)
    group by offending.number
) as place using (number)
"""


def _run(connection: duckdb.DuckDBPyConnection, check: Check, sheet: str) -> list[Problem]:
    """One problem per offending cell or row, with its place looked up in `cell`."""
    connection.execute(
        "create or replace temp table offending as "  # noqa: S608  (our own query)
        f"select row_number() over () as number, found.* from ({query(check.query)}) as found"
    )
    if not _has_rows(connection, "offending"):
        return []
    columns = [row[0] for row in connection.execute("describe offending").fetchall()]
    row = 'coalesce(at_row, place."row")' if "at_row" in columns else 'place."row"'
    found = connection.execute(f"select {row}, {_PLACED}")
    names = [column[0] for column in found.description]
    return [_problem(check, sheet, names, row) for row in found.fetchall()]


@lru_cache(maxsize=4096)
def _number(value: float) -> str:
    return number(value)


def _problem(check: Check, sheet: str, names: Sequence[str], found: Sequence[object]) -> Problem:
    row, column, region, period = found[:4]
    facts = {
        name: _number(fact) if isinstance(fact, float) else fact
        for name, fact in zip(names[4:], found[4:], strict=True)
    }
    return Problem(
        check.severity,
        sheet,
        int(str(row)),
        str(column),
        check.text.format(**facts),
        str(region),
        str(period),
        check.id,
    )
