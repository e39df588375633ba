"""Opening the file of the private store: plain, or under its key."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from sdw.edition import faults
from sdw.text.errors import UserError

Connection = duckdb.DuckDBPyConnection


@contextmanager
def opened(path: Path, *, read_only: bool) -> Iterator[Connection]:
    """A connection to the store, closed when the block is done.

    Raises:
        UserError: it cannot be read, or needs an encryption that is not there.
    """
    key = os.environ.get("SDW_KEY")
    try:
        connection = _encrypted(path, key, read_only) if key else duckdb.connect(str(path), read_only=read_only)
    except duckdb.Error as error:
        raise faults.of_file(error, "store.unreadable", path.name) from error
    try:
        if not read_only:
            path.chmod(0o600)
        yield connection
    finally:
        connection.close()


def attach_old(connection: Connection, path: Path) -> None:
    """Beside an open store another one to read from, under the same key, called `old`."""
    key = os.environ.get("SDW_KEY")
    options = f"READ_ONLY, ENCRYPTION_KEY '{_quoted(key)}'" if key else "READ_ONLY"
    connection.execute(f"ATTACH '{_quoted(str(path))}' AS old ({options})")


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _encrypted(path: Path, key: str, read_only: bool) -> Connection:
    """The store under DuckDB's own encryption (AES-256-GCM).

    Writing needs the cryptography of DuckDB's httpfs extension: the one that is built in cannot
    make safe random numbers, so without the extension we refuse rather than pretend.
    """
    connection = duckdb.connect(":memory:")
    try:
        connection.execute("LOAD httpfs")
    except duckdb.Error as error:
        connection.close()
        raise UserError("store.no_encryption") from error
    mode = ", READ_ONLY" if read_only else ""
    connection.execute(f"ATTACH '{_quoted(str(path))}' AS private (ENCRYPTION_KEY '{_quoted(key)}'{mode})")
    connection.execute("USE private")
    return connection
