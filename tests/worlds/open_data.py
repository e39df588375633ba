"""Open data read back as a stranger would: CSV by its description (CSVW), Parquet by itself."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

Row = tuple[Any, ...]
_READS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "double": float,
    "date": dt.date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}
_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "double": pa.float64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}


@dataclass(frozen=True)
class Described:
    """One table as `csv-metadata.json` describes it."""

    url: str
    schema: dict[str, Any]
    dialect: dict[str, Any]

    @property
    def names(self) -> list[str]:
        return [column["name"] for column in self.schema["columns"]]

    def rows(self, data: bytes) -> list[Row]:
        """The lines of its CSV, typed; whatever does not fit the description is an error."""
        text = data.decode(self.dialect["encoding"])
        assert text.endswith("\r\n") and text.count("\n") == text.count("\r\n")
        head, *lines = csv.reader(io.StringIO(text, newline=""), delimiter=self.dialect["delimiter"], strict=True)
        for name, column in zip(head, self.schema["columns"], strict=True):
            assert name in column["titles"]["nl"] and name == column["name"]
        return [
            tuple(_cell(text, column) for text, column in zip(line, self.schema["columns"], strict=True))
            for line in lines
        ]

    def column(self, rows: list[Row], name: str) -> list[Any]:
        place = self.names.index(name)
        return [row[place] for row in rows]

    def types(self) -> list[pa.DataType]:
        """What Parquet should call them."""
        found = [(_ARROW[one["datatype"]], "separator" in one) for one in self.schema["columns"]]
        return [pa.list_(kind) if is_list else kind for kind, is_list in found]


def described(data: bytes) -> dict[str, Described]:
    """Address → description, of `csv-metadata.json`."""
    found = json.loads(data)
    assert found["@context"][0] == "http://www.w3.org/ns/csvw"
    return {one["url"]: Described(one["url"], one["tableSchema"], found["dialect"]) for one in found["tables"]}


def parquet(data: bytes) -> tuple[pa.Schema, list[Row]]:
    """The columns and the lines of a Parquet file; a list as a tuple."""
    table = pq.read_table(io.BytesIO(data))
    cells = [[tuple(cell) if isinstance(cell, list) else cell for cell in one.to_pylist()] for one in table.columns]
    return table.schema, list(zip(*cells, strict=True))


def _cell(text: str, column: dict[str, Any]) -> Any:
    if text == column["null"]:
        assert not column["required"], f"{column['name']} is empty"
        return None
    reads = _READS[column["datatype"]]
    return tuple(map(reads, text.split(column["separator"]))) if "separator" in column else reads(text)
