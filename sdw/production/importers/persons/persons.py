"""The guard against data about persons: only aggregated counts may come in.

The first line is elsewhere: only declared columns and code lists are accepted. This second line weighs each
*column*, never a single cell, and names the column without repeating anything in it. It only reports: the
caller decides, and may let a file pass for a steward's reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sdw.exchange.person_findings import Finding, Kind
from sdw.production.importers.persons import patterns

#: What a column is for: a declared key, a declared measure, or nothing that was declared.
Role = Literal["key", "measure", "undeclared"]

#: Different texts that are looked at per column, evenly spread: a share needs no more.
SAMPLE = 1000
#: A count has fewer digits than this, where the dataset does not say better.
LEAST = 8

#: People are born before this year if they take part; a reporting date lies after it.
_BORN_BEFORE = 2013

_HEADERS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("bsn", ("bsn", "burgerservice", "sofinummer", "sofinr", "burger service")),
    ("iban", ("iban", "rekeningn", "bankrekening")),
    ("email", ("email", "e-mail", "mailadres")),
    ("phone", ("telefoon", "mobiel", "tel.", "telnr", "gsm")),
    ("address", ("adres", "straat", "huisnummer", "huisnr", "postcode", "pc4", "pc6", "woonplaats")),
    ("birth_date", ("geboorte", "geb.datum", "gebdat", "geb_dat", "birth", "leeftijd")),
    (
        "name",
        (
            "naam client",
            "achternaam",
            "voornaam",
            "roepnaam",
            "voorletter",
            "voorl.",
            "initial",
            "tussenvoegsel",
            "klantnaam",
        ),
    ),
    ("free_text", ("opmerking", "toelichting", "notitie", "bijzonderhed", "omschrijving")),
    ("identifier", ("clientn", "cliëntn", "klantn", "dossiern", "persoonsn", "patient", "deelnemer", "pseudon")),
    ("per_person", ("geslacht", "diagnose", "nationaliteit", "burgerlijke staat")),
)
_PERSON_HEADERS = frozenset(("naam", "client", "cliënt", "kandidaat", "name"))
_IDENTIFIER_HEADERS = frozenset(("id", "nr", "nummer", "uuid", "guid", "hash", "key", "sleutel"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the guard sees it.

    label:  how a report names it; header: its name in the file.
    texts:  its different texts; of a key column only those that are not in the code list.
    counts: how often each of `texts` occurs; rows: how many rows the table has.
    least:  of a measure: from so many digits on a number can be that of a person.
    """

    label: str
    header: str
    role: Role
    texts: Sequence[str]
    counts: np.ndarray
    rows: int
    least: int = LEAST


def inspect(columns: Sequence[Column], keys: Callable[[], np.ndarray | None] | None = None) -> list[Finding]:
    """At most one finding per column, and one for the table when it has a row per person.

    `keys`: gives for each row the number of its key (what should be unique in a table of counts); only asked for
    when every measure is yes or no.
    """
    found = [Finding(column.label, kind) for column in columns if (kind := _kind_of(column)) is not None]
    if _row_per_person(columns, keys):
        found.append(Finding("", "per_person"))
    return found


def _kind_of(column: Column) -> Kind | None:
    texts, weight = _sample(column)
    if not texts:
        return _kind_of_header(column, texts)
    for kind, looks_like in _DETECTORS:
        if looks_like(column, texts, weight):
            return kind
    return _kind_of_header(column, texts)


def _sample(column: Column) -> tuple[list[str], float]:
    """Different texts, evenly spread, and the share of all rows that the column's texts cover."""
    filled = [text.strip().strip('"').strip() for text in column.texts]
    texts = list(dict.fromkeys(text for text in filled if text))
    step = max(1, len(texts) // SAMPLE)
    covered = sum(int(count) for text, count in zip(filled, column.counts, strict=True) if text)
    return texts[::step][:SAMPLE], covered / max(column.rows, 1)


def _kind_of_header(column: Column, texts: Sequence[str]) -> Kind | None:
    """What an undeclared column's own name says."""
    if column.role != "undeclared":
        return None
    name = column.header.casefold().strip()
    plain = name.replace("_", " ")
    for kind, words in _HEADERS:
        if any(word in name or word in plain or word.replace(" ", "") in name for word in words):
            return kind
    parts = set(plain.replace("-", " ").split())
    if parts & _PERSON_HEADERS and not all(map(patterns.is_place, texts[:50])):
        return "name"
    return "identifier" if parts & _IDENTIFIER_HEADERS else None


def _share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts)


def _bsn(column: Column, texts: Sequence[str], weight: float) -> bool:
    """Half of the texts are as long as a BSN, and of those far more pass than the 9% that chance gives."""
    long = [text for text in texts if patterns.is_long_number(text)]
    if not long or len(long) < 0.5 * len(texts):
        return False
    right = sum(map(patterns.is_bsn, long))
    nine = any(len(patterns.digits(text)) == 9 for text in long)
    return right >= 0.5 * len(long) and (right >= 3 or nine)


def _iban(column: Column, texts: Sequence[str], weight: float) -> bool:
    return _share(texts, patterns.is_iban) >= 0.3


def _email(column: Column, texts: Sequence[str], weight: float) -> bool:
    return _share(texts, patterns.is_email) >= 0.1


def _phone(column: Column, texts: Sequence[str], weight: float) -> bool:
    return _share(texts, patterns.is_phone) >= 0.3 or (
        len(texts) >= 3 and _share(texts, patterns.is_bare_mobile) >= 0.8
    )


def _address(column: Column, texts: Sequence[str], weight: float) -> bool:
    return _share(texts, patterns.is_address) >= 0.3


def _birth_date(column: Column, texts: Sequence[str], weight: float) -> bool:
    """Full dates: of long ago, or (in a column that nobody asked for) many different ones."""
    years = [year for text in texts if (year := patterns.date_year(text)) is not None]
    if len(years) < 0.5 * len(texts):
        return False
    if column.role == "measure" and all(text.isdigit() for text in texts):
        return len(years) >= 5 and sum(year < _BORN_BEFORE for year in years) >= 0.9 * len(texts)
    old = sum(year < _BORN_BEFORE for year in years)
    return old >= 0.5 * len(years) or len(years) >= 5


def _name(column: Column, texts: Sequence[str], weight: float) -> bool:
    if weight < 0.3:
        return False
    if len(texts) >= 3 and _share(texts, patterns.is_initials) >= 0.6:
        return True
    if column.role == "measure":
        return len(texts) >= 3 and _share(texts, patterns.is_full_name) >= 0.5
    full = _share(texts, patterns.is_full_name)
    if full >= 0.5 and (len(texts) >= 3 or column.role == "undeclared"):
        return True
    varied = len(texts) >= 5 and len(texts) >= 0.4 * weight * column.rows
    return varied and _share(texts, patterns.is_one_word) >= 0.8


def _free_text(column: Column, texts: Sequence[str], weight: float) -> bool:
    return len(texts) >= 2 and _share(texts, patterns.is_prose) >= 0.3


def _identifier(column: Column, texts: Sequence[str], weight: float) -> bool:
    """Codes that differ on every row; counts of people repeat, or differ in length."""
    if _share(texts, patterns.is_code) >= 0.5:
        return True
    least = column.least if column.role == "measure" else 5
    enough = 10 if column.role != "measure" or least >= LEAST else 4
    distinct = len(texts) >= enough and len(set(column.texts)) >= 0.95 * weight * column.rows
    if not distinct or len({len(text) for text in texts}) > 2:
        return False
    return _share(texts, lambda text: patterns.is_number_of_person(text, least)) >= 0.9


_DETECTORS: tuple[tuple[Kind, Callable[[Column, Sequence[str], float], bool]], ...] = (
    ("email", _email),
    ("iban", _iban),
    ("phone", _phone),
    ("bsn", _bsn),
    ("address", _address),
    ("birth_date", _birth_date),
    ("free_text", _free_text),
    ("identifier", _identifier),
    ("name", _name),
)

_FLAGS = frozenset(
    (
        *("", "0", "1", "ja", "nee", "j", "n", "y", "yes", "no", "true", "false", "waar", "onwaar", "x", "v"),
        *("nvt", "onbekend", "niet", "wel", "0,0", "1,0", "0.0", "1.0"),
    )
)


def _row_per_person(columns: Sequence[Column], keys: Callable[[], np.ndarray | None] | None) -> bool:
    """Nearly every measure is yes or no, or there is none, and keys come back: a row is one person and no count."""
    measures = [column for column in columns if column.role == "measure"]
    if keys is None or not all(map(_is_yes_or_no, measures)):
        return False
    numbers = keys()
    if numbers is None or len(numbers) < 3:
        return False
    most = 0.8 if measures else 0.5
    return len(np.unique(numbers)) <= most * len(numbers)


def _is_yes_or_no(column: Column) -> bool:
    """A measure that is yes or no in nineteen of twenty rows."""
    flags = [text.strip().casefold() in _FLAGS for text in column.texts]
    told = sum(int(count) for count, flag in zip(column.counts, flags, strict=True) if flag)
    return told >= 0.95 * column.rows
