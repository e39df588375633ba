"""Figures of a survey by year with their 95% intervals; a break in the series is a gap in the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from sdw.dissemination.charts.core import palette, plot
from sdw.dissemination.charts.core.palette import Colours, Theme
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.text.dutch import say

_HEIGHT = 340


@dataclass(frozen=True, slots=True)
class Line:
    """One series by year, its label behind the last point, and whether it is the emphasised one."""

    label: str
    figures: tuple[Figure, ...]
    emphasised: bool


def with_intervals(lines: Sequence[Line], broken_from: int | None, *, theme: Theme = "light") -> go.Figure | None:
    """Lines of one source in percent from zero, with intervals as thin lines.

    No line crosses `broken_from`, the first year after a break: a dotted rule with a word stands there.
    None when no line has a value.
    """
    shown = [line for line in lines if any(figure.value is not None for figure in line.figures)]
    if not shown:
        return None
    colours = palette.of(theme)
    data = [_trace(line, broken_from, colours) for line in shown]
    highest = max(figure.high or figure.value or 0 for line in shown for figure in line.figures)
    years = sorted({int(figure.period) for line in shown for figure in line.figures})
    annotations = _ends(shown, highest * 1.12, colours)
    layout = {
        "height": _HEIGHT,
        "margin": {"l": 8, "r": 116, "t": 24, "b": 30},
        "xaxis": plot.axis(
            colours, range=[years[0] - 0.5, years[-1] + 0.5], showgrid=False, tickformat="d", dtick=2
        ),
        "yaxis": plot.axis(colours, range=[0, highest * 1.12], ticksuffix="%", nticks=5),
        "annotations": annotations,
    }
    if broken_from is not None and years[0] < broken_from <= years[-1]:
        layout |= _break(broken_from - 0.5, colours, annotations)
    return plot.figure(data, layout, colours)


def _trace(line: Line, broken_from: int | None, colours: Colours) -> dict[str, Any]:
    ink = colours.primary if line.emphasised else colours.quiet
    x: list[int | None] = []
    rows: list[Figure | None] = []
    for figure in line.figures:
        if broken_from is not None and int(figure.period) == broken_from:
            x.append(None)
            rows.append(None)
        x.append(int(figure.period))
        rows.append(figure)
    above = [row.high - row.value if row and row.high is not None and row.value is not None else 0 for row in rows]
    below = [row.value - row.low if row and row.low is not None and row.value is not None else 0 for row in rows]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": [row.value if row else None for row in rows],
        "line": {"color": ink, "width": 3 if line.emphasised else 1.5},
        "marker": {"size": 7, "color": ink},
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": above,
            "arrayminus": below,
            "color": ink,
            "thickness": 1.25,
            "width": 0,
        },
        "hovertext": [_hover(line.label, row) if row else "" for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _hover(label: str, figure: Figure) -> str:
    interval = wording.interval(figure)
    return f"{label}, {figure.period}: {wording.shown(figure)}" + (f" ({interval})" if interval else "")


def _ends(lines: Sequence[Line], span: float, colours: Colours) -> list[dict[str, Any]]:
    """A label of two lines behind each last point, the higher one moved up where two would touch (40 pixels)."""
    least = span * 40 / (_HEIGHT - 54)
    lasts = sorted((_last(line) for line in lines), key=lambda last: last[1].value or 0)
    labels, height = [], float("-inf")
    for line, last in lasts:
        height = max(last.value or 0, height + least)
        labels.append(
            {
                "x": int(last.period),
                "y": height,
                "text": f"{line.label}<br>{wording.shown(last)}",
                "align": "left",
                "showarrow": False,
                "xanchor": "left",
                "xshift": 10,
                "font": {"color": colours.primary if line.emphasised else colours.quiet, "size": 14},
            }
        )
    return labels


def _last(line: Line) -> tuple[Line, Figure]:
    return line, [figure for figure in line.figures if figure.value is not None][-1]


def _break(x: float, colours: Colours, annotations: list[dict[str, Any]]) -> dict[str, Any]:
    rule = {
        "type": "line",
        "x0": x,
        "x1": x,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.accent, "width": 1, "dash": "dot"},
    }
    word = {
        "x": x,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "text": say("verzuim.chart.break"),
        "showarrow": False,
        "font": {"color": colours.accent, "size": 14},
    }
    return {"shapes": [rule], "annotations": [*annotations, word]}
