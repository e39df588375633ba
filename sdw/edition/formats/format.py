"""What a format is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from sdw.edition.figure_row import Row
from sdw.edition.sql import Queries

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its number, its queries, and how it lays out rows (a pyarrow table in the order of `figure`)."""

    number: int
    queries: Queries
    table: Callable[[Sequence[Row]], Any]

    @property
    def schema(self) -> Path:
        """The tables of an edition in this format, as SQL."""
        return _HERE / f"edition_{self.number}.sql"

    def put(self, connection: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> str:
        """Write figures into an empty edition; returns their digest, whatever their order."""
        connection.register("new_figure", self.table(rows))
        self.queries.run(connection, "figure_insert")
        connection.unregister("new_figure")
        return str(self.queries.run(connection, "figure_digest").fetchall()[0][0])

    def digest(self, rows: Sequence[Row]) -> str:
        """The digest that an edition with these figures has in this format."""
        with duckdb.connect(":memory:") as connection:
            connection.execute(self.schema.read_text(encoding="utf-8"))
            return self.put(connection, rows)


def queries(number: int) -> Queries:
    """The queries of a format."""
    return Queries(_HERE / f"queries_{number}")
