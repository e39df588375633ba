"""Partial pooling: the rat tumours, and what pooling may and may not do."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betainc, betaln

from sdw.statistics.variation.shrinkage import Prior, pooling
from tests.worlds.statistics import counts, golden

_RATS = [(int(row["events"]), int(row["total"])) for row in golden("rat_tumours.csv")]


def _likelihood(prior: Prior) -> float:
    return math.fsum(
        betaln(prior.a + events, prior.b + total - events) - betaln(prior.a, prior.b) for events, total in _RATS
    )


def test_rat_tumours_as_in_r_vgam() -> None:
    """VGAM prints 2.3415 and 14.114; it stops a hair before the top (docs/methods.md)."""
    prior = pooling(*zip(*_RATS, strict=True)).prior
    assert prior is not None
    assert prior.a == pytest.approx(2.3415, abs=2e-4)
    assert prior.b == pytest.approx(14.114, abs=1e-3)
    assert _likelihood(prior) > _likelihood(Prior(2.3415, 14.114))


def test_the_top_of_the_likelihood_is_a_top() -> None:
    prior = pooling(*zip(*_RATS, strict=True)).prior
    assert prior is not None
    for factor_a, factor_b in ((1.001, 1), (0.999, 1), (1, 1.001), (1, 0.999), (1.001, 1.001)):
        assert _likelihood(Prior(prior.a * factor_a, prior.b * factor_b)) < _likelihood(prior)


def test_the_last_rat_group_is_pulled_from_29_to_21_percent() -> None:
    """4 of 14: with the likeliest prior (2.3416 + 4) / (2.3416 + 14.1148 + 14); with all priors, near it."""
    rate = pooling(*zip(*_RATS, strict=True)).rate(4, 14)
    assert rate.value == pytest.approx(100 * 6.3416 / 30.4564, abs=0.5)
    assert rate.low < rate.value < rate.high


def test_the_mixture_is_that_of_beta_functions() -> None:
    """Ends and mean by the step grid against the mixture of exact Beta distributions."""
    spread = pooling(*zip(*_RATS, strict=True)).spread
    mean, low, high = spread.rate(4, 14, 0.95)
    a, b = spread.a + 4, spread.b + 10
    assert (spread.weights * betainc(a, b, low)).sum() == pytest.approx(0.025, abs=2e-4)
    assert (spread.weights * betainc(a, b, high)).sum() == pytest.approx(0.975, abs=2e-4)
    assert mean == pytest.approx((spread.weights * a / (a + b)).sum())


def test_regions_that_differ_no_more_than_chance_get_nearly_the_national_rate() -> None:
    pooled = pooling([30, 31, 29, 30] * 5, [100] * 20)
    assert pooled.prior is None
    below, above = pooled.rate(29, 100), pooled.rate(31, 100)
    assert below.value < pooled.national.value < above.value
    assert above.value - below.value < 0.3
    assert above.interval.contains(pooled.national.value)


@pytest.mark.parametrize("counts", [([0, 0], [10, 20]), ([10, 20], [10, 20]), ([0, 1], [900_000, 900_000])])
def test_nobody_or_everybody_gives_a_rate_all_the_same(counts: tuple[list[int], list[int]]) -> None:
    pooled = pooling(*counts)
    for events, total in zip(*counts, strict=True):
        rate = pooled.rate(events, total)
        assert 0 <= rate.low <= rate.value <= rate.high <= 100


worlds = st.lists(counts(150), min_size=3, max_size=35)


@settings(max_examples=60, deadline=None)
@given(worlds)
def test_a_pooled_rate_lies_between_the_raw_and_the_mean_and_keeps_the_order(
    world: list[tuple[int, int]],
) -> None:
    pooled = pooling(*zip(*world, strict=True))
    means = 100 * pooled.spread.a / (pooled.spread.a + pooled.spread.b)
    for events, total in world:
        rate = pooled.rate(events, total)
        raw = 100 * events / total
        assert min(raw, means.min()) - 1e-6 <= rate.value <= max(raw, means.max()) + 1e-6
        assert 0 <= rate.low <= rate.high <= 100
        assert pooled.rate(events, 2 * total).value <= rate.value


def test_a_large_region_moves_less_than_a_small_one() -> None:
    pooled = pooling(*zip(*_RATS, strict=True))
    small, large = pooled.rate(8, 20), pooled.rate(80, 200)
    assert abs(large.value - 40) < abs(small.value - 40)
    assert large.high - large.low < small.high - small.low
    prior = pooled.prior
    assert prior is not None
    assert pooled.rate(0, 0).value == pytest.approx(prior.mean, abs=0.5)


def test_one_region_or_uneven_lists_are_refused() -> None:
    for events, totals in (([1], [2]), ([1, 2], [3])):
        with pytest.raises(ValueError, match="at least two regions"):
            pooling(events, totals)
    with pytest.raises(ValueError, match="not a proportion"):
        pooling([3, 1], [2, 2])
