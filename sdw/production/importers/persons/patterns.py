"""What one text must look like to count towards a kind of personal data.

A single text proves nothing (about one in eleven numbers of nine digits passes the test of a BSN); `persons`
weighs the share of a column.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from stdnum import iban as iban_numbers
from stdnum.nl import bsn as bsn_numbers

from sdw.reference import names
from sdw.reference.areas import municipalities, regions

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_PHONE = re.compile(r"(?:\+31|0031|\(?0)[\s\-().0]*[1-9](?:[\s\-().]*[0-9]){8}")
_POSTCODE = re.compile(r"[1-9][0-9]{3}\s?[A-Za-z]{2}(?:[\s,\-]*[0-9]{1,5}.{0,6})?")
_POSTCODE_AND_NUMBER = re.compile(r"([1-9][0-9]{3})\s?[\s,\-/]\s?(?:nr\.?\s?)?[0-9]{1,5}(?:[\s\-]?[a-zA-Z]{1,3})?")
#: How a date or a period begins; a postcode of these numbers looks like a year.
_YEARS = range(1900, 2100)
_INITIALS_ALONE = re.compile(
    r"(?:[A-Z]\.\s?-?){2,6}(?:\([^\W\d_]+\))?|[A-Z]\.|(?:[A-Z]{1,3}\.?\s?)(?:(?:v|d|vd)\.?\s?){1,2}[A-Z]\.?"
)
_STREET = re.compile(
    r"[^\W\d_][\w .'\-]*(?:straat|str\.?|weg|laan|plein|kade|gracht|singel|hof|dijk|pad|dreef|plantsoen)\s+"
    r"[0-9]{1,5}\s?[a-zA-Z]{0,2}(?:[ ,\-].*)?",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_DATES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>(?:19|20)[0-9]{2})[-/. ](?P<m>[0-9]{1,2})[-/. ](?P<d>[0-9]{1,2})(?:[T ][0-9:.]+)?",
        r"(?P<d>[0-9]{1,2})[-/. ](?P<m>[0-9]{1,2})[-/. ](?P<y>(?:19|20)?[0-9]{2})(?:[T ][0-9:.]+)?",
        r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])",
        rf"(?P<d>[0-9]{{1,2}})[ \-](?P<m>{_MONTH})[ \-](?P<y>(?:19|20)?[0-9]{{2}})",
    )
)
_PARTICLE = r"(?:van|de|der|den|het|'t|ten|ter|te|el|al|la|le|da|dos|di|bin|ben|von|op|in)"
_WORD = r"[^\W\d_a-z][^\W\d_]*(?:['\u2019\-][^\W\d_]+)*"
_TITLE = r"(?:dhr|mevr|mw|dr|drs|ir|mr|de heer|mevrouw)\.?\s+"
_INITIALS = r"(?:[A-Z]\.?\s?){1,5}"
_NAME_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_TITLE})?{_WORD}(?:\s+{_WORD}|\s+{_PARTICLE}){{0,4}}\s+{_WORD}",
        rf"(?:{_TITLE})?{_INITIALS}(?:{_PARTICLE}\s+){{0,3}}{_WORD}",
        rf"{_WORD}(?:[ \-]{_WORD})*,\s*(?:{_WORD}|{_INITIALS})(?:\s+{_WORD}|\s+{_PARTICLE})*",
        rf"{_TITLE}(?:{_PARTICLE}\s+){{0,3}}{_WORD}",
    )
)
_ONE_WORD = re.compile(r"[^\W\d_]{2,}(?:['\u2019\-][^\W\d_]+)*", re.IGNORECASE)
_CODE = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,128}|[A-Za-z0-9+/]{20,}={0,2}",
    re.IGNORECASE,
)
#: Names that are not of persons look this much like the name of a region.
_LIKENESS = 0.72


def digits(text: str) -> str:
    """The digits of a number written in any way: '1234.56.782' and '123456782.0' → '123456782'; else ''."""
    plain = re.sub(r"[.,]0+$", "", text) if text.count(".") + text.count(",") == 1 else text
    plain = re.sub(r"(?i)^bsn[:\s]*", "", plain)
    plain = re.sub(r"[\s.\-]", "", plain)
    return plain if plain.isascii() and plain.isdigit() else ""


def is_long_number(text: str) -> bool:
    """A number as long as a BSN: 8 digits (the leading zero lost) or 9."""
    return len(digits(text)) in (8, 9)


def is_bsn(text: str) -> bool:
    """Passes the elfproef. So does about 9% of all numbers as long."""
    return is_long_number(text) and bool(bsn_numbers.is_valid(digits(text)))


def is_iban(text: str) -> bool:
    """A bank account with a right check number."""
    return len(text) >= 15 and text[:2].isalpha() and bool(iban_numbers.is_valid(text))


def is_email(text: str) -> bool:
    """An e-mail address, alone or within other text."""
    return _EMAIL.search(text) is not None


def is_phone(text: str) -> bool:
    """A Dutch telephone number, with the 0 or the country in front."""
    return _PHONE.fullmatch(text) is not None


def is_bare_mobile(text: str) -> bool:
    """A mobile number whose leading zero a spreadsheet dropped: 9 digits that start with 6."""
    return len(digits(text)) == 9 and digits(text).startswith("6")


def is_address(text: str) -> bool:
    """A full postcode (1234 AB), the four digits of one with a house number, or a street with a number."""
    if _POSTCODE.fullmatch(text) or _STREET.fullmatch(text):
        return True
    found = _POSTCODE_AND_NUMBER.fullmatch(text)
    return found is not None and int(found[1]) not in _YEARS


def is_initials(text: str) -> bool:
    """'J.P.', 'A. B.', 'J.v.d.V.': the initials of a name and nothing else."""
    return len(text) <= 16 and _INITIALS_ALONE.fullmatch(text) is not None


def date_year(text: str) -> int | None:
    """The year of a full date, in any usual form; None for anything else. Two digits: the last century."""
    for form in _DATES:
        found = form.fullmatch(text)
        if found:
            month, year = found["m"], int(found["y"])
            numeric = not month.isdigit() or 1 <= int(month) <= 12 or 1 <= int(found["d"]) <= 12
            return (year if year > 99 else 1900 + year) if numeric and 1 <= int(found["d"]) <= 31 else None
    return None


def is_code(text: str) -> bool:
    """A GUID, a hash or another long random code."""
    return _CODE.fullmatch(text) is not None and any(letter.isdigit() for letter in text)


def is_number_of_person(text: str, least: int) -> bool:
    """Letters and digits together ('C012345'), or a number of at least so many digits."""
    has_digit = any(letter.isdigit() for letter in text)
    return has_digit and (any(letter.isalpha() for letter in text) or len(digits(text)) >= least)


def is_full_name(text: str) -> bool:
    """'Jan de Vries', 'J. Jansen', 'Jansen, P.', 'mevr. El Amrani'; no place, and nothing like a region."""
    return len(text) <= 60 and any(form.fullmatch(text) for form in _NAME_FORMS) and not is_place(text)


def is_one_word(text: str) -> bool:
    """One word of letters that is no place: a first name, or a family name without its particle."""
    return len(text) <= 40 and _ONE_WORD.fullmatch(text) is not None and not is_place(text)


def is_prose(text: str) -> bool:
    """A sentence: five words or more."""
    return len(text.split()) >= 5 and not is_place(text)


@cache
def _places() -> frozenset[str]:
    listed = [name for region in regions.ALL for name in (region.name, *region.aliases)]
    return frozenset(names.fold(name) for name in [*listed, *(one.name for one in municipalities.ALL)])


@cache
def _region_names() -> tuple[str, ...]:
    return tuple(names.fold(region.name) for region in regions.ALL)


def is_place(text: str) -> bool:
    """A region or gemeente, or a slip of the pen in the name of a region."""
    folded = names.fold(text[:60])
    folded = folded.removeprefix("arbeidsmarkt").removeprefix("regio").removeprefix("gemeente")
    if folded in _places():
        return True
    return any(SequenceMatcher(None, folded, name).ratio() >= _LIKENESS for name in _region_names())
