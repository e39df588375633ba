"""Figures for analysis: the columns of `figures`, decimal point, UTF-8. Shared by command line and page."""

from __future__ import annotations

import csv as _csv
import io
import json as _json
from collections.abc import Iterable

from sdw.dissemination.exports import cells
from sdw.edition.figures import COLUMNS, Figure, row

Cell = str | int | float
#: The column of a file of a concept.
_MARK = "watermark"


def csv(figures: Iterable[Figure], mark: str = "") -> str:
    """One line per figure under `COLUMNS`: comma, decimal point, empty where there is no value.

    mark: what every line of a concept says, in a column of its own.
    """
    more = [mark] if mark else []
    target = io.StringIO()
    writer = _csv.writer(target, lineterminator="\n")
    writer.writerow([*COLUMNS, *([_MARK] if mark else [])])
    writer.writerows([*_cells(figure), *more] for figure in figures)
    return target.getvalue()


def json(figures: Iterable[Figure], mark: str = "") -> str:
    """A JSON list with one object per figure, keys as `COLUMNS`; null where there is no value.

    mark: what every object of a concept says.
    """
    more: dict[str, Cell | None] = {_MARK: mark} if mark else {}
    records = [
        {name: None if cell == "" else cell for name, cell in zip(COLUMNS, _cells(figure), strict=True)} | more
        for figure in figures
    ]
    return _json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _cells(figure: Figure) -> list[Cell]:
    return [_cell(cell) for cell in row(figure)]


def _cell(cell: object) -> Cell:
    if isinstance(cell, (int, float)):
        return cells.number(cell)
    return cells.text(str(cell))
