"""Writing an edition: beside its place, synced, then renamed. A reader sees all of it or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from sdw.edition import editions, paths, seals, sql
from sdw.text.errors import UserError


def write(
    label: str,
    *,
    figures: Any,
    facts: dict[str, str],
    batches: Sequence[tuple[Any, ...]],
    remarks: Sequence[tuple[Any, ...]],
    revisions: Sequence[tuple[Any, ...]] = (),
) -> Path:
    """Write a new edition and return its path. `figures` is a pyarrow table in the order of `figure`.

    Raises:
        UserError: the label is malformed or in use; nothing is written then.
    """
    path = free_path(label)
    _sweep(path.parent)
    beside = path.with_name(f".{label}.{os.getpid()}.tmp")
    try:
        fill(
            beside,
            figures=figures,
            facts=facts | {"label": label},
            batches=batches,
            remarks=remarks,
            revisions=revisions,
        )
        _sync(beside)
        try:
            # A link fails when the name was taken meanwhile; a rename would overwrite an edition.
            os.link(beside, path)
        except FileExistsError as error:
            raise UserError("store.label_in_use", label=label) from error
        _sync(path.parent)
        seals.put(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def free_path(label: str) -> Path:
    """Where an edition with this label will be; refuses a malformed label or one in use."""
    if not editions.is_label(label):
        raise UserError("store.bad_label", label=label[:40])
    folder = paths.editions_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{label}.duckdb"
    if path.exists():
        raise UserError("store.label_in_use", label=label)
    return path


def fill(
    path: Path,
    *,
    figures: Any,
    facts: dict[str, str],
    batches: Iterable[tuple[Any, ...]],
    remarks: Iterable[tuple[Any, ...]],
    revisions: Iterable[tuple[Any, ...]] = (),
) -> str:
    """Fill a new edition file; returns the digest of its figures, which is in its manifest too."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(Path(__file__).with_name("edition.sql").read_text(encoding="utf-8"))
        connection.register("new_figure", figures)
        sql.run(connection, "figure_insert")
        _insert(connection, "batch", batches)
        _insert(connection, "remark", remarks)
        _insert(connection, "revision", revisions)
        digest = str(sql.run(connection, "figure_digest").fetchall()[0][0])
        _insert(connection, "manifest", sorted((facts | {"digest": digest}).items()))
        connection.execute("CHECKPOINT")
    return digest


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = list(zip(*rows, strict=True))
    if columns:
        connection.register("new_rows", pa.table([pa.array(column) for column in columns], names=_names(columns)))
        connection.table("new_rows").insert_into(table)
        connection.unregister("new_rows")


def _names(columns: Sequence[Any]) -> list[str]:
    return [f"c{number}" for number in range(len(columns))]


def _sweep(folder: Path) -> None:
    """Remove what a publish that was killed left half-written; another that still runs keeps its file."""
    for left in folder.glob(".*.tmp*"):
        writer = left.name.split(".tmp")[0].rpartition(".")[2]
        if not writer.isdecimal() or int(writer) == os.getpid() or not _runs(int(writer)):
            left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it runs, as another user
        return True
    return True


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
