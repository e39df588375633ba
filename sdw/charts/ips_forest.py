"""Published studies: a forest plot per measure, and rates without an interval as two dots."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import plotly.graph_objects as go

from sdw.charts import ips_frame, palette
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.text import dutch

Kind: TypeAlias = Literal["trial", "observational", "meta_analysis", "own"]

#: What each kind looks like: a trial a square, a pooled value a diamond.
_SYMBOLS: dict[Kind, str] = {
    "trial": "square",
    "observational": "circle-open",
    "meta_analysis": "diamond",
    "own": "diamond-open",
}
_NOTHING = {Unit.PERCENTAGE_POINT: 0.0, Unit.RATIO: 1.0}
_ROW = 66
_AROUND = 78


@dataclass(frozen=True, slots=True)
class Row:
    """One published effect, or our own pooled one with where a next study would lie."""

    label: str
    kind: Kind
    effect: Estimate
    prediction: Interval | None = None


@dataclass(frozen=True, slots=True)
class Rates:
    """A study that published two percentages and no interval."""

    label: str
    ips: float
    comparison: float


def forest(rows: Sequence[Row], theme: palette.Theme = "light", title: str = "", subtitle: str = "") -> go.Figure:
    """One line per study in the order given: value and 95% interval, name and figures above it.

    All rows have one unit, percentage points (plain axis) or ratios (logarithmic axis, no effect at
    1): ValueError otherwise, for two measures never share an axis. A prediction interval is a thin dotted line.
    """
    units = {row.effect.unit for row in rows}
    if len(units) != 1 or not units <= _NOTHING.keys():
        raise ValueError("a forest plot has one unit: percentage points or ratios")
    unit = units.pop()
    colours = palette.of(theme)
    nothing = _NOTHING[unit]
    traces: list[ips_frame.Trace] = []
    notes: list[ips_frame.Annotation] = []
    for place, row in enumerate(reversed(rows)):
        colour = colours.primary if row.kind != "own" else colours.accent
        if row.prediction:
            traces.append(_stroke(row.prediction, place, colour, "dot", 1.5))
        traces += [_stroke(row.effect.interval, place, colour, "solid", 2), _mark(row, place, colour)]
        notes.append(_words(row.label, ips_frame.with_interval(row.effect), place, colours))
    return ips_frame.drawing(
        traces,
        colours,
        _effect_axis(rows, unit, colours),
        _row_axis(len(rows), colours),
        _ROW * len(rows) + _AROUND,
        notes,
        [_upright(nothing, colours)],
        title,
        subtitle,
    )


def rates(rows: Sequence[Rates], theme: palette.Theme = "light", title: str = "", subtitle: str = "") -> go.Figure:
    """Two dots per study, in percent: filled with IPS, open with the comparison; no interval.

    The thin line between them only ties the pair together; no interval was published.
    """
    colours = palette.of(theme)
    traces: list[ips_frame.Trace] = []
    notes: list[ips_frame.Annotation] = []
    for place, row in enumerate(reversed(rows)):
        ips, comparison = (dutch.number(rate, 0) for rate in (row.ips, row.comparison))
        text = dutch.say("ips.chart.two_rates", ips=ips, comparison=comparison)
        traces.append(
            ips_frame.scatter(
                x=[row.comparison, row.ips],
                y=[place, place],
                mode="lines+markers",
                line={"color": colours.line, "width": 1.5},
                marker={
                    "size": 12,
                    "color": [colours.ground, colours.primary],
                    "line": {"color": [colours.quiet, colours.primary], "width": 2},
                },
                hovertemplate=f"{row.label}<br>{text}<extra></extra>",
            )
        )
        notes.append(_words(row.label, text, place, colours))
    x = ips_frame.axis(colours, dutch.say("ips.chart.rate_axis"), range=[0, 101], dtick=20)
    return ips_frame.drawing(
        traces,
        colours,
        x,
        _row_axis(len(rows), colours),
        _ROW * len(rows) + _AROUND,
        notes,
        (),
        title,
        subtitle,
    )


def _stroke(interval: Interval, place: int, colour: str, dash: str, width: float) -> ips_frame.Trace:
    return ips_frame.scatter(
        x=[interval.low, interval.high],
        y=[place, place],
        mode="lines",
        line={"color": colour, "width": width, "dash": dash},
        hoverinfo="skip",
    )


def _mark(row: Row, place: int, colour: str) -> ips_frame.Trace:
    figure = f"{ips_frame.with_interval(row.effect)} {ips_frame.unit_name(row.effect.unit)}"
    return ips_frame.scatter(
        x=[row.effect.value],
        y=[place],
        mode="markers",
        marker={"symbol": _SYMBOLS[row.kind], "size": 11, "color": colour, "line": {"color": colour, "width": 2}},
        hovertemplate=f"{row.label}<br>{figure}<extra></extra>",
    )


def _words(label: str, figure: str, place: int, colours: palette.Colours) -> ips_frame.Annotation:
    """Name and figures under each other above the line, so that they never meet on a phone."""
    text = f"{label}<br><span style='color:{colours.quiet}'>{figure}</span>"
    return ips_frame.note(text, colours.text, x=0, xref="paper", y=place + 0.14, bgcolor=colours.ground)


def _row_axis(rows: int, colours: palette.Colours) -> ips_frame.Axis:
    return ips_frame.axis(colours, "", range=[-0.3, rows - 0.2], showticklabels=False, showgrid=False)


def _effect_axis(rows: Sequence[Row], unit: Unit, colours: palette.Colours) -> ips_frame.Axis:
    intervals = [row.prediction or row.effect.interval for row in rows]
    low = min(_NOTHING[unit], *(interval.low for interval in intervals))
    high = max(_NOTHING[unit], *(interval.high for interval in intervals))
    if unit is Unit.PERCENTAGE_POINT:
        around = (high - low) * 0.04
        return ips_frame.axis(colours, dutch.say("ips.chart.effect_axis"), range=[low - around, high + around])
    ticks = [tick for tick in (0.125, 0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8) if low * 0.9 <= tick <= high * 1.1]
    return ips_frame.axis(
        colours,
        dutch.say("ips.chart.ratio_axis"),
        type="log",
        range=[math.log10(low * 0.93), math.log10(high * 1.07)],
        tickvals=ticks,
        ticktext=[dutch.number(tick, 0 if tick == int(tick) else 1) for tick in ticks],
    )


def _upright(value: float, colours: palette.Colours) -> dict[str, Any]:
    """The line of no difference. Plotly takes a plain value for a shape on a logarithmic axis."""
    line = {"color": colours.quiet, "width": 1}
    return {
        "type": "line",
        "x0": value,
        "x1": value,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": line,
        "layer": "below",
    }
