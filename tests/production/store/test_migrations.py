"""A store of every earlier version is brought up to date in one transaction, after a backup, and told."""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from sdw import __main__ as command_line
from sdw.edition import paths, seals
from sdw.production.steward import verify
from sdw.production.store import archive, backups, opening, private, sql
from sdw.production.store.migrations import steps
from sdw.text.errors import UserError
from tests import GOLDEN
from tests.worlds import store as world
from tests.worlds.edition import store_at

FORMATS = GOLDEN / "formats"
#: Version of the store → a backup that a program of that version made.
STORED = {1: FORMATS / "1" / "store.zip", 2: FORMATS / "2" / "store.zip", 3: FORMATS / "2" / "store-3.zip"}
OLDER = sorted(STORED.keys() - {steps.CURRENT})
Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture(params=OLDER)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    """A store of an earlier version in its place, as the program of that time left it."""
    with store_at(tmp_path / "store"):
        with zipfile.ZipFile(STORED[request.param]) as stored:
            stored.extractall(paths.folder(), [name for name in stored.namelist() if name.endswith(".duckdb")])
        assert version() == request.param
        yield request.param


def version() -> int:
    with opening.opened(paths.private_file(), read_only=True) as connection:
        return steps.version(connection)


def content(path: Path) -> Content:
    """Every row of a store, by table, but what it says of its own version; a later version may add empty tables."""
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        rows = {name: sorted(connection.table(name).fetchall(), key=repr) for (name,) in tables}
        return {name: found for name, found in rows.items() if found and name != "schema_version"}


def list_batches() -> None:
    with private.reader() as connection:
        assert private.batches(connection)


def deliver() -> None:
    world.deliver(world.ledger("AM05", "2026-H2", 40, 97, 30, 25))


def test_every_earlier_version_has_a_stored_store() -> None:
    assert sorted(STORED) == list(range(1, max(STORED) + 1))
    assert steps.CURRENT - max(STORED) <= 1, "store a backup of the version before this one in tests/golden/formats"


@pytest.mark.parametrize("command", [list_batches, deliver])
def test_the_first_command_brings_it_up_to_date_after_a_backup(
    older: int, command: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    before, tables = paths.private_file().read_bytes(), content(paths.private_file())
    with caplog.at_level(logging.WARNING, "sdw"):
        command()
    (backup,) = paths.backups_folder().glob("*.zip")
    assert caplog.messages == [
        f"De opslag private.duckdb was van een oudere versie van dit programma en is bijgewerkt "
        f"(indeling {older} werd {steps.CURRENT}). Zoals hij was staat hij in de back-up {backup.name}."
    ]
    with zipfile.ZipFile(backup) as archived:
        assert archived.read("private.duckdb") == before
        assert "editions/2026-najaar.duckdb" in archived.namelist()
    assert version() == steps.CURRENT
    if command is list_batches:
        assert content(paths.private_file()) == tables
        assert seals.state(paths.private_file()) is seals.Seal.WHOLE
    caplog.clear()
    command()
    assert (caplog.messages, len(list(paths.backups_folder().iterdir()))) == ([], 1), "once"


def test_what_was_upgraded_has_the_tables_of_a_new_store(older: int, tmp_path: Path) -> None:
    list_batches()
    shapes = []
    for path in (paths.private_file(), tmp_path / "new" / "private.duckdb"):
        if not path.exists():
            with store_at(path.parent):
                deliver()
        with duckdb.connect(str(path), read_only=True) as connection:
            asked = "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() ORDER BY ALL"
            shapes.append(connection.execute(asked).fetchall())
    assert shapes[0] == shapes[1]


def test_restore_brings_an_older_store_up_to_date(tmp_path: Path) -> None:
    for number in OLDER:
        with store_at(tmp_path / str(number)):
            backups.restore(STORED[number])
            assert version() == steps.CURRENT
            assert [one for one in verify.verify() if not one.ok] == []


def _newer(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"INSERT INTO schema_version VALUES ({steps.CURRENT + 1}, now()::TIMESTAMP, '9.9.9')")
    seals.put(path)


def test_a_newer_store_is_refused_and_untouched(tmp_path: Path) -> None:
    with store_at(tmp_path / "store"):
        deliver()
        _newer(paths.private_file())
        before = paths.private_file().read_bytes()
        for command in (list_batches, deliver, backups.backup):
            with pytest.raises(UserError, match="nieuwere versie van dit programma"):
                command()
        assert command_line.main(["undo", "1"]) == 1
        assert paths.private_file().read_bytes() == before
        copied = archive.as_they_are()
    with store_at(tmp_path / "other"):
        deliver()
        before = paths.private_file().read_bytes()
        with pytest.raises(UserError, match="nieuwere versie van dit programma"):
            backups.restore(copied)
        assert paths.private_file().read_bytes() == before
        assert not paths.backups_folder().exists()


# ---- halfway ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["schema_version_insert", "commit"])
def test_a_fault_halfway_leaves_the_store_as_it_was(
    older: int, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, run = content(paths.private_file()), sql.run

    def faulty(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> duckdb.DuckDBPyConnection:
        if name == place:
            raise sql.QueryFailed(name)
        return run(connection, name, **values)

    monkeypatch.setattr(sql, "run", faulty)
    with pytest.raises(sql.QueryFailed):
        list_batches()
    monkeypatch.setattr(sql, "run", run)
    assert (version(), content(paths.private_file())) == (older, before)
    list_batches()
    assert (version(), content(paths.private_file())) == (steps.CURRENT, before)


def _killed(folder: str, place: str, after: bool) -> None:
    """In a process of its own: dies at the query, before or after it ran."""
    run = sql.run

    def deadly(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> duckdb.DuckDBPyConnection:
        if name == place and not after:
            os._exit(9)
        found = run(connection, name, **values)
        if name == place:
            os._exit(9)
        return found

    sql.run = deadly
    with store_at(Path(folder)):
        list_batches()


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("place", ["begin", "schema_version_insert", "commit"])
def test_killed_halfway_the_store_is_whole_as_before(older: int, place: str, after: bool) -> None:
    before = content(paths.private_file())
    process = multiprocessing.get_context("spawn").Process(target=_killed, args=(str(paths.folder()), place, after))
    process.start()
    process.join()
    assert process.exitcode == 9
    done = (place, after) == ("commit", True)
    assert version() == (steps.CURRENT if done else older)
    assert content(paths.private_file()) == before
    list_batches()
    assert (version(), content(paths.private_file())) == (steps.CURRENT, before)
    assert next(verify.verify()).ok


def test_without_a_backup_nothing_is_changed(older: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = paths.private_file().read_bytes()
    monkeypatch.setattr(archive, "_read_back", lambda *_: "other")
    with pytest.raises(UserError, match="teruggelezen"):
        list_batches()
    assert paths.private_file().read_bytes() == before
    assert version() == older


def test_a_store_that_lacks_a_table_is_not_brought_up_to_date(older: int) -> None:
    with duckdb.connect(str(paths.private_file())) as connection:
        connection.execute("DROP TABLE warning")
    seals.put(paths.private_file())
    with pytest.raises(UserError, match="beschadigd"):
        list_batches()
    assert version() == older
    shutil.rmtree(paths.backups_folder())
