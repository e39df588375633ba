"""Erasing really removes: not a byte of a delivery is left in the store, whatever happens halfway."""

from __future__ import annotations

import logging
import multiprocessing
import os
import struct
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.edition import editions, files, paths, scanning, seals
from sdw.production.publishing import publish
from sdw.production.steward import verify
from sdw.production.store import archive, backups, erasure, opening, private, sql
from sdw.text.errors import UserError
from tests.worlds import store as world
from tests.worlds.edition import store_at

#: What the delivery that goes is known by: a name, and counts that no other number in a store looks like.
NAME = "levering-van-kwelderland.csv"
COUNTS = (74_911_283.0, 58_203_917.0, 91_746_055.0)
MARKS = (NAME.encode(), *(struct.pack("<d", count) for count in COUNTS))
TASK = erasure.Task((2,), "stuurgroep, op verzoek van de regio")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A store with an edition of three deliveries, of which the second is to be erased."""
    folder = tmp_path / "store"
    with store_at(folder):
        fill()
    return folder


def fill() -> None:
    world.deliver(world.ledger("AM01", "2025", 100, 60, 50, 20), name="blijft.csv")
    measures = dict(zip(("gestart", "eindstand", "duurzaam_geplaatst"), COUNTS, strict=True))
    world.deliver(world.counts("AM05", "2025", **measures), name=NAME)
    world.deliver(world.ledger("AM02", "2025", 40, 30, 20, 12), name="blijft-ook.csv")


def held(folder: Path) -> set[bytes]:
    """Which marks are in any file of a store, however deep."""
    content = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {mark for mark in MARKS if any(mark in one for one in content)}


def rows() -> list[tuple]:
    with private.reader() as connection:
        return connection.execute("SELECT * FROM observation ORDER BY ALL").fetchall()


def test_a_delivery_is_found_by_its_marks_as_long_as_it_is_there(filled: Path) -> None:
    assert held(filled) == set(MARKS)
    with store_at(filled), private.writer() as connection:
        connection.execute("DELETE FROM observation_cell WHERE batch_id = 2")
        connection.execute("UPDATE batch SET file_name = '' WHERE batch_id = 2")
    assert held(filled) != set(), "a row that is deleted leaves its bytes in the file"


def test_after_erasing_no_byte_of_it_is_in_the_store_and_the_rest_is(filled: Path) -> None:
    with store_at(filled):
        before = [row for row in rows() if row[0] != 2]
        private.erase(TASK)
        assert held(filled) == set()
        assert rows() == before
        assert all(finding.ok for finding in verify.verify())
        with private.reader() as connection:
            listed = {row[0]: row for row in private.batches(connection)}
        assert listed[2][3] == "" and listed[2][6:8] == (0, 0) and listed[2][5] is not None
        assert world.deliver(world.ledger("AM05", "2025", 9, 9, 9)).batch_id == 4, "no number is given out twice"


def test_no_table_but_those_that_say_what_it_was_knows_it_any_more(filled: Path) -> None:
    """Every table with rows of deliveries, also one that is added later."""
    with store_at(filled):
        with private.writer() as connection:
            tables = [name for name in scanning.tables(connection) if "batch_id" in connection.table(name).columns]
            for name in sorted(set(tables) - {"batch", "delivery"}):
                columns = [each for each in connection.table(name).columns if each != "batch_id"]
                values = ", ".join(_any(connection, name, each) for each in columns)
                connection.execute(f"INSERT INTO {name} (batch_id, {', '.join(columns)}) VALUES (2, {values})")
        with private.exclusive():
            erasure.write_down(TASK)
            erasure.finish(paths.private_file())
        with opening.opened(paths.private_file(), read_only=True) as connection:
            asked = {name: f"SELECT count(*) FROM {name} WHERE batch_id = 2" for name in tables}
            left = {name for name, query in asked.items() if connection.execute(query).fetchall() != [(0,)]}
        assert left == {"batch", "delivery", "publication"}
        assert {"fact", "warning", "state", "observation_cell"} <= set(tables)


def _any(connection: opening.Connection, table: str, column: str) -> str:
    kinds = dict(zip(connection.table(table).columns, connection.table(table).types, strict=True))
    return {"VARCHAR": "'x'", "DATE": "'2026-01-01'"}.get(str(kinds[column]), "1")


def test_what_a_killed_program_left_beside_the_store_goes_too(filled: Path) -> None:
    with store_at(filled):
        left = [filled / "private.duckdb.tmp" / "block", filled / ".restore-999999999" / "private.duckdb"]
        left.append(paths.backups_folder() / ".2026-01-01.tmp")
        for path in left:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"".join(MARKS))
        private.erase(TASK)
        assert held(filled) == set()


def test_what_is_still_in_the_log_of_the_database_goes_too(filled: Path) -> None:
    """A writer that was killed leaves its last transaction in the log."""
    process = multiprocessing.get_context("spawn").Process(target=_die_with_a_log, args=(str(filled),))
    process.start()
    process.join()
    with store_at(filled):
        assert seals.log_of(paths.private_file()).is_file()
        private.erase(TASK)
        assert held(filled) == set()
        assert not seals.log_of(paths.private_file()).exists()
        with private.reader() as connection:
            assert connection.execute("SELECT count(*) FROM warning").fetchall() == [(1,)]


def _die_with_a_log(folder: str) -> None:
    with store_at(Path(folder)), opening.opened(paths.private_file(), read_only=False) as connection:
        seals.lift(paths.private_file())
        connection.execute("SET checkpoint_threshold = '1TB'")
        connection.execute(
            f"INSERT INTO warning VALUES (2, 'AM05', '2025', '{NAME}'), (1, 'AM01', '2025', 'blijft')"
        )
        os._exit(9)


@pytest.mark.parametrize(
    ("place", "command"),
    [
        *((place, "batches") for place in ("begin", "commit", "batch_numbers_taken", "lift", "put", "unlink")),
        *(("put", command) for command in ("verify", "backup", "publish")),
    ],
)
def test_killed_halfway_the_next_command_finishes_it(
    filled: Path, place: str, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_killed, args=(str(filled), place))
    process.start()
    process.join()
    assert process.exitcode == 9
    with store_at(filled), caplog.at_level(logging.WARNING, "sdw"):
        assert command_line.main([command]) == 0
        assert caplog.messages == ["Het wissen van levering 2 was onderbroken en is nu afgemaakt."]
        assert held(filled) == set()
        assert all(finding.ok for finding in verify.verify())
        assert [path.name for path in filled.iterdir() if path.name.startswith(".")] == []


def _killed(folder: str, place: str) -> None:
    """In a process of its own: dies where a query, or a step with the file or its seal, would begin."""
    run, lift, put, unlink = sql.run, seals.lift, seals.put, Path.unlink

    def deadly(connection: object, name: str, **values: object) -> object:
        return os._exit(9) if name == place else run(connection, name, **values)

    def end(path: Path, *_: object, **options: object) -> None:
        if path.name == "erasing.json":
            os._exit(9)
        unlink(path, **options)

    def stop(*_: object) -> None:
        os._exit(9)

    with store_at(Path(folder)), private.exclusive():
        erasure.write_down(TASK)
        sql.run = deadly
        seals.lift, seals.put = (stop if place == "lift" else lift), (stop if place == "put" else put)
        if place == "unlink":
            Path.unlink = end
        erasure.finish(paths.private_file())


def test_a_full_disk_leaves_what_is_written_down_and_the_store_as_it_was(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store_at(filled):
        before = paths.private_file().read_bytes()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device", "private.duckdb")

        with monkeypatch.context() as broken:
            broken.setattr(erasure, "_write_anew", full)
            with pytest.raises(OSError, match="space"):
                private.erase(TASK)
        assert paths.private_file().read_bytes() == before
        rows()
        assert held(filled) == set()


def test_editions_stay_as_published_and_are_told_of(filled: Path) -> None:
    with store_at(filled):
        label = publish.publish("2026-voorjaar").label
        before = editions.find(label).path.read_bytes()
        private.erase(TASK)
        assert editions.find(label).path.read_bytes() == before
        publish.publish("2026-najaar")
        told = {finding.name: (finding.ok, finding.text) for finding in verify.verify()}
        assert told["2026-voorjaar"] == (True, sql_text("erased")), told
        assert told["2026-najaar"] == (True, sql_text("beside_erased")), told
        assert held(filled / "editions") == set(MARKS[1:]), "what was published stays published"
        assert held(filled / "backups") == set()


def sql_text(key: str) -> str:
    from sdw.text.dutch import say

    return say(f"steward.{key}", batches="2")


def test_backups_with_it_are_named_and_go_when_asked(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with store_at(filled):
        old = backups.backup()
        assert command_line.main(["erase", "2", "--reason", "stuurgroep"]) == 0
        assert old.name in capsys.readouterr().err
        new = backups.backup()
        assert command_line.main(["erase", "3", "--reason", "stuurgroep", "--backups"]) == 0
        assert not old.exists() and not new.exists()
        (kept,) = paths.backups_folder().glob("*.zip")
        backups.restore(kept)
        assert [row[0] for row in rows()] == [1] * 5


def test_a_backup_of_before_does_not_bring_it_back(filled: Path) -> None:
    with store_at(filled):
        old = backups.backup()
        private.erase(TASK)
        backups.restore(old)
        assert {row[0] for row in rows()} == {1, 3}
        old.unlink()
        assert held(filled) == set()


def test_a_backup_that_cannot_be_read_is_named(filled: Path) -> None:
    with store_at(filled):
        paths.backups_folder().mkdir()
        (paths.backups_folder() / "kapot.zip").write_bytes(b"geen zip")
        assert list(erasure.backups_with([2])) == [(paths.backups_folder() / "kapot.zip", [2])]


def test_an_older_delivery_counts_again_and_that_is_told(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with store_at(filled):
        world.deliver(world.counts("AM01", "2025", gestart=61), name="later.csv")
        assert command_line.main(["erase", "4", "--reason", "stuurgroep"]) == 0
        assert "geldt weer wat levering 1 zegt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "why"),
    [(["9"], "bestaat niet"), (["2", "--reason", " "], "wie dit besloot"), (["2"], "wie dit besloot")],
)
def test_what_is_wrong_erases_nothing(
    filled: Path, asked: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with store_at(filled):
        asked = asked if asked[0] == "2" else [*asked, "--reason", "stuurgroep"]
        assert command_line.main(["erase", *asked]) == 1
        assert why in capsys.readouterr().err
        assert held(filled) == set(MARKS)


def test_erasing_twice_is_refused(filled: Path) -> None:
    with store_at(filled):
        private.erase(TASK)
        with pytest.raises(UserError, match="al gewist"):
            private.erase(TASK)


def test_a_note_without_a_store_does_nothing(tmp_path: Path) -> None:
    with store_at(tmp_path / "store"):
        paths.folder().mkdir()
        erasure.write_down(TASK)
        assert erasure.finish(paths.private_file()) is None
        assert files.is_running(os.getpid()) and archive.files() == {}
