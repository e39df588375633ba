"""After a delivery is erased, a new edition still gives nobody in it away beside the old ones."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sdw.dissemination.attack import attack
from sdw.edition import editions
from sdw.production.publishing import publish
from sdw.production.publishing.stand_ins import fill
from sdw.production.store import erasure, private
from sdw.reference.areas import regions
from tests.worlds import outcomes, store
from tests.worlds.edition import store_at

REGIONS = ("AM01", "AM02", "AM03", "AM05", "AM06", "AM07")
GONE = "AM05"
PERIODS = ("2024-H1", "2024-H2", "2025-H1")


def delivered(region: str, seed: int) -> list[store.Observation]:
    """Three half-years of a region; the one that goes is small."""
    chance = random.Random(f"{region}{seed}")
    size = 4 if region == GONE else chance.choice([4, 12, 40])
    rows = []
    running = {(m, g): chance.randint(0, 3 * size) for m in ("ips", "jobcoaching") for g in ("uwv", "gemeente")}
    for period in PERIODS:
        for (method, group), begin in list(running.items()):
            started = chance.randint(0, size)
            ended = chance.randint(0, begin)
            durable = chance.randint(0, min(started, begin + started))
            rows += store.ledger(region, period, begin, started, ended, durable, method=method, client_group=group)
            running[method, group] = begin + started - ended
    return rows


def world(folder: Path, seed: int, *, erase: bool = True) -> None:
    """An edition over six regions; then one is erased, and perhaps another delivers again."""
    with store_at(folder):
        for region in REGIONS:
            store.deliver(delivered(region, seed), name=f"{region}.csv")
        publish.publish("2026-voorjaar")
        if erase:
            private.erase(erasure.Task((1 + REGIONS.index(GONE),), "stuurgroep"))
        publish.publish("2026-najaar")


@pytest.mark.parametrize("seed", range(6))
def test_nothing_of_an_erased_delivery_is_given_away(tmp_path: Path, seed: int) -> None:
    world(tmp_path / "store", seed)
    with store_at(tmp_path / "store"):
        older, newer = editions.find("2026-voorjaar"), editions.find("2026-najaar")
        assert attack.on(newer, [older]).pinned == []


def test_without_what_stands_in_it_would_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fill, "fill", lambda *_: None)
    pinned = []
    for seed in range(6):
        world(tmp_path / str(seed), seed)
        with store_at(tmp_path / str(seed)):
            older, newer = editions.find("2026-voorjaar"), editions.find("2026-najaar")
            pinned += [one for one in attack.on(newer, [older]).pinned if one.key[1] == GONE]
    assert pinned


def test_the_same_for_what_became_of_people(tmp_path: Path) -> None:
    """Outcomes of eight regions, of which two are erased: what stands in explains what is out."""
    with store_at(tmp_path / "store"):
        for number, region in enumerate(list(regions.CODES)[:8]):
            rows = outcomes.plain(region, size=16 + 9 * number) + outcomes.plain(
                region, "2024-H2", size=12 + number
            )
            store.deliver(rows, dataset="uitkomsten", name=f"{region}.csv")
        publish.publish("2026-voorjaar")
        private.erase(erasure.Task((1, 4), "stuurgroep"))
        older = editions.find("2026-voorjaar")
        with private.reader() as connection:
            fill.fill(connection, "aangeleverd")
            found = connection.execute(
                "SELECT region, sum(value) FROM erased_observation "
                "WHERE measure = $measure AND months = 12 GROUP BY region ORDER BY region",
                {"measure": "gevolgd"},
            ).fetchall()
        # The nation less the six that are left: here what is public pins them, so nothing else can stand in.
        assert dict(found) == {"AM01": 92.0, "AM05": 184.0}
        publish.publish("2026-najaar")
        assert attack.on(editions.find("2026-najaar"), [older]).pinned == []
