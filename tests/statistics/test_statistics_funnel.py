"""Funnel limits: the published digits, and no verdict that small numbers cannot carry."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.statistics.estimate import Unit
from sdw.statistics.variation.funnel import Dispersion, Verdict, dispersion, funnel, limits
from tests.worlds.statistics import PATIENT, counts


@pytest.mark.parametrize(
    ("total", "low", "high"), [(10, 56.1543, 100), (102, 72.9749, 88.3100), (1008, 78.2034, 83.0815)]
)
def test_limits_give_the_values_of_phe_indicator_methods(total: int, low: float, high: float) -> None:
    between = limits(80.642448, total)
    assert (round(between.low, 4), round(between.high, 4)) == (low, high)
    assert between.unit is Unit.PERCENT


@PATIENT
@given(st.floats(0, 100), st.integers(1, 5000), st.floats(1, 9))
def test_limits_hold_the_centre_stay_in_range_and_narrow_with_numbers(
    centre: float, total: int, factor: float
) -> None:
    small, large = limits(centre, total, spread=factor), limits(centre, 4 * total, spread=factor)
    assert 0 <= small.low <= large.low <= centre <= large.high <= small.high <= 100
    wide = limits(centre, total, level=0.998, spread=factor)
    assert wide.low <= small.low
    assert small.high <= wide.high


def test_a_region_in_the_limits_cannot_be_told_apart_and_a_small_one_is_not_judged() -> None:
    world = {
        "AM01": (300, 1000),
        "AM02": (330, 1000),
        "AM03": (480, 1000),
        "AM05": (90, 1000),
        "AM06": (3, 3),
    }
    placed = funnel(world, minimum=20, centre=30.0)
    assert placed.verdicts["AM01"] is Verdict.INDISTINGUISHABLE
    assert placed.verdicts["AM06"] is Verdict.TOO_FEW
    assert placed.expected_outside == pytest.approx(4 * 0.05)
    clear = funnel({key: world[key] for key in ("AM01", "AM03")}, minimum=20, centre=30.0)
    assert clear.dispersion.applied > 0


def test_far_outside_is_above_or_below_even_with_over_dispersion() -> None:
    world = {f"AM{number:02d}": (300 + number % 3, 1000) for number in range(1, 31)}
    placed = funnel(world | {"high": (500, 1000), "low": (100, 1000)}, minimum=20)
    assert placed.verdicts["high"] is Verdict.ABOVE
    assert placed.verdicts["low"] is Verdict.BELOW
    assert placed.dispersion.applied > 4


def test_dispersion_by_hand() -> None:
    """Four regions of 100 around 50%: z = -2, -1, 1, 2, so Q = 10 on 3 degrees, chance 0.0186; τ² = 7 / 0.12."""
    world = {"a": (40, 100), "b": (45, 100), "c": (55, 100), "d": (60, 100)}
    between = math.sqrt(7 / (0.16 - 0.04))
    assert dispersion(world) == Dispersion(pytest.approx(0.018566, abs=1e-6), between, between, 4)


def test_dispersion_is_applied_only_where_chance_would_rarely_give_it() -> None:
    """z = ∓1.6 and ∓0.8: Q = 6.4 on 3 degrees, chance 9.4%: measured, and not used for the limits."""
    world = {"a": (42, 100), "b": (46, 100), "c": (54, 100), "d": (58, 100)}
    found = dispersion(world)
    assert found.chance == pytest.approx(0.0937, abs=1e-4)
    assert found.measured == pytest.approx(math.sqrt(3.4 / 0.12))
    assert found.applied == 0


def test_limits_with_spread_add_the_variance_of_chance_and_that_between_regions() -> None:
    """40% of 96 people: chance 5 points; with 12 points between regions the root of 25 + 144 is 13."""
    between = limits(40.0, 96, spread=12.0)
    assert (between.low, between.high) == pytest.approx((40 - 1.959964 * 13, 40 + 1.959964 * 13), abs=1e-4)


@PATIENT
@given(st.dictionaries(st.text(min_size=1, max_size=3), counts(200), min_size=1, max_size=35))
def test_every_region_gets_one_verdict_that_follows_from_its_limits(
    world: dict[str, tuple[int, int]],
) -> None:
    placed = funnel(world, minimum=20)
    assert placed.verdicts.keys() == world.keys()
    for key, (events, total) in world.items():
        inside = placed.limits(total).contains(100 * events / total)
        if total < 20:
            assert placed.verdicts[key] is Verdict.TOO_FEW
        else:
            assert (placed.verdicts[key] is Verdict.INDISTINGUISHABLE) == inside


def test_without_spread_or_regions() -> None:
    assert dispersion({"a": (0, 10)}) == Dispersion(1.0, 0.0, 0.0, 1)
    assert dispersion({"a": (0, 10), "b": (0, 20)}) == Dispersion(1.0, 0.0, 0.0, 2)
    assert dispersion({"a": (10, 10), "b": (20, 20)}).applied == 0
    assert dispersion({}).regions == 0
    with pytest.raises(ValueError, match="at least one region"):
        funnel({}, minimum=20)
    with pytest.raises(ValueError, match="between 0 and 100"):
        limits(101, 10)
