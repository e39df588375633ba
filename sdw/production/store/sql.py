"""The queries on the private store."""

from __future__ import annotations

from pathlib import Path

import duckdb

from sdw.edition.sql import Queries, QueryFailed
from sdw.reference.measures import CLOSING, MADE, OPENING

__all__ = ["OWN", "QueryFailed", "prepare", "run", "table"]

OWN = Queries(Path(__file__).with_name("queries"))
run, table = OWN.run, OWN.table


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """What the queries of a calculation use: the macros, and what is declared of each measure."""
    run(connection, "moments", opening=OPENING, closing=CLOSING)
    made = [{"id": name, "part": part, "parts": len(parts)} for name, parts in MADE.items() for part in parts]
    run(connection, "made", made=made)
    run(connection, "macros")
    run(connection, "erased_observation")
