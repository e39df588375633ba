"""Bringing a store of an older program up to date: after a backup, in one transaction, and told."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from sdw.edition import faults, seals
from sdw.production.store import archive, opening, sql
from sdw.production.store.migrations import steps
from sdw.production.store.opening import Connection
from sdw.text.dutch import say
from sdw.text.errors import UserError


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All that the block does, or nothing of it."""
    sql.run(connection, "begin")
    try:
        yield
    except BaseException:
        with suppress(sql.QueryFailed):  # a database that failed has nothing left to roll back
            sql.run(connection, "rollback")
        raise
    sql.run(connection, "commit")


def make_tables(connection: Connection) -> None:
    """Give an empty database the tables of a store; any other has them."""
    if steps.version(connection) == 0:
        with transaction(connection):
            steps.take(connection)


def refuse_newer(path: Path) -> int:
    """Which version the store in a file is.

    Raises:
        UserError: it cannot be read, or a newer program made it: what that wrote, this one might destroy.
    """
    try:
        with opening.opened(path, read_only=True) as connection:
            found = steps.version(connection)
    except (duckdb.Error, sql.QueryFailed) as error:
        raise faults.of_file(error, "store.damaged", path.name) from error
    if found > steps.CURRENT:
        raise UserError("store.newer", name=path.name, found=found, known=steps.CURRENT)
    return found


def bring_up_to_date(path: Path) -> None:
    """Give a store that is there the tables of this program. The caller holds the lock, and trusts the file.

    Killed halfway, the store is what it was: the next command begins anew.

    Raises:
        UserError: it is of a newer program, or lacks a table.
    """
    found = refuse_newer(path) if path.is_file() else 0
    if found in (0, steps.CURRENT):
        return
    with seals.lifted(path), opening.opened(path, read_only=False) as connection:
        connection.execute("CHECKPOINT")
        backup = archive.write(*_with_seals(path))
        with transaction(connection):
            if not steps.missing(connection):
                steps.take(connection)
            if steps.missing(connection) or steps.version(connection) != steps.CURRENT:
                raise UserError("store.damaged", name=path.name)
        connection.execute("CHECKPOINT")
    told = say("store.upgraded", name=path.name, before=found, now=steps.CURRENT, backup=backup.name)
    logging.getLogger("sdw").warning(told)


def _with_seals(path: Path) -> tuple[dict[str, Path], dict[str, str]]:
    """The files of the store, and the seals of those that have one; of the store itself as it is now."""
    files = archive.files()
    there = {name: seals.path_of(file) for name, file in files.items()}
    sealed = {name: seal.read_text(encoding="utf-8") for name, seal in there.items() if seal.is_file()}
    return files, sealed | {path.name: seals.line(path)}
