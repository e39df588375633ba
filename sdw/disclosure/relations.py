"""The additive relations between published cells: a sparse basis of ``{a : a @ X = 0}``.

Arithmetic is modulo the prime 2^61 − 1: exact for every table (its coefficients are far smaller), without
tolerances and without growing fractions.
"""

from __future__ import annotations

import heapq
from typing import Any

import numpy as np

PRIME = (1 << 61) - 1

Row = dict[int, int]


def subtract(target: Row, factor: int, source: Row) -> None:
    """``target -= factor * source`` in place, modulo the prime; entries that vanish are removed."""
    for key, value in source.items():
        rest = (target.get(key, 0) - factor * value) % PRIME
        if rest:
            target[key] = rest
        else:
            target.pop(key, None)


def of(matrix: Any) -> list[Row]:
    """A basis of the relations of a matrix (cells × inner, integer entries): per relation cell → factor.

    Small cells come first, so that a total reduces to its parts and relations stay short. The pivot of a cell is
    its inner value that fewest cells use, so that a chain of balances does not unroll over all periods.
    """
    indptr, indices, data = matrix.indptr, matrix.indices.tolist(), matrix.data
    use = np.bincount(matrix.indices, minlength=matrix.shape[1]).tolist()
    whole = np.rint(data).astype(np.int64).tolist()
    if len(data) and np.abs(np.asarray(whole) - data).max() > 0:
        raise ValueError("factors of a published sum must be whole numbers")
    pivot_of: dict[int, int] = {}
    pivots: list[tuple[int, Row, Row]] = []
    found: list[Row] = []
    for cell in np.argsort(np.diff(indptr), kind="stable").tolist():
        column = {indices[k]: whole[k] % PRIME for k in range(indptr[cell], indptr[cell + 1])}
        track: Row = {cell: 1}
        _reduce(column, track, pivot_of, pivots)
        if not column:
            found.append(track)
            continue
        row = min(column, key=lambda r: (use[r], r))
        if column[row] != 1:
            scale = pow(column[row], -1, PRIME)
            column = {r: v * scale % PRIME for r, v in column.items()}
            track = {c: v * scale % PRIME for c, v in track.items()}
        pivot_of[row] = len(pivots)
        pivots.append((row, column, track))
    return found


def _reduce(column: Row, track: Row, pivot_of: dict[int, int], pivots: list[tuple[int, Row, Row]]) -> None:
    """Clear all pivot rows of a column. A pivot column holds pivot rows of later pivots only: the heap ends."""
    queue = [pivot_of[row] for row in column if row in pivot_of]
    heapq.heapify(queue)
    while queue:
        index = heapq.heappop(queue)
        row, source, source_track = pivots[index]
        factor = column.get(row, 0)
        if not factor:
            continue
        for key in source:
            if key != row and key not in column and key in pivot_of:
                heapq.heappush(queue, pivot_of[key])
        subtract(column, factor, source)
        subtract(track, factor, source_track)
