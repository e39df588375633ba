"""The unknowns of outcomes: which parts nobody can tell apart, over all months, cuts and editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sdw.disclosure.outcomes.outcome_cells import IPS, NATION, REST, TOTAL, Count, Key, Part, Release

Terms = dict[int, float]
Place = tuple[int, Key]
#: A part over the editions: its counts by number of months and number of the edition.
_History = dict[int, dict[int, Part]]

#: Which of the three classes of people followed are in a count.
_CLASSES: dict[Count, tuple[int, ...]] = {
    Count.WORK_12U: (0,),
    Count.NO_WORK_12U: (1, 2),
    Count.WORK_1U: (0, 1),
    Count.NO_WORK_1U: (2,),
    Count.FOLLOWED: (0, 1, 2),
    Count.COHORT: (),
    Count.SMALL: (1,),
    Count.LOST: (0, 1, 2),
}


@dataclass(frozen=True, slots=True)
class People:
    """Some people after so many months: the first of the columns of their classes, and those of their cohorts."""

    classes: dict[int, None] = field(default_factory=dict)
    cohorts: dict[int, None] = field(default_factory=dict)

    def terms(self, count: Count) -> Terms:
        """How many of them are in a count, as a sum of unknowns."""
        sign = -1.0 if count is Count.LOST else 1.0
        found = {first + one: sign for first in self.classes for one in _CLASSES[count]}
        if count in (Count.COHORT, Count.LOST):
            found |= dict.fromkeys(self.cohorts, 1.0)
        return found

    def add(self, classes: int, cohort: int) -> None:
        """Some more people."""
        self.classes[classes] = self.cohorts[cohort] = None

    def without(self, other: People) -> People:
        """Those who are not among the others."""
        return People(
            {one: None for one in self.classes if one not in other.classes},
            {one: None for one in self.cohorts if one not in other.cohorts},
        )


def _with_rest(cuts: Mapping[Place, People]) -> dict[Place, People]:
    """These cuts, and all methods but IPS where IPS is published and in the total."""
    found = dict(cuts)
    for (months, cut), people in cuts.items():
        whole = cuts.get((months, cut._replace(method=TOTAL)))
        if cut.method == IPS and whole is not None and whole.classes.keys() > people.classes.keys():
            found[months, cut._replace(method=REST)] = whole.without(people)
    return found


class _State(NamedTuple):
    """A part in one edition after so many months.

    first: the oldest edition with the same counts. cohort: which of its sizes over months and editions it has.
    """

    number: int
    first: int
    cohort: int
    anybody: bool


class Unknowns:
    """The unknowns: which parts each adds up, and what it comes to.

    groups: people in the same column of a class, with their cohorts. ties: what is equal in both families.
    """

    def __init__(self, releases: Sequence[Release], finest: bool) -> None:
        self.values: list[float] = []
        self.family: list[int] = []
        self.names: dict[tuple[int, int, Key], set[Key]] = defaultdict(set)
        self.groups: dict[Hashable, People] = defaultdict(People)
        self.ties: dict[Hashable, Terms] = defaultdict(dict)
        self._editions = range(len(releases))
        self._finest = finest
        self._cuts: dict[tuple[int, int | None], dict[Place, People]] = defaultdict(lambda: defaultdict(People))
        self._first: dict[Hashable, int] = {}
        self._short: dict[Hashable, int] = {}
        histories: dict[Key, _History] = defaultdict(lambda: defaultdict(dict))
        for number, release in enumerate(releases):
            for months, parts in release.parts.items():
                for part in parts:
                    histories[part.name][months][number] = part
        for name, history in histories.items():
            self._add(name, history)

    def tables(self) -> Iterator[tuple[int, int | None, dict[Place, People]]]:
        """The cuts of each edition, and who is in a cut of one edition and not in the same cut of another."""
        for (number, versus), cuts in self._cuts.items():
            if versus is None:
                yield number, None, _with_rest(cuts)
                continue
            here, there = self._cuts[number, None], self._cuts.get((versus, None), {})
            yield (
                number,
                versus,
                _with_rest({place: who for place, who in cuts.items() if place in there and who != here[place]}),
            )

    def _add(self, name: Key, history: _History) -> None:
        kind = (name.method == IPS, name.client_group)
        sizes: dict[float, int] = {}
        states = {months: _states(history[months], sizes) for months in sorted(history)}
        shape = {months: _shape(found) for months, found in history.items()}
        whole = self._brief(
            (kind, tuple((months, shape[months], _sizes(found)) for months, found in states.items()))
        )
        for national in (False, True):
            family = None if self._finest else national
            once = national or not self._finest
            within = {
                months: self._brief(name if self._finest else _within(history[months], national))
                for months in states
            }
            all_cuts = self._brief((family, whole, tuple(within[months] for months in states)))
            sign = 1.0 if national else -1.0
            cohorts = []
            for size, index in sizes.items():
                column = self._columns(("cohort", all_cuts, index), 1, 0)
                self.values[column] += size * once
                if not self._finest:
                    self.ties["cohort", whole, index][column] = sign
                cohorts.append(column)
            for months, editions in history.items():
                for state in states[months]:
                    part = editions[state.number]
                    alike = (kind, months, shape[months], states[months], state.first)
                    column = self._columns((family, alike, within[months]), 3, months)
                    floor = (family, kind, months, _sizes(states[months]), within[months], state.number)
                    self.groups[floor].add(column, cohorts[state.cohort])
                    if state.number == state.first:
                        for one, count in enumerate(part.counts.classes):
                            self.values[column + one] += count * once
                            if not self._finest:
                                self.ties[alike, one][column + one] = sign
                    for cut in part.within:
                        if (cut.region == NATION) == national:
                            self.names[state.number, months, cut].add(name)
                            for versus in self._outside(state, states[months], editions, cut):
                                self._cuts[state.number, versus][months, cut].add(column, cohorts[state.cohort])

    def _outside(
        self, mine: _State, states: Sequence[_State], editions: Mapping[int, Part], cut: Key
    ) -> Iterator[int | None]:
        """None, and the editions in which these people are not in this cut."""
        yield None
        inside = {one.number for one in states if one.anybody and cut in editions[one.number].within}
        if mine.anybody:
            yield from (number for number in self._editions if number not in inside)

    def _columns(self, name: Hashable, count: int, family: int) -> int:
        """The first of the columns of this name."""
        first = self._first.setdefault(name, len(self.values))
        if first == len(self.values):
            self.values += [0.0] * count
            self.family += [family] * count
        return first

    def _brief(self, name: Hashable) -> int:
        return self._short.setdefault(name, len(self._short))


def _states(editions: Mapping[int, Part], sizes: dict[float, int]) -> tuple[_State, ...]:
    first = {part.counts: number for number, part in reversed(list(editions.items()))}
    return tuple(
        _State(
            number,
            first[part.counts],
            sizes.setdefault(part.counts.cohort, len(sizes)),
            part.counts.cohort > 0,
        )
        for number, part in editions.items()
    )


def _sizes(states: Sequence[_State]) -> tuple[tuple[int, int, bool], ...]:
    """What of these states is about the cohort alone."""
    return tuple((state.number, state.cohort, state.anybody) for state in states)


def _shape(editions: Mapping[int, Part]) -> Hashable:
    """In which totals a part is, in each edition.

    Where a region lacks a total, its parts are in some national cuts only, and everybody can tell these apart.
    """
    return tuple(
        (number, *sorted({(cut.method == TOTAL, cut.client_group == TOTAL) for cut in part.within}))
        for number, part in editions.items()
    )


def _within(editions: Mapping[int, Part], national: bool) -> tuple[tuple[Key, ...], ...]:
    return tuple(
        tuple(cut for cut in part.within if (cut.region == NATION) == national) for part in editions.values()
    )
