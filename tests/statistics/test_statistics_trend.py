"""Quarters: same quarter a year earlier, the moving year, and when a trend may be named."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.statistics.trend import Point, may_name_a_trend, moving_year, same_quarter_difference
from tests.worlds.statistics import PATIENT

#: Sickness absence of all sectors, percent (Statistics Netherlands, 80072ned).
ABSENCE: dict[tuple[int, int], float | None] = {
    (2019, 1): 4.7, (2019, 2): 4.3, (2019, 3): 4.0, (2019, 4): 4.5,
    (2020, 1): 5.2, (2020, 2): 4.5, (2020, 3): 4.4, (2020, 4): 4.9,
    (2021, 1): None,
}  # fmt: skip


@pytest.mark.rule("same_quarter")
def test_a_quarter_is_compared_with_the_same_quarter_a_year_earlier() -> None:
    assert same_quarter_difference(ABSENCE, (2020, 1)) == pytest.approx(0.5)
    assert same_quarter_difference(ABSENCE, (2021, 1)) is None
    assert same_quarter_difference(ABSENCE, (2019, 4)) is None


def test_the_moving_year_is_the_plain_mean_of_four_quarters() -> None:
    assert moving_year(ABSENCE, (2019, 4)) == pytest.approx(4.375)
    assert moving_year(ABSENCE, (2020, 2)) == pytest.approx((4.0 + 4.5 + 5.2 + 4.5) / 4)


def test_the_moving_year_may_differ_from_the_published_year() -> None:
    """Statistics Netherlands gives 4.7 for 2020."""
    assert moving_year(ABSENCE, (2020, 4)) == pytest.approx(4.75)


def test_one_quarter_missing_is_the_year_missing() -> None:
    assert moving_year(ABSENCE, (2021, 1)) is None
    assert moving_year(ABSENCE, (2019, 3)) is None


@PATIENT
@given(st.lists(st.floats(0, 20), min_size=4, max_size=4))
def test_the_moving_year_lies_among_its_quarters(values: list[float]) -> None:
    series = {(2024, number + 1): value for number, value in enumerate(values)}
    mean = moving_year(series, (2024, 4))
    assert mean is not None
    assert min(values) - 1e-9 <= mean <= max(values) + 1e-9


def _year(year: int, definition: str = "gestart") -> Point:
    return Point(dt.date(year, 1, 1), dt.date(year, 12, 31), definition)


@pytest.mark.rule("trend")
def test_five_years_may_be_called_a_trend_and_four_may_not() -> None:
    assert may_name_a_trend(_year(year) for year in range(2020, 2025))
    assert not may_name_a_trend(_year(year) for year in range(2021, 2025))


@pytest.mark.rule("trend")
def test_moving_years_overlap_and_do_not_add_points() -> None:
    starts = [dt.date(2022, month, 1) for month in (1, 4, 7, 10)] + [dt.date(2023, 1, 1)]
    moving = [Point(start, dt.date(start.year + 1, start.month, 1) - dt.timedelta(1), "x") for start in starts]
    assert not may_name_a_trend(moving)


@pytest.mark.rule("trend")
def test_other_definitions_other_lengths_and_doubles_do_not_add_points() -> None:
    four = [_year(year) for year in range(2021, 2025)]
    half = Point(dt.date(2025, 1, 1), dt.date(2025, 6, 30), "gestart")
    assert not may_name_a_trend([*four, _year(2025, "uitgevoerd")])
    assert not may_name_a_trend([*four, half])
    assert not may_name_a_trend([*four, *four])
    assert not may_name_a_trend([])
