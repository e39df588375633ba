"""Intervals: the published digits, and what must hold for any counts."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from statsmodels.stats import proportion as statsmodels_proportion

from sdw.statistics import proportions
from sdw.statistics.estimate import Estimate, Unit
from tests.worlds.statistics import PATIENT, counts

Counts = tuple[int, int]


def _to_four_digits(estimate: Estimate) -> tuple[float, float]:
    """The limits as the papers print them: fractions to four decimals."""
    return round(estimate.low / 100, 4), round(estimate.high / 100, 4)


@pytest.mark.parametrize(
    ("events", "total", "limits"),
    [(81, 263, (0.2553, 0.3662)), (15, 148, (0.0624, 0.1605)), (0, 20, (0.0, 0.1611))],
)
def test_wilson_gives_table_1_of_newcombe(events: int, total: int, limits: tuple[float, float]) -> None:
    assert _to_four_digits(proportions.wilson(events, total)) == limits


#: Newcombe (1998b), Table II: counts, method 10 (square and add), method 6 (Miettinen-Nurminen).
TABLE_II = [
    ((56, 70, 48, 80), (0.0524, 0.3339), (0.0528, 0.3382)),
    ((9, 10, 3, 10), (0.1705, 0.8090), (0.1700, 0.8406)),
    ((6, 7, 2, 7), (0.0582, 0.8062), (0.0342, 0.8534)),
    ((5, 56, 0, 29), (-0.0381, 0.1926), (-0.0326, 0.1933)),
    ((0, 10, 0, 20), (-0.1611, 0.2775), (-0.1658, 0.2844)),
    ((0, 10, 0, 10), (-0.2775, 0.2775), (-0.2879, 0.2879)),
    ((10, 10, 0, 20), (0.6791, 1.0), (0.7156, 1.0)),
    ((10, 10, 0, 10), (0.6075, 1.0), (0.6636, 1.0)),
]


@pytest.mark.parametrize(("cells", "newcombe", "score"), TABLE_II)
def test_differences_give_table_2_of_newcombe(
    cells: tuple[int, int, int, int], newcombe: tuple[float, float], score: tuple[float, float]
) -> None:
    assert _to_four_digits(proportions.difference_newcombe(*cells)) == newcombe
    assert _to_four_digits(proportions.difference_miettinen_nurminen(*cells)) == score


def test_eqolise_as_printed_is_wald_and_ours_is_newcombe() -> None:
    printed = proportions.difference_wald(85, 156, 43, 156)
    ours = proportions.difference_newcombe(85, 156, 43, 156)
    assert (round(printed.value, 1), round(printed.low, 1), round(printed.high, 1)) == (26.9, 16.4, 37.4)
    assert (round(ours.low, 1), round(ours.high, 1)) == (16.1, 36.9)


def test_ratio_gives_the_worked_example_of_fagerland() -> None:
    ratio = proportions.ratio_score(24, 73, 53, 65)
    assert (round(ratio.low, 3), round(ratio.high, 3)) == (0.280, 0.560)


def test_byar_gives_the_worked_example() -> None:
    count = proportions.count_byar(10)
    assert (round(count.low, 4), round(count.high, 4)) == (4.7874, 18.3915)
    assert proportions.count_byar(0).low == 0
    per_1000 = proportions.rate_per_1000(10, 2500)
    assert per_1000.unit is Unit.PER_1000
    assert (per_1000.value, round(per_1000.low, 4)) == (4.0, 1.9150)


def test_the_fault_of_statsmodels_that_we_steer_clear_of_is_still_there() -> None:
    """If this fails the library was mended: docs/methods.md must then say so."""
    low, high = statsmodels_proportion.confint_proportions_2indep(56, 70, 48, 80, method="score", compare="diff")
    assert (round(low, 4), round(high, 4)) == (0.0526, 0.3440)


@PATIENT
@given(counts(), counts())
def test_statsmodels_agrees_where_it_is_right(first: Counts, second: Counts) -> None:
    low, high = statsmodels_proportion.proportion_confint(*first, method="wilson")
    wilson = proportions.wilson(*first)
    assert (wilson.low, wilson.high) == pytest.approx((100 * low, 100 * high), abs=1e-9)
    low, high = statsmodels_proportion.confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")
    newcombe = proportions.difference_newcombe(*first, *second)
    assert (newcombe.low, newcombe.high) == pytest.approx((100 * low, 100 * high), abs=1e-9)


@PATIENT
@given(counts(60), counts(60))
def test_statsmodels_agrees_on_the_ratio_inside_the_square(first: Counts, second: Counts) -> None:
    assume(0 < first[0] < first[1] and 0 < second[0] < second[1])
    low, high = statsmodels_proportion.confint_proportions_2indep(*first, *second, method="score", compare="ratio")
    ours = proportions.ratio_score(*first, *second)
    assert (ours.low, ours.high) == pytest.approx((low, high), rel=1e-4)


DIFFERENCES = [
    proportions.difference_newcombe,
    proportions.difference_miettinen_nurminen,
    proportions.difference_wald,
]


@pytest.mark.parametrize("method", DIFFERENCES)
@PATIENT
@given(first=counts(), second=counts())
def test_a_difference_lies_in_its_limits_and_turns_with_its_arms(
    method: object, first: Counts, second: Counts
) -> None:
    assert callable(method)
    forth, back = method(*first, *second), method(*second, *first)
    assert -100 <= forth.low <= forth.value <= forth.high <= 100
    assert forth.unit is Unit.PERCENTAGE_POINT
    assert (forth.low, forth.high) == pytest.approx((-back.high, -back.low), abs=1e-6)


@PATIENT
@given(counts())
def test_a_proportion_lies_in_its_limits_and_turns_with_its_complement(group: Counts) -> None:
    events, total = group
    forth, back = proportions.wilson(events, total), proportions.wilson(total - events, total)
    assert 0 <= forth.low <= forth.value <= forth.high <= 100
    assert forth.unit is Unit.PERCENT
    assert (forth.low, forth.high) == pytest.approx((100 - back.high, 100 - back.low), abs=1e-9)


@PATIENT
@given(counts(200))
def test_one_more_event_never_lowers_a_limit(group: Counts) -> None:
    events, total = group
    assume(events < total)
    fewer, more = proportions.wilson(events, total), proportions.wilson(events + 1, total)
    assert fewer.low <= more.low
    assert fewer.high <= more.high
    assert proportions.count_byar(events).high < proportions.count_byar(events + 1).high
    fewer, more = proportions.wilson(events, total, 0.90), proportions.wilson(events, total, 0.99)
    assert more.low <= fewer.low <= fewer.high <= more.high


@PATIENT
@given(counts(), counts())
def test_a_ratio_lies_in_its_limits_and_inverts_with_its_arms(first: Counts, second: Counts) -> None:
    assume(first[0] and second[0])
    forth, back = proportions.ratio_score(*first, *second), proportions.ratio_score(*second, *first)
    assert 0 < forth.low <= forth.value <= forth.high
    assert forth.low * back.high == pytest.approx(1, rel=1e-6)


@pytest.mark.parametrize(("events", "total"), [(-1, 10), (11, 10), (0, 0)])
def test_what_is_no_proportion_is_refused(events: int, total: int) -> None:
    for call in (
        lambda: proportions.wilson(events, total),
        lambda: proportions.difference_newcombe(events, total, 1, 2),
        lambda: proportions.difference_miettinen_nurminen(1, 2, events, total),
        lambda: proportions.difference_wald(events, total, 1, 2),
        lambda: proportions.ratio_score(events, total, 1, 2),
    ):
        with pytest.raises(ValueError, match="is not a proportion"):
            call()


def test_a_ratio_to_nothing_a_negative_count_and_an_empty_population_are_refused() -> None:
    with pytest.raises(ValueError, match="without events"):
        proportions.ratio_score(5, 10, 0, 10)
    with pytest.raises(ValueError, match="negative"):
        proportions.count_byar(-1)
    with pytest.raises(ValueError, match="population"):
        proportions.rate_per_1000(3, 0)
