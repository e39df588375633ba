"""Controlled rounding: every published cell becomes a neighbouring multiple of the base, and sums still add up.

An integer program on HiGHS (Hundepool et al. 2012, section 5.4.3; Salazar-González 2005). For open data in which no
cell may be empty; never together with suppression of the same figures.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from sdw.privacy.solver import INFINITE, Infeasible, Program
from sdw.privacy.system import LinearSystem, type_float


class NotRoundable(RuntimeError):  # noqa: N818
    """No additive rounding within the allowed steps exists."""


def controlled(system: LinearSystem, base: int = 5, *, steps: int = 1) -> type_float:
    """Rounded values of all cells, additive, as near to the true ones as possible in total.

    steps: 1 = each cell goes to the multiple below or above it (a multiple stays); more allow as many multiples
    further when that cannot be additive. Raises NotRoundable when nothing fits.
    """
    if base < 2 or steps < 1:
        raise ValueError("base is at least 2 and steps at least 1")
    cells = system.cells
    if cells.virtual.any():
        raise ValueError("sums that are never shown cannot be rounded")
    value, (size, width) = cells.value, system.matrix.shape
    below = np.floor(value / base)
    exact = below * base == value
    low = below - (steps - 1)
    high = np.where(exact, below, below + 1) + (steps - 1)
    low = np.where(cells.nonnegative, np.maximum(low, 0), low)
    # Variables: inner counts in units of the base, the multiple of each cell, and its distance from the truth.
    one, nought = sparse.eye_array(size), sparse.csr_array((size, width))
    rows = sparse.vstack(
        [
            sparse.hstack([system.matrix, -one, sparse.csr_array((size, size))]),
            sparse.hstack([nought, -one, one]),
            sparse.hstack([nought, one, one]),
        ]
    )
    ratio, far = value / base, np.full(size, INFINITE)
    program = Program(
        sparse.csr_array(rows),
        np.concatenate([np.zeros(size), -ratio, ratio]),
        np.concatenate([np.zeros(size), far, far]),
        np.concatenate([np.zeros(width), low, np.zeros(size)]),
        np.concatenate([np.full(width, INFINITE), high, np.full(size, INFINITE)]),
        np.concatenate([np.zeros(width), np.ones(size), np.zeros(size)]).astype(bool),
    )
    try:
        _, found = program.model().minimum(np.concatenate([np.zeros(width + size), np.ones(size)]))
    except Infeasible as error:
        raise NotRoundable(f"no additive rounding to {base} within {steps} steps") from error
    return np.asarray(np.rint(found[width : width + size]) * base)
