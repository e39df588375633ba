"""What absence costs an employer: own number of employees and cost per day, the sector of the page."""

from __future__ import annotations

import streamlit as st

from sdw.dissemination.blocks.figures import Tile, Tiles
from sdw.dissemination.blocks.model import Block, Finding, Folded, Heading, Paragraph
from sdw.dissemination.charts.drawings.absence import sector_of
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.absence import Moving
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.reference.documents import findings
from sdw.statistics import absence_cost
from sdw.statistics.absence_cost import Range
from sdw.text.dutch import number, say

_PEOPLE = 100
_SOURCE = "arboned-kosten"


def offer(view: View) -> None:
    """The heading, the part that calculates, and how; nothing where the edition has no absence of this sector."""
    moving = absence.moving_year(view.edition, sector_of(view))
    if moving:
        show.kept(opening, view)
        _calculate(moving[-1])
        show.kept(explained)


def blocks(view: View) -> tuple[Block, ...]:
    """The same with what the inputs start with."""
    moving = absence.moving_year(view.edition, sector_of(view))
    if not moving:
        return ()
    return (*opening(view), estimate(moving[-1].value, _PEOPLE, _cost_per_day()), *explained())


def opening(view: View) -> tuple[Block, ...]:
    """A heading, and with which absence is calculated."""
    moving = absence.moving_year(view.edition, sector_of(view))
    where = sentences.where(sector_of(view)) or say("verzuim.where_all")
    told = say("page.verzuim.cost_intro", where=where, value=sentences.mean(moving[-1]))
    return Heading(say("page.verzuim.cost"), linked=True), Paragraph(told)


@alone
def _calculate(moving: Moving) -> None:
    with st.container(horizontal=True, key="kosten"):
        people = controls.number(
            say("page.verzuim.cost_people"), "mensen", default=_PEOPLE, low=1, high=absence_cost.MOST_PEOPLE
        )
        cost = controls.number(
            say("page.verzuim.cost_day"),
            "dagkosten",
            default=_cost_per_day(),
            low=0,
            high=absence_cost.MOST_COST,
            step=5,
        )
    show.block(estimate(moving.value, people or _PEOPLE, cost or 0))


def _cost_per_day() -> int:
    return int(findings.by_id(_SOURCE).value or 0)


def estimate(absent: float, people: int, cost: int) -> Tiles:
    """Days and euros a year at this absence (percent), number of employees and cost per day."""
    found = absence_cost.of_year(people, absent, float(cost))
    return Tiles(
        (_tile("page.verzuim.cost_days", found.days, ""), _tile("page.verzuim.cost_euros", found.euros, "€ "))
    )


def explained() -> tuple[Block, ...]:
    """How it is worked out, and whose cost per day it starts with."""
    source = findings.by_id(_SOURCE)
    how = say(
        "page.verzuim.cost_how",
        days=absence_cost.DAYS,
        fewest=absence_cost.FEWEST_DAYS,
        most=absence_cost.MOST_DAYS,
        spread=number(100 * absence_cost.SPREAD),
    )
    told = say("page.verzuim.cost_source", statement=source.statement, publisher=source.publisher)
    found = Finding(told, say("page.verzuim.cost_link"), source.source_url)
    return (Folded(say("page.verzuim.cost_explained"), (Paragraph(how), found)),)


def _tile(label: str, found: Range, sign: str) -> Tile:
    return Tile(
        label=say(label),
        figure=say("page.verzuim.about", value=sign + _rounded(found.middle)),
        against=say("page.verzuim.between", low=sign + _rounded(found.low), high=sign + _rounded(found.high)),
        detail=say("page.verzuim.estimate"),
    )


def _rounded(value: float) -> str:
    """Two figures that mean something: 372.488 → '370.000'."""
    if value < 10:
        return number(value)
    scale = 10 ** (len(str(int(value))) - 2)
    return number(round(value / scale) * scale)
