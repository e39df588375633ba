"""What anybody can set up from published figures alone: no store, no withheld value, no batch is read here.

Relations that everybody knows: totals, the nation over the regions that have a value, `uitgevoerd` = `beginstand` +
`gestart`, the ledger of a region, and that no more people are placed than were carried out. The unknowns are those
of `unknowns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from sdw.privacy.attacker import Public
from sdw.privacy.issues import Issue, Key, Labels, Same
from sdw.privacy.system import type_int
from sdw.privacy.unknowns import Reader, Sum, added


@dataclass(frozen=True, slots=True)
class Open:
    """The public system. keys: of each of its first rows, the number of the edition and the published cell."""

    view: Public
    keys: tuple[tuple[int, Key], ...]

    @property
    def hidden(self) -> type_int:
        """Rows of the cells that are withheld."""
        return np.flatnonzero(~self.view.shown[: len(self.keys)])


def opened(issues: Sequence[Issue], same: Same | None = None) -> Open:
    """The system of one edition, or of several together.

    same: what the attacker takes to be the same in several editions; what anybody can see, if left out.
    """
    labels = same or Labels(issues, alike=True)
    columns: dict[tuple[object, ...], int] = {}
    rows: list[tuple[Sum, float, float]] = []
    keys: list[tuple[int, Key]] = []
    relations: list[tuple[Sum, float, float]] = []
    for number, issue in enumerate(issues):
        reader = Reader(number, issue, labels, columns)
        for cell in issue.cells:
            rows.append((reader.row(cell), *cell.range))
            keys.append((number, cell.key))
        relations += [(terms, value, value) for terms, value in reader.relations()]
        relations += [(added([reader.of(key) for key in parts]), value, value) for parts, value in issue.sums]
    return Open(_view(rows + relations, len(columns)), tuple(keys))


def _view(rows: Sequence[tuple[Sum, float, float]], width: int) -> Public:
    numbers = [row for row, (terms, _, _) in enumerate(rows) for _ in terms]
    at = [column for terms, _, _ in rows for column in terms]
    by = [factor for terms, _, _ in rows for factor in terms.values()]
    matrix = sparse.csr_array((by, (numbers, at)), shape=(len(rows), width))
    low = np.array([low for _, low, _ in rows], dtype=np.float64)
    high = np.array([high for _, _, high in rows], dtype=np.float64)
    shown = low == high
    nonnegative = matrix.min(axis=1).toarray().ravel() >= 0
    return Public(matrix, np.where(shown, low, np.nan), shown, nonnegative, low, high)
