"""Loss to follow-up: what the people lost from sight could make of a rate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.statistics.estimate import Unit
from sdw.statistics.worst_case import Bounds, LossToFollowUp, difference_bounds, loss_to_follow_up
from tests.worlds.statistics import PATIENT


def test_rate_over_followed_and_bounds_over_the_cohort() -> None:
    """40 of 80 followed work; 20 of 100 were lost: 50%, and between 40% and 60%."""
    found = loss_to_follow_up(40, 80, 100)
    assert found.rate is not None
    assert (found.rate.value, found.lost_share) == (50, 20)
    assert found.bounds == Bounds(40, 60, Unit.PERCENT)


def test_nobody_followed_leaves_everything_open() -> None:
    assert loss_to_follow_up(0, 0, 10) == LossToFollowUp(None, Bounds(0, 100, Unit.PERCENT), 100)


@st.composite
def cohorts(draw: st.DrawFn) -> tuple[int, int, int]:
    cohort = draw(st.integers(1, 500))
    followed = draw(st.integers(0, cohort))
    return draw(st.integers(0, followed)), followed, cohort


@PATIENT
@given(cohorts())
def test_the_rate_lies_between_the_bounds_and_their_width_is_what_was_lost(
    world: tuple[int, int, int],
) -> None:
    found = loss_to_follow_up(*world)
    assert 0 <= found.bounds.worst <= found.bounds.best <= 100
    assert found.bounds.best - found.bounds.worst == pytest.approx(found.lost_share)
    if found.rate:
        assert found.bounds.worst - 1e-9 <= found.rate.value <= found.bounds.best + 1e-9


@PATIENT
@given(cohorts(), cohorts())
def test_a_difference_of_bounds_holds_the_difference_of_rates(
    first: tuple[int, int, int], second: tuple[int, int, int]
) -> None:
    one, two = loss_to_follow_up(*first), loss_to_follow_up(*second)
    between = difference_bounds(one.bounds, two.bounds)
    assert between.unit is Unit.PERCENTAGE_POINT
    assert -100 <= between.worst <= between.best <= 100
    if one.rate and two.rate:
        assert between.worst - 1e-9 <= one.rate.value - two.rate.value <= between.best + 1e-9
    with pytest.raises(ValueError, match="two percentages"):
        difference_bounds(between, two.bounds)


@pytest.mark.parametrize("world", [(5, 4, 10), (1, 11, 10), (-1, 4, 10), (0, 0, 0)])
def test_counts_that_do_not_nest_are_refused(world: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        loss_to_follow_up(*world)
