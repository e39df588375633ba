"""From what somebody typed to a claim, by a closed list of phrases (`data/reference/claim_phrases.csv`).

A text is a phrase of the list with names in its holes, or it is no claim: nothing is left out, added or guessed.
Only names that resolve exactly count, as in a delivery. Behind a phrase with a target a year may stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sdw.dissemination.figures.claims import check, compare
from sdw.dissemination.figures.claims.model import Answer, Claim, Form, Verdict, Why
from sdw.edition.editions import Edition
from sdw.indicators.model import NATION
from sdw.reference import tables
from sdw.reference.areas import regions
from sdw.reference.measures import TARGETS
from sdw.reference.series import sector_names
from sdw.text.errors import UserError

#: A longer text is no claim.
LONGEST = 200
#: What is called so is the nation.
_NATION = ("nederland", "heel nederland", "het land")
_HOLES = {"regio": "(?P<regio>.+?)", "ander": "(?P<ander>.+?)", "sector": "(?P<sector>.+?)"}
_DATED = (Form.REACHES, Form.NATION_REACHES)
#: What each form may be about, in the order in which it is offered where a text leaves it open.
MEASURES: dict[Form, tuple[str, ...]] = {
    Form.GROWS: TARGETS,
    Form.REACHES: TARGETS,
    Form.IPS_BETTER: compare.OUTCOMES,
    Form.ABOVE: compare.MEASURES,
    Form.NATION_REACHES: TARGETS,
    Form.ABSENCE_RISES: (),
}


def checked(edition: Edition, text: str) -> Answer:
    """The answer to a typed text. One that fits no form, or could mean more than one claim, is unclear."""
    found = claims(text)
    if not found:
        return Answer(None, Verdict.UNCLEAR, Why.NO_FORM)
    first = found[0]
    if len(found) > 1:
        return Answer(None, Verdict.UNCLEAR, Why.WHICH_MEASURE, meant=tuple(found))
    answer = check.answer(edition, first)
    if answer.why is Why.WHICH_MEASURE:
        return replace(answer, meant=tuple(replace(first, measure=one) for one in MEASURES[first.form]))
    return answer


def claims(text: str) -> list[Claim]:
    """Every claim that the text says, whole and word for word; none where it fits no phrase of the list."""
    plain = _plain(text)
    if not plain or len(plain) > LONGEST:
        return []
    found = []
    for form, measure, shape in _phrases():
        match = shape.fullmatch(plain)
        claim = _claim(form, measure, match.groupdict()) if match else None
        if claim is not None:
            found.append(claim)
    return list(dict.fromkeys(found))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").strip().rstrip(".!").split())


@cache
def _phrases() -> tuple[tuple[Form, str, re.Pattern[str]], ...]:
    found = []
    for row in tables.rows("reference/claim_phrases.csv"):
        form = Form(row["form"])
        parts = re.split(r"\{(\w+)\}", row["phrase"])
        shape = "".join(_HOLES[part] if at % 2 else re.escape(part) for at, part in enumerate(parts))
        dated = r"(?: in (?P<jaar>[0-9]{4}))?" if form in _DATED else ""
        found.append((form, row["measure"], re.compile(shape + dated)))
    return tuple(found)


def _claim(form: Form, measure: str, named: dict[str, str | None]) -> Claim | None:
    """The claim with these names; None where a name is of nothing that is known."""
    try:
        region = _region(named.get("regio")) if form is not Form.NATION_REACHES else NATION
        other = _region(named.get("ander"))
        sector = sector_names.resolve(named["sector"] or "").code if named.get("sector") else ""
    except UserError:
        return None
    if form is Form.REACHES and region == NATION:
        form = Form.NATION_REACHES
    return Claim(form, measure, region, other, named.get("jaar") or "", sector=sector)


def _region(name: str | None) -> str:
    if not name:
        return ""
    return NATION if name in _NATION else regions.resolve(name).code
