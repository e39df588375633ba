"""Protection of outcomes at publication, together with what older editions show."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass

from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Row
from sdw.indicators.model import OutcomeDifference, OutcomeRate
from sdw.indicators.outcome_catalogue import OUTCOMES
from sdw.production.publishing.outcomes import prior_editions
from sdw.production.publishing.outcomes import rows as outcomes
from sdw.production.publishing.outcomes.prior_editions import Name, PriorEdition
from sdw.production.publishing.outcomes.totals import Material, Record
from sdw.production.store import sql
from sdw.production.store.private import Connection
from sdw.reference.plan import Plan
from sdw.reference.status import Status

#: The remark with rates that still show the value of an older edition.
CARRIED_OVER = "uitkomst_volgt"


@dataclass(frozen=True, slots=True)
class ProtectedCounts:
    """The rows of an edition on outcomes, the remarks that go with them, and facts for the manifest."""

    rows: tuple[Row, ...]
    remarks: list[tuple[str, str, str]]
    facts: dict[str, str]


def records(connection: Connection, on: dt.date) -> list[Record]:
    """What the chosen batches hold of outcomes, on the day of an edition."""
    return [Record.of(row) for row in sql.run(connection, "outcome_records", on=on).fetchall()]


def suppress(
    connection: Connection,
    delivered: Sequence[Record],
    plan: Plan,
    labels: outcomes.Labels,
    again: Edition | None,
) -> ProtectedCounts:
    """What of these records may be published, beside the older editions of this origin.

    again: the edition that is made again; None for a new one.
    """
    begin = time.perf_counter()
    material = Material.of(delivered, plan)

    def before(past: PriorEdition | None) -> PriorEdition | None:
        limit = again if past is None else editions.find(past.label)
        edition = _before(labels.origin, limit) if material.cuts else None
        return None if edition is None else _past(connection, edition, plan)

    newest = before(None)
    found = outcomes.publish(material, plan, labels, prior_editions.releases(newest, before), newest)
    rates = [row for row in found.rows if row.indicator in _RATES]
    facts = {
        "outcome_rates": str(sum(row.status is Status.SUPPRESSED or row.value is not None for row in rates)),
        "outcome_hidden": str(sum(row.status is Status.SUPPRESSED for row in rates)),
        "outcome_kept": str(len(found.carried_over)),
        "outcome_lost": str(found.lost),
        "outcome_seconds": f"{time.perf_counter() - begin:.1f}",
    }
    return ProtectedCounts(found.rows, _remarks(material, found.carried_over), facts if rates else {})


_RATES = {one.id for one in OUTCOMES if isinstance(one.formula, OutcomeRate)}
_OUTCOMES = [one.id for one in OUTCOMES if isinstance(one.formula, OutcomeRate | OutcomeDifference)]


def _before(origin: str, limit: Edition | None) -> Edition | None:
    """The newest edition of this origin with outcomes, published before another (None: of all)."""
    for edition in editions.ever_made():
        older = limit is None or edition.order < limit.order
        if older and edition.fact("origin") == origin and _published(edition):
            return edition
    return None


def _published(edition: Edition) -> dict[Name, figures.Figure]:
    return {Name.of(figure): figure for name in _OUTCOMES for figure in figures.select(edition, name)}


def _past(connection: Connection, edition: Edition, plan: Plan) -> PriorEdition:
    sql.prepare(connection)
    sql.run(connection, "chosen", batches=list(edition.batches))
    material = Material.of(records(connection, edition.published_at.date()), plan)
    return PriorEdition(edition.label, material.parts, material.counts, _published(edition))


def _remarks(material: Material, carried_over: frozenset[Name]) -> list[tuple[str, str, str]]:
    """Per region with an old value: the newest start half-year that its own cut has."""
    found: dict[str, str] = {}
    for name in carried_over:
        periods = [part.name.period for part in material.parts[name.months] if name.cut in part.within]
        found[name.cut.region] = max([*periods, found.get(name.cut.region, "")])
    return [(region, period, CARRIED_OVER) for region, period in sorted(found.items())]
