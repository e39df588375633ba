"""The packs and every page of the menu on paper: the numbers of their blocks, for every reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest

from sdw.dissemination.exports.paper import pictures, sheet
from sdw.dissemination.exports.paper.sheet import Chapter, Sheet
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.agreeing import whole
from sdw.dissemination.ui.paper import documents, packs
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions
from sdw.edition.editions import Edition
from tests.worlds import paper
from tests.worlds.edition import store_at
from tests.worlds.paper import Document
from tests.worlds.shared import Shared

TODAY = dt.date(2026, 11, 28)
PAGES = tuple(whole.PAGES)


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


@cache
def made(edition: Edition, name: str) -> tuple[Sheet, tuple[Chapter, ...], Document]:
    """A pack, or ('pagina-doelen') a page of the menu."""
    known = tuple(editions.every())
    if name in packs.ALL:
        about, chapters = packs.ALL[name](edition, known, TODAY)
    else:
        page = name.removeprefix("pagina-")
        view = choose(edition, menu.by_name(page), {"regio": "AM05"} if page == "regio" else {}).view
        about, chapters = documents.of_page(page, view, known, TODAY)
    return about, chapters, Document(sheet.pdf(about, chapters))


ALL = (*packs.ALL, *(f"pagina-{name}" for name in PAGES))


@pytest.mark.parametrize("name", ALL)
def test_every_number_of_the_blocks_is_in_it_and_no_other(edition: Edition, name: str) -> None:
    about, chapters, document = made(edition, name)
    parts = tuple(part for chapter in chapters for part in chapter.parts)
    told = paper.numbers(" ".join([paper.told(parts), *(chapter.title for chapter in chapters)]))
    assert told - paper.numbers(f"{document.text} {document.alternatives}") == set()
    around = f"{about.title} {about.about} {about.sources} {about.licences} {about.code} {about.example}"
    pages = " ".join(str(number) for number in range(1, len(document.pages) + 1))
    frame = f"{edition.label} {sheet.day(edition.published_at.date())} {around} {pages}"
    assert paper.numbers(document.text) - told - paper.numbers(f"{frame} {paper.drawn(parts)}") == set()


@pytest.mark.parametrize("name", ALL)
def test_a_screen_reader_can_follow_it(edition: Edition, name: str) -> None:
    assert paper.faults(made(edition, name)[2]) == []


@pytest.mark.parametrize("name", ALL)
def test_no_page_is_blank_and_nothing_is_parted_from_its_title(edition: Edition, name: str) -> None:
    _, chapters, document = made(edition, name)
    filled = {page for tag in document.tags for page in tag.pages}
    assert filled == set(range(len(document.pages)))
    assert [caption for caption, row in document.tables() if not caption <= row] == []
    figures = [tag for tag in document.tags if tag.kind == "/Figure"]
    for title, scene in paper.titles(tuple(part for chapter in chapters for part in chapter.parts)):
        (on,) = {tag.pages for tag in figures if paper.flat(tag.alt) == paper.flat(pictures.told(scene))}
        assert len(on) == 1
        assert paper.flat(title) in document.pages[min(on)], title


@pytest.mark.parametrize("name", packs.ALL)
def test_every_page_of_a_pack_says_whose_it_is(edition: Edition, name: str) -> None:
    about, _, document = made(edition, name)
    for page in document.pages:
        for words in (edition.label, "openbaar", about.code, about.licences, "Voorbeeldcijfers"):
            assert paper.flat(words) in page


def test_the_matrix_of_the_borging_is_on_one_page(edition: Edition) -> None:
    _, _, document = made(edition, "stuurgroep")
    (page,) = next(tag.pages for tag in document.tags if tag.kind == "/Figure" and "245 vakken" in tag.alt)
    assert all(region in document.pages[page] for region in ("Groningen", "Zuid-Limburg"))


def test_it_is_the_same_bytes_each_time(edition: Edition) -> None:
    about, chapters, _ = made(edition, "rijk")
    assert sheet.pdf(about, chapters) == sheet.pdf(about, chapters)
