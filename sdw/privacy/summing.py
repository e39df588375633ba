"""Sums over a choice of cells (several regions, several methods) that tell nothing new.

Subtracting two multi-select sums would undo all protection. So a sum is shown only when everybody could make it
from shown cells; otherwise the range that an attacker already knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from sdw.privacy.attacker import EXACT, Public, attack


@dataclass(frozen=True, slots=True)
class Sum:
    """From `low` to `high` people; both are the same when the sum follows from shown cells."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        """May be shown as one number."""
        return self.low == self.high


def of(view: Public, parts: Sequence[int], total: int | None = None, rest: Sequence[int] = ()) -> Sum:
    """The sum of `parts` (numbers of cells that do not overlap), or the range that is public already.

    total, rest: a cell that holds exactly the parts and the rest, for "total minus the rest".
    Raises ValueError when parts overlap, or the parts and the rest do not make the total.
    """
    row = _row(view, parts)
    if view.shown[list(parts)].all():
        return _point(float(view.value[list(parts)].sum()))
    if total is not None:
        whole = _row(view, [total]) - row - _row(view, rest)
        if abs(whole).max() > EXACT:
            raise ValueError("the parts and the rest do not make the total")
        if view.shown[[total, *rest]].all():
            return _point(float(view.value[total] - view.value[list(rest)].sum()))
    more = replace(
        view,
        matrix=sparse.csr_array(sparse.vstack([view.matrix, row])),
        value=np.append(view.value, np.nan),
        shown=np.append(view.shown, False),
        nonnegative=np.append(view.nonnegative, bool(view.nonnegative[list(parts)].all())),
        least=np.append(view.low, -np.inf),
        most=np.append(view.high, np.inf),
    )
    found = attack(more, [len(view.value)])
    return Sum(float(found.low[0]), float(found.high[0]))


def _point(value: float) -> Sum:
    return Sum(value, value)


def _row(view: Public, cells: Sequence[int]) -> sparse.csr_array:
    rows = sparse.csr_array(view.matrix)[list(cells)]
    summed = sparse.csr_array(rows.sum(axis=0).reshape(1, -1))
    if rows.nnz and (abs(rows).sum(axis=0) > abs(rows).max(axis=0).toarray().ravel()).any():
        raise ValueError("parts overlap: someone would be counted twice")
    return summed
