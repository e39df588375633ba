"""Absence over time for who wants to zoom in: all quarters with the moving year, as Plotly draws them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from sdw.dissemination.charts.core import palette, plot
from sdw.dissemination.charts.core.palette import Colours, Theme
from sdw.dissemination.figures.absence import Moving
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference import periods
from sdw.text.dutch import number, say

_HEIGHT = 360


def total(
    quarters: Sequence[Figure],
    moving: Sequence[Moving],
    breaks: Sequence[tuple[str, str]] = (),
    *,
    theme: Theme = "light",
) -> go.Figure | None:
    """Quarters as a thin grey line, the moving year as the emphasised one, in percent, zero in the axis.

    `breaks` are (period, letter): a dotted line with its letter, which the page explains. What is
    provisional is dotted, and its last figure has a star. None when there is no moving year.
    """
    known = [figure for figure in quarters if figure.value is not None]
    if not known or not moving:
        return None
    colours = palette.of(theme)
    values = [figure.value for figure in known if figure.value is not None]
    top = max(values) * 1.18
    data = [
        _line(
            [_middle(figure.period) for figure in known],
            values,
            [f"{wording.period(figure.period)}: {wording.shown(figure)}" for figure in known],
            {"color": colours.others, "width": 1.25},
        ),
        *_moving(moving, colours),
    ]
    last, mean = known[-1], moving[-1]
    ends = [
        (_middle(last.period), values[-1], say("verzuim.chart.quarter", value=wording.shown(last)), colours.quiet),
        (_middle(mean.period), mean.value, say("verzuim.chart.moving", value=_mean(mean)), colours.primary),
    ]
    years = [periods.parse(known[0].period).year, periods.parse(known[-1].period).year + 1]
    layout = {
        "height": _HEIGHT,
        "margin": {"l": 8, "r": 124, "t": 20, "b": 30},
        "xaxis": plot.axis(colours, range=years, showgrid=False, tickformat=".6~r", nticks=8, fixedrange=False),
        "dragmode": "zoom",
        "yaxis": plot.axis(colours, range=[0, top], ticksuffix="%", dtick=2),
        "annotations": [*_apart(ends, top), *(_letter(period, letter, colours) for period, letter in breaks)],
        "shapes": [_rule(period, colours) for period, _ in breaks],
    }
    return plot.figure(data, layout, colours)


def _moving(moving: Sequence[Moving], colours: Colours) -> list[dict[str, Any]]:
    """The emphasised line in two traces: solid while final, dotted from the first provisional mean on."""
    first = next((index for index, one in enumerate(moving) if one.provisional), len(moving))
    parts = ((moving[:first], "solid"), (moving[max(first - 1, 0) :] if first < len(moving) else (), "dot"))
    return [
        _line(
            [_middle(one.period) for one in part],
            [one.value for one in part],
            [
                say("verzuim.chart.moving_hover", period=wording.period(one.period), value=_mean(one))
                for one in part
            ],
            {"color": colours.primary, "width": 3, "dash": dash},
        )
        for part, dash in parts
        if part
    ]


def _mean(one: Moving) -> str:
    return f"{number(one.value, 1)}%{'*' if one.provisional else ''}"


def _line(x: Sequence[float], y: Sequence[float], hover: Sequence[str], line: dict[str, Any], **more: Any) -> Any:
    plain = {
        "type": "scatter",
        "mode": "lines",
        "x": list(x),
        "y": list(y),
        "line": line,
        "hovertext": list(hover),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }
    return plain | more


def _middle(period: str) -> float:
    """Where a quarter lies on an axis of years."""
    parsed = periods.parse(period)
    return parsed.year + (parsed.number - 0.5) / 4


def _apart(ends: Sequence[tuple[float, float, str, str]], span: float) -> list[dict[str, Any]]:
    """Labels behind the last points, moved up where two would touch (18 pixels); `span` is that of the axis."""
    least = span * 18 / (_HEIGHT - 50)
    placed = sorted(ends, key=lambda end: end[1])
    heights = [end[1] for end in placed]
    for low, high in pairwise(range(len(heights))):
        heights[high] = max(heights[high], heights[low] + least)
    return [
        {
            "x": x,
            "y": height,
            "text": text,
            "showarrow": False,
            "xanchor": "left",
            "xshift": 8,
            "font": {"color": ink, "size": 14},
        }
        for (x, _, text, ink), height in zip(placed, heights, strict=True)
    ]


def _rule(period: str, colours: Colours) -> dict[str, Any]:
    year = periods.parse(period).year
    line = {"color": colours.accent, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": year, "x1": year, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _letter(period: str, letter: str, colours: Colours) -> dict[str, Any]:
    return {
        "x": periods.parse(period).year,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "text": letter,
        "showarrow": False,
        "font": {"color": colours.accent, "size": 14},
    }
