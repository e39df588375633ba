"""The Dutch study as a flat band: somewhere between 6 and 36 months, no value per month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from sdw.charts import ips_frame, palette
from sdw.statistics.estimate import Estimate, Unit
from sdw.text import dutch

_FROM, _TO = 6, 36
_HEIGHT = 380


@dataclass(frozen=True, slots=True)
class Band:
    """One work threshold: the lowest and the highest estimate, in percentage points."""

    lowest: Estimate
    highest: Estimate


def flat_band(band: Band, theme: palette.Theme = "light", title: str = "", subtitle: str = "") -> go.Figure:
    """Two flat lines from 6 to 36 months with their 95% intervals as bands; y in percentage points.

    The study gives its lowest and its highest estimate over that time and nothing in between, so
    nothing rises or falls here. Zero ("geen verschil") is in the axis. ValueError for another unit.
    """
    if not band.lowest.unit is band.highest.unit is Unit.PERCENTAGE_POINT:
        raise ValueError("the band is in percentage points")
    colours = palette.of(theme)
    lines = (
        ("ips.chart.lowest", band.lowest, colours.accent),
        ("ips.chart.highest", band.highest, colours.primary),
    )
    traces = [_line(key, estimate, colour) for key, estimate, colour in lines]
    notes = [
        ips_frame.note(
            dutch.say(key, figure=ips_frame.with_interval(estimate)),
            colour,
            x=_FROM + 0.4,
            y=estimate.value,
            yanchor=anchor,
        )
        for (key, estimate, colour), anchor in zip(lines, ("top", "bottom"), strict=True)
    ]
    notes.append(
        ips_frame.note(
            dutch.say("ips.chart.no_difference"), colours.quiet, x=_TO, y=0, xanchor="right", yanchor="top"
        )
    )
    ceiling = max(band.highest.high, band.lowest.high) + 0.7
    floor = min(0.0, band.lowest.low)
    return ips_frame.drawing(
        traces,
        colours,
        ips_frame.axis(
            colours,
            dutch.say("ips.chart.months"),
            range=[3, 39],
            tickvals=list(range(_FROM, _TO + 1, 6)),
            showgrid=False,
        ),
        ips_frame.axis(colours, dutch.say("ips.chart.effect_axis"), range=[floor - 1.2, ceiling], dtick=5),
        _HEIGHT,
        notes,
        [
            *(_area(estimate, colour) for _, estimate, colour in lines),
            {"type": "line", "x0": 3, "x1": 39, "y0": 0, "y1": 0, "line": {"color": colours.quiet, "width": 1}},
        ],
        title,
        subtitle,
    )


def _line(key: str, estimate: Estimate, colour: str) -> ips_frame.Trace:
    words = dutch.say(key, figure=f"{ips_frame.with_interval(estimate)} {ips_frame.unit_name(estimate.unit)}")
    return ips_frame.scatter(
        x=[_FROM, _TO],
        y=[estimate.value, estimate.value],
        mode="lines",
        line={"color": colour, "width": 3},
        hovertemplate=f"{words}<extra></extra>",
    )


def _area(estimate: Estimate, colour: str) -> dict[str, Any]:
    """The interval: a pale band with a thin dotted edge, so that two bands stay apart in grey."""
    return {
        "type": "rect",
        "x0": _FROM,
        "x1": _TO,
        "y0": estimate.low,
        "y1": estimate.high,
        "fillcolor": ips_frame.see_through(colour, 0.12),
        "line": {"color": colour, "width": 1, "dash": "dot"},
        "layer": "below",
    }
