"""One row per key: what the checks compare, laid out in memory without sorting or grouping.

A million cells make some two hundred thousand lines; every check that compares measures, or moments,
works on these. Keys are numbers here: their texts stand once in `Lines.places` and `Lines.periods`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from sdw.reference.datasets.declaration import KEYS, NOT_APPLICABLE, Dataset, Kind
from sdw.reference.status import Status

#: The different codes of a column, and for each row the number of its code.
Codes = tuple[list[str | int], np.ndarray]

_NOT_DELIVERED = list(Status).index(Status.NOT_DELIVERED)
_PLACE: tuple[Kind, ...] = tuple(kind for kind in KEYS if kind != "period")


@dataclass(frozen=True, slots=True)
class Lines:
    """The keys of a file, and its figures per key.

    `table`: a row per key, see `schema`. `places`: number and texts of every combination of the codes in the file,
    the period left out. `moments`: number and code of every period in the file. `units`: per region and period
    how many cells there are, how many with a value, and the sum of those.
    """

    table: pa.Table
    places: pa.Table
    moments: pa.Table
    units: pa.Table


_PLACES = pa.schema(
    [("place", pa.int32()), *((kind, pa.int32() if kind == "months" else pa.string()) for kind in _PLACE)]
)
_MOMENTS = pa.schema([("moment", pa.int32()), ("period", pa.string())])
_UNITS = pa.schema(
    [
        *(("region", pa.string()), ("period", pa.string())),
        *(("cells", pa.int64()), ("valued", pa.int64()), ("total", pa.float64())),
    ]
)


def schema(dataset: Dataset | None) -> pa.Schema:
    """The columns of a table of lines: `line`, `place` and `moment` (the key), `spot` (both in one number: the
    place, and for each moment a step of as many as there are places), `filled` (something is), `doubled` (a measure
    occurs twice), `row` (the first), and a number per measure, NULL without a value."""
    measures = () if dataset is None else dataset.measures
    return pa.schema(
        [
            *((name, pa.int32()) for name in ("line", "place", "moment", "spot")),
            *(("filled", pa.bool_()), ("doubled", pa.bool_()), ("row", pa.int32())),
            *((measure.id, pa.float64()) for measure in measures),
        ]
    )


def nothing(dataset: Dataset | None) -> Lines:
    """The lines of a file that could not be read."""
    return Lines(schema(dataset).empty_table(), _PLACES.empty_table(), _MOMENTS.empty_table(), _UNITS.empty_table())


def of(
    dataset: Dataset,
    codes: dict[Kind, Codes],
    measure: np.ndarray,
    value: np.ndarray,
    status: np.ndarray,
    row: np.ndarray,
) -> tuple[Lines, np.ndarray]:
    """The lines of all cells, and for each cell the number of its line.

    `codes` per row of the file; per cell `measure` (number), `value` (NaN: none), `status` (number) and `row`.
    There are as many cells as rows, or (in the wide layout) one after another so many times as many.
    """
    kinds = [kind for kind in _PLACE if kind in codes]
    sizes = [max(len(codes[kind][0]), 1) for kind in kinds]
    places, moments = math.prod(sizes), max(len(codes["period"][0]), 1)
    spot = _spots([codes["period"], *(codes[kind] for kind in kinds)])
    found, line = _dense(spot, places * moments)
    repeat = len(measure) // max(len(spot), 1)
    if repeat > 1:
        spot, line = np.tile(spot, repeat), np.tile(line, repeat)
    table = _table(dataset, found, places, line, measure, value, status, row)
    units = _units(codes["region"][0], codes["period"][0], spot // np.int32(places // sizes[0]), value)
    moment = {"moment": np.arange(len(codes["period"][0])), "period": codes["period"][0]}
    return Lines(table, _places(codes, kinds), pa.table(moment, _MOMENTS), units), line


def _spots(codes: Sequence[Codes]) -> np.ndarray:
    """A number for the key of each row: mixed radix over the codes of each column, the first counts most.

    Codes come from closed lists (35 regions, 301 years in three kinds of period), so the numbers stay small.
    """
    spot = codes[0][1].astype(np.int32)
    for labels, index in codes[1:]:
        np.multiply(spot, np.int32(max(len(labels), 1)), out=spot)
        np.add(spot, index, out=spot)
    return spot


def _dense(spot: np.ndarray, space: int) -> tuple[np.ndarray, np.ndarray]:
    """The different keys in order, and for each row the place of its key among them."""
    seen = np.zeros(space, dtype=bool)
    seen[spot] = True
    found = np.flatnonzero(seen).astype(np.int32)
    return found, spot if len(found) == space else (np.cumsum(seen, dtype=np.int32) - np.int32(1))[spot]


def _table(
    dataset: Dataset,
    found: np.ndarray,
    places: int,
    line: np.ndarray,
    measure: np.ndarray,
    value: np.ndarray,
    status: np.ndarray,
    row: np.ndarray,
) -> pa.Table:
    count, width = len(found), len(dataset.measures)
    where = measure.astype(np.int32) * np.int32(count) + line
    values = np.full(count * width, np.nan)
    values[where] = value
    first = np.zeros(count, dtype=np.int32)
    first[line[::-1]] = row[::-1]
    moment, place = np.divmod(found, np.int32(places))
    columns: dict[str, object] = {"line": np.arange(count, dtype=np.int32), "place": place, "moment": moment}
    columns |= {"spot": found, "filled": _filled(line, status, count), "doubled": _doubled(where, count, width)}
    columns["row"] = first
    for number, one in enumerate(dataset.measures):
        own = values[number * count : (number + 1) * count]
        columns[one.id] = pa.array(own, from_pandas=True)  # NaN: no value
    return pa.table(columns, schema(dataset))


def _filled(line: np.ndarray, status: np.ndarray, count: int) -> np.ndarray:
    """Which lines have a cell that is not blank."""
    delivered = status != _NOT_DELIVERED
    if delivered.all():
        return np.ones(count, dtype=bool)
    filled = np.zeros(count, dtype=bool)
    filled[line[delivered]] = True
    return filled


def _doubled(where: np.ndarray, count: int, width: int) -> np.ndarray:
    """Which lines have two cells of one measure; `where` tells a cell by measure and line."""
    there = np.zeros(count * width, dtype=bool)
    there[where] = True
    if int(there.sum()) == len(where):
        return np.zeros(count, dtype=bool)
    often = np.bincount(where, minlength=count * width).reshape(width, count)
    doubled: np.ndarray = np.any(often > 1, axis=0)
    return doubled


def _places(codes: dict[Kind, Codes], kinds: Sequence[Kind]) -> pa.Table:
    """Every combination of the codes of `kinds`, in the order of their numbers."""
    sizes = [len(codes[kind][0]) for kind in kinds]
    index = dict(zip(kinds, np.indices(sizes).reshape(len(sizes), -1), strict=True))
    count = math.prod(sizes)
    columns: dict[str, object] = {"place": np.arange(count)}
    for kind in _PLACE:
        columns[kind] = (
            [codes[kind][0][number] for number in index[kind]] if kind in index else [NOT_APPLICABLE[kind]] * count
        )
    return pa.table(columns, _PLACES)


def _units(
    regions: Sequence[str | int], periods: Sequence[str | int], unit: np.ndarray, value: np.ndarray
) -> pa.Table:
    """Per region and period; `unit` numbers them per cell, the region counting least."""
    size = len(regions) * len(periods)
    unit = unit.astype(np.intp)
    cells = np.bincount(unit, minlength=size)
    has_value = ~np.isnan(value)
    if has_value.all():
        valued, total = cells, np.bincount(unit, weights=value, minlength=size)
    else:
        unit, value = unit[has_value], value[has_value]
        valued, total = np.bincount(unit, minlength=size), np.bincount(unit, weights=value, minlength=size)
    found = np.flatnonzero(cells)
    period, region = np.divmod(found, max(len(regions), 1))
    return pa.table(
        {
            "region": [regions[number] for number in region],
            "period": [periods[number] for number in period],
            **{name: column[found] for name, column in (("cells", cells), ("valued", valued), ("total", total))},
        },
        _UNITS,
    )


def dictionary(index: np.ndarray, labels: Sequence[str]) -> pa.Array:
    """Numbered texts as an Arrow column."""
    return pa.DictionaryArray.from_arrays(pa.array(index), pa.array(list(labels), pa.string()))
