"""What a format is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from sdw.edition.figure_row import Contents, Row
from sdw.edition.sql import Queries

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its number, its queries, and how it lays out rows (a pyarrow table in the order of `figure`).

    `additions`: the tables that a file of this format may lack, with how each is laid out. Of those that it has the
    digest stands in its manifest.
    """

    number: int
    queries: Queries
    table: Callable[[Sequence[Row]], Any]
    additions: Mapping[str, Callable[[Contents], Any]] = field(default_factory=dict)

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

    def add(self, connection: duckdb.DuckDBPyConnection, contents: Contents) -> dict[str, str]:
        """Write the tables that an edition may lack, those of which there are rows; returns their digests."""
        digests = {}
        for name, laid_out in self.additions.items():
            table = laid_out(contents)
            if table is None:
                continue
            connection.execute((_HERE / f"edition_{self.number}_{name}.sql").read_text(encoding="utf-8"))
            connection.register("new_rows", table)
            connection.table("new_rows").insert_into(name)
            connection.unregister("new_rows")
            digests[digest_key(name)] = self.digest_of(connection, name)
        return digests

    def digest_of(self, connection: duckdb.DuckDBPyConnection, addition: str) -> str:
        """The digest of a table that an edition may lack, and has."""
        return str(self.queries.run(connection, digest_key(addition)).fetchall()[0][0])

    def digests(self, contents: Contents) -> dict[str, str]:
        """The digests that an edition with these contents has in this format, by their keys in the manifest."""
        with duckdb.connect(":memory:") as connection:
            connection.execute(self.schema.read_text(encoding="utf-8"))
            return {"digest": self.put(connection, contents.rows)} | self.add(connection, contents)


def digest_key(addition: str) -> str:
    """The key in the manifest of an edition that has this table."""
    return f"{addition}_digest"


def queries(number: int) -> Queries:
    """The queries of a format."""
    return Queries(_HERE / f"queries_{number}")
