"""The texts in a part of a workbook that are not cells: remarks, properties, lists, headers, text boxes.

What programs write by themselves (who made a file, who wrote a remark, when) is dropped unread.
"""

from __future__ import annotations

from typing import IO

from sdw.production.importers.files.packed import xml_stream

#: Elements whose text a program writes by itself.
_DROPPED = frozenset(
    (
        *("creator", "lastModifiedBy", "initial-creator", "printed-by", "creator-initials", "author", "Company"),
        *("created", "modified", "lastPrinted", "date", "date-string", "creation-date", "print-date", "generator"),
        *("editing-duration", "Application", "AppVersion", "Template", "revision", "version", "HeadingPairs"),
    )
)
#: Elements within one text: what stands before and after belongs together.
_WITHIN = frozenset(("t", "r", "span", "rPr", "b", "i", "a", "s", "tab", "line-break", "font", "rPh"))
#: Attributes in which a person can write.
_WRITTEN = frozenset(
    (
        *("v", "title", "descr", "prompt", "promptTitle", "error", "errorTitle", "tooltip", "display", "caption"),
        *("alt", "string-value", "help", "keywords", "category", "subject"),
    )
)
_NAMED = frozenset(("definedName", "property", "user-defined", "named-range", "cacheField", "table", "tableColumn"))


class Harvest:
    """Handlers for `xml_stream.parser`; `texts` grows while a part is read."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.authors: list[str] = []
        self._held: list[str] = []
        self._dropped = 0

    def start(self, name: str, has: xml_stream.Attributes) -> None:
        """An element begins: what stood before it is a text of its own, unless both belong together."""
        kind = xml_stream.local(name)
        if kind not in _WITHIN:
            self.flush()
        if kind in _DROPPED:
            self._dropped += 1
        for key, text in has.items():
            plain = xml_stream.local(key)
            if plain in _WRITTEN or (plain == "name" and kind in _NAMED):
                self.texts.append(text.replace("_", " "))
            elif plain == "Target" and text.casefold().startswith("mailto:"):
                self.texts.append(text[7:])

    def text(self, text: str) -> None:
        """Text within an element."""
        self._held.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        kind = xml_stream.local(name)
        if kind in _DROPPED:
            if kind == "author":
                self.authors.append("".join(self._held).strip())
            self._held.clear()
            self._dropped -= 1
        elif kind not in _WITHIN:
            self.flush()

    def flush(self) -> None:
        """What is held is one text, unless it is dropped."""
        text = "".join(self._held).strip()
        self._held.clear()
        if text and not self._dropped:
            self.texts.append(text)


class _BesideCells(Harvest):
    """Leaves cells alone: their texts are looked at with their columns. Cells are passed over fast."""

    cells = frozenset(("row", "c", "v", "f", "is", "sheetData"))

    def __init__(self) -> None:
        super().__init__()
        self.parser = xml_stream.parser(self.start, self.end)
        self.parser.CharacterDataHandler = self.text

    def start(self, name: str, has: xml_stream.Attributes) -> None:
        """Anything: from the first row on the fast way."""
        if xml_stream.local(name) in ("row", "c"):
            self.flush()
            self.parser.StartElementHandler = self._pass
            self.parser.EndElementHandler = self.parser.CharacterDataHandler = None
        else:
            super().start(name, has)

    def _pass(self, name: str, has: xml_stream.Attributes) -> None:
        kind = xml_stream.local(name)
        if kind not in self.cells and kind not in _RUNS:
            self.parser.StartElementHandler = self.start
            self.parser.EndElementHandler = self.end
            self.parser.CharacterDataHandler = self.text
            self._held.clear()
            self.start(name, has)


#: How letters look within a cell.
_RUNS = frozenset(
    (
        *("t", "r", "rPr", "b", "i", "u", "sz", "color", "rFont", "family", "scheme", "charset", "vertAlign"),
        *("strike", "rPh", "phoneticPr", "outline", "shadow", "condense", "extend"),
    )
)


class _BesideTables(Harvest):
    """The text of an OpenDocument file outside its cells, and remarks and drawings within them."""

    def __init__(self) -> None:
        super().__init__()
        self._cells = self._asides = 0

    def start(self, name: str, has: xml_stream.Attributes) -> None:
        """A cell begins, or something that lies on one."""
        kind = xml_stream.local(name)
        self._cells += kind in _CELLS
        self._asides += kind in _ASIDES
        super().start(name, {} if kind in _CELLS else has)

    def text(self, text: str) -> None:
        """Text of a cell is passed over."""
        if not self._cells or self._asides:
            super().text(text)

    def end(self, name: str) -> None:
        """A cell ends, or something that lies on one."""
        super().end(name)
        kind = xml_stream.local(name)
        self._cells -= kind in _CELLS
        self._asides -= kind in _ASIDES


_CELLS = frozenset(("table-cell", "covered-table-cell"))
_ASIDES = frozenset(("annotation", "frame", "custom-shape", "text-box", "rect", "shapes"))


def of_worksheet(stream: IO[bytes]) -> list[str]:
    """What a worksheet holds beside its cells: lists, rules, headers and footers, links."""
    found = _BesideCells()
    xml_stream.feed(found.parser, stream)
    return found.texts


def of_tables(stream: IO[bytes]) -> list[str]:
    """What `content.xml` of an OpenDocument file holds beside the text of its cells."""
    found = _BesideTables()
    parser = xml_stream.parser(found.start, found.end)
    parser.CharacterDataHandler = found.text
    xml_stream.feed(parser, stream)
    return found.texts


def of_part(stream: IO[bytes]) -> list[str]:
    """Every text in a part of XML; a remark without the name of its author in front, which programs put there."""
    found = Harvest()
    parser = xml_stream.parser(found.start, found.end)
    parser.CharacterDataHandler = found.text
    xml_stream.feed(parser, stream)
    return [_without_author(text, found.authors) for text in found.texts]


def _without_author(text: str, authors: list[str]) -> str:
    for author in authors:
        if author and text.startswith(f"{author}:"):
            return text[len(author) + 1 :].strip()
    return text
