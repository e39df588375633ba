"""Choosing a set, its slides and their order, which the link holds; then opening the deck or taking it along."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

import streamlit as st

from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.presenting import page
from sdw.dissemination.ui.server.addresses import DECKS
from sdw.dissemination.ui.view import link
from sdw.edition.editions import Edition
from sdw.reference.presenting import sets as presenting
from sdw.text.dutch import say

#: The width of the list of sets, in pixels.
_WIDE = 330


class Chosen(NamedTuple):
    """A set, and the slides in their order where these are not those of the set."""

    name: str
    picked: tuple[str, ...]


def asked() -> Chosen:
    """What a presenter chooses."""
    names = list(presenting.sets())
    name = link.one_of("set", names) or names[0]
    controls.hold("set", name)
    question = say("page.presenteren.set")
    st.selectbox(question, names, key="set", format_func=_title_of_set, on_change=_other_set, width=_WIDE)
    own, offered = presenting.named(name).slides, tuple(presenting.slides())
    picked = link.several("dias", offered, len(offered))
    key = f"dias-{name}"
    controls.hold(key, list(picked or own))
    st.multiselect(
        say("page.presenteren.pick"),
        offered,
        key=key,
        format_func=_title_of_slide,
        on_change=_picked,
        args=(key, own),
        placeholder=say("page.presenteren.placeholder"),
        help=say("page.presenteren.order"),
    )
    return Chosen(name, picked)


def _title_of_set(name: str) -> str:
    return presenting.named(name).title


def _title_of_slide(name: str) -> str:
    return presenting.slide(name).title


def _other_set() -> None:
    link.keep("set", "set")
    link.choose("dias", "")


def _picked(key: str, own: tuple[str, ...]) -> None:
    """What holds for the set itself, or nothing at all, stays out of the link."""
    found = tuple(st.session_state[key])
    link.choose("dias", "" if found == own else ",".join(found))


def offer(view: View, chosen: Chosen) -> None:
    """Three buttons: the deck in a window of its own, the same as a file, and as PowerPoint."""
    if page.made(view.edition, *chosen, view.region) is None:
        return
    with st.container(horizontal=True, key="deck"):
        open_it, take_it = say("page.presenteren.open"), say("page.presenteren.take")
        st.link_button(open_it, address(view.edition, chosen, view.region), type="primary")
        st.link_button(
            take_it, address(view.edition, chosen, view.region, ".html"), help=say("page.presenteren.hall")
        )
        st.link_button(
            say("page.presenteren.take_powerpoint"),
            address(view.edition, chosen, view.region, ".pptx"),
            help=say("page.presenteren.powerpoint"),
        )


def address(edition: Edition, chosen: Chosen, region: str, form: str = "") -> str:
    """Where the deck is, seen from a page: './d/2026-najaar/regio?regio=AM05'."""
    names = chosen.picked or presenting.named(chosen.name).slides
    is_regional = any(presenting.slide(one).regional for one in names)
    said = {"dias": ",".join(chosen.picked), "regio": region if is_regional else ""}
    query = urlencode({name: text for name, text in said.items() if text}, safe=",")
    return f"./{DECKS}{quote(edition.label, safe='')}/{chosen.name}{form}" + (f"?{query}" if query else "")
