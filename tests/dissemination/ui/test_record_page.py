"""“Hoe goed werkt deze monitor?” in words: with one edition, with more, with older formats, with nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import pace_simulated
from sdw import __main__ as cli
from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Note, walk
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.record import backtest, staircase
from sdw.dissemination.ui.pages.methodology import page as methodology
from sdw.dissemination.ui.pages.methodology import record
from sdw.dissemination.ui.pages.methodology.staircase import COLUMNS
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.production.store import backups
from sdw.reference.areas.regions import CODES
from sdw.reference.documents import simulated
from sdw.reference.status import Status
from tests import GOLDEN, ROOT
from tests.dissemination.figures.test_record import forecast
from tests.worlds import ten
from tests.worlds.edition import store_at
from tests.worlds.record import published, shown
from tests.worlds.shared import Shared


def told(every: tuple[Edition, ...]) -> str:
    return plain.page(record.page(every[0], every))


def part(text: str, title: str) -> str:
    """What stands under one of the headings."""
    (found,) = [one for one in text.split("### ") if one.startswith(title)]
    return found


def of_world(folder: Path) -> str:
    with store_at(folder):
        return told(tuple(editions.every()))


def test_with_one_edition_each_part_says_that_it_begins(shared: Shared) -> None:
    with store_at(shared("shipped")):
        first = editions.every()[-1]
        text = told((first,))
    assert "Nog niet te zeggen. Er zijn wel verwachtingen gepubliceerd (2025)" in part(text, "Kwamen")
    assert "2e halfjaar 2025 | 2026-voorjaar, " in part(text, "Hoeveel")
    assert part(text, "Hoeveel").count("32 van 35 (91%)") == 2
    assert "Dit is de eerste uitgave met deze cijfers." in part(text, "Welke")
    assert "Alle halfjaren staan voor het eerst in uitgave 2026-voorjaar." in part(text, "Eerste")


def test_what_ships_has_something_in_each_part(shared: Shared) -> None:
    text = of_world(shared("shipped"))
    assert "Gestarte trajecten, 2025 | 2026-voorjaar | 35 | " in part(text, "Kwamen")
    assert "2e halfjaar 2025 | 2026-voorjaar, 16 april 2026 | 32 van 35 (91%) | 35 van 35 (100%)" in text
    assert "2026-najaar, na 2026-voorjaar | " in part(text, "Welke")
    assert "1.656 → 1.662 (+0,4%; 32 regio's; 3 nieuw)" in part(text, "Eerste")
    checked = part(text, "Klopt de berekening op")
    assert "Gestarte trajecten, uit de eerste 6 maanden: 101 voorspellingen over 2023, 2024 en 2025." in checked
    assert (
        "Duurzaam aan het werk, uit de eerste 6 maanden: 80 voorspellingen over 2023, 2024 en 2025. "
        "Dat is te weinig om iets over te zeggen: daarvoor zijn er 100 nodig. Voorbeeld."
    ) in checked
    assert "Duurzaam aan het werk" not in checked.partition("Cijfer |")[2], "no number where there are too few"


def test_every_statement_on_invented_figures_says_so(shared: Shared) -> None:
    """Each table of this part but that of the simulation, and each sentence with a number that was measured."""
    with store_at(shared("shipped")):
        page = record.page(editions.find(), tuple(editions.every()))
    captions = [one.caption for one in walk(page.parts[0]) if isinstance(one, Table)]
    assert len(captions) == 8
    assert [one for one in captions if not ("Voorbeeld." in one or one.startswith("Gesimuleerd:"))] == []
    assert "verzonnen cijfers (voorbeeld)" in plain.page(page)


@pytest.mark.parametrize("name", ["empty", "one_region", "real", *ten.NAMES])
def test_it_is_whole_in_every_world(shared: Shared, name: str) -> None:
    text = of_world(shared(name))
    assert text.count("### ") == 6
    assert "oorbeeld" not in text
    assert "None" not in text and "nan" not in text.split()


def test_a_world_without_trajectories_says_what_is_missing(shared: Shared) -> None:
    text = of_world(shared("empty"))
    assert "In geen enkele uitgave tot nu toe staat een verwachting" in text
    assert "geen halfjaren die regio's leverden" in text
    assert "In deze uitgave staan geen halfjaren met een cijfer." in text
    assert "Nog niet te zeggen: er zijn geen jaren waarvan het hele jaar" in text


@pytest.mark.parametrize("stored", sorted(path.name for path in (GOLDEN / "formats").iterdir() if path.is_dir()))
def test_editions_of_older_formats_are_held_against_each_other(tmp_path: Path, stored: str) -> None:
    with store_at(tmp_path):
        backups.restore(GOLDEN / "formats" / stored / "store.zip")
        every = tuple(editions.every())
        text = told(every)
        (both,) = {one.format for one in every}
    assert both == int(stored)
    assert "2026-najaar, na 2026-voorjaar" in part(text, "Welke")
    assert "In geen enkele uitgave" in part(text, "Kwamen")
    assert "Halfjaar | voor het eerst | 2026-najaar" in part(text, "Eerste")


@pytest.fixture
def several(tmp_path: Path) -> Iterator[tuple[Edition, ...]]:
    """2025 was expected at 100 in four regions; it became 104, 110, 89 and 111, which is provisional in one. Its
    first half was revised, and a region joined."""
    expected = dict.fromkeys(CODES[:4], 100.0) | {"NL": 400.0}
    late = Status.NOT_DELIVERED
    first = [*forecast(expected, 4, 92.0), *shown("2025-H1", [40, 50, 60, 70, late])]
    second = [
        *shown("2025-H1", [41, 50, 62, 70, 30]),
        *shown("2025", [104, 110, 89]),
        *shown("2025", {CODES[3]: 111}, status=Status.PROVISIONAL),
    ]
    yield published(tmp_path, first, [*first, *shown("2025-H2", [30] * 5)], second)


def test_forecasts_are_told_beside_what_the_years_became(several: tuple[Edition, ...]) -> None:
    text = part(told(several), "Kwamen")
    assert (
        "Gestarte trajecten: bij 4 van de 8 verwachtingen voor een regio viel het jaar binnen de grenzen. "
        "2 keer kwam het jaar lager uit, 2 keer hoger. Bij 2 is het jaar nog voorlopig."
    ) in text
    assert "Dit zijn nog te weinig verwachtingen om er iets over te zeggen" in text
    assert "op koers | 8 | 92% | 75% (6)" in text
    assert (
        "Gestarte trajecten, 2025 | 2025-najaar | 4 | 400 (390 tot 410) | 414* | nee, hoger\n"
        "Gestarte trajecten, 2025 | 2025-voorjaar | 4 | 400 (390 tot 410) | 414* | nee, hoger"
    ) in text
    assert "oorbeeld" not in text


def test_first_and_final_figures_stand_in_one_table(several: tuple[Edition, ...]) -> None:
    """220 became 223 in the four regions that were there at first: not 253, which has a fifth."""
    lines = part(told(several), "Eerste").splitlines()
    assert "Halfjaar | voor het eerst | 2025-najaar | 2026-voorjaar" in lines
    left = "; 31 niet aangeleverd"
    assert (
        f"1e halfjaar 2025: gestarte trajecten | 220 (2025-voorjaar; 4 regio's{left}) | "
        f"220 → 220 (gelijk; 4 regio's{left}) | 220 → 223 (+1,4%; 4 regio's; 30 niet aangeleverd; 1 nieuw)"
    ) in lines
    assert (
        "2e halfjaar 2025: gestarte trajecten | 150 (2025-najaar; 5 regio's; 30 niet aangeleverd) | "
        "voor het eerst | minder dan 3 regio's; 35 niet aangeleverd"
    ) in lines


def test_corrections_are_counted_by_kind(several: tuple[Edition, ...]) -> None:
    text = part(told(several), "Welke")
    assert "2026-voorjaar, na 2025-najaar | 4 | 0 (0,0%) | 0 (0,0%) | 2 (50,0%)" in text
    assert "2025-najaar, na 2025-voorjaar | 14 | 0 (0,0%) | 0 (0,0%) | 0 (0,0%)" in text


def test_an_edition_knows_nothing_of_later_ones(several: tuple[Edition, ...]) -> None:
    second = plain.page(record.page(several[1], several))
    assert "2026-voorjaar" not in second
    assert "Nog niet te zeggen." in part(second, "Kwamen")


def test_only_the_newest_editions_have_a_column(tmp_path: Path) -> None:
    every = published(tmp_path, *[shown("2025-H1", [40, 50, 60 + number]) for number in range(COLUMNS + 2)])
    text = part(told(every), "Eerste")
    assert f"Alleen de {COLUMNS} nieuwste uitgaven hebben een eigen kolom." in text
    assert "voor het eerst | 2026-voorjaar | 2026-najaar | 2027-voorjaar | 2027-najaar\n" in text
    assert "150 (2025-voorjaar; 3 regio's; 32 niet aangeleverd)" in text


@pytest.mark.parametrize(("second_half", "alarm"), [(50, False), (150, True)])
def test_the_alarm_sounds_where_the_interval_holds_too_seldom(
    tmp_path: Path, second_half: int, alarm: bool
) -> None:
    """Four years that are alike, and one of the three that are forecast goes as no year before it."""
    seconds = {2021: 52, 2022: 48, 2023: second_half, 2024: 52, 2025: 48}
    rows = [
        one
        for year, second in seconds.items()
        for one in (*shown(f"{year}-H1", [50] * 35), *shown(str(year), [50 + second] * 35))
    ]
    every = published(tmp_path, rows)
    (found,) = backtest.of(every, "gestart")
    assert (found.number, found.alarms) == (105, alarm)
    notes = [one.words for one in walk(record.blocks(every[0], every)) if isinstance(one, Note)]
    assert len(notes) == alarm
    assert all(
        one.startswith("Let op. Gestarte trajecten, uit de eerste 6 maanden: het echte aantal viel maar 67%")
        for one in notes
    )


def test_the_page_has_it_in_its_list_of_parts_and_the_command_prints_the_same(
    shared: Shared, capsys: pytest.CaptureFixture[str]
) -> None:
    with store_at(shared("shipped")):
        edition, known = editions.find(), tuple(editions.every())
        whole = plain.page(methodology.of(edition, known))
        assert cli.main(["record"]) == cli.DONE
        printed = capsys.readouterr().out
    assert printed == plain.page(record.page(edition, known))
    assert "## Hoe goed werkt deze monitor?\n" + printed.partition("\n\n")[2].rstrip("\n") in whole


# What is simulated


def test_the_file_is_what_the_script_writes_and_the_account_and_the_page_show_it(shared: Shared) -> None:
    """All of it again: no number stands anywhere but in this file, and in what is made of it."""
    rows = pace_simulated.rows()
    file = ROOT / "data" / simulated.FILE
    assert file.read_text(encoding="utf-8") == pace_simulated.text(rows)
    assert pace_simulated.table(rows) in (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
    text = part(of_world(shared("empty")), "Klopt de berekening in")
    assert text.count("Gesimuleerd:") == 2
    shown_rows = [line.split(" | ")[1:] for line in text.splitlines() if line.count(" | ") == 4][1:]
    assert [[float(cell) for cell in row] for row in shown_rows] == [
        [round(share) for share in (*one.regions, *one.nation)] for one in simulated.ALL
    ]


def test_the_back_test_in_the_account_is_that_of_the_shipped_edition(shared: Shared) -> None:
    account = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
    with store_at(shared("shipped")):
        line = (editions.find(),)
    (started,), (durable,) = (backtest.of(line, measure) for measure in ("gestart", "duurzaam_geplaatst"))
    percents = " | ".join(f"{100 * share:.0f}" for share in started.coverage)
    sides = f"{100 * started.below:.0f} / {100 * started.above:.0f}"
    years = f"{started.years[0]}-{started.years[-1]}"
    assert f"| started | {started.number} ({years}) | {percents} | {sides} | {started.score:.0f} |" in account
    assert f"| durable | {durable.number} ({years}) | too few |" in account


def test_regions_are_covered_as_said_and_a_break_is_not() -> None:
    *usual, broken = simulated.ALL
    assert [one.is_break for one in simulated.ALL] == [False] * 4 + [True]
    assert all(93 <= one.regions[1] <= 97 for one in usual)
    assert broken.regions[1] < 93 and broken.nation[1] < 50


def test_a_sum_hides_nobody(several: tuple[Edition, ...]) -> None:
    """In each step the regions that are in it and those that are left out are all 35."""
    for stair in staircase.of(tuple(reversed(several)), "gestart"):
        for step in (stair.first, *stair.later):
            assert step.regions + sum(count for _, count in step.left) == len(CODES)
