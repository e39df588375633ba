"""Secondary suppression by Gauss elimination (Langsrud 2024, doi:10.1007/978-3-031-69651-0_6).

Cells are published one by one, the costliest first. A cell that would make a primary cell a linear combination
of published cells stays hidden. Langsrud eliminates columns of `X`; here the same decisions are taken in the
space of relations between cells, which is far smaller: a cell must stay hidden exactly when it and a primary
cell are the only two unpublished cells of some relation. The outcome does not depend on the pivots.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from sdw.disclosure import relations
from sdw.disclosure.relations import PRIME, Row, subtract
from sdw.disclosure.system import LinearSystem, type_bool, type_int


def candidate_order(system: LinearSystem) -> type_int:
    """Cells in the order in which they are published: zeros first, then descending cost.

    As `CandidatesDefault` of the R package GaussSuppression 1.2: (value + 1) × weight, ties for cells with much
    in common with other cells, then the given order.
    """
    cells = system.cells
    rank = (np.abs(cells.value) + 1) * cells.weight
    tie = np.abs(system.matrix @ (system.matrix.T @ rank))
    key = rank + 0.99 * tie / tie.max(initial=1e-300)
    zero = cells.value == 0
    key[zero] += 0.01 + key.max(initial=0.0)
    first = np.where(cells.known, 0, 1)
    return np.lexsort((np.arange(len(key)), -key, first)).astype(np.int64)


def gauss(system: LinearSystem, order: type_int | None = None) -> tuple[type_bool, type_bool]:
    """Hidden cells (primary, frozen and secondary) and the primary cells that known cells give away.

    Protects against linear combinations of published cells only: not against bounds (see `protect`).
    """
    cells = system.cells
    tableau = _Tableau.of(relations.of(system.matrix), cells.primary)
    hidden = cells.primary | cells.frozen
    given_away = np.zeros(system.size, dtype=bool)
    for cell in (candidate_order(system) if order is None else order).tolist():
        if cells.primary[cell] or cells.frozen[cell]:
            continue
        exposed = tableau.exposed_by(cell)
        if exposed and not cells.known[cell]:
            hidden[cell] = True
            continue
        for other in exposed:
            given_away[other] = True
            tableau.primary.discard(other)
        tableau.publish(cell)
    return hidden, given_away


@dataclass(slots=True)
class _Tableau:
    """Relations in solved form: each row gives one unpublished cell by others; published cells are gone."""

    primary: set[int]
    rows: dict[int, Row] = field(default_factory=dict)  # basic cell -> its relation, itself (factor 1) left out
    uses: dict[int, set[int]] = field(default_factory=dict)  # other cell -> basic cells whose row has it

    @staticmethod
    def of(found: list[Row], primary: type_bool) -> _Tableau:
        tableau = _Tableau(set(np.flatnonzero(primary).tolist()))
        for relation in found:
            row = dict(relation)
            for basic in [cell for cell in row if cell in tableau.rows]:
                factor = row.pop(basic)
                subtract(row, factor, tableau.rows[basic])
            if row:
                tableau._solve(row)
        return tableau

    def _solve(self, row: Row) -> None:
        """Add a relation (cell → factor, no basic cells), solved for the cell that fewest rows use."""
        basic = min(row, key=lambda cell: (len(self.uses.get(cell, ())), cell))
        scale = pow(row.pop(basic), -1, PRIME)
        solved = {cell: value * scale % PRIME for cell, value in row.items()}
        for other in self.uses.pop(basic, set()):
            self._replace(other, basic, solved)
        self.rows[basic] = solved
        for cell in solved:
            self.uses.setdefault(cell, set()).add(basic)

    def _replace(self, other: int, basic: int, solved: Row) -> None:
        """Put the solved form of `basic` into the row of another cell, touching only what changes."""
        row, uses = self.rows[other], self.uses
        factor = row.pop(basic)
        for cell, value in solved.items():
            old = row.get(cell)
            if old is None:
                row[cell] = -factor * value % PRIME
                uses.setdefault(cell, set()).add(other)
                continue
            rest = (old - factor * value) % PRIME
            if rest:
                row[cell] = rest
            else:
                del row[cell]
                uses[cell].discard(other)

    def _unlink(self, basic: int) -> None:
        for cell in self.rows[basic]:
            if cell in self.uses:
                self.uses[cell].discard(basic)

    def exposed_by(self, cell: int) -> list[int]:
        """Primary cells that would be the only unpublished cell of a relation if `cell` were published."""
        if cell not in self.rows:
            return [b for b in self.uses.get(cell, ()) if b in self.primary and len(self.rows[b]) == 1]
        row = self.rows[cell]
        if not row:
            return []
        exposed = [other for other in row if len(row) == 1 and other in self.primary]
        rare = min(row, key=lambda other: len(self.uses[other]))
        for basic in self.uses[rare]:
            if basic in self.primary and basic != cell and _proportional(self.rows[basic], row):
                exposed.append(basic)
        return exposed

    def publish(self, cell: int) -> None:
        """Take a cell out: it is known from now on."""
        if cell not in self.rows:
            for basic in self.uses.pop(cell, set()):
                del self.rows[basic][cell]
            return
        self._unlink(cell)
        row = self.rows.pop(cell)
        if row:
            self._solve(row)


def _proportional(one: Row, two: Row) -> bool:
    if len(one) != len(two) or one.keys() != two.keys():
        return False
    first = next(iter(one))
    a, b = one[first], two[first]
    return all((value * b - two[cell] * a) % PRIME == 0 for cell, value in one.items())
