"""Regions around the national rate, with limits that allow for small numbers. No ranks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.ips import frame
from sdw.statistics.variation.funnel import Funnel, Verdict
from sdw.text import dutch

_HEIGHT = 440
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Place:
    """One region with a published rate: people followed, percent at work, and its verdict.

    `pooled`: the partially pooled rate (percent) beside the raw one; None without. `standing`: the verdict in
    words.
    """

    code: str
    name: str
    people: float
    rate: float
    verdict: Verdict
    pooled: float | None = None
    standing: str = ""


def funnel_plot(
    funnel: Funnel,
    places: Sequence[Place],
    selected: str = "",
    theme: palette.Theme = "light",
    title: str = "",
    subtitle: str = "",
) -> go.Figure:
    """A dot per region, x people followed, y percent at work; dotted lines are the limits.

    All dots have one colour: outside the limits is no good or bad. Named are the regions outside
    and the selected one. With `pooled` an open dot stands beside each raw one, tied by a thin line.
    ValueError without a region.
    """
    if not places:
        raise ValueError("a funnel plot needs at least one region")
    colours = palette.of(theme)
    most = 1.08 * max(place.people for place in places)
    traces = [*_limits(funnel, most, min(p.people for p in places), colours)]
    traces += [*_pulls(places, colours), _dots(places, selected, colours)]
    named = [p for p in places if p.code == selected or p.verdict in (Verdict.ABOVE, Verdict.BELOW)]
    notes = [_name(place, most, colours) for place in named]
    national = dutch.say("ips.chart.national", rate=dutch.number(funnel.centre, 0))
    notes.append(frame.note(national, colours.accent, x=1, xref="paper", y=funnel.centre, xanchor="right"))
    return frame.drawing(
        traces,
        colours,
        frame.axis(colours, dutch.say("ips.chart.people_axis"), range=[0, most], showgrid=False),
        frame.axis(colours, dutch.say("ips.chart.rate_axis"), range=range_of(funnel, places), dtick=10),
        _HEIGHT,
        notes,
        (),
        title,
        subtitle,
    )


def _limits(funnel: Funnel, most: float, fewest: float, colours: palette.Colours) -> list[frame.Trace]:
    start = max(1.0, fewest * 0.9)
    sizes = [start * (most / start) ** (step / _STEPS) for step in range(_STEPS + 1)]
    between = [funnel.limits(size) for size in sizes]
    edge = {"color": colours.quiet, "width": 1, "dash": "dot"}
    ends = [[interval.low for interval in between], [interval.high for interval in between]]
    lines = [frame.scatter(x=sizes, y=end, mode="lines", line=edge, hoverinfo="skip") for end in ends]
    lines[1].update(fill="tonexty", fillcolor=frame.see_through(colours.quiet, 0.07))
    centre = frame.scatter(
        x=[0, most],
        y=[funnel.centre] * 2,
        mode="lines",
        line={"color": colours.accent, "width": 1.5},
        hoverinfo="skip",
    )
    return [*lines, centre]


def _dots(places: Sequence[Place], selected: str, colours: palette.Colours) -> frame.Trace:
    hover = [
        dutch.say(
            "ips.chart.funnel_hover",
            region=place.name,
            rate=dutch.number(place.rate, 0),
            people=dutch.number(place.people),
            verdict=place.standing or dutch.say(f"ips.verdict.{place.verdict}"),
        )
        for place in places
    ]
    return frame.scatter(
        x=[place.people for place in places],
        y=[place.rate for place in places],
        mode="markers",
        marker={
            "size": [14 if place.code == selected else 9 for place in places],
            "color": [colours.primary if place.code == selected else colours.others for place in places],
            "opacity": 1,
            "line": {"color": colours.ground, "width": 1},
        },
        customdata=[place.code for place in places],
        text=hover,
        hovertemplate="%{text}<extra></extra>",
    )


def _pulls(places: Sequence[Place], colours: palette.Colours) -> list[frame.Trace]:
    """From each raw rate a thin line to an open dot: the pooled one. One trace for all, gaps between."""
    pulled = [place for place in places if place.pooled is not None]
    if not pulled:
        return []
    return [
        frame.scatter(
            x=[x for place in pulled for x in (place.people, place.people, None)],
            y=[y for place in pulled for y in (place.rate, place.pooled, None)],
            mode="lines+markers",
            line={"color": colours.others, "width": 1},
            marker={"symbol": "circle-open", "size": [0, 9, 0] * len(pulled), "color": colours.primary},
            hoverinfo="skip",
        )
    ]


def _name(place: Place, most: float, colours: palette.Colours) -> frame.Annotation:
    """Beside its dot, on the side where there is room."""
    right = place.people < most / 2
    return frame.note(
        place.name,
        colours.text,
        x=place.people,
        y=place.rate,
        xanchor="left" if right else "right",
        yanchor="middle",
        xshift=10 if right else -10,
    )


def range_of(funnel: Funnel, places: Sequence[Place]) -> list[float]:
    """Zero is in the axis; the top leaves room for the highest region and the national line."""
    return [-2, min(102.0, max(funnel.centre * 1.6, max(place.rate for place in places) + 8))]
