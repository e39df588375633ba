"""Queries are files: a heading (grain, input, output), named steps, values bound with `$name`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

_BOUND = re.compile(r"\$([a-z_0-9]+)")


class QueryFailed(RuntimeError):  # noqa: N818
    """A query of ours that did not run: names the query and its parameters."""


class Queries:
    """The queries in one folder, each a file `<name>.sql`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cache  # noqa: B019  (one for each folder, for as long as the process lives)
    def text(self, name: str) -> str:
        """The SQL of a query."""
        return (self.folder / f"{name}.sql").read_text(encoding="utf-8")

    def run(self, connection: duckdb.DuckDBPyConnection, name: str, **values: Any) -> duckdb.DuckDBPyConnection:
        """Run query `name` with its `$values` bound.

        Raises:
            QueryFailed: the query is wrong, or a value is missing or superfluous.
        """
        statement = self._with(name, values)
        try:
            return connection.execute(statement, values) if values else connection.execute(statement)
        except duckdb.Error as error:
            raise QueryFailed(f"query {name} with {values}: {error}") from error

    def table(self, connection: duckdb.DuckDBPyConnection, name: str, **values: Any) -> Any:
        """As `run`, as a pyarrow table."""
        statement = self._with(name, values)
        try:
            return connection.sql(statement, params=values or None).to_arrow_table()
        except duckdb.Error as error:
            raise QueryFailed(f"query {name} with {values}: {error}") from error

    def _with(self, name: str, values: dict[str, Any]) -> str:
        statement = self.text(name)
        wanted = set(_BOUND.findall(statement))
        if wanted != set(values):
            raise QueryFailed(f"query {name} binds {sorted(wanted)}, got {sorted(values)}")
        return statement


#: The queries on an edition.
OWN = Queries(Path(__file__).with_name("queries"))
run, table = OWN.run, OWN.table
