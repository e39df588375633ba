"""The cheapest safe pattern, proven: cuts of Fischetti & Salazar-González (2001, section 4) on HiGHS.

A reference for tests and for `python -m sdw privacy optimum`; too slow for every publication.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from sdw.disclosure.certificates.certificates import UP, Goal
from sdw.disclosure.certificates.intruders import STILL
from sdw.disclosure.solver import INFINITE, Model, Program
from sdw.disclosure.system import LinearSystem, blocks, type_bool, type_float, type_int

WIDE = 100.0  # how far a hidden cell may move, in units of the greatest need: never the limit that counts


@dataclass(frozen=True, slots=True)
class Optimum:
    """hidden: the pattern. cost: of its secondary cells. finished: safe and cheapest; else `cost` is a bound."""

    hidden: type_bool
    cost: float
    finished: bool


def optimum(system: LinearSystem, *, rounds: int = 2000) -> Optimum:
    """The pattern of least cost in which every primary ranges from ≤ lower to ≥ upper.

    rounds: most rounds of cuts per block; when they run out the pattern is not safe, and its cost a lower bound.
    """
    small = system.reduced()
    hidden = small.cells.primary | small.cells.frozen
    finished = True
    for cells, columns in blocks(small):
        if small.cells.primary[cells].any():
            hidden[cells], done = _block(small, cells, columns, rounds)
            finished &= done
    secondary = hidden & ~small.cells.primary
    return Optimum(hidden, float(small.cells.cost[secondary].sum()), finished)


def _block(system: LinearSystem, cells: type_int, columns: type_int, rounds: int) -> tuple[type_bool, bool]:
    attacker = _Attacker(system, cells, columns)
    master = _Master(attacker.cost, attacker.sure)
    done = False
    for whole in (False, True):
        for _ in range(rounds):
            share = master.solve(whole)
            cuts = attacker.violated(share)
            done = not cuts
            if done:
                break
            for weight, need in cuts:
                master.add(weight, need)
    return attacker.hidden(share), done


class _Master:
    """Choose cells at least cost such that every cut holds."""

    def __init__(self, cost: type_float, sure: type_bool) -> None:
        self._cost, self._low = cost, sure.astype(np.float64)
        self._rows: list[type_float] = []
        self._need: list[float] = []
        self._linear: Model | None = None

    def add(self, weight: type_float, need: float) -> None:
        """Demand ``weight @ share ≥ need``."""
        self._rows.append(weight)
        self._need.append(need)
        if self._linear is not None:
            used = np.flatnonzero(weight)
            self._linear.add_row(need, INFINITE, used, weight[used])

    def solve(self, whole: bool) -> type_float:
        """The share (0..1) of each cell at least cost."""
        if self._linear is not None and not whole:
            return self._linear.minimum(self._cost)[1]
        count, width = len(self._rows), len(self._cost)
        rows = sparse.csr_array(np.array(self._rows).reshape(count, width))
        model = Program(
            rows, np.array(self._need), np.full(count, INFINITE), self._low, np.ones(width), whole
        ).model()
        if not whole:
            self._linear = model
        return model.minimum(self._cost)[1]


class _Attacker:
    """For a choice of cells: how far can each primary move, and which cells would let it move further."""

    def __init__(self, system: LinearSystem, cells: type_int, columns: type_int) -> None:
        facts = system.cells
        self._matrix = sparse.csr_array(system.matrix[cells][:, columns])
        value, known, primary = facts.value[cells], facts.known[cells], facts.primary[cells]
        self._primary = primary
        self._may = np.flatnonzero(~known & ~primary)
        self.cost, self.sure = facts.cost[cells][self._may], facts.frozen[cells][self._may]
        need = np.stack([facts.upper[cells] - value, value - facts.lower[cells]])
        self._goals = [
            (Goal(int(cell), way), float(need[way, cell]))
            for cell in np.flatnonzero(primary)
            for way in (0, 1)
            if need[way, cell] > 0
        ]
        wide = WIDE * max((need for _, need in self._goals), default=1.0)
        floor = np.where(facts.nonnegative[cells], -value, -wide)
        self._up, self._down = np.full(len(self._may), wide), -floor[self._may]
        width = self._matrix.shape[1]
        low, high = np.where(primary, floor, 0.0), np.where(primary, wide, 0.0)
        inner = system.inner[columns]
        self._model = Program(self._matrix, low, high, -inner, np.full(width, wide)).model()
        self._low, self._high = low, high

    def hidden(self, share: type_float) -> type_bool:
        """The pattern of a choice."""
        flags = self._primary.copy()
        flags[self._may] = share > 0.5
        return flags

    def violated(self, share: type_float) -> list[tuple[type_float, float]]:
        """A cut for every goal that this choice does not reach."""
        for cell, low, high in zip(self._may.tolist(), -self._down * share, self._up * share, strict=True):
            self._model.bound_row(cell, low, high)
        cuts = []
        for goal, need in self._goals:
            sign = 1.0 if goal.way == UP else -1.0
            row = self._matrix[[goal.cell]].toarray().ravel()
            if goal.way == UP:
                self._model.bound_row(goal.cell, self._low[goal.cell], need)
            else:
                self._model.bound_row(goal.cell, -need, self._high[goal.cell])
            least, _ = self._model.minimum(-sign * row)
            if -least < need - 1e-5:
                cuts.append(self._cut(share, -least, need))
            self._model.bound_row(goal.cell, self._low[goal.cell], self._high[goal.cell])
        return cuts

    def _cut(self, share: type_float, reached: float, need: float) -> tuple[type_float, float]:
        """Duality: no choice reaches more than ``constant + weight @ share``; capped weights stay valid."""
        dual = self._model.duals()[self._may]
        weight = np.where(dual < 0, -dual * self._up, dual * self._down)
        weight[weight < STILL] = 0.0
        short = need - (reached - float(weight @ share))
        return np.minimum(weight, short) / short, 1.0
