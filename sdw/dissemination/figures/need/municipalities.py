"""Public figures of the gemeenten of a region, of the newest year that an edition has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Source
from sdw.edition.figures import Figure
from sdw.indicators.model import TOTAL
from sdw.reference.status import Status

#: The figures of one gemeente by indicator.
Municipality = dict[str, Figure]


@lru_cache(maxsize=256)
def of_region(edition: Edition, region: str) -> tuple[Municipality, ...]:
    """The gemeenten that were in the region then, by name; none in an edition without figures of gemeenten.

    Of each indicator the newest year. A `Figure` of a gemeente has its code where others have that of a region.
    """
    if not edition.holds("municipality_figure"):
        return ()
    rows = editions.query(edition, "municipality_figures", region=region)
    newest: dict[str, str] = {}
    for indicator, _, _, period, *_ in rows:
        newest[indicator] = max(period, newest.get(indicator, ""))
    known = figures.sources(edition)
    found = [_figure(row, edition, known) for row in rows if row[3] == newest[row[0]]]
    return tuple(
        {one.indicator: one for one in own} for _, own in groupby(found, key=lambda one: (one.called, one.region))
    )


def of(found: Sequence[Municipality], indicator: str) -> list[Figure]:
    """The figures of one indicator."""
    return [one[indicator] for one in found if indicator in one]


def _figure(row: Sequence[Any], edition: Edition, known: dict[str, Source]) -> Figure:
    indicator, code, name, period, value, status, numerator, denominator, source = row
    return Figure(
        indicator=indicator,
        region=code,
        period=period,
        method=TOTAL,
        client_group=TOTAL,
        sector="",
        months=0,
        value=value,
        status=Status(status),
        numerator=numerator,
        denominator=denominator,
        low=None,
        high=None,
        bound_low=None,
        bound_high=None,
        delivered=None,
        cited=known[source],
        carried_from=(),
        edition=edition.label,
        origin="openbaar",
        called=name,
    )
