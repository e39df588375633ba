"""One row per key: what the checks compare, laid out in memory without sorting or grouping.

A million cells make some two hundred thousand lines; every check that compares measures, or moments,
works on these.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from sdw.importers.declaration import KEYS, NOT_APPLICABLE, Dataset, Kind
from sdw.reference.status import Status

#: The different codes of a column, and for each row the number of its code.
Codes = tuple[list[str | int], np.ndarray]

_NOT_DELIVERED = list(Status).index(Status.NOT_DELIVERED)


def schema(dataset: Dataset | None) -> pa.Schema:
    """The columns of a table of lines: `line`, `place` (the key without the period), the keys, `filled` (something
    is), `doubled` (a measure occurs twice), `row` (the first), `cells`, `valued` and `total` (how many cells, how
    many with a value, and their sum), and a number per measure, NULL without a value."""
    measures = () if dataset is None else dataset.measures
    return pa.schema(
        [
            *(("line", pa.int32()), ("place", pa.int64())),
            *((kind, pa.int32() if kind == "months" else pa.string()) for kind in KEYS),
            *(("filled", pa.bool_()), ("doubled", pa.bool_()), ("row", pa.int32())),
            *(("cells", pa.int64()), ("valued", pa.int64()), ("total", pa.float64())),
            *((measure.id, pa.float64()) for measure in measures),
        ]
    )


def table(
    dataset: Dataset,
    codes: dict[str, Codes],
    key: np.ndarray,
    space: int,
    measure: np.ndarray,
    value: np.ndarray,
    status: np.ndarray,
    row: np.ndarray,
) -> tuple[pa.Table, np.ndarray]:
    """The lines of all cells, and for each cell the number of its line.

    Per cell: `key` (a number that tells keys apart, below `space`), `measure` (number), `value` (NaN: none),
    `status` (number) and `row`.
    """
    found, line = _dense(key, space)
    count, width = len(found), len(dataset.measures)
    place_of_cell = measure * np.int32(count) + line
    values = np.full(count * width, np.nan)
    values[place_of_cell] = value
    often = np.bincount(place_of_cell, minlength=count * width).reshape(width, count)
    has_value = ~np.isnan(value)
    filled = np.zeros(count, dtype=bool)
    filled[line[status != _NOT_DELIVERED]] = True
    first = np.zeros(count, dtype=np.int32)
    first[line[::-1]] = row[::-1]
    keys, place = _keys(codes, found)
    columns: dict[str, pa.Array] = {"line": np.arange(count, dtype=np.int32), "place": place, **keys}
    columns |= {"filled": filled, "doubled": (often > 1).any(axis=0), "row": first}
    columns |= {"cells": often.sum(axis=0), "valued": np.bincount(line[has_value], minlength=count)}
    columns["total"] = np.bincount(line[has_value], weights=value[has_value], minlength=count)
    for number, one in enumerate(dataset.measures):
        own = values[number * count : (number + 1) * count]
        columns[one.id] = pa.array(own, mask=np.isnan(own))
    return pa.table(columns), line


def _dense(key: np.ndarray, space: int) -> tuple[np.ndarray, np.ndarray]:
    """The different keys in order, and for each cell the place of its key among them."""
    if space > 10_000_000:  # a sparse file: sorting is cheaper than a mark for every possible key
        found, line = np.unique(key, return_inverse=True)
        return found, line.astype(np.int32)
    seen = np.zeros(space, dtype=bool)
    seen[key] = True
    return np.flatnonzero(seen), (np.cumsum(seen, dtype=np.int32) - np.int32(1))[key]


def _keys(codes: dict[str, Codes], found: np.ndarray) -> tuple[dict[str, pa.Array], np.ndarray]:
    """The key columns of each line, and a number for its key without the period."""
    numbers: dict[str, np.ndarray] = {}
    rest, place, weight = found, np.zeros(len(found), dtype=np.int64), 1
    for kind in reversed([kind for kind in codes if kind != "measure"]):
        size = max(len(codes[kind][0]), 1)
        rest, numbers[kind] = np.divmod(rest, size)
        if kind != "period":
            place, weight = place + weight * numbers[kind], weight * size
    return {kind: _key(kind, codes, numbers, len(found)) for kind in KEYS}, place


def _key(kind: Kind, codes: dict[str, Codes], numbers: dict[str, np.ndarray], length: int) -> pa.Array:
    if kind in codes:
        return dictionary(numbers[kind], codes[kind][0])
    return dictionary(np.zeros(length, dtype=np.int64), [NOT_APPLICABLE[kind]])


def dictionary(index: np.ndarray, labels: Sequence[str | int]) -> pa.Array:
    """Numbered labels as an Arrow column: whole numbers as such, texts with their numbers."""
    if labels and isinstance(labels[0], int):
        return pa.array(np.array(labels, dtype=np.int32)[index])
    return pa.DictionaryArray.from_arrays(
        pa.array(index.astype(np.int32, copy=False)), pa.array(list(labels), pa.string())
    )
