"""The view of this visit: what the link asks and a reader changes, and what the page makes of it.

The link holds codes (`regio=AM05`), while the filters show words (`filters.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.menu import Page
from sdw.dissemination.ui.view.choices import NAMES, Chosen, choose, is_readable
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.text.dutch import say
from sdw.text.errors import UserError

_STATE = "_view"


@dataclass(slots=True)
class _State:
    """What this visitor asked for and changed since, and what the page made of it."""

    wanted: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    chosen: Chosen | None = None


def current() -> View:
    """The view of this run: edition, indicator, period, method, client group, region."""
    return _chosen().view


def everywhere() -> View:
    """The view without its region: for what is the same whichever region is chosen."""
    return replace(current(), region="")


def notes() -> tuple[str, ...]:
    """Sentences on what the link asked and this edition does not have."""
    return _chosen().notes


def options(name: str) -> tuple[str, ...]:
    """What may be chosen under this name of the URL on this page."""
    return tuple(_chosen().options.get(name, ()))


def region() -> str:
    """The code of the region that the link asks for, on a page that shows no figures of it; empty for none."""
    state = _state()
    text = (state.wanted | state.changed).get("regio", "")
    return regions.resolve(text).code if text else ""


def said() -> dict[str, str]:
    """What the link should say, by name; '' for a name that should not be in it."""
    state = _state()
    return dict.fromkeys(NAMES, "") | state.wanted | state.changed


def change(name: str, value: str) -> None:
    """Choose another value, from a callback: `change("regio", "AM05")`. The page then runs again."""
    if name not in NAMES:
        raise KeyError(name)
    _state().changed[name] = value


def go(page: Page) -> None:
    """Open another page on the view as it is now; the link follows when that page runs."""
    st.switch_page(page.file, query_params={})


def follow(page: Page, asked: Mapping[str, str]) -> Chosen:
    """Settle on a view for `page` from what the address newly asks and what a reader changed."""
    state = _state()
    state.wanted |= {name: asked[name] for name in NAMES if name in asked} | state.changed
    state.changed = {}
    edition, missing = _edition(state.wanted.get("uitgave", ""))
    chosen = choose(edition, page, state.wanted)
    state.chosen = Chosen(chosen.view, chosen.options, missing + chosen.notes)
    # What nobody asked for stays out of the link: a page opens on what is newest.
    named = {name for name, value in state.wanted.items() if value} | {"uitgave"}
    state.wanted.update({name: value for name, value in chosen.in_url().items() if name in named})
    # What this page does not use it cannot put right; what no page could read goes.
    for name, text in state.wanted.items():
        if name not in chosen.options and not is_readable(name, text):
            state.wanted[name] = ""
    return state.chosen


def _edition(label: str) -> tuple[Edition, tuple[str, ...]]:
    try:
        return editions.find(label or None), ()
    except UserError as error:
        newest = editions.find()
        return newest, (say("frame.other_edition", why=str(error), shown=newest.label),)


def _state() -> _State:
    state: _State = st.session_state.setdefault(_STATE, _State())
    return state


def _chosen() -> Chosen:
    chosen = _state().chosen
    if chosen is None:
        raise RuntimeError("the frame settles the view before a page runs")
    return chosen
