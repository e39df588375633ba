"""Choices inside a page that change how a figure is drawn or what is calculated: the link holds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias, TypeVar

import streamlit as st

from sdw.dissemination.charts.core.ordering import ORDERS
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.targets.look import PLAIN, Look
from sdw.dissemination.charts.targets.reaching import ONLY
from sdw.dissemination.figures.need.yardstick import Yardstick
from sdw.dissemination.ui.view import link
from sdw.text.dutch import say

Choice = TypeVar("Choice", bound=str)
#: What a code is called in a list.
Words: TypeAlias = Callable[[str], str]
#: The width of a list beside other choices, in pixels.
_WIDE = 330


def look(shown: Sequence[object], *, filtered: bool, yardsticks: Sequence[Yardstick]) -> Look:
    """How the 35 rows are looked at; not asked where there are no rows. filtered: there is something to be under or
    above. yardsticks: what the regions can be held against."""
    if not shown:
        return PLAIN
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = one_of("volgorde", "volgorde", ORDERS)
        if not filtered:
            return Look(order)
        only = _listed("toon", ONLY)
        against = _listed("maatlat", yardsticks)
    return Look(order, only, against)


def _listed(name: str, offered: Sequence[Choice]) -> Choice:
    """One of a list with its question above it, kept in the link under its own name."""
    asked = say(f"page.control.{name}")
    chosen = chosen_from(asked, name, offered, lambda one: say(f"page.control.{name}_{one}"), name, _WIDE)
    return next(one for one in offered if one == chosen)


def pooled() -> bool:
    """True when regions are also shown with support of the nation; the raw figure stays."""
    return one_of("steun", "steun", ("ruw", "landelijk")) == "landelijk"


def theme() -> Theme:
    """Light or dark, as the reader's page is; light until it is known."""
    return "dark" if st.context.theme.type == "dark" else "light"


def number(
    label: str, name: str, *, default: int | None, low: int, high: int | None = None, step: int = 1, key: str = ""
) -> int | None:
    """A whole number that a reader fills in, kept in the link under `name`; None where it may be empty and is."""
    key = key or name
    asked = link.number(name, low, high)
    hold(key, default if asked is None else asked)
    filled: int | None = st.number_input(
        label,
        min_value=low,
        max_value=high,
        value="min" if default is not None else None,
        step=step,
        placeholder="–",
        key=key,
        on_change=link.keep,
        args=(name, key),
    )
    return filled


def chosen_from(
    label: str,
    name: str,
    offered: Sequence[str],
    words: Callable[[str], str],
    key: str,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """One of a list, kept in the link under `name`; the first where the link says nothing."""
    hold(key, link.one_of(name, offered) or offered[0])
    found: str = st.selectbox(
        label, offered, key=key, format_func=words, on_change=link.keep, args=(name, key), width=width
    )
    return found


def one_of(key: str, name: str, offered: Sequence[Choice]) -> Choice:
    """One of a few, side by side, kept in the link under `name`."""
    # A choice that is not offered here (around the target, for a figure without one) falls back to the first.
    hold(key, link.one_of(name, offered) or offered[0])
    chosen: Choice | None = st.segmented_control(
        say(f"page.control.{key}"),
        offered,
        key=key,
        format_func=lambda value: say(f"page.control.{key}_{value}"),
        on_change=link.keep,
        args=(name, key),
        required=True,
    )
    return chosen if chosen is not None else offered[0]


def hold(key: str, value: object) -> None:
    """Make an input show this value; it is not told what it shows already."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
