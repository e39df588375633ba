"""What a table of open data is, declared once for CSV, Parquet, their description (CSVW) and the catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sdw.dissemination.exports import cells
from sdw.edition.editions import Edition
from sdw.text.dutch import say

#: `count` is a whole number, `flag` yes or no, `list` some texts in one cell.
Kind = Literal["text", "count", "number", "day", "flag", "list"]
Cell = str | int | float | bool | dt.date | tuple[str, ...] | None
Row = tuple[Cell, ...]
#: Between the texts of a list in a cell; no text of a list holds it.
BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. required: it has a value on every line. of_list: the code list in which its codes stand."""

    name: str
    kind: Kind = "text"
    required: bool = False
    of_list: str = ""

    @property
    def title(self) -> str:
        """What it is called in Dutch."""
        return say(f"open_data.column.{self.name}")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name in a file name, its columns, and the columns that tell one line from another.

    lines: the cells of an edition, one for each column; '' and None are no value. is_in: whether the edition has
    the table at all. sources: of what its lines are, whose licence counts: `figures.record.licences`. is_list:
    it says what codes mean.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    lines: Callable[[Edition], Iterable[Row]]
    is_in: Callable[[Edition], bool]
    sources: Callable[[Edition], tuple[str, ...]]
    is_list: bool = False

    @property
    def title(self) -> str:
        """What it is called in Dutch."""
        return say(f"open_data.table.{self.name}.title")

    @property
    def about(self) -> str:
        """What a line of it is, in a Dutch sentence."""
        return say(f"open_data.table.{self.name}.about")

    def rows(self, edition: Edition) -> list[Row]:
        """The lines as they go into every form: harmless texts, None where there is no value."""
        lines = list(self.lines(edition))
        if not lines:
            return []
        found = zip(self.columns, zip(*lines, strict=True), strict=True)
        return list(zip(*(_harmless(column, cells) for column, cells in found), strict=True))


def _harmless(column: Column, found: Sequence[Cell]) -> list[Cell]:
    """The cells of a column; each text is looked at once, however often it stands there."""
    if column.kind == "text":
        texts = {cell: cells.text(cell) or None if isinstance(cell, str) else None for cell in set(found)}
        return [texts[cell] for cell in found]
    if column.kind == "list":
        return [tuple(map(cells.text, cell)) or None if isinstance(cell, tuple) else None for cell in found]
    return list(found)


def always(_: Edition) -> bool:
    """Of a table that every edition has."""
    return True
