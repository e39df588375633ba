"""Published figures as a table of a workbook: the columns of every Dutch table, and the sign of each status."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.exports import explanation, table
from sdw.dissemination.exports.sheets import signs
from sdw.dissemination.exports.sheets.grid import Cell, Grid, Head, Number
from sdw.dissemination.exports.table import Column
from sdw.edition.figures import Figure
from sdw.indicators import catalogue

#: What a figure is of, and no number that goes with its status.
_MONTHS = ("export.header.months", "export.header.months_known")
_SIGN = Column("sheets.sign.header", lambda figure: signs.of(figure.status), width=8)


def columns_of(figures: Sequence[Figure], mark: str = "") -> tuple[Column, ...]:
    """The columns of every table of these figures, and after the status in words its sign."""
    found: list[Column] = []
    for column in table.columns_of(figures, mark):
        found += [column, _SIGN] if column.header == "export.header.status" else [column]
    return tuple(found)


def of(figures: Sequence[Figure], mark: str, *, sheet: str, name: str, title: str, in_cells: bool) -> Grid:
    """The table of these figures, a row each. mark: what every row of a concept says.

    in_cells: a cell without a number or word has a sign; else it is empty. The arguments after that are of `Grid`.
    """
    columns = columns_of(figures, mark)
    rows = [[_cell(column, figure, in_cells=in_cells) for column in columns] for figure in figures]
    invented = "".join(one.text for one in explanation.example_mark(figures))
    heads = [Head(column.title, column.width) for column in columns]
    return Grid(sheet, name, title, heads, rows, invented, title)


def _cell(column: Column, figure: Figure, *, in_cells: bool) -> Cell:
    cell = table.cell_of(column, figure)
    if cell is None or cell == "":
        return _sign(column, figure) if in_cells else None
    if isinstance(cell, str):
        return cell
    return Number(cell, catalogue.by_id(figure.indicator).decimals if column.kind == "value" else 0)


def _sign(column: Column, figure: Figure) -> str:
    """Of a number that goes with the figure the sign of its status; of anything else that nothing belongs here."""
    of_status = column.header == "export.header.value" or (column.kind != "text" and not figure.status.has_value)
    return signs.of(figure.status) if of_status and column.header not in _MONTHS else signs.nothing()
