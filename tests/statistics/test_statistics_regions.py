"""What the page says of regions, proven by simulation: level and power of the test, and coverage of pooled rates.

A quick sample; the whole table is made by `python -m benchmarks.regions_simulated` (docs/methods.md).
"""

from __future__ import annotations

import numpy as np
import pytest

from sdw.dissemination.figures.sentences import ips
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.variation import shrinkage
from sdw.statistics.variation.funnel import Verdict, dispersion, funnel
from tests.worlds.statistics import SIZES, golden, simulated

SEED = 20261126


def _share_called_different(spread: float, worlds: int) -> float:
    source = np.random.default_rng(SEED)
    drawn = (simulated(source, SIZES, 0.3, spread)[0] for _ in range(worlds))
    return sum(dispersion(world).applied > 0 for world in drawn) / worlds


def test_b9_equal_regions_are_called_different_in_five_percent_of_worlds() -> None:
    """1,000 worlds: two standard errors are 1.4 percentage points. It was 0.1%."""
    assert 0.03 <= _share_called_different(0.0, 1000) <= 0.07


def test_b9_regions_that_differ_by_five_points_are_called_different_nine_times_in_ten() -> None:
    """It was 45 to 75% of worlds."""
    assert _share_called_different(0.05, 300) >= 0.87


def test_b9_the_size_of_the_differences_is_not_pulled_down() -> None:
    source = np.random.default_rng(SEED)
    found = [dispersion(simulated(source, SIZES, 0.3, 0.05)[0]).measured for _ in range(300)]
    assert np.sqrt(np.mean(np.square(found))) == pytest.approx(5.0, abs=0.3)


@pytest.mark.parametrize("spread", [0.03, 0.05, 0.08])
def test_b9_pooled_intervals_hold_the_true_rate_in_95_percent(spread: float) -> None:
    """40 worlds of 27 regions. It was 78 to 87%."""
    source = np.random.default_rng(SEED)
    held = []
    for _ in range(40):
        world, true = simulated(source, SIZES, 0.3, spread)
        pooled = shrinkage.pooling(*zip(*world.values(), strict=True))
        rates = [pooled.rate(*counts) for counts in world.values()]
        held += [one.interval.contains(100 * rate) for one, rate in zip(rates, true, strict=True)]
    assert 0.92 <= np.mean(held) <= 0.98


def test_b9_all_spreads_that_the_counts_allow_have_the_means_of_gelman() -> None:
    """Bayesian Data Analysis, 3rd ed., section 5.3: E(a) = 2.4 and E(b) = 14.3 for the rat tumours."""
    rats = [(int(row["events"]), int(row["total"])) for row in golden("rat_tumours.csv")]
    spread = shrinkage.pooling(*zip(*rats, strict=True)).spread
    assert (spread.weights * spread.a).sum() == pytest.approx(2.4, abs=0.05)
    assert (spread.weights * spread.b).sum() == pytest.approx(14.3, abs=0.05)


@pytest.mark.parametrize("spread", [0.0, 0.03, 0.05, 0.1])
def test_b9_the_verdict_and_the_pooled_rate_never_contradict_on_one_row(spread: float) -> None:
    source = np.random.default_rng(SEED)
    for _ in range(10):
        world, _ = simulated(source, SIZES, 0.3, spread)
        placed = funnel(world, minimum=20)
        pooled = shrinkage.pooling(*zip(*world.values(), strict=True))
        for key, counts in world.items():
            rate, verdict = pooled.rate(*counts), placed.verdicts[key]
            words = ips.standing(placed, verdict, rate)
            same = rate.interval.contains(placed.centre)
            assert ("niet te onderscheiden" in words) <= same
            assert (words in ("boven de grenzen", "onder de grenzen")) <= (not same)
            if verdict is Verdict.ABOVE:
                assert rate.value > placed.centre
            if verdict is Verdict.BELOW:
                assert rate.value < placed.centre


def test_b9_what_is_said_where_limits_and_pooled_rate_differ() -> None:
    world = {str(number): (30, 100) for number in range(10)}
    placed = funnel(world, minimum=20)

    def said(verdict: Verdict, low: float, high: float) -> str:
        return ips.standing(placed, verdict, Estimate((low + high) / 2, Interval(low, high, Unit.PERCENT)))

    assert said(Verdict.INDISTINGUISHABLE, 25, 35) == "niet te onderscheiden van landelijk"
    assert said(Verdict.INDISTINGUISHABLE, 31, 39) == "anders dan landelijk, zoals regio's vaker verschillen"
    assert said(Verdict.ABOVE, 31, 39) == "boven de grenzen"
    assert said(Verdict.ABOVE, 29, 39) == "boven de grenzen, misschien door toeval"
    assert said(Verdict.BELOW, 20, 31) == "onder de grenzen, misschien door toeval"
    assert said(Verdict.TOO_FEW, 31, 39) == "te weinig mensen voor een oordeel"
