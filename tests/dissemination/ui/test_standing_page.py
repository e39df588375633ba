"""Borging en speerpunten: whole and honest with examples, without them, and in an edition that says nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from sdw.dissemination.blocks import plain, taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports.standing import files
from sdw.dissemination.figures.standing import current
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.standing import page
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.reference.documents import covenant
from tests.worlds.edition import store_at
from tests.worlds.rooms import got
from tests.worlds.shared import Shared
from tests.worlds.states import borging, deliver
from tests.worlds.store import deliver as deliver_counts
from tests.worlds.store import ledger

TODAY = dt.date(2026, 11, 28)
DRAWINGS = ("borging-matrix", "borging-kaart", "ips-gemeenten")


def told(edition: Edition, today: dt.date = TODAY) -> str:
    with store_at(edition.path.parents[1]):
        return plain.page(page.page(view(edition), today))


def asked(edition: Edition, address: str) -> tuple[int, dict[str, str], bytes]:
    with store_at(edition.path.parents[1]):
        return got(f"f/{edition.label}/{address}")


def view(edition: Edition) -> View:
    return choose(edition, menu.by_name("borging"), {}).view


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """An edition in which nothing has a state."""
    with store_at(tmp_path_factory.mktemp("silent")):
        deliver_counts(ledger("AM05", "2026-H1", 10, 20, 5))
        yield publish.publish("2026-stil")


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """An edition with one before it, between which one element of one region moved."""
    folder: Path = tmp_path_factory.mktemp("moved")
    with store_at(folder):
        deliver(
            borging("AM05", "mgn", "loopt", dt.date(2026, 4, 1)),
            borging("AM01", "mgn", "loopt", dt.date(2026, 4, 1)),
        )
        publish.publish("2026-een")
        deliver(borging("AM05", "mgn", "geborgd", dt.date(2026, 10, 1)))
        yield publish.publish("2026-twee")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2026, 11, 28), "nog 33 dagen"),
        (dt.date(2026, 12, 30), "nog 1 dag"),
        (dt.date(2026, 12, 31), "31 december 2026"),
        (dt.date(2027, 2, 1), "31 december 2026"),
    ],
)
def test_the_countdown_is_of_the_day_that_is_given(shipped: Edition, day: dt.date, words: str) -> None:
    assert words in told(shipped, day).split("## ")[0]


def test_every_priority_is_a_card_in_the_words_of_the_covenant(shipped: Edition) -> None:
    text = told(shipped)
    for one in covenant.CURRENT.priorities:
        card = text.split(f"### {one.number}. {one.title}\n")[1].split("\n### ")[0]
        assert f"> {one.text} (convenant 2024-2026, speerpunt {one.number})" in card
        assert one.more in card
        for line in ("Stand: ", "Waaraan u dat ziet: ", "Getal: ", "Eigenaar: ", "In 2021-2024: "):
            assert f"\n{line}" in card, (one.number, line)


def test_priorities_go_on_with_those_of_before_and_one_is_new(shipped: Edition) -> None:
    text = told(shipped)
    assert text.count("In 2021-2024: speerpunt ") == len(covenant.PREVIOUS.priorities)
    assert text.count("In 2021-2024: nieuw: geen eigen speerpunt") == 1
    assert sorted(one.earlier for one in covenant.CURRENT.priorities) == [0, 1, 2, 3, 4, 5, 6]


def test_what_is_invented_says_so_and_what_is_real_has_its_mark(shipped: Edition) -> None:
    scene = registry.ALL["borging-matrix"].scene(view(shipped))
    assert scene and "Voorbeeld: verzonnen, behalve waar ‡ bij staat" in scene.subtitle
    real = {fact.label for fact in scene.facts if fact.value.endswith("‡")}
    known = {
        (one.region, one.element) for one in current.of(shipped, states.BORGING.id) if one.origin == "openbaar"
    }
    assert len(real) == len(known) == 14
    assert "Groningen, Werkcentrum" in real
    on_map = registry.find("borging-kaart", (("onderdeel", "mgn"),)).scene(view(shipped))
    assert on_map and "behalve FoodValley, Groningen" in on_map.subtitle


def test_the_matrix_has_every_place_and_says_unknown_where_nobody_said(shipped: Edition, moved: Edition) -> None:
    for edition in (shipped, moved):
        scene = registry.ALL["borging-matrix"].scene(view(edition))
        assert scene and len(scene.facts) == len(regions.CODES) * len(states.ELEMENTS)
    assert sum(fact.value == "onbekend: niets geleverd" for fact in scene.facts) == 245 - 2
    assert "‡" not in " ".join(fact.value for fact in scene.facts), "without examples nothing needs a mark"


def test_an_edition_without_states_says_that_all_is_unknown(silent: Edition) -> None:
    text = told(silent)
    assert "Over borging staat in deze uitgave nog niets: alles is onbekend." in text
    assert text.count("Stand: onbekend: hierover is niets geleverd") == 7
    assert "van alle regio's en onderdelen is het onbekend" in text
    assert "Van alle 342 gemeenten is onbekend" in text
    assert "wat er loopt, is onbekend" in text
    assert [registry.ALL[name].scene(view(silent)) for name in DRAWINGS] == [None] * 3


def test_what_moved_since_the_edition_before_is_told_with_both_states(moved: Edition) -> None:
    text = told(moved)
    assert "Sinds uitgave 2026-een: 1 × vooruit, 0 × terug, en 0 × is de stand nu pas bekend, of niet meer." in text
    assert "Twente | Mentaal gezondheidsnetwerk (MGN) | loopt | geborgd" in text
    assert "voorbeeld" not in text.split("### Wat bewoog")[1].split("## ")[0]
    with store_at(moved.path.parents[1]):
        first = editions.find("2026-een")
    assert "Hiervoor is nog geen uitgave met standen." in told(first)


def test_what_moved_among_examples_says_that_it_is_invented(shipped: Edition) -> None:
    part = told(shipped).split("### Wat bewoog")[1].split("## ")[0]
    assert "Sinds uitgave 2026-voorjaar: " in part and part.count("voorbeeld") >= 2
    assert re.search(r"[1-9]\d* × vooruit, [1-9]\d* × terug", part)


def test_where_article_seven_stands_is_not_made_up(shipped: Edition) -> None:
    text = told(shipped)
    assert "Halverwege de looptijd: onbekend." in text
    assert "Aan het eind van de looptijd: nog niet aan de orde." in text
    assert "Aan het eind van de looptijd: onbekend." in told(shipped, dt.date(2027, 1, 1))


def test_the_timeline_has_every_moment_with_its_sentence(shipped: Edition) -> None:
    text = told(shipped).split("## Het convenant van 2012")[1]
    for one in covenant.TIMELINE:
        assert f"| {one.what} | “{one.quote}” (" in text
    came, went = text.split("Wel in 2021-2024")[0], text.split("Wel in 2021-2024")[1].split("Dat hebben wij")[0]
    assert "Verbond van Verzekeraars" in came and "NVvA" in came
    assert all(name in went for name in ("Samen Sterk zonder Stigma", "Mensen met Mogelijkheden", "ZN"))


@pytest.mark.parametrize("name", [*DRAWINGS, "speerpunten", "activiteiten"])
def test_the_files_hold_the_states_that_are_shown(shipped: Edition, name: str) -> None:
    found = taking.stated(name, view(shipped))
    status, headers, body = asked(shipped, f"{name}.csv")
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert status == 200 and len(rows) == len(found) > 0
    assert {row["Uitgave"] for row in rows} == {shipped.label}
    assert [row["Datum"] for row in rows] == [one.day.isoformat() for one in found]
    assert {row["Herkomst"] for row in rows} <= {"voorbeeld (verzonnen)", "openbare bron"}
    assert "voorbeeld" in headers["content-disposition"]
    book = openpyxl.load_workbook(io.BytesIO(asked(shipped, f"{name}.xlsx")[2]))
    assert book.worksheets[0].max_row == len(found) + 1


def test_a_map_of_each_element_has_an_address_and_no_other(shipped: Edition) -> None:
    seen = set()
    for element in states.ELEMENTS:
        chosen = "" if element is states.ELEMENTS[0] else f"?onderdeel={element.code}"
        status, _, body = asked(shipped, f"borging-kaart.svg{chosen}")
        assert status == 200 and element.label in body.decode()
        seen.add(body)
    assert len(seen) == len(states.ELEMENTS)
    assert asked(shipped, "borging-kaart.svg?onderdeel=kantine")[0] == 404


def test_the_page_about_the_matrix_says_that_it_is_invented(shipped: Edition) -> None:
    body = asked(shipped, "borging-matrix")[2].decode()
    assert 'data-testid="voorbeeld-banner"' in body and "De standen in deze tekening" in body


def test_of_a_concept_every_line_of_a_file_says_so(shipped: Edition) -> None:
    found = taking.stated("borging-matrix", view(shipped))
    text = io.StringIO(files.csv_of(shipped, found, "Concept voor de stuurgroep").decode("utf-8-sig"), newline="")
    rows = list(csv.DictReader(text, delimiter=";"))
    assert rows and {row["Concept"] for row in rows} == {"Concept voor de stuurgroep"}
    book = openpyxl.load_workbook(io.BytesIO(files.workbook_of(shipped, found, "Concept voor de stuurgroep")))
    assert "Concept" in [cell.value for cell in book.worksheets[0][1]]
