"""The attacker: everything that follows from what is published, by linear and integer programming.

Known to the attacker: every shown value, how all cells add up (`matrix`), and that counts of people are not
negative. Nothing else is read here: hidden values may be missing. (Hundepool et al. 2012, section 4.3: audit.)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from sdw.disclosure.solver import INFINITE, Infeasible, Model, Program
from sdw.disclosure.system import LinearSystem, components, lowest, type_bool, type_float, type_int

EXACT = 1e-6
SCATTERED = 12


@dataclass(frozen=True, slots=True)
class Public:
    """What anybody can get. value: only read where `shown`. nonnegative: cells that cannot be below zero.

    least, most: what is public about cells that are not shown (a rounded count, a bound); nothing by default.
    """

    matrix: Any
    value: type_float
    shown: type_bool
    nonnegative: type_bool
    least: type_float | None = None
    most: type_float | None = None

    @property
    def low(self) -> type_float:
        """The least that each cell can be by itself."""
        least = np.where(self.nonnegative, 0.0, -np.inf)
        if self.least is not None:
            least = np.maximum(least, self.least)
        return np.asarray(np.where(self.shown, self.value, least))

    @property
    def high(self) -> type_float:
        """The most that each cell can be by itself."""
        most = np.full(len(self.value), np.inf) if self.most is None else self.most
        return np.asarray(np.where(self.shown, self.value, most))


@dataclass(frozen=True, slots=True)
class Ranges:
    """What an attacker must leave open: people from `low` to `high`, for each of the attacked `cells`."""

    cells: type_int
    low: type_float
    high: type_float

    @property
    def pinned(self) -> type_int:
        """Cells of which the value is known."""
        return np.asarray(self.cells[self.high - self.low < EXACT])

    def failing(self, system: LinearSystem) -> type_int:
        """Primaries whose range is narrower than required."""
        facts = system.cells
        narrow = (self.low > facts.lower[self.cells] + EXACT) | (self.high < facts.upper[self.cells] - EXACT)
        return np.asarray(self.cells[narrow & facts.primary[self.cells]])


def public(system: LinearSystem, hidden: type_bool, also_known: Iterable[int] = ()) -> Public:
    """What is public under a pattern; `also_known`: cells that this attacker knows anyway (a coalition's own)."""
    shown = ~hidden
    shown[list(also_known)] = True
    return Public(system.matrix, np.where(shown, system.cells.value, np.nan), shown, system.cells.nonnegative)


def attack(
    view: Public, cells: Iterable[int] | None = None, *, whole: bool = False, enough: float = np.inf
) -> Ranges:
    """The range of each of `cells` (default: all that are not shown).

    whole: counts are whole people (integer programs, for samples). enough: of a cell that ranges over so many
    people or more only that much is sought; explanations found for other cells often tell it at once. Raises
    Infeasible when the view contradicts itself, NoAnswer when the solver cannot settle it.
    """
    chosen = np.flatnonzero(~view.shown) if cells is None else np.array(list(cells), dtype=np.int64)
    high = _ceilings(view)
    columns = np.flatnonzero(high > 0)
    low_end, high_end = np.zeros(len(chosen)), np.zeros(len(chosen))
    if not len(columns):
        return Ranges(chosen, low_end, high_end)
    matrix = sparse.csr_array(sparse.csc_array(view.matrix)[:, columns])
    signed = lowest(matrix) < 0
    bounded = np.isfinite(view.high) | (np.isfinite(view.low) & (signed | (view.low > 0)))
    used = bounded.copy()
    used[chosen] = True
    label = components(matrix[used])
    target = matrix[chosen]
    for part in np.unique(label[target.indices]).tolist():
        inside = np.flatnonzero(label == part)
        program = _Part(view, matrix, bounded, inside, high[columns[inside]], whole)
        if np.isfinite(enough):
            program.scatter()
        mine = np.flatnonzero(
            np.bincount(
                np.repeat(np.arange(len(chosen)), np.diff(target.indptr))[label[target.indices] == part],
                minlength=len(chosen),
            )
        )
        for number in mine.tolist():
            row = sparse.csr_array(target[[number]])[:, inside].toarray().ravel()
            least, most = program.range(row, enough)
            low_end[number] += least
            high_end[number] += most
    return Ranges(chosen, _whole(low_end, np.ceil, -EXACT), _whole(high_end, np.floor, EXACT))


def _whole(ends: type_float, rounding: Any, slack: float) -> type_float:
    finite = np.isfinite(ends)
    return np.where(finite, rounding(np.where(finite, ends, 0.0) + slack), ends) + 0.0


def _ceilings(view: Public) -> type_float:
    """Highest value of each inner count, by propagation: no part is more than a known sum of non-negative parts."""
    matrix, most = sparse.csr_array(view.matrix), view.high
    plain = np.isfinite(most) & (lowest(matrix) >= 0)
    high = np.full(matrix.shape[1], np.inf)
    part = sparse.coo_array(matrix[plain])
    if (most[plain] < -EXACT).any():
        raise Infeasible("a sum of counts is below zero")
    np.minimum.at(high, part.col, np.maximum(most[plain], 0.0)[part.row] / part.data)
    return high


class _Part:
    """The program of one part of the system that hangs together, warm from cell to cell."""

    def __init__(
        self, view: Public, matrix: Any, bounded: type_bool, inside: type_int, high: type_float, whole: bool
    ) -> None:
        rows = sparse.csr_array(sparse.csc_array(matrix)[:, inside])
        used = np.flatnonzero(bounded & (np.diff(rows.indptr) > 0))
        outside = np.zeros(len(inside))
        self._high = high
        self._model: Model = Program(
            rows[used],
            view.low[used],
            view.high[used],
            outside,
            np.where(np.isfinite(high), high, INFINITE),
            whole,
        ).model()
        self._seen: list[type_float] = []

    def scatter(self) -> None:
        """Find explanations far apart, by asking for as much of this and as little of that as there can be."""
        chance = np.random.default_rng(20261122)
        bounded = np.isfinite(self._high)
        for _ in range(SCATTERED):
            self._end(np.where(bounded, chance.choice([-1.0, 1.0], len(self._high)), 0.0))

    def range(self, row: type_float, enough: float) -> tuple[float, float]:
        """Least and greatest value of a sum of inner counts; or as far apart as is enough."""
        found = (np.array(self._seen) @ row).tolist() if self._seen else []
        if found and max(found) - min(found) >= enough + EXACT:
            return min(found), max(found)
        used = row != 0
        floor = float(np.where(row[used] > 0, 0.0, row[used] * self._high[used]).sum())
        ceiling = float(np.where(row[used] > 0, row[used] * self._high[used], 0.0).sum())
        least = floor if min(found, default=np.inf) <= floor + EXACT else self._end(row)
        most = ceiling if max(found, default=-np.inf) >= ceiling - EXACT else -self._end(-row)
        return least, most

    def _end(self, row: type_float) -> float:
        least, place = self._model.minimum(row)
        if len(place):
            self._seen = [*self._seen[-SCATTERED - 40 :], place]
        return least
