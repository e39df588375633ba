"""A CBS table on disk, as `cbsodata` writes it: a folder with one JSON or CSV file per part."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv

from sdw.text.errors import UserError

Record = dict[str, str]

_TYPED, _UNTYPED = "TypedDataSet", "UntypedDataSet"
_DATA = (_TYPED, _UNTYPED)
#: What stands for "no figure" in a dump: nothing, or CBS's sign for unknown.
_NO_FIGURE = ("", ".")
#: Bytes that one thread reads at a time.
_BLOCK = 1 << 22


@dataclass(frozen=True, slots=True)
class Dump:
    """The parts of a dump by name (`Perioden` → its file)."""

    folder: Path
    files: dict[str, Path]

    @classmethod
    def open(cls, folder: Path) -> Dump:
        """Finds the parts of a dump. A folder without properties or figures: UserError."""
        found = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in (".csv", ".json")}
        dump = cls(folder, found)
        dump.path("DataProperties")
        if not any(name in found for name in _DATA):
            raise UserError("cbs.part_missing", folder=folder.name, part=_TYPED)
        return dump

    def path(self, part: str) -> Path:
        """The file of a part; UserError when the dump lacks it."""
        if part not in self.files:
            raise UserError("cbs.part_missing", folder=self.folder.name, part=part)
        return self.files[part]

    def records(self, part: str) -> list[Record]:
        """A small part (properties, periods, a dimension), all values as trimmed text; null is ''."""
        path = self.path(part)
        rows = _json(path) if path.suffix.lower() == ".json" else _csv(path)
        return [{str(name): _text(value) for name, value in row.items()} for row in rows]

    def figures(self, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table:
        """The figures: `texts` as string columns, `numbers` as float64 with null for no figure.

        Columns of `numbers` that the file lacks are left out; a column that nobody declared, a line that
        is too short, a figure that is not a number: UserError.
        """
        path = next(self.files[name] for name in _DATA if name in self.files)
        read = _json_table if path.suffix.lower() == ".json" else _csv_table
        try:
            return read(path, texts, numbers)
        except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
            raise UserError("cbs.figures", name=path.name) from error


def _check_columns(names: Sequence[str], path: Path, texts: Sequence[str], numbers: Sequence[str]) -> None:
    unknown = [name for name in names if name not in ("ID", *texts, *numbers)]
    missing = [name for name in texts if name not in names]
    double = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if unknown or missing or double:
        raise UserError("cbs.columns", name=path.name, columns=", ".join(unknown + missing + double))


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _json(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON file: a list, or CBS's own answer with the list under `value`."""
    try:
        found = json.loads(path.read_bytes())
    except ValueError as error:
        raise UserError("cbs.part_damaged", name=path.name) from error
    rows = found.get("value") if isinstance(found, dict) else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UserError("cbs.part_damaged", name=path.name)
    return rows


def _csv(path: Path) -> list[Record]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UserError("cbs.part_damaged", name=path.name) from error
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise UserError("cbs.part_damaged", name=path.name)
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return ";" if header.count(";") > header.count(",") else ","


def _csv_table(path: Path, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table:
    with path.open(encoding="utf-8-sig") as file:
        header = file.readline().rstrip("\r\n")
    delimiter = _delimiter(header)
    names = next(csv.reader([header], delimiter=delimiter), [])
    _check_columns(names, path, texts, numbers)
    # Codes come in a few kinds: kept as a dictionary, a million of them costs little.
    code = pa.dictionary(pa.int32(), pa.string())
    figure = pa.string() if path.stem == _UNTYPED else pa.float64()
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
    if path.stem == _TYPED:
        return table
    return pa.table(
        {name: _numbers(table[name].to_pylist()) if name in numbers else table[name] for name in table.column_names}
    )


def _json_table(path: Path, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table:
    rows = _json(path)
    names = list(rows[0]) if rows else []
    _check_columns(names, path, texts, numbers)
    if any(row.keys() != rows[0].keys() for row in rows):
        raise UserError("cbs.part_damaged", name=path.name)
    columns: dict[str, pa.Array] = {}
    for name in names:
        values = [row[name] for row in rows]
        columns[name] = _numbers(values) if name in numbers else pa.array([_text(value) for value in values])
    return pa.table(columns)


def _numbers(values: list[Any]) -> pa.Array:
    """Typed figures are numbers or null, untyped ones padded text."""
    if any(isinstance(value, str) for value in values):
        values = [None if _text(value) in _NO_FIGURE else _text(value) for value in values]
        return pa.array(values, pa.string()).cast(pa.float64())
    return pa.array(values, pa.float64())
