"""Protect a system: Gauss elimination, attack, repair, attack again, until it holds. Fail closed.

Sources: Langsrud (2024) for the first pattern; Fischetti & Salazar-González (2001) for the attacker problems;
Hundepool et al. (2012), chapter 4, for protection levels and audit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sdw.disclosure.certificates import deliverers
from sdw.disclosure.certificates.audit import audited
from sdw.disclosure.certificates.batch_certificates import prove_together
from sdw.disclosure.certificates.certificates import Block
from sdw.disclosure.certificates.intruders import DELIVERERS, PUBLIC, type_mask
from sdw.disclosure.secondary import gauss
from sdw.disclosure.solver import Infeasible
from sdw.disclosure.system import LinearSystem, blocks, type_bool, type_int

TIDY = 1000


class Unprotected(RuntimeError):  # noqa: N818
    """Some primary cells are not protected by any allowed pattern: nothing may be published. `cells`: which."""

    def __init__(self, cells: type_int) -> None:
        self.cells = cells
        super().__init__(f"{len(cells)} cells cannot be protected")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is hidden and what is primary (one flag per cell). repaired: cells hidden after Gauss elimination.

    certificates: how many other explanations of the published cells were found and checked by addition.
    exposed: cells of which no certificate tells some deliverer, who knows its own counts, that it can be another
    number.
    narrowed: how many pairs of a cell and a deliverer have no certificate for the whole required range.
    """

    hidden: type_bool
    primary: type_bool
    repaired: int
    certificates: int
    exposed: type_bool
    narrowed: int = 0

    @property
    def secondary(self) -> type_bool:
        """Hidden to protect others."""
        return np.asarray(self.hidden & ~self.primary)


def protect(system: LinearSystem, *, tidy: int = TIDY, prized: type_bool | None = None) -> Pattern:
    """A pattern in which every primary is proven to range from ≤ lower to ≥ upper for an attacker.

    tidy: in systems of at most this many cells, publish again what turns out not to be needed (some percents of
    the cost, for some times the work). prized: cells that are hidden only for a primary that nothing else can cover
    (primaries, and what was hidden before, are hidden all the same). Raises Unprotected when one cell is not
    protected.
    """
    small = system.reduced()
    sparing = small if prized is None else _sparing(small, prized)
    hidden, _ = gauss(sparing)
    repaired = moves = narrowed = 0
    exposed = np.zeros(small.size, dtype=bool)
    failed = _empty(small)
    for cells, columns in blocks(small):
        if not small.cells.primary[cells].any():
            continue
        clean = system.size <= tidy and not failed
        block = Block(sparing, cells, columns, hidden)
        failed += _proven(block, small.cells.known[cells], clean)
        left, loose = audited(block)
        failed += _doubtful(block, left)
        exposed[cells] = loose > 0
        narrowed += sum(int(mask & DELIVERERS).bit_count() for mask in np.bitwise_or(*left).tolist())
        repaired += int((block.hidden & ~hidden[cells]).sum())
        hidden[cells] = block.hidden
        moves += len(block.moves)
    if failed:
        raise Unprotected(np.unique(failed))
    return Pattern(hidden, system.cells.primary, repaired, moves, exposed, narrowed)


def _sparing(system: LinearSystem, prized: type_bool) -> LinearSystem:
    facts = system.cells
    return system.with_cells(known=facts.known | (prized & ~facts.primary & ~facts.frozen))


def _proven(block: Block, known: type_bool, clean: bool) -> list[int]:
    """Give a block a pattern that starts from what it hides; the primaries in it that are not protected.

    known: what may not be hidden even for a primary without other cover (`block.known` has the prized ones too).
    """
    prove_together(block)
    prized = block.known.copy()
    failed = _secure(block)
    if failed and block.release(known):
        failed = _secure(block)
        block.release(prized)
    if not failed:
        deliverers.secure(block, known)
    if clean and not failed:
        _tidy(block)
    return failed


def _empty(small: LinearSystem) -> list[int]:
    """Primaries of which every part is publicly zero: nothing can protect these."""
    nothing = np.diff(small.matrix.indptr) == 0
    open_need = (small.cells.upper > small.cells.value) | (small.cells.lower < small.cells.value)
    return [int(cell) for cell in np.flatnonzero(small.cells.primary & nothing & open_need)]


def _secure(block: Block) -> list[int]:
    failed = []
    for goal in block.open_goals():
        if not block.proven(goal):
            try:
                block.reach(goal)
            except Infeasible:
                failed.append(int(block.cells[goal.cell]))
    return failed


def _tidy(block: Block) -> None:
    for cell in np.argsort(-block.cost, kind="stable").tolist():
        if block.hidden[cell] and not block.fixed[cell]:
            block.try_publish(cell)


def _doubtful(block: Block, left: type_mask) -> list[int]:
    """Primaries without a valid certificate for the public: the last word before publishing."""
    return [int(cell) for cell in block.cells[(left & np.uint64(PUBLIC)).any(axis=0)]]
