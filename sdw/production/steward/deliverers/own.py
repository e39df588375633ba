"""What one region delivered for an edition, from the private store: its own counts, nothing of another region."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sdw.edition.editions import Edition
from sdw.production.store import private, sql
from sdw.reference import periods
from sdw.reference.periods import Period
from sdw.reference.status import Status

#: What regions are asked for, each edition.
ASKED = ("trajecten", "uitkomsten")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery with figures of the region; `file` is '' for one that was erased."""

    number: int
    dataset: str
    file: str
    on: dt.date
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Own:
    """Deliveries, and (measure, period) → value and status of the counts over all methods and client groups."""

    region: str
    deliveries: tuple[Delivery, ...]
    counts: Mapping[tuple[str, str], tuple[float | None, Status]]

    def has(self, dataset: str, period: Period) -> bool:
        """Did the region deliver this over (a part of) this period?"""
        spans = [(one.first, one.last) for one in self.deliveries if one.dataset == dataset]
        return any(
            periods.parse(first).start <= period.end and period.start <= periods.parse(last).end
            for first, last in spans
        )


def of(connection: private.Connection, edition: Edition, region: str) -> Own:
    """What this region has in the edition."""
    rows = sql.run(connection, "region_deliveries", batches=list(edition.batches), region=region).fetchall()
    found = tuple(Delivery(row[0], row[1], row[2], row[3].date(), row[4], row[5]) for row in rows)
    sql.prepare(connection)
    sql.run(connection, "chosen", batches=list(edition.batches))
    for step in ("delivered_totals", "rolled_up"):
        sql.run(connection, step)
    cells = sql.run(connection, "region_cells", region=region).fetchall()
    return Own(
        region, found, {(measure, period): (value, Status(state)) for measure, period, value, state in cells}
    )


def asked_period(on: dt.date) -> Period:
    """The half-year that was over on the day of an edition."""
    month = (on.month - 1) // 6 + 1
    return Period(on.year, "half", month).previous()


def wanted(dataset: str, on: dt.date) -> Period:
    """Which half-year is asked of a dataset: the one that is over; of outcomes the start half-year whose last
    starter was followed for six months by then."""
    over = asked_period(on)
    return over.previous() if dataset == "uitkomsten" else over


def late(connection: private.Connection, edition: Edition, regions: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Of each dataset that was asked, the regions without figures over the asked period: region → its newest period
    ('' for none at all)."""
    found: dict[str, dict[str, str]] = {}
    for dataset in ASKED:
        end = wanted(dataset, edition.published_at.date()).end
        units = sql.run(connection, "delivered_units", batches=list(edition.batches), dataset=dataset).fetchall()
        by_region: dict[str, list[Period]] = {region: [] for region in regions}
        for region, period in units:
            by_region.setdefault(region, []).append(periods.parse(period))
        found[dataset] = {
            region: max(mine, key=lambda one: one.end).code if mine else ""
            for region, mine in by_region.items()
            if not any(one.end >= end for one in mine)
        }
    return found
