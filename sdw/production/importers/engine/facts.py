"""Reads and checks a list of facts: statements as read in public sources, with source, date and certainty.

It is recognised by its head, which is fixed. All of it is taken, or nothing.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from pathlib import Path

from sdw.exchange.facts import FactList
from sdw.production.importers.files import decoding
from sdw.production.importers.persons import traces
from sdw.reference.areas import regions
from sdw.reference.documents.regional_facts import CERTAINTIES, COLUMNS
from sdw.text.errors import UserError

_HEAD = ";".join(COLUMNS).encode()
_FILLED = ("id", "topic", "statement", "period", "population", "source")
#: Names of organisations look like those of people; numbers, dates of birth and addresses of people are refused.
_ALLOWED = (None, "name")
#: A statement is a sentence or two.
LONGEST = 600


def is_list(source: Path | bytes) -> bool:
    """True for a file that begins with the head of a list of facts."""
    if isinstance(source, bytes):
        return source[:400].removeprefix(b"\xef\xbb\xbf").startswith(_HEAD)
    if not source.is_file():
        return False
    with source.open("rb") as file:
        return is_list(file.read(400))


def read(source: Path | bytes, name: str) -> FactList:
    """All facts of a file.

    Raises:
        UserError: a line is not whole, not of a region, without a source, or about a person.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    lines = list(csv.reader(io.StringIO(decoding.to_utf8(data).decode(), newline=""), delimiter=";"))[1:]
    for number, line in enumerate(lines, start=2):
        _check(number, line)
    double = [fact for fact, count in Counter(line[0] for line in lines).items() if count > 1]
    if double:
        raise UserError("facts.double", id=double[0][:40])
    if not lines:
        raise UserError("import.only_header")
    return FactList(name, hashlib.sha256(data).hexdigest(), tuple(map(tuple, lines)))


def _check(number: int, line: list[str]) -> None:
    if len(line) != len(COLUMNS):
        raise UserError("facts.ragged", row=number, found=len(line), expected=len(COLUMNS))
    fact = dict(zip(COLUMNS, line, strict=True))
    if any(traces.kind_of(text) not in _ALLOWED for name, text in fact.items() if name not in ("id", "url")):
        raise UserError("facts.person", row=number)
    for name in _FILLED:
        if not fact[name].strip():
            raise UserError("facts.empty", row=number, column=name)
    if fact["region"] not in (regions.NATION, *regions.CODES):
        raise UserError("facts.region", row=number)
    if fact["certainty"] not in CERTAINTIES:
        raise UserError("facts.certainty", row=number, known=" of ".join(CERTAINTIES))
    if not fact["url"].startswith("https://"):
        raise UserError("facts.url", row=number)
    if max(map(len, line)) > LONGEST:
        raise UserError("facts.long", row=number, most=LONGEST)
