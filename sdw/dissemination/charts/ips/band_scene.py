"""The Dutch study as a flat band, as a scene."""

from __future__ import annotations

from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.layout import SMALL, Plot, Words
from sdw.dissemination.charts.core.scene import Fact, Ink, Line, Mark, Rect, Scene, Stroke, Text
from sdw.dissemination.charts.ips import frame
from sdw.dissemination.charts.ips.band import FROM, MONTHS, TO, Band, axis_of
from sdw.statistics.estimate import Estimate
from sdw.text import dutch

_HEIGHT = 300.0


def scene(band: Band, words: Words, width: float = 640) -> Scene:
    """As `band.flat_band`: two flat lines from 6 to 36 months with their 95% intervals, zero in the axis."""
    plot = Plot(52, 8, width - 8, 8 + _HEIGHT, MONTHS, axis_of(band))
    heights = dots.ticks(plot.y, lambda tick: dutch.number(tick, 0), fewer_than=4)
    marks = plot.upright(heights, dutch.say("ips.chart.effect_axis"))
    months = [(float(month), str(month)) for month in range(FROM, TO + 1, 6)]
    marks += plot.lying(months, dutch.say("ips.chart.months"))
    zero = plot.up(0)
    marks.append(Line(((plot.left, zero), (plot.right, zero)), "quiet"))
    marks.append(
        Text(plot.right - 4, zero + SMALL + 3, dutch.say("ips.chart.no_difference"), SMALL, "quiet", "end")
    )
    marks += _estimate(band.highest, "ips.chart.highest", "primary", "dotted", plot, above=True)
    marks += _estimate(band.lowest, "ips.chart.lowest", "accent", "dashed", plot, above=False)
    facts = tuple(
        Fact(dutch.say(key, figure="").rstrip(" :"), frame.with_interval(one))
        for key, one in (("ips.chart.highest", band.highest), ("ips.chart.lowest", band.lowest))
    )
    return Scene(width, plot.bottom + 48, words.title, words.finding, tuple(marks), facts, words.subtitle)


def _estimate(estimate: Estimate, key: str, ink: Ink, edge: Stroke, plot: Plot, *, above: bool) -> list[Mark]:
    left, right = plot.across(FROM), plot.across(TO)
    top, bottom, y = plot.up(estimate.high), plot.up(estimate.low), plot.up(estimate.value)
    words = dutch.say(key, figure=frame.with_interval(estimate))
    return [
        Rect(left, top, right - left, bottom - top, ink=ink, strength=0.12, edge=ink, edge_stroke=edge, tip=words),
        Line(((left, y), (right, y)), ink, 3),
        Text(left + 8, y - 6 if above else y + SMALL + 4, words, SMALL, ink, halo="ground"),
    ]
