"""The private store: everything imported, small counts included. Only the steward opens it.

One writer at a time, every change in one transaction, rows only added: an undone batch stays, so
that undo restores exactly what was there and every edition can be rebuilt from its batches.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from filelock import FileLock, Timeout

from sdw import __version__
from sdw.edition import editions, faults, paths, scanning, seals
from sdw.edition.seals import Seal
from sdw.production.store import erasure, opening, sql, upgrade
from sdw.production.store.migrations import steps
from sdw.production.store.observation_tables import Parts
from sdw.text.dutch import say
from sdw.text.errors import UserError

Connection = opening.Connection

_INSERTS = (
    *("observation_place_insert", "observation_moment_insert", "observation_line_insert"),
    *("observation_kind_insert", "observation_cell_insert", "observation_margin_insert"),
)

#: Its name, in the store and in a backup.
FILE = "private.duckdb"

#: How long a second writer waits before it says who holds the store, in seconds.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Incoming:
    """A checked file, ready to be accepted. `deliveries` and `warnings` are pyarrow, with the columns of
    `delivery` (region, period, part) and `warning` without their batch. `publication`: of a published table its
    number, title and day of change. `at`: when it came in (UTC); None for now."""

    dataset: str
    origin: str
    file_name: str
    sha256: str
    figures: Parts
    deliveries: Any
    warnings: Any
    reason: str | None = None
    publication: tuple[str, str, str] | None = None
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of an import. `batch_id` is None when nothing changed."""

    batch_id: int | None
    rows: int
    changes: tuple[tuple[Any, ...], ...]
    replaced: tuple[tuple[str, str], ...]


@contextmanager
def exclusive() -> Iterator[None]:
    """The lock of the store: one process at a time, which leaves its name for those who wait.

    Raises:
        UserError: another process keeps it for more than `PATIENCE` seconds, or this is a
            deployment for visitors.
    """
    if paths.is_public():
        raise UserError("store.public")
    folder = paths.folder()
    folder.mkdir(parents=True, exist_ok=True)
    if stat.S_IMODE(folder.stat().st_mode) != 0o700:
        folder.chmod(0o700)
    holder = folder / "writer.txt"
    lock = FileLock(folder / "writer.lock", timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout as error:
        who = holder.read_text(encoding="utf-8") if holder.is_file() else "—"
        raise UserError("store.busy", seconds=int(PATIENCE), holder=who) from error
    try:
        started = f"{dt.datetime.now().astimezone():%d-%m-%Y %H:%M}"
        holder.write_text(f"proces {os.getpid()} sinds {started}", encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


@contextmanager
def writer() -> Iterator[Connection]:
    """The store, open for one writer; the whole block is one transaction. Waits as `exclusive` does.

    A store of an older program is brought up to date first, as `reader` does too.

    Raises:
        UserError: also when the store is damaged: nothing is ever written into it then.
    """
    path = paths.private_file()
    with exclusive():
        _ready(path)
        with seals.lifted(path), opening.opened(path, read_only=False) as connection:
            upgrade.make_tables(connection)
            with upgrade.transaction(connection):
                yield connection


@contextmanager
def reader() -> Iterator[Connection]:
    """The store, open for reading; an empty one when nothing was imported yet. Refuses a damaged one."""
    path = paths.private_file()
    if not paths.is_public() and not path.is_file():
        trust(path)
        with duckdb.connect(":memory:") as connection:
            upgrade.make_tables(connection)
            yield connection
        return
    with exclusive():
        _ready(path)
        with opening.opened(path, read_only=True) as connection:
            yield connection


def _ready(path: Path) -> None:
    """Whole, of this version, and without what was to be erased."""
    trust(path)
    upgrade.bring_up_to_date(path)
    if done := erasure.finish(path):
        numbers = ", ".join(map(str, done.batches))
        logging.getLogger("sdw").warning(say("erase.finished", batches=numbers))


def erase(task: erasure.Task) -> None:
    """Remove deliveries for good: their figures are in no file of the store after it.

    Raises:
        UserError: one of them is not there, or was erased before; nothing changes then.
    """
    with reader() as connection:
        known = {row[0] for row in sql.run(connection, "batch_known").fetchall()}
        gone = {row[0] for row in sql.run(connection, "erased").fetchall()}
    for number in task.batches:
        if number not in known:
            raise UserError("store.unknown_batch", batch=number)
        if number in gone:
            raise UserError("erase.already", batch=number)
    with exclusive():
        _ready(paths.private_file())
        erasure.write_down(task)
        erasure.finish(paths.private_file())


def trust(path: Path) -> None:
    """Is this the store as it was last written? By its seal, or without one by reading all of it.

    Raises:
        UserError: it is damaged or was changed by another program; or it is gone, and editions were made from it.
    """
    if not path.is_file():
        if seals.path_of(path).is_file() or any(one.batches for one in editions.ever_made()):
            raise UserError("store.missing", name=path.name)
        return
    found = seals.state(path)
    if found is Seal.BROKEN:
        raise UserError("store.damaged", name=path.name)
    if found is Seal.ABSENT:
        with opening.opened(path, read_only=True) as connection:
            read_whole(connection, path.name)


def read_whole(connection: Connection, name: str) -> None:
    """Read every table, and count what belongs to each batch.

    Raises:
        UserError: something is damaged or gone.
    """
    try:
        if steps.missing(connection):
            raise UserError("store.damaged", name=name)
        scanning.read_everything(connection)
        orphans = sql.run(connection, "verify_private").fetchall()[0][0]
        if "fact" in scanning.tables(connection):
            orphans += sql.run(connection, "verify_facts").fetchall()[0][0]
        if "state" in scanning.tables(connection):
            orphans += sql.run(connection, "verify_states").fetchall()[0][0]
    except (duckdb.Error, sql.QueryFailed) as error:
        raise faults.of_file(error, "store.damaged", name) from error
    if orphans:
        raise UserError("steward.orphans", count=orphans)


def accept(connection: Connection, incoming: Incoming) -> Accepted:
    """Store a checked file as one batch; the same content twice changes nothing."""
    figures = incoming.figures
    tables = {
        "incoming_place": figures.places,
        "incoming_moment": figures.moments,
        "incoming_line": figures.lines,
        "incoming_kind": figures.kinds,
        "incoming_cell": figures.cells,
        "incoming_margin": figures.margins,
        "incoming_delivery": incoming.deliveries,
        "incoming_warning": incoming.warnings,
    }
    for name, table in tables.items():
        connection.register(name, table)
    sql.run(connection, "incoming")
    try:
        facts = {"dataset": incoming.dataset, "origin": incoming.origin}
        rows = len(figures)
        replaced = sql.run(connection, "import_replaced", **facts).fetchall()
        new_units = sql.run(connection, "import_new_units", **facts).fetchall()[0][0]
        changed, changes = rows, []
        if replaced:
            changed = sql.run(connection, "import_change_count", **facts).fetchall()[0][0]
            changes = sql.run(connection, "import_changes", **facts).fetchall()
        if not changed and not new_units:
            return Accepted(None, rows, (), ())
        batch_id = sql.run(
            connection,
            "batch_insert",
            **facts,
            file_name=incoming.file_name,
            sha256=incoming.sha256,
            imported_at=moment(incoming.at),
            row_count=rows,
            changed=changed,
            code_version=__version__,
            reason=incoming.reason,
        ).fetchall()[0][0]
        for insert in _INSERTS:
            sql.run(connection, insert, batch_id=batch_id)
        sql.run(connection, "delivery_insert", batch_id=batch_id, **facts)
        sql.run(connection, "warning_insert", batch_id=batch_id)
        if incoming.publication:
            facts = dict(zip(("table_id", "title", "modified"), incoming.publication, strict=True))
            sql.run(connection, "publication_insert", batch_id=batch_id, **facts)
        return Accepted(batch_id, rows, tuple(changes), tuple(replaced))
    finally:
        sql.run(connection, "incoming_gone")
        for name in tables:
            connection.unregister(name)


def undo(connection: Connection, batch_id: int) -> None:
    """Undo a batch as a whole; what was there before is current again.

    Raises:
        UserError: there is no such batch, it is undone already, or a later one builds on it.
    """
    found = sql.run(connection, "batch_find", batch_id=batch_id).fetchall()
    if not found:
        raise UserError("store.unknown_batch", batch=batch_id)
    if found[0][1] is not None:
        raise UserError("store.already_undone", batch=batch_id)
    later = sql.run(connection, "batch_later", batch_id=batch_id).fetchall()
    if later:
        raise UserError("store.later_batch", batch=batch_id, later=", ".join(str(row[0]) for row in later))
    sql.run(connection, "batch_undo", batch_id=batch_id, undone_at=moment())


def batches(connection: Connection) -> list[tuple[Any, ...]]:
    """Every batch, newest first: number, dataset, origin, file, date, undone, rows, changed, regions, periods."""
    return sql.run(connection, "batch_list").fetchall()


def active_batches(connection: Connection) -> list[int]:
    """The batches that the next edition is made of: examples only while nothing is delivered."""
    return [row[0] for row in sql.run(connection, "batch_active").fetchall()]


def moment(at: dt.datetime | None = None) -> dt.datetime:
    """A moment, or now, in UTC without a zone: DuckDB needs another package to hand zones back."""
    return (at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).replace(tzinfo=None)
