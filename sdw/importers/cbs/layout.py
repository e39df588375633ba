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

from sdw.importers.cbs.numerals import is_figure
from sdw.importers.cbs.units import is_unit

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
    column or of each row (`units_by`). The figures start at row `top` and column `left`.
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


def readings(grid: Grid) -> list[Layout]:
    """Every reading of `grid` in which all parts have a place. `grid` is rectangular, labels trimmed."""
    width = len(grid[0])
    depths = range(1, min(_DEEPEST_HEADER, len(grid) - 1) + 1)
    found: list[Layout] = []
    for depth, labels in itertools.product(depths, range(1, min(width, _MOST_LABELS + 1))):
        if not _is_body(grid, depth, labels):
            continue
        found += filter(None, (read(grid, depth, labels) for read in (_topics_across, _topics_down, _plain)))
    return found


def _is_body(grid: Grid, depth: int, labels: int) -> bool:
    return all(all(row[:labels]) for row in grid[depth:]) and all(
        is_figure(cell) for row in grid[depth:] for cell in row[labels + 1 :]
    )


def _topics_across(grid: Grid, depth: int, labels: int) -> Layout | None:
    """Topics in the header, units in its last row, beside the names of the row dimensions."""
    *above, last = grid[:depth]
    units = last[labels:]
    names = last[:labels]
    if not above or not all(map(is_unit, units)) or not _are_names(names) or any(map(is_topic, names)):
        return None
    levels = [_level(row, labels, ()) for row in above]
    if not _figures(grid, depth, labels) or any(level is None for level in levels):
        return None
    columns = tuple(level for level in levels if level)
    if not any(is_topic(name) for name, _ in columns):
        return None
    return Layout(columns, _rows(grid, depth, names), units, "columns", depth, labels)


def _topics_down(grid: Grid, depth: int, labels: int) -> Layout | None:
    """Topics in the rows, units in the column after the labels, under the names of the column dimensions."""
    names = grid[depth - 1][:labels]
    units = tuple(row[labels] for row in grid[depth:])
    if not _are_names(names) or not any(map(is_topic, names)) or not all(map(is_unit, units)):
        return None
    levels = [_level(row, labels + 1, names) for row in grid[:depth]]
    if not _figures(grid, depth, labels + 1) or any(level is None for level in levels):
        return None
    columns = tuple(level for level in levels if level)
    if not columns or any(is_topic(name) for name, _ in columns):
        return None
    return Layout(columns, _rows(grid, depth, names), units, "rows", depth, labels + 1)


def _plain(grid: Grid, depth: int, labels: int) -> Layout | None:
    """One header row: names of dimensions, then topics with their unit in brackets."""
    names = grid[0][:labels]
    topics = [topic for topic in map(_topic_with_unit, grid[0][labels:]) if topic]
    if depth != 1 or not _are_names(names) or len(topics) < len(grid[0]) - labels or not _figures(grid, 1, labels):
        return None
    if any(map(is_topic, names)) or any(map(_topic_with_unit, names)):
        return None
    columns = (("Onderwerp", tuple(topic for topic, _ in topics)),)
    return Layout(columns, _rows(grid, 1, names), tuple(unit for _, unit in topics), "columns", 1, labels)


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


def _rows(grid: Grid, depth: int, names: Sequence[str]) -> Axis:
    return tuple((name, tuple(row[place] for row in grid[depth:])) for place, name in enumerate(names))


def _figures(grid: Grid, top: int, left: int) -> bool:
    body = [row[left:] for row in grid[top:]]
    return bool(body and body[0]) and all(is_figure(cell) for row in body for cell in row)
