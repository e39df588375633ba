"""What a delivered file says, read by nothing of ours: the standard library's csv, zip and XML only.

The product reads with other libraries (Arrow, a workbook reader). Where both give a table, they must agree.
"""

from __future__ import annotations

import csv
import io
import posixpath
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from itertools import zip_longest
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from sdw.reference.areas import regions
from sdw.text.errors import UserError

#: measure, value (None: a word for the lack of one), region, period, method and client group, as `plain` has them.
#: A cell with nothing in it is no figure.
Figure = tuple[str, float | None, str, str, str, str]

_KEYS = ("regio", "periode", "methode", "doelgroep")
_MEASURES = ("beginstand", "gestart", "beeindigd", "eindstand", "duurzaamgeplaatst")
_WORDS = ("onbekend", ".", "x", "nvt", "n.v.t.", "n.v.t")
#: Bytes of a part, unpacked: what is larger is not built up in memory here.
_LARGEST = 5 * 1024**2
_GROUPS = "., \u00a0\u2009\u202f"
_NOT_A_TABLE = (
    *(zipfile.BadZipFile, zlib.error, ElementTree.ParseError, UnicodeError, KeyError, ValueError),
    *(UserError, StopIteration, NotImplementedError, RuntimeError, EOFError, csv.Error, IndexError),
)


def figures(data: bytes) -> list[Figure] | None:
    """Every figure of a file, in order; None where the standard library makes no table of it."""
    try:
        tables = _workbook(data) if data.startswith(b"PK") else [_text(data)]
        found = [one for one in map(_figures, tables) if one is not None]
    except _NOT_A_TABLE:
        return None
    return sorted(found[0], key=str) if len(found) == 1 else None


def plain(text: str) -> str:
    """Only its letters and digits, in lower case and without accents: names are forgiving, counts are not."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if letter.isalnum())


def _text(data: bytes) -> list[list[str]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    elif b"\0" in data:
        text = data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
    head = next(line for line in text.splitlines() if line.strip())
    delimiter = max(";,\t", key=head.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _figures(table: list[list[str]]) -> list[Figure] | None:
    """The figures under the first row that names a region, a period and something counted."""
    for number, row in enumerate(table):
        names = [plain(cell) for cell in row]
        if {"regio", "periode"} <= set(names) and {*_MEASURES, "waarde"} & set(names):
            return [figure for cells in table[number + 1 :] for figure in _row(names, cells)]
    return None


def _row(names: list[str], cells: list[str]) -> Iterator[Figure]:
    found = dict(zip_longest(names, cells[: len(names)], fillvalue=""))
    if not any(cell.strip() for cell in found.values()):
        return
    region, period, method, group = (found.get(name, "") for name in _KEYS)
    key = (plain(regions.resolve(region).region.code), plain(period), plain(method), plain(group))
    pairs = [(plain(found["maat"]), found["waarde"])] if "waarde" in names else list(found.items())
    for name, text in pairs:
        if text.strip() and ("waarde" in names or name in _MEASURES):
            yield (name, _value(text), *key)


def _value(text: str) -> float | None:
    """ValueError for what is no count and no word for the lack of one."""
    bare = text.strip().rstrip("*").removeprefix("+").strip()
    if bare.casefold() in _WORDS:
        return None
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:([{_GROUPS}])\d{{3}})(?:\1\d{{3}})*", bare, re.ASCII):
        bare = re.sub(f"[{_GROUPS}]", "", bare)
    if not re.fullmatch(r"\d+([.,]0+)?", bare, re.ASCII):
        raise ValueError("no count")
    return float(bare.replace(",", "."))


def _workbook(data: bytes) -> list[list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if any(one.file_size > _LARGEST for one in archive.infolist()):
            raise ValueError("too large to build up whole")
        if "xl/workbook.xml" not in names:
            return list(_opendocument(ElementTree.fromstring(archive.read("content.xml"))))
        shared = []
        if "xl/sharedStrings.xml" in names:
            strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            shared = [_words(one, "t") for one in _all(strings, "si")]
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        target = {one.attrib["Id"]: one.attrib["Target"] for one in _all(links, "Relationship")}
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        parts = [
            target[next(text for name, text in one.attrib.items() if name.endswith("}id"))]
            for one in _all(book, "sheet")
        ]
        where = [part.lstrip("/") if part.startswith("/") else posixpath.join("xl", part) for part in parts]
        return [list(_sheet(ElementTree.fromstring(archive.read(part)), shared)) for part in where]


def _all(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.iter() if isinstance(one.tag, str) and one.tag.rpartition("}")[2] == name)


def _words(element: Element, name: str) -> str:
    """The texts of every part with this name; how a name is pronounced (`rPh`) is no part of it."""
    spoken = {id(one) for guide in _all(element, "rPh") for one in _all(guide, name)}
    return "".join("".join(one.itertext()) for one in _all(element, name) if id(one) not in spoken)


def _sheet(root: Element, shared: list[str]) -> Iterator[list[str]]:
    """The rows of a worksheet; a row and a cell without a reference follow on the one before."""
    for row in _all(root, "row"):
        cells: dict[int, str] = {}
        place = -1
        for cell in _all(row, "c"):
            place += 1
            if letters := re.match("[A-Z]+", cell.get("r", "")):
                place = 0
                for letter in letters[0]:
                    place = place * 26 + ord(letter) - 64
                place -= 1
            kind, value = cell.get("t", "n"), _words(cell, "v")
            if kind == "inlineStr":
                value = _words(cell, "t")
            elif kind == "s" and value:
                value = shared[int(value)]
            elif kind == "n" and value:
                value = f"{float(value):g}"
            cells[place] = value
        yield [cells.get(number, "") for number in range(max(cells, default=-1) + 1)]


def _opendocument(root: Element) -> Iterator[list[list[str]]]:
    """The tables of `content.xml`; what repeats up to a hundred times is written out, more is blank space."""
    for table in _all(root, "table"):
        rows: list[list[str]] = []
        for row in _all(table, "table-row"):
            cells: list[str] = []
            for cell in row:
                has = {name.rpartition("}")[2]: text for name, text in cell.attrib.items()}
                text = "".join("".join(p.itertext()) for p in _all(cell, "p"))
                if "value" in has:
                    text = f"{float(has['value']):g}"
                cells += [has.get("string-value", text)] * min(int(has.get("number-columns-repeated", 1)), 100)
            times = next((text for name, text in row.attrib.items() if name.endswith("}number-rows-repeated")), "1")
            rows += [cells] * min(int(times), 100)
        yield rows
