"""Tables on paper: the head again on every page, rows that stay whole, columns as wide as what is in them."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.exports.paper.code import Code, array, call, value, words

#: Characters of a cell that count fully for the width of its column; of the rest of a longer text less does.
_FULL, _LESS = 18, 0.6
_LEAST, _FREE = 5.0, 1.6
#: Points that a letter takes, rather too many than too few, and that stay free in a cell.
_LETTER, _INSET = 4.4, 12.0
_SPACE = "\u00a0"


def table(content: Table, room: float, *, small: bool = False) -> Code:
    """A table with its caption above it, no wider than its words and the room in points.

    small: as small print, where a page has a fixed layout.
    """
    rows = [[_cell(one) for one in row] for row in content.rows]
    return call(
        "sdw-table",
        words(content.caption),
        array(map(Code, _widths(content.head, rows, room))),
        array(value("right" if i in content.numbers else "left") for i in range(len(content.head))),
        array(map(_filled, content.head)),
        array(map(_row, rows)),
        marked=value(-1 if content.marked is None else content.marked),
        small=value(small),
    )


def _widths(head: Sequence[str], rows: Sequence[Sequence[Cell]], room: float) -> list[str]:
    """As wide as the words of each column; where these do not fit together, shares of the room."""
    asked = [
        _LETTER * max(len(name), *(len(row[i].text) for row in rows if i < len(row))) + _INSET
        for i, name in enumerate(head)
    ]
    if sum(asked) <= room:
        return [f"{one:.1f}pt" for one in asked]
    return [f"{weight:.1f}fr" for weight in _weights(head, rows)]


def _cell(one: Cell | str) -> Cell:
    return one if isinstance(one, Cell) else Cell(one)


def _row(row: Sequence[Cell]) -> Code:
    """The cells, each with how many columns it takes: one, or all where they share a status without a number."""
    name, *others = row
    is_same = len(others) > 1 and bool(others[0].kind) and len(set(others)) == 1
    shown = [(name, 1), (others[0], len(others))] if is_same else [(one, 1) for one in row]
    return array(array((_filled(cell.text), words(cell.kind), value(across))) for cell, across in shown)


def _filled(text: str) -> Code:
    """What stands in a cell; a space in an empty one, so that its tag is not without content."""
    return words(text or _SPACE)


def _weights(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[float]:
    """How wide each column is against the others, by its longest cell and the longest word of its head."""
    return [
        _FREE
        + max(_LEAST, _longest_word(name), *(_weight(row[i].text) for row in rows if i < len(row)), len(name) / 4)
        for i, name in enumerate(head)
    ]


def _weight(text: str) -> float:
    length = len(text)
    less: float = max(0, length - _FULL) ** _LESS
    return max(min(length, _FULL) + less, _longest_word(text))


def _longest_word(text: str) -> float:
    return 1.15 * max(map(len, text.split()), default=0)
