"""What the charts of the IPS page share: one layout, one way to write a number with its interval.

Pure: figures in, a Plotly figure out. No title inside by default: the page sets it as a heading that
wraps on a phone; an export gives one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from sdw.dissemination.charts.core import palette
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.text import dutch

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'
_SIZE = 14

#: Decimals per unit: no more than a sample of this size can carry.
_DECIMALS = {
    Unit.PERCENT: 0,
    Unit.PERCENTAGE_POINT: 1,
    Unit.RATIO: 2,
    Unit.COUNT: 0,
    Unit.PER_1000: 1,
    Unit.PEOPLE_PER_ONE: 0,
    Unit.EURO: 0,
}

#: Plain dictionaries: Plotly checks them once, when the figure is made. Its own objects it checks twice.
Trace = dict[str, Any]
Annotation = dict[str, Any]
Axis = dict[str, Any]


def number(value: float, unit: Unit) -> str:
    """A value in Dutch, with the decimals of its unit and without the unit's name."""
    return dutch.number(value, _DECIMALS[unit])


def span(interval: Interval) -> str:
    """'0,8 tot 6,7'."""
    return dutch.say(
        "ips.chart.span", low=number(interval.low, interval.unit), high=number(interval.high, interval.unit)
    )


def with_interval(estimate: Estimate) -> str:
    """'3,7 (0,8 tot 6,7)': the unit stands on the axis."""
    return f"{number(estimate.value, estimate.unit)} ({span(estimate.interval)})"


def unit_name(unit: Unit) -> str:
    """The Dutch name of a unit: 'procentpunt', 'procent', 'mensen' …"""
    return dutch.say(f"ips.unit.{unit}")


def axis(colours: palette.Colours, title: str, **more: Any) -> Axis:
    """A quiet axis: thin rules, no box, ticks in secondary text."""
    plain = {
        "title": {"text": title, "font": {"size": _SIZE, "color": colours.quiet}, "standoff": 10},
        "tickfont": {"size": _SIZE, "color": colours.quiet},
        "gridcolor": colours.line,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }
    return plain | more


def scatter(**properties: Any) -> Trace:
    """A trace of points or lines."""
    return {"type": "scatter", **properties}


def note(text: str, colour: str, **place: Any) -> Annotation:
    """A label in the drawing itself: left-aligned on its point unless told otherwise."""
    plain = {
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "font": {"size": _SIZE, "color": colour},
    }
    return plain | place


def drawing(
    traces: Sequence[Trace],
    colours: palette.Colours,
    x: Axis,
    y: Axis,
    height: int,
    annotations: Sequence[Annotation] = (),
    shapes: Sequence[dict[str, Any]] = (),
    title: str = "",
    subtitle: str = "",
) -> go.Figure:
    """Put traces in the common layout. `height` in pixels; the width follows the page."""
    layout: dict[str, Any] = {
        "height": height + (70 if title else 0),
        "margin": {"l": 8, "r": 8, "t": 78 if title else 8, "b": 8},
        "paper_bgcolor": colours.ground,
        "plot_bgcolor": colours.ground,
        "font": {"family": FONT, "size": _SIZE, "color": colours.text},
        "hoverlabel": {"bgcolor": colours.card, "bordercolor": colours.line, "font": {"color": colours.text}},
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "xaxis": x,
        "yaxis": y,
        "annotations": list(annotations),
        "shapes": list(shapes),
    }
    if title:
        layout["title"] = {
            "text": title,
            "subtitle": {"text": subtitle, "font": {"size": _SIZE, "color": colours.quiet}},
            "font": {"size": 18, "color": colours.text},
            "x": 0,
            "xanchor": "left",
            "xref": "container",
            "pad": {"l": 8, "t": 8},
            "yanchor": "top",
            "y": 1,
            "yref": "container",
        }
    return go.Figure(data=list(traces), layout=layout)


def see_through(colour: str, opacity: float) -> str:
    """`#RRGGBB` with an opacity, as Plotly wants a fill."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
