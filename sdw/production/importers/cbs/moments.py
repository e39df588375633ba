"""Periods as CBS writes them: in codes (`2025KW03`) and in words (`2022*`, `2015 aug`, `2019 1st quarter`).

Beside the periods of the reference room a CBS table may have months; and a star behind a period is a status.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["year", "half", "quarter", "month"]

_MONTHS = {
    **dict.fromkeys(("jan", "januari", "january"), 1),
    **dict.fromkeys(("feb", "febr", "februari", "february"), 2),
    **dict.fromkeys(("mrt", "maart", "mar", "march"), 3),
    **dict.fromkeys(("apr", "april"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("jun", "juni", "june"), 6),
    **dict.fromkeys(("jul", "juli", "july"), 7),
    **dict.fromkeys(("aug", "augustus", "august"), 8),
    **dict.fromkeys(("sep", "sept", "september"), 9),
    **dict.fromkeys(("okt", "oct", "oktober", "october"), 10),
    **dict.fromkeys(("nov", "november"), 11),
    **dict.fromkeys(("dec", "december"), 12),
}
_ORDINALS = {"1e": 1, "2e": 2, "3e": 3, "4e": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_QUARTER_WORDS = {"kwartaal", "quarter"}
_HALF_WORDS = {"halfjaar", "half jaar", "half year", "half-year", "half"}
_PARTS: dict[Kind, int] = {"year": 1, "half": 2, "quarter": 4, "month": 12}
_LETTER: dict[Kind, str] = {"half": "H", "quarter": "Q", "month": "M"}
_CODE_KIND: dict[str, Kind] = {"JJ": "year", "HJ": "half", "KW": "quarter", "MM": "month"}

_CODE = re.compile(r"(\d{4})(JJ|HJ|KW|MM)(\d{2})")
_STARS = re.compile(r"(.*?)\s*(\*{0,2})")
_YEAR = r"((?:18|19|20)\d\d)"
_YEAR_FIRST = re.compile(rf"{_YEAR}(?: (.+))?")
_YEAR_LAST = re.compile(rf"(.+) {_YEAR}")


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, or a part of one. `code` is canonical: `2025`, `2025-H1`, `2025-Q3`, `2025-M08`."""

    year: int
    kind: Kind
    number: int

    @property
    def code(self) -> str:
        """The canonical text, as it is stored."""
        if self.kind == "year":
            return str(self.year)
        width = 2 if self.kind == "month" else 1
        return f"{self.year}-{_LETTER[self.kind]}{self.number:0{width}d}"

    @property
    def order(self) -> tuple[int, int]:
        """Sorts moments of one kind in time."""
        return self.year, self.number


def from_code(code: str) -> Moment | None:
    """`2025KW03` → the third quarter of 2025; None when it is not such a code."""
    found = _CODE.fullmatch(code.strip())
    if not found:
        return None
    kind = _CODE_KIND[found[2]]
    number = int(found[3])
    if kind == "year":
        return Moment(int(found[1]), kind, 1) if number == 0 else None
    return Moment(int(found[1]), kind, number) if 1 <= number <= _PARTS[kind] else None


@lru_cache(maxsize=4096)
def from_label(label: str) -> tuple[Moment, bool] | None:
    """`2022*` → (the year 2022, provisional). None when the words are not understood.

    One star (voorlopig) and two stars (nader voorlopig) both mean: may still be revised.
    """
    found = _STARS.fullmatch(" ".join(label.lower().split()))
    if not found:
        return None
    moment = _from_words(found[1])
    return (moment, bool(found[2])) if moment else None


def _from_words(words: str) -> Moment | None:
    first = _YEAR_FIRST.fullmatch(words)
    if first:
        return _within(int(first[1]), first[2])
    last = _YEAR_LAST.fullmatch(words)
    return _within(int(last[2]), last[1]) if last else None


def _within(year: int, part: str | None) -> Moment | None:
    if part is None:
        return Moment(year, "year", 1)
    if part in _MONTHS:
        return Moment(year, "month", _MONTHS[part])
    ordinal, _, word = part.partition(" ")
    number = _ORDINALS.get(ordinal)
    if number and word in _QUARTER_WORDS:
        return Moment(year, "quarter", number)
    if number in (1, 2) and word in _HALF_WORDS:
        return Moment(year, "half", number)
    return None
