"""The part of the report on protection that is about outcomes: per table of the plan, from what is published."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.exports.reading_outcomes import RATES
from sdw.indicators import figures
from sdw.indicators.figures import Figure
from sdw.indicators.model import NATION
from sdw.reference import plan
from sdw.reference.plan import OutcomeTable
from sdw.reference.status import Status
from sdw.steward.attacking_outcomes import is_kept
from sdw.store.editions import Edition
from sdw.text.dutch import number, say


def lines(edition: Edition) -> list[str]:
    """A table of the rates; nothing for an edition without outcomes."""
    rates = [one for name in RATES.values() for one in figures.select(edition, name)]
    if not rates:
        return []
    titles = [say(f"privacy.report.{name}") for name in ("outcomes", "rates", "shown", "old", "hidden")]
    rows = [titles, ["---", *["---:"] * 4], *(_row(table, rates) for table in plan.current().outcomes)]
    return ["", *(f"| {' | '.join(row)} |" for row in rows), "", say("privacy.report.outcome_note")]


def _row(table: OutcomeTable, rates: Sequence[Figure]) -> list[str]:
    mine = [one for one in rates if _inside(table, one)]
    shown = [one for one in mine if one.value is not None]
    kept = sum(is_kept(one.source) for one in shown)
    hidden = sum(one.status is Status.SUPPRESSED for one in mine)
    return [table.title, *(number(count) for count in (len(shown) + hidden, len(shown) - kept, kept, hidden))]


def _inside(table: OutcomeTable, one: Figure) -> bool:
    return (
        table.pooled != bool(one.period)
        and table.regions == (one.region != NATION)
        and (one.method, one.client_group) in table.cuts()
    )
