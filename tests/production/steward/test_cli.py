"""The command line, run as the steward runs it: exit codes, Dutch on stderr, data on stdout."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from sdw.edition.paths import ROOT
from sdw.production.steward import import_file
from tests.worlds import examples as examples_of
from tests.worlds.edition import store_at
from tests.worlds.patience import LONG
from tests.worlds.shared import Shared

HEADER = "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst\n"
FIGURE_COLUMNS = [
    *("indicator", "region", "period", "method", "client_group", "sector", "months"),
    *("value", "status", "numerator", "denominator", "low", "high", "bound_low", "bound_high"),
    *("coverage", "source", "edition", "origin"),
]


class Monitor:
    """A store of its own in which commands are run."""

    def __init__(self, folder: Path, store: str = "store") -> None:
        self.folder = folder
        self.store = folder / store

    def run(self, *words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sdw", *map(str, words)],
            cwd=ROOT,
            env=os.environ | {"SDW_STORE": str(self.store)} | environment,
            capture_output=True,
            text=True,
            timeout=LONG,
            check=False,
        )

    def done(self, *words: str | Path) -> str:
        finished = self.run(*words)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    def figures(self, *words: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.done("figures", "--indicator", *words))))

    def editions(self) -> list[str]:
        """Labels, newest first."""
        return [line.split(",")[0] for line in self.done("editions").splitlines()[1:]]

    def file(self, name: str, *rows: str) -> Path:
        path = self.folder / name
        path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
        return path


@pytest.fixture
def monitor(tmp_path: Path) -> Monitor:
    return Monitor(tmp_path)


@pytest.fixture(scope="module")
def examples(shared: Shared) -> Monitor:
    """What `start --build-only` made of the data that ship; nothing is changed in it."""
    return Monitor(shared("shipped").parent, "shipped")


@pytest.fixture(scope="module")
def delivered(shared: Shared) -> Monitor:
    """Two years of the examples that ship, published; then one delivery and a second edition."""

    def build(folder: Path) -> None:
        monitor = Monitor(folder)
        with store_at(monitor.store):
            assert import_file.import_file(_two_years(folder), origin="voorbeeld").ok
        monitor.done("publish")
        monitor.done("import", monitor.file("twente.csv", "Twente;2026-H2;ips;uwv;40;97;30;107;25"))
        monitor.done("publish")

    return Monitor(shared.made("examples_and_twente", build))


def _two_years(folder: Path) -> Path:
    """The examples of 2022 and 2023: the verification of three editions of all of them takes a minute."""
    header, *rows = examples_of.lines()
    path = folder / "voorbeeld.csv"
    path.write_text("\n".join([header, *(row for row in rows if re.search(";202[23]-", row))]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def undone(shared: Shared, delivered: Monitor) -> Monitor:
    """The same after that delivery was undone, and a third edition."""

    def build(folder: Path) -> None:
        monitor = Monitor(folder)
        shutil.copytree(delivered.store, monitor.store)
        monitor.done("undo", monitor.done("batches").splitlines()[1].split(",")[0])
        assert monitor.done("publish").strip() == monitor.editions()[0]

    return Monitor(shared.made("examples_and_undone", build))


def test_a_delivery_becomes_a_published_figure(monitor: Monitor) -> None:
    monitor.done("import", monitor.file("twente.csv", "Twente;2025;ips;uwv;40;97;30;107;25"))
    assert monitor.done("publish", "--label", "2026-najaar").strip() == "2026-najaar"
    [found] = monitor.figures("gestart", "--region", "AM05", "--period", "2025", "--method", "ips")
    assert (found["value"], found["status"], found["origin"]) == ("97", "waarde", "aangeleverd")
    assert list(found) == FIGURE_COLUMNS
    missing = monitor.figures("gestart", "--region", "Groningen", "--period", "2025", "--method", "totaal")
    assert (missing[0]["value"], missing[0]["status"]) == ("", "niet_aangeleverd")


def test_a_broken_file_is_refused_with_place_and_remedy_and_nothing_is_stored(monitor: Monitor) -> None:
    broken = monitor.file(
        "broken.csv", "Twente;2025;ips;uwv;40;97;30;107;25", "Twentje;2025;ips;uwv;-;97;30;107;25"
    )
    refused = monitor.run("import", broken, "--report", monitor.folder / "report.csv")
    assert refused.returncode == 1
    assert refused.stdout == ""
    for words in ("broken.csv", "ij 3", "regio", "Twente", "0 of onbekend?"):
        assert words in refused.stderr
    assert "Twentje" not in refused.stderr
    assert (monitor.folder / "report.csv").read_text(encoding="utf-8-sig").count("\n") >= 3
    assert monitor.done("batches").count("\n") == 1


def test_one_bad_file_of_several_leaves_the_good_ones_in(monitor: Monitor) -> None:
    good = monitor.file("good.csv", "Twente;2025;ips;uwv;40;97;30;107;25")
    bad = monitor.file("bad.csv", "Nergens;2025;ips;uwv;40;97;30;107;25")
    assert monitor.run("import", bad, good).returncode == 1
    assert "good.csv" in monitor.done("batches")


def test_check_reports_and_stores_nothing(monitor: Monitor) -> None:
    good = monitor.file("good.csv", "Twente;2025;ips;uwv;40;97;30;107;25")
    assert monitor.run("check", good).returncode == 0
    assert not (monitor.store / "private.duckdb").exists()


def test_wrong_calls_say_so(monitor: Monitor) -> None:
    for words in (
        [],
        ["onzin"],
        ["figures"],
        ["undo", "x"],
        ["figures", "--indicator", "gestart", "--format", "xml"],
    ):
        assert monitor.run(*words).returncode == 2


def test_a_delivery_takes_the_place_of_the_examples(delivered: Monitor) -> None:
    second, first = delivered.editions()
    rows = delivered.figures("gestart", "--period", "2026-H2", "--edition", second)
    assert {row["status"] for row in rows if row["region"] not in ("NL", "AM05")} == {"niet_aangeleverd"}
    assert {row["region"]: row["value"] for row in rows if row["region"] in ("NL", "AM05")} == {
        "NL": "",
        "AM05": "97",
    }
    old = delivered.figures("gestart", "--region", "NL", "--period", "2023", "--edition", first)
    assert (old[0]["origin"], old[0]["coverage"]) == ("voorbeeld", "31/35")


def test_undo_and_publish_bring_the_examples_back_and_the_old_edition_stays(
    delivered: Monitor, undone: Monitor
) -> None:
    third, *before = undone.editions()
    assert before == delivered.editions() and third not in before
    again = undone.figures("gestart", "--region", "NL", "--period", "2023", "--edition", third)
    assert (again[0]["origin"], again[0]["coverage"]) == ("voorbeeld", "31/35")
    rows = undone.figures("gestart", "--period", "2026-H2", "--region", "AM05", "--edition", before[0])
    assert rows[0]["value"] == "97"


def test_a_store_with_an_undone_delivery_and_three_editions_verifies(undone: Monitor) -> None:
    assert len(undone.editions()) == 3
    assert undone.run("verify").returncode == 0


@pytest.mark.rule("carried_out")
def test_the_examples_agree_with_the_published_national_figures(examples: Monitor) -> None:
    """Convenant 2024-2026: 6,778 carried out in 31 regions in 2023; 4,900 on 1 January 2024; one in three."""

    @cache
    def nation(indicator: str, year: str) -> dict[str, str]:
        return examples.figures(indicator, "--region", "NL", "--period", year, "--method", "totaal")[0]

    assert (nation("uitgevoerd", "2023")["value"], nation("uitgevoerd", "2023")["coverage"]) == ("6778", "31/35")
    assert nation("eindstand", "2023")["value"] == "4900"
    assert nation("beeindigd", "2023")["value"] == "1878"
    durable, started = (
        sum(int(nation(indicator, year)["value"]) for year in ("2022", "2023"))
        for indicator in ("duurzaam_geplaatst", "gestart")
    )
    assert 0.30 <= durable / started <= 0.37
    assert {nation(indicator, "2023")["origin"] for indicator in ("gestart", "uitgevoerd")} == {"voorbeeld"}


def test_twente_2022_is_what_was_published(examples: Monitor) -> None:
    for indicator, value in (("eindstand", "102"), ("duurzaam_geplaatst", "25")):
        found = examples.figures(indicator, "--region", "AM05", "--period", "2022", "--method", "totaal")
        assert found[0]["value"] == value


@pytest.mark.parametrize(
    "words",
    [
        ["gestart", "--region", "AM05", "--period", "2025-H1", "--method", "ips"],
        ["gestart", "--region", "AM05", "--method", "ips", "--client-group", "uwv"],
        ["gestart", "--period", "1999"],
        ["gestart", "--region", "AM04"],
        ["bestaatniet"],
        ["gestart", "--edition", "1999-x"],
    ],
)
def test_what_is_not_published_gets_a_sentence(examples: Monitor, words: list[str]) -> None:
    refused = examples.run("figures", "--indicator", *words)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.strip().endswith((".", "?")) and "Traceback" not in refused.stderr


def test_json_and_csv_say_the_same(examples: Monitor) -> None:
    words = ["aandeel_ips", "--period", "2025"]
    as_json = json.loads(examples.done("figures", "--indicator", *words, "--format", "json"))
    as_csv = examples.figures(*words)
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in as_json] == as_csv
    assert len(as_csv) == 36


def test_a_deployment_for_visitors_refuses_the_steward(examples: Monitor) -> None:
    for words in (["batches"], ["publish"], ["backup"], ["import", __file__], ["verify"]):
        assert examples.run(*words, SDW_PUBLIC="1").returncode == 1
    assert examples.run("figures", "--indicator", "gestart", SDW_PUBLIC="1").returncode == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("werk_12u", "--sector", "T001081"), "niet per sector gepubliceerd"),
        (("gestart", "--months", "12"), "telt niet in maanden"),
        (("werk_12u", "--months", "7"), "Wel na: 6, 12, 18, 24, 30, 36."),
    ],
)
def test_a_cut_that_is_never_published_gets_a_sentence_that_says_what_is(
    examples: Monitor, words: tuple[str, ...], sentence: str
) -> None:
    refused = examples.run("figures", "--indicator", *words)
    assert refused.returncode == 1
    assert sentence in refused.stderr
