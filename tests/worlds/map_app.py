"""A page with nothing but the map: every status, both views, three ways of classing. For the browser tests."""

from __future__ import annotations

import streamlit as st

from sdw.dissemination.charts.core.geometry import load
from sdw.dissemination.charts.map import classes, drawing, told
from sdw.dissemination.ui.pages.map import map_component as component
from tests.worlds.map_rows import rows

HOSTILE = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"


def page() -> None:
    """Draws the page. `?naam=hostiel` gives Twente a name that tries to run; `?inzet=nee` leaves out the inset."""
    st.set_page_config(layout="wide", page_title="Kaart")
    one, two, three = st.columns(3)
    view = one.segmented_control("Weergave", ["kaart", "tegels"], default="kaart") or "kaart"
    method = two.selectbox("Indeling", ["kwantielen", "gelijk", "rond_doel"])
    codes = [None, *load().regions]
    region = three.selectbox("Regio", codes, key="region", format_func=_name)

    hostile = st.query_params.get("naam") == "hostiel"
    shown = rows(AM05=HOSTILE) if hostile else rows()
    values = [row.number for row in shown if row.number is not None]
    if method == "kwantielen":
        made = classes.quantile(values)
    elif method == "gelijk":
        made = classes.equal(values)
    else:
        made = classes.around(values, 100)
    options = drawing.Options(
        view=view,
        selected=region,
        legend="Gestarte trajecten",
        example=True,
        inset=st.query_params.get("inzet") != "nee",
        highest=told.highest(shown),
        told=told.described(shown, made),
        beside=("Doel: 100", "Nederland: 3.302"),
        earlier="2024",
    )
    left, right = st.columns([2, 1])
    with left:
        selected = component.show(drawing.payload(shown, made, options), key="map", on_select=_chosen)
    right.write(f"Gekozen: {_name(selected)}")


def _name(code: str | None) -> str:
    return load().regions[code].name if code else "geen"


def _chosen(code: str | None) -> None:
    st.session_state["region"] = code
