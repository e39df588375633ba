"""A workbook of figures: a sheet with numbers that are numbers, and a sheet that explains them."""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sdw.dissemination.exports import explanation, qr, table
from sdw.dissemination.exports.explanation import Line
from sdw.dissemination.exports.qr import Code
from sdw.dissemination.exports.table import Column
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.text.dutch import say

#: Nothing that looks like a formula, a link or a number in a text becomes one.
_AS_WRITTEN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FIRST_ROW = 1


def of(edition: Edition, figures: Sequence[Figure], mark: str = "") -> bytes:
    """The workbook as bytes; the same edition and figures give the same bytes.

    mark: what every line, the explanation and every printed sheet of a concept say.
    """
    target = io.BytesIO()
    with Workbook(target, _AS_WRITTEN) as book:
        # The time of publication, not of downloading: else the same table is never the same file twice.
        book.set_properties(
            {
                "title": say("export.workbook_title", edition=edition.label),
                "created": edition.published_at.replace(tzinfo=None),
            }
        )
        _figures(book, figures, mark)
        _explanation(book, explanation.of(edition, figures, mark), qr.of_figures(edition, figures))
        for sheet in book.worksheets() if mark else ():
            sheet.set_header("&C" + mark.replace("&", "&&"))
    return target.getvalue()


def _figures(book: Workbook, figures: Sequence[Figure], mark: str) -> None:
    sheet = book.add_worksheet(say("export.sheet.figures"))
    columns = table.columns_of(figures, mark)
    formats = _Formats(book)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.title, formats.header)
        for row, figure in enumerate(figures, start=_FIRST_ROW):
            _write(sheet, row, number, column, figure, formats)
    sheet.freeze_panes(_FIRST_ROW, 0)
    sheet.autofilter(0, 0, max(len(figures), 1), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, number: int, column: Column, figure: Figure, formats: _Formats) -> None:
    cell = table.cell_of(column, figure)
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, number, cell)
        return
    decimals = catalogue.by_id(figure.indicator).decimals if column.kind == "value" else 0
    sheet.write_number(row, number, cell, formats.number(decimals))


def _explanation(book: Workbook, lines: Sequence[Line], code: Code | None) -> None:
    sheet = book.add_worksheet(say("export.sheet.explanation"))
    heading = book.add_format({"bold": True, "font_size": 13, "top": 1, "top_color": "#A9B8BF"})
    title = book.add_format({"valign": "top", "font_color": "#5B6770"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line.title, title if line.text else heading)
        sheet.write_string(row, 1, line.text, text if line.text else heading)
    if code is not None:
        _scanned(sheet, len(lines) + 1, code)


def _scanned(sheet: Worksheet, row: int, code: Code) -> None:
    """The code to scan from paper, under the explanation."""
    sheet.write_string(row, 0, say("validity.code"))
    options = {"object_position": 3, "description": code.words} | dict.fromkeys(("x_scale", "y_scale"), code.scale)
    sheet.insert_image(row, 1, "code.png", {"image_data": io.BytesIO(code.png), **options})


class _Formats:
    """The formats of one workbook, made once: Excel shows them with the reader's own signs."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        self.header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})

    def number(self, decimals: int) -> Format:
        """1.234 or 1.234,5 in a Dutch Excel."""
        if decimals not in self._numbers:
            pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"num_format": pattern})
        return self._numbers[decimals]
