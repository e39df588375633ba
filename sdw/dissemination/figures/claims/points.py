"""The published figures that a claim may rest on, and why others may not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sdw.dissemination.figures.claims.model import Why
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators.model import NATION, TOTAL
from sdw.reference import periods
from sdw.reference.status import Status
from sdw.statistics.variation import spread

#: Why a figure without a value has none; the first of these that occurs is told.
_WHY = {
    Status.SUPPRESSED: Why.WITHHELD,
    Status.NOT_DELIVERED: Why.NOT_DELIVERED,
    Status.UNKNOWN: Why.UNKNOWN,
    Status.NOT_APPLICABLE: Why.NOT_PUBLISHED,
}


def fault(figure: Figure | None) -> Why | None:
    """Why a claim may not rest on this figure; None where it may.

    A value of an older edition, and a real number of its own definition among examples, are not comparable.
    """
    if figure is None:
        return Why.NOT_PUBLISHED
    if figure.value is None:
        return _WHY[figure.status]
    if figure.is_carried_over:
        return Why.CARRIED_OVER
    return Why.OTHER_DEFINITION if figure.real is not None else None


def worst(found: Iterable[Figure | None]) -> Why | None:
    """Why one of these may not be used, withheld before the others; None where all may."""
    faults = {fault(one) for one in found}
    return next((why for why in Why if why in faults), None)


@lru_cache(maxsize=64)
def whole_years(edition: Edition, measure: str) -> Mapping[str, Mapping[int, Figure]]:
    """Region (and NL) → year → the count over all methods and client groups, in years of 12 months."""
    found: dict[str, dict[int, Figure]] = {}
    for one in figures.select(edition, measure, method=TOTAL, client_group=TOTAL):
        if one.period and periods.parse(one.period).kind == "year":
            found.setdefault(one.region, {})[int(one.period)] = one
    return found


def usable(row: Mapping[int, Figure]) -> dict[int, Figure]:
    """The years that may be used, oldest first."""
    return {year: row[year] for year in sorted(row) if fault(row[year]) is None}


@lru_cache(maxsize=64)
def spread_of(edition: Edition, measure: str) -> float:
    """ω² of the years of regions: how much they differ beyond chance (`statistics.variation.spread`)."""
    counts = {
        region: {year: one.value for year, one in usable(row).items() if one.value is not None}
        for region, row in whole_years(edition, measure).items()
        if region != NATION
    }
    return spread.between_years(counts)


def newest_year(edition: Edition, measure: str) -> str:
    """The newest whole year with a value anywhere; '' where there is none."""
    codes = figures.period_codes(edition, measure, regional=False)
    years = [code for code in codes if periods.parse(code).kind == "year"]
    return years[0] if years else ""
