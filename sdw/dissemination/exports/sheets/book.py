"""A workbook of our own: Dutch, the same bytes each time, and nothing that the library drops in silence."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.core import Core
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import Worksheet

from sdw.edition.editions import Edition
from sdw.text.dutch import say

#: Nothing that looks like a formula, a link or a number in a text becomes one.
AS_WRITTEN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LANGUAGE = "nl-NL"
#: What a header holds besides its '&C', and the highest row in points.
_HEADER, _HIGHEST = 250, 409
_A4 = 9
#: Points that a line of text takes, and how many letters more than figures fit in a width (which counts figures).
_LINE, _LETTERS = 15, 1.12
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#1F4E5F"},
    "heading": {"bold": True, "font_size": 13, "bottom": 1, "bottom_color": "#A9B8BF"},
    "term": {"valign": "top", "bold": True, "text_wrap": True},
    "text": {"valign": "top", "text_wrap": True},
    "line": {"valign": "top"},
    "link": {"valign": "top", "font_color": "#0B5394", "underline": 1},
    "wrapped_link": {"valign": "top", "font_color": "#0B5394", "underline": 1, "text_wrap": True},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "align": "left", "indent": 1},
    "head_of_numbers": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "align": "right"},
    "cell": {"valign": "top", "text_wrap": True, "align": "left", "indent": 1},
    "cell_link": {"valign": "top", "font_color": "#0B5394", "underline": 1, "align": "left", "indent": 1},
    "sign": {"valign": "top", "align": "right"},
}


class Book:
    """A workbook that is being made, and its formats, each made once."""

    def __init__(self, target: io.BytesIO, edition: Edition, title: str, mark: str) -> None:
        self._mark = mark
        self._made = _Workbook(target, AS_WRITTEN)
        self._formats: dict[str | int, Format] = {}
        # The time of publication, not of downloading: else the same table is never the same file twice.
        self._made.set_properties(
            {
                "title": title,
                "subject": say("sheets.subject"),
                "author": say("frame.product"),
                "created": edition.published_at.replace(tzinfo=None),
            }
        )

    def sheet(self, name: str, *, wide: bool = False) -> Worksheet:
        """A new sheet. wide: printed on its side, as tables are. Printed, each of a concept says that it is one."""
        made: Worksheet = self._made.add_worksheet(name)
        made.set_paper(_A4)
        made.fit_to_pages(1, 0)
        if wide:
            made.set_landscape()
        if self._mark:
            made.set_header("&C" + _shortened(self._mark).replace("&", "&&"))
        return made

    def look(self, name: str) -> Format:
        """How a cell looks, by a name of `_LOOKS`."""
        if name not in self._formats:
            self._formats[name] = self._made.add_format(_LOOKS[name])
        return self._formats[name]

    def number(self, decimals: int) -> Format:
        """1.234 or 1.234,5 in a Dutch Excel, which shows numbers with the reader's own signs."""
        if decimals not in self._formats:
            pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._formats[decimals] = self._made.add_format({"num_format": pattern, "valign": "top"})
        return self._formats[decimals]

    def close(self) -> None:
        """Write it."""
        self._made.close()


def made(edition: Edition, title: str, mark: str, fill: Callable[[Book], None]) -> bytes:
    """A workbook as bytes, filled by a function. mark: what every printed sheet of a concept says."""
    target = io.BytesIO()
    book = Book(target, edition, title, mark)
    fill(book)
    book.close()
    return target.getvalue()


def _shortened(mark: str) -> str:
    """A mark as a header holds it, which has 255 characters at most, among them two for each '&'."""
    room = _HEADER - mark.count("&")
    return mark if len(mark) <= room else mark[: room - 1] + "…"


def height(texts: Iterable[tuple[str, int]]) -> int:
    """How high a row is in points, of its wrapped texts with the width of their column: not every program measures
    that by itself."""
    return min(_HIGHEST, _LINE * max((_lines(text, width) for text, width in texts), default=1))


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(one) / (width * _LETTERS))) for one in text.split("\n"))


def done(answer: object) -> None:
    """What a call of the library answers: it warns and drops what it cannot write, and an answer below 0 says so.

    `warnings` as errors would hold for all threads of a process, so the answer is looked at instead.

    Raises:
        ValueError: it was dropped. A table called AM05 is, since that is the address of a cell.
    """
    if isinstance(answer, int) and answer < 0:
        raise ValueError(f"not written into the workbook: {answer}")


class _Core(Core):  # type: ignore[misc]
    """The properties of a document with its language, of which the library knows nothing."""

    def _write_dc_description(self) -> None:
        super()._write_dc_description()
        self._xml_data_element("dc:language", _LANGUAGE)


class _Packager(Packager):  # type: ignore[misc]
    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties(self.workbook.doc_properties)
        core._set_xml_writer(self._filename("docProps/core.xml"))
        core._assemble_xml_file()


class _Workbook(Workbook):  # type: ignore[misc]
    def _get_packager(self) -> Packager:
        return _Packager()
