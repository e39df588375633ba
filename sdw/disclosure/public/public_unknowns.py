"""The unknowns that the structure of published cells implies, and each cell as a sum of them.

Per region and year one for every method and client group (where a split is published), one for every finest period,
and one for every moment at which trajectories are counted, so that the end of a period is the start of the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sdw.disclosure.public.releases import STOCKS, Place, Release, Same, Told
from sdw.reference import comparisons, measures, periods
from sdw.reference.areas.regions import NATION
from sdw.reference.comparisons import SameRegions
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL, Key
from sdw.reference.measures import CLOSING, LEDGER, MADE, OPENING, PARTS, declared

Sum = dict[int, float]

_FINER: dict[str, tuple[periods.Kind, ...]] = {"year": ("half", "quarter"), "half": ("quarter",), "quarter": ()}


class Reader:
    """Turns the published cells of one edition into sums of unknowns."""

    def __init__(
        self,
        number: int,
        release: Release,
        labels: Same,
        columns: dict[tuple[object, ...], int],
    ) -> None:
        self._number, self._release, self._labels, self._columns = number, release, labels, columns
        self._told = {cell.key: cell for cell in release.cells}
        self._regions: dict[tuple[str, str, str, str], list[str]] = {}
        for (measure, region, period, method, group), cell in self._told.items():
            if region != NATION and not cell.absent:
                self._regions.setdefault((measure, period, method, group), []).append(region)
        self._sums: dict[Key, Sum] = {}
        self._around: list[Sum] = []

    def row(self, cell: Told) -> Sum:
        """The cell as a sum of unknowns; one of its own where nobody can tell what it adds up."""
        if cell.key[1] != NATION:
            return self.of(cell.key)
        measure, period = comparisons.behind(cell.key[0], cell.key[2])
        method, group = cell.key[3:]
        over = self._covered(measure, period, method, group)
        if compared := comparisons.by_id(cell.key[0]):
            over = self._in_both(compared, cell.key[2])
        sums = {region: self.of((measure, region, period, method, group)) for region in over}
        if len(over) == cell.covered and not self._release.apart:
            return added(list(sums.values()))
        own = {self._column("nation", self._number, *cell.key): 1.0}
        if (
            not self._release.apart
            and len(over) > cell.covered
            and TOTAL in (method, group)
            and not cell.corrected
            and not compared
        ):
            self._between(cell.key, own, sums)
        return own

    def _between(self, key: Key, own: Sum, sums: Mapping[str, Sum]) -> None:
        """A count of the nation without some regions that withhold theirs: from what others show up to all."""
        measure, period = comparisons.behind(key[0], key[2])
        shown = [sums[code] for code in sums if self._told[measure, code, period, *key[3:]].value is not None]
        more, less = (self._column(side, self._number, *key) for side in ("beside", "without"))
        self._around.append(minus(own, added([*shown, {more: 1.0}])))
        self._around.append(minus(added(list(sums.values())), added([own, {less: 1.0}])))

    def _in_both(self, compared: SameRegions, period: str) -> list[str]:
        """The regions with a count in a period and in the one a year earlier."""
        before = periods.parse(period).year_earlier().code
        earlier = set(self._covered(compared.measure, before, TOTAL, TOTAL))
        return [code for code in self._covered(compared.measure, period, TOTAL, TOTAL) if code in earlier]

    def _covered(self, measure: str, period: str, method: str, group: str) -> list[str]:
        if TOTAL in (method, group):
            return self._regions.get((measure, period, method, group), [])
        other = set(self._regions.get((measure, period, TOTAL, group), []))
        one = self._regions.get((measure, period, method, TOTAL), [])
        if (
            self._release.bare
            or other ^ set(one)
            or self._doubtful & {(measure, period, method, TOTAL), (measure, period, TOTAL, group)}
        ):
            return []  # a region can have a count here without one of the two totals
        return one

    @cached_property
    def _doubtful(self) -> set[tuple[str, str, str, str]]:
        """Of what some region that delivered has no number."""
        return {(key[0], *key[2:]) for key, cell in self._told.items() if cell.absent and not cell.guess}

    def of(self, key: Key) -> Sum:
        """A cell of a region as a sum of unknowns."""
        if key not in self._sums:
            self._sums[key] = self._made(key)
        return self._sums[key]

    def _made(self, key: Key) -> Sum:
        measure, region, period, method, group = key
        total = (method, group) == (TOTAL, TOTAL)
        if measure in MADE and (parts := self._parts(key)):
            return added([self._fine(part) for part in parts])
        if measure in measures.STOCKS and total:
            return {self._moment(measure, region, period): 1.0}
        if measure in MADE:  # adds up over no periods: who was there already is in each
            return {self._own(key): 1.0}
        if total and not self._split(key):
            finer = self._finer(key)
            return added([self.of(part) for part in finer]) if finer else {self._own(key): 1.0}
        methods = METHOD_PARTS if method == TOTAL else (method,)
        groups = CLIENT_GROUP_PARTS if group == TOTAL else (group,)
        return {self._own((measure, region, period, one, two)): 1.0 for one in methods for two in groups}

    def _parts(self, key: Key) -> list[Key]:
        """What a count is made of, a stock that does not apply left out; empty where one of them is not told."""
        parts = [(one, *key[1:]) for one in MADE[key[0]]]
        there = [part for part in parts if self._has(part)]
        gone = [part for part in parts if part not in there]
        return there if all(part[0] in measures.STOCKS and part in self._release.empty for part in gone) else []

    def _has(self, *keys: Key) -> bool:
        return all(key in self._told for key in keys)

    def _split(self, key: Key) -> bool:
        """True when all methods or all client groups of a total are published with a value."""
        measure, region, period, _, _ = key
        return self._some((measure, region, period, one, TOTAL) for one in METHOD_PARTS) or self._some(
            (measure, region, period, TOTAL, one) for one in CLIENT_GROUP_PARTS
        )

    def _some(self, parts: Iterable[Key]) -> bool:
        """Is something told of each of these, and a count of one?"""
        keys = list(parts)
        return self._has(*keys) and not all(self._told[key].absent for key in keys)

    def _finer(self, key: Key) -> list[Key]:
        """The parts of a period, where all have a value."""
        measure, region, period, method, group = key
        parsed = periods.parse(period)
        for kind in _FINER[parsed.kind]:
            parts = [(measure, region, part.code, method, group) for part in parsed.parts(kind)]
            if self._some(parts):
                return parts
        return []

    def _moment(self, measure: str, region: str, period: str) -> int:
        """The stock at a moment: one unknown for the end of a period and the start of the next."""
        start = measure == OPENING
        parsed = periods.parse(period)
        day = parsed.start if start else parsed.following().start
        side = measure if self._jumps(region, day.isoformat()) else "stock"
        return self._column(
            side, self._labels.of(self._number, (OPENING, region, period, "", "")), region, day.isoformat()
        )

    def _jumps(self, region: str, day: str) -> bool:
        """True when it is public that a start differs from the end before it."""
        return (region, day) in self._broken

    @cached_property
    def _broken(self) -> set[Place]:
        ends: dict[Place, set[float]] = {}
        broken: set[Place] = set()
        for (measure, region, period, _, _), cell in self._told.items():
            if measure not in measures.STOCKS or region == NATION:
                continue
            parsed = periods.parse(period)
            day = (parsed.start if measure == OPENING else parsed.following().start).isoformat()
            values = ends.setdefault((region, day), set())
            values |= set() if cell.value is None else {cell.value}
            if len(values) > 1 or (measure == OPENING and (region, period) in self._release.loose):
                broken.add((region, day))
        return broken

    def _own(self, key: Key) -> int:
        return self._column("cell", self._labels.of(self._number, key), *key)

    def _column(self, *name: object) -> int:
        return self._columns.setdefault(name, len(self._columns))

    def _fine(self, key: Key) -> Sum:
        """A total as the sum of its finest periods: what is not about the splits stays apart from them."""
        finer = [] if key[0] in STOCKS else self._finer(key)
        return added([self._fine(part) for part in finer]) if finer else self.of(key)

    def relations(self) -> list[tuple[Sum, float]]:
        """What everybody knows beside the cells, as sums of unknowns and what they come to."""
        found = [(terms, 0.0) for terms in self._around]
        for key, cell in self._told.items():
            measure, region, period, method, group = key
            if region == NATION:
                continue
            total = (method, group) == (TOTAL, TOTAL)
            if total and measure not in STOCKS and self._split(key) and self._finer(key):
                over_time = self._fine(key)
                if cell.exact is None:
                    found.append((minus(over_time, self.of(key)), 0.0))
                else:
                    found.append((over_time, cell.exact))
            if measure == CLOSING and total:
                found += self._ledger(region, period)
            if measure in PARTS:
                found += self._inside(key, total)
        return found

    def _inside(self, key: Key, total: bool) -> list[tuple[Sum, float]]:
        """A part is no more than what it is part of (a stock: of everybody); the rest is an unknown of its own."""
        stocks = [(one, *key[1:3], TOTAL, TOTAL) for one in declared(key[0]).part_of if one in measures.STOCKS]
        flows = [(one, *key[1:]) for one in declared(key[0]).part_of if one not in measures.STOCKS]
        if not self._has(*stocks, *flows):
            return []
        whole = added([self._fine(one) if total else self.of(one) for one in (*stocks, *flows)])
        part = self._fine(key) if total else self.of(key)
        rest = {self._column("rest", self._number, *key): 1.0}
        return [(minus(whole, added([part, rest])), 0.0)]

    def _ledger(self, region: str, period: str) -> list[tuple[Sum, float]]:
        keys = {name: (name, region, period, TOTAL, TOTAL) for name in LEDGER}
        if not self._has(*keys.values()) or self._loosely(region, period):
            return []
        if any(self._told[key].guess for key in keys.values()):
            return []  # what does not apply is in no sum, but need not be nobody
        known = [factor * (self._told[keys[name]].value or 0.0) for name, factor in LEDGER.items()]
        if all(self._shows(key) for key in keys.values()) and sum(known) != 0:
            return []
        sides = [
            added([self._fine(keys[name]) for name, factor in LEDGER.items() if factor == side]) for side in (1, -1)
        ]
        return [(minus(*sides), 0.0)]

    def _shows(self, key: Key) -> bool:
        return self._told[key].value is not None

    def _loosely(self, region: str, period: str) -> bool:
        whole = periods.parse(period)
        return any(code == region and whole.contains(periods.parse(part)) for code, part in self._release.loose)


def added(sums: Sequence[Mapping[int, float]]) -> Sum:
    """The sum of sums."""
    total: Sum = {}
    for terms in sums:
        for column, by in terms.items():
            total[column] = total.get(column, 0.0) + by
    return total


def minus(left: Mapping[int, float], right: Mapping[int, float]) -> Sum:
    """One sum minus another; unknowns that fall away are left out."""
    total = added([left, {column: -by for column, by in right.items()}])
    return {column: by for column, by in total.items() if by}
