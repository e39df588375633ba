"""From a published interval back to the counts behind it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sdw.statistics import inversion, proportions


@given(st.integers(1, 4000), st.data())
def test_wilson_is_turned_round(total: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, total))
    interval = proportions.wilson(events, total).interval
    assert inversion.wilson(interval.low, interval.high) == (events, total)


@given(st.integers(2, 100_000), st.floats(100, 1e6))
def test_a_rate_is_turned_round(events: int, population: float) -> None:
    interval = proportions.rate_per_1000(events, population).interval
    assert inversion.rate_per_1000(interval.low, interval.high) == events


def test_what_no_whole_counts_fit_is_left_alone() -> None:
    assert inversion.wilson(10.0, 30.123) is None
    assert inversion.rate_per_1000(0.0, 2.0) is None
    assert inversion.rate_per_1000(1.0, 1.2345) is None
