"""How long deliveries are kept (article 5 of the covenant, AVG): `data/retention.toml`, with owner and date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import msgspec

from sdw.reference import decoding, periods
from sdw.text.errors import UserError

_FILE = "retention.toml"


@dataclass(frozen=True, slots=True)
class Retention:
    """`years` after the last day of the newest period in it a delivery is due; who decided that, and when."""

    years: int
    owner: str
    decided: dt.date

    def last_day(self, period: str) -> dt.date:
        """The last day on which a delivery about a period ('2025', '2025-H1', '2025-Q3') is kept."""
        end = periods.parse(period).end
        return end.replace(year=end.year + self.years)


class _Deliveries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    years: int
    owner: str
    decided: dt.date


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    deliveries: _Deliveries


def current() -> Retention:
    """What is decided now.

    Raises:
        UserError: a name or value is not what it should be, nobody is the owner, or the term is under a year.
    """
    found = decoding.document(_FILE, _Document).deliveries
    if found.years < 1 or not found.owner.strip():
        raise UserError("erase.no_term")
    return Retention(found.years, found.owner.strip(), found.decided)
