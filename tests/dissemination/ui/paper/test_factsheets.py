"""The factsheet of every region: its own figures and nothing else, on one page that a screen reader can follow."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest

from sdw.dissemination.exports.paper import sheet
from sdw.dissemination.exports.paper.sheet import Chapter, Sheet
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.paper import documents, factsheet
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from tests.worlds import paper
from tests.worlds.edition import store_at
from tests.worlds.paper import Document
from tests.worlds.shared import Shared


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


@cache
def made(edition: Edition, code: str) -> tuple[View, Sheet, tuple[Chapter, ...], Document]:
    view = choose(edition, menu.by_name("regio"), {"regio": code}).view
    about, chapters = factsheet.of(view)
    return view, about, chapters, Document(documents.of(view, "regio").data)


@pytest.mark.parametrize("code", regions.CODES)
def test_it_says_what_the_blocks_say_and_no_other_number(edition: Edition, code: str) -> None:
    view, about, chapters, document = made(edition, code)
    parts = chapters[0].parts
    told = paper.numbers(paper.told(parts))
    assert told - paper.numbers(f"{document.text} {document.alternatives}") == set()
    around = f"{about.title} {about.about} {about.sources} {about.licences} {about.code} {about.example} 1 van 1"
    frame = f"{edition.label} {sheet.day(edition.published_at.date())} {around}"
    assert paper.numbers(document.text) - told - paper.numbers(f"{frame} {paper.drawn(parts)}") == set()
    for one in factsheet.figures(view):
        if one.region == code and one.value is not None and not one.indicator.startswith("kans_"):
            assert wording.shown(one).rstrip("*") in document.text, one


@pytest.mark.parametrize("code", regions.CODES)
def test_it_is_one_page_with_every_tag_and_no_other_region(edition: Edition, code: str) -> None:
    _, about, _, document = made(edition, code)
    assert len(document.pages) == 1
    assert paper.faults(document) == []
    others = [name for name in map(regions.name_of, regions.CODES) if name not in about.title]
    assert [name for name in others if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", document.text)] == []


def test_it_says_edition_state_date_source_licence_code_and_that_it_is_invented(edition: Edition) -> None:
    _, about, _, document = made(edition, "AM05")
    for words in (about.sources, about.licences, about.code, about.example, edition.label, "openbaar"):
        assert words
        assert paper.flat(words) in document.text
    assert "AM05" in about.code


def test_the_place_of_the_region_is_drawn_and_told(edition: Edition) -> None:
    _, _, _, document = made(edition, "AM24")
    assert "Ligging van Zeeland" in document.alternatives


def test_all_of_them_are_one_zip_with_the_same_bytes_each_time(edition: Edition) -> None:
    view = choose(edition, menu.ALL[0], {}).view
    first = documents.of(view, "regios")
    with zipfile.ZipFile(io.BytesIO(first.data)) as archive:
        assert len(archive.namelist()) == len(regions.CODES)
        assert all("voorbeeld" in name for name in archive.namelist())
        assert archive.read(archive.namelist()[0]).startswith(b"%PDF-")
    documents._zipped.cache_clear()
    documents._factsheet.cache_clear()
    assert documents.of(view, "regios") == first
