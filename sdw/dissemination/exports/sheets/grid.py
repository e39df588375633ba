"""One table on one sheet: a head, rows without an empty one, and no cell that is merged with another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from xlsxwriter.worksheet import Worksheet

from sdw.dissemination.exports.sheets.book import Book, done, height
from sdw.text.dutch import number, say

#: The row of the head (from 0) under the lines that say what a table is, where these stand above it.
HEAD = 5
#: That of the contents of a workbook.
CONTENTS_HEAD = 2
#: How a table looks: quiet bands, no colours of its own.
STYLE = "Table Style Light 1"
#: Signs: no column is narrower; and so many are for the button of a head.
_NARROWEST, _FOR_BUTTON = 9, 3
#: The longest name of a sheet.
_LONGEST = 31


class Number(NamedTuple):
    """A number in a cell, with the decimals that are shown."""

    value: float
    decimals: int = 0


#: A text, a number, or an empty cell.
Cell: TypeAlias = str | Number | None


class Head(NamedTuple):
    """The head of a column, and how wide it may be in signs."""

    title: str
    width: int = 14


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the name of its sheet, its name for programs, what it is called, its heads and rows.

    invented: what is said where anything in it is invented ('' where nothing is). notes: the heading of what is
    said about it among the notes.
    """

    sheet: str
    name: str
    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]
    invented: str = ""
    notes: str = ""

    @property
    def size(self) -> str:
        """'36 rijen', '1 rij'."""
        count = len(self.rows)
        return say("sheets.rows_one") if count == 1 else say("sheets.rows", count=number(count))


def sheet_name(name: str) -> str:
    """A name that fits a tab: 'duurzaam_geplaatst_gelijk_eerd…' where it is too long."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def plain(book: Book, sheet: Worksheet, grid: Grid, alt: str) -> None:
    """The head in the first row and nothing else, for programs that read it so. alt: said to who sees nothing."""
    _table(book, sheet, grid, 0, alt)


def titled(book: Book, sheet: Worksheet, grid: Grid, about: str, notes: str, contents: str) -> None:
    """Under its title, `about` (edition, state, whether it is invented), its size and two links.

    notes, contents: where the links lead, as an address within the workbook.
    """
    size = say("sheets.size", rows=grid.size, columns=len(grid.heads), head=HEAD + 1)
    done(sheet.write_string(0, 0, grid.title, book.look("title")))
    done(sheet.write_string(1, 0, about, book.look("line")))
    done(sheet.write_string(2, 0, size, book.look("line")))
    to_notes = say("sheets.to_notes", notes=say("export.sheet.explanation"))
    to_contents = say("sheets.to_contents", contents=say("sheets.contents"))
    done(sheet.write_url(3, 0, notes, book.look("link"), to_notes))
    done(sheet.write_url(4, 0, contents, book.look("link"), to_contents))
    _table(book, sheet, grid, HEAD, say("sheets.alt", title=grid.title, edition=about, size=size))


def _table(book: Book, sheet: Worksheet, grid: Grid, top: int, alt: str) -> None:
    columns = [_Column(head, [row[place] for row in grid.rows]) for place, head in enumerate(grid.heads)]
    looks = [book.look("head_of_numbers" if column.has_numbers else "head") for column in columns]
    sheet.set_row(top, height((column.head.title, column.width - _FOR_BUTTON) for column in columns))
    for place, (column, look) in enumerate(zip(columns, looks, strict=True)):
        done(sheet.set_column(place, place, column.width))
        done(sheet.write_string(top, place, column.head.title, look))
    if grid.rows:
        heads = [
            {"header": one.head.title, "header_format": look} for one, look in zip(columns, looks, strict=True)
        ]
        options = {"columns": heads, "style": STYLE, "name": grid.name, "title": grid.title, "description": alt}
        done(sheet.add_table(top, 0, top + len(grid.rows), len(grid.heads) - 1, options))
    for place, row in enumerate(grid.rows, start=top + 1):
        _row(book, sheet, place, row, columns)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


class _Column:
    """A column with its cells: whether numbers stand in it, and its width in signs.

    As wide as what is in it and never wider than it may be; a head may break between words.
    """

    def __init__(self, head: Head, cells: Sequence[Cell]) -> None:
        self.head = head
        known = set(cells)
        self.has_numbers = any(isinstance(cell, Number) for cell in known)
        word = max(map(len, head.title.split())) + _FOR_BUTTON
        self.width = max(
            _NARROWEST, word, min(max((len(_shown(cell)) for cell in known), default=0) + 2, head.width)
        )


def _row(book: Book, sheet: Worksheet, place: int, row: Sequence[Cell], columns: Sequence[_Column]) -> None:
    wrapped = []
    for at, (cell, column) in enumerate(zip(row, columns, strict=True)):
        if isinstance(cell, Number):
            done(sheet.write_number(place, at, cell.value, book.number(cell.decimals)))
        elif cell:
            done(sheet.write_string(place, at, cell, book.look("sign" if column.has_numbers else "cell")))
            wrapped.append((cell, column.width))
    sheet.set_row(place, height(wrapped))


def _shown(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else f"{cell.value:,.{cell.decimals}f}"
