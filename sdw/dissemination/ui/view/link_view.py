"""The view in the URL: hidden inputs carry it, visible filters and the map change it.

Streamlit keeps the hidden inputs and the URL the same, on every page and with Back. They hold codes
(`regio=AM05`), while the visible filters show words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import streamlit as st

from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.menu import Page
from sdw.dissemination.ui.view.choices import NAMES, Chosen, choose, is_readable
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference import dimensions, periods
from sdw.reference.areas import regions
from sdw.reference.series.sectors import by_code
from sdw.text.dutch import say
from sdw.text.errors import UserError

_STATE = "_view"


@dataclass(slots=True)
class _State:
    """What this visitor asked for and changed since, what the URL should say now, what the page made of it.

    `held` is what each filter shows in the browser for certain: the options it was drawn with, and its choice.
    `is_moving` between the end of one page and the start of the one that it opens. `wrong` is what the link said
    and this page does not show, with what the link should say.
    """

    wanted: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    url: dict[str, str] = field(default_factory=dict)
    held: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    chosen: Chosen | None = None
    is_moving: bool = False
    wrong: dict[str, str] = field(default_factory=dict)


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


def wrong() -> dict[str, str]:
    """Names that the address has wrong, with what it should say: empty where it should not say anything."""
    state = _state()
    return state.wrong | state.changed


def change(name: str, value: str) -> None:
    """Choose another value, from a callback: `change("regio", "AM05")`. The page then runs again."""
    if name not in NAMES:
        raise KeyError(name)
    _state().changed[name] = value


def go(page: Page) -> None:
    """Open another page on the view as it is now. The URL follows later; meanwhile it is not listened to."""
    _state().is_moving = True
    # Parameters given here, even none, keep Streamlit from clearing those that inputs hold, which it refuses.
    st.switch_page(page.file, query_params={})


def follow(page: Page) -> Chosen:
    """Read the URL, settle on a view for `page`, and write it back to the URL."""
    state = _state()
    listening, state.is_moving = not state.is_moving, False
    for name in NAMES if listening else ():
        said = st.query_params.get(name, "")[:60]
        if state.url.get(name, "") != said:  # a new link, or Back
            state.wanted[name] = said
    state.wanted |= state.changed
    asked_now, state.changed = state.changed, {}
    edition, missing = _edition(state.wanted.get("uitgave", ""))
    chosen = choose(edition, page, state.wanted)
    state.chosen = Chosen(chosen.view, chosen.options, missing + chosen.notes)
    # What nobody asked for stays out of the URL: written later, it would be a step of its own for Back.
    asked = {name for name, value in state.wanted.items() if value} | {"uitgave"}
    state.wanted.update({name: value for name, value in chosen.in_url().items() if name in asked})
    # What this page does not use it cannot put right; what no page could read goes.
    strange = [
        name for name, text in state.wanted.items() if name not in chosen.options and not is_readable(name, text)
    ]
    state.wanted.update(dict.fromkeys(strange, ""))
    state.url = dict(state.wanted)
    state.wrong = {}
    for name in NAMES if listening else ():
        text = st.query_params.get(name, "")
        if text and name not in asked_now and text != state.url.get(name):
            state.wrong[name] = state.url.get(name, "")
    _carry(page, state.wanted)
    return state.chosen


def filters(page: Page, chosen: Chosen) -> None:
    """Draw the filters of the page in one row; nothing where there is nothing to choose."""
    shown = [name for name in page.uses if len(chosen.options[name]) > 1]
    if not shown:
        return
    settled = chosen.in_url()
    with st.container(horizontal=True, key="filters"):
        for name in shown:
            _settle(name, chosen.options[name], settled[name] or chosen.options[name][0])
            st.selectbox(
                say(f"frame.filter.{name}"),
                chosen.options[name],
                key=_key(name),
                format_func=partial(words, name),
                placeholder=say("frame.filter.choose"),
                on_change=_picked,
                args=(name,),
            )


def words(name: str, value: str) -> str:
    """A code of the view in words: ('regio', 'AM05') → 'Twente'."""
    if name == "regio":
        return regions.name_of(value) if value else say("frame.filter.all_regions")
    if name == "indicator":
        return catalogue.by_id(value).label
    if name == "periode":
        return periods.parse(value).label
    if name == "maanden":
        return say("frame.filter.months_after", months=value) if value else "—"
    if name == "sector":
        return by_code(value).label
    categories: Mapping[str, dimensions.Category] = {
        "methode": dimensions.METHODS,
        "doelgroep": dimensions.CLIENT_GROUPS,
    }[name]
    return categories[value].label


def _settle(name: str, options: tuple[str, ...], value: str) -> None:
    """Make a filter show `value`. Where it does already nothing is said: said again, all options travel again."""
    held, key = _state().held, _key(name)
    if key not in st.session_state and value == options[0]:
        held[name] = (options, value)
    elif key not in st.session_state or held.get(name) != (options, value):
        held.pop(name, None)
        st.session_state[key] = value


def _picked(name: str) -> None:
    value = st.session_state[_key(name)]
    _state().held[name] = (options(name), value)
    change(name, value)


def _key(name: str) -> str:
    return f"kies_{name}"


def _edition(label: str) -> tuple[Edition, tuple[str, ...]]:
    try:
        return editions.find(label or None), ()
    except UserError as error:
        newest = editions.find()
        return newest, (say("frame.other_edition", why=str(error), shown=newest.label),)


def _carry(page: Page, wanted: Mapping[str, str]) -> None:
    """The hidden inputs: one per name that is in the URL, or that this page can put there.

    Streamlit writes a value to the URL only where its input was there in the run before.
    """
    here = {"uitgave", *page.uses, *page.sets}
    with st.container(key="view-in-url"):
        for number, name in enumerate(NAMES):
            if name in here or wanted.get(name):
                st.session_state[name] = wanted.get(name, "")
                st.text_input(f"#{number}", key=name, bind="query-params")


def _state() -> _State:
    state: _State = st.session_state.setdefault(_STATE, _State())
    return state


def _chosen() -> Chosen:
    chosen = _state().chosen
    if chosen is None:
        raise RuntimeError("the frame settles the view before a page runs")
    return chosen
