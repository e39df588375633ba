"""What each count is the sum of: atoms that nothing else makes up, and the families that guide the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from sdw.disclosure.cells import Cell
from sdw.disclosure.system import type_bool, type_int
from sdw.reference import comparisons, periods
from sdw.reference.dimensions import Key
from sdw.reference.measures import CLOSING, FLOWS, OPENING, PARTS, STOCKS

_DEPTH = 6  # groups, methods, halves, years, measures, nation: nothing is deeper
_PARTS, _FLOWS, _STOCKS = 0, 1, 2
_KIND = dict.fromkeys(STOCKS, _STOCKS) | dict.fromkeys(FLOWS, _FLOWS) | dict.fromkeys(PARTS, _PARTS)


@dataclass(frozen=True, slots=True)
class Counts:
    """Every count that has a value, by region, and which cells are the sum of which.

    `cells`: columns id, region, period, method, client_group, measure, value, via.
    `parts`: columns whole, part (ids). `nation`: the published national cells with their regions. `few`: those
    over too few regions, which are withheld whatever they are. `absent`: counts of regions that are published
    without a number; `empty`: those that do not apply.
    """

    cells: pd.DataFrame
    parts: pd.DataFrame
    nation: Sequence[Cell]
    few: Sequence[Cell] = ()
    absent: Sequence[Key] = ()
    empty: Sequence[Key] = ()


def keys_of(cells: pd.DataFrame) -> list[Key]:
    """The keys of cells, in their order."""
    names = ["measure", "region", "period", "method", "client_group"]
    return list(zip(*(cells[name].to_numpy(dtype=object) for name in names), strict=True))


def composition(counts: Counts) -> tuple[sparse.csr_array, np.ndarray, np.ndarray]:
    """Which atoms each cell is the sum of, and what each atom is: a count that nothing else makes up.

    A total that was delivered beside parts that do not make it whole has an atom of its own for the rest.
    """
    cells, size = counts.cells, len(counts.cells)
    at = pd.Series(np.arange(size), index=cells["id"])
    whole, part = at[counts.parts["whole"]].to_numpy(), at[counts.parts["part"]].to_numpy()
    value = cells["value"].to_numpy(dtype=np.float64)
    sums = sparse.csr_array((np.ones(len(whole)), (whole, part)), shape=(size, size))
    rest = value - sums @ value
    has_parts = np.diff(sums.indptr) > 0
    own = np.flatnonzero(~has_parts | (rest > 0))
    own, column = _carried_over(cells, own, has_parts, value)
    atoms = np.where(has_parts, rest, value)[own]
    step = sparse.csr_array((np.ones(len(column)), (column.index, column)), shape=(size, len(own)))
    total = step
    for _ in range(_DEPTH):
        step = sums @ step
        total = total + step
    return sparse.csr_array(total), atoms, own


def _carried_over(
    cells: pd.DataFrame, own: type_int, has_parts: type_bool, value: np.ndarray
) -> tuple[type_int, pd.Series[int]]:
    """One atom for the end of a period and the start of the next where they are equal: everybody knows that.

    Returns the cells that stand for an atom, and of every cell with an atom of its own its number.
    """
    keys = ["region", "period", "method", "client_group"]
    plain = cells.assign(at=np.arange(len(cells)), value=value).iloc[own[~has_parts[own]]]
    ends = plain[plain["measure"] == CLOSING]
    following = {code: periods.parse(code).following().code for code in ends["period"].unique()}
    starts = plain[plain["measure"] == OPENING]
    pairs = ends.assign(period=ends["period"].map(following)).merge(starts, on=keys, suffixes=("", "_next"))
    same = pairs[pairs["value"] == pairs["value_next"]]
    stands_for = pd.Series(own, index=own)
    stands_for.loc[same["at_next"].to_numpy()] = same["at"].to_numpy()
    kept = np.unique(stands_for)
    return kept, stands_for.map(pd.Series(np.arange(len(kept)), index=kept))


def national(
    nation: Sequence[Cell], composition: sparse.csr_array, place: Mapping[Key, int]
) -> tuple[sparse.csr_array, list[Key]]:
    """Which atoms each national cell is the sum of, and the keys of these cells."""
    row, column = [], []
    for number, cell in enumerate(nation):
        for region in cell.covered:
            row.append(number)
            measure, period = comparisons.behind(cell.measure, cell.period)
            column.append(place[(measure, region, period, *cell.key[3:])])
    pick = sparse.csr_array((np.ones(len(row)), (row, column)), shape=(len(nation), composition.shape[0]))
    return sparse.csr_array(pick @ composition), [cell.key for cell in nation]


def families(atoms: pd.DataFrame) -> tuple[type_int, tuple[tuple[int, ...], ...]]:
    """Atoms of one year and kind of measure, and where a proof is likely to be found.

    Parts hang together with nothing else, but for the share of their whole that they are; what starts can end in
    the same year; a stock can be balanced by what starts or ends in the years beside it.
    """
    year = np.array([int(period[:4]) for period in atoms["period"]], dtype=np.int64)
    kind = np.array([_KIND[measure] for measure in atoms["measure"]], dtype=np.int64)
    near: list[tuple[int, ...]] = []
    years = sorted(set(year.tolist()))
    for one in years:
        here = 3 * one
        near += [(here + _PARTS,), (here + _FLOWS,), (here + _FLOWS, here + _STOCKS)]
        near.append((here + _PARTS, here + _FLOWS, here + _STOCKS))
    for one in years:
        beside = [3 * other for other in (one - 1, one, one + 1) if other in years]
        near.append(tuple(base + kind for base in beside for kind in (_FLOWS, _STOCKS)))
    return np.asarray(3 * year + kind, dtype=np.int64), tuple(near)
