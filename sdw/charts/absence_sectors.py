"""Sectors side by side: highest first, with the figure of a year earlier or with the 95% interval."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sdw.charts import palette, plot
from sdw.charts.palette import Colours, Theme
from sdw.importers.cbs.sectors import by_code
from sdw.indicators import wording
from sdw.indicators.absence import Compared
from sdw.text.dutch import MINUS, number, say

_ROW = 27
_LONG = 27


def ranked(
    rows: Sequence[Compared], total: Compared, *, selected: str = "", theme: Theme = "light"
) -> go.Figure | None:
    """Per sector a full dot for now and an open one for a year earlier, in percent from zero, the highest on
    top; the difference in percentage points in words at the right. `total` is a labelled line."""
    if not rows:
        return None
    colours = palette.of(theme)
    now = [row.now.value or 0 for row in rows]
    earlier = [row.earlier.value if row.earlier else None for row in rows]
    pairs: list[float | None] = []
    places: list[int | None] = []
    for place, (before, after) in enumerate(zip(earlier, now, strict=True)):
        pairs += [before if before is not None else after, after, None]
        places += [place, place, None]
    top = max([*now, *(value for value in earlier if value is not None)]) * 1.2
    data: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": pairs,
            "y": places,
            "line": {"color": colours.others, "width": 2},
            "hoverinfo": "skip",
        },
        _dots(earlier, rows, colours, open_=True),
        _dots(now, rows, colours, open_=False),
    ]
    words = [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 4,
            "y": place,
            "text": signed(row.difference),
            "showarrow": False,
            "font": {"color": colours.text, "size": 14},
        }
        for place, row in enumerate(rows)
    ]
    return plot.figure(data, _layout(rows, total, top, selected, colours, words, 46), colours)


def intervals(
    rows: Sequence[Compared], total: Compared, *, selected: str = "", theme: Theme = "light"
) -> go.Figure | None:
    """Per sector the figure with its 95% interval, in percent from zero, the highest on top."""
    if not rows:
        return None
    colours = palette.of(theme)
    trace = _dots([row.now.value for row in rows], rows, colours, open_=False)
    trace["error_x"] = {
        "type": "data",
        "symmetric": False,
        "array": [(row.now.high or row.now.value or 0) - (row.now.value or 0) for row in rows],
        "arrayminus": [(row.now.value or 0) - (row.now.low or row.now.value or 0) for row in rows],
        "color": colours.quiet,
        "thickness": 1.5,
        "width": 0,
    }
    top = max(row.now.high or row.now.value or 0 for row in rows) * 1.08
    return plot.figure([trace], _layout(rows, total, top, selected, colours, [], 12), colours)


def signed(difference: float | None) -> str:
    """'+0,2', '−0,3', '0,0'; '–' where there is nothing to compare with."""
    if difference is None:
        return "–"
    sign = "+" if difference > 0 else MINUS if difference < 0 else ""
    return sign + number(abs(difference), 1)


def _dots(
    values: Sequence[float | None], rows: Sequence[Compared], colours: Colours, *, open_: bool
) -> dict[str, Any]:
    ink = colours.quiet if open_ else colours.primary
    figures = [row.earlier if open_ else row.now for row in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(values),
        "y": list(range(len(rows))),
        "marker": {
            "size": 9 if open_ else 11,
            "color": ink,
            "symbol": "circle-open" if open_ else "circle",
            "line": {"width": 1.5, "color": ink},
        },
        "hovertext": [_hover(figure) if figure else "" for figure in figures],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _wrapped(label: str) -> str:
    """A long name on two lines, broken at the space nearest to its middle: a phone has little room."""
    if len(label) <= _LONG:
        return label
    spaces = [place for place, sign in enumerate(label) if sign == " "]
    middle = min(spaces, key=lambda place: abs(place - len(label) / 2), default=None)
    return label if middle is None else f"{label[:middle]}<br>{label[middle + 1 :]}"


def _hover(figure: Any) -> str:
    interval = wording.interval(figure)
    bounds = f" ({interval})" if interval else ""
    return f"{by_code(figure.sector).label}, {wording.period(figure.period)}: {wording.shown(figure)}{bounds}"


def _layout(
    rows: Sequence[Compared],
    total: Compared,
    top: float,
    selected: str,
    colours: Colours,
    words: list[dict[str, Any]],
    right: int,
) -> dict[str, Any]:
    height = 60 + _ROW * len(rows)
    labels = [_wrapped(by_code(row.now.sector).label) for row in rows]
    marked = [
        f"<b>{label}</b>" if row.now.sector == selected else label for label, row in zip(labels, rows, strict=True)
    ]
    mean = total.now.value or 0
    return {
        "height": height,
        "margin": {"l": 8, "r": right, "t": 26, "b": 30},
        "xaxis": plot.axis(colours, range=[0, top], ticksuffix="%", nticks=6),
        "yaxis": plot.axis(
            colours,
            range=[len(rows) - 0.4, -0.6],
            tickvals=list(range(len(rows))),
            ticktext=marked,
            tickfont={"color": colours.text, "size": 13},
            showgrid=False,
            zeroline=False,
        ),
        "shapes": [
            {
                "type": "line",
                "x0": mean,
                "x1": mean,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": colours.accent, "width": 1.5},
                "layer": "below",
            }
        ],
        "annotations": [
            *words,
            {
                "x": mean,
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "text": say("verzuim.chart.all", value=wording.shown(total.now)),
                "showarrow": False,
                "font": {"color": colours.accent, "size": 14},
            },
        ],
    }
