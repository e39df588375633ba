"""What an attacker may take for granted, and sums that are never shown but protected all the same.

The ledger of a region balances but for a known amount, the end of one period is the start of the next, totals equal
their parts; and of every placement there is a complement: who was carried out and did not get durable work.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from sdw.privacy.composition import Counts, Key
from sdw.privacy.primary import Shares
from sdw.privacy.system import type_int
from sdw.reference import comparisons, periods
from sdw.reference.dimensions import TOTAL

_Cut = tuple[str, str, str, str]

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
        found: list[int] = []
        for code in self.covered.get(placed, (region,)):
            cut = (code, period, method, group)
            ways = (("uitgevoerd",), ("eindstand", "beeindigd"))  # the ledger: who ran ended, or runs still
            keys = next((way for way in ways if all((name, *cut) in self.place for name in way)), None)
            if keys is None:
                return []
            found += [self.place[(name, *cut)] for name in keys]
        return found


def somebody(cells: pd.DataFrame) -> set[_Cut]:
    """Every cut of a region that somebody is known to be in: one of its counts, or of its parts, is above zero.

    cells: columns region, period, method, client_group, value. Whatever else of the cut is unknown or withheld.
    """
    found: set[_Cut] = set()
    some = cells.loc[cells["value"] > 0, ["region", "period", "method", "client_group"]].drop_duplicates()
    for region, period, method, group in some.itertuples(index=False, name=None):
        for longer in _within(period):
            found |= {(region, longer, m, g) for m in (method, TOTAL) for g in (group, TOTAL)}
    return found


def _within(period: str) -> tuple[str, ...]:
    """A period and the longer ones that it is part of."""
    parsed = periods.parse(period)
    whole = [periods.parse(parsed.code[:4])]
    if parsed.kind == "quarter":
        whole += [half for half in whole[0].parts("half") if half.contains(parsed)]
    return tuple(dict.fromkeys((period, *(one.code for one in whole))))


def nobody_placed(rows: Rows, people: Collection[_Cut]) -> type_int:
    """Cells that show that nobody of a group in which somebody is got durable work (rule 30)."""
    value = rows.published @ rows.atoms
    return np.array(
        [
            row
            for key, row in rows.number.items()
            if comparisons.behind(key[0], key[2])[0] == _PLACED
            and value[row] == 0
            and any(
                (code, comparisons.behind(key[0], key[2])[1], *key[3:]) in people
                for code in rows.covered.get(key, (key[1],))
            )
        ],
        dtype=np.int64,
    )


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
