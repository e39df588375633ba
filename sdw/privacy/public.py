"""What anybody can set up from published figures alone: no store, no withheld value, no batch is read here.

Unknowns are the counts that the structure of the published cells implies: per region and year one for every method
and client group (where a split is published), one for every finest period, and one for every moment at which
trajectories are counted, so that the end of a period is the start of the next. Relations that everybody knows:
totals, the nation over the regions that have a value, `uitgevoerd` = `beginstand` + `gestart`, the ledger of a
region, and that no more people are placed than were carried out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from sdw.privacy.attacker import EXACT, Public
from sdw.privacy.solver import Infeasible
from sdw.privacy.system import type_bool, type_float, type_int
from sdw.reference import periods
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL
from sdw.reference.regions import NATION

Key = tuple[str, str, str, str, str]
Place = tuple[str, str]
Sum = dict[int, float]

_FINER: dict[str, tuple[periods.Kind, ...]] = {"year": ("half", "quarter"), "half": ("quarter",), "quarter": ()}
_LEDGER = {"beginstand": 1.0, "gestart": 1.0, "beeindigd": -1.0, "eindstand": -1.0}
_STOCKS = ("beginstand", "eindstand", "uitgevoerd")


@dataclass(frozen=True, slots=True)
class Told:
    """One published cell that has a value, shown or withheld (None).

    key: measure, region, period, method, client group. covered: number of regions in a national cell.
    """

    key: Key
    value: float | None
    covered: int = 0


@dataclass(frozen=True, slots=True)
class Issue:
    """One edition as anybody reads it.

    loose: (region, period) of which a remark says that stocks and flows do not add up. kept: (region, period) in
    which some cell still shows the value of the edition before.
    """

    cells: Sequence[Told]
    loose: frozenset[Place] = frozenset()
    kept: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Open:
    """The public system. keys: of each of its first rows, the number of the edition and the published cell."""

    view: Public
    keys: tuple[tuple[int, Key], ...]

    @property
    def hidden(self) -> type_int:
        """Rows of the cells that are withheld."""
        return np.flatnonzero(~self.view.shown[: len(self.keys)])


def opened(issues: Sequence[Issue], *, alike: bool = True) -> Open:
    """The system of one edition, or of several together.

    alike: a region's counts of one year and kind of measure are the same in two editions when no shown value of
    them differs (otherwise: when no shown value of the region differs at all).
    """
    differs = _differing(issues, alike)
    columns: dict[tuple[object, ...], int] = {}
    rows: list[tuple[Sum, float]] = []
    keys: list[tuple[int, Key]] = []
    relations: list[tuple[Sum, float]] = []
    for number, issue in enumerate(issues):
        reader = _Reader(number, issue, issues[number - 1] if number else None, differs, columns)
        for cell in issue.cells:
            found = reader.row(cell)
            if found is not None:
                rows.append((found, np.nan if cell.value is None else cell.value))
                keys.append((number, cell.key))
        relations += reader.relations()
    return Open(_view(rows + relations, len(columns)), tuple(keys))


def _view(rows: Sequence[tuple[Sum, float]], width: int) -> Public:
    numbers = [row for row, (terms, _) in enumerate(rows) for _ in terms]
    at = [column for terms, _ in rows for column in terms]
    by = [factor for terms, _ in rows for factor in terms.values()]
    matrix = sparse.csr_array((by, (numbers, at)), shape=(len(rows), width))
    values = np.array([value for _, value in rows], dtype=np.float64)
    shown = ~np.isnan(values)
    return Public(matrix, values, shown, matrix.min(axis=1).toarray().ravel() >= 0)


def _family(key: Key, whole_region: bool) -> tuple[str, str, str]:
    """What hangs together when a region corrects: one kind of measure in one year; stocks run on over years."""
    measure, region, period, _, _ = key
    if whole_region:
        return region, "", ""
    return (region, "", "stock") if measure in _STOCKS else (region, period[:4], measure)


def _differing(issues: Sequence[Issue], alike: bool) -> frozenset[tuple[str, str, str]]:
    seen: dict[Key, float] = {}
    found = set()
    for issue in issues:
        for cell in issue.cells:
            if cell.value is None:
                continue
            if seen.setdefault(cell.key, cell.value) != cell.value:
                found.add(_family(cell.key, not alike))
                if cell.key[0] == "uitgevoerd":
                    found.add(_family(("gestart", *cell.key[1:]), not alike))
    return frozenset(found)


class _Reader:
    """Turns the published cells of one edition into sums of unknowns."""

    def __init__(
        self,
        number: int,
        issue: Issue,
        before: Issue | None,
        differs: frozenset[tuple[str, str, str]],
        columns: dict[tuple[object, ...], int],
    ) -> None:
        self._number, self._issue, self._differs, self._columns = number, issue, differs, columns
        self._told = {cell.key: cell for cell in issue.cells}
        self._old = {} if before is None else {cell.key: cell.value for cell in before.cells}
        self._regions: dict[tuple[str, str, str, str], list[str]] = {}
        for measure, region, period, method, group in self._told:
            if region != NATION:
                self._regions.setdefault((measure, period, method, group), []).append(region)
        self._whole = {key: True for key in differs if key[1:] == ("", "")}
        self._sums: dict[Key, Sum] = {}

    def row(self, cell: Told) -> Sum | None:
        """The cell as a sum of unknowns; None where nobody can tell what it adds up."""
        if self._out_of_step(cell):
            return None
        if cell.key[1] != NATION:
            return self.of(cell.key)
        measure, _, period, method, group = cell.key
        over = self._covered(measure, period, method, group)
        if len(over) != cell.covered:
            return {self._column("nation", self._number, *cell.key): 1.0}
        return _added([self.of((measure, region, period, method, group)) for region in over])

    def _out_of_step(self, cell: Told) -> bool:
        """A cell that shows the value of the edition before says nothing about this one."""
        place = (cell.key[1], cell.key[2])
        return place in self._issue.kept and (not self._old or self._old.get(cell.key) == cell.value)

    def _covered(self, measure: str, period: str, method: str, group: str) -> list[str]:
        if TOTAL in (method, group):
            return self._regions.get((measure, period, method, group), [])
        other = set(self._regions.get((measure, period, TOTAL, group), []))
        return [code for code in self._regions.get((measure, period, method, TOTAL), []) if code in other]

    def of(self, key: Key) -> Sum:
        """A cell of a region as a sum of unknowns."""
        if key not in self._sums:
            self._sums[key] = self._made(key)
        return self._sums[key]

    def _made(self, key: Key) -> Sum:
        measure, region, period, method, group = key
        total = (method, group) == (TOTAL, TOTAL)
        if measure == "uitgevoerd" and self._has(("beginstand", *key[1:]), ("gestart", *key[1:])):
            return _added([self.of(("beginstand", *key[1:])), self._fine(("gestart", *key[1:]))])
        if measure in ("beginstand", "eindstand") and total:
            return {self._moment(measure, region, period): 1.0}
        if total and not self._split(key):
            finer = self._finer(key)
            return _added([self.of(part) for part in finer]) if finer else {self._own(key): 1.0}
        methods = METHOD_PARTS if method == TOTAL else (method,)
        groups = CLIENT_GROUP_PARTS if group == TOTAL else (group,)
        return {self._own((measure, region, period, one, two)): 1.0 for one in methods for two in groups}

    def _has(self, *keys: Key) -> bool:
        return all(key in self._told for key in keys)

    def _split(self, key: Key) -> bool:
        """True when all methods or all client groups of a total are published with a value."""
        measure, region, period, _, _ = key
        return self._has(*((measure, region, period, one, TOTAL) for one in METHOD_PARTS)) or self._has(
            *((measure, region, period, TOTAL, one) for one in CLIENT_GROUP_PARTS)
        )

    def _finer(self, key: Key) -> list[Key]:
        """The parts of a period, where all have a value."""
        measure, region, period, method, group = key
        parsed = periods.parse(period)
        for kind in _FINER[parsed.kind]:
            parts = [(measure, region, part.code, method, group) for part in parsed.parts(kind)]
            if self._has(*parts):
                return parts
        return []

    def _moment(self, measure: str, region: str, period: str) -> int:
        """The stock at a moment: one unknown for the end of a period and the start of the next."""
        start = measure == "beginstand"
        parsed = periods.parse(period)
        day = parsed.start if start else parsed.following().start
        side = measure if self._jumps(region, day.isoformat()) else "stock"
        return self._column(side, self._edition(("beginstand", region, period, "", "")), region, day.isoformat())

    def _jumps(self, region: str, day: str) -> bool:
        """True when it is public that a start differs from the end before it."""
        return (region, day) in self._broken

    @property
    def _broken(self) -> set[Place]:
        if not hasattr(self, "_broken_found"):
            ends: dict[Place, set[float]] = {}
            self._broken_found = set()
            for (measure, region, period, _, _), cell in self._told.items():
                if measure not in ("beginstand", "eindstand") or region == NATION:
                    continue
                parsed = periods.parse(period)
                day = (parsed.start if measure == "beginstand" else parsed.following().start).isoformat()
                values = ends.setdefault((region, day), set())
                values |= set() if cell.value is None else {cell.value}
                if len(values) > 1 or (measure == "beginstand" and (region, period) in self._issue.loose):
                    self._broken_found.add((region, day))
        return self._broken_found

    def _edition(self, key: Key) -> int:
        """0 where all editions say the same, otherwise the number of this one."""
        changed = _family(key, False) in self._differs or (key[1], "", "") in self._whole
        return self._number if changed else 0

    def _own(self, key: Key) -> int:
        return self._column("cell", self._edition(key), *key)

    def _column(self, *name: object) -> int:
        return self._columns.setdefault(name, len(self._columns))

    def _fine(self, key: Key) -> Sum:
        """A total as the sum of its finest periods: what is not about the splits stays apart from them."""
        finer = self._finer(key)
        return _added([self._fine(part) for part in finer]) if finer else self.of(key)

    def relations(self) -> list[tuple[Sum, float]]:
        """What everybody knows beside the cells, as sums of unknowns and what they come to."""
        found: list[tuple[Sum, float]] = []
        for key, cell in self._told.items():
            measure, region, period, method, group = key
            if region == NATION or self._out_of_step(cell):
                continue
            total = (method, group) == (TOTAL, TOTAL)
            if total and measure not in _STOCKS and self._split(key) and self._finer(key):
                over_time = self._fine(key)
                if cell.value is None:
                    found.append((_minus(over_time, self.of(key)), 0.0))
                else:
                    found.append((over_time, cell.value))
            if measure == "eindstand" and total:
                found += self._ledger(region, period)
            if measure == "duurzaam_geplaatst":
                found += self._placed(key, total)
        return found

    def _placed(self, key: Key, total: bool) -> list[tuple[Sum, float]]:
        """No more people are placed than ran at the start or started; the rest is an unknown of its own."""
        begin, started = ("beginstand", *key[1:3], TOTAL, TOTAL), ("gestart", *key[1:])
        if not self._has(begin, started):
            return []
        everyone = _added([self.of(begin), self._fine(started) if total else self.of(started)])
        placed = self._fine(key) if total else self.of(key)
        rest = {self._column("rest", self._number, *key): 1.0}
        return [(_minus(everyone, _added([placed, rest])), 0.0)]

    def _ledger(self, region: str, period: str) -> list[tuple[Sum, float]]:
        keys = {name: (name, region, period, TOTAL, TOTAL) for name in _LEDGER}
        if not self._has(*keys.values()) or self._loosely(region, period):
            return []
        known = [factor * (self._told[keys[name]].value or 0.0) for name, factor in _LEDGER.items()]
        if all(self._shows(key) for key in keys.values()) and sum(known) != 0:
            return []
        plus = _added([self._fine(keys[name]) for name, factor in _LEDGER.items() if factor > 0])
        minus = _added([self._fine(keys[name]) for name, factor in _LEDGER.items() if factor < 0])
        return [(_minus(plus, minus), 0.0)]

    def _shows(self, key: Key) -> bool:
        return self._told[key].value is not None

    def _loosely(self, region: str, period: str) -> bool:
        whole = periods.parse(period)
        places = self._issue.loose | self._issue.kept
        return any(code == region and whole.contains(periods.parse(part)) for code, part in places)


def _added(sums: Sequence[Mapping[int, float]]) -> Sum:
    total: Sum = {}
    for terms in sums:
        for column, by in terms.items():
            total[column] = total.get(column, 0.0) + by
    return total


def _minus(left: Mapping[int, float], right: Mapping[int, float]) -> Sum:
    total = _added([left, {column: -by for column, by in right.items()}])
    return {column: by for column, by in total.items() if by}


@dataclass(frozen=True, slots=True)
class Simpler:
    """The same attack over fewer unknowns: add `offset` to the range of a cell (one for each row)."""

    view: Public
    offset: type_float


def simpler(view: Public) -> Simpler:
    """Fill in what follows by itself, drop what cannot bind, and add up unknowns that always occur together."""
    known, value = settled(view)
    offset = np.asarray(view.matrix @ value, dtype=np.float64)
    rest = np.where(view.shown, view.value - offset, np.nan)
    matrix = sparse.csr_array(sparse.csc_array(view.matrix)[:, np.flatnonzero(~known)])
    matrix = _without_slack(matrix, rest)
    rest = np.where(view.shown & (np.diff(matrix.indptr) == 0), 0.0, rest)
    draw = np.random.default_rng(20240925).integers(1, 2**40, size=(matrix.shape[0], 2)).astype(np.float64)
    prints = np.asarray(sparse.csc_array(matrix).T @ draw)
    first = np.unique(prints, axis=0, return_index=True)[1]
    return Simpler(
        Public(sparse.csr_array(sparse.csc_array(matrix)[:, first]), rest, view.shown, view.nonnegative), offset
    )


def _without_slack(matrix: sparse.csr_array, rest: type_float) -> sparse.csr_array:
    """Empty the rows that hold whatever the others do: those whose own slack can always make them whole."""
    shown = ~np.isnan(rest)
    positive = shown & (matrix.min(axis=1).toarray().ravel() >= 0)
    part = sparse.coo_array(matrix[positive])
    high = np.full(matrix.shape[1], np.inf)
    np.minimum.at(high, part.col, np.maximum(rest[positive], 0.0)[part.row] / part.data)
    single = np.bincount(matrix.indices, minlength=matrix.shape[1]) == 1
    keep = np.ones(matrix.shape[0])
    for row in np.flatnonzero(shown & ~positive).tolist():
        span = slice(matrix.indptr[row], matrix.indptr[row + 1])
        columns, by = matrix.indices[span], matrix.data[span]
        slack = single[columns] & (by == -1.0) & ~np.isfinite(high[columns])
        if slack.any():
            others = (by < 0) & ~(slack & (np.cumsum(slack) == 1))
            if float((-by[others] * high[columns[others]]).sum()) <= -rest[row]:
                keep[row] = 0.0
    kept = sparse.csr_array(sparse.diags_array(keep) @ matrix)
    kept.eliminate_zeros()
    return kept


def settled(view: Public) -> tuple[type_bool, type_float]:
    """Which unknowns follow by filling in alone, and their values: the attack without a computer.

    Raises Infeasible when the shown values contradict each other.
    """
    rows = sparse.csr_array(view.matrix)[np.flatnonzero(view.shown)]
    rest = view.value[view.shown].copy()
    known, value = np.zeros(rows.shape[1], dtype=bool), np.zeros(rows.shape[1])
    positive = rows.min(axis=1).toarray().ravel() >= 0
    marks = sparse.csr_array((np.ones(rows.nnz), rows.indices, rows.indptr), shape=rows.shape)
    while True:
        count = marks @ (~known).astype(float)
        left = rest - rows @ value
        if (np.abs(left[count == 0]) > EXACT).any() or (left[positive] < -EXACT).any():
            raise Infeasible("the published values contradict each other")
        single = np.flatnonzero(count == 1)
        empty = np.flatnonzero(positive & (count > 1) & (np.abs(left) <= EXACT))
        before = int(known.sum())
        for row in single.tolist():
            span = slice(rows.indptr[row], rows.indptr[row + 1])
            for column, by in zip(rows.indices[span].tolist(), rows.data[span].tolist(), strict=True):
                if not known[column]:
                    known[column], value[column] = True, left[row] / by
        zero = np.unique(rows[empty].indices)
        known[zero[~known[zero]]] = True
        if int(known.sum()) == before:
            return known, value
