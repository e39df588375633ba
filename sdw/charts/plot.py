"""What all Plotly drawings share: Dutch numbers, the type and colours of the page, no decoration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sdw.charts.palette import Colours
from sdw.indicators import wording
from sdw.indicators.figures import Figure
from sdw.text.dutch import say

FONT = '"Source Sans", "Source Sans 3", sans-serif'


def figure(data: list[Any], layout: dict[str, Any], colours: Colours) -> go.Figure:
    """A drawing of `data` with the shared layout, overruled by `layout`."""
    shared: dict[str, Any] = {
        "template": None,
        "separators": ",.",
        "font": {"family": FONT, "size": 14, "color": colours.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 24, "t": 64, "b": 32},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"font": {"family": FONT, "size": 14}},
    }
    return go.Figure({"data": data, "layout": shared | layout})


def title(message: str, subtitle: str, height: int, colours: Colours) -> dict[str, Any]:
    """A title that is the message, and a subtitle with what, unit and period; `height` of the drawing in pixels."""
    return {
        "text": f"<b>{_safe(message)}</b>",
        "subtitle": {"text": _safe(subtitle), "font": {"size": 14, "color": colours.quiet}},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1 - 14 / height,
        "yref": "container",
        "yanchor": "top",
        "font": {"size": 18},
    }


def labels(shown: Sequence[Figure], beside: Sequence[Figure] = (), line: str = " ") -> list[str]:
    """The text at each bar: the number, or the status in words.

    A status is left out where the figure `beside` it already says the same; `line` joins its words.
    """
    said = {(figure.region, figure.period): figure.status for figure in beside}
    return [
        ""
        if figure.value is None and said.get((figure.region, figure.period)) is figure.status
        else wording.shown(figure)
        if figure.value is not None
        else say(f"status.{figure.status}").replace(" ", line)
        for figure in shown
    ]


def axis(colours: Colours, **overruled: Any) -> dict[str, Any]:
    """A quiet axis from zero, that a reader cannot drag away."""
    shared: dict[str, Any] = {
        "fixedrange": True,
        "gridcolor": colours.line,
        "zerolinecolor": colours.quiet,
        "tickfont": {"color": colours.text},
        "automargin": True,
    }
    return shared | overruled


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
