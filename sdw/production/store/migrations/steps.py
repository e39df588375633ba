"""The steps: a new store takes all of them, an older one those that it lacks. So both have the same tables."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import duckdb

from sdw import __version__
from sdw.edition import scanning
from sdw.production.store import sql
from sdw.text.errors import UserError

#: Step n makes a store of version n out of one of version n - 1; version 0 is an empty database.
STEPS = tuple(sorted(Path(__file__).parent.glob("[0-9]*.sql")))
CURRENT = len(STEPS)


def version(connection: duckdb.DuckDBPyConnection) -> int:
    """Which version a store is; 0 for an empty database, 1 for one of before its version was kept.

    Raises:
        UserError: its version is gone: the store is damaged.
    """
    there = scanning.tables(connection)
    if "schema_version" not in there:
        return 1 if there else 0
    found = sql.run(connection, "schema_version").fetchall()[0][0]
    if found is None:
        raise UserError("store.damaged", name="schema_version")
    return int(found)


def missing(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Tables that a store of its version has and this one lacks."""
    return sorted(_declared(min(version(connection), CURRENT)) - set(scanning.tables(connection)))


def take(connection: duckdb.DuckDBPyConnection) -> None:
    """Take the steps that are lacking; the caller's transaction holds all of them."""
    for step in STEPS[version(connection) :]:
        connection.execute(step.read_text(encoding="utf-8"))
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    sql.run(connection, "schema_version_insert", version=CURRENT, applied_at=now, code_version=__version__)


@cache
def _declared(number: int) -> frozenset[str]:
    with duckdb.connect(":memory:") as connection:
        for step in STEPS[:number]:
            connection.execute(step.read_text(encoding="utf-8"))
        return frozenset(scanning.tables(connection))
