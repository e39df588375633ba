"""The sheets of words in a workbook: the cover, the contents with links, and the notes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from sdw.dissemination.exports.explanation import Line
from sdw.dissemination.exports.qr import Code
from sdw.dissemination.exports.sheets.book import Book, done, height
from sdw.dissemination.exports.sheets.cover import Cover
from sdw.dissemination.exports.sheets.grid import CONTENTS_HEAD, STYLE, Grid
from sdw.text.dutch import number, say

_TERM, _TEXT = 26, 90
_TITLE_HIGH, _HEADING_HIGH = 26, 30
#: How far down the notes and the contents begin: under their title.
_FIRST = 1
#: The widths of the columns of the contents.
_CONTENTS = (34, 80, 14)


def write_cover(book: Book, sheet: Worksheet, cover: Cover) -> None:
    """Its title, its lines, the link, and under these the code to scan from paper."""
    rows = _lines(book, sheet, cover.title, cover.lines)
    if cover.link:
        done(sheet.write_string(rows, 0, say("sheets.link"), book.look("term")))
        done(sheet.write_url(rows, 1, cover.link, book.look("wrapped_link"), cover.link))
        rows += 1
    if cover.code is not None:
        _scanned(book, sheet, rows, cover.code)


def _scanned(book: Book, sheet: Worksheet, row: int, code: Code) -> None:
    done(sheet.write_string(row, 0, say("sheets.scan"), book.look("term")))
    options = {"object_position": 3, "description": code.words} | dict.fromkeys(("x_scale", "y_scale"), code.scale)
    done(sheet.insert_image(row, 1, "code.png", {"image_data": io.BytesIO(code.png), **options}))


def write_notes(book: Book, sheet: Worksheet, lines: Sequence[Line]) -> None:
    """Titled lines under headings."""
    _lines(book, sheet, say("export.sheet.explanation"), lines)


def row_of(lines: Sequence[Line], heading: str) -> int:
    """The row (from 1) of a heading among the notes."""
    return next(place for place, one in enumerate(lines, _FIRST + 1) if one.title == heading and not one.text)


def _lines(book: Book, sheet: Worksheet, title: str, lines: Sequence[Line]) -> int:
    """The title, and every line in two cells; the first row under them."""
    sheet.set_column(0, 0, _TERM)
    sheet.set_column(1, 1, _TEXT)
    sheet.hide_gridlines(2)
    sheet.set_row(0, _TITLE_HIGH)
    done(sheet.write_string(0, 0, title, book.look("title")))
    for row, line in enumerate(lines, _FIRST):
        is_heading = not line.text
        done(sheet.write_string(row, 0, line.title, book.look("heading" if is_heading else "term")))
        if is_heading:
            sheet.set_row(row, _HEADING_HIGH)
            done(sheet.write_blank(row, 1, None, book.look("heading")))
        else:
            sheet.set_row(row, height([(line.title, _TERM), (line.text, _TEXT)]))
            done(sheet.write_string(row, 1, line.text, book.look("text")))
    return len(lines) + _FIRST


def write_contents(book: Book, sheet: Worksheet, grids: Sequence[Grid]) -> None:
    """Every sheet with a table as a link, what the table is called and how many rows it has."""
    heads = [say(f"sheets.contents_{name}") for name in ("sheet", "table", "rows")]
    looks_of = [book.look(name) for name in ("head", "head", "head_of_numbers")]
    sheet.set_row(0, _TITLE_HIGH)
    about = say("sheets.contents_about", count=number(len(grids)))
    done(sheet.write_string(0, 0, say("sheets.contents"), book.look("title")))
    done(sheet.write_string(1, 0, about, book.look("line")))
    for place, (head, width) in enumerate(zip(heads, _CONTENTS, strict=True)):
        sheet.set_column(place, place, width)
        done(sheet.write_string(CONTENTS_HEAD, place, head, looks_of[place]))
    columns = [{"header": head, "header_format": look} for head, look in zip(heads, looks_of, strict=True)]
    name = say("sheets.contents")
    looks = {"columns": columns, "style": STYLE, "name": name, "title": name, "description": about}
    if grids:  # a table without a row is refused
        done(sheet.add_table(CONTENTS_HEAD, 0, CONTENTS_HEAD + len(grids), len(heads) - 1, looks))
    for row, grid in enumerate(grids, CONTENTS_HEAD + 1):
        sheet.set_row(row, height([(grid.title, _CONTENTS[1])]))
        done(sheet.write_url(row, 0, place_of(grid.sheet), book.look("cell_link"), grid.sheet))
        done(sheet.write_string(row, 1, grid.title, book.look("cell")))
        done(sheet.write_number(row, 2, len(grid.rows), book.number(0)))
    sheet.freeze_panes(CONTENTS_HEAD + 1, 0)
    sheet.repeat_rows(CONTENTS_HEAD)


def place_of(sheet: str, row: int = 1) -> str:
    """The address of a row of a sheet, for a link within the workbook."""
    return f"internal:'{sheet}'!A{row}"
