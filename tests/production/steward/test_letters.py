"""A letter per region: its own counts, what is shown of them and why not, and nothing of any other region."""

from __future__ import annotations

import re
import stat
import zipfile
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.dissemination.blocks import plain
from sdw.dissemination.figures import corrections
from sdw.edition import editions, paths
from sdw.production.publishing import publish
from sdw.production.steward.deliverers import letter, letters, own
from sdw.production.store import backups, erasure, private
from sdw.reference.areas import regions
from tests.worlds import store
from tests.worlds.edition import store_at

REGIONS = ("AM01", "AM02", "AM03", "AM05", "AM06", "AM07")
PERIODS = ("2025-H1", "2025-H2")


def delivered(region: str, more: int = 0) -> list[store.Observation]:
    """Counts that no other region has: one has small ones, and one placed nobody."""
    mark = 1000 * (11 + REGIONS.index(region))
    rows = []
    for at, period in enumerate(PERIODS):
        begin, started = mark + 101 + at, mark + 211 + at + more
        if region == "AM05":
            started = 7
        durable = 0 if region == "AM06" else 31 + REGIONS.index(region)
        rows += store.ledger(region, period, begin, started, mark // 7, durable)
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions: then the second region delivers other numbers, and the third nothing new."""
    folder = tmp_path_factory.mktemp("letters") / "store"
    with store_at(folder):
        for region in REGIONS:
            store.deliver(delivered(region), name=f"{region}.csv")
        publish.publish("2026-voorjaar")
        store.deliver(delivered("AM02", more=5), name="AM02-opnieuw.csv")
        publish.publish("2026-najaar")
    return folder


def text_of(region: str, about: str = "") -> str:
    edition = editions.find("2026-najaar")
    with private.reader() as connection:
        mine = own.of(connection, edition, about or region)
    return plain.page(letter.page(mine, edition, corrections.previous(edition)))


def marks(region: str) -> set[str]:
    """Every delivered count of a region of 1,000 or more, as a letter writes it."""
    return {
        f"{row['value']:,.0f}".replace(",", ".")
        for row in delivered(region, 5 * (region == "AM02"))
        if row["value"] >= 1000
    }


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d{1,3}(?:\.\d{3})+", text))


@pytest.mark.parametrize("region", REGIONS)
def test_a_letter_holds_the_counts_of_its_region_and_of_no_other(folder: Path, region: str) -> None:
    with store_at(folder):
        found = numbers(text_of(region))
        others = set().union(*(marks(one) for one in REGIONS if one != region))
        assert found & marks(region), "its own are there"
        assert not found & (others - marks(region))


def test_the_check_above_sees_a_count_of_another_region(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: the store hands out the cells of another region."""
    run = own.sql.run

    def other(connection: object, name: str, **values: object) -> object:
        return run(connection, name, **(values | {"region": "AM01"} if name == "region_cells" else values))

    with store_at(folder):
        monkeypatch.setattr(own.sql, "run", other)
        assert numbers(text_of("AM02")) & marks("AM01")


def test_it_says_what_is_withheld_and_why(folder: Path) -> None:
    with store_at(folder):
        small = text_of("AM05")
        assert re.search(
            r"Gestarte trajecten \| 1e halfjaar 2025 \| 7 \| afgeschermd \| klein aantal: 1 tot en met 9", small
        )
        every = "".join(map(text_of, REGIONS))
        assert "anders is een klein aantal uit te rekenen" in every
        assert re.search(r"Afgeschermd zijn \d+ van de \d+ aantallen van uw regio", small)
        assert "deze 0 zou laten zien" in text_of("AM06")


def test_it_says_what_changed_and_what_comes_next(folder: Path) -> None:
    with store_at(folder):
        assert "12.216" in text_of("AM02") and "Is nu" in text_of("AM02")
        assert "Geen enkel openbaar cijfer van uw regio is anders dan in uitgave 2026-voorjaar." in text_of("AM07")
        assert "nog niet ingesteld" in text_of("AM07")


def test_the_letters_are_files_for_their_owner_alone_and_in_no_edition_or_backup(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with store_at(folder):
        assert command_line.main(["letters", "--edition", "2026-najaar"]) == 0
        made = sorted(paths.letters_folder().rglob("*.*"))
        names = {path.name for path in made if path.is_file()}
        assert names == {f"{name}.{form}" for name in (*regions.CODES, "te-laat") for form in ("txt", "html")}
        assert all(stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600) for path in made)
        assert not any(path.is_relative_to(paths.editions_folder()) for path in made)
        page = (paths.letters_folder() / "2026-najaar" / "AM05.html").read_text(encoding="utf-8")
        assert (
            "klein aantal: 1 tot en met 9" in page
            and "<script" not in page
            and "http" not in page.split("</style>")[1]
        )
        with zipfile.ZipFile(backups.backup()) as zipped:
            assert not any("letters" in name for name in zipped.namelist())
        assert "brieven gemaakt" in capsys.readouterr().err


def test_who_is_late_is_said_without_a_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with store_at(folder):
        assert command_line.main(["letters", "--late"]) == 0
        told = capsys.readouterr().out
    assert numbers(told) == set()
    assert regions.by_code("AM08").name in told and "nog nooit geleverd" in told


@pytest.mark.parametrize("place", ["editions", "editions/brieven"])
def test_a_folder_for_visitors_is_refused(folder: Path, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with store_at(folder):
        assert command_line.main(["letters", "--output", str(folder / place)]) == 1
        assert "voor bezoekers" in capsys.readouterr().err
        assert list((folder / "editions").glob("*.html")) == []


def test_a_deployment_for_visitors_makes_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store_at(folder):
        monkeypatch.setenv("SDW_PUBLIC", "1")
        assert command_line.main(["letters"]) == 1


def test_erasing_takes_the_letters_away(tmp_path: Path) -> None:
    with store_at(tmp_path / "store"):
        for region in REGIONS:
            store.deliver(delivered(region), name=f"{region}.csv")
        publish.publish("2026-voorjaar")
        assert command_line.main(["letters", "--region", "AM05"]) == 0
        private.erase(erasure.Task((4,), "stuurgroep"))
        assert not paths.letters_folder().exists()
        assert letters.run.__doc__
        with private.reader() as connection:
            mine = own.of(connection, editions.find(), "AM05")
        told = plain.page(letter.page(mine, editions.find(), None))
        assert "later gewist" in told
