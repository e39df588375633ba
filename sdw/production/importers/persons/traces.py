"""Persons in text that stands beside a table: remarks, other sheets, hidden parts, properties of a file.

A column of a table is weighed as a whole (`persons`); here every text counts by itself: one remark is enough.
Texts of our own sheet, and names of regions and gemeenten, are no persons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from sdw.exchange.person_findings import Kind
from sdw.production.importers.persons import patterns
from sdw.reference.areas import municipalities, regions
from sdw.text import dutch

#: People who take part were born before this year.
_BORN_BEFORE = 2013
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]{1,64}\.[^@\s]{2,}")
_LONG = re.compile(r"(?<![\d.,])\d[\d.\- ]{6,16}\d(?![\d,])")
_PHONE = re.compile(r"(?<!\d)(?:\+31|0031|\(?0)[\s\-().0]{0,4}[1-9](?:[\s\-().]{0,2}[0-9]){8}(?!\d)")
_IBAN = re.compile(r"\b[A-Z]{2}[0-9]{2}[ ]?[A-Z]{4}[ ]?[0-9][0-9 ]{8,13}")
_ADDRESS = re.compile(r"\b[1-9][0-9]{3}\s?[A-Z]{2}\b")
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
)
_BORN = re.compile(r"\bgeb(?:\.|oren|oortedatum)", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:[Dd]hr|[Mm]evr|[Mm]w|[Mm]eneer|[Mm]evrouw|[Dd]e heer)\b\.?\s+(?:[a-z']{1,4}\s+){0,3}[^\W\d_a-z]"
)
_NUMBER = re.compile(
    r"\b(?:bsn|burgerservice\w*|cli[eë]nt\w*|klant\w*|dossier\w*|deelnemer\w*|kandidaat\w*)"
    r"[ .:#\-]{0,3}(?:n(?:umme)?r\.?)?[ .:#\-]{0,3}[a-z]{0,3}[0-9]{3,}",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?){1,5}(?:(?:van|de|der|den|ten|ter|el)\s+){0,3}[^\W\d_a-z][^\W\d_]{2,}"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_PARTICLES = frozenset(
    (
        "van",
        "de",
        "der",
        "den",
        "het",
        "'t",
        "ten",
        "ter",
        "te",
        "el",
        "al",
        "la",
        "le",
        "da",
        "dos",
        "di",
        "bin",
        "ben",
        "von",
    )
)
#: Names of people that are also words of ours (a month, a verb).
_ALSO_NAMES = frozenset(("jan", "mei", "mark", "tim", "tom", "bas", "roos", "els", "wil", "lies", "max", "sam"))
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that is not of our table, and where it stands (as a report may say it)."""

    where: str
    text: str


def inspect(beside: Iterable[Beside]) -> list[tuple[str, Kind]]:
    """Where something stands that looks like data about persons, and of which kind; each place once."""
    found: dict[str, Kind] = {}
    for one in beside:
        if one.where not in found and (kind := kind_of(one.text)) is not None:
            found[one.where] = kind
    return list(found.items())


def kind_of(text: str) -> Kind | None:
    """What in a text looks like a person; None for nothing. No text of ours is."""
    plain = " ".join(text.split())
    if not plain or plain.casefold() in _ours() or patterns.is_place(plain):
        return None
    return next((kind for kind, holds in _TRACES if holds(plain[:_LONGEST])), None)


def names_a_person(text: str) -> bool:
    """A title with a name, or initials with a name: no organisation is called so."""
    plain = " ".join(text.split())[:_LONGEST]
    return _TITLE.search(plain) is not None or _INITIALS.search(plain) is not None


def _bsn(text: str) -> bool:
    return any(patterns.is_bsn(found[0]) and len(patterns.digits(found[0])) == 9 for found in _LONG.finditer(text))


def _birth_date(text: str) -> bool:
    years = [year for found in _DATE.finditer(text) if (year := patterns.date_year(found[0])) is not None]
    return any(year < _BORN_BEFORE for year in years) or (bool(years) and _BORN.search(text) is not None)


def _name(text: str) -> bool:
    """A title with a name, initials with a name, or two words with a capital of which none is a word of ours."""
    if _TITLE.search(text) or _INITIALS.search(text):
        return True
    run: list[str] = []
    end = 0
    for found in _WORD.finditer(text):
        word, between = found[0], text[end : found.start()]
        end = found.end()
        if run and between.strip(" ") not in ("", ","):
            run = []
        if word[0].isupper() and not (len(word) > 1 and word.isupper()) and word.casefold() not in _words():
            run.append(word)
            if len(run) >= 2:
                return True
        elif not (run and word.casefold() in _PARTICLES):
            run = []
    return False


_TRACES: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    ("email", lambda text: _EMAIL.search(text) is not None),
    ("iban", lambda text: _IBAN.search(text) is not None),
    ("phone", lambda text: _PHONE.search(text) is not None),
    ("bsn", _bsn),
    ("address", lambda text: _ADDRESS.search(text) is not None),
    ("birth_date", _birth_date),
    ("identifier", lambda text: _NUMBER.search(text) is not None),
    ("name", _name),
)


@cache
def _ours() -> frozenset[str]:
    """Every text of ours, as it may stand in a sheet that we gave out."""
    return frozenset(" ".join(text.split()).casefold() for text in dutch.every())


@cache
def _words() -> frozenset[str]:
    """Words that are no names of people: those of our own texts, of regions and gemeenten, and of programs."""
    places = [name for region in regions.ALL for name in (region.name, *region.aliases)]
    places += [one.name for one in municipalities.ALL]
    found = {word.casefold() for text in [*dutch.every(), *places] for word in _WORD.findall(text)}
    return frozenset((found | _PROGRAMS) - _ALSO_NAMES)


_PROGRAMS = frozenset(
    (
        "regionaal",
        "werkbedrijf",
        "werkcentrum",
        "werkgeversservicepunt",
        "rijksuniversiteit",
        "academisch",
        "microsoft",
        "excel",
        "office",
        "libreoffice",
        "calc",
        "google",
        "sheets",
        "times",
        "new",
        "roman",
        "calibri",
        "arial",
        "print",
        "titles",
        "area",
        "afdruktitels",
        "afdrukbereik",
        "kwartaal",
        "halfjaar",
        "toelichting",
        "tabel",
        "grafiek",
        "draaitabel",
        "blad",
        "tekstvak",
        "afbeelding",
        "tekst",
        "vak",
        "rechthoek",
        "text",
        "box",
        "picture",
        "rectangle",
        "chart",
        "pivot",
        "table",
        "slicer",
        "normal",
        "page",
        "pagina",
        "sheet",
        "title",
    )
)
