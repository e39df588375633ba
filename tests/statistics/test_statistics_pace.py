"""Pace: the formula on a hand-made history, its coverage over simulated regions, and a break it cannot know."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sdw.statistics.estimate import Unit
from sdw.statistics.pace import of_all, of_region
from sdw.statistics.season import RegionYear, Revision, Season, season
from tests.worlds import pace as worlds
from tests.worlds.statistics import PATIENT

#: Two years of two regions, worked out by hand below.
HISTORY = [
    *(RegionYear(2023, 40, 100), RegionYear(2023, 60, 100)),
    *(RegionYear(2024, 55, 110), RegionYear(2024, 45, 90)),
]


PLAIN = Season(rest=1.0, apart=0.02, between=0.003, uncertain=0.001, completion=1.0, late=0.0, years=3, revisions=0)


def test_a_season_by_hand() -> None:
    """π = 200/400; ρ from the squares 10², 10², 0, 0 with n/(n − years) = 2; both years have a share of ½."""
    found = season(HISTORY)
    assert found is not None
    rho = ((10**2 + 10**2) * 2 - 400 / 4) / ((2 * 100 * 99 + 110 * 109 + 90 * 89) / 4)
    assert found.rest == 1.0
    assert found.apart == pytest.approx(rho * 4)
    assert found.between == pytest.approx(2 * 0.05**2 / 3)
    sampling = (2 * 100 * (1 + 99 * rho) + 110 * (1 + 109 * rho) + 90 * (1 + 89 * rho)) / 400**2 * 4
    assert found.uncertain == pytest.approx(found.between / 2 + sampling)
    assert (found.completion, found.late, found.years) == (1.0, 0.0, 2)


def test_late_reporting_by_hand() -> None:
    """D = 210/200; what is left over of (110 − 105)² and (100 − 105·1)² after 200·1.05·0.05 expected."""
    found = season(HISTORY, [Revision(100, 110), Revision(100, 100)])
    assert found is not None
    assert found.completion == pytest.approx(1.05)
    assert found.late == pytest.approx((2 * 5**2 - 200 * 1.05 * 0.05) / (2 * 105**2))
    shrunk = season(HISTORY, [Revision(100, 90)])
    assert shrunk is not None
    assert shrunk.completion == 1.0, "a first delivery that shrank is not expected to shrink again"


def test_under_two_complete_years_nothing_is_said() -> None:
    assert season([]) is None
    assert season(HISTORY[:2]) is None
    assert season([*HISTORY[:2], RegionYear(2024, 0, 0)]) is None
    with pytest.raises(ValueError, match="a part of 5 in a year of 4"):
        season([RegionYear(2023, 5, 4)])


@pytest.fixture
def even() -> Season:
    return replace(PLAIN, completion=1.04, late=0.002, revisions=9)


def test_a_pace_by_hand(even: Season) -> None:
    """m and V as the formula has them; quantiles and chance from scipy's negative binomial."""
    count, first = 52, 52.5 * 1.04
    mean = first + 52 * 0.04
    variance = (
        first
        + first**2 * (1 / 52.5 + 0.02 + 0.003 + 0.001)
        + 52 * 1.04 * 0.04
        + (52 * 1.04) ** 2 * 0.002
        + 2 * first * 52 * 1.04 * 0.002
        + first**2 * 0.002
    )
    size = mean**2 / (variance - mean)
    rest = stats.nbinom(size, size / (size + mean))
    found = of_region(count, even, 100)
    assert found.total.value == pytest.approx(52 + mean)
    assert (found.total.low, found.total.high) == (52 + rest.ppf(0.025), 52 + rest.ppf(0.975))
    assert found.reaches == pytest.approx(rest.sf(47), abs=1e-12)
    assert found.total.unit is Unit.COUNT


@PATIENT
@given(st.lists(st.integers(0, 400), min_size=1, max_size=12), st.integers(0, 900))
def test_more_in_hand_never_lowers_the_chance_and_ends_do_not_add_up(counts: list[int], target: int) -> None:
    together = of_all(counts, PLAIN, target)
    each = [of_region(one, PLAIN) for one in counts]
    assert together.total.value == pytest.approx(sum(one.total.value for one in each), abs=len(counts))
    assert together.total.high <= sum(one.total.high for one in each) + 1
    assert sum(counts) <= together.total.low <= together.total.value <= together.total.high
    more = of_all([counts[0] + 1, *counts[1:]], PLAIN, target)
    assert together.reaches is not None
    assert more.reaches is not None
    assert together.reaches <= more.reaches + 1e-9
    assert of_all(counts, PLAIN, math.fsum(counts)).reaches == 1


def test_less_than_nothing_is_refused(even: Season) -> None:
    with pytest.raises(ValueError, match="no pace from -1"):
        of_region(-1, even)


@pytest.mark.parametrize("world", worlds.WORLDS[:4], ids=lambda world: world.name)
def test_coverage_as_simulated(world: worlds.World) -> None:
    """35 regions of the example's sizes, four years of history: 95% holds in 93-97% of the regions."""
    found = worlds.coverage(world, 150, 0.95)
    assert 0.93 <= found.regions <= 0.97
    assert found.nation >= 0.90
    if world is not worlds.POISSON:
        assert found.run_rate < 0.88, "without season, spread and late reporting the interval is far too sure"


def test_a_break_is_not_foreseen() -> None:
    """The test above can fail: the second half falls by a fifth, and nothing in the history tells of it."""
    found = worlds.coverage(worlds.BREAK, 150, 0.95)
    assert found.regions < 0.93
    assert found.nation < 0.5
