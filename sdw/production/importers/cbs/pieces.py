"""A piece of a CBS table, or a table in a form that we do not read: known for what it is, with what to get instead.

Told by the names of the columns alone: the file may have any name, and is JSON, or text with any delimiter.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterable
from typing import Literal

from sdw.production.importers.cbs.statline.layout import is_topic
from sdw.reference.series import declared
from sdw.text.dutch import say
from sdw.text.errors import UserError

Piece = Literal["figures", "observations", "list", "json"]

#: The names of the columns lie within the first bytes of a file.
_HEAD = 64 * 1024
_PERIODS = frozenset(("perioden", "periods"))
_SERIAL = re.compile(r"(.+)_\d+")
#: Column names of the parts of a table that hold no figures: dimensions, properties, information.
_LISTS = (
    frozenset(("key", "title")),
    frozenset(("identifier", "title", "modified")),
    frozenset(("identifier", "title", "unit")),
    frozenset(("identifier", "title", "dimensiongroupid")),
    frozenset(("odata.type", "parentid")),
)
#: What only the newer service of CBS (OData 4) calls its columns.
_VERSION_4 = frozenset(("valueattribute", "stringvalue"))


def refusal(data: bytes) -> UserError | None:
    """Why these bytes are no table by themselves, when they are a piece of CBS data or any JSON; else None."""
    names, is_json = _names(data[:_HEAD])
    piece = _piece(names) or ("json" if is_json else None)
    if piece is None:
        return None
    if piece == "json":
        return UserError("cbs.piece_json")
    return UserError(f"cbs.piece_{piece}", table=_table(names) or say("cbs.any_table"))


def _piece(names: Iterable[str]) -> Piece | None:
    found = {name.casefold() for name in names}
    if {"measure", "value"} <= found and found & (_PERIODS | _VERSION_4):
        return "observations"
    topics = [name for name in found if _SERIAL.fullmatch(name) and not is_topic(name)]
    if found & _PERIODS and ("id" in found or topics):
        return "figures"
    return "list" if any(names_of <= found for names_of in _LISTS) else None


def _table(names: Iterable[str]) -> str:
    """The number of the table of ours that has these columns, '' when that is not one."""
    plain = {match[1] if (match := _SERIAL.fullmatch(name)) else name for name in names}
    tables = dict.fromkeys(each.table for each in declared.ALL)
    found = [table for table in tables if all(_fits(each, plain) for each in declared.of_table(table))]
    return found[-1] if found else ""


def _fits(one: declared.Series, names: set[str]) -> bool:
    return one.topic in names and all(name in names for name in one.dimensions)


def _names(head: bytes) -> tuple[list[str], bool]:
    """The names of the columns, and whether the file is JSON."""
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    text = head.decode(encoding, errors="ignore").strip()
    if text[:1] in ("{", "["):
        return _keys(text), True
    line = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=line.count)
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])], False


def _keys(text: str) -> list[str]:
    """The keys of the first row of a JSON file: of a list, or of the list in an answer."""
    start = text.find("{", text.find("[") + 1)
    try:
        row, _ = json.JSONDecoder().raw_decode(text[start:]) if start >= 0 else ({}, 0)
    except ValueError:
        return []
    return list(row) if isinstance(row, dict) else []
