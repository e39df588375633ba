"""Gemeenten and the region each belongs to, dated: those of 2026, and those that merged into another since 2021.

A date that is empty in `data/reference/` is not known (before) or not there (after); nothing is filled in. A
gemeente that goes to another region gets a second line, from the day on which the first one ends; one that merges
ends, and the line of the new one begins. So figures of before stay in the region that they were of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sdw.reference import names, tables


@dataclass(frozen=True, slots=True)
class Municipality:
    """One gemeente: 'GM0153', 'Enschede', 'AM05'.

    It exists from `valid_from` until the day before `valid_until`; None: as far back, or on, as we know.
    """

    code: str
    name: str
    region: str
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Former:
    """A gemeente that merged, or is to (`planned`): its region before, the names it went into, how certain."""

    name: str
    region: str
    valid_until: dt.date
    into: tuple[str, ...]
    planned: bool
    certainty: str
    note: str


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def read(rows: Iterable[Mapping[str, str]]) -> tuple[Municipality, ...]:
    """The lines of a file of gemeenten.

    Raises:
        ValueError: one gemeente has two lines for the same day.
    """
    found = tuple(
        Municipality(row["code"], row["name"], row["region"], _day(row["valid_from"]), _day(row["valid_until"]))
        for row in rows
    )
    by_begin = sorted(found, key=lambda one: (one.code, one.valid_from or dt.date.min))
    for one, after in pairwise(by_begin):
        if one.code == after.code and (
            one.valid_until is None or one.valid_until > (after.valid_from or dt.date.min)
        ):
            raise ValueError(f"{one.code} has two lines for the same day")
    return found


#: Every gemeente that there is, is to be, or was with a code; one that changed region more than once.
ALL: tuple[Municipality, ...] = read(tables.rows("reference/municipalities.csv"))
FORMER: tuple[Former, ...] = tuple(
    Former(
        row["name"],
        row["region"],
        dt.date.fromisoformat(row["valid_until"]),
        tuple(row["into"].split("|")),
        row["state"] == "voorgenomen",
        row["certainty"],
        row["note"],
    )
    for row in tables.rows("reference/former_municipalities.csv")
)


def by_code(code: str) -> Municipality:
    """The gemeente with this CBS code, as it is last known. An unknown code is our bug: KeyError."""
    found = [one for one in ALL if one.code == code]
    if not found:
        raise KeyError(code)
    return max(found, key=lambda one: one.valid_from or dt.date.min)


def code_of(text: str) -> str | None:
    """The code of the gemeente with this code or name; None where there is none, or more than one."""
    found = _codes(ALL).get(names.fold(text), set())
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=4)
def _codes(every: tuple[Municipality, ...]) -> dict[str, set[str]]:
    """Folded code or name → the codes of the gemeenten that are called so."""
    codes: dict[str, set[str]] = {}
    for one in every:
        for name in (one.code, one.name):
            codes.setdefault(names.fold(name), set()).add(one.code)
    return codes


def on(day: dt.date) -> tuple[Municipality, ...]:
    """The gemeenten that exist on a day, as far as we know them; one that merged since has no code ('')."""
    before = (
        Municipality("", one.name, one.region, None, one.valid_until)
        for one in FORMER
        if not one.planned and day < one.valid_until
    )
    return tuple(one for one in (*ALL, *before) if _exists(one, day))


def _exists(one: Municipality, day: dt.date) -> bool:
    return (one.valid_from is None or one.valid_from <= day) and (one.valid_until is None or day < one.valid_until)


def of_region(region: str, day: dt.date | None = None) -> tuple[Municipality, ...]:
    """The gemeenten of a region by name, of today or of a day: a later merger moves no older figure."""
    every = on(day or dt.date.today())
    return tuple(sorted((m for m in every if m.region == region), key=lambda m: m.name))
