"""One linear system for everything that is published: ``published = X @ inner``.

Hierarchies, totals, linked tables, the ledger of a stock, carry-over between periods, sums over periods and
complements are all rows of the same (signed) matrix `X`, so that protection and attack need one method only
(Fischetti & Salazar-González 2001, section 2; Hundepool et al. 2012, chapter 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

type_bool = NDArray[np.bool_]
type_float = NDArray[np.float64]
type_int = NDArray[np.int64]


def lowest(matrix: Any) -> type_float:
    """The least factor in each row; 0 in a row, or a matrix, without any."""
    if not all(matrix.shape):
        return np.zeros(matrix.shape[0])
    return np.asarray(matrix.min(axis=1).toarray().ravel(), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Cells:
    """Facts about each published cell; every array has one entry per row of the matrix.

    value: the true value. primary: needs protection. frozen: hidden before, so it stays hidden.
    known: shown whatever happens (zeros, assumed balances, values that are out already): never used as cover.
    nonnegative: everybody knows that it cannot be below zero. weight: what users lose per counted person
    when it is hidden. group: the table it belongs to (-1: a sum that exists only to be protected).
    lower, upper: a primary is safe when an attacker must allow a value ≤ lower and a value ≥ upper.
    """

    value: type_float
    primary: type_bool
    frozen: type_bool
    known: type_bool
    nonnegative: type_bool
    weight: type_float
    group: type_int
    lower: type_float
    upper: type_float

    @property
    def cost(self) -> type_float:
        """Loss when a cell is hidden: its value times its weight."""
        return np.asarray(np.abs(self.value) * self.weight, dtype=np.float64)

    @property
    def virtual(self) -> type_bool:
        """Sums that are never shown but need protection all the same."""
        return np.asarray(self.group < 0)

    @staticmethod
    def plain(value: Sequence[float] | type_float, nonnegative: type_bool | None = None) -> Cells:
        """Cells with only values: nothing primary, zeros known, weight 1, all in table 0."""
        v = np.asarray(value, dtype=np.float64)
        none = np.zeros(len(v), dtype=bool)
        sure = np.ones(len(v), dtype=bool) if nonnegative is None else nonnegative
        return Cells(v, none, none, (v == 0) & sure, sure, np.ones(len(v)), np.zeros(len(v), dtype=np.int64), v, v)


@dataclass(frozen=True, slots=True)
class LinearSystem:
    """`matrix` (cells × inner, sparse, signed) with the facts of its cells and the true inner values (≥ 0).

    family: what each inner value belongs to (a measure in a year, say), and near: sets of families in which a
    proof is to be sought first. Both only guide the search. owner: who delivered each inner value and so knows it
    (numbers from 0; -1: nobody): against each of them the cells are protected too (see `intruders`).
    """

    matrix: Any
    cells: Cells
    inner: type_float
    family: type_int | None = None
    near: tuple[tuple[int, ...], ...] = ()
    owner: type_int | None = None

    def __post_init__(self) -> None:
        if self.matrix.shape != (len(self.cells.value), len(self.inner)):
            raise ValueError(f"matrix {self.matrix.shape} does not fit its cells and inner values")
        if len(self.inner) and self.inner.min() < 0:
            raise ValueError("inner values are counts and cannot be below zero")
        if len(self.inner) and np.abs(self.matrix @ self.inner - self.cells.value).max(initial=0.0) > 1e-6:
            raise ValueError("the cells are not the sums of their inner values")

    @property
    def size(self) -> int:
        """Number of cells."""
        return int(self.matrix.shape[0])

    def with_cells(self, **changes: NDArray[Any]) -> LinearSystem:
        """The same system with some facts of its cells replaced."""
        return replace(self, cells=replace(self.cells, **changes))

    def with_sums(self, rows: Any, lower: type_float, upper: type_float) -> LinearSystem:
        """Add sums of inner values that are never shown but must be protected (rows × inner)."""
        old, n = self.cells, rows.shape[0]
        yes, no = np.ones(n, dtype=bool), np.zeros(n, dtype=bool)
        more = Cells(
            np.asarray(rows @ self.inner, dtype=np.float64),
            yes,
            yes,
            no,
            yes,
            np.zeros(n),
            np.full(n, -1),
            lower,
            upper,
        )
        joined = {f: np.concatenate([getattr(old, f), getattr(more, f)]) for f in Cells.__slots__}
        matrix = sparse.csr_array(sparse.vstack([self.matrix, rows]))
        return replace(self, matrix=matrix, cells=Cells(**joined))

    def possible(self) -> type_bool:
        """Inner values that are not forced to zero by a known zero sum of non-negative parts."""
        least = lowest(self.matrix)
        zero = self.cells.known & (self.cells.value == 0) & (least >= 0)
        forced = np.asarray(abs(self.matrix[zero]).sum(axis=0)).ravel() > 0
        return np.asarray(~forced)

    def reduced(self) -> LinearSystem:
        """The same cells over fewer inner values: known zeros dropped, those that always move together added up.

        Both leave every attack as it was: a sum of non-negative numbers can be any non-negative number.
        """
        keep = np.flatnonzero(self.possible())
        part = sparse.csc_array(self.matrix[:, keep])
        draw = np.random.default_rng(20240925).integers(1, 2**40, size=(self.size, 2)).astype(np.float64)
        prints = np.asarray(part.T @ draw)
        if self.owner is not None:  # what two deliverers have does not move together for either of them
            prints = np.column_stack([prints, self.owner[keep]])
        _, first, label = np.unique(prints, axis=0, return_index=True, return_inverse=True)
        inner = np.bincount(label.ravel(), weights=self.inner[keep], minlength=len(first)).astype(np.float64)
        family = None if self.family is None else self.family[keep][first]
        owner = None if self.owner is None else self.owner[keep][first]
        fewer = LinearSystem(sparse.csr_array(part[:, first]), self.cells, inner, family, self.near, owner)
        return fewer._equal_joined()

    def _equal_joined(self) -> LinearSystem:
        """Join two inner values that a known balance of zero makes equal (carry-over)."""
        two = np.flatnonzero((np.diff(self.matrix.indptr) == 2) & self.cells.known & (self.cells.value == 0))
        pairs = self.matrix[two]
        left, right = pairs.indices[0::2], pairs.indices[1::2]
        equal = pairs.data[0::2] + pairs.data[1::2] == 0
        if self.owner is not None:
            equal &= self.owner[left] == self.owner[right]
        width = len(self.inner)
        graph = sparse.csr_array((np.ones(equal.sum()), (left[equal], right[equal])), shape=(width, width))
        count, label = connected_components(graph, directed=False)
        join = sparse.csr_array((np.ones(width), (np.arange(width), label)), shape=(width, count))
        matrix = sparse.csr_array(self.matrix @ join)
        matrix.eliminate_zeros()
        first = np.unique(label, return_index=True)[1]
        family = None if self.family is None else self.family[first]
        owner = None if self.owner is None else self.owner[first]
        return LinearSystem(matrix, self.cells, self.inner[first], family, self.near, owner)


def components(matrix: Any) -> type_int:
    """Number of the component of each column, where two columns hang together when a row uses both."""
    graph = sparse.block_array([[None, matrix], [matrix.T, None]])
    _, label = connected_components(graph, directed=False)
    _, number = np.unique(label[matrix.shape[0] :], return_inverse=True)
    return number.astype(np.int64)


def blocks(system: LinearSystem) -> list[tuple[type_int, type_int]]:
    """Cells and inner values (their numbers) that hang together: no block says anything about another."""
    size = system.size
    label = components(system.matrix)
    row = np.full(size, -1)
    used = np.flatnonzero(np.diff(system.matrix.indptr) > 0)
    row[used] = label[system.matrix.indices[system.matrix.indptr[used]]]
    count = int(label.max(initial=-1)) + 1
    ends = np.arange(count)
    rows, columns = np.argsort(row, kind="stable"), np.argsort(label, kind="stable")
    low, high = np.searchsorted(row[rows], ends), np.searchsorted(row[rows], ends, side="right")
    left, right = np.searchsorted(label[columns], ends), np.searchsorted(label[columns], ends, side="right")
    return [(rows[low[i] : high[i]], columns[left[i] : right[i]]) for i in range(count) if high[i] > low[i]]


@dataclass(frozen=True, slots=True)
class Table:
    """One published table: which keys it keeps, and which signed sum of measures it shows.

    keep: key columns of the inner table (a missing key leaves that inner value out). terms: measure → factor.
    where: columns → allowed values. weight: see `Cells`. known: its values count as public (assumed balances).
    nonnegative: False for balances. complete: only cells in which every term occurs (carry-over).
    """

    name: str
    keep: tuple[str, ...]
    terms: Mapping[str, float]
    where: Mapping[str, Iterable[object]] | None = None
    weight: float = 1.0
    known: bool = False
    nonnegative: bool = True
    complete: bool = False


def build(
    inner: pd.DataFrame, tables: Sequence[Table], *, measure: str = "measure", value: str = "value"
) -> tuple[LinearSystem, pd.DataFrame]:
    """The system of all `tables` over a long table of inner counts, and the keys of its cells.

    inner: one row per finest count, with key columns, `measure` and `value` (≥ 0, no missing values).
    Returns the system (nothing primary yet) and a frame with one row per cell: `table` and the key columns.
    """
    counts = inner[value].to_numpy(dtype=np.float64)
    columns = list(dict.fromkeys(key for table in tables for key in table.keep))
    codes = {c: pd.factorize(inner[c], use_na_sentinel=True) for c in {*columns, measure}}
    rows, cols, data, keys = [], [], [], []
    facts: list[tuple[int, Table]] = []
    start = 0
    for table in tables:
        position, factor = _chosen(inner, table, codes, measure)
        label, first, size = _label(position, table.keep, codes)
        if table.complete and size:
            terms = np.bincount(label, minlength=size) >= len(table.terms)
            renumber = np.cumsum(terms) - 1
            use = terms[label]
            position, factor, label = position[use], factor[use], renumber[label[use]]
            first, size = first[terms], int(terms.sum())
        rows.append(label + start)
        cols.append(position)
        data.append(factor)
        frame = {c: codes[c][1].take(codes[c][0][first]) for c in table.keep}
        keys.append(pd.DataFrame({"table": table.name, **frame}, index=range(start, start + size)))
        facts.append((size, table))
        start += size
    matrix = sparse.csr_array(
        (np.concatenate(data), (np.concatenate(rows), np.concatenate(cols))), shape=(start, len(inner))
    )
    return LinearSystem(matrix, _cells(matrix @ counts, facts), counts), pd.concat(keys)


def _chosen(
    inner: pd.DataFrame, table: Table, codes: Mapping[str, Any], measure: str
) -> tuple[type_int, type_float]:
    """Positions of the inner rows that a table uses, and their factors."""
    code, names = codes[measure]
    unknown = set(table.terms) - set(names)
    if unknown:
        raise ValueError(f"table {table.name} asks for measures without inner values: {sorted(unknown)}")
    factor = np.array([table.terms.get(name, 0.0) for name in names])[code]
    use = factor != 0
    for column in table.keep:
        use &= codes[column][0] >= 0
    for column, allowed in (table.where or {}).items():
        use &= inner[column].isin(list(allowed)).to_numpy()
    position = np.flatnonzero(use)
    return position, factor[position]


def _label(position: type_int, keep: tuple[str, ...], codes: Mapping[str, Any]) -> tuple[type_int, type_int, int]:
    """Number of the cell of each inner row, one inner row of each cell, and the count of cells."""
    mixed = np.zeros(len(position), dtype=np.int64)
    for column in keep:
        code, names = codes[column]
        mixed = mixed * max(len(names), 1) + code[position]
    _, first, label = np.unique(mixed, return_index=True, return_inverse=True)
    return label.astype(np.int64), position[first], len(first)


def _cells(value: type_float, facts: Sequence[tuple[int, Table]]) -> Cells:
    sizes = [size for size, _ in facts]
    nonnegative = np.repeat([table.nonnegative for _, table in facts], sizes)
    known = np.repeat([table.known for _, table in facts], sizes)
    plain = Cells.plain(value, nonnegative)
    return replace(
        plain,
        known=plain.known | known,
        weight=np.repeat([table.weight for _, table in facts], sizes).astype(np.float64),
        group=np.repeat(np.arange(len(facts)), sizes),
    )
