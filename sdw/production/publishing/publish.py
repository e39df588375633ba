"""Publish: observations → totals → protection → indicators → a new edition, in one direction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from sdw import __version__
from sdw.disclosure.rounding import NotRoundable
from sdw.edition import editions, writing
from sdw.edition.approval import access, log, parties
from sdw.edition.approval.log import Event
from sdw.edition.figure_row import Contents, MunicipalityRow, Row, Source
from sdw.edition.formats import known
from sdw.indicators import at_most, catalogue
from sdw.production.publishing import rows as calculation
from sdw.production.publishing.context import municipalities
from sdw.production.publishing.outcomes import rows as outcomes
from sdw.production.publishing.outcomes import suppression as outcome_suppression
from sdw.production.publishing.publication_inputs import Context, Inputs, SeriesCell
from sdw.production.publishing.stand_ins import fill as stand_ins
from sdw.production.publishing.trajectories import ledgers, pace, prior_editions, rounding, suppression, totals
from sdw.production.store import fact_lists, private, sql, state_lists
from sdw.reference import plan as publication
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import covenant
from sdw.reference.documents.covenant import Covenant
from sdw.reference.documents.regional_facts import Fact
from sdw.reference.series import declared
from sdw.reference.status import Status
from sdw.text.dutch import day, say
from sdw.text.errors import UserError

_DELIVERED = "aangeleverd"


@dataclass(frozen=True, slots=True)
class Material:
    """Everything an edition is made of: its figures, the batches behind them, remarks and revisions.

    `beside`: the labels of the older editions that its counts were protected together with, newest first.
    """

    rows: Sequence[Row]
    origin: str
    batches: list[tuple[Any, ...]]
    remarks: list[tuple[Any, ...]]
    revisions: list[tuple[Any, ...]]
    protection: dict[str, str]
    beside: tuple[str, ...]
    municipalities: Sequence[MunicipalityRow]
    facts: Sequence[Fact]
    states: Sequence[State] = ()


def publish(
    label: str | None = None,
    agree: Callable[[str, Material], bool] = lambda *_: True,
    *,
    by: str = "",
    is_shipped: bool = False,
    at: dt.datetime | None = None,
    is_final: bool = False,
) -> editions.Edition:
    """Make a new edition from what is current now; nothing already published changes.

    It is public at once, or a concept where parties must agree (`agreement.toml`).

    agree: asked with the label and everything that will be in the edition, before it is written. by: who makes it.
    is_shipped: made by itself, not asked for; without figures of regions that needs nobody's agreement.
    at: the moment of publication (UTC); None for now. is_final: the final edition of the covenant that ended last,
    under the label that is declared with it.

    Raises:
        UserError: nothing was imported yet, the label is malformed or in use, the counts cannot be rounded, or a
            final edition is asked for while no covenant has ended.
    """
    today = at.date() if at else dt.date.today()
    of = _ended(today) if is_final else None
    with access.as_steward():  # concepts too: who saw one, knows it
        wanted = label or (unused(of.final_label) if of else free_label(today))
        return _publish(wanted, agree, by, at, is_shipped=is_shipped, final_of=of.version if of else "")


def _ended(today: dt.date) -> Covenant:
    found = covenant.ended(today, covenant.ALL)
    if found is None:
        last = next((one.ends for one in covenant.ALL if one.final_label and one.ends), today)
        raise UserError("steward.not_ended", date=day(last))
    return found


def _publish(
    wanted: str,
    agree: Callable[[str, Material], bool],
    by: str,
    at: dt.datetime | None,
    *,
    is_shipped: bool,
    final_of: str,
) -> editions.Edition:
    needed = parties.current().party
    writing.free_path(wanted)
    for fault in editions.refused():
        raise UserError("steward.damaged_edition", reason=str(fault))
    plan = publication.current()
    # All of it under the lock of the store: a publication at the same time would not be protected beside this one.
    with private.reader() as connection:
        chosen = private.active_batches(connection)
        if not chosen:
            raise UserError("steward.nothing_to_publish")
        for older in editions.ever_made():
            if unknown := prior_editions.unknown_batches(connection, older):
                raise UserError("steward.cannot_publish", reason=str(unknown))
        now = at or dt.datetime.now(dt.UTC)
        try:
            material = gather(connection, chosen, plan, now.date())
        except NotRoundable as error:
            raise UserError("steward.not_rounded", base=plan.rounding) from error
        if not agree(wanted, material):
            raise UserError("upcoming.refused")
        is_concept = bool(needed) and not (is_shipped and material.origin != _DELIVERED)
        if is_concept:
            agreeing = {"parties": {one.id: one.name for one in needed}}
            log.append(wanted, Event(now, "made", by or say("approval.steward"), facts=agreeing))
        facts = _facts(material, plan, now) | ({"final_of": final_of} if final_of else {})
        writing.write(wanted, _contents(material, facts), is_concept=is_concept)
    return editions.find(wanted)


def clock_behind() -> editions.Edition | None:
    """The newest edition, when the clock of this machine says that it is still to come."""
    newest = next(iter(editions.ever_made()), None)
    return newest if newest is not None and newest.published_at > dt.datetime.now(dt.UTC) else None


def _facts(material: Material, plan: publication.Plan, now: dt.datetime) -> dict[str, str]:
    return {
        "published_at": now.isoformat(),
        "sequence": str(editions.next_sequence()),
        "code_version": __version__,
        "origin": material.origin,
        "threshold": str(plan.threshold),
        "rate_minimum": str(plan.rate_minimum),
        "rounding": str(plan.rounding),
        "bounds": at_most.HOW,
        "decision_owner": plan.owner,
        "decision_date": plan.decided.isoformat(),
    } | material.protection


def _contents(material: Material, facts: dict[str, str]) -> Contents:
    return Contents(
        rows=material.rows,
        facts=facts,
        batches=material.batches,
        remarks=material.remarks,
        revisions=material.revisions,
        protected_beside=material.beside,
        municipalities=material.municipalities,
        known=material.facts,
        states=material.states,
    )


def gather(
    connection: private.Connection,
    chosen: Sequence[int],
    plan: publication.Plan,
    on: dt.date,
    again: editions.Edition | None = None,
) -> Material:
    """Calculate all figures of the edition that these batches make.

    on: the day of publication. again: the edition that is made again; None for a new one.

    Raises:
        AssertionError: one cell would not be protected. Nothing is published then: that is our bug.
        NotRoundable: the plan chooses rounding, and the counts cannot be rounded so that they add up.
        UserError: an older edition of the same counts was protected in another way.
    """
    counted = totals.count(connection, chosen, plan)
    batches = sql.run(connection, "chosen_batches", batches=list(chosen)).fetchall()
    remarks = sql.run(connection, "chosen_warnings", batches=list(chosen)).fetchall()
    remarks += ledgers.remarks(counted.cells, remarks)
    revisions = sql.run(connection, "series_revisions", batches=list(chosen)).fetchall()
    # All that is read of these batches is read before those of older editions are looked at.
    context, series = _context(connection, "context_cells"), _series(connection)
    pledges = _context(connection, "pledge_cells")
    known_facts, of_states = fact_lists.of(connection, chosen), state_lists.of(connection, chosen, on)
    of_municipalities = municipalities.cells(sql.run(connection, "municipality_cells").fetchall())
    records = outcome_suppression.records(connection, on)
    origin = _origin(batches)
    stand_ins.fill(connection, origin)
    prior = prior_editions.before(origin, again, partial(totals.count_cells, connection))
    _one_way(prior, plan)
    protect = rounding.round_off if plan.rounding else suppression.suppress
    protected = protect(counted, plan, prior)
    inputs = Inputs(
        cells={cell.key: cell for cell in protected.cells},
        periods=counted.periods,
        context=context,
        plan=plan,
        origin=origin,
        sources=_sources(origin, plan.rounding)
        | _context_sources({year for _, year, _ in context.values} | {year for year, _ in of_municipalities}),
        series=series,
        pledges=pledges,
    )
    rows = [row for indicator in catalogue.ALL for row in calculation.rows(indicator, inputs)]
    rows += pace.rows(inputs, [one for one in prior if one.was_public])
    labels = outcomes.Labels(inputs.sources["uitkomsten"], origin)
    after = outcome_suppression.suppress(connection, records, plan, labels, again)
    rows += after.rows
    remarks += after.remarks
    remarks += [(key[1], key[2], prior_editions.CARRIED_OVER) for key in sorted(protected.carried_over)]
    return Material(
        rows,
        origin,
        batches,
        list(dict.fromkeys(remarks)),
        revisions,
        protected.facts | after.facts,
        tuple(one.edition.label for one in prior),
        tuple(municipalities.rows(of_municipalities, inputs.sources)),
        known_facts,
        of_states,
    )


def free_label(today: dt.date) -> str:
    """`2026-najaar`, or with -2, -3 … where that is in use."""
    return unused(f"{today.year}-{'voorjaar' if today.month <= 6 else 'najaar'}")


def unused(name: str) -> str:
    """This label, or with -2, -3 … where it is in use."""
    label, number = name, 1
    while writing.is_used(label):
        number += 1
        label = f"{name}-{number}"
    return label


def is_made_again(edition: editions.Edition) -> bool:
    """True when the same edition, calculated anew from its batches and laid out in its own format, is the same."""
    plan = publication.current()
    with access.as_steward(), private.reader() as connection:
        material = gather(connection, edition.batches, plan, edition.published_at.date(), edition)
    made = known.ALL[edition.format].digests(_contents(material, {}))
    facts = dict(edition.manifest)
    return facts["digest"] == made["digest"] and all(facts.get(key, one) == one for key, one in made.items())


def _origin(batches: Sequence[tuple[Any, ...]]) -> str:
    origins = {row[2] for row in batches} - {"openbaar"}
    if len(origins) > 1:
        raise AssertionError(f"an edition has one origin, not {origins}")
    return origins.pop() if origins else "openbaar"


def _context(connection: private.Connection, query: str) -> Context:
    found = sql.run(connection, query).fetchall()
    return Context(
        {(region, year, measure): (value, Status(state)) for region, year, measure, value, state in found}
    )


def _series(connection: private.Connection) -> dict[str, list[SeriesCell]]:
    found: dict[str, list[SeriesCell]] = {}
    rows = sql.run(connection, "series_cells").fetchall()
    for region, measure, period, sector, value, low, high, state, table, modified in rows:
        date = dt.date.fromisoformat(modified) if modified else None
        source = _table_source(measure, table, date)
        cell = SeriesCell(region, period, sector, value, low, high, Status(state), source)
        found.setdefault(measure, []).append(cell)
    return found


@cache
def _table_source(measure: str, table: str, date: dt.date | None) -> Source:
    """'CBS en TNO 83157NED, 15 april 2025'."""
    publisher = declared.by_id(measure).publisher
    if date is None:
        return Source(table, (say("verzuim.source_undated", publisher=publisher, table=table),), table)
    told = say("verzuim.source", publisher=publisher, table=table, date=day(date))
    return Source(f"{table}@{date.isoformat()}", (told,), table, date.isoformat())


def _one_way(prior: Sequence[prior_editions.PriorEdition], plan: publication.Plan) -> None:
    """Refuse to round what was withheld before, and the other way round: together they tell more than either."""
    for one in prior:
        before = int(one.edition.fact("rounding"))
        if before != plan.rounding:
            kinds = {
                base: say("steward.rounded", base=base) if base else say("steward.withheld")
                for base in (before, plan.rounding)
            }
            raise UserError(
                "steward.other_protection", label=one.edition.label, before=kinds[before], now=kinds[plan.rounding]
            )


def _sources(origin: str, base: int) -> dict[str, Source]:
    delivered = Source(origin, (say(f"source.{origin}"),))
    rounded = Source(f"rounded-{base}", (say("source.rounded", base=base),))
    return {
        "trajecten": delivered.beside(rounded) if base else delivered,
        "uitkomsten": delivered,
        "toezeggingen": Source("toezeggingen", (say(f"source.pledged_{origin}"),)),
        "jongvolwassenen": Source("jongvolwassenen", (say("source.jongvolwassenen"),)),
    }


def _context_sources(years: set[str]) -> dict[str, Source]:
    """'CBS 85984NED, 2024' where we know the table of a year, else 'CBS, 2025'."""
    tables = {"2021": "source.context_2021", "2024": "source.context_2024"}
    texts = {year: say(tables.get(year, "source.context_other"), year=year) for year in years}
    return {f"context-{year}": Source(f"context-{year}", (text,)) for year, text in texts.items()}
