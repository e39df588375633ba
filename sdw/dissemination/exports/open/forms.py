"""A table as CSV and as Parquet: the same lines, the same cells; the same edition gives the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sdw.dissemination.exports import cells
from sdw.dissemination.exports.open.table import BETWEEN, Cell, Column, Kind, Row, Table

_TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "count": pa.int64(),
    "number": pa.float64(),
    "day": pa.date32(),
    "flag": pa.bool_(),
    "list": pa.list_(pa.string()),
}


def csv_of(table: Table, rows: Sequence[Row]) -> bytes:
    """As RFC 4180: UTF-8 without BOM, comma, decimal point, CRLF; an empty cell is no value."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(zip(*map(_texts, table.columns, zip(*rows, strict=True)), strict=True))
    return target.getvalue().encode()


def _texts(column: Column, found: Sequence[Cell]) -> list[object]:
    """A column as it is written; the writer makes texts of whole numbers and of texts by itself."""
    write = _WRITES.get(column.kind)
    if write is None:
        return ["" if cell is None else cell for cell in found]
    return ["" if cell is None else write(cell) for cell in found]


_WRITES: dict[Kind, Callable[[Any], object]] = {
    "number": cells.number,
    "day": dt.date.isoformat,
    "flag": lambda cell: "true" if cell else "false",
    "list": BETWEEN.join,
}


def parquet_of(table: Table, rows: Sequence[Row], about: dict[str, str]) -> bytes:
    """Typed; with the Dutch title of each column, and `about` (edition, licence …) with the table."""
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    fields = [
        pa.field(one.name, _TYPES[one.kind], nullable=not one.required, metadata={"title": one.title})
        for one in table.columns
    ]
    made = pa.table(
        [pa.array(_cells(column), field.type) for column, field in zip(columns, fields, strict=True)],
        schema=pa.schema(fields, metadata=about),
    )
    target = io.BytesIO()
    pq.write_table(made, target)
    return target.getvalue()


def _cells(column: Sequence[Cell]) -> list[object]:
    return [list(cell) if isinstance(cell, tuple) else cell for cell in column]
