"""Text of a `;` file → lines of cells, strictly: a quote or a line that does not close is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sdw.reference.series.refusal import refusal

_CELL = re.compile(r'"((?:[^"]|"")*)"|([^;"]*)')
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its number (from 1) and its cells, as they stand between the separators."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """True when no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def single(self) -> str | None:
        """The text of a line with one filled cell, the first: a title or a footer. Else None."""
        first, *rest = self.cells
        return first.strip() if first.strip() and not any(cell.strip() for cell in rest) else None


def lines(text: str, name: str) -> list[Line]:
    """Every line of `text`, blank ones included. UserError names the first line that does not close."""
    if ('","' in text and '";"' not in text) or _is_parted_otherwise(text):
        raise refusal("cbs.separator", name=name)
    found = _LINE_END.split(text)
    closed = found[-1] == ""
    if closed:
        found.pop()
    if not closed and found[-1] and not found[-1].endswith('"'):
        # Without a quote or a line end, nobody can tell whether the last figure is whole.
        raise refusal("cbs.cut_off", name=name, line=len(found))
    if '"' not in text:
        return [Line(number, tuple(line.split(";"))) for number, line in enumerate(found, start=1)]
    return [Line(number, _cells(line, number, name)) for number, line in enumerate(found, start=1)]


def _is_parted_otherwise(text: str) -> bool:
    """No line has a semicolon, and two lines of three have equally many commas or tabs."""
    if ";" in text:
        return False
    found = [line for line in _LINE_END.split(text) if line.strip()]
    return any(
        2 * len(found) <= 3 * sum(line.count(sign) == most for line in found)
        for sign in (",", "\t")
        if (most := max((line.count(sign) for line in found), default=0))
    )


def _cells(line: str, number: int, name: str) -> tuple[str, ...]:
    cells: list[str] = []
    position = 0
    while True:
        found = _CELL.match(line, position)
        end = found.end() if found else position
        if not found or (end < len(line) and line[end] != ";"):
            raise refusal("cbs.quote", name=name, line=number)
        cells.append(found[2] if found[1] is None else found[1].replace('""', '"'))
        if end == len(line):
            return tuple(cells)
        position = end + 1
