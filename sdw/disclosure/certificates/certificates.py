"""Moves: other inner values that explain the same published cells. They prove what an attacker must leave open.

If the true inner values plus a move are all possible (≥ 0) and no published cell changes, then the public cannot
exclude it. A move that brings a primary cell to its required level is a certificate that anyone can check by adding
up, without trusting a solver. The cheapest move over cells that are still published says what else must be hidden
(the incremental attacker problem of Fischetti & Salazar-González 2001, section 3; Kelly, Golden & Assad 1992).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from sdw.disclosure.certificates.intruders import DELIVERERS, EVERYONE, PUBLIC, STILL, Owned, type_mask
from sdw.disclosure.certificates.neighbourhoods import Neighbourhoods, neighbourhoods
from sdw.disclosure.solver import INFINITE, Infeasible, Model, Program
from sdw.disclosure.system import LinearSystem, type_bool, type_float, type_int

UP, DOWN = 0, 1


@dataclass(frozen=True, slots=True)
class Goal:
    """A primary cell (number within its block) that must be able to go UP or DOWN to its required level."""

    cell: int
    way: int


@dataclass(frozen=True, slots=True)
class Move:
    """A change of inner values (`at`, `by`) and the change of cells that follows from it (`cells`, `change`).

    blind: the deliverers who know that it is not so, because it changes what they delivered: it proves nothing
    to them.
    """

    at: type_int
    by: type_float
    cells: type_int
    change: type_float
    blind: int = 0


class Block:
    """One block of a system with a pattern under construction, and the moves that prove its primaries safe."""

    def __init__(self, system: LinearSystem, cells: type_int, columns: type_int, hidden: type_bool) -> None:
        facts = system.cells
        self.near = _near(system, columns)
        self._within = [np.isin(np.arange(len(columns)), window) for window in self.near]
        self.cells, self.columns = cells, columns
        self.matrix = sparse.csr_array(system.matrix[cells][:, columns])
        self._by_column = sparse.csc_array(self.matrix)
        self.inner = system.inner[columns]
        self.hidden = hidden[cells].copy()
        self.value, self.cost = facts.value[cells], facts.cost[cells]
        self.known, self.primary = facts.known[cells] & ~self.hidden, facts.primary[cells]
        self.fixed = self.primary | facts.frozen[cells]
        self.need = np.stack([facts.upper[cells] - self.value, self.value - facts.lower[cells]])
        self.floor = np.where(facts.nonnegative[cells], -self.value, -INFINITE)
        # Of a copy: to ask for the least puts the columns of a cell in order, and `_neighbourhood_of` starts from
        # the first.
        least = self._by_column.tocsr().min(axis=1).toarray().ravel()
        self.binding = facts.nonnegative[cells] & (least < 0)
        self.moves: list[Move] = []
        owner = np.full(len(columns), -1, dtype=np.int64) if system.owner is None else system.owner[columns]
        self.owned = Owned(self.matrix, self.inner, self.value, owner)
        self.asked = np.zeros((2, len(cells)), dtype=np.uint64)
        protected = np.flatnonzero(self.primary)
        self.asked[:, protected] = self.owned.against(protected)
        self.asked[self.need <= 0] = 0
        self.left = self.asked.copy()
        self.loose = self.asked.max(axis=0)
        self._windows: dict[bytes, _Window] = {}
        self._plan: Neighbourhoods | None = None

    def part(self, columns: type_int) -> Any:
        """The matrix of some columns, by row."""
        return self._by_column[:, columns].tocsr()

    def open_goals(self) -> list[Goal]:
        """Goals without proof for the public, the greatest need first."""
        return self.goals(PUBLIC)

    def goals(self, mask: int) -> list[Goal]:
        """Goals without proof for some of these intruders, the greatest need first."""
        way, cell = np.nonzero(self.left & np.uint64(mask))
        order = np.lexsort((cell, way, -self.need[way, cell]))
        return [Goal(int(cell[i]), int(way[i])) for i in order]

    def proven(self, goal: Goal, mask: int = PUBLIC) -> bool:
        """Is there a move for this goal, for each of these intruders (the public alone, if left out)?"""
        return not self.lacking(goal) & mask

    def lacking(self, goal: Goal) -> int:
        """The intruders for whom a goal has no proof yet."""
        return int(self.left[goal.way, goal.cell])

    def reach(self, goal: Goal) -> None:
        """Find a cheap move to a goal, keep it, and hide the published cells that it changes.

        Raises Infeasible when no choice of hidden cells can protect this primary.
        """
        if not self.go(goal, np.inf):
            raise Infeasible("no move")

    def go(self, goal: Goal, most: float, still: int = 0) -> bool:
        """Find a move to a goal that costs at most `most`, keep it, and hide what it changes; tells whether
        there is.

        still: deliverers of whom nothing may change.
        """
        move = self._solve(goal, most, still)
        if move is not None:
            self._take(move)
        return move is not None

    def _take(self, move: Move) -> None:
        self.hide(cell for cell in move.cells.tolist() if not self.hidden[cell])
        self._keep(move)

    def release(self, known: type_bool) -> bool:
        """From now on only these cells may not be hidden; tells whether that differs. Proofs stay valid."""
        known = known & ~self.hidden
        if (known == self.known).all():
            return False
        self.known = known
        self._windows.clear()
        return True

    def hide(self, which: Iterable[int]) -> None:
        """Hide cells; all proofs stay valid."""
        for cell in which:
            self.hidden[cell] = True
            for window in self._windows.values():
                window.bound(cell, self.floor[cell], INFINITE)

    def try_publish(self, cell: int) -> bool:
        """Publish a hidden cell if every primary can still be proven safe without it; tell whether it was done."""
        before, left, loose = len(self.moves), self.left.copy(), self.loose.copy()
        self.hidden[cell] = False
        for window in self._windows.values():
            window.bound(cell, 0.0, 0.0)
        valid = [move for move in self.moves if self.hidden[move.cells].all()]
        if len(valid) < before:
            self.left, self.loose = self.asked.copy(), self.asked.max(axis=0)
            for move in valid:
                self._credit(move)
            again = self._again(left, loose)
            if not again:
                del self.moves[before:]
                self.left, self.loose = left, loose
                self.hide([cell])
            return again
        return True

    def _again(self, left: type_mask, loose: type_mask) -> bool:
        """Prove once more, without hiding anything, what was proven before; tell whether that can be."""
        for goal in self.goals(EVERYONE):
            lost = self.lacking(goal) & ~int(left[goal.way, goal.cell])
            while lost:
                some = lost & DELIVERERS
                if not (some and self.go(goal, STILL, some)) and not self.go(goal, STILL, some & -some):
                    return False
                before, lost = lost, self.lacking(goal) & ~int(left[goal.way, goal.cell])
                if lost == before:  # a move that says nothing to those it was sought for
                    return False
        return not (self.loose & ~loose).any()

    def keep(self, columns: type_int, found: type_float) -> None:
        """Keep a change of inner values as a move, with all that it proves."""
        self._keep(self._move(columns, found))

    def _keep(self, move: Move) -> None:
        self.moves.append(move)
        self._credit(move)

    def _credit(self, move: Move) -> None:
        left = self.left[:, move.cells]
        both = np.stack([move.change, -move.change])
        left[both >= self.need[:, move.cells] - STILL] &= np.uint64(move.blind)
        self.left[:, move.cells] = left
        self.loose[move.cells[np.abs(move.change) >= 1 - STILL]] &= np.uint64(move.blind)

    def _solve(self, goal: Goal, most: float, still: int) -> Move | None:
        """A move to a goal that costs at most `most`, sought nearby first; or nothing.

        One that proves nothing to those for whom it is sought (of somebody's own more would be left than of all) is
        no answer: a wider window has another.
        """
        for number, window in enumerate(self._neighbourhood_of(goal.cell)):
            everywhere = number > 0 and len(window.columns) == len(self.columns)
            if everywhere and most == np.inf and not self._possible(goal, still):
                return None
            found = window.move(self, goal, most, still)
            if found is None:
                continue
            move = self._move(window.columns, found)
            if not still or move.blind & still != still:
                return move
        return None

    def _possible(self, goal: Goal, still: int) -> bool:
        """Is there a move at all, with everything hidden that may be? Far quicker told than the cheapest move."""
        used = np.diff(self.matrix.indptr) > 0
        rows = np.flatnonzero((self.known | self.binding) & used)
        floor = np.where(self.known[rows], 0.0, self.floor[rows])
        most = np.where(self.known[rows], 0.0, INFINITE)
        sign = 1.0 if goal.way == UP else -1.0
        fixed = self.owned.of(still, np.arange(len(self.inner)))
        program = Program(
            sparse.vstack([self.matrix[rows], sign * self.matrix[[goal.cell]]]),
            np.append(floor, self.need[goal.way, goal.cell]),
            np.append(most, INFINITE),
            np.where(fixed, 0.0, -self.inner),
            np.where(fixed, 0.0, INFINITE),
        )
        try:
            program.model().minimum(np.zeros(len(self.inner)))
        except Infeasible:
            return False
        return True

    def _move(self, columns: type_int, found: type_float) -> Move:
        by = np.where(np.abs(np.rint(found) - found) < 1e-7, np.rint(found), found)
        at = np.flatnonzero(by)
        change = self._by_column[:, columns[at]] @ by[at]
        cells = np.flatnonzero(np.abs(change) > STILL)
        return Move(columns[at], by[at], cells, change[cells], self.blind(columns[at], cells, change[cells]))

    def blind(self, at: type_int, cells: type_int, change: type_float) -> int:
        """The deliverers to whom a change of these inner values and cells proves nothing."""
        signed = self.binding[cells]
        return self.owned.touched(at) | self.owned.too_low(cells[signed], change[signed])

    def _around(self, first: type_int) -> Iterator[type_int]:
        """Sets of columns around a column: those of its families where these are known."""
        if self.near:
            yield from (window for window, has in zip(self.near, self._within, strict=True) if has[first].all())
            yield np.arange(len(self.columns))
            return
        if self._plan is None:
            self._plan = neighbourhoods(self.matrix, self.known, self.hidden)
        yield from self._plan.around(first)

    def _neighbourhood_of(self, cell: int) -> Iterator[_Window]:
        """Windows around a cell: small, wider, and the whole block."""
        first = self.matrix.indices[self.matrix.indptr[cell] :][:1]
        for columns in self._around(first):
            yield self._window(columns)

    def _window(self, columns: type_int) -> _Window:
        return self._windows.setdefault(columns.tobytes(), _Window(columns))


def _near(system: LinearSystem, columns: type_int) -> list[type_int]:
    """The columns of a block that belong to each set of families, smallest first."""
    if system.family is None:
        return []
    family = system.family[columns]
    found = [np.flatnonzero(np.isin(family, families)) for families in system.near]
    return sorted((window for window in found if len(window)), key=len)


class _Window:
    """The moves within some columns of a block: one program, warm from goal to goal."""

    def __init__(self, columns: type_int) -> None:
        self.columns = columns
        self._row: dict[int, int] = {}
        self._model: Model | None = None

    def bound(self, cell: int, low: float, high: float) -> None:
        """Set how far a cell may change, if this window has it and was used before."""
        if self._model is not None and cell in self._row:
            self._model.bound_row(self._row[cell], low, high)

    def move(self, block: Block, goal: Goal, most: float, still: int = 0) -> type_float | None:
        """The cheapest move to a goal within this window that costs at most `most`, or nothing.

        still: deliverers of whom nothing may change.
        """
        model = self._model or self._start(block)
        if goal.cell not in self._row:
            return None
        need = float(block.need[goal.way, goal.cell])
        floor = float(block.floor[goal.cell])
        fixed = np.flatnonzero(block.owned.of(still, self.columns)) if still else np.zeros(0, dtype=np.int64)
        self.bound(goal.cell, *((need, INFINITE) if goal.way == UP else (floor, -need)))
        model.bound_columns(fixed, np.zeros(len(fixed)), np.zeros(len(fixed)))
        try:
            found = model.least(most)
        except Infeasible:
            found = None
        model.bound_columns(fixed, -block.inner[self.columns[fixed]], np.full(len(fixed), INFINITE))
        self.bound(goal.cell, floor, INFINITE)
        return None if found is None else found[: len(self.columns)]

    def _start(self, block: Block) -> Model:
        """Variables: the move, then up and down change of every cell that could still be hidden."""
        part = block.part(self.columns)
        rows = np.flatnonzero(np.diff(part.indptr) > 0)
        self._row = {int(cell): number for number, cell in enumerate(rows.tolist())}
        may = np.flatnonzero(~(block.known | block.fixed)[rows])
        size, width, loose = len(rows), len(self.columns), len(may)
        change = sparse.csr_array((np.ones(loose), (may, np.arange(loose))), shape=(size, loose))
        hidden, floor = block.hidden[rows], block.floor[rows]
        self._model = Program(
            sparse.hstack([part[rows], -change, change]),
            np.where(hidden, floor, 0.0),
            np.where(hidden, INFINITE, 0.0),
            np.concatenate([-block.inner[self.columns], np.zeros(2 * loose)]),
            np.concatenate([np.full(width + loose, INFINITE), np.abs(block.value[rows][may])]),
        ).model()
        price = np.maximum(block.cost[rows][may], 1e-3)
        self._model.set_cost(np.concatenate([np.zeros(width), price, price]))
        return self._model
