"""What an outcome must be: rates over people followed, bounds over the cohort, young cohorts in no total."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.outcomes import Lens
from sdw.edition import editions
from sdw.edition import figures as reading
from sdw.production.publishing import publish
from sdw.reference.status import Status
from sdw.statistics import proportions
from tests.worlds import outcomes as world
from tests.worlds import store


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def test_a_rate_is_over_the_people_followed_with_a_wilson_interval() -> None:
    figure = world.find(world.figures(world.nation()), indicator="werk_12u", method="ips", months=12)
    expected = proportions.wilson(12 * (36 + 28), 12 * 160)
    assert (figure["numerator"], figure["denominator"]) == (12 * 64, 12 * 160)
    assert figure["value"] == pytest.approx(expected.value)
    assert (figure["low"], figure["high"]) == pytest.approx((expected.low, expected.high))
    assert figure["delivered"] == (12, 35)


def test_best_and_worst_case_are_over_the_whole_cohort() -> None:
    figure = world.find(world.figures(world.nation()), indicator="werk_12u", method="ips", months=12)
    assert figure["bound_low"] == pytest.approx(100 * 64 / 200)
    assert figure["bound_high"] == pytest.approx(100 * (64 + 40) / 200)


@pytest.mark.rule("young_groups")
def test_a_fresh_cohort_lowers_no_shown_success_rate() -> None:
    old = world.nation()
    before = world.figures(old)
    fresh = [
        one
        for region in ("AM01", "AM02", "AM05")
        for months in (6, 12)
        for one in world.row(region, "2026-H2", months, (300, 290, 0, 0))
    ]
    after = world.figures(old + fresh)
    shown = {key(one): one["value"] for one in before if one["value"] is not None}
    assert shown
    assert {
        name: value for name, value in {key(one): one["value"] for one in after}.items() if name in shown
    } == shown


def key(line: dict[str, object]) -> tuple[object, ...]:
    return tuple(line[name] for name in ("indicator", "region", "period", "method", "client_group", "months"))


@pytest.mark.rule("young_groups")
def test_a_cohort_that_has_not_come_so_far_is_not_applicable() -> None:
    lines = world.figures(world.nation() + world.plain("AM01", period="2026-H1", months=12))
    young = world.find(lines, indicator="werk_12u", period="2026-H1", months=12)
    assert (young["status"], young["value"], young["denominator"], young["delivered"]) == ("nvt", None, None, None)


def test_the_last_day_of_follow_up_decides() -> None:
    rows = world.nation(period="2025-H2", months=6)
    store.deliver(rows, dataset="uitkomsten")
    for day, status in ((dt.date(2026, 6, 30), "nvt"), (dt.date(2026, 7, 1), "waarde")):
        found = world.find(world.figures(rows, day), indicator="werk_12u", period="2025-H2", months=6)
        assert found["status"] == status


def test_a_region_with_three_people_shows_no_rate_anywhere() -> None:
    few = world.row("AM38", "2024-H1", 12, (3, 3, 2, 1))
    lines = world.figures(world.nation() + few)
    mine = [one for one in lines if one["region"] == "AM38" and one["months"] == 12]
    assert len(mine) == 4
    for one in mine:
        assert one["value"] is one["numerator"] is one["denominator"] is one["low"] is one["bound_low"] is None
    assert {one["status"] for one in mine} == {"afgeschermd"}


def test_three_people_cannot_be_found_by_taking_shown_regions_from_the_nation() -> None:
    few = world.row("AM38", "2024-H1", 12, (3, 3, 2, 1))
    lines = world.figures(world.nation(size=400) + few)
    for indicator in ("werk_12u", "werk_1u"):
        cells = [one for one in lines if (one["indicator"], one["method"], one["months"]) == (indicator, "ips", 12)]
        cells = [one for one in cells if one["client_group"] == "totaal" and not one["period"]]
        whole = [one["denominator"] for one in cells if one["region"] == "NL"]
        parts = [one["denominator"] for one in cells if one["region"] not in ("NL", "AM38")]
        known = [part for part in parts if part is not None]
        assert whole == [12 * 640 + 3], f"{indicator}: the nation is shown, so there is something to subtract from"
        assert 10 <= len(known) < 12, f"{indicator}: {whole[0]} - {sum(known)} = 3 people, or too little is shown"


def test_a_total_waits_for_a_part_that_was_delivered_for_other_months_only() -> None:
    rows = world.nation() + world.row("AM01", "2024-H1", 6, (50, 45, 20, 15), "werk_als_beste_zorg")
    lines = world.figures(rows)
    nation = world.find(lines, indicator="werk_12u", months=12)
    assert nation["delivered"] == (11, 35)
    assert world.find(lines, indicator="werk_12u", method="ips", months=12)["delivered"] == (12, 35)


def test_a_region_that_delivered_nothing_is_not_delivered() -> None:
    lines = world.figures(world.nation())
    assert world.find(lines, indicator="werk_12u", region="AM38", months=12)["status"] == "niet_aangeleverd"


def test_differences_need_five_regions_with_both_groups() -> None:
    four = [one for region in ("AM01", "AM02", "AM03", "AM05") for one in world.plain(region)]
    assert not [one for one in world.figures(four) if one["indicator"].startswith("verschil")]


def test_the_difference_at_equal_groups_is_that_of_each_stratum() -> None:
    lines = world.figures(world.nation())
    crude, equal = (
        world.find(lines, indicator=name, months=12) for name in ("verschil_12u", "verschil_12u_gelijk")
    )
    assert crude["value"] == equal["value"] == 10.0
    assert equal["numerator"] == 100
    assert all(one == round(one, 1) for one in (equal["low"], equal["high"]))  # type: ignore[call-overload]


def test_b7_regions_that_agree_make_no_interval_narrower_than_that_of_the_same_people() -> None:
    """Twelve regions with exactly the same difference: the crude interval of everybody is the yardstick."""
    lines = world.figures(world.nation())
    crude, mean, following, measured = (
        world.find(lines, indicator=f"verschil_12u{name}", months=12)
        for name in ("", "_regios", "_volgende_regio", "_volgende_regio_gemeten")
    )

    def width(line: dict[str, object]) -> float:
        return line["high"] - line["low"]  # type: ignore[operator]

    assert width(mean) >= width(crude) - 0.1
    assert (following["low"], following["high"]) == (mean["low"], mean["high"])
    assert (measured["numerator"], measured["denominator"]) == (160, 160)
    spread = proportions.difference_wald(64, 160, 48, 160)
    assert width(measured) > spread.high - spread.low > width(following)


def test_the_rest_is_the_total_minus_ips_over_the_same_regions() -> None:
    store.deliver(world.nation(), dataset="uitkomsten")
    edition = publish.publish()
    pair = outcomes.pair(Lens(edition, "werk_12u", 12))
    assert (pair.others.events, pair.others.followed) == (12 * (28 + 20), 12 * 160)
    assert pair.others.bounds is not None
    assert pair.others.bounds.worst == pytest.approx(100 * 48 / 200)
    total = reading.select(edition, "werk_12u", region="NL", period="", months=12, method="totaal")[0]
    assert outcomes.others_of(total, None).status is Status.NOT_DELIVERED


def test_an_edition_can_be_rebuilt_to_the_same_digest(tmp_path: Path) -> None:
    store.deliver(world.nation(), dataset="uitkomsten")
    publish.publish()
    edition = editions.find()
    assert publish.is_made_again(edition)
