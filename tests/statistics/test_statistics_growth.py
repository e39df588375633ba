"""Growth a year and the spread of years: against statsmodels and by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from sdw.statistics.estimate import Unit
from sdw.statistics.proportions import count_byar
from sdw.statistics.variation import growth, spread

COUNTS = [(2021, 44.0), (2022, 51.0), (2023, 60.0), (2024, 94.0), (2025, 81.0)]


@pytest.mark.parametrize("counts", [COUNTS, [(year, count + 20 * (year % 2)) for year, count in COUNTS]])
def test_growth_of_counts_is_the_quasi_poisson_fit_of_statsmodels(counts: list[tuple[int, float]]) -> None:
    years, values = np.array([year - 2023.0 for year, _ in counts]), np.array([count for _, count in counts])
    fit = sm.GLM(values, sm.add_constant(years), family=sm.families.Poisson()).fit(scale="X2")
    wide = max(1.0, 1 / fit.scale) ** 0.5  # theirs may be narrower than chance
    half = stats.t.ppf(0.975, 3) * fit.bse[1] * wide
    found = growth.of_counts(counts)
    assert found is not None
    assert (found.value, found.unit) == (pytest.approx(math.exp(fit.params[1])), Unit.RATIO)
    assert (math.log(found.low), math.log(found.high)) == (
        pytest.approx(fit.params[1] - half),
        pytest.approx(fit.params[1] + half),
    )


def test_growth_of_percentages_is_the_line_of_scipy() -> None:
    points = [(2020, 4.7), (2021, 4.9), (2022, 5.6), (2023, 5.3), (2024, 5.2)]
    line = stats.linregress([year for year, _ in points], [value for _, value in points])
    found = growth.of_percentages(points)
    assert found.value == pytest.approx(line.slope)
    assert found.high == pytest.approx(line.slope + stats.t.ppf(0.975, 3) * line.stderr)


def test_figures_on_one_line_are_no_surer_than_their_rounding() -> None:
    found = growth.of_percentages([(year, 5.0) for year in range(2020, 2025)])
    assert found.high == pytest.approx(stats.t.ppf(0.975, 3) * math.sqrt(0.1**2 / 12 / 10))


def test_no_line_through_fewer_than_five_points_and_none_through_nothing() -> None:
    with pytest.raises(ValueError, match="no trend from 4 points"):
        growth.of_counts(COUNTS[:4])
    with pytest.raises(ValueError, match="no trend from 5 points"):
        growth.of_percentages([(2021, 5.0)] * 5)
    assert growth.of_counts([(year, 0.0) for year in range(5)]) is None


def test_spread_by_hand() -> None:
    """Twenty regions of 100, 130, 100: d = -60, chance 600, Σw²y(y - 1) = 9,900 + 4·16,770 + 9,900 = 86,880."""
    same = {str(number): {2021: 100.0, 2022: 130.0, 2023: 100.0} for number in range(10)}
    turned = {f"-{number}": {2021: 100.0, 2022: 70.0, 2023: 100.0} for number in range(10)}
    found = spread.between_years({**same, **turned})
    above = 10 * (60**2 - 100 - 4 * 130 - 100) + 10 * (60**2 - 100 - 4 * 70 - 100)
    below = 10 * (9900 * 2 + 4 * 130 * 129) + 10 * (9900 * 2 + 4 * 70 * 69)
    assert found == pytest.approx(above / below)


def test_what_a_year_does_everywhere_and_a_straight_line_are_no_spread() -> None:
    rows = {str(at): {2021: 50.0 + at, 2022: 2 * (60.0 + at), 2023: 70.0 + at} for at in range(20)}
    assert spread.between_years(rows) == 0.0


def test_too_little_to_learn_from_is_assumed() -> None:
    assert spread.between_years({"a": {2021: 50.0, 2022: 80.0, 2023: 50.0}}) == spread.ASSUMED


def test_a_level_without_spread_is_byars_and_with_it_wider() -> None:
    own, wide = spread.level(100, 0.0), spread.level(100, 0.01)
    assert (own.low, own.high) == pytest.approx((count_byar(100).low, count_byar(100).high))
    assert wide.low == pytest.approx(100 - math.hypot(100 - own.low, 1.959964 * 10))
    together = spread.of_sum(100, [50, 50], 0.01)
    assert own.low > together.low > wide.low, "two regions differ less together than one"


def test_a_ratio_by_hand() -> None:
    found = spread.ratio((30, 1000), (20, 1000), 0.01)
    half = 1.959964 * math.sqrt(1 / 30.5 + 1 / 20.5 + 0.02)
    assert found.value == pytest.approx(30.5 / 20.5)
    assert found.low == pytest.approx(30.5 / 20.5 / math.exp(half))
    with pytest.raises(ValueError, match="population"):
        spread.ratio((30, 0), (20, 1000), 0.0)
