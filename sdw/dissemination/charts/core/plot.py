"""What all Plotly drawings share: Dutch numbers, the type and colours of the page, no decoration."""

from __future__ import annotations

import math
from typing import Any

import plotly.graph_objects as go

from sdw.dissemination.charts.core.palette import Colours

FONT = "Source Sans, sans-serif"


class Finished(go.Figure):  # type: ignore[misc]
    """A drawing that nobody changes any more: it is turned into a dictionary once, not on every visit.

    Plotly copies a whole figure each time; on a page with six drawings that was a third of its time.
    """

    def to_dict(self) -> dict[str, Any]:
        """The drawing as Plotly's dictionary, as short as the eye allows; the same one every time."""
        if getattr(self, "_as_dict", None) is None:
            self._as_dict: dict[str, Any] = {name: short(part) for name, part in super().to_dict().items()}
        return self._as_dict


def short(part: Any) -> Any:
    """Numbers of a drawing to four decimals: no screen shows more, and every digit is sent."""
    if isinstance(part, dict):
        return {name: short(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [short(value) for value in part]
    return plain(round(part, 4)) if isinstance(part, float) and math.isfinite(part) else part


def figure(data: list[Any], layout: dict[str, Any], colours: Colours) -> go.Figure:
    """A drawing of `data` with the shared layout, overruled by `layout`."""
    shared: dict[str, Any] = {
        "template": go.layout.Template(),  # without one, Plotly adds 3 KB of defaults for other kinds of charts
        "separators": ",.",
        "font": {"family": FONT, "size": 14, "color": colours.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 24, "t": 64, "b": 32},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"font": {"family": FONT, "size": 14}},
    }
    return Finished({"data": data, "layout": shared | layout})


def plain(value: float) -> int | float:
    """97.0 → 97: a count travels without a decimal point."""
    return int(value) if float(value).is_integer() else value


def axis(colours: Colours, **overruled: Any) -> dict[str, Any]:
    """A quiet axis from zero, that a reader cannot drag away; lines that are not drawn need no colour."""
    lines = {"gridcolor": ("showgrid", colours.line), "zerolinecolor": ("zeroline", colours.quiet)}
    drawn = {name: colour for name, (line, colour) in lines.items() if overruled.get(line, True)}
    return {"fixedrange": True, "automargin": True} | drawn | overruled
