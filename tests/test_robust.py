"""What must hold when processes meet, die halfway or find damage: nothing half, lost or leaked."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from sdw.dissemination.blocks.table import Table
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html
from sdw.edition import editions, paths
from sdw.production.importers.engine import engine
from sdw.production.publishing import publish
from sdw.production.steward import verify
from sdw.production.store import private, sql
from tests.worlds import edition as world
from tests.worlds import robust, wire
from tests.worlds.server import Server, served, serving

SEED = 20261122
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    monkeypatch.setenv("SDW_STORE", str(folder))
    for name in ("SDW_PUBLIC", "SDW_EDITION", "SDW_KEY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A running dashboard with one good edition and the private store beside it."""
    folder = tmp_path_factory.mktemp("store")
    world.build(folder, "2026-voorjaar")
    with served(folder) as server:
        yield server, folder


def batches() -> list[int]:
    """Observations per batch that is in the store; refuses a batch that is not whole."""
    with private.reader() as connection:
        counted = sql.run(connection, "verify_private").fetchall()[0][0]
        assert counted == 0, "observations without a batch"
        found = connection.execute(
            "SELECT b.row_count, count(o.batch_id) FROM batch AS b LEFT JOIN observation AS o USING (batch_id) "
            "GROUP BY b.batch_id, b.row_count"
        ).fetchall()
    assert all(promised == stored for promised, stored in found)
    return [stored for _, stored in found]


# ---- imports ---------------------------------------------------------------------------------------


def test_two_imports_at_once_both_arrive(store: Path, tmp_path: Path) -> None:
    running = [robust.importing(store, robust.delivery(tmp_path, year)) for year in (2024, 2025)]
    for process in running:
        process.join()
    assert [process.exitcode for process in running] == [0, 0]
    assert batches() == [robust.CELLS, robust.CELLS]


def test_an_import_waits_for_who_holds_the_store(store: Path, tmp_path: Path) -> None:
    with private.exclusive():
        process = robust.importing(store, robust.delivery(tmp_path, 2025))
        robust.wait_until_asked(store)
        assert process.is_alive()
        assert not paths.private_file().exists()
    process.join()
    assert process.exitcode == 0


def test_an_import_that_is_killed_leaves_all_of_a_file_or_nothing(store: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    start = time.monotonic()
    robust.importing(store, robust.delivery(tmp_path, 2015)).join()
    whole = time.monotonic() - start
    for year in range(2016, 2026):
        process = robust.importing(store, robust.delivery(tmp_path, year))
        process.join(chance.uniform(0.1, 1.1) * whole)
        process.kill()
        process.join()
        assert set(batches()) == {robust.CELLS}, f"seed {SEED}, year {year}"
    last = robust.importing(store, robust.delivery(tmp_path, 2026))
    last.join()
    assert last.exitcode == 0
    assert next(verify.verify()).ok


# ---- editions --------------------------------------------------------------------------------------


def test_a_publication_that_is_killed_leaves_no_half_edition(store: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    robust.importing(store, robust.delivery(tmp_path, 2025)).join()
    start = time.monotonic()
    robust.publishing(store, "2026-eerste").join()
    whole = time.monotonic() - start
    for number in range(6):
        process = robust.publishing(store, f"2026-poging-{number}")
        process.join(chance.uniform(0.1, 1.1) * whole)
        process.kill()
        process.join()
        assert editions.broken() == [], f"seed {SEED}, attempt {number}"
        for edition in editions.every():
            assert editions.query(edition, "figure_digest")[0][0] == edition.fact("digest")
    assert publish.publish("2026-najaar").label in {edition.label for edition in editions.every()}


def test_an_edition_published_meanwhile_appears_and_the_old_link_shows_what_it_showed(
    dashboard: tuple[Server, Path],
) -> None:
    server, folder = dashboard
    before = wire.html(wire.runs(server, "overzicht", query="uitgave=2026-voorjaar"))
    with world.store_at(folder):
        publish.publish("2026-najaar")
    assert "Uitgave 2026-najaar" in wire.html(wire.runs(server, "overzicht"))
    after = wire.html(wire.runs(server, "overzicht", query="uitgave=2026-voorjaar"))
    assert after.replace("2 uitgaven", "1 uitgave") == before.replace("2 uitgaven", "1 uitgave")


def test_a_damaged_edition_beside_good_ones_is_named_and_takes_nothing_away(
    dashboard: tuple[Server, Path],
) -> None:
    server, folder = dashboard
    good = (folder / "editions" / "2026-voorjaar.duckdb").read_bytes()
    damaged = {"2026-kapot.duckdb": b"geen database", "2026-half.duckdb": good[: len(good) // 3]}
    damaged["<script>x.duckdb"] = b""
    for name, content in damaged.items():
        (folder / "editions" / name).write_bytes(content)
    try:
        for page in menu.ALL:
            shown = wire.html(wire.runs(server, page.name, query="uitgave=2026-voorjaar"))
            assert 'role="alert"' not in shown
            assert "<script" not in shown
            assert all(f"{name} is beschadigd" in unescape(shown) for name in damaged)
        asked = wire.html(wire.runs(server, "overzicht", query="uitgave=2026-kapot"))
        assert "De uitgave in 2026-kapot.duckdb is beschadigd" in asked
        assert "<footer>" in asked
    finally:
        for name in damaged:
            (folder / "editions" / name).unlink()


# ---- what never happens ----------------------------------------------------------------------------


def test_a_running_dashboard_opens_editions_and_never_the_private_store(
    dashboard: tuple[Server, Path],
) -> None:
    server, folder = dashboard
    watch = robust.Watch(folder / "private.duckdb")
    try:
        opened: set[Path] = set()
        for page in menu.ALL:
            for change in ({}, {"periode": "2024"} if "periode" in page.uses else {}):
                wire.runs(server, page.name, [change] if change else [])
                opened |= {path for path in server.files() if path.is_relative_to(folder)}
        assert opened, "the dashboard reads editions"
        assert {path.parent for path in opened} == {folder / "editions"}
        assert not watch.opened()
        (folder / "private.duckdb").open("rb").close()
        assert watch.opened(), "the watch itself works"
    finally:
        watch.close()


def test_a_deployment_for_visitors_refuses_to_start_when_it_could_read_the_private_store(
    dashboard: tuple[Server, Path],
) -> None:
    _, folder = dashboard
    with pytest.raises(RuntimeError, match=r"stopped.*bezoekers"), serving(folder, SDW_PUBLIC="1"):
        pytest.fail("the server started")


def test_markup_from_a_link_stays_text_on_every_page(dashboard: tuple[Server, Path]) -> None:
    server, _ = dashboard
    names = ("uitgave", "indicator", "periode", "methode", "doelgroep", "regio", "sector", "maanden")
    for page in menu.ALL:
        shown = wire.html(wire.runs(server, page.name, query="&".join(f"{name}={HOSTILE}" for name in names)))
        assert "<footer>" in shown
        assert not re.search(r"<\s*script", shown, re.IGNORECASE)


def test_markup_in_a_file_its_name_and_its_labels_stays_text() -> None:
    text = f"{robust.HEADER}\n{HOSTILE};{HOSTILE};{HOSTILE};{HOSTILE};1;2;1;2;1\n"
    checked = engine.read(text.encode(), f"{HOSTILE}.csv")
    assert checked.errors
    shown = html.table(
        Table(HOSTILE, [HOSTILE, HOSTILE], [[problem.place, problem.text] for problem in checked.problems])
    ) + html.note(checked.name)
    assert "<script" not in shown
