"""Partial pooling: the rat tumours, and what pooling may and may not do."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaln

from sdw.statistics.shrinkage import Prior, pooling
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
    """4 of 14: (2.3416 + 4) / (2.3416 + 14.1148 + 14)."""
    rate = pooling(*zip(*_RATS, strict=True)).rate(4, 14)
    assert rate.value == pytest.approx(100 * 6.3416 / 30.4564, abs=1e-3)
    assert rate.low < rate.value < rate.high


def test_regions_that_differ_no_more_than_chance_all_get_the_national_rate() -> None:
    pooled = pooling([30, 31, 29, 30], [100, 100, 100, 100])
    assert pooled.prior is None
    assert pooled.rate(31, 100) == pooled.national
    assert pooling([0, 0], [10, 20]).prior is None


worlds = st.lists(counts(150), min_size=3, max_size=35)


@settings(max_examples=60, deadline=None)
@given(worlds)
def test_a_pooled_rate_lies_between_the_raw_and_the_mean_and_keeps_the_order(
    world: list[tuple[int, int]],
) -> None:
    pooled = pooling(*zip(*world, strict=True))
    if pooled.prior is None or pooled.prior.weight < 1e-3:
        return
    for events, total in world:
        rate = pooled.rate(events, total)
        raw, mean = 100 * events / total, pooled.prior.mean
        assert min(raw, mean) - 1e-6 <= rate.value <= max(raw, mean) + 1e-6
        assert 0 <= rate.low <= rate.high <= 100
        assert pooled.rate(events, 2 * total).value <= rate.value


def test_a_large_region_moves_less_than_a_small_one() -> None:
    pooled = pooling(*zip(*_RATS, strict=True))
    small, large = pooled.rate(8, 20), pooled.rate(80, 200)
    assert abs(large.value - 40) < abs(small.value - 40)
    assert large.high - large.low < small.high - small.low
    prior = pooled.prior
    assert prior is not None
    assert pooled.rate(0, 0).value == pytest.approx(prior.mean)


def test_one_region_or_uneven_lists_are_refused() -> None:
    for events, totals in (([1], [2]), ([1, 2], [3])):
        with pytest.raises(ValueError, match="at least two regions"):
            pooling(events, totals)
    with pytest.raises(ValueError, match="not a proportion"):
        pooling([3, 1], [2, 2])
