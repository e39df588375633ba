"""The layouts of a StatLine CSV: where the header ends, what each axis is, where the units stand.

Every reading that fits the *whole* grid is tried. One must be left: none or several is refused, so a
file that lost a row or a column is not read as if it were another table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sdw.production.importers.cbs.statline.numerals import is_figure
from sdw.production.importers.cbs.statline.units import is_unit

Grid = Sequence[tuple[str, ...]]
Axis = tuple[tuple[str, tuple[str, ...]], ...]
"""Per level of an axis: its name and its label at each position."""

PERIODS = frozenset({"perioden", "periode", "periods", "period"})
_TOPIC = re.compile(r"(?:onderwerp(?:en)?|topics?|subjects?)(?:_\d+)?")
_WITH_UNIT = re.compile(r"(.+\S) ?\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
#: More header rows or label columns than any table of CBS has.
_DEEPEST_HEADER, _MOST_LABELS = 8, 12


@dataclass(frozen=True, slots=True)
class Layout:
    """One reading of a grid.

    `columns` and `rows` name the levels of the two axes with their labels; `units` holds the unit of each
    column or of each row (`units_by`: the axis with the topics). The figures start at row `top` and column `left`.
    """

    columns: Axis
    rows: Axis
    units: tuple[str, ...]
    units_by: Literal["columns", "rows"]
    top: int
    left: int

    def names(self) -> list[str]:
        """The distinct names of dimensions other than topics, rows first."""
        found = [name for name, _ in (*self.rows, *self.columns)]
        return [name for name in dict.fromkeys(found) if not is_topic(name)]


def is_topic(name: str) -> bool:
    """True for the name of a topic level: `Onderwerpen`, `Onderwerpen_1`, `Topic`."""
    return _TOPIC.fullmatch(name.lower()) is not None


def is_period(name: str) -> bool:
    """True for the name of the period dimension, Dutch or English."""
    return name.lower() in PERIODS


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A grid, and per row the last column that holds no figure (-1: none) and the first blank one."""

    grid: Grid
    last_text: tuple[int, ...]
    first_blank: tuple[int, ...]

    def is_labels(self, top: int, labels: int) -> bool:
        """True when from row `top` the first `labels` cells of each row hold something."""
        return min(self.first_blank[top:]) >= labels

    def is_figures(self, top: int, left: int) -> bool:
        """True when from row `top` and column `left` all cells are figures."""
        return left < len(self.grid[0]) and max(self.last_text[top:]) < left


def _sheet(grid: Grid) -> _Sheet:
    width = len(grid[0])
    last = tuple(max((at for at, cell in enumerate(row) if not is_figure(cell)), default=-1) for row in grid)
    blank = tuple(next((at for at, cell in enumerate(row) if not cell), width) for row in grid)
    return _Sheet(grid, last, blank)


def readings(grid: Grid) -> list[Layout]:
    """Every reading of `grid` in which all parts have a place. `grid` is rectangular, labels trimmed."""
    sheet = _sheet(grid)
    depths = range(1, min(_DEEPEST_HEADER, len(grid) - 1) + 1)
    labels = range(1, min(len(grid[0]), _MOST_LABELS + 1))
    tried = (
        read(sheet, top, left)
        for top, left in itertools.product(depths, labels)
        if sheet.is_labels(top, left)
        for read in (_topics_across, _topics_down, _plain)
    )
    return [found for found in tried if found]


def _topics_across(sheet: _Sheet, top: int, labels: int) -> Layout | None:
    """Topics in the header, units in its last row, beside the names of the row dimensions."""
    *above, last = sheet.grid[:top]
    units, names = last[labels:], last[:labels]
    if not above or not sheet.is_figures(top, labels) or not all(map(is_unit, units)):
        return None
    levels = [level for level in (_level(row, labels, ()) for row in above) if level]
    if len(levels) < len(above) or not any(is_topic(name) for name, _ in levels):
        return None
    if not _are_names(names) or any(map(is_topic, names)):
        return None
    return Layout(tuple(levels), _rows(sheet, top, names), units, "columns", top, labels)


def _topics_down(sheet: _Sheet, top: int, labels: int) -> Layout | None:
    """Topics in the rows, units in the column after the labels, under the names of the column dimensions."""
    names = sheet.grid[top - 1][:labels]
    if not sheet.is_figures(top, labels + 1) or not _are_names(names) or not any(map(is_topic, names)):
        return None
    units = tuple(row[labels] for row in sheet.grid[top:])
    levels = [level for level in (_level(row, labels + 1, names) for row in sheet.grid[:top]) if level]
    if len(levels) < top or any(is_topic(name) for name, _ in levels) or not all(map(is_unit, units)):
        return None
    return Layout(tuple(levels), _rows(sheet, top, names), units, "rows", top, labels + 1)


def _plain(sheet: _Sheet, top: int, labels: int) -> Layout | None:
    """One header row: names of dimensions, then topics with their unit in brackets."""
    names, rest = sheet.grid[0][:labels], sheet.grid[0][labels:]
    if top != 1 or not sheet.is_figures(top, labels) or not _are_names(names):
        return None
    topics = [topic for topic in map(_topic_with_unit, rest) if topic]
    if len(topics) < len(rest) or any(map(is_topic, names)) or any(map(_topic_with_unit, names)):
        return None
    columns = (("Onderwerp", tuple(topic for topic, _ in topics)),)
    return Layout(columns, _rows(sheet, top, names), tuple(unit for _, unit in topics), "columns", top, labels)


def _topic_with_unit(cell: str) -> tuple[str, str] | None:
    found = _WITH_UNIT.fullmatch(cell)
    return (found[1], found[2]) if found and is_unit(found[2]) else None


def _are_names(names: Sequence[str]) -> bool:
    return all(names) and len({name.lower() for name in names}) == len(names)


def _level(row: tuple[str, ...], labels: int, names: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Name and categories of a header row. Its leading cells hold the name (once or in each cell), blanks,
    and in the layout with topics in the rows the names of the row dimensions, in their own places."""
    leading = row[:labels]
    own = [cell for place, cell in enumerate(leading) if cell and not (place < len(names) and names[place] == cell)]
    categories = row[labels:]
    if len(set(own)) != 1 or not all(categories):
        return None
    return own[0], categories


def _rows(sheet: _Sheet, top: int, names: Sequence[str]) -> Axis:
    return tuple((name, tuple(row[place] for row in sheet.grid[top:])) for place, name in enumerate(names))
