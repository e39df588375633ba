"""'IPS more often than other methods in a region', 'region above region': two published rates beside each other.

Apart only where their own 95% intervals do not overlap, as everywhere in the monitor. Rates per 1,000 must also be
apart when years of regions may differ by more than chance.
"""

from __future__ import annotations

from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.claims import points
from sdw.dissemination.figures.claims.model import Answer, Claim, Verdict, Why, beside
from sdw.dissemination.figures.outcomes import Lens, Rate
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL
from sdw.indicators.outcome_catalogue import RATES
from sdw.statistics import proportions
from sdw.statistics.estimate import Estimate, Interval
from sdw.statistics.variation import spread

#: What regions can be compared in: at work so many months after the start, and starts per 1,000 benefits.
PER_1000 = catalogue.PER_1000_BENEFITS.id
OUTCOMES = tuple(one.id for one in RATES)
MEASURES = (PER_1000, *OUTCOMES)

_Part = tuple[float, float]


def ips(edition: Edition, claim: Claim) -> Answer:
    """Are more of the people with IPS at work than of those with other methods, equally long after their start?"""
    if claim.measure not in OUTCOMES:
        return Answer(claim, Verdict.UNCLEAR, Why.WHICH_MEASURE)
    total, part = (_outcome(edition, claim, claim.region, method) for method in (TOTAL, outcomes.IPS))
    shown = tuple(one for one in (total, part) if one is not None)
    why = points.worst((total, part))
    with_ips, others = outcomes.rate_of(part), outcomes.others_of(total, part)
    if why is not None or with_ips.estimate is None or others.estimate is None:
        return Answer(claim, Verdict.TOO_FEW, why or Why.FEW_PEOPLE, figures=shown)
    verdict, estimate = of_shares(_counts(with_ips), _counts(others))
    if claim.region == NATION and verdict is not _at_equal_group(edition, claim):
        verdict = Verdict.INDISTINCT
    people = with_ips.followed + others.followed
    ends = (with_ips.estimate.interval, others.estimate.interval)
    return Answer(claim, verdict, None, estimate, people, 2, figures=shown, ends=ends)


def _at_equal_group(edition: Edition, claim: Claim) -> Verdict:
    """The verdict at equal region and client group, as published for the nation; not to be told without that."""
    found = outcomes.comparison(_lens(edition, claim))
    return beside(found.adjusted, 0.0) if found is not None and found.headline else Verdict.INDISTINCT


def regions(edition: Edition, claim: Claim) -> Answer:
    """Is the rate of one region (or the nation) above that of another?"""
    if claim.region == claim.other:
        return Answer(claim, Verdict.UNCLEAR, Why.SAME_PLACE)
    if claim.measure in OUTCOMES:
        pair = [_outcome(edition, claim, place, TOTAL) for place in (claim.region, claim.other)]
    elif claim.measure and catalogue.by_id(claim.measure).is_ratio:
        period = claim.period or points.newest_year(edition, claim.measure)
        pair = [_of_year(edition, claim.measure, place, period) for place in (claim.region, claim.other)]
    else:
        return Answer(claim, Verdict.UNCLEAR, Why.WHICH_MEASURE)
    shown = tuple(one for one in pair if one is not None)
    why = points.worst(pair)
    if why is not None:
        return Answer(claim, Verdict.TOO_FEW, why, figures=shown)
    if claim.measure not in MEASURES:
        return _by_intervals(claim, shown)
    one, other = ((figure.numerator or 0.0, figure.denominator or 0.0) for figure in shown)
    if claim.measure in OUTCOMES:
        (verdict, estimate), ends, counted = of_shares(one, other), _shares(one, other), one[1] + other[1]
    else:
        beyond = points.spread_of(edition, catalogue.STARTED.id)
        (verdict, estimate), ends, counted = of_rates(one, other, beyond), _rates(one, other), one[0] + other[0]
    return Answer(claim, verdict, None, estimate, counted, 2, figures=shown, ends=ends)


def _by_intervals(claim: Claim, shown: tuple[Figure, ...]) -> Answer:
    """Of any other rate: by the two published intervals alone."""
    ends = [(one.low, one.high) for one in shown]
    (low, high), (other_low, other_high) = ends
    if low is None or high is None or other_low is None or other_high is None:
        return Answer(claim, Verdict.TOO_FEW, Why.NOT_PUBLISHED, figures=shown)
    is_apart = low > other_high or high < other_low
    told = (Verdict.SUPPORTED if low > other_high else Verdict.CONTRADICTED) if is_apart else Verdict.INDISTINCT
    return Answer(claim, told, points=2, figures=shown)


def of_shares(one: _Part, other: _Part) -> tuple[Verdict, Estimate]:
    """The verdict on two (people at work, people followed), with the difference in points (Newcombe)."""
    found = proportions.difference_newcombe(*one, *other)
    return _apart(found, 0.0, *_shares(one, other)), found


def of_rates(one: _Part, other: _Part, beyond: float) -> tuple[Verdict, Estimate]:
    """The verdict on two (count, population), with the first rate as a ratio of the second; `beyond` is ω²."""
    found = spread.ratio(one, other, beyond)
    return _apart(found, 1.0, *_rates(one, other)), found


def _shares(one: _Part, other: _Part) -> tuple[Interval, Interval]:
    return proportions.wilson(*one).interval, proportions.wilson(*other).interval


def _rates(one: _Part, other: _Part) -> tuple[Interval, Interval]:
    return proportions.rate_per_1000(*one).interval, proportions.rate_per_1000(*other).interval


def _apart(found: Estimate, nothing: float, one: Interval, other: Interval) -> Verdict:
    return Verdict.INDISTINCT if one.overlaps(other) else beside(found, nothing)


def _counts(rate: Rate) -> _Part:
    return rate.events, rate.followed


def _outcome(edition: Edition, claim: Claim, region: str, method: str) -> Figure | None:
    return outcomes.of_place(_lens(edition, claim), region, method)


def _lens(edition: Edition, claim: Claim) -> Lens:
    return Lens(edition, claim.measure, claim.months or outcomes.DEFAULT_MONTHS)


def _of_year(edition: Edition, measure: str, region: str, period: str) -> Figure | None:
    found = figures.select(edition, measure, region=region, period=period)
    return next((one for one in found if one.is_total), None)
