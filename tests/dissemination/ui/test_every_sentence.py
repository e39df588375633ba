"""Every sentence, tile, title and caption of every page in the ten worlds: no number without what it counts, its
period, its coverage where that is not whole, and "voorbeeld" where it is invented; and this reading can fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import show
from sdw.edition import editions
from sdw.text import dutch
from tests.worlds import ten as worlds
from tests.worlds import told
from tests.worlds.edition import store_at
from tests.worlds.pages import opened, words
from tests.worlds.shared import Shared

PAGES = [page.name for page in menu.ALL]
REGIONAL = told.REGIONAL


@pytest.fixture(scope="module")
def invented(shared: Shared) -> Path:
    return shared("examples")


def read(pages: tuple[str, ...] | list[str] = REGIONAL, **view: str) -> list[tuple[str, str, str]]:
    of = told.world(editions.find())
    return [fault for page in pages for fault in told.wrong(page, words(opened(page, **view)), of)]


@pytest.mark.parametrize("name", worlds.NAMES)
def test_b14_no_page_of_the_ten_worlds_tells_a_number_without_its_facts(
    ten: Callable[[str], Path], name: str
) -> None:
    with store_at(ten(name)):
        assert read(PAGES) == []


@pytest.mark.parametrize(
    "view", [{"periode": "2023"}, {"periode": "2025", "regio": "AM02"}, {"periode": "2026-H1"}]
)
def test_b12_no_page_with_examples_tells_a_number_without_its_facts(invented: Path, view: dict[str, str]) -> None:
    with store_at(invented):
        assert read(**view) == []


def test_there_is_much_to_read(invented: Path) -> None:
    with store_at(invented):
        pieces = [one for page in REGIONAL for one in told.pieces(page, words(opened(page, periode="2025")))]
    assert {one.kind for one in pieces} == {"tile", "sentence", "item", "title", "caption"}
    assert len(pieces) > 25


#: A text of the interface, what somebody might make of it, and the fault that a reader must then find.
FALSEHOODS = {
    "what it counts": ("toward.left", "{label}, {coverage}: {count}", "counts"),
    "over which period": ("page.tile_label", "{indicator}", "period"),
    "over how many regions": ("words.coverage", "onze regio's", "coverage"),
    "that it is invented": ("words.invented", "{told} (gemeten)", "example"),
    "another number": ("toward.left", "{label}, {coverage}: 987.654 {unit}", "number"),
}


@pytest.fixture
def planted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """One false text, on pages that were not drawn before."""
    key, text, fault = FALSEHOODS[request.param]
    monkeypatch.setitem(dutch._texts(), key, text)
    show._kept.cache_clear()
    yield fault
    show._kept.cache_clear()


@pytest.mark.parametrize("planted", list(FALSEHOODS), indirect=True)
def test_each_planted_falsehood_turns_this_reading_red(planted: str, invented: Path) -> None:
    with store_at(invented):
        assert planted in told.kinds(read(("overzicht",), periode="2023"))
