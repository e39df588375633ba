"""Regions beside one another on Regio: five that are alike, chosen by us, or those that a reader chose."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.figures import tabled
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tables
from sdw.dissemination.ui.view import link
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators.model import Indicator
from sdw.reference.areas import regions
from sdw.text.dutch import say

_NAME, _KEY = "naast", "regios-ernaast"


def asked(view: View) -> tuple[str, ...]:
    """The regions that the link names beside that of the view, by name; none where it names none that exist."""
    others = [one.code for one in regions.ALL if one.code != view.region]
    return tuple(sorted(link.several(_NAME, others, tabled.MOST), key=regions.name_of))


def pick(view: View) -> None:
    """Let a reader choose other regions; one more than may be chosen is not taken."""
    by_name = sorted((one for one in regions.ALL if one.code != view.region), key=lambda one: one.name)
    with st.expander(say("alike.choose", most=wording.count(tabled.MOST))):
        st.session_state[_KEY] = list(asked(view))
        st.pills(
            say("alike.regions"),
            [one.code for one in by_name],
            key=_KEY,
            selection_mode="multi",
            format_func=regions.name_of,
            on_change=_picked,
            label_visibility="collapsed",
        )


def blocks(view: View, chosen: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """A heading, why these regions, and their figures beside those of the region of the view."""
    content = table(view, chosen)
    if not content.rows:
        return ()
    kind = "chosen" if chosen else "nearest"
    why = say(f"alike.why_{kind}", region=figures.place_of(view.edition, view.region))
    return Heading(say(f"alike.title_{kind}")), Paragraph(why), content


def table(view: View, chosen: tuple[str, ...] = ()) -> Table:
    """The region of the view among the chosen ones, or among the five that are most like it; by name."""
    found = tabled.alike(view, chosen)
    used = found.used
    mixed = say("page.beside_example") if any(one.is_invented for one in used) else ""
    made = Table(
        caption=_caption(used) + wording.notes(used, named=False) + mixed,
        head=[say("page.region"), *map(_head, found.indicators)],
        rows=[[figures.place_of(view.edition, code), *map(_cell, row)] for code, row in found.rows.items()],
        numbers=frozenset(range(1, len(found.indicators) + 1)),
        marked=list(found.rows).index(view.region) if found.rows else None,
        stack=True,
    )
    return taking.with_files("regios-ernaast", view, made, ((_NAME, ",".join(chosen)),) if chosen else ())


def _head(indicator: Indicator) -> str:
    """Short: six of them stand beside each other, and the caption says the rest."""
    return say(f"alike.column_{indicator.id}") if indicator in tabled.NEED[1:] else indicator.short


def _cell(figure: Figure | None) -> Cell:
    """The figure as in every table, with its 95% interval behind it where it has one."""
    plain, interval = tables.cell(figure), "" if figure is None else wording.interval(figure)
    return replace(plain, text=say("alike.interval", value=plain.text, interval=interval)) if interval else plain


def _caption(used: list[Figure]) -> str:
    """The years of what regions deliver and of the need, and what stands in brackets."""
    need, of = {one.id for one in tabled.NEED}, {"delivered": "", "need": ""}
    for one in used:
        of["need" if one.indicator in need else "delivered"] = wording.period(one.period)
    told = [say(f"alike.when_{kind}", period=period) for kind, period in of.items() if period]
    told += [say("alike.order"), *([say("alike.intervals")] if any(map(wording.interval, used)) else [])]
    return " ".join(told)


def _picked() -> None:
    codes: list[str] = st.session_state[_KEY]
    if len(codes) <= tabled.MOST:
        link.choose(_NAME, ",".join(codes))
