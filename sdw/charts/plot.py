"""What all Plotly drawings share: Dutch numbers, the type and colours of the page, no decoration."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Literal

import plotly.graph_objects as go

from sdw.charts.palette import Colours
from sdw.indicators import catalogue, wording
from sdw.indicators.figures import Figure
from sdw.reference.status import Status
from sdw.text.dutch import say

#: What the patterns of the map are called in Plotly.
PATTERNS = {
    Status.SUPPRESSED: "/",
    Status.NOT_DELIVERED: ".",
    Status.UNKNOWN: "-",
    Status.NOT_APPLICABLE: "",
}
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


def title(message: str, subtitle: str, height: int, colours: Colours) -> dict[str, Any]:
    """A title that is the message, and a subtitle with what, unit and period; `height` of the drawing in pixels."""
    return {
        "text": f"<b>{_safe(message)}</b>",
        "subtitle": {"text": _safe(subtitle), "font": {"size": 14, "color": colours.quiet}},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": round(1 - 14 / height, 4),
        "yref": "container",
        "yanchor": "top",
        "font": {"size": 18},
    }


def labels(shown: Sequence[Figure], beside: Sequence[Figure] = ()) -> list[str]:
    """The text at each bar: the number, or the status in words, unless the figure `beside` it says the same."""
    said = {(figure.region, figure.period): figure.status for figure in beside}
    return [
        ""
        if figure.value is None and said.get((figure.region, figure.period)) is figure.status
        else wording.shown(figure)
        if figure.value is not None
        else say(f"status.{figure.status}")
        for figure in shown
    ]


def marker(shown: Sequence[Figure], colour: str, colours: Colours) -> dict[str, Any]:
    """The fill of each bar: its colour, or the pattern of the status of a missing figure."""
    if all(figure.value is not None for figure in shown):
        return {"color": colour}
    return {
        "color": colour,
        "pattern": {
            "fgcolor": colours.hatch,
            "shape": ["" if figure.value is not None else PATTERNS[figure.status] for figure in shown],
            "bgcolor": colours.hatch_ground,
            "size": 4,
        },
    }


def hover(shown: Sequence[Figure], texts: Sequence[str], axis: Literal["x", "y"]) -> dict[str, Any]:
    """What a bar says when it is pointed at: the name at its axis, and its figure as read aloud.

    Where each text and the unit of the indicator say that already, they are not said again: 35 names and
    figures are a third of a drawing.
    """
    indicator = catalogue.by_id(shown[0].indicator)
    spoken = [wording.spoken(figure) for figure in shown]
    unit = f" {indicator.unit.value}"
    if spoken == [text + unit for text in texts]:
        return {"hovertemplate": f"%{{{axis}}}: %{{text}}{unit}<extra>{indicator.short}</extra>"}
    return {"hovertext": spoken, "hovertemplate": f"%{{{axis}}}: %{{hovertext}}<extra>{indicator.short}</extra>"}


def plain(value: float) -> int | float:
    """97.0 → 97: a count travels without a decimal point."""
    return int(value) if float(value).is_integer() else value


def axis(colours: Colours, **overruled: Any) -> dict[str, Any]:
    """A quiet axis from zero, that a reader cannot drag away; lines that are not drawn need no colour."""
    lines = {"gridcolor": ("showgrid", colours.line), "zerolinecolor": ("zeroline", colours.quiet)}
    drawn = {name: colour for name, (line, colour) in lines.items() if overruled.get(line, True)}
    return {"fixedrange": True, "automargin": True} | drawn | overruled


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
