"""Golden: absence equals what CBS published, in `figures`, in the download and on the page."""

from __future__ import annotations

import csv
import io
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sdw.dissemination.blocks.table import Cell
from sdw.dissemination.exports import dutch_csv
from sdw.dissemination.ui.pages.absence import tables
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.paths import ROOT
from sdw.production.importers import cbs
from sdw.production.importers.cbs import declarations
from sdw.production.steward import import_file
from sdw.reference.series import sectors
from sdw.text.dutch import number
from tests import GOLDEN
from tests.worlds import absence as world
from tests.worlds.cbs import SHARED
from tests.worlds.edition import store_at
from tests.worlds.patience import LONG
from tests.worlds.shared import Shared

SEED = 20261122


@pytest.fixture(scope="module")
def folder(shared: Shared) -> Path:
    return shared("absence")


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Edition:
    return shared.edition("absence")


def asked(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sdw", "figures", "--indicator", *words],
        cwd=ROOT,
        env=os.environ | {"SDW_STORE": str(folder)},
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
    )


@pytest.mark.parametrize(
    ("indicator", "sector", "period", "value", "low", "high", "status"),
    [
        ("verzuim", "totaal", "2022-Q1", "6.3", "", "", "waarde"),
        ("verzuim", "T001081", "2022", "5.6", "", "", "waarde"),
        ("verzuim", "Alle sectoren", "2023", "5.3", "", "", "waarde"),
        ("verzuim", "a-u", "2024", "5.2", "", "", "waarde"),
        ("verzuim", "Q", "2025-Q1", "8.1", "", "", "voorlopig"),
        ("verzuim", "zorg en welzijn", "1e kwartaal 2025", "8.1", "", "", "voorlopig"),
        ("psychische_vermoeidheid", "totaal", "2014", "14.4", "14.0", "14.8", "waarde"),
        ("psychische_vermoeidheid", "totaal", "2024", "20.1", "19.8", "20.5", "waarde"),
        ("verzuim_met_vermoeidheid", "", "2024", "9.3", "8.8", "9.7", "waarde"),
        ("verzuim_zonder_vermoeidheid", "", "2024", "3.8", "3.7", "3.9", "waarde"),
    ],
)
def test_the_checked_values_come_out_of_the_command(
    folder: Path,
    edition: Edition,
    indicator: str,
    sector: str,
    period: str,
    value: str,
    low: str,
    high: str,
    status: str,
) -> None:
    words = [indicator, "--period", period, *(["--sector", sector] if sector else [])]
    finished = asked(folder, *words)
    assert finished.returncode == 0, finished.stderr
    [found] = list(csv.DictReader(io.StringIO(finished.stdout)))
    assert (found["value"], found["status"]) == (value, status)
    assert [round(float(found[name]), 1) if found[name] else "" for name in ("low", "high")] == [
        float(bound) if bound else "" for bound in (low, high)
    ]
    assert found["origin"] == "openbaar" and found["edition"] == edition.label


def test_an_unknown_sector_gets_a_sentence_with_what_it_may_be(folder: Path, edition: Edition) -> None:
    refused = asked(folder, "verzuim", "--sector", "zorg en welzin")
    assert refused.returncode == 1
    assert "Zorg en welzijn" in refused.stderr and "Traceback" not in refused.stderr


def test_absence_of_a_region_does_not_exist(folder: Path, edition: Edition) -> None:
    refused = asked(folder, "verzuim", "--region", "Twente")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "alleen voor heel Nederland" in refused.stderr


def test_ten_random_cells_agree_with_the_source_in_figures_and_download(edition: Edition) -> None:
    """The source is CBS's own dump where it lies beside the project, otherwise the shipped file."""
    chance = random.Random(SEED)
    cells = []
    for shipped in world.SHIPPED:
        dump = SHARED / "data" / f"cbs_{shipped.stem}"
        found = declarations.observations(cbs.read(dump if dump.is_dir() else shipped))
        cells += [row for row in found.to_pylist() if row["value"] is not None]
    for cell in chance.sample(cells, 10):
        table = figures.select(edition, cell["measure"])
        [shown] = [one for one in table if (one.sector, one.period) == (cell["sector"], cell["period"])]
        assert (shown.value, shown.low, shown.high) == (cell["value"], cell["low"], cell["high"]), (SEED, cell)
        [line] = csv.DictReader(io.StringIO(dutch_csv.of([shown]).decode("utf-8-sig")), delimiter=";")
        assert float(line["Waarde"].replace(",", ".")) == cell["value"]
        assert line["Status"] == cell["status"]


@pytest.mark.rule("same_quarter")
def test_the_page_shows_the_figures_of_the_source(edition: Edition) -> None:
    """Every quarter in the table of the page, for ten sectors, equals the source, and so does its difference."""
    source = {
        (row["sector"], row["period"]): row["value"]
        for row in declarations.observations(cbs.read(world.SHIPPED[0])).to_pylist()
    }
    for sector in random.Random(SEED).sample(
        [one for one in sectors.ALL if one.code in {key[0] for key in source}], 10
    ):
        for row in tables.quarters(edition, sector.code).rows:
            label, now, earlier, difference = (cell.text if isinstance(cell, Cell) else cell for cell in row)
            quarter, year = re.fullmatch(r"(\d)e kwartaal (\d{4})", label).groups()  # type: ignore[union-attr]
            value = source[sector.code, f"{year}-Q{quarter}"]
            before = source[sector.code, f"{int(year) - 1}-Q{quarter}"]
            assert (now.rstrip("*"), earlier.rstrip("*")) == (f"{number(value, 1)}%", f"{number(before, 1)}%")
            assert difference.replace("+", "") == number(round(value - before, 1), 1)


def test_the_world_above_is_the_one_that_was_published(folder: Path, edition: Edition) -> None:
    with store_at(folder):
        assert {"verzuim", "psychische_vermoeidheid"} <= set(figures.published(edition))


@pytest.mark.parametrize("shipped", world.SHIPPED, ids=lambda path: path.stem)
def test_the_dump_of_cbs_adds_nothing_to_what_ships(tmp_path: Path, shipped: Path) -> None:
    """Every cell of every declared series: value, margins and status."""
    dump = SHARED / "data" / f"cbs_{shipped.stem}"
    if not dump.is_dir():
        pytest.skip("the dumps do not lie beside the project")
    with store_at(tmp_path):
        assert import_file.import_file(shipped).ok
        again = import_file.import_file(dump)
        assert again.ok and again.accepted is not None and again.accepted.batch_id is None


def test_the_command_line_imports_a_folder_and_says_when_there_is_no_network(tmp_path: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        nowhere = dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"), "http://127.0.0.1:9")
        return subprocess.run(
            [sys.executable, "-m", "sdw", *words],
            cwd=ROOT,
            env=os.environ | {"SDW_STORE": str(tmp_path)} | nowhere,
            capture_output=True,
            text=True,
            timeout=LONG,
            check=False,
        )

    read = run("import", str(GOLDEN / "cbs" / "83415NED"))
    assert read.returncode == 0
    assert "CBS-tabel 83415NED van 2025-04-15" in read.stderr
    refused = run("import", str(tmp_path / "niets"), str(tmp_path))
    assert refused.returncode == 1 and "Traceback" not in refused.stderr
    offline = run("fetch-cbs", "80072ned")
    assert (offline.returncode, offline.stdout) == (1, "")
    assert "geen verbinding met het CBS" in offline.stderr
    assert run("fetch-cbs", "geen nummer").returncode == 1
