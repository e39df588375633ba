"""Where to look for a move first: small neighbourhoods in a large block.

A move confined to a few columns is a move all the same, so any choice of columns is safe; a good choice is quick.
Columns that share small cells (one region in one year) form an atom; balances (a ledger, carry-over) join it to
the atoms beside it; and sums over many atoms (all regions) are kept by moving a few companions the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from sdw.disclosure.system import type_bool, type_int

SMALL_BLOCK = 1500  # columns; below this the whole block is quick enough
ATOM = 150  # columns
REACH = ((3, 1), (3, 2), (3, 3), (12, 3))  # companions, and steps over balances


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """atom: number of the atom of each column. beside: atoms × atoms joined by balances. alike: atoms × atoms,
    how much hidden stuff they have under common sums."""

    atom: type_int
    beside: Any
    alike: Any

    def around(self, column: type_int) -> Iterator[type_int]:
        """Sets of columns around a column: small, wider, everything."""
        if self.beside is not None:
            home = self.atom[column]
            row = self.alike[home].toarray().ravel()
            best = np.argsort(-row, kind="stable")
            best = best[row[best] > 0]
            for count, steps in REACH:
                chosen = np.zeros(len(row))
                chosen[home] = chosen[best[:count]] = 1
                for _ in range(steps):
                    chosen = self.beside @ chosen
                yield np.flatnonzero(chosen[self.atom] > 0)
        yield np.arange(len(self.atom))


def neighbourhoods(matrix: Any, known: type_bool, hidden: type_bool) -> Neighbourhoods:
    """Split the columns of a block (cells × columns) into atoms, and relate these."""
    width = matrix.shape[1]
    if width <= SMALL_BLOCK:
        return Neighbourhoods(np.zeros(width, dtype=np.int64), None, None)
    atom, wide = _atoms(matrix, known)
    count = int(atom.max()) + 1
    member = sparse.csr_array((np.ones(width), (np.arange(width), atom)), shape=(width, count))
    touch = sparse.csr_array(abs(matrix[known]) @ member)
    beside = sparse.csr_array(touch.T @ touch + sparse.eye_array(count))
    loose = np.asarray(abs(matrix[hidden]).sum(axis=0)).ravel() > 0
    under = sparse.csr_array(abs(matrix[wide]) @ sparse.diags_array(loose.astype(float)) @ member)
    size = np.maximum(np.diff(matrix.indptr)[wide], 1)
    alike = sparse.csr_array(under.T @ sparse.diags_array(1.0 / size) @ under)
    alike.setdiag(0)
    return Neighbourhoods(atom, beside, alike)


def _atoms(matrix: Any, known: type_bool) -> tuple[type_int, type_int]:
    """Join the columns of cell after cell, small cells first, as long as an atom stays small."""
    parent = list(range(matrix.shape[1]))
    size = [1] * len(parent)

    def root(column: int) -> int:
        while parent[column] != column:
            parent[column] = parent[parent[column]]
            column = parent[column]
        return column

    wide = []
    counts = np.diff(matrix.indptr)
    for cell in np.argsort(counts, kind="stable").tolist():
        if known[cell] or not counts[cell]:
            continue
        roots = {root(c) for c in matrix.indices[matrix.indptr[cell] : matrix.indptr[cell + 1]].tolist()}
        if sum(size[r] for r in roots) > ATOM:
            wide.append(cell)
            continue
        first = min(roots)
        for other in roots - {first}:
            parent[other] = first
            size[first] += size[other]
    roots_of = np.array([root(column) for column in range(len(parent))])
    return np.unique(roots_of, return_inverse=True)[1].astype(np.int64), np.array(wide, dtype=np.int64)
