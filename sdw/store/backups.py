"""Backup and restore: one zip with the private store, every edition, and the digest of each file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import zipfile
import zlib
from pathlib import Path

from sdw.store import place, private
from sdw.text.errors import UserError

_DIGESTS = "digests.json"


def backup() -> Path:
    """Write a backup of the whole store and return its path; readable by its owner only."""
    folder = place.backups_folder()
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    stamp = dt.datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    path, beside = folder / f"{stamp}.zip", folder / f".{stamp}.tmp"
    with private.writer() as connection:
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")
        connection.execute("BEGIN TRANSACTION")
        files = _files()
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, file in files.items():
                archive.write(file, name)
            archive.writestr(_DIGESTS, json.dumps({name: _digest(file) for name, file in files.items()}))
    beside.rename(path)
    return path


def restore(path: Path) -> Path:
    """Put the store back as it was in a backup. Returns the backup made of what was there before.

    An edition that is there already stays; one that is gone comes back. Nothing changes unless
    every file in the backup is intact.

    Raises:
        UserError: the file is no backup, is damaged, or holds an edition that differs from the one
            published under the same label.
    """
    scratch = place.folder() / f".restore-{os.getpid()}"
    place.folder().mkdir(parents=True, exist_ok=True)
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        names = _unpack(path, scratch)
        for name in names:
            if name.startswith("editions/") and (place.folder() / name).exists():
                if _digest(place.folder() / name) != _digest(scratch / name):
                    raise UserError("store.restore_conflict", name=Path(name).stem)
        before = backup()
        place.editions_folder().mkdir(parents=True, exist_ok=True)
        with private.exclusive():
            for name in names:
                if name == "private.duckdb" or not (place.folder() / name).exists():
                    (scratch / name).replace(place.folder() / name)
            place.private_file().with_suffix(".duckdb.wal").unlink(missing_ok=True)
        return before
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _files() -> dict[str, Path]:
    found = {"private.duckdb": place.private_file()}
    found |= {f"editions/{path.name}": path for path in sorted(place.editions_folder().glob("*.duckdb"))}
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unpack(path: Path, scratch: Path) -> list[str]:
    """Unpack only the names that a backup can hold, and check each against its digest."""
    try:
        with zipfile.ZipFile(path) as archive:
            digests: dict[str, str] = json.loads(archive.read(_DIGESTS))
            for name in digests:
                parts = Path(name).parts
                known = name == "private.duckdb" or (len(parts) == 2 and parts[0] == "editions")
                if not known or ".." in parts or not name.endswith(".duckdb"):
                    raise UserError("store.bad_backup", name=path.name)
                archive.extract(name, scratch)
                (scratch / name).chmod(0o600 if name == "private.duckdb" else 0o644)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as error:
        raise UserError("store.bad_backup", name=path.name) from error
    for name, digest in digests.items():
        if _digest(scratch / name) != digest:
            raise UserError("store.damaged_backup", name=path.name, file=name)
    return list(digests)
