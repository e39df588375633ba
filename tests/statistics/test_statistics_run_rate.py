"""Run rate: the formula, its coverage, and what more in hand must do."""

from __future__ import annotations

import math
import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sdw.statistics.estimate import Unit
from tests.worlds.run_rate import run_rate
from tests.worlds.statistics import PATIENT

parts = st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)])


def test_half_a_year_in_hand() -> None:
    """1,700 in the first half: expected 1,700 + 1,700.5; ends from scipy's negative binomial."""
    found = run_rate(1700, Fraction(1, 2), target=3500)
    rest = stats.nbinom(1700.5, 0.5)
    assert found.total.value == 3400.5
    assert (found.total.low, found.total.high) == (1700 + rest.ppf(0.025), 1700 + rest.ppf(0.975))
    assert found.reaches == pytest.approx(rest.sf(1799), abs=1e-12)
    assert found.total.unit is Unit.COUNT


@PATIENT
@given(st.integers(0, 3000), parts, st.sampled_from([1.0, 1.5, 3.0]), st.sampled_from([0.8, 0.95]))
def test_the_prediction_holds_what_is_in_hand_and_the_straight_line(
    count: int, in_hand: Fraction, dispersion: float, level: float
) -> None:
    found = run_rate(count, in_hand, 100, dispersion, level)
    assert count <= found.total.low <= found.total.value <= found.total.high
    assert found.reaches is not None
    assert 0 <= found.reaches <= 1
    scipy_high = stats.nbinom((count + 0.5) / dispersion, float(in_hand)).ppf(0.5 + level / 2)
    assert found.total.high == count + math.ceil(dispersion * scipy_high)


@PATIENT
@given(st.integers(0, 500), parts)
def test_more_in_hand_never_lowers_the_chance_and_a_higher_target_never_raises_it(
    count: int, in_hand: Fraction
) -> None:
    def chance(of: int, target: float) -> float:
        reaches = run_rate(of, in_hand, target).reaches
        assert reaches is not None
        return reaches

    assert chance(count, 300) <= chance(count + 1, 300) + 1e-12
    assert chance(count, 301) <= chance(count, 300)
    assert chance(count, count) == 1


def test_a_whole_year_is_known() -> None:
    found = run_rate(98, Fraction(4, 4), target=100)
    assert (found.total.low, found.total.value, found.total.high, found.reaches) == (98, 98, 98, 0)
    assert run_rate(100, Fraction(1), target=100).reaches == 1
    assert run_rate(100, Fraction(1)).reaches is None


@pytest.mark.parametrize(("level", "least", "most"), [(0.80, 0.79, 0.88), (0.95, 0.94, 0.98)])
def test_coverage_as_simulated(level: float, least: float, most: float) -> None:
    """Poisson years of mean 25-400 without seasons: the interval covers about what it says."""
    source, generator = random.Random(20260702), np.random.default_rng(20260702)
    covered = 0
    for _ in range(3000):
        mean, share = source.uniform(25, 400), source.choice([Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)])
        before = int(generator.poisson(mean * float(share)))
        after = int(generator.poisson(mean * (1 - float(share))))
        covered += run_rate(before, share, level=level).total.interval.contains(before + after)
    assert least <= covered / 3000 <= most


@pytest.mark.parametrize(
    ("count", "in_hand", "dispersion"), [(-1, Fraction(1, 2), 1), (5, Fraction(0), 1), (5, Fraction(1, 2), 0)]
)
def test_what_has_no_pace_is_refused(count: int, in_hand: Fraction, dispersion: float) -> None:
    with pytest.raises(ValueError, match="no run rate"):
        run_rate(count, in_hand, dispersion=dispersion)
