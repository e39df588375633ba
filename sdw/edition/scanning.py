"""Read all of a database: every table that belongs there, every block of it, so that its checksums are tested."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb

from sdw.edition import sql

_BLOCKS = 100_000  # rows at a time


def missing(connection: duckdb.DuckDBPyConnection, schema: Path) -> list[str]:
    """Tables that a schema (a file of SQL) declares and the database does not have."""
    return sorted(_declared(schema) - set(tables(connection)))


def read_everything(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every row of every table.

    Raises:
        duckdb.Error, QueryFailed: a block does not agree with its checksum.
    """
    for name in tables(connection):
        for _ in connection.table(name).to_arrow_reader(_BLOCKS):
            pass


def tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The names of the tables of a database."""
    return [row[0] for row in sql.run(connection, "tables").fetchall()]


@cache
def _declared(schema: Path) -> frozenset[str]:
    with duckdb.connect(":memory:") as connection:
        connection.execute(schema.read_text(encoding="utf-8"))
        return frozenset(tables(connection))
