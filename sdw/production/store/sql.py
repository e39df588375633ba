"""The queries on the private store."""

from __future__ import annotations

from pathlib import Path

from sdw.edition.sql import Queries, QueryFailed

__all__ = ["OWN", "QueryFailed", "run", "table"]

OWN = Queries(Path(__file__).with_name("queries"))
run, table = OWN.run, OWN.table
