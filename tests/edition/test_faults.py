"""What the machine refuses: one Dutch sentence that is right, exit 1, and nothing half-written."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from sdw import __main__ as command_line
from sdw.edition import faults, paths
from sdw.edition.formats import two
from sdw.production.publishing import publish
from sdw.production.steward import commands
from sdw.production.store import backups, sql
from tests.worlds import store as world
from tests.worlds.edition import store_at

HEADER = "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst\n"
NOBODY = 65534


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    with store_at(folder):
        world.deliver(world.ledger("AM05", "2025", 40, 97, 30, 25))
        publish.publish("2026-voorjaar")
    return folder


@pytest.fixture
def here(whole: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that everybody may read, with `store/` and a file to import; the commands run in it."""
    folder = Path(tempfile.mkdtemp(prefix="sdw-"))
    folder.chmod(0o755)
    shutil.copytree(whole, folder / "store")
    (folder / "file.csv").write_text(f"{HEADER}Groningen;2025;ips;uwv;40;97;30;107;25\n", encoding="utf-8")
    monkeypatch.setenv("SDW_STORE", str(folder / "store"))
    monkeypatch.chdir(folder)
    yield folder
    shutil.rmtree(folder)


#: Loaded before a test becomes another user, who may not be able to read where Python lies. For the same reason no
#: test has that user read a file from outside: a process of its own does that.
assert commands


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The sentence of a command that the machine refuses."""
    code = command_line.main(list(words))
    out, told = capsys.readouterr()
    assert "Traceback" not in told and (code, out) == (1, ""), f"{words}: {code}\n{told}"
    return told


def whole_still(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing was lost, and nothing half-written lies about."""
    assert command_line.main(["verify"]) == 0, capsys.readouterr().err
    left = [path for path in paths.folder().rglob("*") if ".tmp" in path.name or path.name.startswith(".restore")]
    assert left == []
    capsys.readouterr()


@contextmanager
def another_user() -> Iterator[None]:
    """As somebody who owns nothing; for who is not root already nothing changes."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def limit(kind: int, most: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(kind, (soft, hard))


def give(folder: Path, user: int) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, user)


# ---- who you are -----------------------------------------------------------------------------------


def test_e2_who_does_not_own_the_store_is_told_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "store").chmod(0o755)
    with another_user():
        for words in (["batches"], ["undo", "1"], ["publish"], ["backup"], ["verify"]):
            assert "andere gebruiker" in refused(capsys, *words)
        assert command_line.main(["editions"]) == 0, "reading editions needs no ownership"


def test_e2_a_store_that_may_not_be_written_is_not_called_damaged(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    give(here, NOBODY)
    (here / "store" / "private.duckdb").chmod(0o400)
    with another_user():
        told = refused(capsys, "undo", "1")
        assert "private.duckdb niet lezen of schrijven" in told
        assert "beschadigd" not in told
        (here / "store" / "private.duckdb").chmod(0)
        for words in (["undo", "1"], ["batches"], ["publish"], ["backup"], ["verify"]):
            told = refused(capsys, *words)
            assert "niet lezen of schrijven" in told and "beschadigd" not in told, told
    (here / "store" / "private.duckdb").chmod(0o600)
    whole_still(capsys)


def test_e2_an_output_that_may_not_be_written_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    give(here, NOBODY)
    (here / "closed").mkdir(mode=0o755)
    for words in (["template", "--output", "sheet.xlsx"], ["export", "--output", "out"]):
        assert command_line.main(words) == 0, "all that these need is loaded now"
    capsys.readouterr()
    with another_user():
        for words in (
            ["template", "--region", "AM05", "--output", "closed/sheet.xlsx"],
            ["export", "--output", "closed/all"],
        ):
            assert "closed" in refused(capsys, *words)
    assert list((here / "closed").iterdir()) == []


# ---- where you write -------------------------------------------------------------------------------


def test_e2_a_place_that_cannot_be_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = "a" * 300
    (here / "bad.csv").write_text(f"{HEADER}Nergens;2025;ips;uwv;40;97;30;107;25\n", encoding="utf-8")
    reported = refused(capsys, "check", "bad.csv", "--report", "nowhere/report.csv")
    assert "nowhere" in reported and "bestaat niet" in reported
    for words, sentence in (
        (["template", "--output", "store"], "store is een map"),
        (["export", "--output", "file.csv/out"], "een deel van dat pad is een bestand"),
        (["template", "--output", f"{long}.xlsx"], "te lang"),
        (["export", "--output", long], "te lang"),
        (["template", "--output", "nowhere/sheet.xlsx"], "bestaat niet"),
        (["restore", "store"], "store is een map"),
        (["restore", "nowhere.zip"], "nowhere.zip bestaat niet"),
        (["restore", long], "te lang"),
    ):
        assert sentence in refused(capsys, *words), words
    whole_still(capsys)


def test_e2_a_store_that_is_a_file_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDW_STORE", str(here / "file.csv"))
    for words in (["import", "file.csv"], ["backup"]):
        assert "file.csv" in refused(capsys, *words)


def test_e2_a_private_store_that_is_a_folder_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "store" / "private.duckdb").unlink()
    (here / "store" / "private.duckdb").mkdir()
    for words in (["batches"], ["import", "file.csv"], ["publish"], ["backup"], ["verify"]):
        assert "private.duckdb" in refused(capsys, *words)


# ---- a disk that is full ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["import", "file.csv"],
        ["publish", "--label", "2026-najaar"],
        ["backup"],
        ["export", "--output", "out"],
        ["template", "--output", "sheet.xlsx"],
        ["restore", "copy.zip"],
    ],
)
def test_e2_where_no_byte_more_fits_nothing_is_half_written(
    here: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    if words[0] == "restore":
        backups.backup().rename(here / "copy.zip")
    with limit(resource.RLIMIT_FSIZE, 64 if words[0] == "import" else 2048):
        assert "groter dan deze computer toestaat" in refused(capsys, *words)
    assert not (here / "out").exists() and not (here / "sheet.xlsx").exists()
    assert sorted(path.name for path in paths.editions_folder().iterdir()) == ["2026-voorjaar.duckdb"]
    assert not any((here / "store" / "backups").glob("*")) if words[0] == "backup" else True
    whole_still(capsys)
    assert command_line.main(words) == 0, capsys.readouterr().err


def test_e2_an_import_of_which_only_the_log_fits_is_whole(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with limit(resource.RLIMIT_FSIZE, 4096):
        assert command_line.main(["import", "file.csv"]) == 0, capsys.readouterr().err
    whole_still(capsys)
    assert command_line.main(["batches"]) == 0
    assert capsys.readouterr().out.count("\n") == 3


@pytest.mark.parametrize("number", sorted(faults.SENTENCES))
def test_e2_every_fault_has_its_sentence_from_python_and_from_the_database(number: int) -> None:
    sentence = str(faults.explained(OSError(number, os.strerror(number), "/data/private.duckdb")))
    said = duckdb.IOException(f'Could not write file "/data/private.duckdb": {os.strerror(number)}')
    wrapped = sql.QueryFailed("query commit")
    wrapped.__cause__ = said
    assert str(faults.explained(wrapped)) == sentence
    assert sentence.startswith(sentence[0].upper()) and sentence.rstrip(")").endswith((".", "restore"))


def _full_at(query: str, run: Callable[..., duckdb.DuckDBPyConnection]) -> Callable[..., duckdb.DuckDBPyConnection]:
    """`run` on a disk that is full when it comes to that query."""

    def full(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> duckdb.DuckDBPyConnection:
        if name == query:
            error = duckdb.IOException(f'Could not write file "x": {os.strerror(errno.ENOSPC)}')
            raise sql.QueryFailed(f"query {name}") from error
        return run(connection, name, **values)

    return full


def test_e2_a_full_disk_at_any_command_is_a_sentence(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for queries, name in ((sql, "commit"), (two.FORMAT.queries, "figure_insert")):
        monkeypatch.setattr(queries, "run", _full_at(name, queries.run))
    for words in (["import", "file.csv"], ["publish", "--label", "2026-najaar"]):
        assert "De schijf is vol" in refused(capsys, *words)
    monkeypatch.undo()
    os.environ["SDW_STORE"] = str(here / "store")
    try:
        whole_still(capsys)
    finally:
        del os.environ["SDW_STORE"]


def test_e2_what_is_no_fault_of_the_machine_stays_our_bug(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "publish", lambda *_: 1 / 0)
    assert command_line.main(["publish"]) == 3
    assert faults.explained(ZeroDivisionError()) is None
    assert faults.explained(duckdb.ParserException("syntax error")) is None
