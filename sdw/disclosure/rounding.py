"""Controlled rounding: every published cell becomes a nearby multiple of the base, and sums still add up.

An integer program on HiGHS (Hundepool et al. 2012, section 5.4.3; Salazar-González 2005), per block of cells that
hang together. For open data in which no cell may be empty; never together with suppression of the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from sdw.disclosure.solver import INFINITE, Infeasible, Program
from sdw.disclosure.system import LinearSystem, blocks, type_bool, type_float, type_int

MOST_STEPS = 6
#: Work per block, the same on every machine (an edition that is made again must be the same), and seconds in which
#: a block must have an answer at all.
NODES, SECONDS = 500, 120.0
#: Sums of inner counts may be this far from whole multiples: far under one person.
STILL = 1e-3


class NotRoundable(RuntimeError):  # noqa: N818
    """No additive rounding within the allowed steps exists."""


@dataclass(frozen=True, slots=True)
class Rounded:
    """values: of all cells, additive multiples of the base. steps: a true value is less than steps × base away."""

    values: type_float
    steps: int


def rounded(system: LinearSystem, base: int, fixed: type_float | None = None) -> Rounded:
    """Round in as few steps as can be additive; see `controlled`.

    Raises NotRoundable when more than `MOST_STEPS` would be needed, or the solver finds nothing in time.
    """
    for steps in range(1, MOST_STEPS + 1):
        try:
            return Rounded(controlled(system, base, steps=steps, fixed=fixed), steps)
        except NotRoundable:
            continue
    raise NotRoundable(f"no additive rounding to {base} within {MOST_STEPS} steps")


def controlled(
    system: LinearSystem, base: int = 5, *, steps: int = 1, fixed: type_float | None = None
) -> type_float:
    """Rounded values of all cells, additive, as near to the true ones as possible in total.

    steps: 1 = each cell goes to the multiple below or above it (a multiple stays); more allow as many multiples
    further when that cannot be additive. fixed: multiples that are out already (NaN: free). What balances still
    does; sums that are never shown only stay at or above zero. Raises NotRoundable when nothing fits.
    """
    if base < 2 or steps < 1:
        raise ValueError("base is at least 2 and steps at least 1")
    small = system.reduced()
    out = np.full(system.size, np.nan) if fixed is None else fixed
    values = np.zeros(system.size)
    for cells, columns in blocks(small):
        values[cells] = _block(small, cells, columns, out[cells] / base, base, steps)
    if (np.abs(values - np.where(np.isnan(out), values, out)) > 0).any():
        raise NotRoundable("what is out already cannot be made of counts")
    return values


def _block(
    system: LinearSystem, cells: type_int, columns: type_int, out: type_float, base: int, steps: int
) -> type_float:
    """One block, in multiples of the base. Variables: inner counts, shown cells, and how far these may be off."""
    facts, matrix = system.cells, sparse.csr_array(system.matrix[cells][:, columns])
    shown = ~facts.virtual[cells]
    sums, never = matrix[np.flatnonzero(shown)], matrix[np.flatnonzero(~shown)]
    ratio, out = facts.value[cells][shown] / base, out[shown]
    low, high = _reach(ratio, facts.nonnegative[cells][shown], steps)
    low, high = np.where(np.isnan(out), low, out), np.where(np.isnan(out), high, out)
    width, size = matrix.shape[1], len(ratio)
    # One step: up or down, so the distance is a straight line. More: the distance is a variable of its own.
    off = sparse.eye_array(size).tocsr()[np.flatnonzero(high - low > 1)]
    far, one = off.shape[0], sparse.eye_array(size)
    program = Program(
        sparse.csr_array(
            sparse.block_array(
                [
                    [sums, -one, None],
                    [never, None, sparse.csr_array((never.shape[0], far))],
                    [None, -off, sparse.eye_array(far)],
                    [None, off, sparse.eye_array(far)],
                ]
            )
        ),
        np.concatenate([np.zeros(size + never.shape[0]), -(off @ ratio), off @ ratio]),
        np.concatenate([np.zeros(size), np.full(never.shape[0] + 2 * far, INFINITE)]),
        np.concatenate([np.zeros(width), low, np.zeros(far)]),
        np.concatenate([np.full(width, INFINITE), high, np.full(far, INFINITE)]),
        np.concatenate([np.zeros(width), np.ones(size), np.zeros(far)]).astype(bool),
    )
    straight = np.where(high - low == 1, 1 - 2 * (ratio - low), 0.0)
    try:
        place = program.model().good(
            np.concatenate([np.zeros(width), straight, np.ones(far)]), nodes=NODES, seconds=SECONDS
        )
    except Infeasible as error:
        raise NotRoundable(f"no additive rounding to {base} within {steps} steps") from error
    if place is None:
        raise NotRoundable("no answer in time")
    inner, whole = np.maximum(place[:width], 0.0), np.rint(place[width : width + size])
    if np.abs(sums @ inner - whole).max(initial=0.0) > STILL:
        raise NotRoundable("the solver's answer does not add up")
    found = np.zeros(len(cells))
    found[shown] = whole * base
    return found


def _reach(ratio: type_float, nonnegative: type_bool, steps: int) -> tuple[type_float, type_float]:
    """The lowest and the highest multiple that a cell may become."""
    below = np.floor(ratio)
    low = below - (steps - 1)
    high = np.where(below == ratio, below, below + 1) + (steps - 1)
    return np.where(nonnegative, np.maximum(low, 0), low), high
