"""States in the private store: dated lines, of which a newer batch takes the place of those with the same key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from sdw import __version__
from sdw.production.store import private, sql
from sdw.production.store.private import Accepted, Connection
from sdw.reference.datasets.state_record import State


@dataclass(frozen=True, slots=True)
class IncomingStates:
    """A checked file of states. `table`: as it travelled, the columns of a state but for dataset and origin.
    `at`: when it came in (UTC); None for now."""

    dataset: str
    origin: str
    file_name: str
    sha256: str
    table: pa.Table
    reason: str | None = None
    at: dt.datetime | None = None

    def states(self) -> list[State]:
        """Its states, in the order of the file."""
        return [State(dataset=self.dataset, origin=self.origin, **row) for row in self.table.to_pylist()]


def of(connection: Connection, batches: Sequence[int], on: dt.date) -> tuple[State, ...]:
    """The states of an edition made of these batches and published on a day: none of a later day."""
    found = sql.run(connection, "states_of", batches=list(batches), on=on).fetchall()
    return tuple(_of_row(row) for row in found)


def _of_row(row: Sequence[object]) -> State:
    return State(**dict(zip(State.__dataclass_fields__, row, strict=True)))  # type: ignore[arg-type]


def accept(connection: Connection, incoming: IncomingStates) -> Accepted:
    """Store a file as one batch; the same states twice change nothing."""
    states = incoming.states()
    kind = (incoming.dataset, incoming.origin)
    standing = [row[0] for row in private.batches(connection) if row[1:3] == kind and row[5] is None]
    older = {one.unit_of_delivery: one for one in of(connection, standing, dt.date.max)}
    changed = [one for one in states if older.get(one.unit_of_delivery) != one]
    if not changed:
        return Accepted(None, len(states), (), ())
    batch_id = sql.run(
        connection,
        "batch_insert",
        dataset=incoming.dataset,
        origin=incoming.origin,
        file_name=incoming.file_name,
        sha256=incoming.sha256,
        imported_at=private.moment(incoming.at),
        row_count=len(states),
        changed=len(changed),
        code_version=__version__,
        reason=incoming.reason,
    ).fetchall()[0][0]
    units = [one.unit_of_delivery for one in states]
    table = incoming.table.append_column("part", pa.array([part for _, _, part in units], pa.string()))
    table = table.append_column("position", pa.array(range(1, len(units) + 1), pa.int32()))
    names = ("region", "period", "part")
    delivered = pa.table([pa.array(list(column), pa.string()) for column in zip(*units, strict=True)], names=names)
    _insert(connection, "incoming_state", table, "state_insert", batch_id=batch_id)
    facts = {"batch_id": batch_id, "dataset": incoming.dataset, "origin": incoming.origin}
    _insert(connection, "incoming_delivery", delivered, "delivery_insert", **facts)
    replaced = {one.unit_of_delivery[0]: "" for one in changed if one.unit_of_delivery in older}
    return Accepted(batch_id, len(states), (), tuple(replaced.items()))


def _insert(connection: Connection, name: str, table: pa.Table, query: str, **values: int | str) -> None:
    connection.register(name, table)
    try:
        sql.run(connection, query, **values)
    finally:
        connection.unregister(name)
