"""The sheets of an OpenDocument spreadsheet (ods): how far each reaches, read as a stream.

A cell or a row stands once with how often it repeats, so a few bytes can mean a milliard of cells.
"""

from __future__ import annotations

from typing import IO

from sdw.exchange.limits import Limits
from sdw.production.importers.files.packed import xml_stream
from sdw.production.importers.files.packed.extent import Area, Extent
from sdw.production.importers.files.packed.package import Package
from sdw.text.errors import UserError

_VALUES = ("value", "string-value", "date-value", "time-value", "boolean-value")

_KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def is_one(parts: Package) -> bool:
    """True when the package says that it is a spreadsheet (or a template for one) of this kind."""
    if "mimetype" not in parts or "content.xml" not in parts:
        return False
    with parts.open("mimetype") as stream:
        return stream.read(100).strip().startswith(_KIND)


def extents(stream: IO[bytes], limits: Limits) -> list[Extent]:
    """The extent of each table in `content.xml`, in their order.

    Raises UserError (a cell too far away, too many sheets) or one of `xml_stream.BROKEN`.
    """
    scan = _Scan(limits)
    xml_stream.feed(scan.parser, stream)
    return scan.found


def _times(has: xml_stream.Attributes, what: str) -> int:
    return max(1, int(next((text for name, text in has.items() if xml_stream.local(name) == what), "1")))


def _of(has: xml_stream.Attributes, what: str) -> str:
    return next((text for name, text in has.items() if xml_stream.local(name) == what), "")


class _Scan:
    """Follows tables, rows and cells; a filled cell counts as often as it and its row repeat."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.found: list[Extent] = []
        self.top = self.row = self.column = 0
        self.row_times = self.cell_times = 1
        self.depth = self.notes = 0
        self.filled = self.formula = self.in_cell = False
        self.style = ""
        self.raised: set[str] = set()
        self.parser = xml_stream.parser(self.start, self.end)
        self.parser.CharacterDataHandler = self.text
        xml_stream.refuse_within(self.parser, "p", "span")  # a reader of values may leave out what stands there

    def start(self, name: str, has: xml_stream.Attributes) -> None:
        kind = xml_stream.local(name)
        if kind == "table":
            self._table()
        elif kind == "table-row" and self.depth == 1:
            self.row, self.column = self.row + self.row_times, 0
            self.row_times, self.cell_times = _times(has, "number-rows-repeated"), 1
        elif kind in ("table-cell", "covered-table-cell") and self.depth == 1:
            self._cell(has)
        elif kind == "annotation":
            self.notes += 1
        elif kind == "style":
            self.style = _of(has, "name")
        elif kind == "text-properties" and _of(has, "text-position").startswith(("super", "sub")):
            self.raised.add(self.style)
        elif kind == "span" and self.in_cell and not self.notes and _of(has, "style-name") in self.raised:
            self.found[-1].doubtful.append((self.row, self.column, "raised"))

    def _table(self) -> None:
        self.depth += 1
        if self.depth > 1:  # a table within a cell
            raise ValueError("a table within a table")
        if len(self.found) >= self.limits.sheets:
            raise UserError("import.too_many_sheets", limit=self.limits.sheets)
        self.found.append(Extent())
        self.row, self.row_times = 1, 0

    def _cell(self, has: xml_stream.Attributes) -> None:
        self.column, self.cell_times = self.column + 1, _times(has, "number-columns-repeated")
        names = {xml_stream.local(each): text for each, text in has.items()}
        self.formula = "formula" in names
        self.filled = any(names.get(each) for each in _VALUES)
        self.in_cell = True
        if names.get("value-type") == "percentage" and self.filled:
            self.found[-1].doubtful.append((self.row, self.column, "percent"))
        down, right = _times(has, "number-rows-spanned"), _times(has, "number-columns-spanned")
        if down > 1 or right > 1:
            area = Area(self.row, self.column, self.row + down - 1, self.column + right - 1)
            self.found[-1].merged.append(area)

    def text(self, text: str) -> None:
        if self.in_cell and not self.notes and text.strip():
            self.filled = True

    def end(self, name: str) -> None:
        kind = xml_stream.local(name)
        if kind == "table":
            self.depth -= 1
        elif kind == "annotation":
            self.notes -= 1
        elif kind in ("table-cell", "covered-table-cell") and self.in_cell:
            self._close()

    def _close(self) -> None:
        self.in_cell = False
        extent, last = self.found[-1], (self.row + self.row_times - 1, self.column + self.cell_times - 1)
        if self.filled or self.formula:
            extent.reach(*last, len(self.found), self.limits)
        if self.formula and not self.filled:
            extent.spread.append(Area(self.row, self.column, *last))
        self.column = last[1]
