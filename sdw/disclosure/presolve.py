"""The public system made small before the attack: filled in, without slack, equal unknowns added up."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from sdw.disclosure.intervals import EXACT, Public
from sdw.disclosure.solver import Infeasible
from sdw.disclosure.system import lowest, type_bool, type_float


@dataclass(frozen=True, slots=True)
class Presolved:
    """The same attack over fewer unknowns: add `offset` to the range of a cell (one for each row)."""

    view: Public
    offset: type_float


def presolved(view: Public) -> Presolved:
    """Fill in what follows by itself, drop what cannot bind, and add up unknowns that always occur together."""
    known, value = settled(view)
    offset = np.asarray(view.matrix @ value, dtype=np.float64)
    rest = np.where(view.shown, view.value - offset, np.nan)
    matrix = sparse.csr_array(sparse.csc_array(view.matrix)[:, np.flatnonzero(~known)])
    low, high = view.low - offset, view.high - offset
    matrix = _without_slack(matrix, rest, high)
    rest = np.where(view.shown & (np.diff(matrix.indptr) == 0), 0.0, rest)
    draw = np.random.default_rng(20240925).integers(1, 2**40, size=(matrix.shape[0], 2)).astype(np.float64)
    prints = np.asarray(sparse.csc_array(matrix).T @ draw)
    first = np.unique(prints, axis=0, return_index=True)[1]
    columns = sparse.csr_array(sparse.csc_array(matrix)[:, first])
    return Presolved(replace(view, matrix=columns, value=rest, least=low, most=high), offset)


def _without_slack(matrix: sparse.csr_array, rest: type_float, most: type_float) -> sparse.csr_array:
    """Empty the rows that hold whatever the others do: those whose own slack can always make them whole."""
    shown = ~np.isnan(rest)
    positive = np.isfinite(most) & (lowest(matrix) >= 0)
    part = sparse.coo_array(matrix[positive])
    high = np.full(matrix.shape[1], np.inf)
    np.minimum.at(high, part.col, np.maximum(most[positive], 0.0)[part.row] / part.data)
    single = np.bincount(matrix.indices, minlength=matrix.shape[1]) == 1
    keep = np.ones(matrix.shape[0])
    for row in np.flatnonzero(shown & ~positive).tolist():
        span = slice(matrix.indptr[row], matrix.indptr[row + 1])
        columns, by = matrix.indices[span], matrix.data[span]
        slack = single[columns] & (by == -1.0) & ~np.isfinite(high[columns])
        if slack.any():
            others = (by < 0) & ~(slack & (np.cumsum(slack) == 1))
            if float((-by[others] * high[columns[others]]).sum()) <= -rest[row]:
                keep[row] = 0.0
    kept = sparse.csr_array(sparse.diags_array(keep) @ matrix)
    kept.eliminate_zeros()
    return kept


def settled(view: Public) -> tuple[type_bool, type_float]:
    """Which unknowns follow by filling in alone, and their values: the attack without a computer.

    Raises Infeasible when the shown values contradict each other.
    """
    rows = sparse.csr_array(view.matrix)[np.flatnonzero(view.shown)]
    rest = view.value[view.shown].copy()
    known, value = np.zeros(rows.shape[1], dtype=bool), np.zeros(rows.shape[1])
    positive = lowest(rows) >= 0
    marks = sparse.csr_array((np.ones(rows.nnz), rows.indices, rows.indptr), shape=rows.shape)
    while True:
        count = marks @ (~known).astype(float)
        left = rest - rows @ value
        if (np.abs(left[count == 0]) > EXACT).any() or (left[positive] < -EXACT).any():
            raise Infeasible("the published values contradict each other")
        single = np.flatnonzero(count == 1)
        empty = np.flatnonzero(positive & (count > 1) & (np.abs(left) <= EXACT))
        before = int(known.sum())
        for row in single.tolist():
            span = slice(rows.indptr[row], rows.indptr[row + 1])
            for column, by in zip(rows.indices[span].tolist(), rows.data[span].tolist(), strict=True):
                if not known[column]:
                    known[column], value[column] = True, left[row] / by
        if (value < -EXACT).any():
            raise Infeasible("a count is below zero")
        zero = np.unique(rows[empty].indices)
        known[zero[~known[zero]]] = True
        if int(known.sum()) == before:
            return known, value
