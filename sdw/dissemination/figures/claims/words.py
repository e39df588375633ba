"""A claim and its answer in Dutch: how it is read, the verdict and its reason, what it rests on, what to say."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.claims import check, compare, instead
from sdw.dissemination.figures.claims.model import Answer, Claim, Form, Verdict, Why
from sdw.dissemination.figures.claims.phrases import example, percentages, when, where
from sdw.dissemination.figures.sentences import absence, pace, wording
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.documents import targets
from sdw.statistics.estimate import Estimate, Unit
from sdw.text.dutch import number, say


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in words; '' for what there is nothing to say of.

    read: how the claim was read. verdict: the word of the answer with its reason. basis: how many people, the
    interval, how many measurements. instead: the sentence that may be said. meant: claims it may have been.
    """

    read: str
    verdict: str
    basis: str
    instead: str
    meant: tuple[str, ...] = ()


def told(edition: Edition, answer: Answer) -> Told:
    """The answer in words."""
    claim = answer.claim
    meant = tuple(read(one) for one in answer.meant)
    if claim is None or answer.verdict is Verdict.UNCLEAR:
        return Told(read(claim), _verdict(answer), "", "", meant)
    return Told(read(claim), _verdict(answer), _basis(answer), instead.sentence(edition, answer), meant)


def lines(edition: Edition, answer: Answer) -> list[str]:
    """The answer, line by line, for who reads it without a screen; after an unclear one what it may have meant."""
    found = told(edition, answer)
    shown = [found.read and say("claim.read", told=found.read), found.verdict, found.basis]
    shown += [found.instead and say("claim.instead", told=found.instead)]
    if answer.why is Why.NO_FORM:
        shown += [say("claim.forms"), *(f"- {say(f'claim.example_{form}')}" for form in Form)]
    if answer.meant:
        shown += [say("claim.meant")]
    for one in answer.meant:
        shown += ["", *lines(edition, check.answer(edition, one))]
    return [line for at, line in enumerate(shown) if line or at >= 4]


def read(claim: Claim | None) -> str:
    """The claim as a sentence of its own; '' for one of which it is open what it is about."""
    if claim is None or (not claim.measure and claim.form is not Form.ABSENCE_RISES):
        return ""
    if claim.form is Form.ABSENCE_RISES:
        return say("claim.read_verzuim", where=absence.where(claim.sector))
    facts = {
        "where": where(claim.region),
        "other": where(claim.other) if claim.other else "",
        "when": when(claim.period) if claim.period else say("claim.unnamed"),
        "months": claim.months or outcomes.DEFAULT_MONTHS,
    }
    if claim.form in (Form.REACHES, Form.NATION_REACHES):
        return say(f"claim.read_haalt_{claim.measure}", **facts, **_aimed(claim))
    if claim.form is Form.ABOVE and claim.measure not in compare.MEASURES:
        return say("claim.read_meer_other", label=catalogue.by_id(claim.measure).label, **facts)
    return say(f"claim.read_{claim.form}_{claim.measure}", **facts)


def _aimed(claim: Claim) -> dict[str, str]:
    aim = targets.of_indicator(claim.measure)
    if aim is None:
        raise ValueError(f"{claim.measure} has no target")
    of_nation = claim.region == NATION
    return {
        "target": number(aim.national if of_nation else aim.per_region),
        "aim": aim.name,
        "derived": say("sentence.derived") if of_nation and aim.derived_by_us else "",
    }


def _verdict(answer: Answer) -> str:
    word = say(f"claim.verdict_{answer.verdict}")
    if answer.why is None:
        touch = answer.verdict is Verdict.INDISTINCT and answer.overlaps
        why = say("claim.because_overlap" if touch else f"claim.because_{answer.verdict}")
        return say("claim.because", verdict=word, why=why)
    why = say(f"claim.why_{answer.why}", points=wording.count(answer.points))
    is_short = answer.claim is not None and answer.claim.form is Form.GROWS and answer.why is not Why.POINTS
    of_five = say("claim.years_of", points=wording.count(answer.points)) if is_short and answer.points else ""
    return say("claim.because", verdict=word, why=why + of_five)


def _basis(answer: Answer) -> str:
    claim, found = answer.claim, answer.estimate
    if claim is None or found is None:
        return ""
    if claim.form is Form.ABSENCE_RISES:
        return say("claim.basis_verzuim", points=answer.points, **_years(answer), **_ends(found, 1))
    if claim.form is Form.GROWS:
        regions = say("claim.basis_regions", count=answer.regions) if answer.regions else ""
        change = abs(100 * (found.value - 1))
        told = say("claim.more" if found.value >= 1 else "claim.less", change=number(change, 1))
        counted = {"counted": _counted(answer), "regions": regions, "change": told}
        return say("claim.basis_groeit", points=answer.points, **counted, **_years(answer), **percentages(found))
    if claim.form in (Form.REACHES, Form.NATION_REACHES):
        return _basis_target(answer, found)
    facts = _people(answer) | _own(answer)
    if found.unit is Unit.RATIO:
        return say("claim.basis_ratio", period=answer.figures[0].period, **facts, **_ends(found, 2))
    return say("claim.basis_shares", **facts, **_ends(found, 1))


def _basis_target(answer: Answer, found: Estimate) -> str:
    covered = wording.coverage(answer.figures[0])
    facts: dict[str, object] = {
        "counted": _counted(answer),
        "coverage": f", {covered}" if covered else "",
        "target": number(answer.target or 0),
    }
    if found.unit is Unit.PERCENT:
        expected, chance = answer.figures
        of_year = {"year": expected.period, "chance": pace.percent(chance)}
        return say("claim.basis_running", months=expected.months, **facts, **of_year)
    return say("claim.basis_haalt", period=answer.figures[0].period, **facts, **_ends(found, 0))


def _counted(answer: Answer) -> str:
    measure = answer.claim.measure if answer.claim is not None else ""
    return say(f"claim.counted_{measure}", count=number(answer.n or 0), example=example(answer))


def _people(answer: Answer) -> dict[str, str]:
    return {"n": number(answer.n or 0), "example": example(answer)}


def _own(answer: Answer) -> dict[str, str]:
    """The ends of the two intervals that are compared."""
    named = zip(("one", "two"), answer.ends, strict=True)
    return {f"{name}_{end}": number(getattr(each, end), 1) for name, each in named for end in ("low", "high")}


def _years(answer: Answer) -> dict[str, str]:
    return {"first": answer.figures[0].period, "last": answer.figures[-1].period}


def _ends(found: Estimate, decimals: int) -> dict[str, str]:
    return {name: number(getattr(found, name), decimals) for name in ("value", "low", "high")}
