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
        "bargap": 0.45,
        "bargroupgap": 0.08,
        "xaxis": plot.axis(colours, type="category", showgrid=False),
        "yaxis": plot.axis(colours, range=[0, max(highest, target) * 1.15], tickformat=",d"),
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
            }
        ],
    }
    bars = [
        _bars(started, plot.labels(started, line="<br>"), colours.primary, colours.quiet),
        _bars(durable, plot.labels(durable, beside=started, line="<br>"), colours.others, colours.quiet),
    ]
    return plot.figure(bars, layout, colours)


def _bars(shown: tuple[Figure, ...], texts: list[str], colour: str, ink: str) -> dict[str, object]:
    indicator = catalogue.by_id(shown[0].indicator)
    return {
        "type": "bar",
        "name": indicator.label,
        "x": [wording.period(figure.period) for figure in shown],
        "y": [figure.value or 0 for figure in shown],
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 12, "color": ink},
        "marker": {"color": colour},
        "hovertext": [f"{wording.period(figure.period)}: {wording.spoken(figure)}" for figure in shown],
        "hovertemplate": f"%{{hovertext}}<extra>{indicator.short}</extra>",
    }
