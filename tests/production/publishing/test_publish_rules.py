"""What a published figure must be: the rules on adding up, coverage, protection and ratios."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.edition import editions, figures
from sdw.edition.figures import Figure
from sdw.production.publishing import publish
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests.worlds import store as world


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def figure(indicator: str, region: str, period: str, **cut: str) -> Figure:
    return figures.one(editions.find(), indicator, region, period, **cut)


def test_flows_add_over_halves_and_stocks_take_first_and_last() -> None:
    world.deliver(
        world.ledger("AM05", "2025-H1", 100, 50, 20, 15) + world.ledger("AM05", "2025-H2", 130, 60, 40, 25)
    )
    publish.publish()
    year = {
        name: figure(name, "AM05", "2025").value for name in ("beginstand", "gestart", "beeindigd", "eindstand")
    }
    assert year == {"beginstand": 100, "gestart": 110, "beeindigd": 60, "eindstand": 150}
    assert figure("uitgevoerd", "AM05", "2025").value == 210
    assert figure("duurzaam_geplaatst", "AM05", "2025").value == 40


@pytest.mark.rule("half_year")
def test_a_half_year_in_hand_is_not_a_year() -> None:
    world.deliver(
        world.ledger("AM05", "2026-H1", 100, 50, 20)
        + world.ledger("AM01", "2026-H1", 100, 50, 20)
        + world.ledger("AM01", "2026-H2", 130, 50, 20)
    )
    publish.publish()
    assert figure("gestart", "AM05", "2026").status is Status.NOT_DELIVERED
    assert figure("gestart", "AM05", "2026-H1").value == 50
    assert figure("gestart", "AM01", "2026").value == 100


def test_quarters_make_halves_and_years() -> None:
    rows = [row for quarter in range(1, 5) for row in world.ledger("AM05", f"2025-Q{quarter}", 100, 20, 20)]
    world.deliver(rows)
    publish.publish()
    assert figure("gestart", "AM05", "2025-H1").value == 40
    assert figure("gestart", "AM05", "2025").value == 80
    assert figure("eindstand", "AM05", "2025").value == 100


@pytest.mark.rule("sums")
def test_a_sum_with_a_missing_part_has_no_value() -> None:
    world.deliver(
        world.counts("AM05", "2025", "ips", "uwv", gestart=50)
        + world.counts("AM05", "2025", "ips", "gemeente", gestart=None)
        + world.counts("AM05", "2025", "jobcoaching", "uwv", gestart=30)
    )
    publish.publish()
    total = figure("gestart", "AM05", "2025")
    assert (total.value, total.status) == (None, Status.NOT_DELIVERED)
    assert figure("gestart", "AM05", "2025", method="jobcoaching").value == 30
    assert figure("gestart", "AM05", "2025", client_group="uwv").value == 80


@pytest.mark.rule("sums")
def test_any_provisional_part_makes_the_sum_provisional() -> None:
    world.deliver(
        world.counts("AM05", "2025", "ips", "uwv", gestart=50)
        + world.counts("AM05", "2025", "ips", "gemeente", gestart=30, status="voorlopig")
    )
    publish.publish()
    total = figure("gestart", "AM05", "2025")
    assert (total.value, total.status) == (80, Status.PROVISIONAL)


def test_a_delivered_total_stands_where_the_parts_are_absent() -> None:
    world.deliver(world.counts("AM05", "2025", "totaal", "totaal", gestart=77))
    publish.publish()
    assert figure("gestart", "AM05", "2025").value == 77
    assert figure("gestart", "AM05", "2025", method="ips").status is Status.NOT_DELIVERED


@pytest.mark.rule("bounds")
def test_the_nation_says_how_many_regions_are_in_it_and_what_the_rest_could_be() -> None:
    world.deliver(
        world.counts("AM05", "2025", gestart=50)
        + world.counts("AM01", "2025", gestart=90)
        + world.counts("AM03", "2025", gestart=60)
        + world.counts("AM02", "2025", gestart=None)
    )
    publish.publish()
    nation = figure("gestart", "NL", "2025")
    assert (nation.value, nation.coverage) == (200, "3/35")
    assert (nation.bound_low, nation.bound_high) == (200, None)  # three regions say too little about 32


def test_b3_from_twenty_regions_the_highest_rate_says_what_the_rest_could_be() -> None:
    world.deliver(world.context(), dataset="context", origin="openbaar", name="context.csv")
    world.deliver([row for code in regions.CODES[:30] for row in world.counts(code, "2025", gestart=50)])
    world.deliver(world.counts(regions.CODES[0], "2025", gestart=90))
    publish.publish()
    nation = figure("gestart", "NL", "2025")
    assert (nation.value, nation.coverage) == (29 * 50 + 90, "30/35")
    assert (nation.bound_low, nation.bound_high) == (1540, 1540 + 5 * 90)


@pytest.mark.rule("never_zero")
def test_a_missing_region_is_not_delivered_never_zero() -> None:
    world.deliver(world.counts("AM05", "2025", gestart=50))
    publish.publish()
    found = figures.of_regions(editions.find(), "gestart", "2025")
    assert [item.region for item in found] == list(regions.CODES)
    statuses = {item.region: item.status for item in found}
    assert statuses.pop("AM05") is Status.VALUE
    assert set(statuses.values()) == {Status.NOT_DELIVERED}


@pytest.mark.parametrize(("count", "shown"), [(0, True), (1, False), (9, False), (10, True)])
def test_counts_under_the_threshold_are_withheld_and_a_true_zero_is_shown(count: int, shown: bool) -> None:
    world.deliver(world.counts("AM05", "2025", gestart=count))
    publish.publish()
    found = figure("gestart", "AM05", "2025")
    assert found.value == (count if shown else None)
    assert found.status is (Status.VALUE if shown else Status.SUPPRESSED)


@pytest.mark.parametrize(
    ("ips", "rest", "shown"),
    [(60, 40, True), (100, 0, False), (0, 100, False), (60, 9, False), (9, 60, False), (10, 9, False)],
)
def test_a_share_needs_its_parts_shown_and_twenty_people(ips: int, rest: int, shown: bool) -> None:
    world.deliver(
        world.counts("AM05", "2025", "ips", gestart=ips) + world.counts("AM05", "2025", "jobcoaching", gestart=rest)
    )
    publish.publish()
    share = figure("aandeel_ips", "AM05", "2025")
    if shown:
        assert share.value == pytest.approx(60.0)
        assert (share.numerator, share.denominator) == (60, 100)
        assert (share.low, share.high) == (pytest.approx(50.2, abs=0.05), pytest.approx(69.06, abs=0.05))
    else:
        assert (share.value, share.numerator, share.low) == (None, None, None)
        assert share.status is Status.SUPPRESSED


def test_per_thousand_benefits_uses_the_benefits_of_the_same_regions() -> None:
    world.deliver(world.context(), dataset="context", origin="openbaar", name="context.csv")
    world.deliver(
        world.counts("AM05", "2025", gestart=50)
        + world.counts("AM01", "2025", gestart=30)
        + world.counts("AM02", "2025", gestart=40)
    )
    publish.publish()
    nation = figure("per_1000_uitkeringen", "NL", "2025")
    assert (nation.value, nation.numerator, nation.denominator) == (200, 120, 600)
    assert nation.coverage == "3/35"
    assert figure("per_1000_uitkeringen", "AM05", "2025").value == 250
    assert figure("bijstand_per_1000", "NL", "2021").value == 100


@pytest.mark.rule("examples")
def test_examples_leave_as_soon_as_one_region_delivers_and_come_back_after_undo() -> None:
    world.deliver(
        [row for code in regions.CODES for row in world.counts(code, "2025", gestart=50)], origin="voorbeeld"
    )
    first = publish.publish("2026-voorjaar")
    assert first.has_examples
    batch = world.deliver(world.counts("AM05", "2025", gestart=97)).batch_id
    second = publish.publish("2026-najaar")
    assert figure("gestart", "NL", "2025").coverage == "1/35"
    assert figure("gestart", "AM05", "2025").origin == "aangeleverd"
    assert figure("gestart", "AM01", "2025").status is Status.NOT_DELIVERED
    with publish.private.writer() as connection:
        publish.private.undo(connection, batch)
    third = publish.publish()
    assert third.label == "2026-najaar-2"
    assert third.fact("digest") == first.fact("digest") != second.fact("digest")
    assert figures.one(second, "gestart", "AM05", "2025").value == 97
