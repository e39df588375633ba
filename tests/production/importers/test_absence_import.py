"""CBS tables through the door of the steward: whole or not at all, revisions told, undo gives back what was."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.dissemination.figures import absence
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.store import private
from tests import GOLDEN
from tests.worlds import absence as world
from tests.worlds.edition import store_at

CBS_DUMPS = GOLDEN / "cbs"

TOTAL, CARE = "T001081", "422400"
ALL = "A-U Alle economische activiteiten"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    with store_at(folder):
        yield folder


def value(edition: object, sector: str, period: str) -> float | None:
    [found] = figures.select(edition, "verzuim", sector=sector, period=period)  # type: ignore[arg-type]
    return found.value


def test_the_same_table_twice_changes_nothing_in_whatever_form(store: Path) -> None:
    first = import_file.import_file(world.SHIPPED[0])
    again = import_file.import_file(world.SHIPPED[0])
    assert first.accepted is not None and first.accepted.batch_id == 1
    assert again.accepted is not None and again.accepted.batch_id is None
    assert "niets nieuws" in again.lines[0]


def test_a_revision_is_told_kept_and_noted_in_the_edition(store: Path, tmp_path: Path) -> None:
    import_file.import_file(world.SHIPPED[0])
    revised = import_file.import_file(
        world.changed(tmp_path, {(TOTAL, "2025-Q1"): "5.9", (CARE, "2024-Q4"): "7.8"})
    )
    told = "\n".join(revised.lines)
    assert "herziening van 2 cijfers, over 4e kwartaal 2024 en 1e kwartaal 2025" in told
    assert "Alle sectoren, 1e kwartaal 2025: was 5,8*, is nu 5,9*" in told
    assert revised.report_csv().count("\n") == 3
    edition = publish.publish("2026-najaar")
    assert [(one.sector, one.period, one.old_value, one.new_value) for one in absence.revisions(edition)] == [
        (CARE, "2024-Q4", 7.5, 7.8),
        (TOTAL, "2025-Q1", 5.8, 5.9),
    ]
    assert value(edition, TOTAL, "2025-Q1") == 5.9


def test_undo_brings_back_the_older_table_whole(store: Path, tmp_path: Path) -> None:
    import_file.import_file(world.SHIPPED[0])
    newer = import_file.import_file(
        world.changed(tmp_path, {(TOTAL, "2025-Q1"): "5.9"}, drop=frozenset({"1996-Q1"}))
    )
    assert newer.accepted is not None
    after = publish.publish("2026-een")
    assert value(after, TOTAL, "2025-Q1") == 5.9
    assert figures.select(after, "verzuim", period="1996-Q1") == ()
    assert any("1e kwartaal 1996" in line and "niet meer" in line for line in newer.lines)
    assert any(one.period == "1996-Q1" and one.new_status is None for one in absence.revisions(after))
    with private.writer() as connection:
        private.undo(connection, newer.accepted.batch_id or 0)
    before = publish.publish("2026-twee")
    assert value(before, TOTAL, "2025-Q1") == 5.8
    assert value(before, TOTAL, "1996-Q1") == 5.5
    assert absence.revisions(before) == ()


def test_a_damaged_table_is_refused_whole_and_the_next_file_still_read(store: Path, tmp_path: Path) -> None:
    broken = tmp_path / "80072ned.csv"
    broken.write_bytes(world.SHIPPED[0].read_bytes()[:-20])
    refused = import_file.import_file(broken)
    assert not refused.ok
    assert refused.lines[-1].endswith("Er is niets opgeslagen.")
    with private.reader() as connection:
        assert private.batches(connection) == []


def test_an_older_edition_never_replaces_a_newer_one(store: Path, tmp_path: Path) -> None:
    import_file.import_file(world.SHIPPED[0])
    dump = tmp_path / "dump"
    dump.mkdir()
    for file in (CBS_DUMPS / "80072ned").iterdir():
        text = file.read_text(encoding="utf-8").replace("2025-11-18", "2024-11-18")
        (dump / file.name).write_text(text, encoding="utf-8")
    refused = import_file.import_file(dump)
    assert not refused.ok
    assert "oudere uitgave (2024-11-18)" in refused.lines[0]


def test_a_dump_is_known_by_its_folder_and_by_its_file_of_figures(store: Path) -> None:
    for path in (CBS_DUMPS / "83415NED", CBS_DUMPS / "83157NED" / "TypedDataSet.csv"):
        receipt = import_file.import_file(path)
        assert receipt.ok, receipt.lines
        assert path.name.split(".")[0] in receipt.lines[1] or path.parent.name in receipt.lines[1]


def test_a_statline_download_of_a_table_of_ours_is_read(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "verzuim.csv"
    rows = {
        (ALL, "2024 4e kwartaal"): "5,5",
        (ALL, "2025 3e kwartaal*"): "5,1",
        ("Q Gezondheids- en welzijnszorg", "2024 4e kwartaal"): "7,5",
        ("Q Gezondheids- en welzijnszorg", "2025 3e kwartaal*"): "7,0",
    }
    path.write_bytes(world.statline(rows))
    receipt = import_file.import_file(path)
    assert receipt.ok, receipt.lines
    edition = publish.publish("2026-najaar")
    found = {(one.sector, one.period): (one.value, one.status) for one in figures.select(edition, "verzuim")}
    assert found == {
        (TOTAL, "2024-Q4"): (5.5, "waarde"),
        (TOTAL, "2025-Q3"): (5.1, "voorlopig"),
        (CARE, "2024-Q4"): (7.5, "waarde"),
        (CARE, "2025-Q3"): (7.0, "voorlopig"),
    }
    assert {one.source for one in figures.select(edition, "verzuim")} == {"CBS 80072ned"}


def test_a_selection_never_makes_the_rest_vanish(store: Path, tmp_path: Path) -> None:
    import_file.import_file(world.SHIPPED[0])
    path = tmp_path / "verzuim.csv"
    path.write_bytes(world.statline({(ALL, "2024 4e kwartaal"): "5,5"}))
    refused = import_file.import_file(path)
    assert not refused.ok
    assert "een deel van de tabel" in refused.lines[0]


def test_a_statline_table_that_we_do_not_use_is_refused_in_a_sentence(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "anders.csv"
    path.write_bytes(world.statline({(ALL, "2024"): "5,5"}, title="Banen; sector"))
    refused = import_file.import_file(path)
    assert not refused.ok
    assert "Banen; sector" in refused.lines[0] and "Ziekteverzuimpercentage" in refused.lines[0]


def test_check_tells_the_revisions_and_stores_nothing(store: Path, tmp_path: Path) -> None:
    import_file.import_file(world.SHIPPED[0])
    checked = import_file.check(world.changed(tmp_path, {(TOTAL, "2025-Q1"): "5.9"}))
    assert checked.ok and any("herziening van 1 cijfers" in line for line in checked.lines)
    with private.reader() as connection:
        assert len(private.batches(connection)) == 1


def test_margins_status_and_source_are_published_with_the_figure(store: Path) -> None:
    for path in world.SHIPPED:
        import_file.import_file(path)
    edition = publish.publish("2026-najaar")
    [burn_out] = figures.select(edition, catalogue.EXHAUSTION.id, sector=TOTAL, period="2024")
    assert (burn_out.value, burn_out.low, burn_out.high, burn_out.coverage) == (20.1, 19.8, 20.5, "")
    assert burn_out.source == "CBS en TNO 83157NED, 15 april 2025"
    [unknown] = figures.select(edition, catalogue.EXHAUSTION.id, sector="440900", period="2024")
    assert (unknown.value, unknown.status) == (None, "onbekend")
    assert {one.region for one in figures.select(edition, "verzuim")} == {"NL"}
