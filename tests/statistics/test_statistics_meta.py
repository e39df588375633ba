"""Meta-analysis: the BCG trials as R metafor has them, and when we do not pool."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats import meta_analysis as statsmodels_meta

from sdw.statistics import meta, proportions
from sdw.statistics.estimate import Estimate, Interval, Unit
from tests.worlds.statistics import golden, points


def _bcg() -> list[meta.Effect]:
    cells = ("tpos", "tneg", "cpos", "cneg")
    trials = [[int(row[name]) for name in cells] for row in golden("dat_bcg.csv")]
    return [meta.log_risk_ratio(a, a + b, c, c + d) for a, b, c, d in trials]


def test_each_trial_has_the_effect_and_variance_of_metafor() -> None:
    for effect, row in zip(_bcg(), golden("dat_bcg.csv"), strict=True):
        assert effect.value == pytest.approx(float(row["yi"]), abs=1e-12)
        assert effect.variance == pytest.approx(float(row["vi"]), abs=1e-12)
        assert effect.unit is Unit.LOG_RATIO


def _digits(found: meta.RandomEffects) -> list[float]:
    numbers = [found.mean.value, found.standard_error, found.mean.low, found.mean.high]
    return [round(number, 4) for number in (*numbers, found.prediction.low, found.prediction.high)]


def test_bcg_reml_to_the_digit() -> None:
    found = meta.random_effects(_bcg(), hartung_knapp=False)
    assert _digits(found) == [-0.7145, 0.1798, -1.0669, -0.3622, -1.8667, 0.4376]
    assert (round(found.tau2, 4), round(found.i2, 2), round(found.q, 4)) == (0.3132, 92.22, 152.2330)
    assert found.studies == 13


def test_bcg_hartung_knapp_to_the_digit() -> None:
    found = meta.random_effects(_bcg())
    assert _digits(found) == [-0.7145, 0.1808, -1.1084, -0.3206, -1.9960, 0.5670]


def test_bcg_as_a_ratio() -> None:
    ratio, prediction = meta.random_effects(_bcg(), hartung_knapp=False).as_ratio()
    assert (round(ratio.value, 4), round(ratio.low, 4), round(ratio.high, 4)) == (0.4894, 0.3441, 0.6962)
    assert prediction.unit is ratio.unit is Unit.RATIO
    assert prediction.low == pytest.approx(math.exp(-1.8667), abs=1e-4)


def test_statsmodels_agrees_on_q_and_on_the_mean_given_tau() -> None:
    effects = _bcg()
    found = meta.random_effects(effects, hartung_knapp=False)
    values, variances = np.array([(e.value, e.variance) for e in effects]).T
    mean = statsmodels_meta.combine_effects(values, variances + found.tau2)
    assert mean.mean_effect_fe == pytest.approx(found.mean.value)
    assert mean.sd_eff_w_fe == pytest.approx(found.standard_error)
    assert statsmodels_meta.combine_effects(values, variances).q == pytest.approx(found.q)


def test_an_empty_cell_gets_a_half_in_all_four() -> None:
    effect = meta.log_risk_ratio(0, 10, 5, 10)
    assert effect.value == pytest.approx(math.log((0.5 / 11) / (5.5 / 11)))
    difference = meta.risk_difference(0, 10, 0, 10)
    assert difference.value == 0
    assert difference.variance == pytest.approx(1e4 * 2 * 0.5 * 10.5 / 11**3)


def test_a_published_interval_gives_its_variance_back() -> None:
    bejerholm = meta.from_interval(points(36, 18, 54))
    assert math.sqrt(bejerholm.variance) == pytest.approx(36 / (2 * 1.959964), rel=1e-6)
    modini = meta.from_interval(Estimate(2.40, Interval(1.99, 2.90, Unit.RATIO)))
    assert modini.unit is Unit.LOG_RATIO
    assert modini.value == pytest.approx(math.log(2.40))


def test_under_five_independent_trials_we_do_not_pool() -> None:
    trials = {str(number): effect for number, effect in enumerate(_bcg())}
    four = dict(list(trials.items())[:4])
    assert meta.pool_trials(four) is None
    pooled = meta.pool_trials(dict(list(trials.items())[:5]))
    assert pooled is not None
    assert pooled.studies == 5
    ips = {"EQOLISE": meta.risk_difference(85, 156, 43, 156), "b": meta.from_interval(points(36, 18, 54))}
    assert meta.pool_trials(ips) is None


def test_regions_take_part_from_twenty_people_in_both_groups_and_from_five_regions() -> None:
    world = {f"AM{number:02d}": (10 + number, 40, 8, 40) for number in range(5)}
    found = meta.across_regions(world | {"small": (19, 19, 0, 40)})
    assert found is not None
    assert found.studies == 5
    assert found.mean.unit is found.prediction.unit is Unit.PERCENTAGE_POINT
    with_twenty = meta.across_regions(world | {"just": (9, 20, 4, 20)})
    assert with_twenty is not None
    assert with_twenty.studies == 6
    assert meta.across_regions(dict(list(world.items())[:4]) | {"small": (19, 19, 0, 40)}) is None


#: Six regions that agree more than chance would have it: Q is 0.19 on 5 degrees of freedom.
ALIKE = [meta.Effect(9 + step / 2, 36.0, Unit.PERCENTAGE_POINT) for step in (-3, -2, -1, 1, 2, 3)]


def test_b7_studies_that_agree_too_well_make_no_narrower_interval() -> None:
    """By hand: τ² = 0, se = √(36 / 6); plain Hartung-Knapp takes it times √q, q = 0.0389; t(5) is 2.5706."""
    plain, corrected = meta.random_effects(ALIKE), meta.random_effects(ALIKE, never_narrower=True)
    assert plain.tau2 == corrected.tau2 == 0
    assert plain.standard_error == pytest.approx(math.sqrt(6 * 7 / 36 / 5))
    assert corrected.standard_error == pytest.approx(math.sqrt(6))
    assert corrected.mean.high - corrected.mean.value == pytest.approx(2.5706 * math.sqrt(6), abs=1e-3)
    assert corrected.prediction == corrected.mean.interval


def test_b7_where_studies_scatter_enough_the_correction_changes_nothing() -> None:
    """The BCG trials have q = 1.011: metafor's "adhoc" and "knha" are the same there."""
    assert meta.random_effects(_bcg(), never_narrower=True) == meta.random_effects(_bcg())


def test_b7_our_own_pooling_and_the_mean_over_regions_use_the_correction() -> None:
    pooled = meta.pool_trials({str(number): one for number, one in enumerate(ALIKE)})
    assert pooled == meta.random_effects(ALIKE, never_narrower=True)
    world = {f"AM{number:02d}": (30, 100, 20, 100) for number in range(20)}
    found = meta.across_regions(world)
    assert found is not None
    crude = proportions.difference_newcombe(600, 2000, 400, 2000)
    assert found.mean.high - found.mean.low >= crude.high - crude.low


def test_b7_what_a_next_region_measures_adds_its_own_chance() -> None:
    """τ² = 0 and 6 regions: true difference ± 2.5706 √6; measured with variance 50: ± 2.5706 √(6 + 50)."""
    found = meta.random_effects(ALIKE, never_narrower=True)
    shown = found.shown_with(50.0)
    assert (shown.high - shown.low) / 2 == pytest.approx(2.5706 * math.sqrt(56), abs=1e-3)
    assert shown.unit is Unit.PERCENTAGE_POINT
    assert found.shown_with(0.0).low == pytest.approx(found.prediction.low)


effects = st.lists(
    st.builds(
        meta.Effect,
        st.floats(-50, 50),
        st.floats(0.01, 400),
        st.just(Unit.PERCENTAGE_POINT),
    ),
    min_size=2,
    max_size=20,
)


@settings(max_examples=80, deadline=None)
@given(effects, st.booleans())
def test_the_mean_lies_among_the_studies_and_a_next_study_spreads_wider(
    studies: list[meta.Effect], hartung_knapp: bool
) -> None:
    found = meta.random_effects(studies, hartung_knapp)
    values = [study.value for study in studies]
    assert min(values) - 1e-9 <= found.mean.value <= max(values) + 1e-9
    assert found.prediction.low <= found.mean.low <= found.mean.value
    assert found.mean.value <= found.mean.high <= found.prediction.high
    assert found.tau2 >= 0
    assert 0 <= found.i2 <= 100


@settings(max_examples=40, deadline=None)
@given(effects)
def test_turning_every_study_round_turns_the_answer_round(studies: list[meta.Effect]) -> None:
    turned = [meta.Effect(-study.value, study.variance, study.unit) for study in studies]
    forth, back = meta.random_effects(studies), meta.random_effects(turned)
    assert forth.mean.value == pytest.approx(-back.mean.value, abs=1e-6)
    assert forth.tau2 == pytest.approx(back.tau2, rel=1e-6, abs=1e-9)


def test_studies_that_agree_leave_no_variance_between_them() -> None:
    found = meta.random_effects([meta.Effect(5, 4, Unit.PERCENTAGE_POINT)] * 6, hartung_knapp=False)
    assert (found.mean.value, found.tau2, found.i2, found.q) == (pytest.approx(5), 0, 0, 0)


def test_one_study_mixed_units_or_no_variance_are_refused() -> None:
    point, log = meta.Effect(5, 4, Unit.PERCENTAGE_POINT), meta.Effect(0.5, 1, Unit.LOG_RATIO)
    for studies in ([point], [point, log]):
        with pytest.raises(ValueError, match="two or more effects of one unit"):
            meta.random_effects(studies)
    with pytest.raises(ValueError, match="positive variance"):
        meta.Effect(1, 0, Unit.LOG_RATIO)
    with pytest.raises(ValueError, match="not a log ratio"):
        meta.random_effects([point, point]).as_ratio()
