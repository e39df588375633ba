"""Damage inside a store or an edition that still opens: a sentence each, never a traceback, never in silence."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from sdw import __main__ as command_line
from sdw.edition import editions, paths, seals
from sdw.production.publishing import publish
from sdw.production.store import archive, backups, private, sql
from sdw.text.errors import UserError
from tests.worlds import store as world
from tests.worlds.edition import store_at

SEED = 20261126
HEADER = "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst\n"
#: Commands that read or write the private store; each must refuse a damaged one.
OF_THE_STORE = (
    ["verify"],
    ["batches"],
    ["publish"],
    ["backup"],
    ["undo", "1"],
    ["import", "FILE"],
    ["check", "FILE"],
)
#: Commands that an edition is damaged for. The others do not need it.
OF_AN_EDITION = (
    ["verify"],
    ["editions"],
    ["publish"],
    ["backup"],
    ["figures", "--indicator", "gestart", "--edition", "2026-voorjaar"],
    ["export", "--output", "OUT", "--edition", "2026-voorjaar"],
    ["privacy", "report", "--edition", "2026-voorjaar"],
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two batches and two editions, and a backup of it."""
    folder = tmp_path_factory.mktemp("whole")
    with store_at(folder):
        world.deliver(world.ledger("AM05", "2025", 40, 97, 30, 25))
        publish.publish("2026-voorjaar")
        world.deliver(world.ledger("AM01", "2025", 40, 97, 30, 25))
        publish.publish("2026-najaar")
        backups.backup().rename(folder / "copy.zip")
    return folder


@pytest.fixture
def store(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to damage."""
    folder = tmp_path / "store"
    shutil.copytree(whole, folder)
    monkeypatch.setenv("SDW_STORE", str(folder))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "FILE").write_text(f"{HEADER}Groningen;2025;ips;uwv;40;97;30;107;25\n", encoding="utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], words: list[str]) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of one command; a traceback fails the test."""
    code = command_line.main(words)
    out, told = capsys.readouterr()
    assert "Traceback" not in told and code in (0, 1), f"{words}: {code}\n{told}"
    return code, out, told


def flip(path: Path, chance: random.Random) -> int:
    """Change one bit somewhere in a file; returns where."""
    content = bytearray(path.read_bytes())
    position = chance.randrange(len(content))
    content[position] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return position


def test_e1_a_changed_bit_anywhere_in_the_store_is_told_by_every_command(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, path = random.Random(SEED), store / "private.duckdb"
    good, backups_before = path.read_bytes(), sorted(paths.backups_folder().iterdir())
    for _ in range(8):
        position = flip(path, chance)
        bad = path.read_bytes()
        for words in OF_THE_STORE:
            code, out, told = run(capsys, words)
            assert (code, out) == (1, ""), f"seed {SEED}, byte {position}, {words}: {told}"
            assert "private.duckdb is beschadigd" in told, f"seed {SEED}, byte {position}, {words}: {told}"
        assert path.read_bytes() == bad, "nothing is written into a damaged store"
        path.write_bytes(good)
    assert sorted(paths.backups_folder().iterdir()) == backups_before
    assert run(capsys, ["verify"])[0] == 0


def test_e1_a_changed_bit_anywhere_in_an_edition_is_told_and_never_served(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, path = random.Random(SEED), store / "editions" / "2026-voorjaar.duckdb"
    good = path.read_bytes()
    for _ in range(8):
        position = flip(path, chance)
        for words in OF_AN_EDITION:
            code, out, told = run(capsys, words)
            assert code == 1, f"seed {SEED}, byte {position}, {words}: {told}"
            assert "2026-voorjaar.duckdb is beschadigd" in told, f"seed {SEED}, byte {position}, {words}: {told}"
            assert not out or words == ["editions"]
        assert [one.label for one in editions.every()] == ["2026-najaar"]
        path.write_bytes(good)
    assert not Path("OUT").exists()
    assert run(capsys, ["verify"])[0] == 0


@pytest.mark.parametrize("name", ["private.duckdb", "editions/2026-voorjaar.duckdb"])
def test_e1_without_a_seal_every_table_is_read_and_nothing_ends_in_a_traceback(
    store: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files of before there were seals: DuckDB's own checksums, and the digest of the figures, are all there is."""
    chance, path = random.Random(SEED), store / name
    shutil.rmtree(store / "seals")
    good, found = path.read_bytes(), 0
    for _ in range(6):
        flip(path, chance)
        codes = [run(capsys, words)[0] for words in (["batches"], ["editions"], ["verify"])]
        found += codes[-1]
        path.write_bytes(good)
    assert found > 0
    assert run(capsys, ["verify"])[0] == 0


def test_e1_what_another_program_changed_is_told(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = {
        "private.duckdb": (
            "UPDATE observation_cell SET value = value + 1",
            "DROP TABLE publication",
            "DELETE FROM delivery",
        ),
        "editions/2026-najaar.duckdb": (
            "DROP TABLE remark",
            "UPDATE batch SET regions = 7",
            "DELETE FROM manifest",
        ),
    }
    for name, statements in changes.items():
        good = (store / name).read_bytes()
        for statement in statements:
            other = shutil.copy(store / name, store / "other.duckdb")
            with duckdb.connect(str(other)) as connection:
                connection.execute(statement)
            Path(other).replace(store / name)
            code, _, told = run(capsys, ["verify"])
            assert code == 1, statement
            assert f"{Path(name).name} is beschadigd, of veranderd" in told
            (store / name).write_bytes(good)
    assert run(capsys, ["verify"])[0] == 0


def test_e1_a_table_that_is_gone_is_told_without_a_seal_too(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(store / "seals")
    with duckdb.connect(str(store / "private.duckdb")) as connection:
        connection.execute("DROP TABLE warning")
    for words in OF_THE_STORE:
        assert run(capsys, words)[0] == 1, words


def test_e1_a_log_beside_an_edition_is_not_taken_in(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seals.log_of(store / "editions" / "2026-najaar.duckdb").write_bytes(b"WAL")
    code, _, told = run(capsys, ["editions"])
    assert code == 1
    assert "2026-najaar.duckdb is beschadigd" in told
    assert run(capsys, ["verify"])[0] == 1


def _killed_after_commit(folder: Path) -> None:
    os.environ["SDW_STORE"] = str(folder)
    run_query = sql.run

    def killed(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> duckdb.DuckDBPyConnection:
        found = run_query(connection, name, **values)
        if name == "commit":
            os._exit(9)
        return found

    sql.run = killed
    world.deliver(world.ledger("AM03", "2025", 40, 97, 30, 25))


def test_e1_a_changed_bit_in_the_log_of_a_killed_import_is_told_or_loses_that_import_alone(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    process = multiprocessing.get_context("forkserver").Process(target=_killed_after_commit, args=(store,))
    process.start()
    process.join()
    log, path = seals.log_of(store / "private.duckdb"), store / "private.duckdb"
    assert process.exitcode == 9 and log.stat().st_size > 0
    good, content, chance = path.read_bytes(), log.read_bytes(), random.Random(SEED)
    whole_codes = 0
    for _ in range(8):
        position = flip(log, chance)
        code, _, told = run(capsys, ["verify"])
        batches, out, _ = run(capsys, ["batches"])
        assert batches == code, f"seed {SEED}, byte {position}: {told}"
        if code == 0:
            whole_codes += 1
            assert out.count("\n") - 1 in (2, 3), f"seed {SEED}, byte {position}"
        path.write_bytes(good)
        log.write_bytes(content)
    assert whole_codes < 8
    code, _, told = run(capsys, ["verify"])
    assert code == 0 and "niet netjes afgesloten" in told
    run(capsys, ["backup"])
    assert "niet netjes" not in run(capsys, ["verify"])[2]
    assert run(capsys, ["batches"])[1].count("\n") == 4


def test_e1_a_backup_brings_damaged_files_back_and_keeps_them_aside(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    flip(store / "private.duckdb", chance)
    flip(store / "editions" / "2026-najaar.duckdb", chance)
    assert run(capsys, ["verify"])[0] == 1
    code, _, told = run(capsys, ["restore", str(store / "copy.zip")])
    assert code == 0, told
    assert run(capsys, ["verify"])[0] == 0
    (kept,) = paths.backups_folder().glob("*.zip")
    code, _, told = run(capsys, ["restore", str(kept)])
    assert code == 1 and "andere uitgave ‘2026-najaar’" in told
    assert run(capsys, ["verify"])[0] == 0


def test_e1_a_whole_edition_is_never_replaced_by_another_one(store: Path) -> None:
    with duckdb.connect(str(store / "other.duckdb")) as connection:
        connection.execute("CREATE TABLE t (x INTEGER)")
    other = archive.write({"editions/2026-najaar.duckdb": store / "other.duckdb"}, {})
    with pytest.raises(UserError, match="andere uitgave"):
        backups.restore(other)


def test_e1_a_backup_that_does_not_read_back_is_not_called_made(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(paths.backups_folder().iterdir())
    monkeypatch.setattr(archive, "_read_back", lambda *_: "other")
    code, out, told = run(capsys, ["backup"])
    assert (code, out) == (1, "") and "teruggelezen" in told
    assert sorted(paths.backups_folder().iterdir()) == before


def test_e1_an_edition_that_is_gone_is_told_by_its_number(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world.deliver(world.ledger("AM03", "2025", 40, 97, 30, 25))
    publish.publish("2027-voorjaar")
    (store / "editions" / "2026-najaar.duckdb").unlink()
    code, _, told = run(capsys, ["verify"])
    assert code == 1 and "nummer 2" in told


def test_e2_a_store_without_the_batches_of_an_edition_is_told(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for left in (store / "private.duckdb", seals.path_of(store / "private.duckdb")):
        left.unlink()
    missing: list[Callable[[], object]] = [lambda words=words: run(capsys, words) for words in OF_THE_STORE]
    for asked in missing:
        code, out, told = asked()
        assert (code, out) == (1, "") and "private.duckdb ontbreekt" in told
    assert not (store / "private.duckdb").exists()
    assert run(capsys, ["restore", str(store / "copy.zip")])[0] == 0
    assert run(capsys, ["verify"])[0] == 0


def test_e2_another_store_beside_these_editions_is_told(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with store_at(tmp_path / "other"):
        world.deliver(world.ledger("AM05", "2025", 40, 97, 30, 25))
    for name in ("private.duckdb", "seals/private.sha256"):
        shutil.copy(tmp_path / "other" / name, store / name)
    for words in (["verify"], ["publish"]):
        code, _, told = run(capsys, words)
        assert code == 1 and "niet in deze opslag staan" in told


def test_e5_an_edition_under_a_false_name_is_told_and_never_served(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (store / "editions" / "2026-najaar.duckdb").rename(store / "editions" / "2027-zomer.duckdb")
    for words in (
        ["verify"],
        ["editions"],
        ["publish"],
        ["backup"],
        ["figures", "--indicator", "gestart", "--edition", "2027-zomer"],
    ):
        code, _, told = run(capsys, words)
        assert code == 1
        assert "In het bestand 2027-zomer.duckdb zit uitgave ‘2026-najaar’" in told
    assert [one.label for one in editions.every()] == ["2026-voorjaar"]
    assert private.editions.broken() == ["2027-zomer.duckdb"]
