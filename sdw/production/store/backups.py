"""Backup and restore: one zip with the private store, every edition, and the digest of each file."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

from sdw.edition import editions, paths, seals
from sdw.edition.approval import parties
from sdw.production.store import archive, erasure, opening, private, sql, upgrade
from sdw.text.errors import UserError


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
        files = archive.files()
        sealed = {name: seals.line(file) for name, file in files.items() if archive.is_sealed(name)}
        return archive.write(files, sealed)


def restore(path: Path) -> Path:
    """Put the store back as it was in a backup. Returns the backup made of what was there before.

    An edition that is there already and whole stays; one that is gone or damaged comes back. Nothing changes unless
    every file in the backup is intact. A store of an older program is brought up to date.

    Raises:
        UserError: the file is no backup, is damaged, holds a store of a newer program, or an edition that differs
            from the one published under the same label.
    """
    scratch = paths.folder() / f".restore-{os.getpid()}"
    paths.folder().mkdir(parents=True, exist_ok=True)
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        names, sealed = archive.unpack(path, scratch)
        if private.FILE in names:
            upgrade.refuse_newer(scratch / private.FILE)
        coming = [name for name in names if _comes_back(name, scratch)]
        before = _before()
        paths.editions_folder().mkdir(parents=True, exist_ok=True)
        with private.exclusive():
            erased = erasure.erased(paths.private_file()) if private.FILE in names else []
            for name in coming:
                there = paths.folder() / name
                there.parent.mkdir(mode=0o700, exist_ok=True)
                if archive.is_sealed(name):
                    _put_back(scratch / name, there, sealed.get(name))
                else:
                    (scratch / name).replace(there)
            _drop_concepts_that_are_public()
            if private.FILE in names:
                upgrade.bring_up_to_date(paths.private_file())
                _erase_again(erased)
        return before
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _erase_again(erased: list[tuple[int, dt.datetime, str]]) -> None:
    """What was erased since a backup was made does not come back with it."""
    with opening.opened(paths.private_file(), read_only=True) as connection:
        held = {row[0] for row in sql.run(connection, "batch_held").fetchall()}
        known = set(sql.run(connection, "batch_known").fetchall())
    back = [one for one in erased if one[0] in held and one[:2] in known]
    if back:
        erasure.write_down(erasure.Task(tuple(one[0] for one in back), back[0][2]))
        erasure.finish(paths.private_file())


def _comes_back(name: str, scratch: Path) -> bool:
    """Is this file of a backup put in its place? A whole edition stays, and must be the same."""
    there = paths.folder() / name
    if name.startswith("concepts/") and (paths.editions_folder() / there.name).exists():
        return False  # it became public since
    if name in (private.FILE, parties.FILE) or not there.exists():
        return True
    if not archive.is_sealed(name):
        return _has_more(scratch / name, there)
    if seals.digest(there) == seals.digest(scratch / name):
        return False
    if there.name in editions.broken():
        return True
    raise UserError("store.restore_conflict", name=there.stem)


def _drop_concepts_that_are_public() -> None:
    """Of an edition that came back from after it was public, the concept of before is the same file."""
    for concept in paths.concepts_folder().glob("*.duckdb"):
        if (paths.editions_folder() / concept.name).exists():
            concept.unlink()


def _has_more(coming: Path, there: Path) -> bool:
    """Does the log in a backup go on where the one in the store ends? Nothing that was added since is lost.

    Raises:
        UserError: they tell different things.
    """
    saved, now = coming.read_bytes(), there.read_bytes()
    if not saved.startswith(now) and not now.startswith(saved):
        raise UserError("store.restore_conflict", name=there.name)
    return len(saved) > len(now)


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
            return archive.as_they_are()
