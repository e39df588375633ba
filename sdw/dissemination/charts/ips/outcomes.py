"""Regional outcomes as delivered: percent at work by months since the start, per cohort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.ips import frame
from sdw.reference.status import Status
from sdw.statistics.estimate import Estimate, Unit
from sdw.text import dutch

_HEIGHT = 420
_MIDDLE = 21
#: At the foot of the chart: what is missing, each status with its own mark.
_MISSING_MARKS = {
    Status.SUPPRESSED: "hash-open",
    Status.NOT_DELIVERED: "circle-open-dot",
    Status.UNKNOWN: "line-ew-open",
}


@dataclass(frozen=True, slots=True)
class Point:
    """The rate (percent, Wilson interval) at some months since the start, or why there is none."""

    months: int
    rate: Estimate | None
    status: Status


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a start cohort or a method.

    `emphasised`: the one line that carries the message. `young`: the cohort has not been followed
    long enough for the comparison; it is hatched and stands in no total.
    """

    label: str
    points: tuple[Point, ...]
    emphasised: bool = False
    young: bool = False


def outcome_lines(
    series: Sequence[Series], theme: palette.Theme = "light", title: str = "", subtitle: str = ""
) -> go.Figure:
    """A line per series with thin upright intervals; y percent from zero, x months since the start.

    A young cohort is a hatched area between its limits with open dots on a dotted line. A point
    without a rate breaks the line; its mark at the foot says why: hash `afgeschermd`, circle `niet
    aangeleverd`, dash `onbekend`; `nvt` leaves nothing. ValueError for a rate that is no percentage.
    """
    colours = palette.of(theme)
    traces: list[frame.Trace] = []
    notes: list[frame.Annotation] = []
    for place, one in enumerate(series):
        shown = [(point.months, point.rate) for point in one.points if point.rate]
        if any(rate.unit is not Unit.PERCENT for _, rate in shown):
            raise ValueError("an outcome is a percentage")
        colour = colours.primary if one.emphasised else colours.others
        shift = 0.35 * (place - (len(series) - 1) / 2)
        if one.young and shown:
            traces.append(_hatched(shown, shift, colours))
        traces += [_line(one, shift, colour, colours), *_missing(one, shift, colours)]
        if shown:
            notes.append(_label(one, shown[-1], shift, colour if one.emphasised else colours.quiet))
    return frame.drawing(
        traces,
        colours,
        frame.axis(
            colours, dutch.say("ips.chart.months"), range=[4, 38], tickvals=list(range(6, 37, 6)), showgrid=False
        ),
        frame.axis(
            colours,
            dutch.say("ips.chart.rate_axis"),
            range=[-6, ceiling(series) + 2],
            tickvals=list(range(0, 101, 20)),
        ),
        _HEIGHT,
        notes,
        (),
        title,
        subtitle,
    )


def _line(one: Series, shift: float, colour: str, colours: palette.Colours) -> frame.Trace:
    rates = [point.rate for point in one.points]
    return frame.scatter(
        x=[point.months + shift for point in one.points],
        y=[rate.value if rate else None for rate in rates],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 3 if one.emphasised else 1.5, "dash": "dot" if one.young else "solid"},
        marker={
            "size": 9 if one.emphasised else 7,
            "color": colours.ground if one.young else colour,
            "line": {"color": colour, "width": 2},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [rate.high - rate.value if rate else 0 for rate in rates],
            "arrayminus": [rate.value - rate.low if rate else 0 for rate in rates],
            "thickness": 1,
            "width": 0,
            "color": colour,
            "visible": not one.young,
        },
        text=[_hover(one, point) for point in one.points],
        hovertemplate="%{text}<extra></extra>",
    )


def _hover(one: Series, point: Point) -> str:
    if point.rate is None:
        return ""
    key = "ips.chart.outcome_hover_young" if one.young else "ips.chart.outcome_hover"
    return dutch.say(key, series=one.label, months=point.months, figure=frame.with_interval(point.rate))


def _hatched(shown: Sequence[tuple[int, Estimate]], shift: float, colours: palette.Colours) -> frame.Trace:
    """The area between the limits; one point alone gets a narrow strip of its own."""
    around = 0.5 if len(shown) == 1 else 0.0
    there = [(months + shift - around, rate) for months, rate in shown]
    back = [(months + shift + around, rate) for months, rate in reversed(shown)]
    return frame.scatter(
        x=[x for x, _ in there] + [x for x, _ in back] + ([there[0][0]] if around == 0 else []),
        y=[rate.high for _, rate in there]
        + [rate.low for _, rate in back]
        + ([there[0][1].high] if around == 0 else []),
        mode="lines",
        fill="toself",
        line={"width": 0.5, "color": colours.hatch},
        fillpattern={
            "shape": "/",
            "fgcolor": colours.hatch,
            "bgcolor": colours.hatch_ground,
            "size": 7,
            "solidity": 0.2,
        },
        hoverinfo="skip",
    )


def _missing(one: Series, shift: float, colours: palette.Colours) -> list[frame.Trace]:
    gaps = [point for point in one.points if point.rate is None and point.status in _MISSING_MARKS]
    if not gaps:
        return []
    return [
        frame.scatter(
            x=[point.months + shift for point in gaps],
            y=[-3] * len(gaps),
            mode="markers",
            marker={"symbol": [_MISSING_MARKS[p.status] for p in gaps], "size": 9, "color": colours.quiet},
            text=[
                dutch.say(
                    "ips.chart.missing_hover",
                    series=one.label,
                    months=point.months,
                    status=dutch.say(f"status.{point.status}"),
                )
                for point in gaps
            ],
            hovertemplate="%{text}<extra></extra>",
        )
    ]


def _label(one: Series, last: tuple[int, Estimate], shift: float, colour: str) -> frame.Annotation:
    """Above the last point, towards the side where there is room."""
    words = dutch.say("ips.chart.too_young", series=one.label) if one.young else one.label
    months, rate = last
    side = "right" if months > _MIDDLE else "left"
    return frame.note(words, colour, x=months + shift, y=rate.value, xanchor=side, yshift=6)


def ceiling(series: Sequence[Series]) -> float:
    """The next multiple of twenty above every limit, a hundred at most; zero is always in the axis."""
    highest = max((point.rate.high for one in series for point in one.points if point.rate), default=0.0)
    return min(100.0, 20.0 * (highest // 20 + 1))
