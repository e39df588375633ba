"""What has a state comes in as any delivery: closed lists, days and links, refused with sheet, row and column."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from sdw.dissemination.exports import delivery_sheet
from sdw.production.importers.engine import engine
from sdw.production.importers.engine.file_result import CheckedFile
from sdw.reference.areas import regions
from sdw.reference.datasets import catalogue, states
from sdw.reference.datasets.declaration import Dataset
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import covenant
from tests.worlds.importers import check, texts

BORGING = "regio;datum;onderdeel;stand;bewijs;hoe_bekend;bron;link"
PRIORITIES = "convenant;speerpunt;datum;stand;aantal;eenheid;hoe_bekend"
DECISIONS = "vergadering;nummer;besluit;eigenaar;uiterlijk;datum;stand;hoe_bekend"
GOOD = "Twente;2026-10-01;werkcentrum;loopt;;zelf gemeld;;"


def read(checked: CheckedFile) -> tuple[State, ...]:
    assert checked.ok and checked.states is not None, texts(checked)
    return checked.states.states


def test_a_file_is_recognised_and_read_by_code_and_by_name() -> None:
    checked = check(GOOD, "AM05;1-10-2026;MGN;in voorbereiding;;zelf_gemeld;;", header=BORGING)
    assert checked.dataset is states.BORGING and not checked.problems
    assert [(one.region, one.element, one.state, one.day) for one in read(checked)] == [
        ("AM05", "werkcentrum", "loopt", dt.date(2026, 10, 1)),
        ("AM05", "mgn", "in_voorbereiding", dt.date(2026, 10, 1)),
    ]
    assert list(map(str, checked.receipt())) == ["Twente (AM05): 2 standen gelezen."]


def test_of_a_gemeente_its_region_and_name_of_that_day_are_kept() -> None:
    (one,) = read(check("GM0153;2026-09-01;structureel;zelf gemeld", header="gemeente;datum;ips;hoe_bekend"))
    assert (one.municipality, one.place, one.region, one.state) == ("GM0153", "Enschede", "AM05", "structureel")


def test_a_decision_has_its_meeting_owner_and_last_day() -> None:
    checked = check("2026-04-15;2;Elke regio levert.;UWV;2026-12-31;2026-10-01;loopt;zelf gemeld", header=DECISIONS)
    (one,) = read(checked)
    assert checked.dataset is states.BESLUITEN
    assert (one.meeting, one.number, one.owner, one.due) == (dt.date(2026, 4, 15), 2, "UWV", dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("row", "said", "column"),
    [
        ("Twente;2026-10-01;werkcentrum;bijna klaar;;zelf gemeld;;", "Kies uit niet begonnen", "stand"),
        ("Twente;2026-10-01;kantine;loopt;;zelf gemeld;;", "Kies uit Werkcentrum", "onderdeel"),
        ("Twenthe-Oost;2026-10-01;mgn;loopt;;zelf gemeld;;", "", "regio"),
        ("Twente;oktober;mgn;loopt;;zelf gemeld;;", "Dit is geen dag", "datum"),
        ("Twente;2026-02-30;mgn;loopt;;zelf gemeld;;", "Dit is geen dag", "datum"),
        ("Twente;2999-01-01;mgn;loopt;;zelf gemeld;;", "moet nog komen", "datum"),
        ("Twente;2004-01-01;mgn;loopt;;zelf gemeld;;", "begon de samenwerking", "datum"),
        ("Twente;;mgn;loopt;;zelf gemeld;;", "is hier leeg", "datum"),
        ("Twente;2026-10-01;mgn;loopt;;;;", "is hier leeg", "hoe_bekend"),
        ("Twente;2026-10-01;mgn;loopt;;nagegaan;;", "Vul dan de bron of de link in", "bron"),
        ("Twente;2026-10-01;mgn;loopt;;zelf gemeld;;http://voorbeeld.nl", "https://", "link"),
        ("Twente;2026-10-01;mgn;loopt;;zelf gemeld;;https://voorbeeld.nl/?m=a@b.nl", "https://", "link"),
        (f"Twente;2026-10-01;mgn;loopt;{'lang ' * 130};zelf gemeld;;", "langer dan 600", "bewijs"),
        ("Twente;1-10-2026;werkcentrum;geborgd;;zelf gemeld;;", "twee keer in", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_place(row: str, said: str, column: str) -> None:
    checked = check(GOOD, row, header=BORGING)
    (error,) = checked.errors
    assert said in error.text and (error.row, error.column) == (3, column)
    assert checked.states is None, "all or nothing"


def test_all_that_is_wrong_is_told_at_once() -> None:
    checked = check("Twente;gisteren;kantine;klaar;;zelf;;ftp://x", header=BORGING)
    assert [one.column for one in checked.errors] == ["datum", "onderdeel", "stand", "hoe_bekend", "link"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2024-2026;8;2026-10-01;loopt;;;zelf gemeld", "het convenant 2024-2026 heeft er 7"),
        ("2021-2024;7;2026-10-01;loopt;;;zelf gemeld", "het convenant 2021-2024 heeft er 6"),
        ("2024-2026;1;2026-10-01;loopt;12;;zelf gemeld", "geen eenheid"),
        ("2024-2026;1;2026-10-01;loopt;;bijeenkomsten;zelf gemeld", "zonder getal"),
        ("2024-2026;1;2026-10-01;loopt;12;mensen;zelf gemeld", "lijst bij eenheid"),
        ("2024-2026;1;2026-10-01;loopt;1.200;euro;zelf gemeld", "zonder punt bij duizendtallen"),
    ],
)
def test_an_amount_has_a_unit_and_never_counts_people(row: str, said: str) -> None:
    assert [said in text for text in texts(check(row, header=PRIORITIES))] == [True]


def test_a_decision_is_not_older_than_its_meeting() -> None:
    row = "2026-04-15;1;Elke regio levert.;UWV;2026-01-01;2026-04-01;loopt;zelf gemeld"
    assert [one.column for one in check(row, header=DECISIONS).errors] == ["datum", "uiterlijk"]


PERSONS = ("mevrouw De Vries belt", "mail jan@voorbeeld.nl", "BSN 111222333", "J. de Vries", "cliënt 12345")


@pytest.mark.parametrize("text", PERSONS)
def test_a_text_about_a_person_refuses_the_file_and_is_not_repeated(text: str) -> None:
    checked = check(GOOD.replace("loopt;;", f"loopt;{text};"), header=BORGING)
    assert [(one.row, one.column) for one in checked.errors] == [(2, "bewijs"), (0, "")]
    assert text not in checked.report.to_csv() and checked.states is None


def test_what_may_be_a_name_must_be_accepted() -> None:
    checked = check(GOOD.replace("loopt;;", "loopt;Stichting Goudenregen Zilverberg helpt mee;"), header=BORGING)
    assert checked.ok and [one.column for one in checked.to_accept] == ["bewijs"]


def test_a_column_of_persons_beside_it_refuses_the_file() -> None:
    checked = check(f"{GOOD};jan@voorbeeld.nl", header=f"{BORGING};mail")
    assert checked.persons and not checked.ok


@pytest.mark.parametrize("dataset", states.ALL, ids=lambda one: one.id)
@pytest.mark.parametrize("region", [None, "AM05"])
def test_the_sheet_is_known_again_and_empty_it_is_no_delivery(dataset: Dataset, region: str | None) -> None:
    place = regions.by_code(region) if region else None
    checked = engine.read(delivery_sheet.template(place, dataset=dataset.id), "blad.xlsx")
    assert checked.dataset is dataset and not checked.persons
    (error,) = checked.errors
    assert "ngevuld" in error.text or "alleen kolomnamen" in error.text


def _filled(rows: int) -> bytes:
    """The sheet of a region with so many of its rows filled in, saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(delivery_sheet.template(regions.by_code("AM05"), dataset="borging")))
    sheet = book.worksheets[0]
    for row in range(2, 2 + rows):
        for column, cell in ((2, dt.date(2026, 10, 1)), (4, "in voorbereiding"), (7, "zelf gemeld")):
            sheet.cell(row, column).value = cell
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_rows_of_a_sheet_without_an_answer_do_not_count() -> None:
    found = read(engine.read(_filled(3), "blad.xlsx"))
    assert [one.element for one in found] == [one.code for one in states.ELEMENTS[:3]]


def test_a_sheet_names_its_sheet_row_and_column() -> None:
    book = openpyxl.load_workbook(io.BytesIO(_filled(2)))
    book.worksheets[0].cell(3, 4).value = "bijna"
    saved = io.BytesIO()
    book.save(saved)
    (error,) = engine.read(saved.getvalue(), "blad.xlsx").errors
    assert str(error).startswith("Blad Borging, rij 3, kolom stand (D): Dit kennen we niet.")


def test_the_sheet_has_a_list_on_every_closed_column_and_every_element_ready() -> None:
    book = openpyxl.load_workbook(io.BytesIO(delivery_sheet.template(regions.by_code("AM05"), dataset="borging")))
    sheet = book.worksheets[0]
    rules = {str(one.sqref).split("2")[0]: one.type for one in sheet.data_validations.dataValidation}
    assert rules == {"A": "list", "B": "date", "C": "list", "D": "list", "F": "list", "G": "list"}
    assert [sheet.cell(row, 3).value for row in range(2, 9)] == [one.label for one in states.ELEMENTS]


def test_a_priority_may_be_of_any_version_of_the_covenant() -> None:
    field = states.SPEERPUNTEN.fields[0]
    assert [choice.code for choice in field.choices] == [one.version for one in covenant.ALL]


def test_a_file_of_counts_is_never_read_as_states() -> None:
    checked = check("Twente;2026-H1;ips;uwv;1;2;3;0;0")
    assert checked.dataset is catalogue.TRAJECTEN and checked.states is None
