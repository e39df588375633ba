"""Choices inside a page that change how a figure is drawn, not what it is: they stay out of the URL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from sdw.charts import classes
from sdw.charts.ordering import ORDERS, Order
from sdw.charts.palette import Theme
from sdw.indicators.view import View
from sdw.text.dutch import say
from sdw.ui import maps

Choice = TypeVar("Choice", bound=str)


def map_controls(view: View) -> tuple[str, classes.Method]:
    """Map or tiles, and how the classes are made."""
    with st.container(horizontal=True, key="kaart-keuzes"):
        kind = _one_of("kaartvorm", maps.KINDS)
        method = _one_of("klassen", maps.class_methods(view))
    return kind, method


def order(shown: Sequence[object]) -> Order:
    """The order of the 35 rows: by name or from north to south; not asked where there are no rows."""
    return _one_of("volgorde", ORDERS) if shown else ORDERS[0]


def pooled() -> bool:
    """True when regions are also shown with support of the nation; the raw figure stays."""
    return _one_of("steun", ("ruw", "landelijk")) == "landelijk"


def theme() -> Theme:
    """Light or dark, as the reader's page is; light until it is known."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _one_of(name: str, offered: Sequence[Choice]) -> Choice:
    # A choice that is not offered here (around the target, for a figure without one) falls back to the first.
    if st.session_state.get(name) not in (None, *offered):
        st.session_state[name] = offered[0]
    chosen = st.segmented_control(
        say(f"page.control.{name}"),
        offered,
        key=name,
        default=None if name in st.session_state else offered[0],
        format_func=lambda value: say(f"page.control.{name}_{value}"),
        persist_state="session",
        required=True,
    )
    return chosen if chosen is not None else offered[0]
