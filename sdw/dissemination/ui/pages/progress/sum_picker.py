"""Several methods or client groups at once: their sum, as far as shown figures tell it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.figures import sums
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.sums import Sum
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import screen, show
from sdw.dissemination.ui.view import link_view
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.indicators.model import TOTAL
from sdw.reference import dimensions
from sdw.reference.status import Status
from sdw.text.dutch import listing, say

#: Fewer parts than this have no sum but their total.
_WORTH_ADDING = 3


def offer(chosen: View) -> None:
    """Let a reader choose parts to add up; nothing where the edition has none of this region and period."""
    offered = {
        name: [code for code in link_view.options(name) if code != TOTAL] for name in ("methode", "doelgroep")
    }
    offered = {name: codes for name, codes in offered.items() if len(codes) >= _WORTH_ADDING}
    if not offered:
        return
    show.raw(screen.part((Heading(say("sum.title")), Paragraph(say("sum.hint"), quiet=True))))
    with st.container(horizontal=True, key="optellen"):
        for name, codes in offered.items():
            key = f"tel_{name}"
            st.session_state[key] = list(_chosen(chosen, name))
            st.pills(
                say(f"sum.{name}"),
                codes,
                key=key,
                selection_mode="multi",
                format_func=partial(_short, name),
                on_change=_picked,
                args=(name, key),
            )
    for name in offered:
        if _chosen(chosen, name):
            show.kept(summed, chosen, name)


def summed(chosen: View, name: str) -> tuple[Block, ...]:
    """The sums of starts and placements over the chosen parts, with the reason where it is a range."""
    codes = _chosen(chosen, name)
    over = {"methods": codes} if name == "methode" else {"client_groups": codes}
    indicators = (catalogue.STARTED, catalogue.DURABLE)
    found = [sums.sum_of(chosen.edition, one.id, chosen.region, chosen.period, **over) for one in indicators]
    table = Table(
        caption=say(
            "sum.caption",
            region=figures.place_of(chosen.edition, chosen.region),
            period=wording.period(chosen.period),
            parts=listing([_short(name, code) for code in codes]),
            example=wording.example(total.figure for total in found),
            note=wording.notes((total.figure for total in found), named=False),
        ),
        head=[say("page.figure"), say("sum.column")],
        rows=[[one.label, _cell(total)] for one, total in zip(indicators, found, strict=True)],
        numbers=frozenset({1}),
    )
    reasons = [why for why in dict.fromkeys(map(_why, found)) if why]
    return (table, *(Paragraph(why, quiet=True) for why in reasons))


def _cell(total: Sum) -> Cell:
    if total.exact or (total.low is not None and total.figure.status is Status.SUPPRESSED):
        return Cell(total.words)
    return Cell(total.words, STATUS_CLASS[total.figure.status])


def _why(total: Sum) -> str:
    if total.exact or total.low is None or total.figure.status is not Status.SUPPRESSED:
        return ""
    return say("sum.why_least" if total.high is None else "sum.why_range")


def _short(name: str, code: str) -> str:
    categories = dimensions.METHODS if name == "methode" else dimensions.CLIENT_GROUPS
    return categories[code].short


def _chosen(chosen: View, name: str) -> tuple[str, ...]:
    return chosen.methods if name == "methode" else chosen.client_groups


def _picked(name: str, key: str) -> None:
    link_view.change(name, ",".join(st.session_state[key]))
