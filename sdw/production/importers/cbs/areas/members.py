"""Which region, gemeente or nation each member of an area dimension is. Nothing is guessed.

A dump gives codes (NL01, AM05, GM0153). A StatLine download gives names, with the kind of area behind the name:
'Twente (AM)', 'Overijssel (PV)'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sdw.reference import names
from sdw.reference.areas import regions
from sdw.reference.areas.regions import NATION
from sdw.reference.series.refusal import refusal
from sdw.text.dutch import say
from sdw.text.errors import UserError

_CODE = re.compile(r"([A-Z]{2})\d{2,5}")
_NAME = re.compile(r"(.+?)\s*\(([^()]+)\)")
_OF_REGIONS = frozenset(("am", "ar", "arbeidsmarktregio"))


@dataclass(frozen=True, slots=True)
class Areas:
    """What the members of a table are: `places` code → AM05 or NL, `municipalities` the gemeenten's codes.

    `former`: codes of regions that are no more, with their names. Provinces and the like are in none of them.
    """

    places: Mapping[str, str]
    municipalities: frozenset[str]
    former: tuple[tuple[str, str], ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the import should know of areas that were left out, in Dutch sentences."""
        return tuple(say("uitkeringen.left_out", code=code, name=name) for code, name in self.former)


def of(members: Iterable[str]) -> Areas:
    """The areas among `members`: codes, or names of a StatLine download.

    Raises:
        UserError: a code or name of a region that we do not know, or two members for one region.
    """
    found: dict[str, str] = {}
    municipalities: set[str] = set()
    former: list[tuple[str, str]] = []
    for member in dict.fromkeys(members):
        kind = match[1] if (match := _CODE.fullmatch(member)) else ""
        if kind == "GM":
            municipalities.add(member)
        elif old := _former(member):
            former.append(old)
        elif place := (_by_code(member) if kind else _by_name(member)):
            found[member] = place
    double = [place for place in found.values() if list(found.values()).count(place) > 1]
    if double:
        raise refusal("cbs.areas_double", region=regions.name_of(double[0]))
    return Areas(found, frozenset(municipalities), tuple(former))


def _former(member: str) -> tuple[str, str] | None:
    """An old region by its code, or by its name where no region of now is officially called so."""
    found = _NAME.fullmatch(member)
    plain = names.fold(found[1] if found and found[2].casefold() in _OF_REGIONS else member)
    official = {names.fold(region.name) for region in regions.ALL}
    by_name = {names.fold(name): (code, name) for code, name in regions.FORMER.values()}
    return regions.FORMER.get(plain) or (None if plain in official else by_name.get(plain))


def _by_code(code: str) -> str:
    if code.startswith("NL"):
        return NATION
    if code.startswith("AM") and code not in regions.CODES:
        raise refusal("cbs.region_unknown", code=code)
    return code if code.startswith("AM") else ""


def _by_name(name: str) -> str:
    if name.casefold() == regions.NATION_NAME.casefold():
        return NATION
    found = _NAME.fullmatch(name)
    if found is None:
        raise refusal("cbs.area_without_kind", name=name)
    if found[2].casefold() not in _OF_REGIONS:
        return ""
    try:
        return regions.resolve(found[1]).code
    except UserError as error:
        raise refusal("cbs.region_unknown", code=name) from error
