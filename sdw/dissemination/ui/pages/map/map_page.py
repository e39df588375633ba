"""The map on a page: the figures of the view as a map or tiles, a choice on it goes to the URL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import streamlit as st

from sdw.dissemination.blocks import reach
from sdw.dissemination.charts.core.geometry import View as Form
from sdw.dissemination.charts.drawings import maps
from sdw.dissemination.charts.map import classes
from sdw.dissemination.charts.map import drawing as region_map
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tables
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.map import map_component as component
from sdw.dissemination.ui.view import link_view as in_url
from sdw.reference.documents import targets

KINDS: tuple[Form, ...] = ("kaart", "tegels")


def class_methods(view: View) -> tuple[classes.Method, ...]:
    """The ways to make classes: around the target only where the figure is held against one."""
    target = targets.of_indicator(view.indicator)
    if target is not None and tables.is_year(view) and tables.is_total(view):
        return "kwantielen", "gelijk", "rond_doel"
    return "kwantielen", "gelijk"


def controls_of(view: View) -> tuple[Form, classes.Method]:
    """Map or tiles, and how the classes are made."""
    with st.container(horizontal=True, key="kaart-keuzes"):
        kind = controls.one_of("kaartvorm", "vorm", KINDS)
        method = controls.one_of("klassen", "klassen", class_methods(view))
    return kind, method


def need_of(view: View) -> str:
    """Whose need stands beside the reach; not asked in an edition without."""
    return (
        controls.one_of("behoefte", "behoefte", tuple(reach.NEEDS))
        if reach.has_maps(view)
        else next(iter(reach.NEEDS))
    )


def draw(
    view: View, *, kind: str = "kaart", method: classes.Method = "kwantielen", small: bool = False
) -> str | None:
    """Draw the map and return the region that is chosen on it now. A choice goes to the URL as `regio`."""
    drawing = payload(view, kind, method, small)
    return component.show(drawing, key="kaart-klein" if small else "kaart", on_select=_choose)


@lru_cache(maxsize=128)
def payload(view: View, kind: str, method: classes.Method, small: bool) -> Mapping[str, Any]:
    """What the browser needs to draw the map of a view; nobody changes it any more."""
    shown = maps.figures_of(view)
    rows, made, options = maps.pointed_at(view, shown, method, "tegels" if kind == "tegels" else "kaart")
    return MappingProxyType(region_map.payload(rows, made, replace(options, inset=not small)))


def _choose(code: str | None) -> None:
    in_url.change("regio", code or "")
