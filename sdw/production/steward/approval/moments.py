"""Dates and moments as a steward types them, in the time of the Netherlands wherever the machine stands."""

from __future__ import annotations

import datetime as dt
import re

from sdw.text.dutch import ZONE
from sdw.text.errors import UserError

_DAY = r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})|(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>\d{4}))"
_DATE = re.compile(_DAY)
_MOMENT = re.compile(_DAY + r"[ T]+(?P<hour>\d{1,2})[.:](?P<minute>\d{2})")


def date(text: str) -> dt.date:
    """'2026-12-03' or '3-12-2026'.

    Raises:
        UserError: it is no day.
    """
    found = _DATE.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        return _day(found)
    except ValueError as error:
        raise UserError("approval.no_date", text=text[:40]) from error


def moment(text: str) -> dt.datetime:
    """'2026-12-03 09:30' or '3-12-2026 9.30', as a moment in UTC.

    Raises:
        UserError: it is no day with a time, or a time that the clock skips or shows twice when it is set.
    """
    found = _MOMENT.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        here = dt.datetime.combine(_day(found), dt.time(int(found["hour"]), int(found["minute"])), ZONE)
    except ValueError as error:
        raise UserError("approval.no_moment", text=text[:40]) from error
    if here.utcoffset() != here.replace(fold=1).utcoffset():
        raise UserError("approval.no_such_time", text=text[:40])
    return here.astimezone(dt.UTC)


def _day(found: re.Match[str]) -> dt.date:
    parts = ("year", "month", "day") if found["year"] else ("y", "m", "d")
    return dt.date(*(int(found[part]) for part in parts))
