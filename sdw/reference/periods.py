"""Years, half-years, quarters and months: what they are called, and how they lie in time.

Months are only of published statistics: nobody delivers them. Periods are ordered by their first day; of two that
start together the shorter one comes first (2025-Q1 < 2025-H1 < 2025 < 2025-Q2).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache, total_ordering
from typing import Literal

from sdw.text import dutch
from sdw.text.errors import UserError

Kind = Literal["year", "half", "quarter", "month"]

FIRST_YEAR, LAST_YEAR = 1900, 2200

#: The first months of a year, and the periods that add up to them; the longest first.
FIRST_MONTHS = {9: ("H1", "Q3"), 6: ("H1",), 3: ("Q1",)}

_MONTHS: dict[Kind, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_LETTER: dict[Kind, str] = {"half": "H", "quarter": "Q", "month": "M"}
_WORD: dict[Kind, str] = {"half": "halfjaar", "quarter": "kwartaal"}
_ORDINAL = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year, half-year, quarter or month. `number` counts within the year, from 1."""

    year: int
    kind: Kind = "year"
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 // _MONTHS[self.kind]:
            raise ValueError(f"no {self.kind} {self.number} in a year")

    def __lt__(self, other: Period) -> bool:
        return (self.start, self.months) < (other.start, other.months)

    def __str__(self) -> str:
        return self.code

    @property
    def months(self) -> int:
        """The length: 12, 6, 3 or 1 months."""
        return _MONTHS[self.kind]

    @property
    def code(self) -> str:
        """The canonical text: '2025', '2025-H1', '2025-Q3', '2025-M03'."""
        if self.kind == "year":
            return str(self.year)
        return f"{self.year}-{_LETTER[self.kind]}{self.number:0{2 if self.kind == 'month' else 1}d}"

    @property
    def label(self) -> str:
        """As people say it: '2025', '1e halfjaar 2025', '3e kwartaal 2025', 'maart 2025'."""
        if self.kind == "year":
            return str(self.year)
        word = dutch.MONTHS[self.number - 1] if self.kind == "month" else f"{self.number}e {_WORD[self.kind]}"
        return f"{word} {self.year}"

    @property
    def start(self) -> dt.date:
        """The first day."""
        return dt.date(self.year, (self.number - 1) * self.months + 1, 1)

    @property
    def end(self) -> dt.date:
        """The last day."""
        return self.following().start - dt.timedelta(days=1)

    def shifted(self, steps: int) -> Period:
        """The period of the same kind, `steps` later (or earlier, when negative)."""
        per_year = 12 // self.months
        year, index = divmod(self.year * per_year + self.number - 1 + steps, per_year)
        return Period(year, self.kind, index + 1)

    def previous(self) -> Period:
        """The period of the same kind just before this one."""
        return self.shifted(-1)

    def following(self) -> Period:
        """The period of the same kind just after this one."""
        return self.shifted(1)

    def year_earlier(self) -> Period:
        """The same period of the year before."""
        return Period(self.year - 1, self.kind, self.number)

    def parts(self, kind: Kind) -> tuple[Period, ...]:
        """The periods of `kind` that together make up this one, in order; itself for its own kind.

        Raises ValueError when `kind` is coarser: a quarter has no years in it.
        """
        count = self.months // _MONTHS[kind]
        if not count:
            raise ValueError(f"a {self.kind} has no parts of kind {kind}")
        first = (self.number - 1) * count + 1
        return tuple(Period(self.year, kind, number) for number in range(first, first + count))

    def contains(self, other: Period) -> bool:
        """True when every day of `other` lies in this period; a period contains itself."""
        first, after = self._span()
        other_first, other_after = other._span()
        return first <= other_first and other_after <= after

    def overlaps(self, other: Period) -> bool:
        """True when at least one day lies in both."""
        first, after = self._span()
        other_first, other_after = other._span()
        return first < other_after and other_first < after

    def _span(self) -> tuple[int, int]:
        """The first month and the first after it, from year 0: dates are too slow for how often this is asked."""
        months = _MONTHS[self.kind]
        first = self.year * 12 + (self.number - 1) * months
        return first, first + months


_GAP = r"[\s\-\u2010-\u2015/_]*"
_SPACE = r"[\s\-\u2010-\u2015/_]+"
_YEAR = r"(?P<year>[0-9]{4})"
_UNIT = r"(?:(?P<quarter>kwartaal|kw|q)|(?P<half>halfjaar|half\s?jaar|helft|hj|h))"
_COUNT = r"(?P<number>[1-4])"
_RANK = r"(?P<number>[1-4](?:e|ste|de)?|eerste|tweede|derde|vierde)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:jaar\s+)?{_YEAR}",
        rf"{_YEAR}jj00",
        rf"{_YEAR}-m(?P<month>0[1-9]|1[0-2])",
        rf"(?P<name>{'|'.join(dutch.MONTHS)}) {_YEAR}",
        rf"{_YEAR}(?:(?P<quarter>kw)|(?P<half>hj))0{_COUNT}",
        rf"{_YEAR}{_GAP}{_UNIT}{_GAP}{_COUNT}",
        rf"{_YEAR}{_SPACE}{_RANK}{_SPACE}{_UNIT}",
        rf"{_RANK}{_SPACE}{_UNIT}{_SPACE}(?:van\s+)?{_YEAR}",
        rf"{_UNIT}{_GAP}{_COUNT}{_SPACE}{_YEAR}",
    )
)


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """The period that `text` names: CBS codes ('2025KW03', '2024JJ00'), our codes and people's forms.

    A month has its code ('2025-M03') or its name. Years run from 1900 to 2200. Anything else is a `UserError`
    that names the forms.
    """
    plain = text.strip().casefold()
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        raise UserError("reference.unknown_period")
    groups = found.groupdict()
    year = int(groups["year"])
    kind, number = _part(groups)
    if not FIRST_YEAR <= year <= LAST_YEAR or number * _MONTHS[kind] > 12:
        raise UserError("reference.unknown_period")
    return Period(year, kind, number)


def of_delivery(text: str) -> Period:
    """The period that `text` names, of those that a region delivers: no month. UserError as `parse`."""
    found = parse(text)
    if found.kind == "month":
        raise UserError("reference.unknown_period")
    return found


def _part(groups: dict[str, str | None]) -> tuple[Kind, int]:
    if (month := groups.get("month")) is not None:
        return "month", int(month)
    if (name := groups.get("name")) is not None:
        return "month", dutch.MONTHS.index(name) + 1
    kind: Kind = "quarter" if groups.get("quarter") else "half" if groups.get("half") else "year"
    return kind, _number(groups.get("number"))


def _number(text: str | None) -> int:
    """'3', '3e', 'derde' → 3; a year has no number and counts as the first."""
    if text is None:
        return 1
    return _ORDINAL.get(text) or int(text[0])
