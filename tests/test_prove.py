"""A sample of `make prove`: random worlds with every status, and each leak that it brought to light in a world of
its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.dissemination.attack import attack
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from tests import prove_run
from tests.worlds import proving, store
from tests.worlds.edition import store_at

#: Found something once: small counts, or an attack that could say nothing.
RED = (40, 44, 48, 52, 164, 168, 180, 444)


@pytest.mark.parametrize("seed", [*RED, 1, 251])
def test_a_random_world_with_every_status_gives_nobody_away(seed: int) -> None:
    lines = list(prove_run.run(proving.random_world(seed)))
    assert [line for line in lines if prove_run.is_bad(line)] == []
    assert sum(int(str(line["attacked"])) for line in lines) > 0


@pytest.mark.parametrize(("seed", "lost"), [(1, 4), (16, 0)])
def test_three_editions_give_nobody_away_and_what_an_older_one_shows_is_owned_up_to(seed: int, lost: int) -> None:
    lines = list(prove_run.run(proving.series(seed)))
    assert [line for line in lines if prove_run.is_bad(line)] == []
    assert {line["lost"] for line in lines if line["attack"] == "plain"} == {lost}


def published(folder: Path, *deliveries: list[store.Observation]) -> list[Edition]:
    """An edition after each of these deliveries."""
    found = []
    with store_at(folder):
        for number, rows in enumerate(deliveries):
            store.deliver(rows, name=f"{number}.csv")
            found.append(publish.publish(f"2026-{number}"))
    return found


def unknown(rows: list[store.Observation], *measures: str, status: str = "onbekend") -> list[store.Observation]:
    """The same rows without a number for these measures."""
    return [row | {"value": None, "status": status} if row["measure"] in measures else row for row in rows]


@pytest.mark.parametrize("status", ["onbekend", "afgeschermd"])
def test_a_small_count_that_was_not_delivered_does_not_follow_from_the_ledger(tmp_path: Path, status: str) -> None:
    rows = unknown(store.ledger("AM05", "2025-H1", 30, 20, 45, 10), "eindstand", status=status)
    found = attack.on(*published(tmp_path, rows))
    assert found.pinned == [] and found.narrow == []
    assert found.hidden > 0


def test_editions_that_leave_nothing_open_can_be_attacked_together(tmp_path: Path) -> None:
    deliveries = [store.ledger("AM05", "2025-H1", 100, 40 + more, 50, 20) for more in range(3)]
    first, second, third = published(tmp_path, *deliveries)
    found = attack.on(third, [first, second])
    assert found.pinned == [] and all(one.known for one in found.findings)


def test_nobody_placed_is_withheld_where_people_are_known_from_the_period_after(tmp_path: Path) -> None:
    before = store.ledger("AM05", "2024", 40, 20, 20, 0)
    rows = unknown(before, "beginstand", "gestart", "beeindigd", "eindstand") + store.ledger(
        "AM05", "2025", 40, 20, 20, 15
    )
    for year in ("2024", "2025"):
        rows += store.ledger("AM05", year, 60, 40, 40, 20, method="jobcoaching")
    (edition,) = published(tmp_path, rows)
    shown = figures.select(edition, "duurzaam_geplaatst", region="AM05")
    placed = {(one.period, one.method): one.value for one in shown}
    assert placed["2025", "jobcoaching"] == 20
    assert placed["2024", "ips"] is None


def test_everybody_is_told_that_the_totals_of_a_region_do_not_add_up(tmp_path: Path) -> None:
    whole = store.ledger("AM05", "2025-H1", 40, 20, 20, 12)
    partly = unknown(
        store.ledger("AM05", "2025-H1", 30, 20, 15, 11, method="jobcoaching"), "eindstand", status="nvt"
    )
    (edition,) = published(tmp_path, [*whole, *partly])
    assert ("AM05", "2025-H1", "optelling") in editions.query(edition, "edition_remarks")


def test_no_share_of_the_nation_is_made_of_two_regions(tmp_path: Path) -> None:
    rows = []
    for place, group in (("AM01", "uwv"), ("AM02", "uwv"), ("AM03", "totaal")):
        rows += store.ledger(place, "2025", 90, 60, 50, 25, client_group=group)
        rows += store.ledger(
            place, "2025", 80, 70, 50, 25, client_group=group.replace("uwv", "gemeente"), method="ips"
        )
    (edition,) = published(tmp_path, [row for row in rows if row["method"] == "ips"])
    national = [one for one in figures.select(edition, "aandeel_gemeente") if one.region == "NL"]
    assert national and [one for one in national if one.value is not None] == []


def test_placements_of_parts_are_no_more_than_the_people_where_the_total_has_no_number(tmp_path: Path) -> None:
    rows = []
    for method, people, placed in (("overig", 5, 12), ("jobcoaching", 3, 2), ("ips", 9, 1)):
        rows += store.ledger("AM05", "2025", people, 0, 0, placed, method=method)
    rows = unknown(rows, "gestart", status="nvt")
    rows = [row | {"value": None, "status": "onbekend"} if is_of(row, "ips") else row for row in rows]
    (edition,) = published(tmp_path, rows)
    carried_out = figures.select(edition, "uitgevoerd", region="AM05")
    assert [one.value for one in carried_out if one.method == "totaal"] == [17]
    found = attack.on(edition)
    assert found.pinned == [] and found.narrow == []
    assert ("duurzaam_geplaatst", "AM05", "2025", "jobcoaching", "totaal") in {one.key for one in found.findings}


def is_of(row: store.Observation, method: str) -> bool:
    """Is it how many of this method got durable work?"""
    return (row["method"], row["measure"]) == (method, "duurzaam_geplaatst")
