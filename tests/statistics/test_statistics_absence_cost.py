"""What absence costs: a product with a range, and a sentence for what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.statistics import absence_cost
from sdw.text.errors import UserError


def test_a_hundred_people_at_five_percent() -> None:
    found = absence_cost.of_year(100, 5, 300)
    assert (found.days.low, found.days.middle, found.days.high) == (900, 1100, 1300)
    assert (found.euros.low, found.euros.middle, found.euros.high) == pytest.approx((216_000, 330_000, 468_000))


@given(
    people=st.integers(1, absence_cost.MOST_PEOPLE),
    percentage=st.floats(0, 100),
    cost=st.floats(0, absence_cost.MOST_COST),
)
def test_the_estimate_lies_in_its_own_range(people: int, percentage: float, cost: float) -> None:
    found = absence_cost.of_year(people, percentage, cost)
    for part in (found.days, found.euros):
        assert part.low <= part.middle <= part.high


@pytest.mark.parametrize(("people", "cost"), [(0, 300), (10**7, 300), (100, -1), (100, 10**6)])
def test_what_cannot_be_gets_a_sentence(people: int, cost: float) -> None:
    with pytest.raises(UserError):
        absence_cost.of_year(people, 5, cost)


def test_a_percentage_is_a_percentage() -> None:
    with pytest.raises(ValueError, match="no percentage"):
        absence_cost.of_year(100, 101, 300)
