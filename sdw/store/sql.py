"""Queries are files: a heading (grain, input, output), named steps, values bound with `$name`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

FOLDER = Path(__file__).with_name("queries")
_BOUND = re.compile(r"\$([a-z_0-9]+)")


class QueryFailed(RuntimeError):
    """A query of ours that did not run: names the query and its parameters."""


@cache
def text(name: str) -> str:
    """The SQL of `queries/<name>.sql`."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def run(connection: duckdb.DuckDBPyConnection, name: str, **values: Any) -> duckdb.DuckDBPyConnection:
    """Run query `name` with its `$values` bound.

    Raises:
        QueryFailed: the query is wrong, or a value is missing or superfluous.
    """
    statement = _bound(name, values)
    try:
        return connection.execute(statement, values) if values else connection.execute(statement)
    except duckdb.Error as error:
        raise QueryFailed(f"query {name} with {values}: {error}") from error


def table(connection: duckdb.DuckDBPyConnection, name: str, **values: Any) -> Any:
    """As `run`, as a pyarrow table."""
    statement = _bound(name, values)
    try:
        return connection.sql(statement, params=values or None).to_arrow_table()
    except duckdb.Error as error:
        raise QueryFailed(f"query {name} with {values}: {error}") from error


def _bound(name: str, values: dict[str, Any]) -> str:
    statement = text(name)
    wanted = set(_BOUND.findall(statement))
    if wanted != set(values):
        raise QueryFailed(f"query {name} binds {sorted(wanted)}, got {sorted(values)}")
    return statement
