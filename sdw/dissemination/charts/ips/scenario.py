"""What more IPS could bring: two distributions under each other, on one axis of people."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.ips import frame
from sdw.statistics.scenario import Variant
from sdw.text import dutch

_HEIGHT = 330
#: How high a hill rises within its row of height 1.
HILL = 0.5


def distribution(
    lowest: Variant,
    highest: Variant,
    theme: palette.Theme = "light",
    title: str = "",
    subtitle: str = "",
) -> go.Figure:
    """A hill per variant, x extra people at work; dot and line below it: middle and 95% interval.

    The height of a hill is how likely that number is; both hills have the same surface. "Nobody
    extra" is a labelled line.
    """
    colours = palette.of(theme)
    rows = (("ips.chart.lowest", lowest, colours.accent), ("ips.chart.highest", highest, colours.primary))
    peak = max(densest(lowest), densest(highest))
    traces: list[frame.Trace] = []
    notes: list[frame.Annotation] = []
    for place, (key, variant, colour) in enumerate(rows):
        floor = 1 - place
        traces += [_hill(variant, floor, peak, colour), *_middle(variant, floor, key, colour)]
        words = dutch.say(key, figure=frame.with_interval(variant.extra))
        notes.append(frame.note(words, colour, x=0, xref="paper", y=floor + 0.62))
    low = min(0.0, lowest.edges[0], highest.edges[0])
    high = max(0.0, lowest.edges[-1], highest.edges[-1])
    around = (high - low) * 0.03
    notes.append(
        frame.note(dutch.say("ips.chart.nobody_extra"), colours.quiet, x=0, y=-0.34, xshift=4, yanchor="bottom")
    )
    upright = {"type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    return frame.drawing(
        traces,
        colours,
        frame.axis(colours, dutch.say("ips.chart.extra_axis"), range=[low - around, high + around]),
        frame.axis(colours, "", range=[-0.36, 1.9], showticklabels=False, showgrid=False),
        _HEIGHT,
        notes,
        [upright | {"line": {"color": colours.quiet, "width": 1}}],
        title,
        subtitle,
    )


def density(variant: Variant) -> list[float]:
    """Share per person: bins of the two variants may differ in width."""
    widths = [after - before for before, after in zip(variant.edges, variant.edges[1:], strict=False)]
    return [share / width for share, width in zip(variant.shares, widths, strict=True)]


def densest(variant: Variant) -> float:
    """The highest of these."""
    return max(density(variant))


def _hill(variant: Variant, floor: float, peak: float, colour: str) -> frame.Trace:
    centres = [(before + after) / 2 for before, after in zip(variant.edges, variant.edges[1:], strict=False)]
    heights = [floor + HILL * density / peak for density in density(variant)]
    x: Sequence[float] = [variant.edges[0], *centres, variant.edges[-1]]
    return frame.scatter(
        x=x,
        y=[floor, *heights, floor],
        mode="lines",
        fill="toself",
        line={"color": colour, "width": 1, "shape": "spline", "smoothing": 0.6},
        fillcolor=frame.see_through(colour, 0.25),
        hoverinfo="skip",
    )


def _middle(variant: Variant, floor: float, key: str, colour: str) -> list[frame.Trace]:
    below = floor - 0.08
    words = dutch.say(key, figure=frame.with_interval(variant.extra))
    line = frame.scatter(
        x=[variant.extra.low, variant.extra.high],
        y=[below, below],
        mode="lines",
        line={"color": colour, "width": 2},
        hoverinfo="skip",
    )
    dot = frame.scatter(
        x=[variant.extra.value],
        y=[below],
        mode="markers",
        marker={"color": colour, "size": 11},
        hovertemplate=f"{words} {frame.unit_name(variant.extra.unit)}<extra></extra>",
    )
    return [line, dot]
