"""Protection at publication: the counts of an edition as one system, together with what is out already."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdw.indicators import calculation, figures
from sdw.indicators.model import NATION
from sdw.privacy import counts, sticky
from sdw.privacy.cells import Cell
from sdw.privacy.counts import Counts, Key
from sdw.privacy.protect import Pattern, protect
from sdw.reference.plan import Plan
from sdw.reference.status import Status
from sdw.store import editions, sql
from sdw.store.editions import Edition
from sdw.store.private import Connection

#: The remark with a cell that still shows the value of an older edition.
KEPT = "correctie_volgt"
MEASURES = ("beginstand", "gestart", "beeindigd", "eindstand", "uitgevoerd", "duurzaam_geplaatst")


@dataclass(frozen=True, slots=True)
class Counted:
    """The planned counts of an edition, the periods in it, and what adds up to what."""

    cells: tuple[Cell, ...]
    periods: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Shield:
    """The counts as they may be published. `kept`: cells that still show the value of an older edition,
    because the corrected one beside it would give people away. `facts` go into the manifest."""

    cells: tuple[Cell, ...]
    kept: frozenset[Key]
    facts: dict[str, str]


def count(connection: Connection, chosen: Sequence[int], plan: Plan) -> Counted:
    """Add up the batches of an edition to every count that the plan publishes."""
    sql.run(connection, "macros")
    sql.run(connection, "chosen", batches=list(chosen))
    for step in ("delivered_totals", "rolled_up", "nation"):
        sql.run(connection, step)
    periods = tuple(row[0] for row in sql.run(connection, "count_periods").fetchall())
    wanted = {(measure, *cut) for measure in MEASURES for cut in calculation.planned(plan, periods, measure)}
    cells = tuple(
        Cell(measure, region, period, method, group, value, Status(status), tuple(covered or ()))
        for measure, region, period, method, group, value, status, covered in sql.run(
            connection, "count_cells"
        ).fetchall()
        if (measure, region, period, method, group) in wanted
    )
    parts = Counts(
        sql.table(connection, "cell_values").to_pandas(),
        sql.table(connection, "cell_parts").to_pandas(),
        [cell for cell in cells if cell.region == NATION and cell.value is not None],
    )
    return Counted(cells, periods, parts)


def before(origin: str, chosen: Sequence[int], moment: dt.datetime | None) -> Edition | None:
    """The newest older edition of the same origin: what an attacker has beside the new one."""
    for edition in editions.every():
        if edition.fact("origin") == origin and (moment is None or edition.published_at < moment):
            same = edition.fact("batches") == ",".join(map(str, chosen))
            return before(origin, chosen, edition.published_at) if same else edition
    return None


def shield(connection: Connection, counted: Counted, plan: Plan, older: Edition | None) -> Shield:
    """Withhold what must be withheld.

    Raises:
        Unprotected: one cell cannot be protected; nothing may be published then.
    """
    begin = time.perf_counter()
    assembled = _assemble(counted, plan)
    kept: frozenset[Key] = frozenset()
    old_cells: dict[Key, Cell] = {}
    if older is None:
        pattern = protect(assembled.system)
        hidden = assembled.hidden(pattern.hidden)
    else:
        past = count(connection, _batches(older), plan)
        never_out = _kept_in(older, past)
        was = _assemble(past, plan).edition(_hidden_in(older) | never_out)
        sequel = sticky.sequel([was], assembled.edition(set()))
        pattern = sequel.proof
        hidden = assembled.hidden(sequel.hidden)
        kept = frozenset(assembled.hidden(sequel.kept) | (never_out & hidden))
        old_cells = _still_shown(connection, plan, older, past, kept)
    cells = tuple(_shown(cell, hidden, old_cells) for cell in counted.cells)
    facts = _facts(assembled, hidden, pattern, len(kept)) | {
        "protection_seconds": f"{time.perf_counter() - begin:.1f}"
    }
    return Shield(cells, kept, facts)


def _assemble(counted: Counted, plan: Plan) -> counts.Assembled:
    published = {cell.key for cell in counted.cells if cell.value is not None}
    return counts.assemble(counted.counts, published, plan)


def _shown(cell: Cell, hidden: set[Key], old_cells: dict[Key, Cell]) -> Cell:
    if cell.key in old_cells:
        return old_cells[cell.key]
    return replace(cell, value=None, status=Status.SUPPRESSED) if cell.key in hidden else cell


def _hidden_in(edition: Edition) -> set[Key]:
    return {
        (found.indicator, found.region, found.period, found.method, found.client_group)
        for measure in MEASURES
        for found in figures.select(edition, measure)
        if found.status is Status.SUPPRESSED
    }


def _batches(edition: Edition) -> list[int]:
    return [int(number) for number in edition.fact("batches").split(",") if number]


def _kept_in(edition: Edition, counted: Counted) -> set[Key]:
    """Cells of which an edition shows the value of a still older one: its own value was never published."""
    places = {row[:2] for row in editions.query(edition, "edition_remarks") if row[2] == KEPT}
    return {
        cell.key
        for cell in counted.cells
        if (cell.region, cell.period) in places and _figure(edition, cell.key).value not in (None, cell.value)
    }


def _figure(edition: Edition, key: Key) -> figures.Figure:
    measure, region, period, method, group = key
    return figures.one(edition, measure, region, period, method=method, client_group=group)


def _still_shown(
    connection: Connection, plan: Plan, older: Edition, past: Counted, kept: frozenset[Key]
) -> dict[Key, Cell]:
    """What the older edition shows of these cells: value and status, over the regions that were in it then."""
    if not kept:
        return {}
    again = frozenset(kept & _kept_in(older, past))
    found = {}
    for cell in past.cells:
        if cell.key in kept - again:
            figure = _figure(older, cell.key)
            found[cell.key] = replace(cell, value=figure.value, status=figure.status)
    earlier = before(older.fact("origin"), _batches(older), older.published_at) if again else None
    if earlier is not None:
        found |= _still_shown(connection, plan, earlier, count(connection, _batches(earlier), plan), again)
    return found


def _facts(assembled: counts.Assembled, hidden: set[Key], pattern: Pattern, kept: int) -> dict[str, str]:
    primary = assembled.hidden(assembled.system.cells.primary)
    return {
        "protected_cells": str(len(assembled.keys)),
        "hidden_primary": str(len(primary & hidden)),
        "hidden_secondary": str(len(hidden - primary)),
        "kept_old_value": str(kept),
        "certificates": str(pattern.certificates),
    }
