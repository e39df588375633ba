"""Lists of facts in the private store: a newer list replaces the older one whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pyarrow as pa

from sdw import __version__
from sdw.production.store import private, sql
from sdw.production.store.private import Accepted, Connection
from sdw.reference.areas.regions import NATION
from sdw.reference.documents.regional_facts import COLUMNS, DATASET, Fact

Rows = Sequence[tuple[str, ...]]


def of(connection: Connection, batches: Sequence[int]) -> tuple[Fact, ...]:
    """The facts of an edition made of these batches, in the order of their file."""
    found = sql.run(connection, "facts_of", batches=list(batches), dataset=DATASET).fetchall()
    return tuple(Fact(*row) for row in found)


def accept(
    connection: Connection, name: str, sha256: str, rows: Rows, origin: str, at: dt.datetime | None = None
) -> Accepted:
    """Store a list as one batch; the same list twice changes nothing. at: when it came in (UTC); None for now."""
    older = {
        tuple(getattr(one, column) for column in COLUMNS)
        for one in of(connection, private.active_batches(connection))
    }
    if older == set(rows):
        return Accepted(None, len(rows), (), ())
    batch_id = sql.run(
        connection,
        "batch_insert",
        dataset=DATASET,
        origin=origin,
        file_name=name,
        sha256=sha256,
        imported_at=private.moment(at),
        row_count=len(rows),
        changed=len(set(rows) - older),
        code_version=__version__,
        reason=None,
    ).fetchall()[0][0]
    columns = {column: [row[number] for row in rows] for number, column in enumerate(COLUMNS)}
    _insert(
        connection,
        "incoming_fact",
        pa.table({"position": range(1, len(rows) + 1)} | columns),
        "fact_insert",
        batch_id=batch_id,
    )
    unit = pa.table({"region": [NATION], "period": [""], "part": [""]})
    facts = {"batch_id": batch_id, "dataset": DATASET, "origin": origin}
    _insert(connection, "incoming_delivery", unit, "delivery_insert", **facts)
    return Accepted(batch_id, len(rows), (), ((NATION, ""),) if older else ())


def _insert(connection: Connection, name: str, table: pa.Table, query: str, **values: int | str) -> None:
    connection.register(name, table)
    try:
        sql.run(connection, query, **values)
    finally:
        connection.unregister(name)
