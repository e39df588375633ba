"""Takes observations apart as the store keeps them: places, moments, lines, kinds of cells, cells and margins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

#: What makes a place: the keys of a line but for its period, in the order of the store.
PLACE = ("region", "method", "client_group", "sector", "months")


@dataclass(frozen=True, slots=True)
class Parts:
    """Figures as the tables `observation_*` hold them, without their batch (pyarrow).

    `lines`: line, place, moment; `places`: place and the columns of `PLACE`; `moments`: moment, period; `kinds`:
    kind, measure, status; `cells`: line, kind, value; `margins` (of cells that have one): line, kind, low, high.
    """

    lines: Any
    places: Any
    moments: Any
    kinds: Any
    cells: Any
    margins: Any

    def __len__(self) -> int:
        """The number of figures."""
        return int(self.cells.num_rows)


NO_MARGINS = pa.schema(
    [("line", pa.int32()), ("kind", pa.int16()), ("low", pa.float64()), ("high", pa.float64())]
).empty_table()


def of_rows(observations: pa.Table) -> Parts:
    """The parts of a table with the columns of `observation` (margins may lack)."""
    place, places = _numbered(observations, "place", PLACE)
    moment, moments = _numbered(observations, "moment", ("period",))
    kind, kinds = _numbered(observations, "kind", ("measure", "status"))
    line, lines = _numbered(pa.table({"place": place, "moment": moment}), "line", ("place", "moment"))
    cells = pa.table({"line": line, "kind": kind, "value": observations["value"]})
    return Parts(lines, places, moments, kinds, cells, _margins(cells, observations))


def _margins(cells: pa.Table, observations: pa.Table) -> pa.Table:
    if "low" not in observations.column_names:
        return NO_MARGINS
    margins = cells.select(["line", "kind"])
    for name in ("low", "high"):
        margins = margins.append_column(name, observations[name])
    return margins.filter(pc.or_(pc.is_valid(margins["low"]), pc.is_valid(margins["high"])))


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
