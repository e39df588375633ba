"""What was delivered before, as the caller hands it in: the importer itself knows no store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa

from sdw.reference.datasets.declaration import KEYS

#: An observation, in the order of the store.
OBSERVATION = pa.schema(
    [
        *((kind, pa.int32() if kind == "months" else pa.string()) for kind in KEYS),
        ("measure", pa.string()),
        ("value", pa.float64()),
        ("status", pa.string()),
    ]
)

#: A table or relation with (at least) the columns of an observation, or rows with exactly those.
Rows: TypeAlias = pa.Table | duckdb.DuckDBPyRelation | Sequence[Sequence[object]]
#: Rows, or how to get them once the dataset and the regions of the file are known.
PreviousDeliveries: TypeAlias = Rows | Callable[[str, tuple[str, ...]], Rows]


def table(previous: Any, dataset: str, regions: tuple[str, ...]) -> pa.Table:
    """The rows of any form of `PreviousDeliveries` as an Arrow table with the columns of OBSERVATION."""
    rows = previous
    if callable(previous) and not isinstance(previous, duckdb.DuckDBPyRelation):
        rows = previous(dataset, regions)
    if isinstance(rows, duckdb.DuckDBPyRelation):
        rows = rows.to_arrow_table()
    if isinstance(rows, pa.Table):
        return rows.select(OBSERVATION.names).cast(OBSERVATION)
    records = [dict(zip(OBSERVATION.names, row, strict=True)) for row in rows]
    return pa.Table.from_pylist(records, OBSERVATION)
