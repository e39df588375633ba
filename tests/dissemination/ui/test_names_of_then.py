"""A region that is called otherwise now keeps its name in an edition of before: on pages, in drawings, in files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from sdw.dissemination.exports import dutch_csv
from sdw.dissemination.ui.elements import show
from sdw.edition import editions, figures
from sdw.reference.areas import regions
from sdw.text.dutch import say
from tests.worlds.edition import store_at
from tests.worlds.pages import opened, words
from tests.worlds.shared import Shared

NOW = "Twente-Oost"


@pytest.fixture
def _renamed(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    published = shared("examples")
    monkeypatch.setitem(regions._BY_CODE, "AM05", replace(regions.by_code("AM05"), name=NOW))
    show._kept.cache_clear()
    with store_at(published):
        yield
    show._kept.cache_clear()


@pytest.mark.usefixtures("_renamed")
@pytest.mark.parametrize("page", ["regio", "regiokaart", "doelen"])
def test_a_page_calls_a_region_as_it_was_called_in_the_edition(page: str) -> None:
    shown = words(opened(page, periode="2025", regio="AM05"))
    assert len(re.findall(r">Twente\b(?!-Oost)", shown)) >= 2
    # What is known of a region in public is of now, and in no edition: there it has its name of now.
    left = shown.replace(say("known.not_found", region=NOW), "")
    assert NOW not in left, re.findall(r".{60}Twente-Oost.{40}", left)


@pytest.mark.usefixtures("_renamed")
def test_so_does_a_file() -> None:
    made = dutch_csv.of(figures.select(editions.find(), "gestart", region="AM05", period="2025"))
    assert b"Twente" in made
    assert NOW.encode() not in made
