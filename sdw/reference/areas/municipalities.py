"""Gemeenten and the region each belongs to, dated: those of 2026, and those that merged into another since 2021.

A date that is empty in `data/reference/` is not known (before) or not there (after); nothing is filled in.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sdw.reference import tables


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


ALL: tuple[Municipality, ...] = tuple(
    Municipality(row["code"], row["name"], row["region"], _day(row["valid_from"]), _day(row["valid_until"]))
    for row in tables.rows("reference/municipalities.csv")
)
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

_BY_CODE = {municipality.code: municipality for municipality in ALL}


def by_code(code: str) -> Municipality:
    """The gemeente with this CBS code. An unknown code is our bug: KeyError."""
    return _BY_CODE[code]


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
    """The gemeenten of a region by name, of now or of a day: a later merger moves no older figure."""
    every = ALL if day is None else on(day)
    return tuple(sorted((m for m in every if m.region == region), key=lambda m: m.name))
