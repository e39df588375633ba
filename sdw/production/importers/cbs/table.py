"""The tidy form in which every CBS table leaves this room, whatever file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from sdw.production.importers.cbs.moments import Moment
from sdw.reference.series.refusal import refusal
from sdw.reference.status import Status

#: The columns after those of the dimensions.
FIXED = ("period", "period_kind", "topic", "topic_title", "unit", "value", "low", "high", "status")


@dataclass(frozen=True, slots=True)
class CbsTable:
    """One table, one row per figure.

    `cells` has the column `table`; for every name in `dimensions` a column with the code and a column
    `<name>_title` (StatLine CSV gives no codes: the title stands in both); and `FIXED`. `period` is
    canonical (`2025-Q3`), `period_kind` year, half, quarter or month. `value`, `low`, `high` (95% margins,
    in `unit`) are float64 or null; `status` is one of waarde, voorlopig, onbekend, nvt. `modified` is the
    day CBS last changed the table (ISO), '' when the file does not tell. `members` lists what the table says
    that it has, beside the figures: the codes of a dimension, and the canonical codes under `period`. An axis
    of which the file holds no such list is not in it.
    """

    table: str
    title: str
    modified: str
    dimensions: tuple[str, ...]
    cells: pa.Table
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure, while a file without codes is read."""

    labels: Mapping[str, str]
    moment: Moment
    topic: str
    topic_title: str
    unit: str
    value: float | None
    status: Status


def tidy(title: str, dimensions: Sequence[str], cells: Iterable[Cell]) -> CbsTable:
    """A table from cells that carry titles only (StatLine CSV). The id is unknown: ''."""
    check_names(dimensions)
    found = list(cells)
    columns: dict[str, pa.Array] = {"table": texts([""] * len(found))}
    for name in dimensions:
        columns[name] = columns[f"{name}_title"] = texts([cell.labels[name] for cell in found])
    columns |= {
        "period": texts([cell.moment.code for cell in found]),
        "period_kind": texts([cell.moment.kind for cell in found]),
        "topic": texts([cell.topic for cell in found]),
        "topic_title": texts([cell.topic_title for cell in found]),
        "unit": texts([cell.unit for cell in found]),
        "value": pa.array([cell.value for cell in found], pa.float64()),
        "low": pa.nulls(len(found), pa.float64()),
        "high": pa.nulls(len(found), pa.float64()),
        "status": texts([str(cell.status) for cell in found]),
    }
    return CbsTable("", title, "", tuple(dimensions), pa.table(columns))


def texts(values: Sequence[Any]) -> pa.DictionaryArray:
    """Texts of a few kinds, each stored once."""
    return pa.array(values, pa.string()).dictionary_encode()


def check_names(dimensions: Sequence[str]) -> None:
    """A dimension may not be called as one of our own columns. DuckDB does not see capitals."""
    ours = {"table", *FIXED}
    for name in dimensions:
        if name.lower() in ours:
            raise refusal("cbs.dimension_name", dimension=name)
