"""The 35 arbeidsmarktregio's: official CBS codes, names, and the other names people use.

Codes run AM01..AM38 without AM04, AM16 and AM31.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from sdw.reference import names, tables
from sdw.reference.names import Via
from sdw.text.errors import UserError

#: The key of national figures, beside the region codes.
NATION = "NL"
NATION_NAME = "Nederland"


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """One arbeidsmarktregio: 'AM05', 'Twente', other and older names.

    It exists from `valid_from` until the day before `valid_until`; None: as far back, or on, as we know.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    valid_from: dt.date | None = field(default=None, compare=False)
    valid_until: dt.date | None = field(default=None, compare=False)

    def exists(self, day: dt.date) -> bool:
        """True when there is such a region on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A region and how its text was recognised; `via == 'alias'` is worth telling the deliverer."""

    region: Region
    via: Via

    @property
    def code(self) -> str:
        """The code of the region."""
        return self.region.code


def _load() -> tuple[Region, ...]:
    aliases: dict[str, list[str]] = {}
    for row in tables.rows("reference/region_aliases.csv"):
        aliases.setdefault(row["code"], []).append(row["alias"])
    return tuple(
        Region(
            row["code"],
            row["name"],
            tuple(aliases.get(row["code"], ())),
            *(dt.date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_until")),
        )
        for row in tables.rows("reference/regions.csv")
    )


#: Every region that there is, is to be, or was while the monitor had figures of it.
EVERY: tuple[Region, ...] = _load()


def on(day: dt.date) -> tuple[Region, ...]:
    """The regions that there are on a day, in order of code."""
    return tuple(one for one in EVERY if one.exists(day))


#: The regions of today, in order of code. An edition has those of its own day, with their names of then.
ALL: tuple[Region, ...] = on(dt.date.today())
CODES: tuple[str, ...] = tuple(region.code for region in ALL)

#: Codes that tables of CBS still hold and that are no region of now: folded code → code and name.
FORMER: dict[str, tuple[str, str]] = {
    names.fold(row["code"]): (row["code"], row["name"]) for row in tables.rows("reference/former_regions.csv")
}

_BY_CODE = {region.code: region for region in (*EVERY, *ALL)}
_INDEX = names.index(
    [
        *((region.code, region.code, "code") for region in ALL),
        *((region.name, region.code, "name") for region in ALL),
        *((alias, region.code, "alias") for region in ALL for alias in region.aliases),
    ]
)
_PREFIX = re.compile(r"^\s*(arbeidsmarkt)?regio\b[\s:]*", re.IGNORECASE)
_LIKE_A_CODE = re.compile(r"am0*([0-9]{1,4})")


def by_code(code: str) -> Region:
    """The region with exactly this code. An unknown code is our bug: KeyError."""
    return _BY_CODE[code]


def name_of(code: str) -> str:
    """The name of a region code, or 'Nederland' for NL. An unknown code is our bug: KeyError."""
    return NATION_NAME if code == NATION else _BY_CODE[code].name


def resolve(text: str) -> Resolved:
    """The region that `text` names: code, official name or alias, with or without 'regio' before it.

    Raises `UserError` with the three nearest regions when no name fits; nothing is ever guessed.
    """
    found = _INDEX.get(names.fold(text)) or _INDEX.get(names.fold(_PREFIX.sub("", text)))
    if found is None:
        one, two, three = (f"{_BY_CODE[code].name} ({code})" for code in _nearest(text))
        old = FORMER.get(names.fold(text))
        if old is None:
            raise UserError("reference.unknown_region", one=one, two=two, three=three)
        raise UserError("reference.former_region", code=old[0], name=old[1], one=one, two=two, three=three)
    code, via = found
    return Resolved(_BY_CODE[code], via)


def _nearest(text: str) -> list[str]:
    """Three region codes: the nearest numbers for something like AM04, otherwise the most similar names."""
    code = _LIKE_A_CODE.fullmatch(names.fold(text))
    if code is None:
        return names.nearest(text, _INDEX)
    wanted = int(code[1])
    return sorted(CODES, key=lambda known: (abs(int(known[2:]) - wanted), known))[:3]
