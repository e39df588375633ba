"""National benefits by month: counts of benefits at the end of the month, no persons."""

from __future__ import annotations

from functools import lru_cache

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import benefit_catalogue
from sdw.indicators.model import Indicator
from sdw.reference import periods
from sdw.reference.series import declared

_BY_ID = {one.id: one for one in benefit_catalogue.NATIONAL}
#: What the part about benefits shows. The WGA is a part of the WIA.
SHOWN: tuple[Indicator, ...] = tuple(
    _BY_ID[name] for name in ("uitkeringen_wia", "uitkeringen_wga", "uitkeringen_ww", "uitkeringen_bijstand")
)
_DECEMBER = 12


@lru_cache(maxsize=32)
def months(edition: Edition, indicator: Indicator) -> tuple[Figure, ...]:
    """The months of one kind of benefit, oldest first; none in an edition without them."""
    if indicator.id not in figures.published(edition):
        return ()
    every = figures.select(edition, indicator.id)
    found = [(periods.parse(one.period), one) for one in every]
    return tuple(one for period, one in sorted(found, key=lambda pair: pair[0]) if period.kind == "month")


def yearly(edition: Edition) -> list[tuple[str, list[Figure | None]]]:
    """Every December and the newest month, newest first, with the figures of `SHOWN`; None where there is none."""
    by_month = [{one.period: one for one in months(edition, indicator)} for indicator in SHOWN]
    codes = sorted({code for found in by_month for code in found}, key=periods.parse, reverse=True)
    kept = [code for place, code in enumerate(codes) if place == 0 or periods.parse(code).number == _DECEMBER]
    return [(code, [found.get(code) for found in by_month]) for code in kept]


def breaks() -> list[tuple[str, str]]:
    """(year, why) of each break in the series that are shown, in time, each once."""
    found = {(each.period, each.text) for one in SHOWN for each in declared.by_id(one.id).breaks}
    return sorted(found)
