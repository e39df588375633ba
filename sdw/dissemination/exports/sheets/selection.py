"""What was chosen, in words: of each dimension what the figures have in it, read from the figures themselves."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.exports import table
from sdw.edition.figures import Figure
from sdw.text.dutch import listing, number, say

_DIMENSIONS = (
    "export.header.indicator",
    "export.header.region",
    "export.header.period",
    "export.header.method",
    "export.header.client_group",
    "export.header.sector",
    "export.header.months",
    "export.header.months_known",
)
#: More than so many are counted instead of named.
_NAMED = 4


def of(figures: Sequence[Figure]) -> list[str]:
    """'Regio: Twente', 'Periode: 2023, 2024 en 2025', 'Sector: 21 verschillende'."""
    known = {column.header: column for column in table.columns_of(figures)}
    found = []
    for header in _DIMENSIONS:
        if header in known:
            column = known[header]
            cells = dict.fromkeys(table.cell_of(column, figure) for figure in figures)
            values = [str(cell) for cell in cells if cell not in (None, "")]
            found += [_said(column.title, values)] if values else []
    return found


def _said(name: str, values: list[str]) -> str:
    if len(values) > _NAMED:
        return say("sheets.chosen_count", name=name, count=number(len(values)))
    return say("sheets.chosen", name=name, values=listing(values))
