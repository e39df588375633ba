"""Text with a delimiter (CSV) to a grid: header and delimiter first, then every cell as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.csv

from sdw.exchange import limits
from sdw.exchange.limits import Limits
from sdw.exchange.problems import Problem
from sdw.production.importers.files import headers
from sdw.production.importers.files.grid import TEXT, Grid, column_of, refuse_long
from sdw.reference.datasets.declaration import Dataset
from sdw.text.dutch import number
from sdw.text.errors import UserError

DELIMITERS = (";", ",", "\t")

#: Rows of another length that are kept for the person guard.
_LOOSE = 200
#: A header with a line break in a name lies on at most so many lines.
_HEADER_LINES = 20
#: The header must lie within the first bytes of a file.
_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Header:
    """The names, how many lines they end at, where the cells start (bytes), and the delimiter."""

    names: tuple[str, ...]
    lines: int
    start: int
    delimiter: str


@dataclass(slots=True)
class _Ragged:
    """Collects the rows that have another number of cells than the header."""

    found: list[tuple[int | None, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __call__(self, row: pyarrow.csv.InvalidRow) -> str:
        self.found.append((row.number, row.actual_columns))
        if len(self.texts) < _LOOSE:
            self.texts.append(row.text or "")
        return "skip"


def header_of(data: bytes, datasets: Mapping[str, Dataset], most: Limits = limits.COMMAND) -> Header:
    """The first line with text, split by the delimiter under which most of its names are known.

    A line `sep=;`, as spreadsheets write it, decides. Raises `UserError` when there is no header.
    """
    lines = data[:_HEAD].splitlines(keepends=True)
    used = start = 0
    told = ""
    for place, line in enumerate(lines):
        if place < used:
            continue
        whole = _closed(lines[place : place + _HEADER_LINES])
        line = b"".join(whole)
        text = line.decode("utf-8", errors="ignore").strip("\r\n")
        used, start = used + len(whole), start + len(line)
        if text.casefold().startswith("sep=") and len(text) <= 5:
            told = text[4:] or "\t"
        elif text.strip(' \t;,"'):
            break
    else:
        raise UserError("import.empty")
    candidates = [
        Header(_split(text, delimiter), used, start, delimiter) for delimiter in ((told,) if told else DELIMITERS)
    ]
    best = max(candidates, key=lambda one: (headers.known_names(one.names, datasets), len(one.names)))
    if len(best.names) > most.columns:
        raise UserError("import.too_many_columns", limit=most.columns)
    return best


def _closed(lines: list[bytes]) -> list[bytes]:
    """The first line, with those after it when a quote is still open: a name may have a line break in it."""
    for count in range(1, len(lines) + 1):
        if b"".join(lines[:count]).count(b'"') % 2 == 0:
            return lines[:count]
    return lines[:1]


def _split(line: str, delimiter: str) -> tuple[str, ...]:
    cells = next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter))
    return tuple(" ".join(cell.split()) for cell in cells)


def read(data: bytes, datasets: Mapping[str, Dataset], most: Limits = limits.COMMAND) -> Grid:
    """Every cell of UTF-8 `data` as text. Raises `UserError` when no table can be made of it, or over a limit."""
    if max(data.count(b"\n"), data.count(b"\r")) > most.lines:
        raise UserError("import.too_many_lines", limit=number(most.lines))
    header = header_of(data, datasets, most)
    body = memoryview(data)[header.start :]
    if not bytes(body[:_HEAD]).strip() and not bytes(body).strip():
        empty = [pa.array([], pa.string()).dictionary_encode()] * len(header.names)
        return _grid(header, empty, np.zeros(0, np.int64))
    # Most files have no quote at all, which is told much faster than how many there are.
    quoted = data.count(b'"', header.start) if data.find(b'"', header.start) >= 0 else 0
    if quoted % 2:
        raise UserError("import.unbalanced_quotes", row=_first_odd_quote(data, header))
    table, ragged = _parse(body, header, quoted=bool(quoted), threads=True)
    if ragged.found:
        header, table, ragged = _fitting(body, header, quoted=bool(quoted))
    outside = np.array([number for number, _ in ragged.found if number is not None], dtype=np.int64)
    rows = np.arange(1, table.num_rows + len(outside) + 1, dtype=np.int64) + header.lines
    rows = np.delete(rows, outside - 1) if len(outside) else rows
    places = tuple((int(number or 0) + header.lines, cells) for number, cells in ragged.found)
    loose = tuple(_split(text, header.delimiter) for text in ragged.texts)
    made = _grid(header, table.columns, rows, places, loose)
    refuse_long(header.names, most.text, lambda _: Problem("error", "", header.lines, "", "").place)
    for (row, _), cells in zip(places, loose, strict=False):
        refuse_long(cells, most.text, lambda _, row=row: Problem("error", "", row, "", "").place)  # type: ignore[misc]
    for at, column in enumerate(made.columns):
        refuse_long(column.texts, most.text, partial(_place, made, at))
    return made


def _place(grid: Grid, at: int, text: str) -> str:
    """Where a text first stands in this column."""
    column = grid.columns[at]
    row = int(grid.rows[np.flatnonzero(column.index == column.texts.index(text))[0]])
    return Problem("error", "", row, headers.shown(column.header, at), "").place


def _fitting(body: memoryview, header: Header, *, quoted: bool) -> tuple[Header, pa.Table, _Ragged]:
    """The table with the rows that do not fit apart, under the header as it stands, or with other nameless columns
    at its end when more rows fit then: a delimiter behind the names alone, or behind the rows alone.
    """
    named = max((number for number, name in enumerate(header.names, 1) if name), default=1)
    least, most = header.names[:named], len(header.names) - named + 1
    tried = [header.names, *((*least, *[""] * blanks) for blanks in range(most + 1))]
    found = []
    for one in tried:
        head = replace(header, names=one)
        found.append((head, *_parse(body, head, quoted=quoted, threads=False)))
    return min(found, key=lambda each: len(each[2].found))


def _parse(body: memoryview, header: Header, *, quoted: bool, threads: bool) -> tuple[pa.Table, _Ragged]:
    """Arrow's reader, with the rows that do not fit set apart (numbered only without threads)."""
    names = [str(number) for number in range(len(header.names))]
    ragged = _Ragged()
    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(pa.py_buffer(body)),
            read_options=pyarrow.csv.ReadOptions(column_names=names, use_threads=threads, block_size=1 << 22),
            parse_options=pyarrow.csv.ParseOptions(
                delimiter=header.delimiter,
                newlines_in_values=quoted,
                ignore_empty_lines=False,
                invalid_row_handler=ragged,
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(names, TEXT), strings_can_be_null=False, check_utf8=False
            ),
        )
    except pa.ArrowInvalid as broken:
        raise UserError("import.broken_csv") from broken
    return table, ragged


def _first_odd_quote(data: bytes, header: Header) -> int:
    lines = data[header.start :].splitlines()
    return header.lines + next(number for number, line in enumerate(lines, 1) if line.count(b'"') % 2)


def _grid(
    header: Header,
    cells: list[pa.ChunkedArray],
    rows: np.ndarray,
    ragged: tuple[tuple[int, int], ...] = (),
    loose: tuple[tuple[str, ...], ...] = (),
) -> Grid:
    columns = tuple(column_of(name, "", cell) for name, cell in zip(header.names, cells, strict=True))
    return Grid("", columns, rows, ragged, width=len(header.names), loose=loose)
