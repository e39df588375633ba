"""The sectors and company sizes of the absence tables: CBS's code and title, our short label and order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from sdw.reference import tables
from sdw.reference.series.refusal import refusal

Kind = Literal["totaal", "samentelling", "bedrijfstak", "bedrijfsklasse", "bedrijfsgrootte"]

FILE = "cbs/sectors.csv"


@dataclass(frozen=True, slots=True)
class Sector:
    """One category. `kind`: the total, a sum of sections, a section (SBI letter), a division, a company size.

    `parent` is the code it is part of: the section of a division, the total for the rest, '' for the total.
    Company sizes are another cut of the total than sectors; kinds are never mixed in one list.
    """

    code: str
    title: str
    label: str
    kind: Kind
    parent: str
    order: int


ALL: tuple[Sector, ...] = tuple(
    Sector(row["code"], row["titel"], row["label"], cast("Kind", row["soort"]), row["ouder"], int(row["volgorde"]))
    for row in tables.rows(FILE)
)
TOTAL = "T001081"
_BY_CODE = {sector.code: sector for sector in ALL}


def by_code(code: str) -> Sector:
    """The sector with this code of CBS. A code that we have no label for: UserError."""
    if code not in _BY_CODE:
        raise refusal("cbs.sector_unknown", code=code)
    return _BY_CODE[code]


def of_kind(kind: Kind) -> tuple[Sector, ...]:
    """All sectors of one kind, in our order."""
    return tuple(sector for sector in sorted(ALL, key=lambda each: each.order) if sector.kind == kind)
