"""How a region delivers: the sheet, how to fill it in, and where and by when it is wanted."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from sdw.dissemination.blocks.model import Block, Facts, Heading, Items, Paragraph
from sdw.dissemination.exports import delivery_sheet
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.dissemination.ui.pages.data import state_sheets
from sdw.dissemination.ui.view import link_view
from sdw.reference import delivery, periods
from sdw.reference.areas import regions
from sdw.reference.delivery import Delivery
from sdw.reference.periods import Period
from sdw.text.dutch import day, say

_FILE = "sdw-trajecten-{region}-{period}.xlsx"
_PLEDGES = "sdw-toezeggingen-{region}-{period}.xlsx"
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def before() -> None:
    """What comes before checking: the sheet, and beside it how to fill it in; one under the other on a phone."""
    with show.columns(1, 1) as (left, right):
        with left:
            sheet()
        with right:
            show.kept(fill_it_in)


def get_it() -> tuple[Block, ...]:
    """The first step: the sheet."""
    return Heading(say("page.gegevens.sheet.title")), Paragraph(say("page.gegevens.sheet.intro"))


def fill_it_in() -> tuple[Block, ...]:
    """The second step: how to fill it in."""
    lines = (say(f"page.gegevens.fill.{line}") for line in ("unknown", "zero", "persons", "csv"))
    return (
        Heading(say("page.gegevens.fill.title")),
        Paragraph(say("page.gegevens.fill.intro")),
        Items(tuple(lines)),
    )


@alone
def sheet() -> None:
    """Choose a region and a period, and download the sheet with both filled in."""
    show.kept(get_it)
    offered = wanted(dt.date.today())
    with st.container(horizontal=True, key="sheet-choices"):
        region = _region()
        period = controls.chosen_from(
            say("page.gegevens.sheet.period"),
            "invulblad",
            [period.code for period in offered],
            lambda code: periods.parse(code).label,
            key="sheet-period",
        )
    st.download_button(
        say("page.gegevens.sheet.get"),
        partial(delivery_sheet.template, regions.by_code(region), periods.parse(period)),
        file_name=_FILE.format(region=region, period=period),
        mime=_MIME,
        on_click="ignore",
        key="get-sheet",
    )
    _pledges(region)


def _pledges(region: str) -> None:
    """The sheet for what a region means to do this year."""
    year = Period(dt.date.today().year)
    show.kept(pledge_it, year.code)
    st.download_button(
        say("page.gegevens.sheet.get_pledges"),
        partial(delivery_sheet.template, regions.by_code(region), year, dataset="toezeggingen"),
        file_name=_PLEDGES.format(region=region, period=year.code),
        mime=_MIME,
        on_click="ignore",
        key="get-pledges",
    )
    state_sheets.choose(region)


def pledge_it(year: str) -> tuple[Block, ...]:
    """What a pledge is, and that it is no count."""
    return (Paragraph(say("page.gegevens.sheet.pledges", year=year)),)


def _region() -> str:
    """The region of the link, until a reader chooses another: then the link has that one."""
    by_name = [region.code for region in sorted(regions.ALL, key=lambda region: region.name)]
    key = "sheet-region"
    controls.hold(key, link_view.region() or by_name[0])
    chosen: str = st.selectbox(
        say("page.gegevens.sheet.region"),
        by_name,
        key=key,
        format_func=regions.name_of,
        on_change=_picked,
        args=(key,),
    )
    return chosen


def _picked(key: str) -> None:
    link_view.change("regio", st.session_state[key])


def wanted(today: dt.date) -> list[Period]:
    """The periods a region may be asked for now: this half-year first, back to the year before last."""
    half = Period(today.year, "half", 1 if today.month <= 6 else 2)
    halves = [half.shifted(-steps) for steps in range(4)]
    years = [Period(today.year - back) for back in range(3)]
    quarter = Period(today.year, "quarter", (today.month + 2) // 3)
    return [*halves, *years, *(quarter.shifted(-steps) for steps in range(4))]


def details() -> None:
    """The last step."""
    show.blocks(*deliver_it(delivery.current()))


def deliver_it(now: Delivery) -> tuple[Block, ...]:
    """The last step: channel, last day, contact and next edition; what is not set says so."""
    unset = say("page.gegevens.deliver.unset")
    return (
        Heading(say("page.gegevens.deliver.title")),
        Paragraph(say("page.gegevens.deliver.intro")),
        Facts(
            (
                (say("page.gegevens.deliver.channel"), now.channel or unset),
                (say("page.gegevens.deliver.deadline"), day(now.deadline) if now.deadline else unset),
                (say("page.gegevens.deliver.contact"), now.contact or unset),
                (say("page.gegevens.deliver.next"), day(now.next_edition) if now.next_edition else unset),
            )
        ),
    )
