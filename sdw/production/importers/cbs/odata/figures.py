"""The large file of a dump, its figures: a million of them in a tenth of a second, and still strictly."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.csv as pacsv

from sdw.production.importers.cbs.odata import raw
from sdw.reference.series.refusal import refusal

TYPED, UNTYPED = "TypedDataSet", "UntypedDataSet"
#: The parts with figures; the first one that is there counts. CBS pads the figures of the untyped one.
PARTS = (TYPED, UNTYPED)

#: What stands for "no figure" in a dump: nothing, or CBS's sign for unknown.
_NO_FIGURE = ("", ".")
#: Bytes that one thread reads at a time.
_BLOCK = 1 << 22
#: Signs with a meaning in a path for DuckDB, which would look for other files.
_PATTERN = frozenset("*?[]")


def read(path: Path, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table:
    """`texts` as columns of codes (strings, perhaps dictionary encoded), `numbers` as float64 or null.

    Columns of `numbers` that the file lacks are left out. A column that nobody declared, a line that is
    too short, a figure that is not a number: UserError.
    """
    try:
        return _from_json(path, texts, numbers) if raw.is_json(path) else _from_csv(path, texts, numbers)
    except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeDecodeError) as error:
        raise refusal("cbs.figures", name=path.name) from error


def _check_columns(names: Sequence[str], path: Path, texts: Sequence[str], numbers: Sequence[str]) -> None:
    unknown = [name for name in names if name not in ("ID", *texts, *numbers)]
    missing = [name for name in texts if name not in names]
    double = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if unknown or missing or double:
        raise refusal("cbs.columns", name=path.name, columns=", ".join(unknown + missing + double))


def _from_csv(path: Path, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table:
    with path.open(encoding="utf-8-sig") as file:
        header = file.readline().rstrip("\r\n")
    delimiter = raw.delimiter(header)
    names = next(csv.reader([header], delimiter=delimiter), [])
    _check_columns(names, path, texts, numbers)
    # Codes come in a few kinds: kept as a dictionary, a million of them costs little.
    code = pa.dictionary(pa.int32(), pa.string())
    figure = pa.string() if path.stem == UNTYPED else pa.float64()
    table = pacsv.read_csv(
        path,
        read_options=pacsv.ReadOptions(block_size=_BLOCK),
        parse_options=pacsv.ParseOptions(delimiter=delimiter),
        convert_options=pacsv.ConvertOptions(
            include_columns=[name for name in names if name != "ID"],
            column_types=dict.fromkeys(texts, code) | dict.fromkeys(numbers, figure),
            null_values=list(_NO_FIGURE),
            strings_can_be_null=False,
        ),
    )
    if path.stem == TYPED:
        return table
    columns = {name: table[name] for name in table.column_names}
    return pa.table(columns | {name: _numbers(columns[name].to_pylist()) for name in numbers if name in columns})


def _from_json(path: Path, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table:
    quick = _quick_json(path, texts, numbers) if path.stem == TYPED else None
    if quick is not None:
        return quick
    rows = raw.json_rows(path)
    names = list(rows[0]) if rows else []
    _check_columns(names, path, texts, numbers)
    if any(row.keys() != rows[0].keys() for row in rows):
        raise refusal("cbs.part_damaged", name=path.name)
    columns: dict[str, pa.Array] = {}
    for name in names:
        values = [row[name] for row in rows]
        columns[name] = _numbers(values) if name in numbers else pa.array([raw.as_text(value) for value in values])
    return pa.table(columns)


def _quick_json(path: Path, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table | None:
    """The table as DuckDB reads it, ten times as fast; None when anything is not as it always is.

    DuckDB passes over a key that is not declared or not there, so keys and nulls are counted in the text.
    """
    data = path.read_bytes().strip()
    if not (data.startswith(b"[") and data.endswith(b"]")) or _PATTERN & set(str(path)):
        return None
    try:
        first, _ = json.JSONDecoder().raw_decode(data[1 : data.index(b"}") + 1].decode("utf-8").strip())
        names = list(first)
        types = dict.fromkeys(texts, "VARCHAR") | dict.fromkeys(numbers, "DOUBLE") | {"ID": "BIGINT"}
        if not set(texts) <= set(names) <= set(types):
            return None
        table = duckdb.read_json(str(path), format="array", columns={name: types[name] for name in names})
        found: pa.Table = table.to_arrow_table()
    except (ValueError, duckdb.Error):
        return None
    nulls = sum(column.null_count for column in found.columns)
    whole = data.count(b":") == found.num_rows * len(names) and data.count(b"null") == nulls
    return found if whole else None


def _numbers(values: list[Any]) -> pa.Array:
    """Typed figures are numbers or null, untyped ones padded text."""
    if any(isinstance(value, str) for value in values):
        values = [None if raw.as_text(value) in _NO_FIGURE else raw.as_text(value) for value in values]
        return pa.array(values, pa.string()).cast(pa.float64())
    return pa.array(values, pa.float64())
