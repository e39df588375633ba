"""What a reader takes along of a drawing: a page about it and its figures, the same as on the screen."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape

import openpyxl
import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import screen
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition
from tests.dissemination.ui.test_drawn import OF_REGIONS
from tests.worlds.drawn_figures import chance
from tests.worlds.edition import store_at
from tests.worlds.rooms import got
from tests.worlds.shared import Shared

#: Drawings of which a figure is written with its interval, or of which one is a mean that we make ourselves.
WRITTEN_OTHERWISE = {"ips-maanden", "ips-trechter", "ips-trechter-gekrompen", "ips-gelijk", "verzuim-reeks"}
WITH_FIGURES = [name for name, drawing in registry.ALL.items() if drawing.shown is not None]
RESEARCH = {"ips-band", "ips-verschillen", "ips-verhoudingen", "ips-percentages", "ips-scenario"}
#: Where a region lies: no figure.
PLACES = {"regio-ligging"}
#: What has a state and no figure; its files are held against it in test_standing_page.
STATES = {name for name, drawing in registry.ALL.items() if drawing.states is not None}


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


def opened(edition: Edition, name: str) -> View:
    """The view on which a drawing is taken along here."""
    drawing = registry.ALL[name]
    wanted = {"regio": "AM05"} if "regio" in drawing.uses else {}
    return choose(edition, menu.by_name(drawing.page), wanted).view


def test_every_drawing_of_published_figures_gives_them() -> None:
    assert registry.ALL.keys() - set(WITH_FIGURES) == RESEARCH | PLACES | STATES


@pytest.mark.parametrize("name", registry.ALL)
def test_every_link_beside_a_drawing_leads_to_what_it_says(edition: Edition, name: str) -> None:
    take = taking.take(name, opened(edition, name))
    on_screen = unescape(screen.element(take))
    for words, address in take.links:
        assert f'<a href="{address}">{words}</a>' in on_screen
        status, headers, body = got(address)
        assert (status, bool(body)) == (200, True), address
        assert ("attachment" in headers.get("content-disposition", "")) == words.startswith(("PNG", "CSV", "Excel"))


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_the_files_hold_the_figures_of_the_drawing_and_no_others(edition: Edition, name: str) -> None:
    view = opened(edition, name)
    shown = taking.shown(name, view)
    scene = registry.ALL[name].scene(view)
    assert shown and scene
    if name not in WRITTEN_OTHERWISE:
        told = {chance(one)[0] if one.indicator.startswith("kans_") else wording.shown(one) for one in shown}
        assert {fact.value for fact in scene.facts} <= told
    _, headers, body = got(registry.address(name, view, ".csv"))
    lines = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [line["Waarde"] for line in lines] == [_written(figure.value) for figure in shown]
    assert {line["Uitgave"] for line in lines} == {edition.label}
    assert all(line["Bron"] and line["Status"] and line["Herkomst"] for line in lines)
    assert ("voorbeeld" in headers["content-disposition"]) == (name in OF_REGIONS)
    book = openpyxl.load_workbook(io.BytesIO(got(registry.address(name, view, ".xlsx"))[2]))
    assert book.worksheets[0].max_row == len(shown) + 1


def _written(value: float | None) -> str:
    if value is None:
        return ""
    return repr(int(value) if value == int(value) else value).replace(".", ",")


@pytest.mark.parametrize("name", registry.ALL)
def test_the_page_about_a_drawing_says_all_by_itself(edition: Edition, name: str) -> None:
    view = opened(edition, name)
    scene = registry.ALL[name].scene(view)
    assert scene
    status, headers, body = got(registry.address(name, view, ""))
    told = body.decode()
    read = unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", told.split("</style>")[1].split("<script>")[0])))
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    for words in (scene.title, scene.subtitle, scene.description, f"Uitgave {edition.label}"):
        assert " ".join(words.split()) in read, words
    assert all(fact.label in read and fact.value in read for fact in scene.facts)
    invented = [one.is_invented for one in taking.shown(name, view)]
    invented += [one.is_example for one in taking.stated(name, view)]
    assert ('data-testid="voorbeeld-banner"' in told) == any(invented)


def test_the_newest_edition_has_an_address_that_stays_the_same(edition: Edition) -> None:
    assert got("f/laatste/doelen.csv")[2] == got(f"f/{edition.label}/doelen.csv")[2]
    assert got("f/laatste/doelen.svg?v=12345678")[1]["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("naast", "status"),
    [
        ("AM01,AM02,AM03,AM06,AM07", 200),
        ("AM01,AM01", 404),
        ("AM01,AM05", 404),
        ("AM01,AM02,AM03,AM06,AM07,AM08", 404),
    ],
)
def test_an_address_names_no_regions_that_a_page_does_not_let_one_choose(
    edition: Edition, naast: str, status: int
) -> None:
    assert got(f"f/{edition.label}/regios-ernaast.csv?regio=AM05&naast={naast}")[0] == status
