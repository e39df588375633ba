"""Benefits of CBS through the door of the steward: a newer table replaces the older, and the map moves with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.view import choices
from sdw.edition import figures
from sdw.exchange.pool import readers
from sdw.production.importers.cbs import fetch
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.store import private
from sdw.reference import tables
from sdw.reference.areas import municipalities, regions
from tests.worlds import benefits
from tests.worlds.edition import store_at

AO = "ao_maand_per_1000_15_64"
FOUR = (*benefits.MONTHS, "2026MM04")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "store"
    with store_at(folder):
        assert import_file.import_file(tables.DATA / "reference" / "context.csv").ok
        yield folder


def told(path: Path) -> str:
    return "\n".join(import_file.import_file(path).lines)


@pytest.mark.parametrize("as_csv", [False, True])
def test_one_month_more_replaces_the_older_reports_revisions_and_moves_the_map(
    store: Path, tmp_path: Path, as_csv: bool
) -> None:
    first = benefits.write(tmp_path / "eerst", benefits.regional(provisional=("2026MM03",)), as_csv=as_csv)
    assert import_file.import_file(first).ok
    before = publish.publish("2026-een")
    page = menu.by_name("regiokaart")
    assert choices.choose(before, page, {"indicator": AO}).view.period == "2026-M03"

    revised = {("AM05", "2026MM02"): 7777, ("NL01", "2026MM02"): 8888}
    newer = benefits.write(
        tmp_path / "later",
        benefits.regional(FOUR, provisional=("2026MM03", "2026MM04"), changed=revised),
        as_csv=as_csv,
    )
    lines = told(newer)
    assert "Perioden: januari 2026 tot en met april 2026" in lines
    assert "Dit is een herziening van 2 cijfers, over februari 2026:" in lines
    assert "per maand, Twente, februari 2026: was 8.042, is nu 7.777." in lines
    assert "per maand, Nederland, februari 2026: was 8.002, is nu 8.888." in lines
    assert "AM04 (IJsselvechtstreek) is geen regio van nu" in lines

    after = publish.publish("2026-twee")
    chosen = choices.choose(after, page, {"indicator": AO}).view
    assert chosen.period == "2026-M04"
    shown = {one.region: one for one in figures.select(after, AO, period=chosen.period)}
    assert set(shown) == {"NL", *regions.CODES}
    inhabitants = {
        row["regio"]: float(row["waarde"])
        for row in tables.rows("reference/context.csv")
        if (row["jaar"], row["maat"]) == ("2024", "inwoners_15_64")
    }
    for place, code in enumerate(regions.CODES, start=1):
        assert shown[code].value == pytest.approx(1000 * (8004 + 10 * place) / inhabitants[code], rel=1e-12)
    assert shown["NL"].value == pytest.approx(1000 * 8004 / sum(inhabitants.values()), rel=1e-12)
    assert shown["NL"].coverage == "35/35"
    assert "80794ned, 30 juni 2026" in shown["AM05"].source and "CBS 85984NED, 2024" in shown["AM05"].source
    assert figures.one(after, AO, "AM05", "2026-M02").numerator == 7777
    assert figures.one(before, AO, "AM05", "2026-M02").numerator == 8042
    assert figures.one(before, AO, "AM05", "2026-M03").status == "voorlopig"


def test_an_edition_without_the_table_offers_no_month_on_the_map(store: Path) -> None:
    edition = publish.publish("2026-leeg")
    assert AO not in choices.indicators(edition)
    assert "ao_per_1000_15_64" in choices.indicators(edition)


def test_ww_by_month_is_read_at_the_total_of_all_people(store: Path, tmp_path: Path) -> None:
    assert import_file.import_file(benefits.write(tmp_path / "ww", benefits.unemployment())).ok
    edition = publish.publish("2026-ww")
    shown = figures.select(edition, "ww_maand_seizoen_per_1000_15_64", period="2026-M03")
    assert [one.numerator for one in shown if one.region == "AM05"] == [500]
    assert len(shown) == 36


def test_the_yearly_table_of_another_number_moves_the_rates_to_its_year(store: Path, tmp_path: Path) -> None:
    folder = benefits.write(tmp_path / "jaar", benefits.yearly())
    lines = told(folder)
    assert "CBS-tabel 86165NED" in lines and "herziening" not in lines
    edition = publish.publish("2026-jaar")
    rate = figures.one(edition, "ao_per_1000_15_64", "AM05", "2025")
    count = len(municipalities.of_region("AM05"))
    assert (rate.numerator, rate.denominator) == (50 * count, 600 * count)
    assert (
        choices.choose(edition, menu.by_name("regiokaart"), {"indicator": "ao_per_1000_15_64"}).view.period
        == "2025"
    )
    assert figures.one(edition, "ao_per_1000_15_64", "AM05", "2024").numerator != rate.numerator


def test_the_yearly_table_of_a_known_year_says_what_it_revises_and_undo_brings_it_back(
    store: Path, tmp_path: Path
) -> None:
    folder = benefits.write(tmp_path / "jaar", benefits.yearly("85984NED", 2024))
    receipt = import_file.import_file(folder)
    assert any("Bijstand, Twente, 2024: was " in line for line in receipt.report_csv().splitlines())
    assert receipt.accepted is not None and receipt.accepted.batch_id == 2
    with private.writer() as connection:
        private.undo(connection, 2)
    edition = publish.publish("2026-terug")
    assert figures.one(edition, "mensen_bijstand", "NL", "2024").value == 405_770


def test_the_national_months_are_published_as_benefits(store: Path) -> None:
    assert import_file.import_file(tables.DATA / "cbs" / "37789ksz.csv").ok
    edition = publish.publish("2026-land")
    april = figures.one(edition, "uitkeringen_wia", "NL", "2026-M04")
    assert (april.value, april.status) == (495_000, "voorlopig")
    assert figures.one(edition, "uitkeringen_bijstand", "NL", "1998-M01").value == 435_100
    assert len(figures.select(edition, "uitkeringen_ww")) == 340


def test_fetching_takes_these_tables_whole_and_nothing_else(tmp_path: Path) -> None:
    def downloads(found: benefits.Parts) -> object:
        def download(_: str, **facts: object) -> None:
            benefits.write(Path(str(facts["dir"])), found)

        return download

    for number, found in (("80794ned", benefits.regional()), ("86165NED", benefits.yearly())):
        table = fetch.fetch(number, tmp_path / number, readers().identify, download=downloads(found))  # type: ignore[arg-type]
        assert table.table == number
        assert (tmp_path / number / "TypedDataSet.json").is_file()
