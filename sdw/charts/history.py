"""One region through the years: both counts side by side, the target as a line. Full years only."""

from __future__ import annotations

from functools import lru_cache

import plotly.graph_objects as go

from sdw.charts import palette, plot
from sdw.charts.palette import Theme
from sdw.indicators import catalogue, wording
from sdw.indicators.figures import Figure
from sdw.reference import targets
from sdw.text.dutch import number, say

_HEIGHT = 340
_GAP = 0.45
#: From the middle of a year to the middle of each of its two bars.
_CENTRE = (1 - _GAP) / 4


@lru_cache(maxsize=64)
def years(started: tuple[Figure, ...], durable: tuple[Figure, ...], *, theme: Theme = "light") -> go.Figure | None:
    """Bars per year from zero, in counts per year; a missing year is a word in place of its bar.

    No line joins the years and no trend is named: there are fewer than five comparable points or the
    method of counting changed between them. None when there is no value at all.
    """
    if not any(figure.value is not None for figure in (*started, *durable)):
        return None
    colours = palette.of(theme)
    target = targets.STARTED.per_region
    highest = max(figure.value for figure in (*started, *durable) if figure.value is not None)
    example = say("chart.example") if any(figure.is_example for figure in started) else ""
    place = wording.place(started[0].region)
    layout = {
        "title": plot.title(
            say("chart.history.title", region=place),
            say("chart.history.subtitle", example=example),
            _HEIGHT,
            colours,
        ),
        "height": _HEIGHT,
        "margin": {"l": 8, "r": 90, "t": 80, "b": 48},
        "barmode": "group",
        "bargap": _GAP,
        "bargroupgap": 0.08,
        "xaxis": plot.axis(colours, type="category", showgrid=False),
        "yaxis": plot.axis(
            colours, range=[0, round(max(highest, target) * 1.15, 2)], tickformat=",d", showgrid=False
        ),
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.12, "yanchor": "top"},
        "shapes": [
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": target,
                "y1": target,
                "layer": "below",
                "line": {"color": colours.accent, "width": 2},
            }
        ],
        "annotations": [
            {
                "xref": "paper",
                "x": 1,
                "xanchor": "left",
                "xshift": 6,
                "y": target,
                "text": say("chart.target", target=number(target)),
                "showarrow": False,
                "font": {"color": colours.accent},
            },
            *_missing(started, -_CENTRE, colours.quiet),
            *_missing(durable, _CENTRE, colours.quiet),
        ],
    }
    bars = [
        _bars(started, colours.primary, colours.quiet),
        _bars(durable, colours.others, colours.quiet),
    ]
    return plot.figure(bars, layout, colours)


def _missing(shown: tuple[Figure, ...], shift: float, ink: str) -> list[dict[str, object]]:
    """The status in words, upright in the place of a bar that is not there: it covers no other bar."""
    return [
        {
            "x": position + shift,
            "y": 0,
            "text": say(f"status.{figure.status}"),
            "textangle": -90,
            "yanchor": "bottom",
            "yshift": 4,
            "showarrow": False,
            "font": {"size": 12, "color": ink},
        }
        for position, figure in enumerate(shown)
        if figure.value is None
    ]


def _bars(shown: tuple[Figure, ...], colour: str, ink: str) -> dict[str, object]:
    texts = ["" if figure.value is None else wording.shown(figure) for figure in shown]
    return {
        "type": "bar",
        "name": catalogue.by_id(shown[0].indicator).label,
        "x": [wording.period(figure.period) for figure in shown],
        "y": [plot.plain(figure.value or 0) for figure in shown],
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 12, "color": ink},
        "marker": {"color": colour},
        **plot.hover(shown, texts, "x"),
    }
