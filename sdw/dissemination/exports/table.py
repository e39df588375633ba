"""The columns of a Dutch table of figures, declared once for the `;`-CSV and the workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from sdw.dissemination.exports import cells
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import TOTAL, Chance, Expected
from sdw.reference import dimensions
from sdw.reference.series.sectors import by_code
from sdw.text.dutch import say

#: `value` takes the decimals of its indicator, `count` has none, `text` is never a formula.
Kind = Literal["text", "count", "value"]
Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the key of its Dutch header, what it shows of a figure, and the width in a workbook.

    `only_where_used`: left out of a table in which it would be empty on every line.
    """

    header: str
    cell: Callable[[Figure], Cell]
    kind: Kind = "text"
    width: int = 14
    only_where_used: bool = False

    @property
    def title(self) -> str:
        """The Dutch header."""
        return say(self.header)


def _indicator(figure: Figure) -> str:
    return catalogue.by_id(figure.indicator).label


def _unit(figure: Figure) -> str:
    return catalogue.by_id(figure.indicator).unit.value


def _method(figure: Figure) -> str:
    return dimensions.METHODS[figure.method or TOTAL].label


def _client_group(figure: Figure) -> str:
    return dimensions.CLIENT_GROUPS[figure.client_group or TOTAL].label


def _sector(figure: Figure) -> str:
    return by_code(figure.sector).label if figure.sector else ""


def _months_since(figure: Figure) -> int | None:
    """After the start, of an outcome."""
    return None if _is_pace(figure) else figure.months or None


def _months_known(figure: Figure) -> int | None:
    """Of a running year of which an end is expected: the months that are in hand."""
    return figure.months or None if _is_pace(figure) else None


def _is_pace(figure: Figure) -> bool:
    return isinstance(catalogue.by_id(figure.indicator).formula, Expected | Chance)


def _status(figure: Figure) -> str:
    return say(f"status.{figure.status.value}")


def _coverage(figure: Figure) -> str:
    if figure.delivered is None:
        return ""
    have, regions = figure.delivered
    return say("export.coverage", have=have, of=regions)


def origin_text(origin: str) -> str:
    """'voorbeeld' → 'voorbeeld (verzonnen)'."""
    return say(f"export.origin.{origin}")


def _origin(figure: Figure) -> str:
    return origin_text("real" if figure.real else figure.origin)


COLUMNS: tuple[Column, ...] = (
    Column("export.header.indicator", _indicator, width=34),
    Column("export.header.region", lambda figure: figure.place, width=30),
    Column("export.header.region_code", lambda figure: figure.region, width=11),
    Column("export.header.period", lambda figure: wording.period(figure.period), width=18),
    Column("export.header.method", _method, width=34),
    Column("export.header.client_group", _client_group, width=24),
    Column("export.header.sector", _sector, width=30, only_where_used=True),
    Column("export.header.sector_code", lambda figure: figure.sector, only_where_used=True),
    Column("export.header.months", _months_since, "count", only_where_used=True),
    Column("export.header.months_known", _months_known, "count", only_where_used=True),
    Column("export.header.value", lambda figure: figure.value, "value"),
    Column("export.header.unit", _unit, width=12),
    Column("export.header.status", _status, width=18),
    Column("export.header.numerator", lambda figure: figure.numerator, "count", 12, True),
    Column("export.header.denominator", lambda figure: figure.denominator, "count", 12, True),
    Column("export.header.low", lambda figure: figure.low, "value", only_where_used=True),
    Column("export.header.high", lambda figure: figure.high, "value", only_where_used=True),
    Column("export.header.bound_low", lambda figure: figure.bound_low, "value", only_where_used=True),
    Column("export.header.bound_high", lambda figure: figure.bound_high, "value", only_where_used=True),
    Column("export.header.coverage", _coverage, width=22, only_where_used=True),
    Column("export.header.origin", _origin, width=22),
    Column("export.header.source", lambda figure: figure.source, width=40),
    Column("export.header.edition", lambda figure: figure.edition, width=16),
)


def columns_of(figures: Sequence[Figure], mark: str = "") -> tuple[Column, ...]:
    """The columns for these figures: the optional ones only where at least one figure fills them.

    mark: what every line of a concept says.
    """
    marked = (Column("concept.column", lambda _: mark, width=60),) if mark else ()
    used = tuple(
        column
        for column in COLUMNS
        if not column.only_where_used or any(column.cell(figure) not in (None, "") for figure in figures)
    )
    return (*used, *marked)


def cell_of(column: Column, figure: Figure) -> str | int | float | None:
    """The cell as it goes into a file: harmless text, a number without needless '.0', or None."""
    cell = column.cell(figure)
    if cell is None:
        return None
    return cells.text(cell) if isinstance(cell, str) else cells.number(cell)
