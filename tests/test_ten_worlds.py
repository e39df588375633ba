"""The ten worlds: each is what its name says, and every page draws in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sdw.dissemination.ui import menu
from sdw.edition import editions, figures
from sdw.reference.status import Status
from tests.worlds import ten as worlds
from tests.worlds.edition import store_at
from tests.worlds.pages import opened, words


@pytest.fixture(params=worlds.NAMES)
def world(request: pytest.FixtureRequest, ten: Callable[[str], Path]) -> Iterator[str]:
    with store_at(ten(request.param)):
        yield request.param


def test_there_are_ten() -> None:
    assert len(worlds.NAMES) == 10


DELIVERED = {"none": 0, "one": 1, "two": 2, "three": 3, "twenty": 20, "thirty_four": 34}


@pytest.mark.parametrize("name", list(DELIVERED))
def test_as_many_regions_delivered_as_the_name_says(ten: Callable[[str], Path], name: str) -> None:
    with store_at(ten(name)):
        shown = figures.select(editions.find(), "gestart", period="2025", method="totaal", client_group="totaal")
        here = {one.region for one in shown if one.region != "NL" and one.status is not Status.NOT_DELIVERED}
        assert len(here) == DELIVERED[name]


@pytest.mark.parametrize(
    ("name", "periods"),
    [
        ("halves", {"2025-H2", "2026-H1"}),
        ("quarters", {*worlds.WHOLE_QUARTERS, "2025-H1", "2025-H2", "2025"}),
        ("totals", {"2024", "2025"}),
    ],
)
def test_only_these_periods_were_delivered(ten: Callable[[str], Path], name: str, periods: set[str]) -> None:
    with store_at(ten(name)):
        shown = figures.select(editions.find(), "gestart", region=worlds.PLACES[0])
        assert {one.period for one in shown if one.value is not None} == periods


def test_every_status_is_in_the_mixed_world(ten: Callable[[str], Path]) -> None:
    with store_at(ten("mixed")):
        shown = [
            one
            for name in ("gestart", "eindstand", "duurzaam_geplaatst")
            for one in figures.select(editions.find(), name)
        ]
        assert {one.status for one in shown} >= set(Status) - {Status.NOT_APPLICABLE}
        assert any(one.value == 0 for one in shown)


@pytest.mark.parametrize("page", [page.name for page in menu.ALL])
def test_every_page_draws_in_each_of_them(world: str, page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert 'role="alert"' not in words(app)
