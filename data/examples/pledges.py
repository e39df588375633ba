"""Invented pledges of some regions for the year that runs in the examples.

They follow from public numbers of people with a benefit and a fixed row of factors, and not from the invented
counts: a plan is made before anybody knows how the year goes.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference.areas import context, regions

YEAR = 2026
#: All regions together would pledge about this many trajectories, if each pledged its share.
NATIONAL = 3_500
#: What each region pledges of its share, in turn; of those with 0 no pledge is known.
FACTORS = (1.0, 0.8, 0.0, 1.1, 0.9, 1.3, 0.0)
#: Of the trajectories, the people who get durable work.
DURABLE = 0.45
#: This region only pledged trajectories.
STARTED_ONLY = "AM05"


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one region pledged of one measure."""

    region: str
    measure: str
    value: int


def build() -> list[Pledge]:
    """All pledges, in the order of the regions."""
    people = {code: _people(code) for code in regions.CODES}
    found = []
    for number, (code, own) in enumerate(people.items()):
        started = _fives(NATIONAL * own / sum(people.values()) * FACTORS[number % len(FACTORS)])
        if started:
            found.append(Pledge(code, "gestart", started))
            found += [] if code == STARTED_ONLY else [Pledge(code, "duurzaam_geplaatst", _fives(started * DURABLE))]
    return found


def _people(code: str) -> int:
    return context.value(code, 2021, "bijstand") + context.value(code, 2021, "arbeidsongeschiktheid")


def _fives(value: float) -> int:
    return 5 * round(value / 5)
