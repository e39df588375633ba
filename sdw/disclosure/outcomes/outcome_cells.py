"""Protecting outcomes: a rate is two counts of people, so those counts are the cells.

Everybody of a cohort is in exactly one of four classes: work of ≥ 12 hours a week, smaller work of ≥ 1 hour a
month, followed without work, lost from sight. All counts that a published rate gives away, and those that a
difference of two would give away, are sums over these classes in one linear system over all numbers of months and
all editions (`outcome_system`); `outcome_series` decides what may be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

NATION, TOTAL, IPS = "NL", "totaal", "ips"
#: The method of "all but IPS": what a reader gets by taking IPS from the total. Never shown itself.
REST = f"-{IPS}"


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
    def classes(self) -> tuple[float, float, float]:
        """Work of 12 hours, smaller work, followed without work: with those lost from sight they are the cohort."""
        return self.work_12u, self.work_1u - self.work_12u, self.followed - self.work_1u

    def working(self, measure: str) -> float:
        """People with work, at the threshold of a measure."""
        return {"werk_12u": self.work_12u, "werk_1u": self.work_1u}[measure]


class Part(NamedTuple):
    """The finest count that is known: one cohort of one region, method and client group after so many months."""

    name: Key
    counts: Counts
    within: tuple[Key, ...]  #: the published cuts that it is in

    @property
    def method(self) -> str:
        """Its method; 'totaal' where nothing finer was delivered."""
        return self.name.method

    @property
    def client_group(self) -> str:
        """Its client group; 'totaal' where nothing finer was delivered."""
        return self.name.client_group


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


#: A rate shows these counts.
SHOWS: dict[str, tuple[Count, Count, Count]] = {
    "werk_12u": (Count.WORK_12U, Count.NO_WORK_12U, Count.FOLLOWED),
    "werk_1u": (Count.WORK_1U, Count.NO_WORK_1U, Count.FOLLOWED),
}
NEVER_SHOWN = (Count.SMALL, Count.LOST)


class Cell(NamedTuple):
    """One count of one cut, so many months after the start."""

    months: int
    cut: Key
    what: Count


@dataclass(frozen=True, slots=True)
class Release:
    """The outcomes of one edition: its parts by number of months, and what it shows and withholds of these.

    An edition that only has to lend its old values to a later one shows no more than those. Empty for the edition
    that is being made.
    """

    parts: Mapping[int, Sequence[Part]]
    shown: frozenset[Cell] = frozenset()
    withheld: frozenset[Cell] = frozenset()


def counts_of(cut: Key) -> Iterable[Count]:
    """Best and worst case are published for the nation only: most regions lose too few people to show it."""
    regional = cut.region != NATION
    return [count for count in Count if not (regional and count in (Count.COHORT, Count.LOST))]


def visible(shown: Iterable[Count], measure: str) -> bool:
    """May the rate of this measure be shown, when these counts may?"""
    return set(shown).issuperset(SHOWS[measure])
