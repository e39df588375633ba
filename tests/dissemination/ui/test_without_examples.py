"""The monitor without anything invented: every page is whole, and nothing says that it is an example."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import delivery_sheet
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.production.steward import start
from sdw.reference.status import Status
from tests.worlds import edition as world
from tests.worlds.pages import opened, words
from tests.worlds.reading import tables
from tests.worlds.shared import Shared

NAMES = [page.name for page in menu.ALL]
#: The covenant speaks of good examples of cooperation in a sentence of its own.
EXAMPLE = re.compile(r"(?<!bij)(?<!\(samenwerkings-\))voorbeeld", re.IGNORECASE)
REGION = {"regio": "AM05"}


@pytest.fixture(scope="module")
def store(shared: Shared) -> Path:
    return shared("real")


@pytest.fixture
def real(store: Path) -> Iterator[Edition]:
    with world.store_at(store):
        yield editions.find()


def said(name: str, **view: str) -> str:
    return words(opened(name, **view))


@pytest.mark.parametrize("name", NAMES)
def test_no_page_says_that_anything_is_an_example(real: Edition, name: str) -> None:
    for view in ({}, REGION):
        assert not EXAMPLE.findall(said(name, **view)), view


@pytest.mark.parametrize("name", NAMES)
def test_no_table_is_without_rows_and_no_part_without_words(real: Edition, name: str) -> None:
    for view in ({}, REGION):
        shown = said(name, **view)
        assert all(len(one.rows) > 1 for one in tables(shown)), view
        headings = list(re.finditer(r"<h([234])[^>]*>(.*?)</h\1>", shown))
        for one, after in pairwise(headings):
            between = re.sub(r"<[^>]+>|\s", "", shown[one.end() : after.start()])
            assert between or after[1] > one[1], f"nothing under {one[2]}"


#: Shows where a region lies, without a figure.
PLACE = "regio-ligging"


@pytest.mark.parametrize("name", [name for name in registry.ALL if name != PLACE])
def test_a_drawing_shows_something_real_or_is_not_there(real: Edition, name: str) -> None:
    drawing = registry.ALL[name]
    view = choose(real, menu.by_name(drawing.page), REGION if "regio" in drawing.uses else {}).view
    for scene in (drawing.scene(view), drawing.narrow(view) if drawing.narrow else None):
        if scene is not None:
            assert any(one.status is Status.VALUE or one.status is Status.PROVISIONAL for one in scene.facts)
            assert not EXAMPLE.findall(str(svg(scene)) + picture.words(scene))


def test_the_map_opens_on_people_and_not_on_nothing(real: Edition) -> None:
    shown = said("regiokaart")
    assert "Mensen met een arbeidsongeschiktheidsuitkering per 1.000" in shown
    assert "Cijfers over trajecten zijn er nog niet" in shown
    above, heading, below = shown.partition("Behoefte en bereik</h2>")
    assert above.count("Bron: CBS 85984NED") == 1
    assert heading and "Nog geen enkele regio heeft trajecten van een heel jaar aangeleverd" in below
    assert "Bron: CBS 85984NED, 2024." in below
    assert "kaart-klein.svg" not in below  # the map above shows it already
    assert "bereik.svg" not in below
    assert "kaart-klein.svg" in said("regiokaart", indicator="inwoners")


def test_the_first_page_shows_who_could_be_meant_and_what_others_found(real: Edition) -> None:
    shown = said("overzicht")
    for told in ("785.530", "405.770", "Bron: CBS 85984NED, 2024", "6.778 trajecten", "nog geen enkele regio"):
        assert told in shown.replace("&shy;", ""), told
    assert "Er zijn nog geen cijfers over trajecten" in said("doelen")
    assert "Van Twente zijn er nog geen cijfers over trajecten" in said("regio", **REGION)


def test_absence_and_the_evidence_on_ips_are_whole(real: Edition, shared: Shared) -> None:
    def parts(shown: str) -> list[str]:
        return re.findall(r"<h[234][^>]*>(.*?)</h[234]>", shown)

    absence = parts(said("verzuim"))
    research = said("ips").partition("2. Wat de regio's leveren</h2>")[0]
    with world.store_at(shared("shipped")):
        assert parts(said("verzuim")) == absence
        assert parts(said("ips").partition("2. Wat de regio's leveren</h2>")[0]) == parts(research)


def _members(content: bytes) -> Iterator[bytes]:
    """The content itself; of a workbook, each file in it."""
    if not content.startswith(b"PK"):
        yield content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        yield from map(book.read, book.namelist())


def test_no_download_says_that_anything_is_an_example(real: Edition) -> None:
    files = [*whole.files(real), ("invulblad", delivery_sheet.template())]
    assert len(files) > 30
    for name, content in files:
        assert not EXAMPLE.findall(name)
        assert not any(EXAMPLE.findall(one.decode("utf-8", "replace")) for one in _members(content)), name
    assert not EXAMPLE.findall(whole.zip_name(real))


def test_examples_can_be_switched_off_later(shared: Shared, tmp_path: Path) -> None:
    with world.store_at(shared.copy("examples", tmp_path)):
        assert editions.find().has_examples
        label = start.leave_out_examples()
        assert editions.find().label == label
        assert not editions.find().has_examples
        assert not figures.period_codes(editions.find(), "gestart", regional=False)
        assert start.leave_out_examples() == ""


def test_regions_that_are_alike_are_compared_in_need(real: Edition) -> None:
    shown = said("regio", **REGION)
    [found] = [one for one in tables(shown) if "ranglijst" in one.caption and one.rows[0][1] == "inwoners"]
    assert len(found.rows) == 7 and found.rows[0][1:] == [
        "inwoners",
        "arbeidsongeschikt per 1.000",
        "bijstand per 1.000",
    ]
    assert found.by_name()["Twente"] == ["640.806", "82,7", "37,2"]
