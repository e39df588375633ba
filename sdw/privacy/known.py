"""What an attacker may take for granted, and sums that are never shown but protected all the same.

The ledger of a region balances but for a known amount, the end of one period is the start of the next, totals equal
their parts; and of every placement there is a complement: who was carried out and did not get durable work.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from sdw.privacy.composition import Counts, Key
from sdw.privacy.primary import Shares
from sdw.reference import comparisons, periods

_PLACED = "duurzaam_geplaatst"
_LEDGER = {"beginstand": 1.0, "gestart": 1.0, "beeindigd": -1.0, "eindstand": -1.0}


def _signed(terms: list[dict[int, float]], width: int) -> sparse.csr_array:
    rows = [number for number, term in enumerate(terms) for _ in term]
    columns = [column for term in terms for column in term]
    factors = [factor for term in terms for factor in term.values()]
    return sparse.csr_array((factors, (rows, columns)), shape=(len(terms), width))


def balances(
    matrix: sparse.csr_array, number: Mapping[Key, int], covered: Mapping[Key, tuple[str, ...]], atoms: np.ndarray
) -> sparse.csr_array:
    """Ledgers, and the end of one period against the start of the next: known to everybody."""
    terms: list[dict[int, float]] = []
    for key in number:
        measure, region, period, method, group = key
        if measure != "eindstand":
            continue
        ledger = {name: (name, region, period, method, group) for name in _LEDGER}
        if _alike(ledger.values(), number, covered):
            terms.append({number[ledger[name]]: factor for name, factor in _LEDGER.items()})
        following = ("beginstand", region, periods.parse(period).following().code, method, group)
        if _alike((key, following), number, covered):
            terms.append({number[key]: 1.0, number[following]: -1.0})
    return sparse.csr_array(_signed(terms, matrix.shape[0]) @ matrix)


def _alike(keys: Collection[Key], number: Mapping[Key, int], covered: Mapping[Key, tuple[str, ...]]) -> bool:
    """True when all are there and, for the nation, add the same regions."""
    return all(key in number for key in keys) and len({covered.get(key, ()) for key in keys}) == 1


def agreements(counts: Counts, composition: sparse.csr_array) -> sparse.csr_array:
    """Totals that were delivered along two margins: the sum over methods equals the total, and is known to."""
    cells = counts.cells.reset_index(drop=True)
    detail = cells[(cells["method"] != "totaal") & (cells["client_group"] == "totaal")]
    total = cells[(cells["method"] == "totaal") & (cells["client_group"] == "totaal")]
    keys = ["region", "period", "measure"]
    sums = detail.assign(part=detail.index).merge(total.assign(whole=total.index)[[*keys, "whole"]], on=keys)
    size = composition.shape[0]
    parts = sparse.csr_array((np.ones(len(sums)), (sums["whole"], sums["part"])), shape=(size, size))
    full = np.flatnonzero(np.isclose(parts @ cells["value"].to_numpy(dtype=np.float64), cells["value"]))
    whole = full[np.diff(parts.indptr)[full] > 0]
    difference = sparse.csr_array(parts[whole] @ composition - composition[whole])
    difference.eliminate_zeros()
    return sparse.csr_array(difference[np.flatnonzero(np.diff(difference.indptr) > 0)])


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the cells are: `place` among all counts of regions, `number` among the published cells."""

    composition: sparse.csr_array
    place: Mapping[Key, int]
    number: Mapping[Key, int]
    covered: Mapping[Key, tuple[str, ...]]
    published: sparse.csr_array
    atoms: np.ndarray

    def of_everyone(self, placed: Key) -> list[int]:
        """The counts of the people among whom the placements of a cell are; empty where that is not known."""
        measure, region, _, method, group = placed
        _, period = comparisons.behind(measure, placed[2])
        keys = [("uitgevoerd", code, period, method, group) for code in self.covered.get(placed, (region,))]
        return [self.place[key] for key in keys] if all(key in self.place for key in keys) else []


def complements(rows: Rows, threshold: int) -> tuple[sparse.csr_array, Shares]:
    """Who was carried out, and who of them did not get durable work: both ends of the share are unsafe.

    These sums are never shown. They are in the system where they are published, or small enough to need it.
    """
    placed = [(key, row) for key, row in rows.number.items() if comparisons.behind(key[0], key[2])[0] == _PLACED]
    members = [rows.of_everyone(key) for key, _ in placed]
    picks = _signed([dict.fromkeys(member, 1.0) for member in members], rows.composition.shape[0])
    everyone = sparse.csr_array(picks @ rows.composition)
    number = np.array([row for _, row in placed], dtype=np.int64)
    rest = sparse.csr_array(everyone - rows.published[number])
    people, others = everyone @ rows.atoms, rest @ rows.atoms
    shown = np.array([("uitgevoerd", *key[1:]) in rows.number for key, _ in placed], dtype=bool)
    use = np.flatnonzero((people > 0) & (shown | (others < threshold) | (others == people)))
    whole = rows.published.shape[0] + np.arange(len(use))
    shares = Shares(np.concatenate([number[use], whole + len(use)]), np.concatenate([whole, whole]))
    return sparse.csr_array(sparse.vstack([everyone[use], rest[use]])), shares
