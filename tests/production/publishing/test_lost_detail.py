"""The steward's own report names each count that lost detail, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.publishing.trajectories import lost_detail
from sdw.production.publishing.trajectories.lost_detail import Lost
from sdw.production.steward.privacy import report
from sdw.production.store import private
from sdw.reference import plan
from tests.worlds import store as world
from tests.worlds.deliveries import PLACES, delivery, hidden_keys


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def _lost(edition: Edition) -> list[Lost]:
    with private.reader() as connection:
        return lost_detail.lost(connection, edition, plan.current())


def test_c3_each_count_that_is_withheld_and_not_small_is_named_once() -> None:
    world.deliver(delivery(5, PLACES[:3]))
    edition = publish.publish("2026-een")
    found = _lost(edition)
    assert len({one.key for one in found}) == len(found) == int(edition.fact("hidden_secondary")) > 20
    assert {one.key for one in found} <= hidden_keys(edition)
    told = report.detail(found, plan.current())
    assert told.count("\n- ") == len(found)


def test_c3_shown_alone_it_would_give_away_what_it_covers() -> None:
    """A half-year of 4 beside one of 30 in a year of 34: the 30 covers the 4."""
    rows = [
        row
        for region in PLACES
        for period, durable in (("2024-H1", 4 if region == PLACES[0] else 40), ("2024-H2", 30))
        for row in world.ledger(region, period, 200, 90, 90, durable)
    ]
    world.deliver(rows)
    found = {one.key: one for one in _lost(publish.publish("2026-een"))}
    small = ("duurzaam_geplaatst", PLACES[0], "2024-H1", "totaal", "totaal")
    cover = found["duurzaam_geplaatst", PLACES[0], "2024-H2", "totaal", "totaal"]
    assert (cover.reason, cover.covers) == ("alone", (small,))
    assert "Groningen 2024-H1" in report.detail([cover], plan.current())


def test_c4_a_national_count_over_two_regions_is_named_with_the_least_number() -> None:
    world.deliver([row for place in PLACES[:2] for row in world.ledger(place, "2024-H1", 200, 90, 80, 30)])
    edition = publish.publish("2026-een")
    found = {one.key: one.reason for one in _lost(edition)}
    key = ("gestart", "NL", "2024-H1", "totaal", "totaal")
    assert found[key] == "few"
    told = report.detail([Lost(key, "few")], plan.current())
    assert f"minder dan {plan.current().fewest_regions} regio's" in told


def test_c3_what_still_shows_an_older_value_is_named() -> None:
    """What the nation counts of a region that delivers late, tells of that region alone."""
    rows, late = delivery(3), PLACES[4]
    world.deliver([row for row in rows if row["region"] != late])
    publish.publish("2026-een")
    world.deliver([row for row in rows if row["region"] == late], name="laat.csv")
    edition = publish.publish("2026-twee")
    carried_over = {one.key for one in _lost(edition) if one.reason == "carried_over"}
    shown = {
        ("duurzaam_geplaatst", one.region, one.period, one.method, one.client_group)
        for one in figures.select(edition, "duurzaam_geplaatst")
        if one.is_carried_over
    }
    assert int(edition.fact("kept_old_value")) == len(carried_over) > 0
    assert shown <= carried_over
