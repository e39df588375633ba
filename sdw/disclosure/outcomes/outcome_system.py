"""All counts of outcomes, of all numbers of months and of one or more editions, as one linear system.

Unknowns are sums of parts that nobody can tell apart: per number of months the three classes of people followed,
and once for all months the size of the cohort, which does not change. Regional cuts and national cuts are two
families of margins of the same people, each with its own unknowns; that both have equally many people of each
class, for IPS and the rest, per client group and equally changed over the editions, ties them. That nobody is
followed who is not in the cohort is a row of its own: the people lost from sight are not below zero.

Parts are grouped by all cuts that they are in, over all months and all editions. A part that did not change between
two editions is the same unknown in both; which ones changed, the attacker is taken to know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from sdw.disclosure import primary
from sdw.disclosure.outcomes.outcome_cells import NEVER_SHOWN, REST, SHOWS, Cell, Count, Key, Release, counts_of
from sdw.disclosure.outcomes.unknowns import Terms, Unknowns
from sdw.disclosure.system import Cells, LinearSystem, type_bool

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


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of the system is: a cell of an edition (its number), or with no cell what everybody knows.

    versus: of a difference of two editions: the edition without these people. Never shown itself.
    """

    release: int
    cell: Cell | None
    versus: int | None = None

    @property
    def never(self) -> bool:
        """Never shown itself: it only must not follow from what is."""
        if self.cell is None:
            return False
        return self.versus is not None or self.cell.what in NEVER_SHOWN or self.cell.cut.method == REST


@dataclass(frozen=True, slots=True)
class Joint:
    """The system with its primaries marked, and what each row is.

    names: by number of the edition, months and cut: of which parts a cut is the sum.
    """

    system: LinearSystem
    rows: tuple[Row, ...]
    names: Mapping[tuple[int, int, Key], frozenset[Key]]


def build(releases: Sequence[Release], threshold: int, *, finest: bool = False) -> Joint:
    """The system of these editions together, oldest first. Only balances are known in it, and nothing is hidden.

    finest: every part is an unknown of its own, in both families: the exact attacker, for small tables.
    """
    unknowns = Unknowns(releases, finest)
    rows = [
        (Row(number, Cell(months, cut, count), versus), people.terms(count))
        for number, versus, cuts in unknowns.tables()
        for (months, cut), people in cuts.items()
        for count in counts_of(cut)
    ]
    cells = len(rows)
    everybody = Row(0, None)
    rows += [(everybody, terms) for terms in unknowns.ties.values()]
    balances = len(unknowns.ties)
    floors = {(*people.classes, -1, *people.cohorts): people for people in unknowns.groups.values()}
    rows += [(everybody, people.terms(Count.LOST)) for people in floors.values()]
    known = np.zeros(len(rows), dtype=bool)
    known[cells : cells + balances] = True
    system = _system(rows, known, unknowns)
    marked = primary.mark(system, threshold, _shares([row for row, _ in rows[:cells]]))
    is_floor = np.arange(len(rows)) >= cells + balances
    value = marked.cells.value
    marked = marked.with_cells(
        primary=marked.cells.primary & ~is_floor,
        lower=np.where(is_floor, value, marked.cells.lower),
        upper=np.where(is_floor, value, marked.cells.upper),
    )
    names = {place: frozenset(found) for place, found in unknowns.names.items()}
    return Joint(marked, tuple(row for row, _ in rows), names)


def _system(rows: Sequence[tuple[Row, Terms]], balance: type_bool, unknowns: Unknowns) -> LinearSystem:
    data = [factor for _, terms in rows for factor in terms.values()]
    columns = [column for _, terms in rows for column in terms]
    ends = np.cumsum([0, *(len(terms) for _, terms in rows)])
    inner = np.array(unknowns.values, dtype=np.float64)
    matrix = sparse.csr_array((data, columns, ends), shape=(len(rows), len(inner)), dtype=np.float64)
    never = np.array([row.never or (row.cell is None) for row, _ in rows], dtype=bool) & ~balance
    plain = Cells.plain(matrix @ inner, ~balance)
    weight = np.array([0.0 if row.cell is None else _WEIGHT.get(row.cell.what, 0.0) for row, _ in rows])
    family = np.array(unknowns.family, dtype=np.int64)
    facts = LinearSystem(matrix, plain, inner, family, _near(set(unknowns.family)))
    return facts.with_cells(known=(plain.known & ~never) | balance, frozen=never, weight=weight)


def _near(families: set[int]) -> tuple[tuple[int, ...], ...]:
    """Where proofs are sought first: one number of months, the cohorts (0), both together."""
    months = sorted(families - {0})
    return (*((one,) for one in months), (0,), *((0, one) for one in months))


def _shares(rows: Sequence[Row]) -> primary.Shares:
    """Zeros that would show 0% or 100% of the people followed."""
    place = {row: number for number, row in enumerate(rows)}
    pairs = [
        (number, place[replace(row, cell=row.cell._replace(what=Count.FOLLOWED))])
        for row, number in place.items()
        if row.cell is not None and any(row.cell.what in shows[:2] for shows in SHOWS.values())
    ]
    part, whole = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return primary.Shares(part, whole)
