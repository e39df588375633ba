"""A workbook of one table: the sheet that programs read, and sheets that say what it is to who opens it.

The sheet with figures is the first one and has its head in the first row, as programs rely on; the workbook
opens on its cover (decision 0044).
"""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.exports import explanation
from sdw.dissemination.exports.explanation import Line
from sdw.dissemination.exports.sheets import book as books
from sdw.dissemination.exports.sheets import cover, figure_grid, grid, signs, words
from sdw.dissemination.exports.sheets.book import Book
from sdw.dissemination.exports.sheets.cover import Cover
from sdw.dissemination.exports.sheets.grid import Grid
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.text.dutch import listing, say

#: Indicators that are named in a title.
_NAMED = 3


def of(edition: Edition, figures: Sequence[Figure], mark: str = "", title: str = "", place: str = "") -> bytes:
    """The workbook as bytes; the same edition and figures give the same bytes.

    mark: what every line, the explanation and every printed sheet of a concept say. title: what the table is
    called, its indicators where it has no name. place: where it is in the monitor, relative to its address.
    """
    called = title or _called(figures)
    name = say("export.sheet.figures")
    table = figure_grid.of(figures, mark, sheet=name, name=name, title=called, in_cells=False)
    first = cover.of_figures(edition, figures, called, what_of(name), place, mark)
    notes = (*explanation.of(edition, figures, mark), *signs.explained(in_cells=False))
    return of_table(edition, table, first, notes, mark)


def of_table(edition: Edition, table: Grid, first: Cover, notes: Sequence[Line], mark: str) -> bytes:
    """A table, its cover and its notes."""

    def fill(book: Book) -> None:
        grid.plain(book, book.sheet(table.sheet, wide=True), table, f"{first.title}. {first.invented}".rstrip())
        sheet = book.sheet(say("sheets.cover"))
        words.write_cover(book, sheet, first)
        words.write_notes(book, book.sheet(say("export.sheet.explanation")), notes)
        sheet.activate()

    return books.made(edition, f"{first.title}. {say('export.workbook_title', edition=edition.label)}", mark, fill)


def what_of(sheet: str) -> str:
    """What a workbook of one table is, in words."""
    return say("sheets.what_one", sheet=sheet, notes=say("export.sheet.explanation"))


def _called(figures: Sequence[Figure]) -> str:
    names = list(dict.fromkeys(catalogue.by_id(figure.indicator).label for figure in figures))
    return listing(names) if 0 < len(names) <= _NAMED else say("export.sheet.figures")
