"""Funnel limits: the published digits, and no verdict that small numbers cannot carry."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.statistics.estimate import Unit
from sdw.statistics.funnel import Dispersion, Verdict, dispersion, funnel, limits
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
    small, large = limits(centre, total, dispersion=factor), limits(centre, 4 * total, dispersion=factor)
    assert 0 <= small.low <= large.low <= centre <= large.high <= small.high <= 100
    wide = limits(centre, total, level=0.998, dispersion=factor)
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
    assert clear.dispersion.applied > 1


def test_far_outside_is_above_or_below_even_with_over_dispersion() -> None:
    world = {f"AM{number:02d}": (300 + number % 3, 1000) for number in range(1, 31)}
    placed = funnel(world | {"high": (500, 1000), "low": (100, 1000)}, minimum=20)
    assert placed.verdicts["high"] is Verdict.ABOVE
    assert placed.verdicts["low"] is Verdict.BELOW
    assert placed.dispersion.applied == 1


def test_dispersion_by_hand() -> None:
    """Four regions of 100 around 50%: z = -2, -1, 1, 2; ends pulled in to ∓1.7; mean square 1.945."""
    world = {"a": (40, 100), "b": (45, 100), "c": (55, 100), "d": (60, 100)}
    assert dispersion(world, 50.0) == Dispersion(pytest.approx(1.945), 1.0, 4)


def test_dispersion_is_applied_from_two_standard_errors_above_chance() -> None:
    """Of four regions the bar is 1 + 2√(2/4) = 2.414; z = ∓2.4 and ∓1.2, ends pulled in to ∓2.04: 2.8008."""
    world = {"a": (38, 100), "b": (44, 100), "c": (56, 100), "d": (62, 100)}
    found = dispersion(world, 50.0)
    assert found.measured == pytest.approx(2.8008)
    assert found.applied == found.measured


def test_chance_alone_is_rarely_called_dispersion_and_true_spread_is() -> None:
    source = random.Random(20260701)

    def world(spread: float) -> dict[str, tuple[int, int]]:
        def draw() -> tuple[int, int]:
            rate = min(1.0, max(0.0, source.gauss(0.3, spread)))
            return sum(source.random() < rate for _ in range(80)), 80

        return {str(number): draw() for number in range(35)}

    called = sum(dispersion(world(0.0), 30.0).applied > 1 for _ in range(100))
    seen = sum(dispersion(world(0.15), 30.0).applied > 1 for _ in range(20))
    assert called <= 5
    assert seen >= 18


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
    assert dispersion({"a": (0, 10)}, 0.0) == Dispersion(1.0, 1.0, 1)
    assert dispersion({}, 50.0).regions == 0
    with pytest.raises(ValueError, match="at least one region"):
        funnel({}, minimum=20)
    with pytest.raises(ValueError, match="between 0 and 100"):
        limits(101, 10)
