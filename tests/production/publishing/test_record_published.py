"""The record of editions that the steward published: it forecasts as publication did, and knows nothing more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sdw.dissemination.attack import attack
from sdw.dissemination.blocks import plain
from sdw.dissemination.figures.record import backtest, forecasts, releases
from sdw.dissemination.ui.pages.methodology import record
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from tests.worlds import store as world
from tests.worlds.edition import store_at

PLACES = CODES[:5]
#: Started in each half-year of the first region; the others have a few more.
HALVES = {"2023-H1": 40, "2023-H2": 50, "2024-H1": 44, "2024-H2": 46, "2025-H1": 48}
#: A region with a few people in each half-year: these are withheld, and so are those of two others that cover it.
SMALL = CODES[8]


def rows(halves: dict[str, int], small: int = 6) -> Iterator[world.Observation]:
    for number, place in enumerate(PLACES):
        for period, started in halves.items():
            count = started + 2 * number
            yield from world.ledger(place, period, 100, count, count, count // 2)
    for period in halves:
        yield from world.ledger(SMALL, period, 60, small, small, 0)


def two(small: int) -> tuple[Edition, ...]:
    """The first half of 2025 while the year runs; then a revision of it and the whole year."""
    world.deliver(rows(HALVES, small), name="een.csv")
    publish.publish("2025-najaar")
    world.deliver(rows(HALVES | {"2025-H1": 51, "2025-H2": 50}, small), name="twee.csv")
    publish.publish("2026-voorjaar")
    return tuple(editions.every())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    folders: dict[int, Path] = {}

    def make(small: int) -> Path:
        if small not in folders:
            folders[small] = tmp_path_factory.mktemp(f"small-{small}")
            with store_at(folders[small]):
                two(small)
        return folders[small]

    return make


def test_the_back_test_forecasts_as_publication_did(made: Callable[[int], Path]) -> None:
    """From the edition in which 2025 ran: the same interval as it published, for each region with a forecast."""
    with store_at(made(6)):
        newest, older = editions.every()
        line = releases.line(newest, (newest, older))
        found = {
            one.region: one for one in backtest.predictions(line, "gestart") if (one.year, one.months) == (2025, 6)
        }
        told = {
            one.region: one
            for one in figures.select(older, "verwacht_gestart")
            if one.region != "NL" and one.value is not None
        }
        assert len(found) == 3
        assert found.keys() == told.keys()
        for region, one in found.items():
            assert (one.widest.low, one.widest.high) == (told[region].low, told[region].high)
            end = figures.one(newest, "gestart", region, "2025")
            assert one.end == end.value


def test_what_was_forecast_is_held_against_what_it_became(made: Callable[[int], Path]) -> None:
    with store_at(made(6)):
        newest, older = editions.every()
        found = forecasts.of(releases.line(newest, (newest, older)), "gestart")
        assert {one.expected.edition for one in found.of_regions} == {"2025-najaar"}
        assert {one.expected.period for one in found.of_regions} == {"2025"}
        for one in found.of_regions:
            assert one.became == figures.one(newest, "gestart", one.expected.region, "2025").value


def test_a_withheld_count_is_nowhere_in_the_record(made: Callable[[int], Path]) -> None:
    """Two stores that differ only in a count that no edition shows tell the same record, word for word."""
    words = []
    for small in (6, 7):
        with store_at(made(small)):
            every = tuple(editions.every())
            for edition in every:
                one = figures.one(edition, "gestart", SMALL, "2025-H1")
                assert (one.value, one.status) == (None, Status.SUPPRESSED)
                assert attack.on(edition, [other for other in every if other.order < edition.order]).pinned == []
            words.append(plain.page(record.page(every[0], every)))
    assert words[0] == words[1]
    assert "afgeschermd" in words[0]
