"""Counts that were not delivered as a number, and follow all the same from those that were.

A region can withhold a count itself (`x`), not know it (`onbekend`) or leave it blank. Beside its total, its other
parts, the ledger or the carry-over it can be worked out by subtracting. What can be worked out is a count like any
other: it is never shown, but protected. Of several such counts together their sum may follow, and is protected too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from sdw.disclosure.counts import relations_of_region as region
from sdw.disclosure.counts.relations_of_region import Relation, Terms
from sdw.reference.dimensions import Key


@dataclass(frozen=True, slots=True)
class Implied:
    """What follows. single: counts by themselves, once for each way to them that may give another number. sums: of
    several counts together. balances: combinations of known counts that are nothing, because two ways to the same
    absent count give the same."""

    single: Sequence[tuple[Key, Terms]]
    sums: Sequence[Terms]
    balances: Sequence[Terms]


def implied(known: Mapping[Key, float], absent: Collection[Key], empty: Collection[Key] = ()) -> Implied:
    """What follows of the absent counts of regions from the known ones.

    known: every published count of a region with its value, the withheld ones too. absent: published without a
    number. empty: not applicable, so in no sum.
    """
    found = Implied([], [], [])
    for code in sorted({key[1] for key in (*absent, *empty)}):
        mine = {key: value for key, value in known.items() if key[1] == code}
        if mine:
            without = {key for key in absent if key[1] == code}
            one = _Region(mine, without, region.relations({*mine, *without}, {*empty}))
            found = Implied(*(left + right for left, right in zip(_parts(found), _parts(one.found()), strict=True)))
    return found


def _parts(found: Implied) -> tuple[list[Any], ...]:
    return list(found.single), list(found.sums), list(found.balances)


class _Region:
    """The counts of one region: known, absent, and the relations between them."""

    def __init__(self, known: Mapping[Key, float], absent: AbstractSet[Key], relations: Sequence[Relation]) -> None:
        self._known, self._absent, self._relations = known, absent, relations

    def found(self) -> Implied:
        """What the relations tell of the absent counts: each alone, and all those that can be so together."""
        single: dict[tuple[object, ...], tuple[Key, Terms]] = {}
        sums: dict[tuple[object, ...], Terms] = {}
        balances: dict[tuple[object, ...], Terms] = {}
        every = [one.terms for one in self._relations if one.elsewhere or not self._absent.isdisjoint(one.terms)]
        sound = [one.terms for one in self._sound() if one.elsewhere or not self._absent.isdisjoint(one.terms)]
        absent = self._absent | {key for one in every for key in one if key not in self._known}
        for relation in [*every, *_reduced(sound, absent), *_reduced(every, absent)]:
            unknown, rest, value = self._solved(relation, absent)
            name = (*sorted(rest.items()),)
            if not unknown:
                balances |= {name: rest} if rest and value == 0 else {}
            elif value >= 0 and len(set(unknown.values())) == 1:
                if len(unknown) == 1 or value == 0:
                    single |= {(key, name): (key, rest) for key in unknown if key in self._absent}
                else:
                    sums[name] = rest
        return Implied(list(single.values()), list(sums.values()), list(balances.values()))

    def _solved(self, relation: Terms, absent: AbstractSet[Key]) -> tuple[Terms, Terms, float]:
        """The absent counts in a relation, the known ones on the other side, and what these come to."""
        unknown = {key: by for key, by in relation.items() if key in absent}
        sign = -1.0 if next(iter(unknown.values()), 1.0) > 0 else 1.0
        rest = {key: sign * by for key, by in relation.items() if key not in unknown}
        return unknown, rest, sum(by * self._known[key] for key, by in rest.items())

    def _sound(self) -> Iterator[Relation]:
        """The relations without the ledgers of periods in which something known does not add up."""
        off = [one for one in self._relations if one.inside and self._is_off(one)]
        for one in self._relations:
            if not (one.period and any(one.period.contains(part) for wrong in off for part in wrong.inside)):
                yield one

    def _is_off(self, one: Relation) -> bool:
        known = all(key in self._known for key in one.terms)
        return known and sum(by * self._known[key] for key, by in one.terms.items()) != 0


def _reduced(relations: Sequence[Terms], absent: AbstractSet[Key]) -> Iterator[Terms]:
    """The same relations with as few absent counts in each as elimination leaves (Gauss and Jordan)."""
    solved: dict[Key, Terms] = {}
    over: list[Terms] = []
    for relation in relations:
        row = relation
        for pivot in [key for key in relation if key in solved]:
            row = _without(row, pivot, solved[pivot])
        first = next((key for key in sorted(row) if key in absent), None)
        if first is None:
            over.append(row)
            continue
        row = {key: by / row[first] for key, by in row.items()}
        solved = {key: _without(one, first, row) for key, one in solved.items()}
        solved[first] = row
    yield from (*solved.values(), *over)


def _without(row: Terms, pivot: Key, other: Terms) -> Terms:
    """A relation without one of its counts, by means of another relation in which it occurs once."""
    by = row.get(pivot, 0.0)
    if not by:
        return row
    found = {key: row.get(key, 0.0) - by * other.get(key, 0.0) for key in {**row, **other}}
    return {key: left for key, left in found.items() if abs(left) > 1e-9}
