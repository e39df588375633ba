"""A document that a person edits, as a type: what is wrong in it is told with its path and a way out."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from typing import Any, TypeVar, get_args

import msgspec

from sdw.reference import tables
from sdw.text.dutch import say
from sdw.text.errors import UserError

T = TypeVar("T", bound=msgspec.Struct)
#: What TOML knows as such.
_DATES = (dt.date, dt.datetime)

_FAULT = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?$")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`")
_NAMED = re.compile(r"Object (?P<fault>missing required|contains unknown) field `(?P<name>[^`]*)`")


def document(file: str, kind: type[T]) -> T:
    """`data/<file>` (TOML) as `kind`, of which unknown names are forbidden.

    Raises:
        UserError: it is no TOML, or a name or value in it is not what it should be.
    """
    try:
        found = tables.document(file)
    except tomllib.TOMLDecodeError as error:
        raise UserError("document.not_toml", file=file, why=str(error)) from error
    except UnicodeDecodeError as error:
        raise UserError("document.not_utf8", file=file) from error
    return decoded(found, kind, file)


def decoded(found: Mapping[str, Any], kind: type[T], file: str) -> T:
    """The same, of a document that has been read. file: what the message calls it."""
    try:
        return msgspec.convert(found, kind, builtin_types=_DATES)
    except msgspec.ValidationError as error:
        raise _told(str(error), kind, file) from error


def _told(fault: str, kind: type[msgspec.Struct], file: str) -> UserError:
    parts = _FAULT.fullmatch(fault)
    what, path = (parts["what"], parts["path"] or "") if parts else (fault, "")
    place = say("document.place", path=path) if path else ""
    if named := _NAMED.match(what):
        known = ", ".join(_names(kind, path))
        key = "missing" if named["fault"].startswith("missing") else "unknown"
        return UserError(f"document.{key}", file=file, place=place, name=named["name"], known=known)
    if mixed := _TYPE.match(what):
        wanted, found = (_in_words(mixed[side]) for side in ("wanted", "found"))
        return UserError("document.type", file=file, place=place, wanted=wanted, found=found)
    return UserError("document.other", file=file, place=place, why=what)


def _in_words(types: str) -> str:
    """'int | date' → 'een geheel getal of een datum'."""
    words = [say(f"document.kind.{name}") if name in _KINDS else name for name in types.split(" | ")]
    return f" {say('document.or')} ".join(words)


_KINDS = ("int", "float", "str", "bool", "date", "datetime", "array", "object", "null")


def _names(kind: Any, path: str) -> tuple[str, ...]:
    """The names that may stand at a path of a document: `$.table[0]` → those of a table."""
    for part in filter(None, re.sub(r"\[[^]]*\]", ".*", path).split(".")):
        kind = _item(kind) if part == "*" else _field(kind, part)
    return tuple(field.encode_name for field in msgspec.structs.fields(kind))


def _item(kind: Any) -> Any:
    """`tuple[X, ...]` and `dict[str, X]` → X."""
    first, last = get_args(kind)
    return first if last is Ellipsis else last


def _field(kind: Any, name: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(kind) if field.encode_name == name)
