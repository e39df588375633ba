"""Backup and restore: one zip with the private store, every edition, and the digest of each file."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import zipfile
import zlib
from pathlib import Path

from sdw.edition import editions, faults, paths, seals
from sdw.production.store import private
from sdw.text.errors import UserError

_DIGESTS = "digests.json"
_SEALS = "seals.json"  # what the seals said when the backup was made, by name of the file


def backup() -> Path:
    """Write a backup of the whole store and return its path; readable by its owner only.

    Raises:
        UserError: a file of the store is damaged, or the backup could not be read back. There is no backup then.
    """
    with private.writer() as connection:
        for fault in editions.refused():
            raise UserError("store.backup_refused", reason=str(fault))
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")
        connection.execute("BEGIN TRANSACTION")
        files = _files()
        return _written(files, {name: seals.line(file) for name, file in files.items()})


def restore(path: Path) -> Path:
    """Put the store back as it was in a backup. Returns the backup made of what was there before.

    An edition that is there already and whole stays; one that is gone or damaged comes back. Nothing changes unless
    every file in the backup is intact.

    Raises:
        UserError: the file is no backup, is damaged, or holds an edition that differs from the one
            published under the same label.
    """
    scratch = paths.folder() / f".restore-{os.getpid()}"
    paths.folder().mkdir(parents=True, exist_ok=True)
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        names, sealed = _unpack(path, scratch)
        coming = [name for name in names if _comes_back(name, scratch)]
        before = _before()
        paths.editions_folder().mkdir(parents=True, exist_ok=True)
        with private.exclusive():
            for name in coming:
                _put_back(scratch / name, paths.folder() / name, sealed.get(name))
        return before
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _comes_back(name: str, scratch: Path) -> bool:
    """Is this file of a backup put in its place? A whole edition stays, and must be the same."""
    there = paths.folder() / name
    if name == "private.duckdb" or not there.exists():
        return True
    if seals.digest(there) == seals.digest(scratch / name):
        return False
    if there.name in editions.broken():
        return True
    raise UserError("store.restore_conflict", name=there.stem)


def _put_back(file: Path, there: Path, seal: str | None) -> None:
    """Without a seal of its own the file is read whole when it is opened."""
    seals.lift(there)
    file.replace(there)
    seals.log_of(there).unlink(missing_ok=True)
    if seal is not None:
        seals.keep(there, seal)


def _before() -> Path:
    """A backup of what is there; of a damaged store just its files as they are."""
    try:
        return backup()
    except UserError:
        with private.exclusive():
            files = _files()
            kept = {name: seals.path_of(file) for name, file in files.items()}
            return _written(files, {name: seal.read_text() for name, seal in kept.items() if seal.is_file()})


def _written(files: dict[str, Path], sealed: dict[str, str]) -> Path:
    """A zip with these files and their digests: beside its place, read back, then renamed."""
    folder = paths.backups_folder()
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    stamp = dt.datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    path, beside = folder / f"{stamp}.zip", folder / f".{stamp}.tmp"
    digests = {name: seals.digest(file) for name, file in files.items()}
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, file in files.items():
                archive.write(file, name)
            archive.writestr(_DIGESTS, json.dumps(digests))
            archive.writestr(_SEALS, json.dumps(sealed))
        with zipfile.ZipFile(beside) as archive:
            if any(_read_back(archive, name) != digests[name] for name in digests):
                raise UserError("store.backup_unread", name=path.name)
        beside.rename(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def _read_back(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return seals.digest_of(file)


def _files() -> dict[str, Path]:
    found = {"private.duckdb": paths.private_file()} if paths.private_file().is_file() else {}
    found |= {f"editions/{path.name}": path for path in sorted(paths.editions_folder().glob("*.duckdb"))}
    return found


def _unpack(path: Path, scratch: Path) -> tuple[list[str], dict[str, str]]:
    """Unpack only the names that a backup can hold, and check each against its digest; also the seals."""
    try:
        with zipfile.ZipFile(path) as archive:
            digests: dict[str, str] = json.loads(archive.read(_DIGESTS))
            sealed: dict[str, str] = json.loads(archive.read(_SEALS)) if _SEALS in archive.namelist() else {}
            for name in digests:
                parts = Path(name).parts
                known = name == "private.duckdb" or (len(parts) == 2 and parts[0] == "editions")
                if not known or ".." in parts or not name.endswith(".duckdb"):
                    raise UserError("store.bad_backup", name=path.name)
                archive.extract(name, scratch)
                (scratch / name).chmod(0o600 if name == "private.duckdb" else 0o644)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as error:
        raise faults.of_file(error, "store.bad_backup", path.name) from error
    for name, digest in digests.items():
        if seals.digest(scratch / name) != digest:
            raise UserError("store.damaged_backup", name=path.name, file=name)
    return list(digests), sealed
