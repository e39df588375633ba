"""Really removing deliveries (article 5 of the covenant, AVG): the store is written anew without them.

A row that is deleted stays in the file of a database until something else takes its place. So a new file is made of
all that stays, and takes the place of the old one in one step. What must be done is written down first: killed
halfway, the next command that opens the store finishes it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from sdw.edition import faults, files, paths, scanning, seals
from sdw.production.store import archive, opening, sql, upgrade
from sdw.production.store.migrations import steps
from sdw.text.errors import UserError

#: What stays of an erased delivery: its number and date, its units, and of which published table it was. Its rows
#: in every other table go, also in one that is added later.
_STAYS = ("batch", "delivery", "publication")


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be erased: numbers of deliveries, who decided and why, and whether backups with them go too."""

    batches: tuple[int, ...]
    reason: str
    with_backups: bool = False


def write_down(task: Task) -> None:
    """From here on it will be done, whatever happens to this process."""
    files.write(_note(), json.dumps(asdict(task)).encode())


def finish(path: Path) -> Task | None:
    """Do what is written down; None where nothing is. The caller holds the lock, and trusts the file.

    Raises:
        UserError: the disk is full, or the store is damaged; what is written down stays.
    """
    _sweep(path)
    if not (_note().is_file() and path.is_file()):
        return None
    _sweep_all(path)
    found = json.loads(_note().read_text(encoding="utf-8"))
    task = Task(tuple(found["batches"]), found["reason"], found["with_backups"])
    _replace(path, task)
    if task.with_backups:
        holding = [file for file, numbers in backups_with(task.batches) if numbers]
        if holding:
            archive.as_they_are()
        for file in holding:
            file.unlink()
    _note().unlink()
    return task


def erased(path: Path) -> list[tuple[int, dt.datetime, str]]:
    """Which deliveries were erased from a store: number, moment of import, reason; none where it cannot be read."""
    try:
        with opening.opened(path, read_only=True) as connection:
            return [(row[0], row[1], row[3]) for row in sql.run(connection, "erased").fetchall()]
    except (UserError, duckdb.Error, sql.QueryFailed, OSError):
        return []


def backups_with(batches: Sequence[int]) -> Iterator[tuple[Path, list[int]]]:
    """Each backup in the folder of backups, and which of these deliveries it holds; one that is unreadable holds
    all of them, as far as anybody can tell."""
    scratch = paths.folder() / f".erase-{os.getpid()}"
    for file in sorted(paths.backups_folder().glob("*.zip")):
        scratch.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with zipfile.ZipFile(file) as zipped:
                if "private.duckdb" not in zipped.namelist():
                    continue
                zipped.extract("private.duckdb", scratch)
            with opening.opened(scratch / "private.duckdb", read_only=True) as connection:
                held = {row[0] for row in sql.run(connection, "batch_held").fetchall()}
            yield file, [number for number in batches if number in held]
        except (zipfile.BadZipFile, UserError, duckdb.Error, sql.QueryFailed, EOFError, ValueError):
            yield file, list(batches)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _note() -> Path:
    return paths.folder() / "erasing.json"


def _replace(path: Path, task: Task) -> None:
    beside = _beside(path)
    try:
        _settle_log(path)
        _write_anew(path, beside, task)
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        seals.lift(path)
        beside.replace(path)
        seals.put(path)
    except (duckdb.Error, sql.QueryFailed) as error:
        raise faults.of_file(error, "store.damaged", path.name) from error
    finally:
        _sweep(path)


def _settle_log(path: Path) -> None:
    """What a killed writer left in its log belongs in the file, or is nothing: no log stays beside a new file."""
    if seals.log_of(path).exists():
        with seals.lifted(path), opening.opened(path, read_only=False) as connection:
            connection.execute("CHECKPOINT")


def _write_anew(path: Path, beside: Path, task: Task) -> None:
    numbers = ", ".join(str(number) for number in task.batches)
    with opening.opened(beside, read_only=False) as connection:
        upgrade.make_tables(connection)
        names = scanning.tables(connection)
        opening.attach_old(connection, path)
        with upgrade.transaction(connection):
            for name in names:
                rows = connection.table(f"old.main.{name}")
                if name == "batch":
                    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
                    facts = {"erased": list(task.batches), "now": now, "reason": task.reason}
                    sql.run(connection, "erase_batches", **facts)
                elif name == "schema_version":
                    rows.filter(f"version < {steps.CURRENT}").insert_into(name)
                elif name not in _STAYS and "batch_id" in rows.columns:
                    rows.filter(f"batch_id NOT IN ({numbers})").insert_into(name)
                else:
                    rows.insert_into(name)
        sql.run(connection, "batch_numbers_taken").fetchall()
        connection.execute("DETACH old")
        connection.execute("CHECKPOINT")


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.stem}.anew.duckdb")


def _sweep(path: Path) -> None:
    """A new file that a killed erasure left."""
    beside = _beside(path)
    for left in (beside, seals.log_of(beside)):
        left.unlink(missing_ok=True)


def _sweep_all(path: Path) -> None:
    """What killed commands, or the database itself, left beside the store with figures in it."""
    for left in paths.backups_folder().glob(".*.tmp"):
        left.unlink()
    shutil.rmtree(paths.letters_folder(), ignore_errors=True)  # they hold what was delivered, and are made again
    killed = (
        left
        for left in [*path.parent.glob(".restore-*"), *path.parent.glob(".erase-*")]
        if not files.is_running(int(left.name.rpartition("-")[2]))
    )
    for folder in [*killed, *path.parent.glob("*.duckdb.tmp")]:
        shutil.rmtree(folder)
