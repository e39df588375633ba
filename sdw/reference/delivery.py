"""Where and by when regions deliver, as the steward set it (`data/delivery.toml`)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sdw.reference import tables
from sdw.text.errors import UserError


@dataclass(frozen=True, slots=True)
class Delivery:
    """Channel and contact are '' and dates None where the steward has not set them yet."""

    channel: str
    contact: str
    deadline: dt.date | None
    next_edition: dt.date | None


def current() -> Delivery:
    """What is set now.

    Raises:
        UserError: a date is written as text, so nobody knows which day it is.
    """
    settings = tables.document("delivery.toml")
    return Delivery(
        channel=settings["channel"].strip(),
        contact=settings["contact"].strip(),
        deadline=_date("deadline", settings["deadline"]),
        next_edition=_date("next_edition", settings["next_edition"]),
    )


def _date(name: str, value: object) -> dt.date | None:
    if value == "":
        return None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise UserError("delivery.not_a_date", name=name)
