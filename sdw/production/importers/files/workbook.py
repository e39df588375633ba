"""A workbook (xlsx in either spelling of the standard, or ods) to a grid: its table, every cell as text.

How far its cells reach is known before a reader makes room for them (`extent`, `opendocument`). Two things that
a reader of values cannot see are told by the same stream: formulas that were never computed (a program wrote
them, no spreadsheet opened them) and merged cells. Blank has a meaning, and neither is blank.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import fastexcel
import numpy as np
import pyarrow as pa

from sdw.exchange import limits
from sdw.exchange.limits import Limits
from sdw.exchange.person_findings import Finding
from sdw.exchange.problems import Problem
from sdw.production.importers.files import beside, headers
from sdw.production.importers.files.grid import Doubtful, Grid, column_of, refuse_long
from sdw.production.importers.files.packed import extent, kinds, opendocument, package, styles, xml_stream
from sdw.production.importers.files.packed.extent import Extent
from sdw.production.importers.files.packed.package import Package
from sdw.production.importers.persons.traces import Beside
from sdw.reference.datasets.declaration import Dataset
from sdw.text.dutch import listing, number, say
from sdw.text.errors import UserError

_HEADER_WITHIN = 20
#: What the libraries raise on a workbook that is damaged, or made to be.
_BROKEN = (
    *(fastexcel.FastExcelError, zipfile.BadZipFile, zlib.error, *xml_stream.BROKEN),
    *(NotImplementedError, RuntimeError, EOFError, KeyError, OSError),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BOOK, _CONTENT = "xl/workbook.xml", "content.xml"


def is_workbook(data: bytes) -> bool:
    """True for a zip or an old Office file: `read` reads it or says why not."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD_OFFICE))


def read(data: bytes, datasets: Mapping[str, Dataset], most: Limits = limits.COMMAND) -> Grid:
    """The cells of the one sheet with a known header. Raises `UserError` when there is none, or over a limit."""
    if data.startswith(_OLD_OFFICE):
        raise UserError("import.workbook_locked" if _ENCRYPTED in data else "import.workbook_old")
    try:
        with package.opened(data, most) as parts:
            sheets = _sheets(data, _extents(parts, most))
            table, header_row = _only_table(sheets, datasets)
            found = _beside(parts, sheets, table, header_row, most)
            return replace(_grid(table, header_row), beside=tuple(found))
    except _BROKEN as broken:
        raise UserError("import.workbook_broken") from broken


def _extents(parts: Package, most: Limits) -> list[Extent | None]:
    """What each sheet holds, in order; None for one without cells (a chart).

    Refuses a zip that is no workbook, one in which a byte is not what it was, and one that is too large.
    """
    if _BOOK not in parts and not opendocument.is_one(parts):
        raise UserError(kinds.of_package(parts))
    if parts.archive.testzip() is not None:
        raise zipfile.BadZipFile
    if _BOOK in parts:
        found = _of_worksheets(parts, most)
    else:
        with parts.open(_CONTENT) as stream:
            found = [*opendocument.extents(stream, most)]
    if sum(one.cells for one in found if one) > most.cells:
        raise UserError("import.too_many_cells", limit=number(most.cells))
    return found


def _of_worksheets(parts: Package, most: Limits) -> list[Extent | None]:
    """The extent of each worksheet of an xlsx file."""
    found: list[Extent | None] = []
    looks = styles.of(parts)
    for place, part in enumerate(worksheets(parts, most), start=1):
        if part is None:
            found.append(None)
        else:
            with parts.open(part) as stream:
                found.append(extent.of_sheet(stream, place, most, looks))
    return found


def worksheets(parts: Package, most: Limits) -> list[str | None]:
    """The part in which each sheet stands, in the order of the tabs; None for a sheet that holds no cells."""
    links, ids = parts.relations(_BOOK), list[str]()

    def start(name: str, has: xml_stream.Attributes) -> None:
        if xml_stream.local(name) == "sheet":
            ids.extend(text for key, text in has.items() if key.endswith(":id"))

    with parts.open(_BOOK) as stream:
        xml_stream.feed(xml_stream.parser(start), stream)
    if len(ids) > most.sheets:
        raise UserError("import.too_many_sheets", limit=most.sheets)
    return [part if kind == "worksheet" else None for kind, part in (links[one] for one in ids)]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as text: its name, its place among the tabs (from 0), the letter of each column, and what lies
    where: `unreadable` is the (row, number of column) of cells without an outcome, `doubtful` that of cells in
    which a person sees something else than is stored."""

    name: str
    place: int
    table: pa.RecordBatch
    letters: list[str]
    unreadable: list[tuple[int, int]]
    doubtful: list[Doubtful]

    @property
    def shown(self) -> str:
        """Its name as a report may show it."""
        return headers.shown(self.name, self.place)


def _sheets(data: bytes, extents: Sequence[Extent | None]) -> list[Sheet]:
    """Every sheet with cells, read by a library that is told nothing of the limits: they were kept before."""
    reader = fastexcel.read_excel(data)
    if len(reader.sheet_names) != len(extents):
        raise zipfile.BadZipFile
    return [
        _sheet(reader, name, place, found)
        for place, (name, found) in enumerate(zip(reader.sheet_names, extents, strict=True))
        if found is not None
    ]


def _sheet(reader: fastexcel.ExcelReader, name: str, place: int, found: Extent) -> Sheet:
    sheet = reader.load_sheet(place, header_row=None, skip_rows=0, dtypes="string")
    table, errors = sheet.to_arrow_with_errors()
    columns = [column.absolute_index + 1 for column in sheet.available_columns()]
    wrong = [] if errors is None else [tuple(error.offset_position) for error in errors.errors]
    unreadable = [(int(row) + 1, int(column)) for row, column in wrong]
    unreadable += [(row, columns.index(column)) for row, column in found.uncomputed if column in columns]
    unreadable += _blank_within(table, columns, found)
    doubtful: list[Doubtful] = [
        (row, columns.index(column), doubt) for row, column, doubt in found.doubtful if column in columns
    ]
    doubtful += [
        (area.top, index, "merged")
        for area in found.merged
        for index, column in enumerate(columns)
        if area.left <= column <= area.right and area.bottom > area.top
    ]
    doubtful += [
        (area.top, columns.index(area.left), "merged")
        for area in found.merged
        if area.bottom == area.top and area.right > area.left and area.left in columns
    ]
    return Sheet(name, place, table, [extent.letters(column) for column in columns], unreadable, doubtful)


def _blank_within(table: pa.RecordBatch, columns: Sequence[int], found: Extent) -> list[tuple[int, int]]:
    """The (row, column) of cells without a value in an area that one formula should have filled."""
    places = []
    for area in found.spread:
        for index, column in enumerate(columns):
            if area.left <= column <= area.right:
                cells = table.column(index).slice(area.top - 1, area.bottom - area.top + 1).to_pylist()
                places += [(row, index) for row, cell in enumerate(cells, area.top) if not cell]
    return places


def _beside(parts: Package, sheets: Sequence[Sheet], table: Sheet, header_row: int, most: Limits) -> list[Finding]:
    """What looks like persons anywhere but in the table: other sheets, lines above it, parts without cells."""
    found: list[Finding] = []
    texts = beside.of_parts(parts, worksheets(parts, most) if _BOOK in parts else [])
    seen: set[str] = set()
    for sheet in sheets:
        where = say("person.in_sheet", number=sheet.place + 1)
        for letter, cells in zip(sheet.letters, sheet.table.columns, strict=True):
            counted = cells.drop_null().value_counts()
            names, counts = counted.field("values").to_pylist(), counted.field("counts").to_numpy()
            refuse_long(names, most.text, partial(_place, sheet, letter, cells))
            seen.update(text.strip() for text in names)
            if sheet is not table:
                header = next((text for text in cells.to_pylist() if text), "")
                found += beside.column(where, header, names, counts, len(cells))
        if sheet is table:
            above = sheet.table.slice(0, header_row).columns
            texts += [Beside(say("person.in_above"), text) for cells in above for text in cells.to_pylist() if text]
    return list(dict.fromkeys([*found, *beside.inspect([*texts, *beside.left_over(parts, seen)])]))


def _place(sheet: Sheet, letter: str, cells: pa.Array, text: str) -> str:
    """Where a text first stands in this column."""
    return Problem("error", sheet.shown, cells.index(text).as_py() + 1, letter, "").place


def _only_table(sheets: Sequence[Sheet], datasets: Mapping[str, Dataset]) -> tuple[Sheet, int]:
    """The sheet with a known header, and the number of its row (from 0).

    Two of them are refused, for a reader of one would drop the other.
    """
    rows = [(sheet, _header_row(sheet.table, datasets)) for sheet in sheets]
    found = [(sheet, row) for sheet, row in rows if row is not None]
    if len(found) > 1:
        raise UserError("import.two_tables", names=listing([sheet.shown for sheet, _ in found]))
    for sheet, header_row in found:
        return sheet, header_row
    if not any(sheet.table.num_rows for sheet in sheets):
        raise UserError("import.empty")
    raise UserError("import.no_header_in_workbook")


def _header_row(table: pa.RecordBatch, datasets: Mapping[str, Dataset]) -> int | None:
    """The number (from 0) of the row, among the first, in which most columns are known."""
    head = table.slice(0, _HEADER_WITHIN).to_pydict().values()
    rows = [[cell or "" for cell in row] for row in zip(*head, strict=True)]
    known = [headers.known_names(row, datasets) for row in rows]
    return known.index(max(known)) if known and max(known) >= 2 else None


def _grid(sheet: Sheet, header_row: int) -> Grid:
    table = sheet.table
    body = table.slice(header_row + 1)
    columns = []
    for index, letter in enumerate(sheet.letters):
        header = (table.column(index)[header_row].as_py() or "").strip()
        cells = body.column(index).fill_null("").dictionary_encode()
        columns.append(column_of(header, letter, cells))
    rows = np.arange(header_row + 2, header_row + 2 + body.num_rows, dtype=np.int64)
    below = tuple(sorted({place for place in sheet.unreadable if place[0] > header_row + 1}))
    doubtful = tuple(sorted({place for place in sheet.doubtful if place[0] > header_row + 1}))
    return Grid(sheet.shown, tuple(columns), rows, unreadable=below, typed=True, doubtful=doubtful)
