"""Pledges are published beside the counts: as they are, with origin and coverage, and moving nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.production.publishing import publish
from sdw.production.store import private
from tests.worlds import edition as world
from tests.worlds import store
from tests.worlds.store import counts, deliver

IDS = tuple(one.id for one in catalogue.PLEDGES)


def pledge(region: str, year: str = "2026", **measures: float | None) -> list[store.Observation]:
    return counts(region, year, "totaal", "totaal", **measures)


def pledges(origin: str = "voorbeeld") -> private.Accepted:
    rows = [*pledge("AM05", gestart=120.0, duurzaam_geplaatst=45.0), *pledge("AM06", gestart=80.0)]
    return deliver(rows, dataset="toezeggingen", origin=origin, name="toezeggingen.csv")


def told(edition: Edition, indicator: str) -> dict[str, figures.Figure]:
    return {one.region: one for one in figures.select(edition, indicator, period="2026")}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Edition]:
    """The same counts without pledges, and in a store of its own with them."""
    without = world.build(tmp_path_factory.mktemp("without"))
    folder = tmp_path_factory.mktemp("with")
    with world.store_at(folder):
        world.real()
        deliver(world.trajectories(), origin="voorbeeld", name="voorbeeld.csv", warnings=[world.IMBALANCE])
        pledges()
        return without, publish.publish("2026-najaar")


def test_a_pledge_is_published_as_it_is_with_who_says_so(both: tuple[Edition, Edition]) -> None:
    found = told(both[1], "toegezegd_gestart")
    assert (found["AM05"].value, found["AM05"].status, found["AM05"].origin) == (120.0, "waarde", "voorbeeld")
    assert "toezeggingen" in found["AM05"].source.casefold()
    assert (found["AM01"].value, found["AM01"].status) == (None, "niet_aangeleverd")
    assert (found["NL"].value, found["NL"].coverage) == (200.0, "2/35")
    assert told(both[1], "toegezegd_duurzaam_geplaatst")["NL"].coverage == "1/35"


def test_an_edition_without_pledges_has_none(both: tuple[Edition, Edition]) -> None:
    assert [figures.select(both[0], one) for one in IDS] == [(), ()]


def test_pledges_change_no_count_no_pace_and_no_protection(both: tuple[Edition, Edition]) -> None:
    for indicator in catalogue.ALL:
        if indicator.id not in IDS:
            before, after = ([repr(one) for one in figures.select(one, indicator.id)] for one in both)
            assert before == after, indicator.id


def test_an_undone_pledge_is_gone_and_a_newer_one_of_one_target_leaves_the_other(tmp_path: Path) -> None:
    with world.store_at(tmp_path):
        world.real()
        deliver(store.ledger("AM05", "2026-H1", 120, 64, 50, 21))
        first = pledges("aangeleverd")
        second = deliver(pledge("AM05", gestart=90.0), dataset="toezeggingen", name="nieuw.csv")
        newer = publish.publish("2026-a")
        with private.writer() as connection:
            private.undo(connection, second.batch_id or 0)
        older = publish.publish("2026-b")
        with private.writer() as connection:
            private.undo(connection, first.batch_id or 0)
        none = publish.publish("2026-c")
    assert told(newer, "toegezegd_gestart")["AM05"].value == 90.0
    assert told(newer, "toegezegd_duurzaam_geplaatst")["AM05"].value == 45.0
    assert told(older, "toegezegd_gestart")["AM05"].value == 120.0
    assert told(none, "toegezegd_gestart") == {}
