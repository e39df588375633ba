"""A table as delivered: its header and its columns of text, before anything is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from sdw.exchange.person_findings import Finding
from sdw.production.importers.files.packed.styles import Doubt
from sdw.text import dutch
from sdw.text.errors import UserError

#: A row, the number of a column, and why a person sees something else there than is stored (`styles.Doubt`).
Doubtful = tuple[int, int, Doubt]

#: Texts with their numbers: a column costs as much as it has different texts.
TEXT = pa.dictionary(pa.int32(), pa.string())


@dataclass(frozen=True, slots=True)
class TextColumn:
    """The cells of one column: `texts[index[i]]` is the cell in the i-th row.

    `letter` is its place in a workbook ('C'), empty in a CSV file.
    """

    header: str
    letter: str
    texts: Sequence[str]
    index: np.ndarray

    @property
    def label(self) -> str:
        """How a report names it: 'gestart', or 'gestart (F)' in a workbook."""
        return f"{self.header} ({self.letter})" if self.letter else self.header

    def counts(self) -> np.ndarray:
        """How often each of `texts` occurs."""
        return np.bincount(self.index, minlength=len(self.texts))


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: `rows[i]` is the spreadsheet row of the i-th row, `ragged` the rows of another length.

    `ragged`: (row, number of cells found). `unreadable`: (row, column) of cells in error or uncomputed.
    `beside`: what looks like persons outside the table.
    `width`: how many cells a row must have, where that can differ (CSV); `loose`: the cells of ragged rows.
    """

    sheet: str
    columns: tuple[TextColumn, ...]
    rows: np.ndarray
    ragged: tuple[tuple[int, int], ...] = ()
    unreadable: tuple[tuple[int, int], ...] = ()
    typed: bool = False
    beside: tuple[Finding, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    width: int = 0
    loose: tuple[tuple[str, ...], ...] = ()


def column_of(header: str, letter: str, cells: pa.Array | pa.ChunkedArray) -> TextColumn:
    """A column of text; no cell at all (null) becomes an empty text."""
    chunked = cells if isinstance(cells, pa.ChunkedArray) else pa.chunked_array([cells])
    one = chunked.unify_dictionaries().combine_chunks()
    array = one if isinstance(one, pa.DictionaryArray) else one.chunk(0)
    return TextColumn(header, letter, array.dictionary.to_pylist(), array.indices.to_numpy(zero_copy_only=False))


def refuse_long(texts: Iterable[str], most: int, place: Callable[[str], str]) -> None:
    """UserError for a cell of more than so many signs; `place` tells of a text where it first stands."""
    for text in texts:
        if len(text) > most:
            raise UserError("import.long_text", place=place(text), limit=dutch.number(most))


def without_blank_columns(grid: Grid) -> Grid:
    """Without the columns that have neither a name nor any text: what a trailing delimiter leaves."""
    kept = [number for number, column in enumerate(grid.columns) if column.header.strip() or _has_text(column)]
    renumbered = {old: new for new, old in enumerate(kept)}
    unreadable = tuple((row, renumbered[column]) for row, column in grid.unreadable if column in renumbered)
    doubtful = tuple((row, renumbered[column], why) for row, column, why in grid.doubtful if column in renumbered)
    columns = tuple(grid.columns[number] for number in kept)
    return replace(grid, columns=columns, unreadable=unreadable, doubtful=doubtful)


def _has_text(column: TextColumn) -> bool:
    return any(text.strip() for text in column.texts)


def without_blank_rows(grid: Grid, ignored: frozenset[int] = frozenset()) -> Grid:
    """Without the rows in which every column (but the ignored ones) is blank."""
    if any(all(map(str.strip, column.texts)) for n, column in enumerate(grid.columns) if n not in ignored):
        return grid
    filled = np.zeros(len(grid.rows), dtype=bool)
    for number, column in enumerate(grid.columns):
        if number not in ignored:
            has_text = np.array([bool(text.strip()) for text in column.texts], dtype=bool)
            filled |= has_text[column.index] if len(has_text) else False
    if filled.all():
        return grid
    columns = tuple(TextColumn(c.header, c.letter, c.texts, c.index[filled]) for c in grid.columns)
    return replace(grid, columns=columns, rows=grid.rows[filled])
