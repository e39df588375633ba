"""Who publishes the open data, and under which licence (`data/open_data.toml`)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from sdw.reference import decoding
from sdw.text.errors import UserError


class Publisher(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who publishes. uri: its address in a register of organisations; '' as long as it has none."""

    name: str
    uri: str
    homepage: str


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers questions. email: of a desk; '' where there is none yet."""

    name: str
    email: str
    url: str


class Licence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Values of licences. delivered: of what regions deliver, '' as long as that is not decided; without: of what
    has no open licence; known: a licence as `data/sources.toml` writes it → its value."""

    delivered: str
    without: str
    known: dict[str, str]


class OpenData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it. owner, decided: who decided on it and when; '' as long as nobody did. themes: what it is about,
    the address of a value in the list of the EU → what it is called."""

    owner: str
    decided: Any  # a day, or "" as long as nobody decided
    publisher: Publisher
    contact: Contact
    themes: dict[str, str]
    licence: Licence


def current() -> OpenData:
    """What is set now.

    Raises:
        UserError: a name or value is not what it should be, or there is a licence of what regions deliver without
            who decided on it.
    """
    found = decoding.document("open_data.toml", OpenData)
    if found.licence.delivered and not (found.owner and isinstance(found.decided, dt.date)):
        raise UserError("open_data.undecided")
    return found
