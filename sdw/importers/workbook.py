"""A workbook (XLSX) to a grid: the sheet that holds the table, every cell as text.

Two things a reader of values cannot see are looked up in the workbook itself: formulas that were
never computed (a program wrote them, no spreadsheet opened them) and cells in error. Both would
otherwise look blank, and blank has a meaning.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree

import fastexcel
import numpy as np
import pyarrow as pa

from sdw.importers import headers
from sdw.importers.declaration import Dataset
from sdw.importers.grid import Grid, column_of
from sdw.text.dutch import listing
from sdw.text.errors import UserError

#: A workbook is a zip; more than this unpacked is no delivery.
MAX_UNPACKED = 400 * 1024 * 1024
_HEADER_WITHIN = 20
#: What the libraries raise on a workbook that is damaged, or made to be.
_BROKEN = (
    *(fastexcel.FastExcelError, zipfile.BadZipFile, zlib.error, ElementTree.ParseError),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, KeyError, OSError),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNCOMPUTED = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*'
    rb"(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def is_workbook(data: bytes) -> bool:
    """True for a zip or an old Office file: `read` reads it or says why not."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD_OFFICE))


def read(data: bytes, datasets: Mapping[str, Dataset]) -> Grid:
    """The cells of the one sheet with a known header. Raises `UserError` when there is none."""
    if data.startswith(_OLD_OFFICE):
        raise UserError("import.workbook_locked" if _ENCRYPTED in data else "import.workbook_old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_other_archives(archive)
            return _only_table(data, archive, datasets)
    except _BROKEN as broken:
        raise UserError("import.workbook_broken") from broken


def _refuse_other_archives(archive: zipfile.ZipFile) -> None:
    """A zip that is no workbook, that is far too large unpacked, or in which one byte is not what it was."""
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        raise UserError("import.too_large", limit=MAX_UNPACKED // 1024**2)
    if "xl/workbook.xml" not in archive.namelist():
        raise UserError("import.is_zip")
    if archive.testzip() is not None:
        raise UserError("import.workbook_broken")


def _only_table(data: bytes, archive: zipfile.ZipFile, datasets: Mapping[str, Dataset]) -> Grid:
    """The sheet with a known header; two of them are refused, for a reader of one would drop the other."""
    reader = fastexcel.read_excel(data)
    sheets = [(name, _cells(reader, name)) for name in reader.sheet_names]
    found = [
        (place, name, header_row)
        for place, (name, (table, _, _)) in enumerate(sheets)
        if (header_row := _header_row(table, datasets)) is not None
    ]
    if len(found) > 1:
        names = listing([headers.shown(name, place) for place, name, _ in found])
        raise UserError("import.two_tables", names=names)
    for place, name, header_row in found:
        table, letters, errors = sheets[place][1]
        errors = errors + _uncomputed(archive, name, letters)
        return _grid(headers.shown(name, place), table, letters, header_row, errors)
    if not any(table.num_rows for _, (table, _, _) in sheets):
        raise UserError("import.empty")
    raise UserError("import.no_header_in_workbook")


_Errors = list[tuple[int, int]]


def _cells(reader: fastexcel.ExcelReader, name: str) -> tuple[pa.RecordBatch, list[str], _Errors]:
    """The sheet as text, the letter of each column, and the (row, column) of cells in error."""
    sheet = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    table, errors = sheet.to_arrow_with_errors()
    letters = [_letter(column.absolute_index) for column in sheet.available_columns()]
    found = [] if errors is None else [tuple(error.offset_position) for error in errors.errors]
    return table, letters, [(int(row) + 1, int(column)) for row, column in found]


def _header_row(table: pa.RecordBatch, datasets: Mapping[str, Dataset]) -> int | None:
    """The number (from 0) of the row, among the first, in which most columns are known."""
    head = table.slice(0, _HEADER_WITHIN).to_pydict().values()
    rows = [[cell or "" for cell in row] for row in zip(*head, strict=True)]
    known = [headers.known_names(row, datasets) for row in rows]
    return known.index(max(known)) if known and max(known) >= 2 else None


def _grid(name: str, table: pa.RecordBatch, letters: list[str], header_row: int, unreadable: _Errors) -> Grid:
    body = table.slice(header_row + 1)
    columns = []
    for number, letter in enumerate(letters):
        header = (table.column(number)[header_row].as_py() or "").strip()
        cells = body.column(number).fill_null("").dictionary_encode()
        columns.append(column_of(header, letter, cells))
    rows = np.arange(header_row + 2, header_row + 2 + body.num_rows, dtype=np.int64)
    below = tuple(sorted({place for place in unreadable if place[0] > header_row + 1}))
    return Grid(name, tuple(columns), rows, unreadable=below, typed=True)


def _uncomputed(archive: zipfile.ZipFile, sheet: str, letters: list[str]) -> _Errors:
    """The (row, column) of formulas without an outcome in the sheet."""
    content = archive.read(_path_of(archive, sheet))
    places = ((match[1].decode(), int(match[2])) for match in _UNCOMPUTED.finditer(content))
    return [(row, letters.index(letter)) for letter, row in places if letter in letters]


def _path_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part of the archive in which the sheet is stored."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    ids = {node.get("name"): node.get(_RELATION) for node in book.iter() if node.tag.endswith("}sheet")}
    targets = {node.get("Id"): node.get("Target", "") for node in links}
    target = targets.get(ids.get(sheet), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _letter(index: int) -> str:
    """0 → 'A', 27 → 'AB'."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
