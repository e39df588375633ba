"""Format 2: what is data is a column, and every name that a column refers to stands in the same file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from sdw.edition.figure_row import Contents, MunicipalityRow, Row
from sdw.edition.formats import columns
from sdw.edition.formats.format import Format, queries
from sdw.indicators import catalogue
from sdw.reference.areas import regions
from sdw.reference.datasets import state_record
from sdw.reference.documents.regional_facts import COLUMNS

#: As old a version of DuckDB's files as can hold this: tools of before ours open it too.
STORAGE_VERSION = "v1.5.0"
#: Bytes: the smallest that DuckDB knows. Each column of each table takes whole blocks, and an edition is small.
BLOCK_SIZE = 16384


def _table(rows: Sequence[Row]) -> Any:
    import pyarrow as pa  # half a second: only writing an edition needs it

    counts = [row.delivered or (None, None) for row in rows]
    return pa.table(
        columns.common(rows)
        | {
            "regions_delivered": pa.array([have for have, _ in counts], pa.int16()),
            "regions_all": pa.array([of_all for _, of_all in counts], pa.int16()),
            "source": pa.array([row.cited.id for row in rows], pa.string()),
            "carried_from": pa.array([row.carried_from or None for row in rows], pa.list_(pa.string())),
            "origin": pa.array([row.origin for row in rows], pa.string()),
        }
    )


def _of_municipalities(contents: Contents) -> Any:
    import pyarrow as pa  # half a second: only writing an edition needs it

    rows = contents.municipalities
    texts = ("indicator", "region", "municipality", "name", "period")
    columns = {name: pa.array([getattr(row, name) for row in rows], pa.string()) for name in texts}
    columns["value"] = pa.array([row.value for row in rows], pa.float64())
    columns["status"] = pa.array([str(row.status) for row in rows], pa.string())
    columns["numerator"] = pa.array([row.numerator for row in rows], pa.float64())
    columns["denominator"] = pa.array([row.denominator for row in rows], pa.float64())
    columns["source"] = pa.array([row.cited.id for row in rows], pa.string())
    return pa.table(columns) if rows else None


def _of_facts(contents: Contents) -> Any:
    import pyarrow as pa  # half a second: only writing an edition needs it

    columns: dict[str, Any] = {"position": pa.array(range(1, len(contents.known) + 1), pa.int32())}
    columns |= {name: pa.array([getattr(one, name) for one in contents.known], pa.string()) for name in COLUMNS}
    return pa.table(columns) if contents.known else None


def _of_states(contents: Contents) -> Any:
    import pyarrow as pa  # half a second: only writing an edition needs it

    kinds = dict.fromkeys(state_record.DAYS, pa.date32()) | dict.fromkeys(state_record.NUMBERS, pa.int32())
    kinds["amount"] = pa.float64()
    columns: dict[str, Any] = {"position": pa.array(range(1, len(contents.states) + 1), pa.int32())}
    columns |= {
        name: pa.array([getattr(one, name) for one in contents.states], kinds.get(name, pa.string()))
        for name in state_record.COLUMNS
    }
    return pa.table(columns) if contents.states else None


FORMAT = Format(
    2, queries(2), _table, {"municipality_figure": _of_municipalities, "fact": _of_facts, "state": _of_states}
)


def fill(path: Path, contents: Contents) -> str:
    """Fill a new edition file; returns the digest of its figures, which is in its manifest too."""
    with duckdb.connect(":memory:") as connection:
        quoted = str(path).replace("'", "''")
        layout = f"STORAGE_VERSION '{STORAGE_VERSION}', BLOCK_SIZE {BLOCK_SIZE}"
        connection.execute(f"ATTACH '{quoted}' AS edition ({layout})")
        connection.execute("USE edition")
        connection.execute(FORMAT.schema.read_text(encoding="utf-8"))
        digest = FORMAT.put(connection, contents.rows)
        added = FORMAT.add(connection, contents)
        facts = {**contents.facts, "format": str(FORMAT.number), "digest": digest} | added
        for table, rows in (
            ("manifest", sorted(facts.items())),
            ("region", [(code, regions.name_of(code)) for code in (*regions.CODES, regions.NATION)]),
            ("indicator", [(one.id, one.label, one.unit.value) for one in catalogue.ALL]),
            ("source", _sources([*contents.rows, *contents.municipalities])),
            ("batch", contents.batches),
            ("protected_beside", list(enumerate(contents.protected_beside, start=1))),
            ("remark", contents.remarks),
            ("revision", contents.revisions),
        ):
            _insert(connection, table, rows)
        connection.execute("CHECKPOINT edition")
        connection.execute("USE memory")
        connection.execute("DETACH edition")
    return digest


def _sources(rows: Iterable[Row | MunicipalityRow]) -> list[tuple[Any, ...]]:
    """Each source once.

    Raises:
        AssertionError: one id with different words: that is our bug.
    """
    found = {row.cited for row in rows}
    if len({one.id for one in found}) < len(found):
        raise AssertionError(f"one id, several sources: {sorted(one.id for one in found)}")
    ordered = sorted(found, key=lambda one: one.id)
    return [(one.id, list(one.texts), one.table_id or None, one.modified or None) for one in ordered]


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    import pyarrow as pa  # half a second: only writing an edition needs it

    cells = list(zip(*rows, strict=True))
    if cells:
        names = [f"c{number}" for number in range(len(cells))]
        connection.register("new_rows", pa.table([pa.array(column) for column in cells], names=names))
        connection.table("new_rows").insert_into(table)
        connection.unregister("new_rows")
