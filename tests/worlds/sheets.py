"""A workbook opened as the package that it is, without the library that wrote it: its cells, and what is wrong."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_LEGAL = re.compile(r"[^\W\d][\w.]{0,254}")
#: What a program takes for a cell: AM05, R1C1, R, C.
_ADDRESS = re.compile(r"[A-Za-z]{1,3}[0-9]+|[RrCc]|[Rr][0-9]*[Cc][0-9]*")

Cell = str | float | None


@dataclass(frozen=True)
class Table:
    """A table by its name: its rows (from 1) and columns on its sheet, and its heads."""

    name: str
    number: int
    sheet: str
    first: int
    last: int
    width: int
    heads: list[str]
    is_described: bool


class Package:
    """The parts of a workbook; `cells`: per sheet, in order, its rows from the first."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.listed = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.listed}
        self.strings = [
            "".join(text.text or "" for text in one.iter(f"{_MAIN}t"))
            for one in self._xml("xl/sharedStrings.xml").findall(f"{_MAIN}si")
        ]
        links = self._links("xl/workbook.xml")
        found = self._xml("xl/workbook.xml").iter(f"{_MAIN}sheet")
        self.sheets = {str(one.get("name")): links[str(one.get(f"{_OFFICE}id"))] for one in found}
        self.cells = {name: self._rows(part) for name, part in self.sheets.items()}
        self.tables = [one for name, part in self.sheets.items() for one in self._tables(name, part)]

    def _xml(self, part: str) -> ET.Element:
        return ET.fromstring(self.parts[part])

    def _links(self, part: str) -> dict[str, str]:
        """Where the relationships of a part lead, within the package."""
        folder, name = posixpath.split(part)
        where = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        if where not in self.parts:
            return {}
        return {
            str(one.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(one.get("Target")))).lstrip("/")
            for one in self._xml(where).findall(f"{_RELS}Relationship")
            if one.get("TargetMode") != "External"
        }

    def _rows(self, part: str) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for row in self._xml(part).iter(f"{_MAIN}row"):
            rows += [[] for _ in range(int(str(row.get("r"))) - len(rows))]
            for cell in row:
                column = _column(str(cell.get("r")))
                rows[-1] += [None] * (column - len(rows[-1]))
                rows[-1].append(self._value(cell))
        return rows

    def _value(self, cell: ET.Element) -> Cell:
        value = cell.findtext(f"{_MAIN}v")
        if value is None:
            return None
        return self.strings[int(value)] if cell.get("t") == "s" else float(value)

    def _tables(self, sheet: str, part: str) -> list[Table]:
        return [
            self._table(sheet, self._xml(target))
            for target in self._links(part).values()
            if target.startswith("xl/tables/") and target in self.parts
        ]

    def _table(self, sheet: str, root: ET.Element) -> Table:
        first, last = str(root.get("ref")).split(":")
        heads = [str(one.get("name")) for one in root.iter(f"{_MAIN}tableColumn")]
        described = any(one.get("altTextSummary") and one.get("altText") for one in root.iter())
        rows = int(re.sub(r"\D", "", first)), int(re.sub(r"\D", "", last))
        return Table(
            str(root.get("displayName")),
            int(str(root.get("id"))),
            sheet,
            *rows,
            _column(last) + 1 - _column(first),
            heads,
            described,
        )

    def body(self, table: Table) -> list[list[Cell]]:
        """The rows of a table under its head, as wide as it is."""
        return [
            (row + [None] * table.width)[: table.width] for row in self.cells[table.sheet][table.first : table.last]
        ]

    def properties(self) -> dict[str, str]:
        """What the document says of itself."""
        root = self._xml("docProps/core.xml")
        names = {"title": _DC, "subject": _DC, "language": _DC, "created": _TERMS}
        return {name: root.findtext(f"{space}{name}") or "" for name, space in names.items()}

    def faults(self) -> list[str]:
        """What makes it unreadable to a program or to a person; nothing in a good one."""
        return [*self._package_faults(), *self._sheet_faults(), *self._table_faults()]

    def _package_faults(self) -> list[str]:
        found = [f"{name} twice" for name in set(self.listed) if self.listed.count(name) > 1]
        for part in ("", *self.parts):
            found += [f"{part} → {one}" for one in self._links(part).values() if one not in self.parts]
        types = self._xml("[Content_Types].xml")
        known = {str(one.get("PartName")).lstrip("/") for one in types.findall(f"{_TYPES}Override")}
        endings = {str(one.get("Extension")) for one in types.findall(f"{_TYPES}Default")}
        found += [
            f"{one} of no type" for one in self.parts if one not in known and one.split(".")[-1] not in endings
        ]
        found += [f"no {name}" for name, text in self.properties().items() if not text]
        return found

    def _sheet_faults(self) -> list[str]:
        found = [f"{name}: too long" for name in self.sheets if len(name) > 31]
        for name, part in self.sheets.items():
            root = self._xml(part)
            found += [
                f"{name}: {one}" for one in ("mergeCell", "f") if next(root.iter(f"{_MAIN}{one}"), None) is not None
            ]
            found += [f"{name}: nothing in A1"] * (not self.cells[name] or not self.cells[name][0][0])
            for drawing in (one for one in self._links(part).values() if one.startswith("xl/drawings/drawing")):
                told = self._xml(drawing).iter(f"{_DRAWING}cNvPr")
                found += [f"{name}: a picture without words" for one in told if not one.get("descr")]
        return found

    def _table_faults(self) -> list[str]:
        names, numbers = [one.name.casefold() for one in self.tables], [one.number for one in self.tables]
        found = ["two tables of one name"] * (len(set(names)) < len(names))
        found += ["two tables of one number"] * (len(set(numbers)) < len(numbers))
        for one in self.tables:
            head = self.cells[one.sheet][one.first - 1]
            heads = [text.casefold() for text in one.heads]
            found += [f"{one.name}: no legal name"] * (
                not _LEGAL.fullmatch(one.name) or bool(_ADDRESS.fullmatch(one.name))
            )
            found += [f"{one.name}: no words"] * (not one.is_described)
            found += [f"{one.name}: an empty head"] * (not all(heads))
            found += [f"{one.name}: heads twice"] * (len(set(heads)) < len(heads))
            found += [f"{one.name}: {head} is not {one.heads}"] * (head != one.heads)
            found += [f"{one.name}: rows under it"] * (len(self.cells[one.sheet]) != one.last)
            found += [f"{one.name}: an empty row"] * any(
                not any(cell is not None for cell in row) for row in self.body(one)
            )
        return found


def _column(address: str) -> int:
    """'C7' → 2."""
    number = 0
    for letter in re.sub(r"\d", "", address):
        number = number * 26 + ord(letter) - 64
    return number - 1


def by_name(package: Package) -> dict[str, tuple[list[str], list[dict[str, Any]]]]:
    """Every table of a workbook by its name: its heads and its rows by these."""
    return {
        one.name: (one.heads, [dict(zip(one.heads, row, strict=True)) for row in package.body(one)])
        for one in package.tables
    }
