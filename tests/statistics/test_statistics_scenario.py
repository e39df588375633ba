"""The scenario: what the published effect would bring, no more precise than it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.scenario import Inputs, simulate
from sdw.text.errors import UserError
from tests.worlds.statistics import points

#: Vukadin et al. (2024), at least twelve hours a week.
TWELVE = Inputs(1000, 20.0, points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3))


def test_a_thousand_trajectories_at_the_covenants_own_threshold() -> None:
    lowest, highest = simulate(TWELVE)
    assert (lowest.extra.value, highest.extra.value) == (37, 75)
    for variant, low, high in ((lowest, 7.5, 66.5), (highest, 37.5, 112.5)):
        assert (variant.extra.low, variant.extra.high) == pytest.approx((low, high), abs=0.6)
        assert variant.extra.unit is Unit.COUNT
        assert sum(variant.shares) == pytest.approx(1)
        assert len(variant.edges) == len(variant.shares) + 1


def test_the_same_inputs_give_the_same_picture_and_another_seed_nearly_so() -> None:
    assert simulate(TWELVE) == simulate(TWELVE)
    other = simulate(replace(TWELVE, seed=7))
    assert other != simulate(TWELVE)
    assert other[1].extra.low == pytest.approx(simulate(TWELVE)[1].extra.low, abs=0.6)


def test_luck_matters_most_where_few_people_take_part() -> None:
    small = simulate(replace(TWELVE, trajectories=30))[1]
    assert small.with_chance.high - small.with_chance.low > 2 * (small.extra.high - small.extra.low)
    large = simulate(replace(TWELVE, trajectories=20_000))[1]
    assert large.with_chance.high - large.with_chance.low < 1.05 * (large.extra.high - large.extra.low)


@pytest.mark.parametrize("trajectories", [100, 1000])
def test_b8_two_groups_have_the_luck_of_both(trajectories: int) -> None:
    """By the normal curve: variance n(p₁q₁ + p₀q₀) + n² se², with 20% without and 23.7% with IPS."""
    found = simulate(replace(TWELVE, trajectories=trajectories))[0]
    error = (6.7 - 0.8) / 2 / 1.959964 / 100
    spread = (trajectories * (0.237 * 0.763 + 0.2 * 0.8) + (trajectories * error) ** 2) ** 0.5
    middle = trajectories * 0.037
    assert found.two_groups.low == pytest.approx(middle - 1.96 * spread, rel=0.01)
    assert found.two_groups.high == pytest.approx(middle + 1.96 * spread, rel=0.01)
    assert found.two_groups.low < found.with_chance.low
    assert found.two_groups.high > found.with_chance.high


def test_cost_comes_from_the_readers_own_figure_only() -> None:
    assert [variant.cost_per_extra for variant in simulate(TWELVE)] == [None, None]
    highest = simulate(replace(TWELVE, cost=7000.0))[1]
    assert highest.number_needed is not None
    assert highest.cost_per_extra is not None
    assert highest.cost_per_extra.value == pytest.approx(7000 / 0.075)
    assert highest.cost_per_extra.unit is Unit.EURO


def test_an_effect_that_may_be_nothing_has_no_number_needed_and_no_cost() -> None:
    unsure = simulate(replace(TWELVE, lowest=points(2, -1, 5), cost=7000.0))[0]
    assert (unsure.number_needed, unsure.cost_per_extra) == (None, None)
    assert unsure.extra.low < 0 < unsure.extra.high


def test_nobody_can_be_more_than_at_work() -> None:
    lowest, highest = simulate(replace(TWELVE, baseline=95.0))
    assert highest.extra.value == pytest.approx(50)
    assert highest.extra.high <= 50 + 1e-9
    assert lowest.extra.low < lowest.extra.value


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 20_000), st.floats(0, 100), st.floats(-20, 20), st.floats(0, 15))
def test_limits_are_ordered_and_grow_with_the_number_of_people(
    trajectories: int, baseline: float, value: float, half: float
) -> None:
    effect = points(value, value - half, value + half)
    inputs = Inputs(trajectories, baseline, effect, effect, draws=2000)
    for one, two in zip(simulate(inputs), simulate(replace(inputs, trajectories=2 * trajectories)), strict=True):
        assert one.extra.low <= one.extra.high
        assert one.with_chance.low <= one.with_chance.high
        assert two.extra.high == pytest.approx(2 * one.extra.high)
        assert abs(one.extra.value) <= trajectories


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"trajectories": 0}, "aantal trajecten"),
        ({"trajectories": 1_000_001}, r"1\.000\.000"),
        ({"baseline": 101.0}, "percentage met werk"),
        ({"cost": -1.0}, "kosten per traject"),
        ({"lowest": points(5, -120, 130)}, "procentpunt"),
        ({"lowest": points(9, 1, 5)}, "laagste waarde eerst"),
    ],
)
def test_a_figure_that_cannot_be_gets_a_sentence(change: dict[str, object], names: str) -> None:
    with pytest.raises(UserError, match=names) as error:
        replace(TWELVE, **change)  # type: ignore[arg-type]
    assert re.search(r"[.]$", str(error.value))


def test_a_percentage_is_no_effect() -> None:
    with pytest.raises(ValueError, match="percentage points"):
        replace(TWELVE, highest=Estimate(7.5, Interval(3.8, 11.3, Unit.PERCENT)))
