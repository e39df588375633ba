"""The checks of a dataset, run as queries over in-memory tables.

Tables: `cell` (reading.Reading.table), `before` (earlier observations), `line` (one row per key: `filled`,
and a column per measure, NULL without a value), `measure` (id, over_time), `overlap`, and `period` (code,
label, year, first_quarter, quarters, year_earlier); views
`observation`, `location`, `history`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import duckdb
import pyarrow as pa

from sdw.importers.declaration import KEYS, Check, Dataset
from sdw.importers.earlier import OBSERVATION, Earlier
from sdw.importers.earlier import table as earlier_table
from sdw.importers.problems import Problem
from sdw.reference import periods
from sdw.text.dutch import number

_QUERIES = Path(__file__).with_name("queries")

_NUMBERS = (("line", pa.int64()), ("measure_bit", pa.int64()))
_CELL = pa.schema([*OBSERVATION, ("row", pa.int32()), ("column", pa.string()), *_NUMBERS])


@cache
def query(name: str) -> str:
    """The text of `queries/NAME.sql`."""
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def connect(dataset: Dataset | None, table: pa.Table | None, earlier: Earlier | None) -> duckdb.DuckDBPyConnection:
    """An in-memory connection with the tables of the module docstring; `overlap` comes with `run`."""
    connection = duckdb.connect(":memory:")
    connection.execute("set enable_external_access = false")
    connection.register("delivered", _CELL.empty_table() if table is None else table)
    connection.execute("create table cell as select * from delivered")
    connection.unregister("delivered")
    connection.execute(query("contract"))
    connection.register("handed_in", _earlier(connection, dataset, earlier))
    unit = () if dataset is None else dataset.delivery_unit
    kept = f"anti join cell using ({', '.join(unit)})" if unit else ""
    # Only rows of regions in the file can matter; what the file replaces no longer counts.
    connection.execute(
        f"create table before as select handed_in.* from handed_in {kept} "  # noqa: S608  (declared names)
        "where region in (select distinct region from cell)"
    )
    connection.unregister("handed_in")
    return connection


def _earlier(connection: duckdb.DuckDBPyConnection, dataset: Dataset | None, given: Earlier | None) -> pa.Table:
    if given is None or dataset is None:
        return OBSERVATION.empty_table()
    found = connection.execute("select distinct region from cell order by region").fetchall()
    return earlier_table(given, dataset.id, tuple(row[0] for row in found))


def run(connection: duckdb.DuckDBPyConnection, dataset: Dataset, sheet: str, *, complete: bool) -> list[Problem]:
    """Every problem that the checks of `dataset` find. Without `complete`, only those of scope 'line'."""
    _derive(connection, dataset)
    problems: list[Problem] = []
    for check in dataset.checks:
        if complete or check.scope == "line":
            problems += _run(connection, check, sheet)
    return problems


def _derive(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    measures = ", ".join(f"max(value) filter (measure = '{one.id}') as {one.id}" for one in dataset.measures)
    keys = ", ".join(f"any_value({kind}) as {kind}" for kind in KEYS)
    connection.execute(
        f"create table line as select line, {keys}, "  # noqa: S608  (declared names)
        "bool_or(status <> 'niet_aangeleverd') as filled, "
        f"bit_count(bit_or(measure_bit)) <> count(*) as doubled, {measures} from cell group by line"
    )
    connection.execute(
        f"create table line_before as select {', '.join(KEYS)}, "  # noqa: S608  (declared names)
        f"{measures} from before group by all"
    )
    over_time = {
        "id": [measure.id for measure in dataset.measures],
        "over_time": [measure.over_time for measure in dataset.measures],
    }
    codes = connection.execute("select period from cell union select period from before").fetchall()
    for name, table in (("measure", pa.table(over_time)), ("period", _periods(row[0] for row in codes))):
        connection.register("made", table)
        connection.execute(f"create table {name} as select * from made")  # noqa: S608  (our own name)
        connection.unregister("made")
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
        any_value(cell.region) as region, any_value(cell.period) as period
    from offending
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
    if not connection.execute("select count(*) from offending").fetchall()[0][0]:
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
