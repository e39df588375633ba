"""Which cells need protection in themselves, and how wide their range must stay.

Small counts (Hundepool et al. 2012, section 4.2.1), zeros that would say that none or all of a group have an
outcome (group disclosure), and sums of ones (a person who is the only one in a cell knows that cell; Langsrud 2024,
section 4, method "subSum").
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy import sparse

from sdw.disclosure.system import LinearSystem, type_bool, type_int

LARGEST_CONSPIRACY = 6  # ones in one group that may add up what they know


@dataclass(frozen=True, slots=True)
class Shares:
    """Cells that are read as parts of a group: `part[i]` of `whole[i]`, both as numbers of cells.

    telling: zeros of groups that are known to be non-empty from something else than a whole in the system.
    """

    part: type_int
    whole: type_int
    telling: type_int = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


def small(system: LinearSystem, threshold: int) -> type_bool:
    """Counts from 1 to threshold − 1; a true zero stays visible, and what is known anyway cannot be protected."""
    value = system.cells.value
    return np.asarray((value > 0) & (value < threshold) & ~system.cells.known & system.cells.nonnegative)


def extremes(system: LinearSystem, shares: Shares) -> type_bool:
    """Zeros that would show 0% of a group of at least one person (give complements as parts for 100%)."""
    value = system.cells.value
    flags = np.zeros(system.size, dtype=bool)
    flags[shares.part[(value[shares.part] == 0) & (value[shares.whole] > 0)]] = True
    flags[shares.telling] = True
    return flags


def mark(system: LinearSystem, threshold: int, shares: Shares | None = None) -> LinearSystem:
    """Flag all primaries, each with its required range: from at most value − 1 (a zero: 0) to at least threshold.

    threshold: at least 3, so that two people can never be told apart from the rest.
    """
    if threshold < 3:
        raise ValueError("a threshold below 3 protects nobody")
    value, cells = system.cells.value, system.cells
    zero = np.zeros(system.size, dtype=bool) if shares is None else extremes(system, shares)
    primary = small(system, threshold) | zero
    return system.with_cells(
        primary=primary,
        known=cells.known & ~zero,
        lower=np.where(primary, np.maximum(value - 1, 0), value),
        upper=np.where(primary, float(threshold), value),
    )


def with_ones(system: LinearSystem, threshold: int) -> LinearSystem:
    """Protect sums of ones too: within a shown cell, the ones of one table are not enough cover for each other."""
    cells = system.cells
    ones = np.flatnonzero(cells.primary & (cells.value == 1) & ~cells.virtual)
    shared = sparse.coo_array(abs(system.matrix[ones]) @ abs(system.matrix).T)
    size = np.diff(system.matrix.indptr)
    one, whole = ones[shared.row], shared.col
    inside = (shared.data == size[one]) & (size[whole] > size[one])
    groups: dict[tuple[int, int], list[int]] = {}
    for cell, parent in zip(one[inside].tolist(), whole[inside].tolist(), strict=True):
        groups.setdefault((parent, int(cells.group[cell])), []).append(cell)
    sets = sorted({tuple(sorted(found)) for found in groups.values() if 1 < len(found) <= LARGEST_CONSPIRACY})
    if not sets:
        return system
    number = np.repeat(np.arange(len(sets)), [len(found) for found in sets])
    pick = sparse.csr_array((np.ones(len(number)), (number, np.concatenate(sets))), shape=(len(sets), system.size))
    rows = sparse.csr_array(pick @ system.matrix)
    total = rows @ system.inner
    return system.with_sums(rows, total - 1, total - 1 + threshold)
