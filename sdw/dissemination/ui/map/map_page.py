"""The map on a page: the figures of the view as a map or tiles, a choice on it goes to the URL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import streamlit as st

from sdw.dissemination.charts.map import classes
from sdw.dissemination.charts.map import drawing as region_map
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.drawing import Options, Row
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tables
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.map import map_component as component
from sdw.dissemination.ui.view import link_view as in_url
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference.areas import regions
from sdw.reference.documents import targets
from sdw.reference.status import Status
from sdw.text.dutch import say

KINDS = ("kaart", "tegels")


def class_methods(view: View) -> tuple[classes.Method, ...]:
    """The ways to make classes: around the target only where the figure is held against one."""
    target = targets.of_indicator(view.indicator)
    if target is not None and tables.is_year(view) and tables.is_total(view):
        return "kwantielen", "gelijk", "rond_doel"
    return "kwantielen", "gelijk"


def controls_of(view: View) -> tuple[str, classes.Method]:
    """Map or tiles, and how the classes are made."""
    with st.container(horizontal=True, key="kaart-keuzes"):
        kind = controls.one_of("kaartvorm", "vorm", KINDS)
        method = controls.one_of("klassen", "klassen", class_methods(view))
    return kind, method


def rows(shown: Sequence[Figure]) -> list[Row]:
    """A row for each of the 35 regions; one without a figure has nothing delivered."""
    known = {figure.region: figure for figure in shown}
    return [_row(region.code, region.name, known.get(region.code)) for region in regions.ALL]


def _row(code: str, name: str, figure: Figure | None) -> Row:
    if figure is None:
        return Row(code, name, "", None, Status.NOT_DELIVERED)
    if figure.value is None:
        word = wording.status(figure)
        return Row(code, name, "", None, figure.status, note=word if figure.is_example else "")
    return Row(code, name, wording.spoken(figure), figure.value, figure.status, brief=wording.shown(figure))


def made(shown: Sequence[Figure], indicator: Indicator, method: classes.Method) -> Classes:
    """The classes of these figures."""
    values = [figure.value for figure in shown if figure.value is not None]
    target = targets.of_indicator(indicator.id)
    if method == "rond_doel" and target is not None:
        return classes.around(values, target.per_region, indicator.decimals)
    make = classes.equal if method == "gelijk" else classes.quantile
    return make(values, decimals=indicator.decimals)


def draw(
    view: View, *, kind: str = "kaart", method: classes.Method = "kwantielen", small: bool = False
) -> str | None:
    """Draw the map and return the region that is chosen on it now. A choice goes to the URL as `regio`."""
    drawing = payload(view, kind, method, small)
    return component.show(drawing, key="kaart-klein" if small else "kaart", on_select=_choose)


@lru_cache(maxsize=128)
def payload(view: View, kind: str, method: classes.Method, small: bool) -> Mapping[str, Any]:
    """What the browser needs to draw the map of a view; nobody changes it any more."""
    indicator = catalogue.by_id(view.indicator)
    shown = selections.of_regions(view, indicator, method=view.method, client_group=view.client_group)
    options = Options(
        view="tegels" if kind == "tegels" else "kaart",
        selected=view.region or None,
        labels=not small,
        inset=not small,
        legend=say(
            "page.map_legend",
            indicator=indicator.label + progress.cut(view.method, view.client_group),
            period=wording.period(view.period),
        ),
        example=any(figure.is_invented for figure in shown),
    )
    return MappingProxyType(region_map.payload(rows(shown), made(shown, indicator, method), options))


def _choose(code: str | None) -> None:
    in_url.change("regio", code or "")
