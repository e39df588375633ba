"""How things stand: the newest of each thing, what is real first, and what moved between editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.figures.standing import current, gemeenten, moves
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.reference.areas import municipalities, regions
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State
from tests.worlds.edition import store_at
from tests.worlds.states import borging, deliver, ips

SPRING, AUTUMN = dt.date(2026, 4, 1), dt.date(2026, 10, 1)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Edition, Edition]]:
    """Two editions made from known changes."""
    folder: Path = tmp_path_factory.mktemp("standing")
    with store_at(folder):
        deliver(
            borging("AM05", "mgn", "in_voorbereiding", SPRING),
            borging("AM05", "afspraken", "geborgd", SPRING),
            borging("AM01", "mgn", "loopt", SPRING),
            borging("AM01", "monitoring", "onbekend", SPRING),
        )
        deliver(ips("GM0153", "nee", SPRING))
        publish.publish("2026-een")
        deliver(
            borging("AM05", "mgn", "geborgd", AUTUMN),
            borging("AM05", "afspraken", "loopt", AUTUMN),
            borging("AM01", "mgn", "loopt", AUTUMN),
            borging("AM01", "monitoring", "loopt", AUTUMN),
            borging("AM02", "werkcentrum", "loopt", AUTUMN),
        )
        deliver(
            ips("GM0153", "structureel", AUTUMN),
            ips("GM0141", "project", AUTUMN),
            ips("GM0164", "onbekend", AUTUMN),
        )
        publish.publish("2026-twee")
        yield editions.find("2026-een"), editions.find("2026-twee")


def test_what_moved_is_exactly_what_was_changed(pair: tuple[Edition, Edition]) -> None:
    found = [
        (one.region, one.element, one.before and one.before.state, one.now and one.now.state, one.steps)
        for one in moves.between(*pair)
    ]
    assert found == [
        ("AM01", "monitoring", "onbekend", "loopt", None),
        ("AM02", "werkcentrum", None, "loopt", None),
        ("AM05", "mgn", "in_voorbereiding", "geborgd", 2),
        ("AM05", "afspraken", "geborgd", "loopt", -1),
    ]


def test_nothing_moved_between_an_edition_and_itself(pair: tuple[Edition, Edition]) -> None:
    assert [moves.between(one, one) for one in pair] == [(), ()]


def test_every_place_is_counted_once_and_what_nobody_said_is_counted_too(pair: tuple[Edition, Edition]) -> None:
    counted = current.counted(pair[1])
    assert sum(counted.values()) == len(regions.CODES) * len(states.ELEMENTS)
    assert (counted["loopt"], counted["geborgd"], counted["onbekend"], counted[""]) == (4, 1, 0, 240)
    of_one = current.counted(pair[0], "monitoring")
    assert (of_one["onbekend"], of_one[""], sum(of_one.values())) == (1, 34, 35)


def test_gemeenten_add_up_to_all_that_there_are(pair: tuple[Edition, Edition]) -> None:
    nation, *of_regions = gemeenten.tallies(pair[1])
    assert nation.of == len(municipalities.on(pair[1].published_at.date())) == sum(one.of for one in of_regions)
    assert (nation.structural, nation.project, nation.no) == (1, 1, 0)
    assert nation.unknown == nation.of - 2
    (twente,) = (one for one in of_regions if one.region == "AM05")
    assert (twente.structural, twente.project, twente.is_told) == (1, 1, True)
    assert gemeenten.tallies(pair[0])[0].no == 1


def test_what_is_real_stands_before_what_is_invented_even_when_it_is_older() -> None:
    def one(state: str, day: dt.date, origin: str) -> State:
        return State(dataset="borging", region="AM05", element="mgn", day=day, state=state, origin=origin)

    found = current.newest([one("geborgd", AUTUMN, "voorbeeld"), one("loopt", SPRING, "openbaar")])
    assert [state.state for state in found.values()] == ["loopt"]
    later = current.newest([one("geborgd", AUTUMN, "aangeleverd"), one("loopt", SPRING, "openbaar")])
    assert [state.state for state in later.values()] == ["geborgd"]
