"""The sentence that may be said instead of a claim: what was counted, with how sure that is."""

from __future__ import annotations

from typing import TypeAlias

from sdw.dissemination.figures import absence, outcomes
from sdw.dissemination.figures.claims import points
from sdw.dissemination.figures.claims.model import Answer, Claim, Form, Verdict
from sdw.dissemination.figures.claims.phrases import example, percentages, when, where
from sdw.dissemination.figures.claims.stated import Says, Stated
from sdw.dissemination.figures.sentences import absence as absence_words
from sdw.dissemination.figures.sentences import comparing, ips, pace, progress, toward, wording
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.documents import targets
from sdw.reference.series.sectors import TOTAL
from sdw.statistics.estimate import Unit
from sdw.text.dutch import number, say

#: A sentence, and what it says of claims.
Said: TypeAlias = tuple[str, tuple[Stated, ...]]

_SAYS = {
    Verdict.SUPPORTED: Says.SUPPORTED,
    Verdict.INDISTINCT: Says.INDISTINCT,
    Verdict.CONTRADICTED: Says.CONTRADICTED,
}


def sentence(edition: Edition, answer: Answer) -> str:
    """The words of it alone."""
    return said(edition, answer)[0]


def said(edition: Edition, answer: Answer) -> Said:
    """What may be said, from the same figures, with what that says of claims; or that there is nothing to say."""
    claim = answer.claim
    if claim is None:
        return "", ()
    told = {
        Form.GROWS: _of_years,
        Form.REACHES: _of_target,
        Form.NATION_REACHES: _of_target,
        Form.IPS_BETTER: _of_ips,
        Form.ABOVE: _of_pair,
        Form.ABSENCE_RISES: _of_absence,
    }[claim.form](edition, claim, answer)
    return told if told[0] else (say("claim.instead_none"), ())


def _of_years(edition: Edition, claim: Claim, answer: Answer) -> Said:
    """The growth where it can be told apart from none; otherwise the two newest years as counted."""
    found = answer.estimate
    if found is not None and answer.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
        change = number(abs(100 * (found.value - 1)), 0)
        facts = {
            "first": answer.figures[0].period,
            "last": answer.figures[-1].period,
            "change": say("claim.by_more" if found.value >= 1 else "claim.by_less", change=change),
            "where": where(claim.region) + _over(answer),
            "example": example(answer),
        }
        return say(f"claim.instead_groeit_{claim.measure}", **facts, **percentages(found)), _judged(answer)
    if claim.region == NATION:
        year = points.newest_year(edition, claim.measure)
        compared = (edition, catalogue.by_id(claim.measure), year)
        return (comparing.sentence(*compared), comparing.stated(*compared)) if year else ("", ())
    used = list(points.usable(points.whole_years(edition, claim.measure).get(claim.region, {})).values())
    if not used:
        return "", ()
    newest = used[-1]
    before = used[-2] if len(used) > 1 and int(used[-2].period) == int(newest.period) - 1 else None
    if before is None:
        return _counts(claim, newest), ()
    facts = {"before": wording.shown(before), "year": before.period}
    return _noted(say(f"claim.counts_two_{claim.measure}", **_of_one(claim, newest), **facts), newest, before), ()


def _judged(answer: Answer) -> tuple[Stated, ...]:
    """The answer itself, as what the sentence says."""
    return () if answer.claim is None else (Stated(answer.claim, _SAYS[answer.verdict]),)


def _over(answer: Answer) -> str:
    return say("claim.basis_regions", count=answer.regions) + "," if answer.regions else ""


def _counts(claim: Claim, figure: Figure) -> str:
    return _noted(say(f"claim.counts_{claim.measure}", **_of_one(claim, figure)), figure)


def _of_one(claim: Claim, figure: Figure) -> dict[str, str]:
    told = progress.capital(when(figure.period))
    return {"when": told, "where": where(claim.region), "value": wording.spoken(figure)}


def _noted(told: str, *shown: Figure) -> str:
    """The sentence with what the marks behind its numbers mean."""
    return told + wording.notes(shown, named=False)


def _of_target(_: Edition, claim: Claim, answer: Answer) -> Said:
    """What was counted beside the target; of a running year where it is expected to end."""
    if len(answer.figures) == 2:
        expected, chance = answer.figures
        return pace.sentence(expected, chance), pace.stated(chance) if expected.value is not None else ()
    if not answer.figures or answer.figures[0].value is None:
        return "", ()
    figure = answer.figures[0]
    if claim.region == NATION:
        told = toward.sentence(figure)
        dated = say("claim.over_year", year=figure.period, told=told[:1].lower() + told[1:])
        return _noted(dated, figure), toward.stated(figure)
    aim = targets.of_indicator(claim.measure)
    if aim is None:
        raise ValueError(f"{claim.measure} has no target")
    counts = say(f"claim.counts_{claim.measure}", **_of_one(claim, figure))
    told = say(
        "claim.counts_target",
        counts=counts,
        aim=progress.capital(aim.name),
        target=number(aim.per_region),
        derived="",
    )
    return _noted(told, figure), ()


def _of_ips(_: Edition, claim: Claim, answer: Answer) -> Said:
    if answer.estimate is None:
        return "", ()
    total, part = answer.figures
    with_ips, others = outcomes.rate_of(part), outcomes.others_of(total, part)
    told = say(
        "claim.instead_ips",
        months=part.months,
        where=where(claim.region) + _covered(part),
        ips=ips.shown(with_ips),
        others=ips.shown(others),
        threshold=ips.threshold(claim.measure),
        example=example(answer),
        apart=say(f"claim.apart_{answer.verdict}"),
    )
    return told, _judged(answer)


def _covered(figure: Figure) -> str:
    told = wording.coverage(figure)
    return f" ({told})" if told else ""


def _of_pair(_: Edition, claim: Claim, answer: Answer) -> Said:
    if answer.estimate is None:
        return "", ()
    one, two = answer.figures
    facts = {
        "where": where(claim.region) + _covered(one),
        "other": where(claim.other) + _covered(two),
        "one": wording.shown(one),
        "two": wording.shown(two),
        "example": example(answer),
        "apart": say(f"claim.apart_{answer.verdict}"),
    }
    if answer.estimate.unit is Unit.RATIO:
        told = say("claim.instead_meer_rate", when=progress.capital(when(one.period)), **facts)
    else:
        told = say("claim.instead_meer_outcome", months=one.months, threshold=ips.threshold(claim.measure), **facts)
    return _noted(told, one, two), _judged(answer)


def _of_absence(edition: Edition, claim: Claim, _: Answer) -> Said:
    """The newest quarter beside the same one a year earlier."""
    newest = absence.newest(edition, catalogue.ABSENCE, claim.sector or TOTAL, "quarter")
    return absence_words.lead(newest), absence_words.stated(newest)
