"""The checks of a dataset, run as queries over in-memory tables.

Tables: `cell` (reading.Reading.cells), `line`, `place`, `moment` and `unit` (lines.Lines), `before` (earlier
observations), `line_before` (the same with a row per key), `measure` (id, over_time), `overlap`, `period` (number,
code, label, year, first_quarter, quarters, year_earlier, year_step), and of a file of gemeenten `municipality`
(code, region, period); views `keyed_line`, `observation`, `location`, `history`, `line_history`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from sdw.exchange.previous_deliveries import OBSERVATION, PreviousDeliveries
from sdw.exchange.previous_deliveries import table as previous_table
from sdw.exchange.problems import Problem
from sdw.production.importers.engine import lines
from sdw.production.importers.engine.lines import Lines
from sdw.production.importers.engine.measure_sql import written_out
from sdw.reference import periods
from sdw.reference.areas import context, municipalities, regions
from sdw.reference.datasets.declaration import KEYS, Check, Dataset
from sdw.text.dutch import number, say

#: The day of this code.
_WRITTEN = dt.date(2026, 11, 26)
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


def nothing_read(dataset: Dataset | None) -> tuple[pa.Table, Lines]:
    """The cells and lines of a file that could not be read."""
    return _CELL.empty_table(), lines.nothing(dataset)


def opened() -> duckdb.DuckDBPyConnection:
    """An empty in-memory connection that cannot reach anything outside itself."""
    connection = duckdb.connect(":memory:")
    connection.execute("set enable_external_access = false")
    return connection


def lay_out(
    connection: duckdb.DuckDBPyConnection,
    dataset: Dataset | None,
    cells: pa.Table,
    of_file: Lines,
    previous: PreviousDeliveries | None,
) -> None:
    """Put the tables of the file, `before`, `observation` and `location` in a connection; `run` adds the rest."""
    # Cells are read where they lie: copying them takes longer than most checks, which read lines.
    connection.register("cell", cells)
    _create(connection, "line", of_file.table)
    _create(connection, "place", of_file.places)
    _create(connection, "moment", of_file.moments)
    _create(connection, "unit", of_file.units)
    connection.execute(query("contract"))
    _create(connection, "before", OBSERVATION.empty_table())
    _create(connection, "replaced", OBSERVATION.empty_table())
    if dataset is not None and previous is not None:
        found = connection.execute("select distinct region from unit order by region").fetchall()
        delivered = "observation" if "measure" in dataset.delivery_unit else "unit"
        handed_in = previous_table(previous, dataset.id, tuple(row[0] for row in found))
        connection.register("handed_in", handed_in)
        # Only regions in the file can matter; what the file replaces no longer counts.
        connection.execute(
            "insert into before select handed_in.* from handed_in "  # noqa: S608  (declared names)
            f"anti join {delivered} using ({', '.join(dataset.delivery_unit)}) "
            "where region in (select region from unit)"
        )
        connection.execute(
            "insert into replaced select handed_in.* from handed_in "  # noqa: S608  (declared names)
            f"semi join {delivered} using ({', '.join(dataset.delivery_unit)})"
        )
        connection.unregister("handed_in")


def _create(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    connection.register("made", table)
    connection.execute(f"create table {name} as select * from made")  # noqa: S608  (our own names)
    connection.unregister("made")


def run(
    connection: duckdb.DuckDBPyConnection, dataset: Dataset, cells: pa.Table, sheet: str, *, complete: bool
) -> list[Problem]:
    """Every problem that the checks of `dataset` find. Without `complete`, only those of scope 'line'."""
    _derive(connection, dataset)
    problems: list[Problem] = []
    quiet = False
    for check in sorted(dataset.checks, key=lambda one: not one.doubts):
        if (complete or check.scope == "line") and _has_rows(connection, check.only_if):
            found = _run(connection, dataset, check, cells, sheet, quiet=quiet)
            quiet = quiet or (check.doubts and bool(found))
            problems += found
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
    _create(connection, "measure", pa.table(over_time))
    _create(connection, "inhabitants", _inhabitants())
    _create(connection, "today", pa.table({"quarter": pa.array([_quarter_today()], pa.int32())}))
    places = connection.execute("select count(*) from place").fetchall()[0][0]
    codes = connection.execute(query("periods")).fetchall()
    _create(connection, "period", _periods([code for _, code in codes], places))
    if dataset.column("sector"):
        _create(connection, "municipality", _municipalities([code for _, code in codes]))
    connection.execute(query("tables"))


@cache
def _inhabitants() -> pa.Table:
    people = [context.value(code, context.NEWEST, "inwoners") for code in regions.CODES]
    return pa.table({"region": list(regions.CODES), "people": pa.array(people, pa.float64())})


def _municipalities(codes: Sequence[str]) -> pa.Table:
    """The gemeenten that there were at the start of each period, with the region that each was in."""
    there = [(code, one) for code in codes for one in municipalities.on(periods.parse(code).start)]
    return pa.table(
        {
            "code": [one.code for _, one in there],
            "region": [one.region for _, one in there],
            "period": [code for code, _ in there],
        }
    )


def _quarter_today() -> int:
    """Today's quarter, counted as `period.first_quarter`; never before this code, should the clock be set back."""
    today = max(dt.date.today(), _WRITTEN)
    return today.year * 4 + (today.month - 1) // 3


def _periods(codes: Sequence[str], places: int) -> pa.Table:
    """The periods of the file, numbered as its moments, and those of earlier files after them. `year_step`: how far
    the `spot` of a line lies from that of the same place a year earlier, of which there are `places`."""
    rows = []
    numbered = {code: index for index, code in enumerate(codes)}
    for code, index in numbered.items():
        period = periods.parse(code)
        year_earlier = period.year_earlier().code
        rows.append(
            {
                "number": index,
                "code": code,
                "label": period.label,
                "year": period.year,
                "first_quarter": period.year * 4 + (period.start.month - 1) // 3,
                "quarters": period.months // 3,
                "year_earlier": year_earlier,
                "year_step": (numbered[year_earlier] - index) * places if year_earlier in numbered else None,
            }
        )
    schema = pa.schema(
        [
            *(("number", pa.int32()), ("code", pa.string()), ("label", pa.string()), ("year", pa.int32())),
            *(("first_quarter", pa.int32()), ("quarters", pa.int32())),
            *(("year_earlier", pa.string()), ("year_step", pa.int32())),
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
        any_value(keyed_line.region) as region, any_value(keyed_line.period) as period
    from offending
    join keyed_line on keyed_line.line = offending.line
    join offending_cell as cell
        on cell.line = offending.line and (offending.measure is null or cell.measure = offending.measure)
    group by offending.number
) as place using (number)
"""


def _run(
    connection: duckdb.DuckDBPyConnection,
    dataset: Dataset,
    check: Check,
    cells: pa.Table,
    sheet: str,
    *,
    quiet: bool,
) -> list[Problem]:
    """One problem per offending cell or row, with its place looked up among `cells`."""
    checked = written_out(query(check.query), dataset)
    connection.execute(
        "create or replace temp table offending as "  # noqa: S608  (our own query)
        f"select row_number() over () as number, found.* from ({checked}) as found"
    )
    wanted = [row[0] for row in connection.execute("select distinct line from offending").fetchall()]
    if not wanted:
        return []
    connection.register("offending_cell", _cells_of(cells, wanted))
    columns = [row[0] for row in connection.execute("describe offending").fetchall()]
    row = 'coalesce(at_row, place."row")' if "at_row" in columns else 'place."row"'
    found = connection.execute(f"select {row}, {_PLACED}")
    names = [column[0] for column in found.description]
    problems = _problems(check, sheet, names, found.fetchall(), quiet=quiet)
    connection.unregister("offending_cell")
    return problems


def _cells_of(cells: pa.Table, wanted: Sequence[int]) -> pa.Table:
    """The cells of the `wanted` lines: a mark per line is faster than a join over all cells."""
    line = cells["line"].to_numpy()
    marked = np.zeros(line.max() + 1, dtype=bool)
    marked[wanted] = True
    return cells.select(["line", "measure", "row", "column"]).take(np.flatnonzero(marked[line]))


def _problems(
    check: Check, sheet: str, names: Sequence[str], found: Sequence[tuple[Any, ...]], *, quiet: bool
) -> list[Problem]:
    """A problem for each row found: its row, column, region and period, then the facts that the rule may tell.

    `quiet`: figures stay out of the sentence.
    """
    told = [name for _, name, _, _ in Formatter().parse(check.text) if name]
    facts = {name: names.index(name) for name in told}

    @cache  # a rule that many rows break mostly says the same few things
    def text(*said: float | int | str) -> str:
        return check.text.format_map(
            {name: _said(fact, quiet=quiet) for name, fact in zip(facts, said, strict=True)}
        )

    remedy = f" {say('import.must_accept')}" if check.must_accept else ""
    places = tuple(facts.values())
    return [
        Problem(
            *(check.severity, sheet, row[0], row[1]),
            text(*[row[place] for place in places]) + remedy,
            *(row[2], row[3], check.id, check.must_accept),
        )
        for row in found
    ]


def _said(fact: float | int | str, *, quiet: bool) -> str:
    if quiet and isinstance(fact, float):
        return say("import.figure_not_shown")
    if isinstance(fact, str) and fact in regions.CODES:
        return regions.name_of(fact)
    return number(fact) if isinstance(fact, float) else str(fact)
