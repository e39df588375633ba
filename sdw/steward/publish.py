"""Publish: observations → totals → protection → indicators → a new edition, in one direction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from sdw import __version__
from sdw.indicators import calculation, catalogue, outcomes
from sdw.indicators.calculation import Context, Inputs
from sdw.indicators.published import Row
from sdw.privacy import cells as protection
from sdw.privacy.cells import Cell
from sdw.reference import plan as publication
from sdw.reference.status import Status
from sdw.store import edition_writer, editions, place, private, sql
from sdw.text.dutch import say

_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("indicator", "region", "period", "method", "client_group", "sector")),
        ("months", pa.int16()),
        ("value", pa.float64()),
        ("status", pa.string()),
        *((name, pa.float64()) for name in ("numerator", "denominator", "low", "high", "bound_low", "bound_high")),
        *((name, pa.string()) for name in ("coverage", "source", "origin")),
    ]
)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything an edition is made of: its figures, the batches behind them, and remarks."""

    figures: Any
    origin: str
    batches: list[tuple[Any, ...]]
    remarks: list[tuple[Any, ...]]


def publish(label: str | None = None) -> editions.Edition:
    """Publish a new edition from what is current now; nothing already published changes.

    Raises:
        UserError: the label is malformed or in use, or nothing was imported yet.
    """
    wanted = label or free_label(dt.date.today())
    edition_writer.free_path(wanted)
    plan = publication.current()
    with private.reader() as connection:
        chosen = private.active_batches(connection)
        now = dt.datetime.now(dt.UTC)
        material = gather(connection, chosen, plan, now.date())
    facts = {
        "published_at": now.isoformat(),
        "code_version": __version__,
        "origin": material.origin,
        "batches": ",".join(map(str, chosen)),
        "threshold": str(plan.threshold),
        "rate_minimum": str(plan.rate_minimum),
        "rounding": str(plan.rounding),
        "decision_owner": plan.owner,
        "decision_date": plan.decided.isoformat(),
    }
    edition_writer.write(
        wanted, figures=material.figures, facts=facts, batches=material.batches, remarks=material.remarks
    )
    return editions.find(wanted)


def gather(connection: private.Connection, chosen: Sequence[int], plan: publication.Plan, on: dt.date) -> Material:
    """Calculate all figures of the edition that these batches make, as they stand on a day."""
    sql.run(connection, "macros")
    sql.run(connection, "chosen", batches=list(chosen))
    for step in ("delivered_totals", "rolled_up", "nation"):
        sql.run(connection, step)
    counts = [
        Cell(measure, region, period, method, group, value, Status(status), tuple(covered or ()))
        for measure, region, period, method, group, value, status, covered in sql.run(
            connection, "count_cells"
        ).fetchall()
    ]
    periods = tuple(row[0] for row in sql.run(connection, "count_periods").fetchall())
    batches = sql.run(connection, "chosen_batches", batches=list(chosen)).fetchall()
    remarks = sql.run(connection, "chosen_warnings", batches=list(chosen)).fetchall()
    wanted = set(calculation.planned(plan, periods))
    shown = protection.protect(
        (cell for cell in counts if cell.key[1:] in wanted), threshold=plan.threshold, rounding=plan.rounding
    )
    origin = _origin(batches)
    inputs = Inputs(
        cells={cell.key: cell for cell in shown},
        periods=periods,
        context=_context(connection),
        plan=plan,
        origin=origin,
        sources=_sources(origin),
    )
    rows = [row for indicator in catalogue.ALL for row in calculation.rows(indicator, inputs)]
    records = [outcomes.Record.of(row) for row in sql.run(connection, "outcome_records", on=on).fetchall()]
    rows += outcomes.rows(records, plan, outcomes.Labels(inputs.sources["uitkomsten"], origin))
    return Material(_table(rows), origin, batches, remarks)


def free_label(today: dt.date) -> str:
    """`2026-najaar`, or with -2, -3 … where that is in use."""
    season = "voorjaar" if today.month <= 6 else "najaar"
    label, number = f"{today.year}-{season}", 1
    while (place.editions_folder() / f"{label}.duckdb").exists():
        number += 1
        label = f"{today.year}-{season}-{number}"
    return label


def rebuilt_digest(edition: editions.Edition, beside: Path) -> str:
    """The digest of the same edition, calculated anew from its batches into the scratch file `beside`."""
    plan = publication.current()
    chosen = [int(number) for number in edition.fact("batches").split(",") if number]
    with private.reader() as connection:
        material = gather(connection, chosen, plan, edition.published_at.date())
    return edition_writer.fill(beside, figures=material.figures, facts={}, batches=(), remarks=())


def _origin(batches: Sequence[tuple[Any, ...]]) -> str:
    origins = {row[2] for row in batches} - {"openbaar"}
    if len(origins) > 1:
        raise AssertionError(f"an edition has one origin, not {origins}")
    return origins.pop() if origins else "openbaar"


def _context(connection: private.Connection) -> Context:
    found = sql.run(connection, "context_cells").fetchall()
    return Context(
        {(region, year, measure): (value, Status(state)) for region, year, measure, value, state in found}
    )


def _sources(origin: str) -> dict[str, str]:
    return {
        "trajecten": say(f"source.{origin}"),
        "uitkomsten": say(f"source.{origin}"),
        "context-2021": say("source.context_2021"),
        "context-2024": say("source.context_2024"),
    }


def _table(rows: Sequence[Row]) -> Any:
    names = [field.name for field in fields(Row)]
    columns = zip(names, zip(*map(attrgetter(*names), rows), strict=True), strict=True)
    return pa.table([pa.array(cells, _SCHEMA.field(name).type) for name, cells in columns], names=names)
