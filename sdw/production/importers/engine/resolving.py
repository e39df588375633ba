"""From people's spellings to codes: every different text of a column once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sdw.production.importers.engine.cells import clean
from sdw.production.importers.files.grid import TextColumn
from sdw.reference import dimensions, periods
from sdw.reference.areas import municipalities, regions
from sdw.reference.datasets.declaration import Column, Kind
from sdw.text.dutch import listing, say
from sdw.text.errors import UserError

#: Longer than any name: such a cell is text, and is not compared with anything.
_LONGEST = 120
#: Different unknown texts in one column after which the rest is not looked at.
_MOST_UNKNOWN = 200
_NATION = (regions.NATION.casefold(), regions.NATION_NAME.casefold())


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as read: its code, or what is wrong with it; `notice` when it was another name."""

    code: str | int | None
    problem: str = ""
    notice: str = ""


def read_column(column: TextColumn, declared: Column) -> list[Reading]:
    """A reading for each of `column.texts`.

    Looking for the nearest names takes a while for each unknown text; after the first few hundred different ones
    the column is no list of names at all, and the rest is not looked at.
    """
    readings: list[Reading] = []
    unknown = 0
    for text in column.texts:
        if unknown >= _MOST_UNKNOWN:
            readings.append(Reading(None, say("import.too_many_unknown", name=declared.name)))
            continue
        readings.append(read(clean(text), declared))
        unknown += readings[-1].code is None
    return readings


def read(text: str, declared: Column) -> Reading:
    """What `text` (without padding) means in this column."""
    if not text:
        return Reading(None, say("import.blank_key", name=declared.name))
    if len(text) > _LONGEST:
        return Reading(None, say("import.long_key", name=declared.name))
    try:
        return _READERS[declared.kind](text, declared)
    except UserError as refused:
        return Reading(None, str(refused))


def _region(text: str, declared: Column) -> Reading:
    if regions.NATION in declared.allowed and text.casefold() in _NATION:
        return Reading(regions.NATION)
    found = regions.resolve(text)
    other_name = found.via == "alias"
    region = found.region
    notice = say("import.other_name", name=region.name, code=region.code) if other_name else ""
    return Reading(region.code, notice=notice)


def _period(text: str, declared: Column) -> Reading:
    found = periods.of_delivery(text)
    if declared.allowed and found.kind not in declared.allowed:
        kinds = listing([say(f"import.kind_{kind}") for kind in declared.allowed])
        return Reading(None, say("import.wrong_kind_of_period", kinds=kinds))
    return Reading(found.code)


def _municipality(text: str, _: Column) -> Reading:
    found = municipalities.code_of(text)
    return Reading(found, problem="" if found else say("import.unknown_municipality"))


def _method(text: str, _: Column) -> Reading:
    return Reading(dimensions.resolve_method(text).code)


def _client_group(text: str, _: Column) -> Reading:
    return Reading(dimensions.resolve_client_group(text).code)


def _months(text: str, declared: Column) -> Reading:
    if text in declared.allowed:
        return Reading(int(text))
    return Reading(None, say("import.wrong_months", months=listing(list(declared.allowed))))


_READERS: dict[Kind, Callable[[str, Column], Reading]] = {
    "region": _region,
    "period": _period,
    "method": _method,
    "client_group": _client_group,
    "sector": _municipality,
    "months": _months,
}
