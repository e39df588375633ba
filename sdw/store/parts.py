"""Takes observations apart as the store keeps them: the keys, the kinds of cells, and the cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

#: The keys of a line, in the order of the store.
KEYS = ("region", "period", "method", "client_group", "sector", "months")


@dataclass(frozen=True, slots=True)
class Parts:
    """Figures as the tables `observation_line`, `_kind` and `_cell` hold them, without their batch (pyarrow)."""

    lines: Any
    kinds: Any
    cells: Any

    def __len__(self) -> int:
        """The number of figures."""
        return int(self.cells.num_rows)


def of_rows(observations: pa.Table) -> Parts:
    """The parts of a table with the columns of `observation` (margins may lack)."""
    line, lines = _numbered(observations, "line", KEYS)
    kind, kinds = _numbered(observations, "kind", ("measure", "status"))
    return Parts(lines, kinds, cells(line, kind, observations))


def cells(line: Any, kind: Any, figures: pa.Table) -> pa.Table:
    """The cells of `figures` (value, perhaps low and high), given the numbers of their lines and kinds."""
    columns = {"line": line, "kind": kind, "value": figures["value"]}
    for margin in ("low", "high"):
        known = margin in figures.column_names
        columns[margin] = figures[margin] if known else pa.nulls(figures.num_rows, pa.float64())
    return pa.table(columns)


def _numbered(table: pa.Table, name: str, columns: tuple[str, ...]) -> tuple[np.ndarray, pa.Table]:
    """For each row the number of its combination of `columns`, and the different combinations."""
    number = np.zeros(table.num_rows, dtype=np.int64)
    for column in columns:
        texts = _encoded(table[column])
        wide = number * max(len(texts.dictionary), 1) + texts.indices.to_numpy()
        number = np.unique(wide, return_inverse=True)[1]
    first = np.unique(number, return_index=True)[1]
    return number, table.select(columns).take(first).add_column(0, name, pa.array(np.arange(len(first))))


def _encoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    one = column.combine_chunks()
    return (one if isinstance(one, pa.Array) else one.chunk(0)).dictionary_encode()
