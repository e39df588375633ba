"""Protecting outcomes: a rate is two counts of people, so those counts are the cells.

Everybody of a cohort is in exactly one of four classes: work of ≥ 12 hours a week, smaller work of ≥ 1 hour a
month, followed without work, lost from sight. All counts that a published rate gives away, and those that a
difference of two would give away, are sums over these classes in one linear system per number of months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from scipy import sparse

from sdw.privacy import primary
from sdw.privacy.protect import Unprotected
from sdw.privacy.protect import protect as protected
from sdw.privacy.system import Cells, LinearSystem, type_bool

NATION, TOTAL, IPS = "NL", "totaal", "ips"


class Key(NamedTuple):
    """A published cut. `period` is the start half-year, '' for all cohorts together."""

    region: str
    period: str
    method: str
    client_group: str


class Counts(NamedTuple):
    """People of a cohort: all, followed, with work of ≥ 1 hour a month, with work of ≥ 12 hours a week."""

    cohort: float
    followed: float
    work_1u: float
    work_12u: float

    @property
    def classes(self) -> tuple[float, float, float, float]:
        """Work of 12 hours, smaller work, followed without work, lost from sight: they add up to the cohort."""
        lost = self.cohort - self.followed
        return self.work_12u, self.work_1u - self.work_12u, self.followed - self.work_1u, lost

    def working(self, measure: str) -> float:
        """People with work, at the threshold of a measure."""
        return {"werk_12u": self.work_12u, "werk_1u": self.work_1u}[measure]


class Part(NamedTuple):
    """The finest count that is known: one cohort of one region, method and client group."""

    method: str
    client_group: str
    counts: Counts
    within: tuple[Key, ...]  #: the published cuts that it is in


class Count(StrEnum):
    """What is counted in a cut. `SMALL` and `LOST` are never shown themselves, but follow from others."""

    WORK_12U = "werk_12u"
    NO_WORK_12U = "geen_werk_12u"
    WORK_1U = "werk_1u"
    NO_WORK_1U = "geen_werk_1u"
    FOLLOWED = "gevolgd"
    COHORT = "cohort"
    SMALL = "klein_werk"
    LOST = "niet_gevolgd"


#: Which of the four classes are in a count.
_CLASSES: dict[Count, tuple[int, ...]] = {
    Count.WORK_12U: (0,),
    Count.NO_WORK_12U: (1, 2),
    Count.WORK_1U: (0, 1),
    Count.NO_WORK_1U: (2,),
    Count.FOLLOWED: (0, 1, 2),
    Count.COHORT: (0, 1, 2, 3),
    Count.SMALL: (1,),
    Count.LOST: (3,),
}
_NEVER_SHOWN = (Count.SMALL, Count.LOST)
#: What hiding costs per person: the people followed carry both rates, 12 hours is the covenant's own threshold, and
#: the cohort only gives the best and the worst case.
_WEIGHT: dict[Count, float] = {
    Count.FOLLOWED: 5.0,
    Count.WORK_12U: 3.0,
    Count.NO_WORK_12U: 3.0,
    Count.WORK_1U: 1.0,
    Count.NO_WORK_1U: 1.0,
    Count.COHORT: 0.02,
}
#: A rate shows these counts.
SHOWS: dict[str, tuple[Count, Count, Count]] = {
    "werk_12u": (Count.WORK_12U, Count.NO_WORK_12U, Count.FOLLOWED),
    "werk_1u": (Count.WORK_1U, Count.NO_WORK_1U, Count.FOLLOWED),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A system with the name of each cell: cut and count; None for the balances that everybody knows.

    The cut of "all methods but IPS" has method `-ips`: the difference of two cuts, never shown itself.
    """

    system: LinearSystem
    names: tuple[tuple[Key, Count] | None, ...]


def shown(parts: Sequence[Part], threshold: int) -> dict[Key, frozenset[Count]]:
    """The counts of each cut that may be shown, for one number of months. Nothing where no pattern is safe."""
    if not parts:
        return {}
    named = system(parts, threshold)
    try:
        pattern = protected(named.system)
    except Unprotected:
        return {}
    return _by_cut(named, pattern.hidden)


def _by_cut(named: Named, hidden: type_bool) -> dict[Key, frozenset[Count]]:
    found: dict[Key, set[Count]] = defaultdict(set)
    for name, secret in zip(named.names, hidden.tolist(), strict=True):
        if name is not None and not secret:
            found[name[0]].add(name[1])
    return {key: frozenset(counts) for key, counts in found.items()}


def system(parts: Sequence[Part], threshold: int) -> Named:
    """All counts of all cuts of these parts as one system, its primaries marked.

    Regional cuts and national cuts are two families of margins of the same people. Each family has its own inner
    counts (parts that are in the same cuts are added up); that both have equally many people of each class, for IPS
    and the rest and per client group, ties them. Any two sets of non-negative margins with equal sums have a table
    between them (the transportation problem), so nothing is lost but that a region has no people in some cohorts.
    """
    columns = _Columns()
    cells: dict[tuple[Key, Count], dict[int, float]] = defaultdict(dict)
    ties: dict[Hashable, dict[int, float]] = defaultdict(dict)
    for part in parts:
        kind = (part.method == IPS, part.client_group)
        for national in (False, True):
            within = tuple(key for key in part.within if (key.region == NATION) == national)
            ids = [columns.of((national, kind, within, i), count) for i, count in enumerate(part.counts.classes)]
            for i, column in enumerate(ids[:3]):
                ties[kind, i][column] = 1.0 if national else -1.0
            for key in within:
                for count in _counts_of(key):
                    cells[key, count].update((ids[i], 1.0) for i in _CLASSES[count])
    for key in [key for key, count in cells if count is Count.FOLLOWED and key.method == IPS]:
        _add_rest(cells, key)
    rows = [*cells.values(), *ties.values()]
    return _marked(rows, columns.values, tuple(cells), len(ties), threshold)


def _counts_of(key: Key) -> Iterable[Count]:
    """Best and worst case are published for the nation only: most regions lose too few people to show it."""
    regional = key.region != NATION
    return [count for count in Count if not (regional and count in (Count.COHORT, Count.LOST))]


def _add_rest(cells: dict[tuple[Key, Count], dict[int, float]], ips: Key) -> None:
    """All methods but IPS: what a reader gets by taking IPS from the total."""
    whole = ips._replace(method=TOTAL)
    if not cells.get((whole, Count.FOLLOWED), {}).keys() >= cells[ips, Count.FOLLOWED].keys():
        return
    for count in Count:
        if (ips, count) in cells:
            rest = cells[whole, count].keys() - cells[ips, count].keys()
            cells[ips._replace(method=f"-{IPS}"), count] = dict.fromkeys(rest, 1.0)


class _Columns:
    """Numbers of inner counts, and what they add up to."""

    def __init__(self) -> None:
        self._number: dict[Hashable, int] = {}
        self.values: list[float] = []

    def of(self, name: Hashable, more: float) -> int:
        number = self._number.setdefault(name, len(self.values))
        if number == len(self.values):
            self.values.append(0.0)
        self.values[number] += more
        return number


def _marked(
    rows: Sequence[Mapping[int, float]],
    inner: Sequence[float],
    names: Sequence[tuple[Key, Count]],
    ties: int,
    threshold: int,
) -> Named:
    data = [factor for row in rows for factor in row.values()]
    columns = [column for row in rows for column in row]
    ends = np.cumsum([0, *map(len, rows)])
    matrix = sparse.csr_array((data, columns, ends), shape=(len(rows), len(inner)), dtype=np.float64)
    value = matrix @ np.asarray(inner)
    tied = np.arange(len(rows)) >= len(names)
    never = np.array([count in _NEVER_SHOWN or key.method.startswith("-") for key, count in names] + [False] * ties)
    plain = Cells.plain(value, ~tied)
    weight = np.array([_WEIGHT.get(count, 0.0) for _, count in names] + [0.0] * ties)
    facts = LinearSystem(matrix, plain, np.asarray(inner, dtype=np.float64)).with_cells(
        known=(plain.known & ~never) | tied, frozen=never, weight=weight
    )
    marked = primary.mark(facts, threshold, _shares(names))
    return Named(marked, (*names, *[None] * ties))


def _shares(names: Sequence[tuple[Key, Count]]) -> primary.Shares:
    """Zeros that would show 0% or 100% of the people followed."""
    place = {name: number for number, name in enumerate(names)}
    pairs = [
        (place[key, count], place[key, Count.FOLLOWED])
        for key, count in names
        if any(count in shows[:2] for shows in SHOWS.values())
    ]
    part, whole = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return primary.Shares(part, whole)
