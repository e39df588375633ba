"""Outcomes of older editions: what they show and withhold, for the protection of the next one.

An edition shows its own values, and here and there the value of a still older edition: where the new one would have
given people away beside it. Such a value is recognised by its numbers: they are not those of its own batches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sdw.disclosure.outcomes.outcome_cells import (
    NEVER_SHOWN,
    SHOWS,
    Cell,
    Count,
    Counts,
    Key,
    Part,
    Release,
    counts_of,
)
from sdw.edition.figures import Figure


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Which rate: its measure, the months since the start, and its cut."""

    measure: str
    months: int
    cut: Key

    @staticmethod
    def of(figure: Figure) -> Name:
        """The name of a published figure."""
        cut = Key(figure.region, figure.period, figure.method, figure.client_group)
        return Name(figure.indicator, figure.months, cut)


@dataclass(frozen=True, slots=True)
class PriorEdition:
    """An older edition: its parts and counts by number of months, calculated again, and its published figures."""

    label: str
    parts: Mapping[int, Sequence[Part]]
    counts: Mapping[tuple[int, Key], Counts]
    published: Mapping[Name, Figure]

    def own(self, figure: Figure) -> bool:
        """Does a shown rate say what the batches of this edition hold?"""
        name = Name.of(figure)
        counts = self.counts.get((name.months, name.cut))
        if counts is None:
            return False
        working = counts.working(name.measure)
        cohort = counts.cohort if not figure.bound_low else round(100 * working / figure.bound_low)
        return (figure.numerator, figure.denominator, cohort) == (working, counts.followed, counts.cohort)

    @property
    def rates(self) -> Iterable[tuple[Name, Figure]]:
        """The rates that it shows."""
        return (
            (name, one) for name, one in self.published.items() if name.measure in SHOWS and one.value is not None
        )


def shown_by(figure: Figure) -> set[Cell]:
    """The counts that a shown rate gives away."""
    name = Name.of(figure)
    found = {Cell(name.months, name.cut, count) for count in SHOWS[name.measure]}
    return found | ({Cell(name.months, name.cut, Count.COHORT)} if figure.bound_low is not None else set())


def releases(newest: PriorEdition | None, before: Callable[[PriorEdition], PriorEdition | None]) -> list[Release]:
    """What is out: the newest older edition, and of still older ones what it shows of them; the oldest first.

    before: the edition before one.
    """
    if newest is None:
        return []
    carried_over = {name: figure for name, figure in newest.rates if not newest.own(figure)}
    found = [_whole(newest, carried_over)]
    past = newest
    while carried_over:
        older = before(past)
        if older is None:
            break
        past = older
        mine = [
            name
            for name, figure in carried_over.items()
            if past.own(figure) and _same(past.published.get(name), figure)
        ]
        shown = frozenset(cell for name in mine for cell in shown_by(carried_over.pop(name)))
        if shown:
            found.insert(0, _of_carried_over(past, shown))
    return found


def _same(one: Figure | None, other: Figure) -> bool:
    return one is not None and (one.numerator, one.denominator, one.bound_low) == (
        other.numerator,
        other.denominator,
        other.bound_low,
    )


def _whole(past: PriorEdition, carried_over: Mapping[Name, Figure]) -> Release:
    shown = {cell for name, figure in past.rates if name not in carried_over for cell in shown_by(figure)}
    cuts = {(name.months, name.cut) for name in past.published if name.measure in SHOWS}
    withheld = set()
    for months, cut in cuts & past.counts.keys():
        if not past.counts[months, cut].followed:
            shown.add(Cell(months, cut, Count.FOLLOWED))
            continue
        cells = {Cell(months, cut, count) for count in counts_of(cut) if count not in NEVER_SHOWN}
        withheld |= cells - shown
    return Release(past.parts, frozenset(shown), frozenset(withheld))


def _of_carried_over(past: PriorEdition, shown: frozenset[Cell]) -> Release:
    """An edition that only lends values to a later one: it has no other cuts."""
    cuts = {(cell.months, cell.cut) for cell in shown}
    parts = {
        months: [part._replace(within=tuple(cut for cut in part.within if (months, cut) in cuts)) for part in parts]
        for months, parts in past.parts.items()
        if any(step == months for step, _ in cuts)
    }
    return Release(parts, shown)
