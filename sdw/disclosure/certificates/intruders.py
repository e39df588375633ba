"""Who may come to know too much: the public, and everybody who delivered a part of the counts.

A deliverer knows all its own inner counts, so a small count is safe from it only when another explanation leaves
these as they are. This is what the rules for singletons (tau-Argus; Hundepool et al. 2012, section 4.4) and for
contributors (GaussSuppression, Langsrud 2024, section 5) are for; here each intruder is asked about by itself,
and answered by a move that can be checked by adding up.

Sets of intruders are 64-bit masks: one bit for each deliverer, and the highest for the public.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

type_mask = NDArray[np.uint64]

NOBODY = -1
MOST = 63  # deliverers in one mask
PUBLIC = 1 << MOST
DELIVERERS = PUBLIC - 1
EVERYONE = PUBLIC | DELIVERERS
STILL = 1e-6


def bits(mask: int) -> Iterator[int]:
    """The deliverers in a mask, in order."""
    number = 0
    while mask := mask & ~PUBLIC:
        low = mask & -mask
        number = low.bit_length() - 1
        yield number
        mask ^= low


def count(owner: NDArray[np.int64]) -> int:
    """How many deliverers there are: one more than the highest number."""
    found = int(owner.max(initial=NOBODY)) + 1
    if found > MOST:
        raise ValueError(f"at most {MOST} deliverers, not {found}")
    return found


def separating(mask: int, size: int) -> list[int]:
    """Few sets of deliverers such that of every two some set has the first and not the second."""
    width = max(size - 1, 0).bit_length()
    sets = []
    for bit in range(width):
        one = sum(1 << number for number in bits(mask) if number >> bit & 1)
        sets += [one, mask & ~PUBLIC & ~one]
    return [one for one in sets if one]


class Owned:
    """What each deliverer has in the cells of a system.

    matrix: cells × inner. owner: of each inner value, the number of who delivered it (NOBODY: no one).
    """

    def __init__(
        self, matrix: Any, inner: NDArray[np.float64], value: NDArray[np.float64], owner: NDArray[np.int64]
    ):
        self.owner = owner
        self.size = count(owner)
        has = np.flatnonzero(owner >= 0)
        member = sparse.csr_array(
            (np.ones(len(has)), (has, owner[has])), shape=(len(owner), self.size), dtype=np.float64
        )
        self._touch = sparse.csr_array(abs(matrix) @ member)
        self._amount = sparse.csr_array(matrix @ sparse.csr_array(member * inner[:, None]))
        self._value = value
        self._alone = np.diff(self._touch.indptr) == 1
        self._alone &= np.asarray(abs(matrix).sum(axis=1)).ravel() == np.asarray(self._touch.sum(axis=1)).ravel()

    @property
    def everyone(self) -> int:
        """The public and all deliverers."""
        return PUBLIC | ((1 << self.size) - 1)

    def against(self, cells: NDArray[np.int64]) -> type_mask:
        """From whom each of these cells is to be kept: the public, and who does not know it anyway.

        Who delivered all of it knows it, and who delivered every person in it leaves nobody to protect.
        """
        masks = np.full(len(cells), self.everyone, dtype=np.uint64)
        for number, cell in enumerate(cells.tolist()):
            span = slice(self._touch.indptr[cell], self._touch.indptr[cell + 1])
            known = 0
            if self._alone[cell]:
                known = 1 << int(self._touch.indices[span][0])
            elif self._value[cell] > 0:
                mine = slice(self._amount.indptr[cell], self._amount.indptr[cell + 1])
                for one, amount in zip(self._amount.indices[mine], self._amount.data[mine], strict=True):
                    if amount >= self._value[cell] - STILL:
                        known |= 1 << int(one)
            masks[number] = np.uint64(self.everyone & ~known)
        return masks

    def touched(self, columns: NDArray[np.int64]) -> int:
        """Who knows that a change of these inner values is not so: it changes their own."""
        mask = 0
        for one in np.unique(self.owner[columns]).tolist():
            mask |= 1 << one if one >= 0 else 0
        return mask

    def of(self, mask: int, columns: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of these inner values are of deliverers in a mask."""
        return np.isin(self.owner[columns], list(bits(mask)))

    def too_low(self, cells: NDArray[np.int64], change: NDArray[np.float64]) -> int:
        """Who sees that others would be fewer than none: of what cannot be below zero less than their own."""
        mask = 0
        for cell, by in zip(cells.tolist(), change.tolist(), strict=True):
            left = self._value[cell] + by
            span = slice(self._amount.indptr[cell], self._amount.indptr[cell + 1])
            for one in self._amount.indices[span][self._amount.data[span] > left + STILL].tolist():
                mask |= 1 << one
        return mask
