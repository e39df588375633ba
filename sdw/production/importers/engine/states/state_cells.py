"""One cell of a file of states: its value, or the sentence that says what is wrong and what to do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from sdw.production.importers.persons import traces
from sdw.reference.areas import municipalities, regions
from sdw.reference.datasets.fields import Field, FieldKind
from sdw.text.dutch import listing, say
from sdw.text.errors import UserError

#: The cooperation began in 2012: what is older is a slip of the pen.
FIRST = dt.date(2012, 1, 1)
#: How far ahead a day may lie that is still to come.
YEARS_AHEAD = 10
#: Choices that a sentence names; of a longer list it says where the list is.
_NAMED = 8
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_DUTCH = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_LINK = re.compile(
    r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?::[0-9]{1,5})?(?:[/?#][!-?A-~]*)?"
)  # no @: an address of mail may be in it
_NUMBER = re.compile(r"[0-9]{1,3}")
_AMOUNT = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,2})?")

Value = str | int | float | dt.date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as read: its value, or what is wrong with it (`problem`); `person`: it is about a person.

    `doubt`: a warning that a person must accept first.
    """

    value: Value = None
    problem: str = ""
    person: bool = False
    doubt: str = ""


def read(text: str, field: Field, today: dt.date) -> Cell:
    """What `text` means in this field."""
    plain = " ".join(text.split())
    if not plain:
        return Cell(problem=say("states.blank", name=field.name)) if field.required else Cell(_nothing(field))
    if len(plain) > field.longest:
        return Cell(problem=say("states.long", most=field.longest))
    return _READERS[field.kind](plain, field, today)


def _nothing(field: Field) -> Value:
    return {"number": 0, "amount": None, "day": None}.get(field.kind, "")


def _region(text: str, _: Field, __: dt.date) -> Cell:
    try:
        return Cell(regions.resolve(text).code)
    except UserError as refused:
        return Cell(problem=str(refused))


def _municipality(text: str, _: Field, __: dt.date) -> Cell:
    found = municipalities.code_of(text)
    return Cell(found) if found else Cell(problem=say("import.unknown_municipality"))


def _choice(text: str, field: Field, _: dt.date) -> Cell:
    code = field.code_of(text)
    if code is not None:
        return Cell(code)
    labels = [choice.label for choice in field.choices]
    if len(labels) > _NAMED:
        return Cell(problem=say("states.no_choice_long", name=field.name))
    return Cell(problem=say("states.no_choice", known=listing(labels)))


def _day(text: str, field: Field, today: dt.date) -> Cell:
    found = _date(text)
    if found is None:
        return Cell(problem=say("states.no_day"))
    if found < FIRST:
        return Cell(problem=say("states.early", year=FIRST.year))
    if not field.future and found > today:
        return Cell(problem=say("states.future"))
    if found.year > today.year + YEARS_AHEAD:
        return Cell(problem=say("states.far", years=YEARS_AHEAD))
    return Cell(found)


def _date(text: str) -> dt.date | None:
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DUTCH.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _number(text: str, _: Field, __: dt.date) -> Cell:
    plain = text.removesuffix(".0")  # as some programs write a whole number
    if not _NUMBER.fullmatch(plain) or int(plain) == 0:
        return Cell(problem=say("states.no_number"))
    return Cell(int(plain))


def _amount(text: str, _: Field, __: dt.date) -> Cell:
    if not _AMOUNT.fullmatch(text):
        return Cell(problem=say("states.no_amount"))
    return Cell(float(text.replace(",", ".")))


def _text(text: str, _: Field, __: dt.date) -> Cell:
    kind = traces.kind_of(text)
    if kind is None:
        return Cell(text)
    if kind != "name" or traces.names_a_person(text):
        return Cell(problem=say("states.person"), person=True)
    return Cell(text, doubt=say("states.perhaps_name"))


def _link(text: str, _: Field, __: dt.date) -> Cell:
    return Cell(text) if _LINK.fullmatch(text) else Cell(problem=say("states.no_link"))


_READERS: dict[FieldKind, Callable[[str, Field, dt.date], Cell]] = {
    "region": _region,
    "municipality": _municipality,
    "choice": _choice,
    "day": _day,
    "number": _number,
    "amount": _amount,
    "text": _text,
    "link": _link,
}
