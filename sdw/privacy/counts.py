"""The counts of an edition as one linear system: what adds up to what, and what everybody knows.

Rows are the published cells of regions and nation, the complement of every outcome (never shown, but
protected), and what an attacker may take for granted: that the ledger of a region balances but for a
known amount, that the end of one period is the start of the next, and that totals equal their parts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from sdw.privacy import sticky
from sdw.privacy.cells import Cell
from sdw.privacy.primary import Shares, mark, with_ones
from sdw.privacy.system import Cells, LinearSystem, type_bool, type_int
from sdw.reference import periods
from sdw.reference.plan import Plan
from sdw.reference.regions import NATION

Key = tuple[str, str, str, str, str]

_LEDGER = {"beginstand": 1.0, "gestart": 1.0, "beeindigd": -1.0, "eindstand": -1.0}
BALANCE = 1_000_000  # the "table" of what everybody knows to balance
_DEPTH = 6  # groups, methods, halves, years, measures, nation: nothing is deeper

#: What users lose when a cell is hidden: the targets' totals go last.
_TARGETS = ("gestart", "duurzaam_geplaatst")


@dataclass(frozen=True, slots=True)
class Assembled:
    """The system with all primaries marked, which published cell each of its first rows is, and its atoms."""

    system: LinearSystem
    keys: tuple[Key, ...]
    atoms: tuple[Key, ...]

    def hidden(self, flags: type_bool) -> set[Key]:
        """The published cells that a pattern hides."""
        return {key for key, flag in zip(self.keys, flags, strict=False) if flag}

    def edition(self, hidden: Collection[Key]) -> sticky.Edition:
        """As one of a series of editions: cells that are never shown have no name."""
        names = np.empty(self.system.size, dtype=object)
        names[: len(self.keys)] = ["|".join(key) for key in self.keys]
        names[len(self.keys) :] = np.nan
        flags = np.ones(self.system.size, dtype=bool)
        flags[: len(self.keys)] = [key in hidden for key in self.keys]
        flags[self.system.cells.known & (self.system.cells.group == BALANCE)] = False
        atoms = np.array(["|".join(key) for key in self.atoms], dtype=object)
        return sticky.Edition(self.system, atoms, names, flags)


@dataclass(frozen=True, slots=True)
class Counts:
    """Every count that has a value, by region, and which cells are the sum of which.

    `cells`: columns id, region, period, method, client_group, measure, value, via.
    `parts`: columns whole, part (ids). `nation`: the published national cells with their regions.
    """

    cells: pd.DataFrame
    parts: pd.DataFrame
    nation: Sequence[Cell]


def assemble(counts: Counts, published: Collection[Key], plan: Plan, frozen: Collection[Key] = ()) -> Assembled:
    """The system of everything the plan publishes; `frozen` cells stay hidden whatever they are now."""
    composition, atoms, own = _composition(counts)
    place = {key: number for number, key in enumerate(_keys(counts.cells))}
    shown = [key for key in place if key in published]
    blocks = [composition[[place[key] for key in shown]]]
    national, national_keys = _national(counts.nation, composition, place)
    keys = [*shown, *national_keys]
    blocks.append(national)
    matrix = sparse.csr_array(sparse.vstack(blocks))
    covered = {cell.key: cell.covered for cell in counts.nation}
    number = {key: row for row, key in enumerate(keys)}
    known = _balances(matrix, number, covered, atoms)
    extra = _agreements(counts, composition)
    virtual, shares = _complements(_Rows(composition, place, number, covered, matrix, atoms), plan.threshold)
    matrix = sparse.csr_array(sparse.vstack([matrix, virtual, known, extra]))
    family, near = _families(counts.cells.iloc[own])
    facts = _facts(matrix @ atoms, keys, virtual.shape[0], set(frozen))
    system = LinearSystem(matrix, facts, atoms, family, near)
    marked = with_ones(mark(system, plan.threshold, shares), plan.threshold)
    return Assembled(marked, tuple(keys), tuple(_keys(counts.cells.iloc[own])))


_PLACEMENTS, _FLOWS, _STOCKS = 0, 1, 2
_KIND = {"duurzaam_geplaatst": _PLACEMENTS, "gestart": _FLOWS, "beeindigd": _FLOWS}


def _families(atoms: pd.DataFrame) -> tuple[type_int, tuple[tuple[int, ...], ...]]:
    """Atoms of one year and kind of measure, and where a proof is likely to be found.

    Placements hang together with nothing else; what starts can end in the same year; a stock can be
    balanced by what starts or ends in the years beside it.
    """
    year = atoms["period"].str[:4].astype(int)
    kind = atoms["measure"].map(_KIND).fillna(_STOCKS)
    family = (3 * year + kind).to_numpy(dtype=np.int64)
    near: list[tuple[int, ...]] = []
    years = sorted(set(year.tolist()))
    for one in years:
        here = 3 * one
        near += [(here + _PLACEMENTS,), (here + _FLOWS,), (here + _FLOWS, here + _STOCKS)]
    for one in years:
        beside = [3 * other for other in (one - 1, one, one + 1) if other in years]
        near.append(tuple(base + kind for base in beside for kind in (_FLOWS, _STOCKS)))
    return np.asarray(family, dtype=np.int64), tuple(near)


def _keys(cells: pd.DataFrame) -> list[Key]:
    names = ["measure", "region", "period", "method", "client_group"]
    return list(cells[names].itertuples(index=False, name=None))


def _composition(counts: Counts) -> tuple[sparse.csr_array, np.ndarray, np.ndarray]:
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
    ends = plain[plain["measure"] == "eindstand"]
    following = {code: periods.parse(code).following().code for code in ends["period"].unique()}
    starts = plain[plain["measure"] == "beginstand"]
    pairs = ends.assign(period=ends["period"].map(following)).merge(starts, on=keys, suffixes=("", "_next"))
    same = pairs[pairs["value"] == pairs["value_next"]]
    stands_for = pd.Series(own, index=own)
    stands_for.loc[same["at_next"].to_numpy()] = same["at"].to_numpy()
    kept = np.unique(stands_for)
    return kept, stands_for.map(pd.Series(np.arange(len(kept)), index=kept))


def _national(
    nation: Sequence[Cell], composition: sparse.csr_array, place: Mapping[Key, int]
) -> tuple[sparse.csr_array, list[Key]]:
    row, column = [], []
    for number, cell in enumerate(nation):
        for region in cell.covered:
            row.append(number)
            column.append(place[(cell.measure, region, *cell.key[2:])])
    pick = sparse.csr_array((np.ones(len(row)), (row, column)), shape=(len(nation), composition.shape[0]))
    return sparse.csr_array(pick @ composition), [cell.key for cell in nation]


def _signed(terms: list[dict[int, float]], width: int) -> sparse.csr_array:
    rows = [number for number, term in enumerate(terms) for _ in term]
    columns = [column for term in terms for column in term]
    factors = [factor for term in terms for factor in term.values()]
    return sparse.csr_array((factors, (rows, columns)), shape=(len(terms), width))


def _balances(
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


def _agreements(counts: Counts, composition: sparse.csr_array) -> sparse.csr_array:
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
class _Rows:
    """Where the cells are: `place` among all counts of regions, `number` among the published cells."""

    composition: sparse.csr_array
    place: Mapping[Key, int]
    number: Mapping[Key, int]
    covered: Mapping[Key, tuple[str, ...]]
    published: sparse.csr_array
    atoms: np.ndarray

    def of_everyone(self, placed: Key) -> list[int]:
        """The counts of the people among whom the placements of a cell are; empty where that is not known."""
        _, region, period, method, group = placed
        keys = [("uitgevoerd", code, period, method, group) for code in self.covered.get(placed, (region,))]
        return [self.place[key] for key in keys] if all(key in self.place for key in keys) else []


def _complements(rows: _Rows, threshold: int) -> tuple[sparse.csr_array, Shares]:
    """Who was carried out, and who of them did not get durable work: both ends of the share are unsafe.

    These sums are never shown. They are in the system where they are published, or small enough to need it.
    """
    placed = [(key, row) for key, row in rows.number.items() if key[0] == "duurzaam_geplaatst"]
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


def _facts(value: np.ndarray, keys: Sequence[Key], virtual: int, frozen: Collection[Key]) -> Cells:
    size, shown = len(value), len(keys)
    position = np.arange(size)
    balance = position >= shown + virtual
    is_virtual = (position >= shown) & ~balance
    hidden: type_bool = np.zeros(size, dtype=bool)
    hidden[:shown] = [key in frozen for key in keys]
    hidden |= is_virtual
    weight = np.zeros(size)
    weight[:shown] = [_weight(key) for key in keys]
    group: type_int = np.where(is_virtual, -1, 0).astype(np.int64)
    group[balance] = BALANCE
    group[:shown] = pd.factorize(pd.Series([_table(key) for key in keys], dtype=object))[0]
    return Cells(
        value=value,
        primary=np.zeros(size, dtype=bool),
        frozen=hidden,
        known=((value == 0) & ~is_virtual & ~hidden) | balance,
        nonnegative=~balance,
        weight=weight,
        group=group,
        lower=value,
        upper=value,
    )


def _table(key: Key) -> tuple[str, bool, bool, int]:
    """Cells of one table do not overlap: the same measure, dimensions and kind of period."""
    measure, _, period, method, group = key
    return measure, method != "totaal", group != "totaal", len(period)


def _weight(key: Key) -> float:
    measure, region, period, method, group = key
    total = (method, group) == ("totaal", "totaal")
    target = measure in _TARGETS and total
    if region == NATION:
        return 1000.0 if target else 20.0
    if len(period) == 4:
        return 100.0 if target else 4.0 if total else 1.0
    return 10.0 if target else 2.0
