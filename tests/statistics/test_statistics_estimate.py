"""Units and intervals: what cannot be mixed, and what a page must not import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.number_needed import number_needed
from tests.worlds.statistics import points


@pytest.mark.rule("units")
def test_percent_and_percentage_point_are_not_comparable() -> None:
    rate, difference = Interval(3, 8, Unit.PERCENT), Interval(3, 8, Unit.PERCENTAGE_POINT)
    assert rate.overlaps(Interval(8, 9, Unit.PERCENT))
    assert not rate.overlaps(Interval(8.1, 9, Unit.PERCENT))
    with pytest.raises(ValueError, match="not comparable"):
        rate.overlaps(difference)


def test_an_interval_runs_forward_and_has_a_level() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Interval(2, 1, Unit.PERCENT)
    with pytest.raises(ValueError, match="level"):
        Interval(1, 2, Unit.PERCENT, 95)


@pytest.mark.parametrize(
    ("unit", "low", "high", "excludes"),
    [
        (Unit.PERCENTAGE_POINT, 0.8, 6.7, True),
        (Unit.PERCENTAGE_POINT, -0.1, 6.7, False),
        (Unit.RATIO, 0.8, 1.2, False),
        (Unit.RATIO, 1.99, 2.9, True),
        (Unit.LOG_RATIO, -1.1, -0.3, True),
    ],
)
def test_no_difference_is_one_for_a_ratio_and_zero_for_a_difference(
    unit: Unit, low: float, high: float, excludes: bool
) -> None:
    assert Estimate((low + high) / 2, Interval(low, high, unit)).excludes_no_difference is excludes


def test_a_percentage_is_no_comparison() -> None:
    with pytest.raises(ValueError, match="not a comparison"):
        _ = Estimate(5, Interval(4, 6, Unit.PERCENT)).excludes_no_difference


def test_number_needed_only_where_the_interval_leaves_out_zero() -> None:
    needed = number_needed(points(7.5, 3.8, 11.3))
    assert needed is not None
    assert (round(needed.value, 1), round(needed.low, 1), round(needed.high, 1)) == (13.3, 8.8, 26.3)
    assert needed.unit is Unit.PEOPLE_PER_ONE
    assert number_needed(points(3.7, 0, 6.7)) is None
    assert number_needed(points(-5, -8, -2)) is None
    with pytest.raises(ValueError, match="percentage points"):
        number_needed(Estimate(5, Interval(4, 6, Unit.PERCENT)))


LIGHT = [
    *("estimate", "proportions", "number_needed", "trend", "worst_case"),
    *("variation.funnel", "variation.standardise"),
]
WITH_SCIPY = ["meta", "pace", "season", "variation.shrinkage"]


def _imported(modules: list[str]) -> set[str]:
    code = f"import sys\nfor name in {modules!r}: __import__('sdw.statistics.' + name)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_modules_that_pages_use_everywhere_need_the_standard_library_only() -> None:
    assert not {"numpy", "scipy", "statsmodels", "pandas"} & _imported(LIGHT)


def test_no_module_imports_statsmodels_or_the_slow_part_of_scipy() -> None:
    assert not {"statsmodels", "scipy.stats", "scipy.optimize", "pandas"} & _imported(
        [*LIGHT, *WITH_SCIPY, "scenario"]
    )
