"""The command line for people: tables at a terminal, Dutch usage, quick help, a question before publishing."""

from __future__ import annotations

import csv
import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.edition import editions, figures
from sdw.edition.figures import Figure
from sdw.edition.paths import ROOT
from sdw.production.publishing import publish
from sdw.production.steward import registry, terminal, upcoming
from sdw.reference.datasets import catalogue
from tests.worlds import store as world


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path / "store"))


def deliver(started: int, durable: int = 30, region: str = "AM05") -> None:
    world.deliver(world.ledger(region, "2025", 140, started, 30, durable))


def at_terminal(answer: str, *words: str) -> tuple[int, str]:
    """Run a command at a terminal of its own, and answer what it asks; its exit code and the whole screen."""
    screen, terminal_of_child = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "sdw", *words],
        cwd=ROOT,
        stdin=terminal_of_child,
        stdout=terminal_of_child,
        stderr=terminal_of_child,
    )
    os.close(terminal_of_child)
    os.write(screen, f"{answer}\n".encode())
    shown = b""
    while True:
        try:
            block = os.read(screen, 4096)
        except OSError:  # the other side is gone
            break
        if not block:
            break
        shown += block
    os.close(screen)
    lines = shown.decode().replace("\r\n", "\n")
    return child.wait(), lines.removeprefix(f"{answer}\n")


def test_e5_batches_and_editions_are_tables_at_a_terminal_and_csv_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    deliver(97)
    publish.publish("2026-najaar")
    code, shown = at_terminal("", "batches")
    assert code == 0
    head, _, first = shown.splitlines()
    assert re.split(r"  +", head) == [
        *("levering", "soort", "herkomst", "bestand", "ingelezen op", "ongedaan op"),
        *("cijfers", "veranderd", "regio's", "periodes"),
    ]
    assert re.search(r"aangeleverd  levering.csv  \d\d-\d\d-\d{4} \d\d:\d\d  –", first)
    code, shown = at_terminal("", "editions")
    assert code == 0
    assert shown.splitlines()[0].split() == [
        *("uitgave", "gepubliceerd", "op", "herkomst", "leveringen", "drempel", "versie")
    ]
    assert re.search(r"2026-najaar  \d\d-\d\d-\d{4} \d\d:\d\d +aangeleverd", shown)
    for words, columns in (
        ("batches", "batch,dataset,origin,file,imported_at,undone_at,rows,changed,regions,periods"),
        ("editions", "label,published_at,origin,batches,threshold,code_version,digest"),
    ):
        assert command_line.main([words]) == 0
        lines = list(csv.reader(io.StringIO(capsys.readouterr().out)))
        assert ",".join(lines[0]) == columns
        assert len(lines) == 2 and len(lines[1]) == len(lines[0])


def test_e5_usage_and_errors_are_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    english = re.compile(r"usage|error|required|invalid|argument|choose|expected|show this|options|unrecognized")
    for words in (
        [],
        ["onzin"],
        ["undo", "x"],
        ["undo"],
        ["figures"],
        ["figures", "--indicator", "x", "--format", "xml"],
        ["figures", "--indicator"],
        ["editions", "--meer"],
        ["privacy"],
    ):
        assert command_line.main(words) == 2
        out, told = capsys.readouterr()
        assert out == "" and told.startswith("Verkeerd aangeroepen: ") and "--help" in told
        assert not english.search(told.replace("--format", "")), told
    for words in (["--help"], ["figures", "--help"], ["privacy", "attack", "--help"], ["start", "-h"]):
        assert command_line.main(words) == 0
        shown = capsys.readouterr().out
        assert "gebruik: python -m sdw" in shown and "toon deze uitleg en stop" in shown
        assert not english.search(shown), shown


def test_e5_help_loads_nothing_heavy() -> None:
    """Under half a second of computing; what it loads decides that, on every machine."""
    script = (
        "import sys; from sdw.__main__ import main; main(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stderr
    heavy = (
        "'duckdb'",
        "'pandas'",
        "'numpy'",
        "'pyarrow'",
        "'scipy'",
        "'sdw.production.importers",
        "'sdw.production.store",
        "'streamlit'",
    )
    assert [name for name in heavy if name in loaded] == []


def test_e5_the_sheets_that_can_be_asked_are_those_that_there_are() -> None:
    """Figures of gemeenten come as they are published; nobody fills in a sheet of 342 of them."""
    of_regions = [name for name, one in catalogue.DATASETS.items() if one.column("sector") is None]
    assert list(registry.TEMPLATES) == of_regions


def test_e5_before_publishing_the_steward_is_told_what_changes(capsys: pytest.CaptureFixture[str]) -> None:
    deliver(97)
    assert command_line.main(["publish", "--label", "2026-een"]) == 0
    out, told = capsys.readouterr()
    assert out == "2026-een\n" and "eerste uitgave" in told
    deliver(98)
    deliver(98, durable=4, region="AM01")
    assert (
        command_line.main(["publish", "--label", "2026-twee", "--note", "alle", "Twee regio's telden anders."]) == 0
    )
    out, told = capsys.readouterr()
    assert out == "2026-twee\n"
    assert "Dit verandert er ten opzichte van uitgave 2026-een:" in told
    older, newer = editions.find("2026-een"), editions.find("2026-twee")
    found = {one.indicator: one for one in upcoming.changes(older, _rows(newer))}
    assert "AM01" in found["gestart"].regions and found["gestart"].new > 0
    assert found["gestart"].changed > 0
    assert found["duurzaam_geplaatst"].withheld > 0
    assert "nieuw afgeschermd" in told
    assert command_line.main(["publish", "--label", "2026-drie"]) == 0
    assert "Er verandert geen enkel cijfer" in capsys.readouterr().err


def _rows(edition: editions.Edition) -> list[Figure]:
    return [one for name in figures.published(edition) for one in figures.select(edition, name)]


@pytest.mark.parametrize(("answer", "code", "labels"), [("ja", 0, ["2026-najaar"]), ("nee", 1, []), ("", 1, [])])
def test_e5_at_a_terminal_publishing_asks(answer: str, code: int, labels: list[str]) -> None:
    deliver(97)
    found, shown = at_terminal(answer, "publish", "--label", "2026-najaar")
    assert "Uitgave 2026-najaar publiceren?" in shown
    assert found == code, shown
    assert [one.label for one in editions.every()] == labels
    assert ("Er is niets gepubliceerd." in shown) == (code == 1)


def test_e5_a_table_shows_no_microseconds_and_puts_numbers_right() -> None:
    columns = [terminal.Column("batch", "batch"), terminal.Column("file", "file"), terminal.Column("digest")]
    shown = terminal.as_table(columns, [[1, "a", "x"], [1234, None, "y"]])
    assert shown.splitlines() == [
        "levering  bestand",
        "────────  ───────",
        "       1  a",
        "   1.234  –",
    ]
