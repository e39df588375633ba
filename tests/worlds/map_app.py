"""A page with nothing but the map: every status, both views, both ways of classing. For the browser tests."""

from __future__ import annotations

import streamlit as st

from sdw.charts import classes, region_map
from sdw.charts.geometry import load
from sdw.reference.status import Status
from sdw.ui import region_map as component
from tests.worlds.map_rows import rows

st.set_page_config(layout="wide", page_title="Kaart")
one, two, three = st.columns(3)
view = one.segmented_control("Weergave", ["kaart", "tegels"], default="kaart") or "kaart"
method = two.selectbox("Indeling", ["kwantielen", "gelijk", "rond_doel"])
codes = [None, *load().regions]
region = three.selectbox(
    "Regio", codes, key="region", format_func=lambda c: load().regions[c].name if c else "geen"
)

shown = rows()
values = [row.number for row in shown if row.number is not None]
made = {
    "kwantielen": lambda: classes.quantile(values),
    "gelijk": lambda: classes.equal(values),
    "rond_doel": lambda: classes.around(values, 100),
}[method]()
options = region_map.Options(view=view, selected=region, legend="Gestarte trajecten", example=True)


def chosen(code: str | None) -> None:
    st.session_state["region"] = code


left, right = st.columns([2, 1])
with left:
    selected = component.show(region_map.payload(shown, made, options), key="map", on_select=chosen)
with right:
    st.write(f"Gekozen: {load().regions[selected].name if selected else 'geen'}")
    st.write(f"Statussen: {len(Status)}")
