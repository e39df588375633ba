"""Open data read back, CSV and Parquet, as the lines of a file for analysis: an intruder reads those as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow.parquet as pq

from sdw.dissemination.exports.open import figure_tables, files
from sdw.dissemination.exports.open.table import BETWEEN
from sdw.edition.figures import COLUMNS
from sdw.text.dutch import say

Cells = Mapping[str, str | None]
_FIGURES = frozenset(column.name for column in figure_tables.COLUMNS)
#: The heads of the tables and lists in which no count of a region is.
_OTHERS = frozenset(frozenset(column.name for column in table.columns) for table in files.TABLES) - {_FIGURES}


def of_parquet(path: Path) -> Iterator[Cells]:
    """The lines of a Parquet file, each cell as it stands in the CSV of the same table."""
    for row in pq.read_table(path).to_pylist():
        yield {name: _text(cell) for name, cell in row.items()}


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return BETWEEN.join(cell) if isinstance(cell, list) else str(cell)


def is_figure(row: Cells) -> bool:
    """Is this a line of a table of figures?"""
    return row.keys() == _FIGURES


def is_other(row: Cells) -> bool:
    """Is this a line of another table of open data?"""
    return frozenset(row) in _OTHERS


def as_analysis(row: Cells) -> Cells:
    """A line about a figure under the columns of a file for analysis, in the words that stand there."""
    have, of_all, older = (row[name] or "" for name in ("regions_delivered", "regions_all", "carried_from"))
    label = older.replace(BETWEEN, ", ")
    source = say("source.carried_over", source=row["source"], label=label) if older else row["source"]
    told = dict(row) | {"coverage": f"{have}/{of_all}" if have else "", "source": source}
    if row["origin"] == figure_tables.REAL:  # the edition has no word of its own for that
        told["origin"] = "voorbeeld"
    return {name: told[name] for name in COLUMNS}
