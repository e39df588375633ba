"""The check itself: a claim in, an answer out, from published figures alone: it tells nothing that these do not.

Who knows the formulas can make every answer himself (`tests/dissemination/attack/test_claims_attack.py`).
"""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.figures.claims import compare, growth, points, target
from sdw.dissemination.figures.claims.model import Answer, Claim, Form, Verdict
from sdw.dissemination.figures.claims.stated import Says, Stated
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL
from sdw.reference import comparisons, periods
from sdw.reference.documents import targets

_CHECKS = {
    Form.GROWS: growth.check,
    Form.REACHES: target.check,
    Form.IPS_BETTER: compare.ips,
    Form.ABOVE: compare.regions,
    Form.NATION_REACHES: target.check,
    Form.ABSENCE_RISES: growth.of_absence,
}

#: Answers of the check, and what of a count or a chance goes with none of them.
_JUDGED = {
    Says.SUPPORTED: Verdict.SUPPORTED,
    Says.INDISTINCT: Verdict.INDISTINCT,
    Says.CONTRADICTED: Verdict.CONTRADICTED,
}
_AGAINST = {
    Says.MORE: Verdict.CONTRADICTED,
    Says.LESS: Verdict.SUPPORTED,
    Says.ON_COURSE: Verdict.CONTRADICTED,
    Says.OFF_COURSE: Verdict.SUPPORTED,
}
#: Words for a chance, by what it is at least (percent).
_CHANCES = ((100, Says.REACHED), (90, Says.ON_COURSE), (10, Says.OPEN), (0, Says.OFF_COURSE))


@lru_cache(maxsize=1024)
def answer(edition: Edition, claim: Claim) -> Answer:
    """What published figures say of a claim. An edition never changes, so neither does the answer."""
    return _CHECKS[claim.form](edition, claim)


def holds(edition: Edition, one: Stated) -> bool:
    """True where published figures of the edition say the same, and the check says nothing against it.

    An answer of the check must be its answer now. What was counted must be so as published: against the target, or
    a year earlier over equal regions. A word for a chance must be that of the published chance.
    """
    is_trend = one.claim.form in (Form.GROWS, Form.ABSENCE_RISES)
    if one.says in _JUDGED:
        if is_trend and one.claim.period:
            return False  # a trend is of years together, never of one period
        return answer(edition, one.claim).verdict is _JUDGED[one.says]
    if one.claim.form in (Form.REACHES, Form.NATION_REACHES):
        if answer(edition, one.claim).verdict is _AGAINST.get(one.says):
            return False
        told = _against_target(edition, one) if one.says in (Says.MORE, Says.LESS) else _chance(edition, one.claim)
        return told is one.says
    return is_trend and _year_earlier(edition, one.claim) is one.says


def failing(edition: Edition, said: tuple[Stated, ...]) -> list[Stated]:
    """What of a sentence the edition does not hold."""
    return [one for one in said if not holds(edition, one)]


def _against_target(edition: Edition, one: Stated) -> Says | None:
    claim, aim = one.claim, targets.of_indicator(one.claim.measure)
    found = _whole(edition, claim.measure, claim.region, claim.period)
    if aim is None or found is None or found.value is None:
        return None
    known = found.bound_low if figures.have_bounds(edition) else None
    least = max(found.value, known or 0.0)
    return Says.MORE if least >= (aim.national if claim.region == NATION else aim.per_region) else Says.LESS


def _chance(edition: Edition, claim: Claim) -> Says | None:
    chance = catalogue.chance(catalogue.by_id(claim.measure))
    found = figures.select(edition, chance.id, region=claim.region, period=claim.period)
    value = found[0].value if found else None
    return None if value is None else next(word for least, word in _CHANCES if value >= least)


def _year_earlier(edition: Edition, claim: Claim) -> Says | None:
    """Of a count of the nation over equal regions, or of a quarter of absence."""
    earlier = periods.parse(claim.period).year_earlier().code
    if claim.form is Form.ABSENCE_RISES:
        pair = [
            next(iter(figures.select(edition, catalogue.ABSENCE.id, period=code, sector=claim.sector)), None)
            for code in (claim.period, earlier)
        ]
    else:
        sums = [_whole(edition, same.id, NATION, claim.period) for same in comparisons.of(claim.measure)]
        nations = [_whole(edition, claim.measure, NATION, code) for code in (claim.period, earlier)]
        pair = [same or nation for same, nation in zip(sums, nations, strict=True)]
    now, before = (None if one is None or points.fault(one) else one for one in pair)
    if now is None or before is None or now.delivered != before.delivered:
        return None
    value, earlier_value = now.value or 0.0, before.value or 0.0
    if claim.form is Form.ABSENCE_RISES:
        change = round(value - earlier_value, 1)
    elif not earlier_value:
        return None
    else:  # in percent, as it is told: with one decimal
        change = round(100 * (value - earlier_value) / earlier_value, 1)
    return Says.SAME if change == 0 else Says.MORE if change > 0 else Says.LESS


def _whole(edition: Edition, measure: str, region: str, period: str) -> Figure | None:
    cut = {"method": TOTAL, "client_group": TOTAL}
    found = figures.select(edition, measure, region=region, period=period, **cut)
    return found[0] if found else None
