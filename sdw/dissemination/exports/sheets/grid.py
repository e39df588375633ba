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
#: How a table looks: quiet bands, no colours of its own.
STYLE = "Table Style Light 1"
#: Signs: no column is narrower, and none wider than its own width in the declaration or the longest word in it.
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
    widths = [_width(head, [row[place] for row in grid.rows]) for place, head in enumerate(grid.heads)]
    sheet.set_row(top, height(zip((head.title for head in grid.heads), widths, strict=True)))
    for place, head in enumerate(grid.heads):
        done(sheet.set_column(place, place, widths[place]))
        done(sheet.write_string(top, place, head.title, book.look("head")))
    if grid.rows:
        heads = [{"header": head.title, "header_format": book.look("head")} for head in grid.heads]
        looks = {"columns": heads, "style": STYLE, "name": grid.name, "title": grid.title, "description": alt}
        done(sheet.add_table(top, 0, top + len(grid.rows), len(grid.heads) - 1, looks))
    text, sign = book.look("text"), book.look("sign")
    are_numbers = [any(isinstance(row[place], Number) for row in grid.rows) for place in range(len(grid.heads))]
    for place, row in enumerate(grid.rows, start=top + 1):
        wrapped = [(cell, widths[column]) for column, cell in enumerate(row) if isinstance(cell, str)]
        sheet.set_row(place, height(wrapped))
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    done(sheet.write_string(place, column, cell, sign if are_numbers[column] else text))
            elif cell is not None:
                done(sheet.write_number(place, column, cell.value, book.number(cell.decimals)))
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


def _width(head: Head, cells: Sequence[Cell]) -> int:
    """As wide as what is in it, its head may break between words, and never wider than it may be."""
    longest = max((len(_shown(cell)) for cell in set(cells)), default=0)
    word = max(map(len, head.title.split())) + _FOR_BUTTON
    return max(_NARROWEST, word, min(longest + 2, head.width))


def _shown(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else f"{cell.value:,.{cell.decimals}f}"
