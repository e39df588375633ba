"""How far the cells of a sheet reach and which formulas have no outcome, read as a stream before any cell is.

A reader of values makes room for every row times every column up to the furthest cell, so one cell in the last
corner is enough to exhaust a machine. And it gives a formula that nobody computed as a blank, which has a meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, NamedTuple

from sdw.exchange.limits import Limits
from sdw.production.importers.files.packed import styles, xml_stream
from sdw.production.importers.files.packed.styles import Doubt, Looks
from sdw.text.errors import UserError


class Area(NamedTuple):
    """A rectangle of cells, from `top`, `left` to `bottom`, `right` (all counted from 1, both ends in it)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Extent:
    """What a sheet holds: its last row and column with anything in it (0: nothing), how many cells that are.

    uncomputed: (row, column) of formulas without an outcome.
    spread:     areas that one formula fills: a cell in it without a value has no outcome either.
    merged:     areas that were made one cell.
    doubtful:   (row, column) of cells of which a person sees another value than is stored, and why.
    All are counted from 1.
    """

    rows: int = 0
    columns: int = 0
    uncomputed: list[tuple[int, int]] = field(default_factory=list)
    spread: list[Area] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    doubtful: list[tuple[int, int, Doubt]] = field(default_factory=list)

    @property
    def cells(self) -> int:
        """The room that a reader of values makes for it."""
        return self.rows * self.columns

    def reach(self, row: int, column: int, sheet: int, limits: Limits) -> None:
        """Count in a cell with something in it; UserError when it lies outside the limits."""
        if row > limits.rows or column > limits.columns:
            cell = f"{letters(column)}{row}"
            raise UserError(
                "import.far_cell",
                **{"cell": cell, "sheet": sheet, "rows": limits.rows, "column": letters(limits.columns)},
            )
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)


def letters(column: int) -> str:
    """1 → 'A', 28 → 'AB'."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def place_of(reference: str) -> tuple[int, int]:
    """'$AB$7' → (7, 28). ValueError for what is no reference to a cell."""
    text = reference.replace("$", "")
    name = text.rstrip("0123456789")
    row, column = text[len(name) :], 0
    if not 1 <= len(name) <= 3 or not name.isascii() or not name.isalpha() or not row or len(row) > 7:
        raise ValueError("no reference to a cell")
    for letter in name.upper():
        column = column * 26 + ord(letter) - 64
    if int(row) < 1:
        raise ValueError("no reference to a cell")
    return int(row), column


def area_of(reference: str) -> Area:
    """'B2:C9' → Area(2, 2, 9, 3); one cell is an area too. ValueError for anything else."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def of_sheet(stream: IO[bytes], sheet: int, limits: Limits, looks: Looks = styles.NONE) -> Extent:
    """The extent of a worksheet part (`xl/worksheets/….xml`), in whatever spelling; `sheet` counts from 1.

    Raises UserError (a cell too far away) or one of `xml_stream.BROKEN`.
    """
    scan = _Scan(sheet, limits, looks)
    xml_stream.feed(scan.parser, stream)
    return scan.extent


class _Scan:
    """Follows rows and cells. Text is only looked at within a formula's cell, for the rest is read elsewhere.

    Refused as damaged is what a reader of values may take otherwise than it stands: a place that occurs twice or
    out of order, a cell with two values, and a value with a comment or the like in it (read up to there only).
    """

    def __init__(self, sheet: int, limits: Limits, looks: Looks) -> None:
        self.extent = Extent()
        self.sheet, self.limits, self.looks = sheet, limits, looks
        self.style = self.type = self.number = ""
        self.kinds: dict[str, str] = {}
        self.row = self.column = 0
        self.next_row, self.next_column = 1, 1
        self.row_told = self.has_value = self.in_value = self.valued = False
        self.parser = xml_stream.parser(self.start)
        xml_stream.refuse_within(self.parser, "v")

    def start(self, name: str, has: xml_stream.Attributes) -> None:
        kind = self.kinds.get(name)
        if kind is None:
            kind = self.kinds[name] = xml_stream.local(name)
        if kind == "c":
            self.column = self.next_column
            if "r" in has:
                self._place(*place_of(has["r"]))
            self.next_column = self.column + 1
            self.has_value = False
            self.style, self.type = has.get("s", "0"), has.get("t", "n")
        elif kind in ("v", "is"):
            if self.has_value:
                raise ValueError("a cell with two values")
            self.has_value = True
            self.extent.reach(self.row, self.column, self.sheet, self.limits)
            self._look()
        elif kind == "vertAlign" and has.get("val") in ("superscript", "subscript"):
            self.extent.doubtful.append((self.row, self.column, "raised"))
        elif kind == "f":
            self._formula(has)
        elif kind == "row":
            self.row, self.row_told = int(has.get("r", self.next_row)), "r" in has
            if self.row < self.next_row:
                raise ValueError("a row twice, or out of order")
            self.next_row, self.next_column = self.row + 1, 1
        elif kind == "mergeCell":
            self.extent.merged.append(area_of(has.get("ref", "")))

    def _place(self, row: int, column: int) -> None:
        """A cell says where it stands: after the cells before it, in the row that it is in."""
        if column < self.next_column or (row != self.row if self.row_told else row < self.row):
            raise ValueError("a cell twice, or out of order")
        self.row, self.column, self.row_told = row, column, True
        self.next_row = row + 1

    def _look(self) -> None:
        """What a person sees of a number in this style, or whether the shared text has raised signs."""
        if self.type == "n" and (doubt := self.looks.numbers.get(self.style)) is not None:
            self.extent.doubtful.append((self.row, self.column, doubt))
        elif self.type == "s" and self.looks.raised:
            self.number = ""
            self.parser.CharacterDataHandler = self._collect
            self.parser.EndElementHandler = self._shared

    def _collect(self, text: str) -> None:
        self.number += text

    def _shared(self, _: str) -> None:
        if self.number.strip() in self.looks.raised:
            self.extent.doubtful.append((self.row, self.column, "raised"))
        self.parser.CharacterDataHandler = None
        self.parser.EndElementHandler = None

    def _formula(self, has: xml_stream.Attributes) -> None:
        self.extent.reach(self.row, self.column, self.sheet, self.limits)
        if self.type == "n" and (doubt := self.looks.numbers.get(self.style)) is not None:
            self.extent.doubtful.append((self.row, self.column, doubt))
        if has.get("ref") and has.get("t") in ("array", "dataTable"):
            self.extent.spread.append(area_of(has["ref"]))
        self.in_value = self.valued = False
        self.parser.StartElementHandler = self._within
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _within(self, name: str, has: xml_stream.Attributes) -> None:
        kind = xml_stream.local(name)
        if kind == "v" and self.has_value:
            raise ValueError("a cell with two values")
        self.has_value = self.has_value or kind == "v"
        self.in_value = kind in ("v", "t")

    def _text(self, text: str) -> None:
        self.valued = self.valued or (self.in_value and bool(text.strip()))

    def _end(self, name: str) -> None:
        kind = xml_stream.local(name)
        if kind in ("v", "t"):
            self.in_value = False
        elif kind == "c":
            if not self.valued:
                self.extent.uncomputed.append((self.row, self.column))
            self.parser.StartElementHandler = self.start
            self.parser.EndElementHandler = None
            self.parser.CharacterDataHandler = None
