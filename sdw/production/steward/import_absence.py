"""Import and check of CBS tables: a newer edition replaces the older one whole, and says what it revises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from sdw.exchange.result import RefusedTable
from sdw.exchange.table_result import DATASETS, Absence
from sdw.production.importers.cbs import revision, vanished
from sdw.production.importers.cbs.revision import Revision
from sdw.production.importers.cbs.vanished import Withdrawal
from sdw.production.steward.receipt import Receipt
from sdw.production.store import observation_tables, private, sql
from sdw.production.store.private import Accepted, Connection, Incoming
from sdw.reference import periods
from sdw.text.dutch import listing, number, say
from sdw.text.errors import UserError

#: How many revised figures are listed one by one; the report (CSV) has them all.
_SHOWN = 20
_NO_WARNINGS = pa.table({name: pa.array([], pa.string()) for name in ("region", "period", "kind")})


def take(
    connection: Connection,
    name: str,
    found: Absence | RefusedTable,
    *,
    origin: str | None = None,
    at: dt.datetime | None = None,
) -> Receipt:
    """Import one CBS table, read from a file of this name: all of it, or nothing. at: when; None for now."""
    if isinstance(found, RefusedTable):
        return _refused(name, found.text)
    try:
        older, withdrawn = _judged(connection, found, origin or "openbaar")
    except UserError as error:
        return _refused(name, str(error))
    accepted = private.accept(connection, replace(_incoming(found, older, origin or "openbaar"), at=at))
    revised = revision.compare(older, found.observations)
    told = tuple(_told(found, accepted, revised, withdrawn))
    return Receipt(True, told, partial(_report, revised), accepted, found.name)


def check(connection: Connection, name: str, found: Absence | RefusedTable) -> Receipt:
    """Compare one CBS table, read already from a file of this name, with the store; nothing is stored."""
    if isinstance(found, RefusedTable):
        return _refused(name, found.text)
    try:
        older, withdrawn = _judged(connection, found, "openbaar")
    except UserError as error:
        return _refused(name, str(error))
    revised = revision.compare(older, found.observations)
    lines = [_what(found), *found.notes, *_revisions(revised, withdrawn), say("steward.checked", name=found.name)]
    return Receipt(True, tuple(lines), partial(_report, revised), name=found.name)


def _refused(name: str, why: str) -> Receipt:
    return Receipt(False, (why, say("verzuim.refused", name=name)), str, name=name, errors=1)


def _judged(connection: Connection, found: Absence, origin: str) -> tuple[pa.Table, tuple[Withdrawal, ...]]:
    """What is current of the series in a table, and what CBS withdrew from them. Refuses an older edition, and
    a part of the table, which would make the rest vanish."""
    measures = pc.unique(found.observations["measure"]).to_pylist()
    older = sql.table(connection, "series_current", dataset=found.dataset, origin=origin, measures=measures)
    if found.dataset not in DATASETS:
        # A table of one year replaces that year alone.
        older = older.filter(pc.is_in(older["period"], pc.unique(found.observations["period"])))
    latest = sql.run(connection, "publication_latest", table_id=found.table, origin=origin).fetchall()
    if latest and found.modified and found.modified < latest[0][0]:
        raise UserError("verzuim.older", name=found.name, date=found.modified, known=latest[0][0])
    withdrawn = vanished.check(older, found.observations, found.listed, name=found.name, table=found.table)
    return older, withdrawn


def _incoming(found: Absence, older: pa.Table, origin: str) -> Incoming:
    keys = ["region", "period", "measure"]
    units = pa.concat_tables([found.observations.select(keys), older.select(keys)]).group_by(keys).aggregate([])
    return Incoming(
        dataset=found.dataset,
        origin=origin,
        file_name=found.name,
        sha256=found.sha256,
        figures=observation_tables.of_rows(found.observations),
        deliveries=units.rename_columns(["region", "period", "part"]),
        warnings=_NO_WARNINGS,
        publication=(found.table, found.title, found.modified),
    )


def _told(
    found: Absence, accepted: Accepted, revised: Sequence[Revision], withdrawn: Sequence[Withdrawal]
) -> list[str]:
    if accepted.batch_id is None:
        return [say("steward.nothing_new", name=found.name)]
    done = say("steward.accepted", name=found.name, batch=accepted.batch_id, rows=number(accepted.rows))
    return [_what(found), *found.notes, done, *_revisions(revised, withdrawn)]


def _what(found: Absence) -> str:
    codes = pc.unique(found.observations["period"]).to_pylist()
    known = sorted((periods.parse(code) for code in codes), key=lambda period: (period.end, period.start))
    about = say("verzuim.dated", date=found.modified) if found.modified else ""
    return say(
        "verzuim.read",
        table=found.table,
        title=found.title,
        about=about,
        first=known[0].label,
        last=known[-1].label,
    )


def _revisions(every: Sequence[Revision], withdrawn: Sequence[Withdrawal]) -> list[str]:
    """What CBS took out of its table, and apart from that what it revised: the two are never one number."""
    taken = [each.sentence for each in withdrawn]
    revised = [each for each in every if each.kind != "gone"]
    if not revised:
        return taken
    codes = revision.revised_periods(revised)
    named = listing([periods.parse(code).label for code in codes[:_SHOWN]])
    more = say("verzuim.more_periods", count=number(len(codes) - _SHOWN)) if len(codes) > _SHOWN else ""
    lines = [*taken, say("verzuim.revised", count=number(len(revised)), periods=named + more)]
    lines += [f"  {each.sentence}" for each in revised[:_SHOWN]]
    if len(revised) > _SHOWN:
        lines.append(say("steward.more_changes", count=number(len(revised) - _SHOWN)))
    return lines


def _report(revised: Sequence[Revision]) -> str:
    return "".join(f"{line}\n" for line in [say("verzuim.report_head"), *(each.sentence for each in revised)])
