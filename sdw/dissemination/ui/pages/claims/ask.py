"""Asking for a claim: chosen from lists that the link holds, or typed. Nothing that is typed is kept."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from sdw.dissemination.figures import absence
from sdw.dissemination.figures.claims import check, grammar, points
from sdw.dissemination.figures.claims.model import Claim, Form
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.dissemination.ui.pages.claims import answer
from sdw.dissemination.ui.view import link
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.areas import regions
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.text.dutch import say

_TYPED = "bewering-zin"
#: Stands for the newest whole year, and in a list of regions for the nation.
_NEWEST = "nieuwste"
#: The width of a list beside others, in pixels: on a phone each stands by itself.
_WIDE = 282
#: That of a list or a line by itself: two beside one another, with the space between.
_WIDEST = 2 * _WIDE + 16


def offer(edition: Edition) -> None:
    """Under the opening, which is of the page around it: the lists and the line to type on, and the answer."""
    _asked(edition)
    show.kept(answer.closing)


@alone
def _asked(edition: Edition) -> None:
    form = Form(_one("bewering", [one.value for one in Form], lambda code: say(f"claim.form_{code}"), _WIDEST))
    with st.container(horizontal=True, vertical_alignment="bottom", key="bewering"):
        claim = chosen(edition, form)
    typed = st.text_input(
        say("page.claims.typed"), key=_TYPED, max_chars=grammar.LONGEST, on_change=_read, width=_WIDEST
    )
    answered = grammar.checked(edition, typed) if typed else check.answer(edition, claim)
    show.blocks(*answer.of_answer(edition, answered))


def _read() -> None:
    """A line that is one claim, whole, becomes the choice in the lists; any other stays, with what is unclear."""
    found = grammar.claims(st.session_state[_TYPED])
    if len(found) != 1 or (found[0].form is not Form.ABSENCE_RISES and not found[0].measure):
        return
    (claim,) = found
    names = {"bewering": claim.form.value, "maat": claim.measure, "plek": claim.region, "ander": claim.other}
    names |= {"jaar": claim.period or _NEWEST, "branche": claim.sector or TOTAL}
    for name, value in names.items():
        link.choose(name, value)
    st.session_state[_TYPED] = ""


def chosen(edition: Edition, form: Form) -> Claim:
    """The claim of this form that the lists say: each list is there only where the form has such a part."""
    if form is Form.ABSENCE_RISES:
        known = absence.sectors(edition, catalogue.ABSENCE) or (TOTAL,)
        return Claim(form, sector=_one("branche", known, lambda code: by_code(code).label))
    measure = _one("maat", grammar.MEASURES[form], lambda code: say(f"claim.measure_{code}"))
    nation = NATION if form is Form.NATION_REACHES else ""
    region = nation or _one("plek", places(edition, with_nation=form is not Form.REACHES), regions.name_of)
    if form is Form.ABOVE:
        others = [code for code in places(edition, with_nation=True) if code != region]
        return Claim(form, measure, region, _one("ander", others, regions.name_of))
    if form in (Form.REACHES, Form.NATION_REACHES):
        year = _one("jaar", years(edition, measure), _year)
        return Claim(form, measure, region, period="" if year == _NEWEST else year)
    return Claim(form, measure, region)


def places(edition: Edition, *, with_nation: bool) -> list[str]:
    """The regions by name; before them the nation where that can be meant."""
    named = sorted(regions.CODES, key=lambda code: figures.place_of(edition, code))
    return [*((NATION,) if with_nation else ()), *named]


def years(edition: Edition, measure: str) -> list[str]:
    """The newest whole year without its name, then each year with a count, and the one that runs."""
    whole = {str(year) for row in points.whole_years(edition, measure).values() for year in points.usable(row)}
    expected = catalogue.expected(catalogue.by_id(measure)).id
    running = {one.period for one in figures.select(edition, expected, region=NATION)}
    return [_NEWEST, *sorted(whole | running, reverse=True)]


def _year(code: str) -> str:
    return say("page.claims.newest") if code == _NEWEST else code


def _one(name: str, offered: Sequence[str], words: controls.Words, width: int = _WIDE) -> str:
    return controls.chosen_from(say(f"page.claims.ask_{name}"), name, offered, words, f"claim-{name}", width)
