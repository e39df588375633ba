"""What absence costs an employer: own number of employees and cost per day, the sector of the page."""

from __future__ import annotations

import streamlit as st

from sdw.dissemination.blocks.figures import Tile
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.absence import Moving
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, prose, show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.dissemination.ui.pages.absence.story import sector_of
from sdw.reference.documents import findings
from sdw.reference.documents.findings import Finding
from sdw.statistics import absence_cost
from sdw.statistics.absence_cost import Range
from sdw.text.dutch import number, say

_PEOPLE = 100
_SOURCE = "arboned-kosten"


def offer(view: View) -> None:
    """The heading, and the part that calculates; nothing where the edition has no absence of this sector."""
    moving = absence.moving_year(view.edition, sector_of(view))
    if not moving:
        return
    where = sentences.where(sector_of(view)) or say("verzuim.where_all")
    with show.together():
        show.heading(say("page.verzuim.cost"), linked=True)
        show.text(say("page.verzuim.cost_intro", where=where, value=sentences.mean(moving[-1])))
    _calculate(moving[-1])


@alone
def _calculate(moving: Moving) -> None:
    source = findings.by_id(_SOURCE)
    with st.container(horizontal=True, key="kosten"):
        people = controls.number(
            say("page.verzuim.cost_people"), "mensen", default=_PEOPLE, low=1, high=absence_cost.MOST_PEOPLE
        )
        cost = controls.number(
            say("page.verzuim.cost_day"),
            "dagkosten",
            default=int(source.value or 0),
            low=0,
            high=absence_cost.MOST_COST,
            step=5,
        )
    found = absence_cost.of_year(people or _PEOPLE, moving.value, float(cost or 0))
    tiles = [_tile("page.verzuim.cost_days", found.days, ""), _tile("page.verzuim.cost_euros", found.euros, "€ ")]
    st.html(html.stack([html.tiles(tiles), _how(source)]))


def _how(source: Finding) -> str:
    """How it is worked out, and whose cost per day it starts with."""
    return (
        html.paragraph(
            say(
                "page.verzuim.cost_how",
                days=absence_cost.DAYS,
                fewest=absence_cost.FEWEST_DAYS,
                most=absence_cost.MOST_DAYS,
                spread=number(100 * absence_cost.SPREAD),
            ),
            "sdw-quiet",
        )
        + '<p class="sdw-quiet">'
        + html.escape(say("page.verzuim.cost_source", statement=source.statement, publisher=source.publisher))
        + f" {prose.link(say('page.verzuim.cost_link'), source.source_url)}</p>"
    )


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
