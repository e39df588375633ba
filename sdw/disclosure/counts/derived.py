"""Rows of the system for counts that are never shown, but must not follow from what is.

Of the nation: counts over too few regions. Of regions: counts that were not delivered as a number and follow from
others (`implied`). Only those that are small, or tell what became of people, need a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from scipy import sparse

from sdw.disclosure.counts.attacker_knowledge import Rows, part_of
from sdw.disclosure.counts.composition import Counts, keys_of, national
from sdw.disclosure.counts.implied import implied
from sdw.disclosure.counts.relations_of_region import Terms
from sdw.reference.dimensions import Key


def beside(rows: Rows, counts: Counts, threshold: int) -> tuple[Rows, sparse.csr_array]:
    """The same rows, with those of counts that are never shown after them; and rows that are nothing, as anybody
    can work out by going past what was not delivered.

    What follows about a count of a region is in `composition` and `place` from here on too, whatever its size.
    """
    few, few_keys = national(counts.few, rows.composition, rows.place)
    shown = {key: rows.place[key] for key in rows.number if key in rows.place}
    value = dict(zip(keys_of(counts.cells), counts.cells["value"].astype(float).tolist(), strict=True))
    found = implied({key: value[key] for key in shown}, counts.absent, counts.empty)
    single = _combined([terms for _, terms in found.single], rows)
    sums = _combined(found.sums, rows)
    keys = [*few_keys, *(key for key, _ in found.single)]
    every = sparse.csr_array(sparse.vstack([few, single, sums]))
    amount = every @ rows.atoms
    size = len(keys)
    needed = np.array([bool(part_of(key)) for key in keys] + [False] * (every.shape[0] - size), dtype=bool)
    use = np.flatnonzero(needed | ((amount > 0) & (amount < threshold)))
    start = rows.published.shape[0]
    place = {key: rows.composition.shape[0] + number for number, (key, _) in enumerate(found.single)}
    more = replace(
        rows,
        composition=sparse.csr_array(sparse.vstack([rows.composition, single])),
        place={**rows.place, **place},
        number={**rows.number, **{keys[row]: start + at for at, row in enumerate(use.tolist()) if row < size}},
        covered={**rows.covered, **{cell.key: cell.covered for cell in counts.few}},
        published=sparse.csr_array(sparse.vstack([rows.published, every[use]])),
    )
    balances = _combined(found.balances, rows)
    balances.eliminate_zeros()
    return more, sparse.csr_array(balances[np.flatnonzero(np.diff(balances.indptr) > 0)])


def values(rows: Rows, keys: Iterable[Key]) -> Mapping[Key, float]:
    """What these counts come to, as far as they are known."""
    amount = rows.composition @ rows.atoms
    return {key: float(amount[rows.place[key]]) for key in keys if key in rows.place}


def _combined(terms: Iterable[Terms], rows: Rows) -> sparse.csr_array:
    """Combinations of known counts as rows over atoms."""
    every = list(terms)
    at = [number for number, one in enumerate(every) for _ in one]
    columns = [rows.place[key] for one in every for key in one]
    by = [times for one in every for times in one.values()]
    pick = sparse.csr_array((by, (at, columns)), shape=(len(every), rows.composition.shape[0]))
    return sparse.csr_array(pick @ rows.composition)
