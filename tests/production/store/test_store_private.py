"""The private store: all or nothing, nothing twice, and undo restores exactly what was there."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from sdw.edition import editions, paths
from sdw.production.publishing import publish
from sdw.production.steward import verify
from sdw.production.store import backups, private
from sdw.reference.areas import regions
from sdw.text.errors import UserError
from tests.worlds import store as world
from tests.worlds.patience import LONG


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path / "store"))


def contents() -> list[tuple]:
    with private.reader() as connection:
        facts = {"dataset": "trajecten", "origin": "aangeleverd", "regions": list(regions.CODES)}
        return sorted(private.sql.run(connection, "previous_deliveries", **facts).fetchall())


def test_the_same_content_twice_changes_nothing() -> None:
    assert world.deliver(world.ledger("AM05", "2025", 10, 20, 5)).batch_id == 1
    assert world.deliver(world.ledger("AM05", "2025", 10, 20, 5)).batch_id is None
    with private.reader() as connection:
        assert len(private.batches(connection)) == 1


def test_a_later_file_replaces_the_region_and_period_and_says_what_changed() -> None:
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5) + world.ledger("AM01", "2025", 10, 20, 5))
    accepted = world.deliver(world.ledger("AM05", "2025", 10, 30, 5))
    assert accepted.replaced == (("AM05", "2025"),)
    changed = {(row[0], row[6], row[7], row[9]) for row in accepted.changes}
    assert changed == {("AM05", "gestart", 20, 30), ("AM05", "eindstand", 25, 35)}
    assert len(contents()) == 10


def test_a_cell_that_a_later_file_leaves_out_is_gone_and_reported() -> None:
    world.deliver(
        world.counts("AM05", "2025", "ips", gestart=20) + world.counts("AM05", "2025", "overig", gestart=9)
    )
    accepted = world.deliver(world.counts("AM05", "2025", "ips", gestart=20))
    assert [(row[2], row[7], row[9]) for row in accepted.changes] == [("overig", 9, None)]
    assert len(contents()) == 1


def test_undo_restores_exactly_what_was_there() -> None:
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
    before = contents()
    batch = world.deliver(world.ledger("AM05", "2025", 10, 30, 5, 3)).batch_id
    with private.writer() as connection:
        private.undo(connection, batch)
    assert contents() == before


def test_undo_of_a_batch_with_a_later_one_on_it_is_refused_and_names_it() -> None:
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
    world.deliver(world.ledger("AM05", "2025", 10, 30, 5))
    with private.writer() as connection, pytest.raises(UserError, match="levering 2"):
        private.undo(connection, 1)


@pytest.mark.parametrize("batch", [2, 999])
def test_undo_of_what_is_not_there_is_refused(batch: int) -> None:
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
    with private.writer() as connection, pytest.raises(UserError, match=str(batch)):
        private.undo(connection, batch)


def test_an_error_halfway_leaves_nothing_behind() -> None:
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
    before = contents()
    with pytest.raises(ZeroDivisionError), private.writer() as connection:
        private.sql.run(connection, "batch_undo", batch_id=1, undone_at=None)
        connection.execute("DELETE FROM observation_cell")
        raise ZeroDivisionError
    assert contents() == before


def test_a_second_writer_waits_and_then_says_who_holds_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "PATIENCE", 0.2)
    inside, done = threading.Event(), threading.Event()

    def hold() -> None:
        with private.writer():
            inside.set()
            done.wait(LONG)

    holder = threading.Thread(target=hold)
    holder.start()
    inside.wait(LONG)
    try:
        with pytest.raises(UserError, match=f"proces {os.getpid()}"), private.writer():
            pytest.fail("two writers at once")
    finally:
        done.set()
        holder.join()
    with private.writer() as connection:
        assert private.batches(connection) == []


def test_only_the_owner_can_read_the_store() -> None:
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
    assert stat.S_IMODE(paths.private_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.folder().stat().st_mode) == 0o700


def test_a_deployment_for_visitors_never_opens_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
    monkeypatch.setenv("SDW_PUBLIC", "1")
    for opening in (private.reader, private.writer):
        with pytest.raises(UserError, match="SDW_PUBLIC"), opening():
            pytest.fail("the private store was opened")


def _can_encrypt() -> bool:
    try:
        duckdb.connect(":memory:").execute("LOAD httpfs")
    except duckdb.Error:
        return False
    return True


def test_with_a_key_the_store_is_encrypted_or_nothing_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_KEY", "een lange zin die niemand raadt")
    if not _can_encrypt():
        with pytest.raises(UserError, match="httpfs"):
            world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
        assert not paths.private_file().exists()
        return
    world.deliver(world.ledger("AM05", "2025", 10, 20, 5))
    assert len(contents()) == 5
    assert b"AM05" not in paths.private_file().read_bytes()
    monkeypatch.delenv("SDW_KEY")
    with pytest.raises(UserError, match="SDW_KEY"):
        contents()


def test_a_label_in_use_is_refused_and_the_edition_stays() -> None:
    world.deliver(world.counts("AM05", "2025", gestart=50))
    publish.publish("2026-najaar")
    before = editions.find("2026-najaar").path.read_bytes()
    with pytest.raises(UserError, match="2026-najaar"):
        publish.publish("2026-najaar")
    assert editions.find("2026-najaar").path.read_bytes() == before


@pytest.mark.parametrize("label", ["../x", "2026", "najaar", "2026-Najaar", "2026-" + "x" * 50, "2026-a/b", ""])
def test_a_malformed_label_is_refused(label: str) -> None:
    with pytest.raises(UserError):
        publish.writing.free_path(label)
    with pytest.raises(UserError):
        editions.find(label or "-")


def test_a_backup_brings_everything_back() -> None:
    world.deliver(world.counts("AM05", "2025", gestart=50))
    publish.publish("2026-voorjaar")
    before, path = contents(), backups.backup()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    world.deliver(world.counts("AM05", "2025", gestart=60))
    editions.find("2026-voorjaar").path.unlink()
    backups.restore(path)
    assert contents() == before
    assert editions.find("2026-voorjaar").label == "2026-voorjaar"
    assert all(finding.ok for finding in verify.verify())


def test_a_damaged_or_foreign_backup_changes_nothing(tmp_path: Path) -> None:
    world.deliver(world.counts("AM05", "2025", gestart=50))
    before, path = contents(), backups.backup()
    damaged = tmp_path / "damaged.zip"
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    damaged.write_bytes(content)
    for bad in (damaged, Path(__file__), tmp_path / "absent.zip"):
        with pytest.raises(UserError):
            backups.restore(bad)
    assert contents() == before


def test_verify_sees_an_edition_that_was_changed_after_publication(tmp_path: Path) -> None:
    world.deliver(world.counts("AM05", "2025", gestart=50))
    path = publish.publish("2026-voorjaar").path
    assert [finding.ok for finding in verify.verify()] == [True, True]
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(path.read_bytes())
    with duckdb.connect(str(copy)) as connection:
        connection.execute("UPDATE figure SET value = 51 WHERE value = 50")
    copy.replace(path)
    assert [finding.ok for finding in verify.verify()] == [True, False]
    path.write_bytes(b"not a database")
    assert [finding.ok for finding in verify.verify()] == [True, False]


def test_what_a_killed_publish_left_is_swept_by_the_next_and_what_another_writes_is_not() -> None:
    world.deliver(world.counts("AM05", "2025", gestart=50))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    folder = publish.publish("2026-voorjaar").path.parent
    left = [folder / f".2026-najaar.{dead.pid}.tmp", folder / f".2026-najaar.{dead.pid}.tmp.wal"]
    running = folder / f".2026-zomer.{os.getppid()}.tmp"
    for path in [*left, running]:
        path.touch()
    publish.publish("2026-najaar")
    assert sorted(folder.iterdir()) == [running, folder / "2026-najaar.duckdb", folder / "2026-voorjaar.duckdb"]


def test_observations_taken_apart_and_put_together_are_the_same() -> None:
    rows = world.ledger("AM05", "2025", 10, 20, 5) + world.counts("AM06", "2025-Q1", gestart=None)
    world.deliver(rows)
    keys = ("region", "period", "method", "client_group", "sector", "months", "measure", "value", "status")
    with private.reader() as connection:
        stored = connection.execute(f"SELECT {', '.join(keys)} FROM observation").fetchall()
    assert sorted(stored, key=str) == sorted((tuple(row[key] for key in keys) for row in rows), key=str)
