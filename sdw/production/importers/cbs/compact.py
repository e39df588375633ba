"""Our own small form of the CBS figures (`data/cbs/<table>.csv`): only the declared series, one line each.

tabel;reeks;sector;periode;waarde;onder;boven;status
80072ned;verzuim;T001081;2025-Q3;5.1;;;voorlopig
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pyarrow as pa

from sdw.production.importers.cbs import declarations
from sdw.production.importers.cbs.recognised import TABLES
from sdw.production.importers.cbs.table import CbsTable, texts
from sdw.reference import periods, tables
from sdw.reference.series import sectors
from sdw.reference.series.declared import Series
from sdw.reference.series.refusal import refusal
from sdw.reference.status import Status
from sdw.text.errors import UserError

HEADER = ("tabel", "reeks", "sector", "periode", "waarde", "onder", "boven", "status")

Row = dict[str, str]


def write(table: CbsTable, path: Path) -> None:
    """Writes the declared series of `table` in the compact form, sorted as we list sectors and in time."""
    rows = _in_units_of_table(declarations.observations(table).to_pylist())
    order = {sector.code: sector.order for sector in sectors.ALL} | {"": 0}
    series = [each.id for each in declarations.of_table(table.table)]
    rows.sort(key=lambda row: (series.index(row["measure"]), order[row["sector"]], periods.parse(row["period"])))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADER)
        for row in rows:
            figures = ["" if row[name] is None else repr(row[name]) for name in ("value", "low", "high")]
            writer.writerow([table.table, row["measure"], row["sector"], row["period"], *figures, row["status"]])


def _in_units_of_table(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Observations with their figures as the table has them: in thousands, where it is so declared."""
    for row in rows:
        scale = declarations.by_id(row["measure"]).scale
        if scale != 1:
            row |= {name: row[name] and round(row[name] / scale, 6) for name in ("value", "low", "high")}
    return rows


def read(data: bytes, name: str) -> CbsTable:
    """The tidy table in a compact file: the same columns as its OData dump gives. UserError when damaged."""
    rows = _rows(data, name)
    ids = {row["tabel"] for row in rows}
    if len(ids) != 1:
        raise refusal("cbs.compact", name=name, line=2)
    table = ids.pop()
    declared = {series.id: series for series in declarations.of_table(table)}
    for line, row in enumerate(rows, start=2):
        if row["reeks"] not in declared or not _is_whole(row, declared[row["reeks"]]):
            raise refusal("cbs.compact", name=name, line=line)
    keys = {(row["reeks"], row["sector"], row["periode"]) for row in rows}
    if len(keys) < len(rows):
        raise refusal("cbs.double_rows")
    about = {row["tabel"]: row for row in tables.rows(TABLES)}.get(table, {})
    if any(each.area_dimension for each in declared.values()):
        raise refusal("cbs.compact_areas", name=name, table=table)
    dimensions = tuple(dict.fromkeys(each.sector_dimension for each in declared.values() if each.sector_dimension))
    cells = _cells(rows, declared, dimensions)
    members = {"period": tuple(dict.fromkeys(row["periode"] for row in rows))}
    return CbsTable(table, about.get("titel", ""), about.get("gewijzigd", ""), dimensions, cells, members)


def is_compact(data: bytes) -> bool:
    """True when the first line is the header of this form."""
    return data.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip() == ";".join(HEADER).encode()


def _rows(data: bytes, name: str) -> list[Row]:
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise refusal("cbs.part_damaged", name=name) from error
    for number, line in enumerate(lines, start=1):
        if len(line) != len(HEADER):
            raise refusal("cbs.compact", name=name, line=number)
    if len(lines) < 2 or not data.endswith(b"\n"):
        raise refusal("cbs.cut_off", name=name, line=len(lines))
    return [dict(zip(HEADER, line, strict=True)) for line in lines[1:]]


def _is_whole(row: Row, series: Series) -> bool:
    """A known status and period (a month only in a series of months), a value exactly when the status has one,
    bounds together and around it."""
    if row["status"] not in set(Status) or bool(row["waarde"]) != Status(row["status"]).has_value:
        return False
    try:
        if periods.parse(row["periode"]).kind == "month" and not series.has_months:
            return False
        figures = [float(row[name]) for name in ("onder", "waarde", "boven") if row[name]]
    except (ValueError, UserError):
        return False
    return len(figures) in (0, 1, 3) and figures == sorted(figures) and bool(row["onder"]) == bool(row["boven"])


def _cells(rows: list[Row], declared: dict[str, Series], dimensions: tuple[str, ...]) -> pa.Table:
    columns: dict[str, pa.Array] = {"table": texts([row["tabel"] for row in rows])}
    for name in dimensions:
        columns[name] = texts([row["sector"] for row in rows])
        columns[f"{name}_title"] = texts([sectors.by_code(row["sector"]).title for row in rows])
    series = [declared[row["reeks"]] for row in rows]
    columns |= {
        "period": texts([row["periode"] for row in rows]),
        "period_kind": texts([periods.parse(row["periode"]).kind for row in rows]),
        "topic": texts([each.topic for each in series]),
        "topic_title": texts([each.name for each in series]),
        "unit": texts([each.unit for each in series]),
        "value": _numbers(rows, "waarde"),
        "low": _numbers(rows, "onder"),
        "high": _numbers(rows, "boven"),
        "status": texts([row["status"] for row in rows]),
    }
    return pa.table(columns)


def _numbers(rows: list[Row], name: str) -> pa.Array:
    return pa.array([float(row[name]) if row[name] else None for row in rows], pa.float64())
