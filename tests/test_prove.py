"""A sample of `make prove`: random worlds with every status, and each leak that it brought to light in a world of
its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.steward import attacking, publish
from sdw.store.editions import Edition
from tests import prove_run
from tests.worlds import proving, store
from tests.worlds.edition import store_at

#: Found something once: small counts, or an attack that could say nothing.
RED = (12, 24, 44, 48, 164, 168, 180)


@pytest.mark.parametrize("seed", [*RED, *range(1, 500, 125)])
def test_a_random_world_with_every_status_gives_nobody_away(seed: int) -> None:
    lines = list(prove_run.run(proving.random_world(seed)))
    assert [line for line in lines if prove_run.is_bad(line)] == []
    assert sum(int(str(line["attacked"])) for line in lines) > 0


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
    found = attacking.on(*published(tmp_path, rows))
    assert found.pinned == [] and found.narrow == []
    assert found.hidden > 0


def test_editions_that_leave_nothing_open_can_be_attacked_together(tmp_path: Path) -> None:
    deliveries = [store.ledger("AM05", "2025-H1", 100, 40 + more, 50, 20) for more in range(3)]
    first, second, third = published(tmp_path, *deliveries)
    found = attacking.on(third, [first, second])
    assert found.pinned == [] and all(one.known for one in found.findings)
