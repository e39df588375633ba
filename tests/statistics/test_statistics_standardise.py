"""Mantel-Haenszel: Rothman's table, and when a difference may be a headline."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sdw.statistics.estimate import Unit
from sdw.statistics.proportions import difference_wald
from sdw.statistics.variation.standardise import Stratum, mantel_haenszel, standardised
from tests.worlds.statistics import PATIENT, counts

#: Deaths under tolbutamide and placebo by age (University Group Diabetes Program 1970).
ROTHMAN = [Stratum("<55", 8, 106, 5, 120), Stratum("55+", 22, 98, 16, 85)]


def test_rothman_table_15_1_as_in_r_metafor() -> None:
    """Rothman, Greenland & Lash (2008), p. 260: 0.035; 90% limits of metafor (chapter: -0.018, 0.088)."""
    found = mantel_haenszel(ROTHMAN, level=0.90)
    assert [round(number / 100, 4) for number in (found.value, found.low, found.high)] == [
        0.0349,
        -0.0176,
        0.0874,
    ]
    assert found.unit is Unit.PERCENTAGE_POINT


def test_in_one_large_stratum_the_limits_are_those_of_wald_however_uneven_the_groups() -> None:
    """Sato's variance is consistent: with many people it meets the binomial one of Greenland & Robins."""
    found, wald = mantel_haenszel([Stratum("all", 600, 2000, 1800, 18000)]), difference_wald(600, 2000, 1800, 18000)
    assert (found.low, found.high) == pytest.approx((wald.low, wald.high), abs=0.05)


def test_crude_and_adjusted_stand_side_by_side() -> None:
    found = standardised(ROTHMAN)
    assert found is not None
    assert round(found.crude.value / 100, 4) == 0.0446
    assert found.shift == pytest.approx(found.adjusted.value - 4.46, abs=0.01)
    assert (found.usable_share, found.left_out, found.headline) == (100, (), True)


def test_adjusting_takes_away_what_only_the_mix_explains() -> None:
    """Within each region the groups do equally well; one group lives mostly where everybody does."""
    found = standardised([Stratum("easy", 80, 100, 8, 10), Stratum("hard", 2, 10, 20, 100)])
    assert found is not None
    assert found.adjusted.value == pytest.approx(0, abs=1e-9)
    assert found.crude.value > 40
    assert not found.headline


def test_no_headline_under_seventy_percent_in_usable_strata() -> None:
    both = Stratum("both", 15, 50, 10, 50)
    assert _headline([both, Stratum("one", 12, 42, 0, 0)])
    assert not _headline([both, Stratum("one", 13, 43, 0, 0)])
    assert _headline([Stratum("both", 15, 35, 10, 35), Stratum("one", 12, 30, 0, 0)])


def _headline(strata: list[Stratum]) -> bool:
    found = standardised(strata)
    assert found is not None
    assert found.left_out == ("one",)
    return found.headline


def test_without_a_stratum_with_both_groups_there_is_no_answer() -> None:
    assert standardised([Stratum("a", 1, 5, 0, 0), Stratum("b", 0, 0, 2, 9)]) is None
    assert standardised([]) is None
    with pytest.raises(ValueError, match="people in both groups"):
        mantel_haenszel([Stratum("a", 1, 5, 0, 0)])
    with pytest.raises(ValueError, match="not a proportion"):
        Stratum("a", 1, 0, 0, 5)


strata = st.lists(
    st.builds(lambda first, second: Stratum("x", *first, *second), counts(100), counts(100)),
    min_size=1,
    max_size=20,
)


@PATIENT
@given(strata)
def test_the_difference_lies_among_the_strata_and_turns_with_the_groups(world: list[Stratum]) -> None:
    found = mantel_haenszel(world)
    each = [100 * (s.events_1 / s.total_1 - s.events_2 / s.total_2) for s in world]
    assert min(each) - 1e-9 <= found.value <= max(each) + 1e-9
    assert -100 <= found.low <= found.value <= found.high <= 100
    turned = [Stratum(s.key, s.events_2, s.total_2, s.events_1, s.total_1) for s in world]
    back = mantel_haenszel(turned)
    assert (found.value, found.low) == pytest.approx((-back.value, -back.high), abs=1e-6)


@PATIENT
@given(counts(200), counts(200))
def test_with_one_stratum_adjusted_is_crude(first: tuple[int, int], second: tuple[int, int]) -> None:
    assume(first[1] > 1 and second[1] > 1)
    found = standardised([Stratum("all", *first, *second)])
    assert found is not None
    assert found.shift == pytest.approx(0, abs=1e-9)
