"""What published lines tell of the counts of regions: nothing published is read past by the attacker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdw.disclosure.intervals import attack
from sdw.disclosure.presolve import presolved
from sdw.disclosure.public import public_system
from sdw.disclosure.public.releases import Release, Told
from sdw.dissemination.attack.implied_counts import implied
from sdw.dissemination.exports.reading.figures import Seen
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.statistics import proportions

PERIOD = "2025-H1"


def line(region: str, value: float | None, indicator: str = "gestart", covered: int = 0, **more: float) -> Seen:
    status = Status.VALUE if value is not None else Status.SUPPRESSED
    empty = dict.fromkeys(("numerator", "denominator", "low", "high", "bound_low", "bound_high"))
    return Seen(indicator, region, PERIOD, "totaal", "totaal", status, value, **(empty | more), covered=covered)


def key(region: str, indicator: str = "gestart", method: str = "totaal") -> tuple[str, str, str, str, str]:
    return indicator, region, PERIOD, method, "totaal"


def test_at_least_is_the_sum_itself() -> None:
    found = implied([line("NL", None, covered=3, bound_low=120)])
    assert found.given_away == {key("NL"): 120}


def test_at_most_gives_the_sum_when_the_highest_region_is_shown() -> None:
    found = implied([line("AM01", 60), line("NL", None, covered=30, bound_high=500 + 5 * 60)])
    assert found.given_away == {key("NL"): 500}


def test_bounds_made_with_a_withheld_region_are_noticed() -> None:
    lines = [
        line("AM01", 60),
        line("AM02", None),
        line("NL", 500, covered=30, bound_low=500, bound_high=500 + 5 * 90),
    ]
    assert implied(lines).given_away == {key("AM02"): 90}
    two = implied([*lines, line("AM03", None)])
    assert two.given_away == {}
    assert {told.key[1]: told.most for told in two.cells if told.value is None} == {"AM02": 90, "AM03": 90}


def test_bounds_made_with_shown_regions_tell_nothing() -> None:
    lines = [
        line("AM01", 60),
        line("AM02", None),
        line("NL", 500, covered=30, bound_low=500, bound_high=500 + 5 * 60),
    ]
    found = implied(lines)
    assert found.given_away == {}
    assert all(told.most == float("inf") for told in found.cells)


def test_an_interval_gives_the_counts_behind_it_away() -> None:
    interval = proportions.wilson(37, 145).interval
    share = replace(line("AM01", None, "aandeel_ips"), low=interval.low, high=interval.high)
    assert implied([line("AM01", None), share]).given_away == {key("AM01"): 145}
    rate = proportions.rate_per_1000(145, 20_000).interval
    shown = replace(line("AM01", None, "per_1000_uitkeringen"), low=rate.low, high=rate.high)
    assert implied([line("AM01", None), shown]).given_away == {key("AM01"): 145}


def test_a_national_share_over_fewer_regions_is_a_sum_over_them() -> None:
    ips = [replace(line(code, None), method="ips") for code in ("AM01", "AM02")]
    totals = [line(code, 50) for code in ("AM01", "AM02", "AM03")]
    nation = [line("NL", 150, covered=3), replace(line("NL", None, covered=2), method="ips")]
    share = line("NL", 30, "aandeel_ips", covered=2, numerator=30, denominator=100)
    found = implied([*ips, *totals, *nation, share])
    assert found.given_away == {key("NL", method="ips"): 30}
    over = tuple(key(code) for code in ("AM01", "AM02"))
    assert found.sums == ((over, 100),)


@pytest.mark.parametrize(("most", "high"), [(float("inf"), 70), (40, 40)])
def test_an_upper_bound_narrows_what_is_open(most: float, high: float) -> None:
    cells = [
        Told(key("AM01"), None, most=most),
        Told(key("AM02"), None),
        Told(key("NL"), 70, covered=2),
    ]
    opened = public_system.opened([Release(cells)])
    simple = presolved(opened.view)
    found = attack(simple.view, [0])
    assert (found.low[0] + simple.offset[0], found.high[0] + simple.offset[0]) == (0, high)


def test_a_rounded_count_stands_for_a_range() -> None:
    cells = [Told(key("AM01"), 5, within=5), Told(key("AM02"), 0, within=5), Told(key("NL"), 5, 2, within=5)]
    opened = public_system.opened([Release(cells)])
    simple = presolved(opened.view)
    found = attack(simple.view, [0, 1, 2])
    assert found.low.tolist() == [1, 0, 1]
    assert found.high.tolist() == [9, 4, 9]
    assert opened.hidden.tolist() == [0, 1, 2]


def benefits(code: str) -> list[Seen]:
    facts = {"numerator": 1000.0, "denominator": 9000.0}
    return [
        replace(line(code, 111.0, name, **facts), period="2021") for name in ("bijstand_per_1000", "ao_per_1000")
    ]


@pytest.mark.parametrize(("high", "told"), [(1400 + 4 * 70, {}), (1400 + 4 * 90, {"AM38": 90})])
def test_b3_an_upper_bound_made_with_a_withheld_region_is_noticed(high: float, told: dict[str, float]) -> None:
    """Thirty regions with 40 to 70, one withheld, four missing: more than the highest that is shown is a leak."""
    codes = [*regions.CODES[:30], "AM38"]
    shown = [line(code, 70.0 if code == codes[0] else 40.0) for code in codes[:30]]
    nation = line("NL", 1400, covered=31, bound_low=1400, bound_high=high)
    context = [one for code in regions.CODES for one in benefits(code)]
    found = implied([*shown, line("AM38", None), nation, *context], by_rate=True)
    assert found.given_away == {key(code): value for code, value in told.items()}


def test_b2_at_least_of_an_unknown_sum_is_not_taken_for_the_sum() -> None:
    unknown = replace(line("AM01", None, bound_low=27), status=Status.UNKNOWN)
    assert implied([unknown]).cells == ()
