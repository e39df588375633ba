"""Where and by when regions deliver, as the steward set it (`data/delivery.toml`)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import msgspec

from sdw.reference import decoding
from sdw.text.errors import UserError


@dataclass(frozen=True, slots=True)
class Delivery:
    """Channel and contact are '' and dates None where the steward has not set them yet."""

    channel: str
    contact: str
    deadline: dt.date | None
    next_edition: dt.date | None


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    channel: str
    contact: str
    deadline: Any  # a day, or "" as long as there is none
    next_edition: Any


def current() -> Delivery:
    """What is set now.

    Raises:
        UserError: a name or value is not what it should be, or a date is written as text.
    """
    found = decoding.document("delivery.toml", _Document)
    return Delivery(
        channel=found.channel.strip(),
        contact=found.contact.strip(),
        deadline=_date("deadline", found.deadline),
        next_edition=_date("next_edition", found.next_edition),
    )


def _date(name: str, value: object) -> dt.date | None:
    if value == "":
        return None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise UserError("delivery.not_a_date", name=name)
