"""The 342 gemeenten of 2026 and the region each belongs to (`data/reference/municipalities.csv`)."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import tables


@dataclass(frozen=True, slots=True)
class Municipality:
    """One gemeente: 'GM0153', 'Enschede', 'AM05'."""

    code: str
    name: str
    region: str


ALL: tuple[Municipality, ...] = tuple(Municipality(**row) for row in tables.rows("reference/municipalities.csv"))

_BY_CODE = {municipality.code: municipality for municipality in ALL}


def by_code(code: str) -> Municipality:
    """The gemeente with this CBS code. An unknown code is our bug: KeyError."""
    return _BY_CODE[code]


def of_region(region: str) -> tuple[Municipality, ...]:
    """The gemeenten of a region, by name."""
    return tuple(sorted((m for m in ALL if m.region == region), key=lambda m: m.name))
