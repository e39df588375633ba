"""What anybody can set up from published figures alone: no store, no withheld value, no batch is read here.

Relations that everybody knows: totals, the nation over the regions that have a value, what is made of
counts (`measures.MADE`), the ledger of a region, and that no part is more than its whole. The unknowns are those
of `unknowns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from sdw.disclosure.intervals import Public
from sdw.disclosure.public.public_unknowns import Reader, Sum, added
from sdw.disclosure.public.releases import Labels, Release, Same
from sdw.disclosure.solver import INFINITE, Infeasible, Program
from sdw.disclosure.system import lowest, type_int
from sdw.reference.dimensions import Key


@dataclass(frozen=True, slots=True)
class Open:
    """The public system. keys: of each of its first rows, the number of the edition and the published cell.

    absent: the rows of cells that are published without a number.
    """

    view: Public
    keys: tuple[tuple[int, Key], ...]

    absent: frozenset[int] = frozenset()

    @property
    def hidden(self) -> type_int:
        """Rows of the cells that are withheld."""
        return np.array([row for row in self._open if row not in self.absent], dtype=np.int64)

    @property
    def without(self) -> type_int:
        """Rows of the cells that are published without a number, and may follow from others."""
        used = np.bincount(self.view.matrix.indices, minlength=self.view.matrix.shape[1])
        span = self.view.matrix.indptr
        bound = [row for row in self._open if row in self.absent]
        bound = [row for row in bound if (used[self.view.matrix.indices[span[row] : span[row + 1]]] > 1).all()]
        return np.array(bound, dtype=np.int64)

    @property
    def _open(self) -> list[int]:
        return [int(row) for row in np.flatnonzero(~self.view.shown[: len(self.keys)])]

    @property
    def possible(self) -> bool:
        """Can all that is published be so at once?"""
        view = self.view
        width = view.matrix.shape[1]
        try:
            Program(view.matrix, view.low, view.high, np.zeros(width), np.full(width, INFINITE)).model().minimum(
                np.zeros(width)
            )
        except Infeasible:
            return False
        return True


def opened(releases: Sequence[Release], same: Same | None = None) -> Open:
    """The system of one edition, or of several together.

    same: what the attacker takes to be the same in several editions; what anybody can see, if left out.
    """
    labels = same or Labels(releases, alike=True)
    columns: dict[tuple[object, ...], int] = {}
    rows: list[tuple[Sum, float, float]] = []
    keys: list[tuple[int, Key]] = []
    relations: list[tuple[Sum, float, float]] = []
    absent: set[int] = set()
    for number, release in enumerate(releases):
        reader = Reader(number, release, labels, columns)
        for cell in release.cells:
            if cell.absent:
                absent.add(len(rows))
            rows.append((reader.row(cell), *cell.range))
            keys.append((number, cell.key))
        relations += [(terms, value, value) for terms, value in reader.relations()]
        relations += [(added([reader.of(key) for key in parts]), value, value) for parts, value in release.sums]
    return Open(_view(rows + relations, len(columns)), tuple(keys), frozenset(absent))


def _view(rows: Sequence[tuple[Sum, float, float]], width: int) -> Public:
    numbers = [row for row, (terms, _, _) in enumerate(rows) for _ in terms]
    at = [column for terms, _, _ in rows for column in terms]
    by = [factor for terms, _, _ in rows for factor in terms.values()]
    matrix = sparse.csr_array((by, (numbers, at)), shape=(len(rows), width))
    low = np.array([low for _, low, _ in rows], dtype=np.float64)
    high = np.array([high for _, _, high in rows], dtype=np.float64)
    shown = low == high
    nonnegative = lowest(matrix) >= 0
    return Public(matrix, np.where(shown, low, np.nan), shown, nonnegative, low, high)
