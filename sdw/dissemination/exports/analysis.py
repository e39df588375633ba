"""Figures for analysis: the columns of `figures`, decimal point, UTF-8. Shared by command line and page."""

from __future__ import annotations

import csv as _csv
import io
import json as _json
from collections.abc import Iterable

from sdw.dissemination.exports import cells
from sdw.edition.figures import COLUMNS, Figure, row

Cell = str | int | float


def csv(figures: Iterable[Figure]) -> str:
    """One line per figure under `COLUMNS`: comma, decimal point, empty where there is no value."""
    target = io.StringIO()
    writer = _csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(figure) for figure in figures)
    return target.getvalue()


def json(figures: Iterable[Figure]) -> str:
    """A JSON list with one object per figure, keys as `COLUMNS`; null where there is no value."""
    records = [
        {name: None if cell == "" else cell for name, cell in zip(COLUMNS, _cells(figure), strict=True)}
        for figure in figures
    ]
    return _json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _cells(figure: Figure) -> list[Cell]:
    return [_cell(cell) for cell in row(figure)]


def _cell(cell: object) -> Cell:
    if isinstance(cell, (int, float)):
        return cells.number(cell)
    return cells.text(str(cell))
