"""The map on a page: a Streamlit component around the frames that `sdw.dissemination.charts` draws.

Shapes, script and style are static files that the browser keeps; a rerun sends only values.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from sdw.dissemination.charts.core.geometry import VIEWS, load
from sdw.dissemination.charts.map.frame import canvas

_STATIC = Path(__file__).resolve().parents[5] / "static" / "region_map"
_NAME = "sdw_region_map"

# The place is kept before the script arrives: nothing below the map moves. Short: it travels with every view.
_HTML = "<div class=sdw-room><div class=sdw-map data-view=kaart></div></div>"
_CSS = """
.sdw-room{container:sdw-map/inline-size}
.sdw-map{--canvas:RATIO;aspect-ratio:var(--canvas)}
.sdw-map:has(.sdw-stage){aspect-ratio:auto}
@container sdw-map (max-width:519px){.sdw-map:not(:has(.sdw-stage)){aspect-ratio:1/2.5}}
"""

# A line of its own: Streamlit takes a script without a line break for the name of a file.
# Streamlit's own script says where the app lives, also under a base path or behind a proxy.
_JS = """
export default p=>import(document.querySelector('[src*="static/js/"]').src.split("static/js/")[0]\
+"app/static/region_map/map.js?v=VERSION").then(map=>map.mount(p),e=>{
p.parentElement.querySelector(".sdw-map").textContent=p.data.failed;console.error(e)})
"""


@cache
def _version() -> str:
    """Names the static files by what is in them: a browser that has this version never asks again."""
    names = ("map.js", "map.css", *(f"{view}.svg" for view in VIEWS))
    return hashlib.sha256(b"".join((_STATIC / name).read_bytes() for name in names)).hexdigest()[:8]


@cache
def _component(inset: bool) -> Callable[..., Any]:
    """Two components, for a wide map and for one without the inset: they keep another place free."""
    area = canvas(load(), "kaart", inset)
    return st.components.v2.component(
        _NAME if inset else f"{_NAME}_narrow",
        html=_HTML,
        css=_CSS.replace("RATIO", f"{area.width:.0f}/{area.height:.0f}"),
        js=_JS.replace("VERSION", _version()),
        isolate_styles=False,
    )


def show(payload: Mapping[str, Any], key: str, on_select: Callable[[str | None], None] | None = None) -> str | None:
    """Shows the map of `charts.region_map.payload` and returns the region that is selected now, or None.

    The payload's selection is drawn. A choice on the map wins from it once: in the run that the choice
    starts. `on_select` hears of it before that run, so that a page can draw it straight away.
    """
    fresh_key = f"{key}:fresh"

    def heard() -> None:
        choice = st.session_state[key]["choice"]
        st.session_state[fresh_key] = choice
        if on_select is not None:
            on_select(choice["code"])

    fresh = st.session_state.pop(fresh_key, None)
    _component(bool(payload["inset"]))(
        key=key, data=dict(payload), default={"choice": None}, on_choice_change=heard
    )
    selected: str | None = payload["selected"] if fresh is None else fresh["code"]
    return selected
