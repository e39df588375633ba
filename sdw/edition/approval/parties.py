"""Which parties must agree before an edition is public: `agreement.toml` of the store, else that of `data/`."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import Any

import msgspec

from sdw.edition import paths
from sdw.reference import decoding
from sdw.text.errors import UserError

FILE = "agreement.toml"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One party: a short name for commands, and its name as it is shown."""

    id: str
    name: str


class Agreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who must agree, by whose decision, and how many days a party and a secret link have."""

    owner: str
    decided: Any  # a day, or "" as long as there is none
    answer_days: int
    link_days: int
    party: tuple[Party, ...]


def current() -> Agreement:
    """What is configured now; without parties every new edition is public at once.

    Raises:
        UserError: a name or a value is not what it should be, two parties have one name, or there are parties
            without who decided that and when.
    """
    own = paths.folder() / FILE
    found = _read(own) if own.is_file() else decoding.document(FILE, Agreement)
    for part in ("id", "name"):
        names = [getattr(one, part).strip().casefold() for one in found.party]
        if len(set(names)) < len(names) or "" in names:
            raise UserError("approval.same_party", file=FILE)
    if wrong := next((one.id for one in found.party if not _ID.fullmatch(one.id)), ""):
        raise UserError("approval.bad_party", file=FILE, id=wrong)
    if min(found.answer_days, found.link_days) < 1:
        raise UserError("approval.no_days", file=FILE)
    if found.party and not (found.owner.strip() and isinstance(found.decided, dt.date)):
        raise UserError("approval.no_decision", file=FILE)
    return found


def _read(path: Any) -> Agreement:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UserError("document.not_toml", file=FILE, why=str(error)) from error
    except UnicodeDecodeError as error:
        raise UserError("document.not_utf8", file=FILE) from error
    return decoding.decoded(document, Agreement, FILE)
