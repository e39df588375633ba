"""Loop tests over the queries, and the rule on adding up told twice but meaning one thing."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.edition import sql as edition_sql
from sdw.edition.formats import known
from sdw.edition.formats.format import digest_key
from sdw.production.store import sql
from sdw.reference.status import Status, of_sum

ROOT = Path(edition_sql.__file__).parents[1]
ALL = (edition_sql.OWN, sql.OWN, *(one.queries for one in known.ALL.values()))
QUERIES = [(queries, path.stem) for queries in ALL for path in sorted(queries.folder.glob("*.sql"))]


@pytest.mark.parametrize(("queries", "name"), QUERIES)
def test_every_query_says_its_grain_input_and_output(queries: edition_sql.Queries, name: str) -> None:
    heading = " ".join(line for line in queries.text(name).splitlines() if line.startswith("--"))
    for word in ("Grain:", "Input:", "Output:"):
        assert word in heading


@pytest.mark.parametrize(("queries", "name"), QUERIES)
def test_every_query_is_used(queries: edition_sql.Queries, name: str) -> None:
    code = "".join(path.read_text() for path in ROOT.rglob("*.py"))
    used = {digest_key(table) for one in known.ALL.values() for table in one.additions}
    assert name in used or re.search(rf'"{name}"', code), f"nobody runs {name}.sql"


def test_a_failing_query_names_itself_and_its_values() -> None:
    with duckdb.connect(":memory:") as connection:
        with pytest.raises(sql.QueryFailed, match=r"batch_find.*batch_id.*7"):
            sql.run(connection, "batch_find", batch_id=7)
        with pytest.raises(sql.QueryFailed, match="binds"):
            sql.run(connection, "batch_find", batch=7)


@pytest.mark.rule("sums")
@given(st.lists(st.sampled_from(list(Status)), max_size=6))
def test_the_status_of_a_sum_is_the_same_in_sql(parts: list[Status]) -> None:
    with duckdb.connect(":memory:") as connection:
        sql.prepare(connection)
        texts = [part.value for part in parts]
        found = connection.execute("SELECT status_of_sum($parts::VARCHAR[])", {"parts": texts}).fetchall()[0][0]
    assert found == of_sum(parts).value
