"""Fill the place of erased deliveries with counts that explain everything that was published of them.

A new edition is protected beside the older ones, with the counts behind these. Of an erased delivery there are none
any more. What stands in for them is solved from what is public and from what other regions delivered, while an
edition is made; it is never stored. If what is public pinned an erased count, every explanation would have that
count: the one that stands in has it too, and is protected. So nothing new pins an erased count (decision 0002).
"""

from __future__ import annotations

from collections import defaultdict

import pyarrow as pa

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.production.publishing.stand_ins import counts, outcomes
from sdw.production.publishing.stand_ins.unknowns import Problem, Unknown
from sdw.production.store import sql
from sdw.production.store.private import Connection

_KINDS = {counts.DATASET: counts, outcomes.DATASET: outcomes}


def fill(connection: Connection, origin: str) -> None:
    """Before older editions of this origin are looked at: their erased units get counts, in memory."""
    sql.prepare(connection)
    if not sql.run(connection, "erased").fetchall():
        return
    holes = [
        (edition, dataset, units)
        for edition in editions.ever_made()
        if edition.fact("origin") == origin
        for dataset, units in _units(connection, edition).items()
    ]
    split = {one for edition, dataset, units in holes for one in _KINDS[dataset].splits(edition, units)}
    problem = Problem()
    for edition, dataset, units in holes:
        _KINDS[dataset].take(problem, connection, edition, units, split)
    if problem.unknowns:
        _insert(connection, problem.solved())


def _units(connection: Connection, edition: Edition) -> dict[str, dict[tuple[str, str], tuple[int, str]]]:
    """By dataset, the units of an edition that an erased delivery brought."""
    found: dict[str, dict[tuple[str, str], tuple[int, str]]] = defaultdict(dict)
    rows = sql.run(connection, "erased_units", batches=list(edition.batches)).fetchall()
    for dataset, origin, region, period, batch in rows:
        if dataset in _KINDS:
            found[dataset][region, period] = (batch, origin)
    return dict(found)


def _insert(connection: Connection, found: dict[Unknown, float]) -> None:
    columns = {name: [getattr(one, name) for one in found] for name in Unknown._fields}
    table = pa.table({**columns, "batch_id": columns["batch"], "value": list(found.values())})
    connection.register("incoming_stand_in", table.drop_columns(["batch"]))
    sql.run(connection, "erased_observation_insert")
    connection.unregister("incoming_stand_in")
