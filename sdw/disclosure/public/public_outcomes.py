"""What anybody can set up from published outcomes alone: no store, no withheld value, no batch is read here.

Unknowns are the people that the published cuts imply. Of the nation: for each number of months, start half-year,
method and client group those with work of 12 hours, with less work, without work and lost from sight; and their
cohort, the same at each number of months. Of a region: for each number of months IPS and all other methods.
Relations that everybody knows: totals are the sum of their parts, all cohorts together are the half-years that have
come so far, and the regions are the nation where coverage says that it is about these regions.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

import numpy as np
from scipy import sparse

from sdw.disclosure.intervals import Public
from sdw.disclosure.outcomes.outcome_cells import (
    IPS,
    NATION,
    NEVER_SHOWN,
    SHOWS,
    TOTAL,
    Cell,
    Count,
    Key,
    counts_of,
)
from sdw.disclosure.system import lowest, type_int
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS

Sum = dict[int, float]
_OTHER = tuple(method for method in METHOD_PARTS if method != IPS)
_CLASSES: dict[Count, tuple[int, ...]] = {
    Count.WORK_12U: (0,),
    Count.NO_WORK_12U: (1, 2),
    Count.WORK_1U: (0, 1),
    Count.NO_WORK_1U: (2,),
    Count.FOLLOWED: (0, 1, 2),
    Count.COHORT: (0, 1, 2, 3),
}
_WIDTH = 4


class Taken(IntEnum):
    """What is taken for granted of national cuts, from most to least: that all are about the same regions; that
    those over as many regions are; that the cohort of a cut is the same at each number of months; nothing."""

    REGIONS = 0
    COVERAGE = 1
    COHORT = 2
    NOTHING = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What an edition tells of one cut after so many months.

    counts: those that follow from the rates that are shown. withheld: measures of which the rate is withheld.
    covered: number of regions in a national cut. carried_over: withheld measures that show another edition's rate.
    """

    months: int
    cut: Key
    counts: Mapping[Count, float]
    withheld: frozenset[str]
    covered: int = 0
    carried_over: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Open:
    """The public system. keys: of each of its first rows the number of the edition and the count."""

    view: Public
    keys: tuple[tuple[int, Cell], ...]

    @property
    def hidden(self) -> type_int:
        """Rows of the counts that are withheld."""
        return np.flatnonzero(~self.view.shown[: len(self.keys)])


def opened(releases: Sequence[Iterable[Told]], *, alike: bool = True, taken: Taken = Taken.REGIONS) -> Open:
    """The system of one edition, or of two together.

    alike: what no shown figure says has changed between the editions is taken to be the same; otherwise the two
    editions say nothing about each other. taken: what is taken for granted of cuts of the nation.
    """
    told = [{(one.months, one.cut): one for one in release} for release in releases]
    world = _World(told, alike, taken)
    rows: list[tuple[Sum, float]] = []
    keys: list[tuple[int, Cell]] = []
    for number, release in enumerate(told):
        for (months, cut), one in release.items():
            for count in counts_of(cut):
                if count not in NEVER_SHOWN and (count in one.counts or _is_withheld(one, count)):
                    rows.append((world.sum_of(number, months, cut, count), one.counts.get(count, np.nan)))
                    keys.append((number, Cell(months, cut, count)))
        world.tie(number)
    every = [*rows, *((terms, 0.0) for terms in world.relations)]
    numbers = [row for row, (terms, _) in enumerate(every) for _ in terms]
    columns = [column for terms, _ in every for column in terms]
    factors = [factor for terms, _ in every for factor in terms.values()]
    matrix = sparse.csr_array((factors, (numbers, columns)), shape=(len(every), world.width))
    value = np.array([value for _, value in every], dtype=np.float64)
    view = Public(matrix, value, ~np.isnan(value), lowest(matrix) >= 0)
    return Open(view, tuple(keys))


def _is_withheld(one: Told, count: Count) -> bool:
    if count is Count.COHORT:
        return bool(one.withheld or one.counts)
    return any(count in SHOWS[measure] for measure in one.withheld)


@dataclass(slots=True)
class _World:
    """The unknowns of all editions, and what everybody knows about them."""

    told: Sequence[Mapping[tuple[int, Key], Told]]
    alike: bool
    taken: Taken
    relations: list[Sum] = field(default_factory=list)
    width: int = 0
    _numbers: dict[Hashable, int] = field(default_factory=dict)
    _periods: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    _changed: dict[int, bool] = field(default_factory=dict)

    def sum_of(self, number: int, months: int, cut: Key, count: Count) -> Sum:
        """A count as a sum of unknowns."""
        firsts: list[int] = []
        if cut.region == NATION:
            firsts += self._cut(number, months, cut)
        else:
            both = (TOTAL,) if self._odd(months, cut.region) else (True, False)
            for arm in both if cut.method == TOTAL else (True,):
                firsts += [first for _, first in self._region(number, months, cut.region, arm)]
        return {first + one: 1.0 for first in firsts for one in _CLASSES[count]}

    def _cut(self, number: int, months: int, cut: Key) -> list[int]:
        """A cut of the nation as its finest parts, or by itself where it may be about other regions than these."""
        if self.taken >= Taken.COHORT:
            return self._nation(number, months, cut.period, [cut.method], [cut.client_group], cut)
        among = self.told[number][months, cut].covered if self.taken else ""
        firsts: list[int] = []
        for period in [cut.period] if cut.period else self.periods(number, months):
            methods, groups = _methods(cut.method), _groups(cut.client_group)
            firsts += self._nation(number, months, period, methods, groups, among)
        return firsts

    def periods(self, number: int, months: int) -> tuple[str, ...]:
        """The half-years that have come so far and of which there are figures."""
        if (number, months) not in self._periods:
            found = {cut.period for step, cut in self.told[number] if step == months and cut.period}
            self._periods[number, months] = tuple(sorted(found))
        return self._periods[number, months]

    def tie(self, number: int) -> None:
        """Add what ties the unknowns of an edition to each other."""
        if self.taken:
            for months, cut in list(self.told[number]):
                if cut in (Key(NATION, "", IPS, TOTAL), Key(NATION, "", TOTAL, TOTAL)):
                    self._tie_cut(number, months, cut)
            return
        for months in sorted({months for months, _ in self.told[number]}):
            for arm in (True, False):
                self._tie_regions(number, months, arm)

    def _tie_cut(self, number: int, months: int, cut: Key) -> None:
        """The regions with figures are one cut of the nation, if it is about as many."""
        if self._covers(number, months, cut) and self.taken < Taken.NOTHING:
            places = [one for step, one in self.told[number] if step == months and one.method == cut.method]
            places = [one for one in places if one.region != NATION]
            for count in (Count.WORK_12U, Count.WORK_1U, Count.FOLLOWED):
                terms = dict.fromkeys(self.sum_of(number, months, cut, count), -1.0)
                for place in places:
                    terms |= self.sum_of(number, months, place, count)
                self.relations.append(terms)

    def _tie_regions(self, number: int, months: int, arm: bool) -> None:
        """The regions are the nation, half-years in both editions and in one apart."""
        told = self.told[number]
        cuts = [Key(NATION, "", method, TOTAL) for method in ((IPS,) if arm else (IPS, TOTAL))]
        if not all(self._covers(number, months, cut) for cut in cuts):
            return
        regions = sorted({cut.region for step, cut in told if step == months and cut.region != NATION})
        found: dict[str, list[int]] = {}
        for region in regions:
            for part, first in self._region(number, months, region, arm):
                found.setdefault(part, []).append(first)
        methods = (IPS,) if arm else _OTHER
        for part, firsts in found.items():
            inside = [
                period for period in self.periods(number, months) if self._part(number, months, period) == part
            ]
            nation = [
                first
                for period in inside
                for first in self._nation(number, months, period, methods, CLIENT_GROUP_PARTS, "")
            ]
            for one in range(_WIDTH - 1):
                terms = {first + one: 1.0 for first in firsts} | {first + one: -1.0 for first in nation}
                if terms not in self.relations:
                    self.relations.append(terms)

    def _covers(self, number: int, months: int, cut: Key) -> bool:
        """Is the nation about exactly the regions that have figures?"""
        nation = self.told[number].get((months, cut))
        regions = sum(
            step == months and other.region != NATION and other.method == cut.method
            for step, other in self.told[number]
        )
        return nation is not None and nation.covered == regions

    def _nation(
        self,
        number: int,
        months: int,
        period: str,
        methods: Sequence[str],
        groups: Sequence[str],
        among: Hashable,
    ) -> list[int]:
        edition = number if self._differs(months) else 0
        return [
            self._first(("nation", edition, months, among, period, method, group), number)
            for method in methods
            for group in groups
        ]

    def _first(self, name: tuple[object, ...], number: int) -> int:
        """The columns of some people in the nation; with a new one comes what ties them to their cohort."""
        known = name in self._numbers
        first = self._columns(name, _WIDTH)
        if not known:
            months, among, period = int(str(name[2])), name[3], str(name[4])
            own = among if isinstance(among, Key) else Key(NATION, period, TOTAL, TOTAL)
            whole = self.told[number].get((months, own))
            covered = 0 if whole is None else whole.covered
            apart = months if self.taken is Taken.NOTHING else 0
            edition = number if any(self._differs(step) for step in self._months) else 0
            column = self._columns(("cohort", edition, apart, *name[3:], covered), 1)
            self.relations.append({column: 1.0} | {first + one: -1.0 for one in range(_WIDTH)})
        return first

    def _region(self, number: int, months: int, region: str, arm: Hashable) -> list[tuple[str, int]]:
        """Which half-years of a region, and the first column of these people."""
        parts = sorted({self._part(number, months, period) for period in self.periods(number, months)})
        edition = number if self._region_differs(months, region) else 0
        return [
            (part, self._columns(("region", edition, part, months, region, arm), _WIDTH)) for part in parts or [""]
        ]

    def _part(self, number: int, months: int, period: str) -> str:
        """'' for half-years that every edition has, otherwise the number of the edition."""
        everywhere = all(period in self.periods(other, months) for other in range(len(self.told)))
        return "" if everywhere else str(number)

    @property
    def _months(self) -> set[int]:
        return {months for release in self.told for months, _ in release}

    def _columns(self, name: Hashable, count: int) -> int:
        first = self._numbers.setdefault(name, self.width)
        if first == self.width:
            self.width += count
        return first

    def _differs(self, months: int) -> bool:
        """Does a shown figure say that something changed, beside growth by a fresh half-year?"""
        if months not in self._changed:
            cuts = {cut for release in self.told for step, cut in release if step == months}
            self._changed[months] = not self.alike or any(self._conflict(months, cut) for cut in cuts)
        return self._changed[months]

    def _odd(self, months: int, region: str) -> bool:
        """Does a region show more people by IPS than in all, because a total of one half-year is missing?"""
        if self.taken is Taken.NOTHING:
            return True
        pairs = [
            (release[months, ips].counts, release[months, whole].counts)
            for release in self.told
            for ips, whole in [(Key(region, "", IPS, TOTAL), Key(region, "", TOTAL, TOTAL))]
            if (months, ips) in release and (months, whole) in release
        ]
        return any(part[count] > all_[count] for part, all_ in pairs for count in part.keys() & all_.keys())

    def _region_differs(self, months: int, region: str) -> bool:
        if not self._differs(months):
            return False
        cuts = [Key(region, "", method, TOTAL) for method in (TOTAL, IPS)]
        whole = all(
            (months, cut) in release and not release[months, cut].withheld for release in self.told for cut in cuts
        )
        return not self.alike or not whole or any(self._conflict(months, cut) for cut in cuts)

    def _conflict(self, months: int, cut: Key) -> bool:
        seen = [release[months, cut].counts for release in self.told if (months, cut) in release]
        pairs = list(pairwise(seen))
        grown = not cut.period and len({self.periods(number, months) for number in range(len(self.told))}) > 1
        return any(
            (after[count] < before[count]) if grown else (after[count] != before[count])
            for before, after in pairs
            for count in before.keys() & after.keys()
        )


def _methods(method: str) -> Sequence[str]:
    return METHOD_PARTS if method == TOTAL else (method,)


def _groups(group: str) -> Sequence[str]:
    return CLIENT_GROUP_PARTS if group == TOTAL else (group,)
