"""Who delivered a part is an intruder too; zeros of groups with people in them; publishing ends with an edition."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from sdw.disclosure import primary
from sdw.disclosure.intervals import attack, public
from sdw.disclosure.ladder import settle
from sdw.disclosure.system import Cells, LinearSystem
from sdw.edition import figures
from sdw.production.publishing import publish
from sdw.reference.status import Status
from tests.worlds import store as world
from tests.worlds.deliveries import PLACES

A, B, C, D = PLACES[:4]


@pytest.fixture(autouse=True)
def _store(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def _owned(counts: list[list[int]]) -> LinearSystem:
    """Deliverers × columns, each count, each deliverer's total and each column's total published; threshold 5."""
    inner = np.array(counts, dtype=float)
    rows, columns = inner.shape
    one, other = np.eye(rows), np.eye(columns)
    parts = np.kron(one, other)
    matrix = np.vstack([parts, np.kron(one, np.ones(columns)), np.kron(np.ones(rows), other)])
    system = LinearSystem(
        sparse.csr_array(matrix),
        Cells.plain(matrix @ inner.ravel()),
        inner.ravel(),
        owner=np.repeat(np.arange(rows), columns),
    )
    return primary.mark(system, 5)


@pytest.mark.parametrize("seed", range(12))
def test_c3_no_deliverer_pins_a_small_count_of_another(seed: int) -> None:
    counts = np.random.default_rng(seed).poisson(np.random.default_rng(seed).choice([3, 20], (5, 4)))
    system = _owned(counts.tolist())
    pattern = settle(system).pattern
    assert not pattern.exposed.any()
    for one in range(5):
        own = np.flatnonzero(np.abs(system.matrix[:, system.owner != one]).sum(axis=1) == 0)
        others = np.flatnonzero(system.cells.primary & pattern.hidden)
        found = attack(public(system, pattern.hidden, also_known=own.tolist()), np.setdiff1d(others, own))
        for cell in found.pinned.tolist():  # only what its own counts and zeros make up may be known
            mine = system.matrix[[cell]].toarray().ravel() * (system.owner == one)
            assert mine @ system.inner == system.cells.value[cell]


def test_c3_two_deliverers_in_a_column_do_not_give_each_other_away() -> None:
    """3 and 9 are the only hidden ones of a column: public cannot tell, but each of the two subtracts itself."""
    system = _owned([[3, 40, 30], [4, 50, 20], [30, 60, 25], [35, 70, 45]])
    pattern = settle(system).pattern
    view = public(system, pattern.hidden, also_known=[3])
    assert attack(view, [0]).pinned.size == 0
    without = settle(LinearSystem(system.matrix, system.cells, system.inner)).pattern
    assert pattern.hidden.sum() > without.hidden.sum()


def _group(placed: int, begin: str, end: str) -> list[world.Observation]:
    """Four regions; in the first 120 of the gemeente started, with begin and end as their statuses say."""
    rows = []
    for region in (A, B, C, D):
        for group in ("uwv", "gemeente"):
            rows += world.ledger(region, "2025-H1", 300, 120, 110, 60, method="ips", client_group=group)
    for row in rows:
        if (row["region"], row["client_group"]) == (A, "gemeente"):
            status = {"beginstand": begin, "eindstand": end}.get(str(row["measure"]), "waarde")
            if status != "waarde":
                row |= {"value": None, "status": status}
            if row["measure"] == "duurzaam_geplaatst":
                row["value"] = float(placed)
    return rows


@pytest.mark.parametrize(
    ("begin", "end"), [("onbekend", "waarde"), ("waarde", "onbekend"), ("afgeschermd", "onbekend"), ("nvt", "nvt")]
)
def test_c1_nobody_placed_of_a_group_known_to_have_started_is_withheld(begin: str, end: str) -> None:
    world.deliver([*_group(0, begin, end), *_halves()])
    edition = publish.publish("2026-een")
    found = figures.select(edition, "duurzaam_geplaatst", region=A, method="totaal", client_group="gemeente")
    assert found
    assert [one.value for one in found if one.value == 0] == []
    assert {one.status for one in found if one.period == "2025"} == {Status.SUPPRESSED}


def _halves() -> list[world.Observation]:
    """The second half of the year, whole: so that the year has a value of placements."""
    return [
        row | {"value": 0.0}
        if (row["region"], row["client_group"], row["measure"]) == (A, "gemeente", "duurzaam_geplaatst")
        else row
        for region in (A, B, C, D)
        for group in ("uwv", "gemeente")
        for row in world.ledger(region, "2025-H2", 310, 120, 110, 60, method="ips", client_group=group)
    ]


def test_c2_one_unknown_stock_beside_a_group_without_placements_is_published() -> None:
    world.deliver([*_group(0, "onbekend", "waarde"), *_halves()])
    edition = publish.publish("2026-een")
    assert edition.fact("exposed") == "0"


def test_c3_nothing_over_fewer_than_three_regions_is_published() -> None:
    world.deliver([row for row in _group(60, "waarde", "waarde") if row["region"] in (A, B)])
    edition = publish.publish("2026-twee")
    national = [one for one in figures.select(edition, "gestart", region="NL") if one.coverage == "2/35"]
    assert national
    assert {one.status for one in national} == {Status.SUPPRESSED}
    assert {one.value for one in national} == {None}
