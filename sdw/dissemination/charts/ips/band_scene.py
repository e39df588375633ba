"""The Dutch study as a flat band, as a scene."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.dissemination.charts.core import dots, lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import SMALL, Plot, Words
from sdw.dissemination.charts.core.scene import Fact, Ink, Line, Mark, Rect, Scene, Stroke, Text
from sdw.dissemination.charts.ips import frame
from sdw.statistics.estimate import Estimate, Unit
from sdw.text import dutch

#: As high as it is where it is not told, and what of that lies around the plot.
HEIGHT, _AROUND = 356.0, 56.0
#: What the words under the line of zero take.
_UNDER_ZERO = SMALL + 9
#: Over these months the study gives its estimates, and the axis that holds them.
FROM, TO = 6, 36
MONTHS = Axis(3, 39)


@dataclass(frozen=True, slots=True)
class Band:
    """One work threshold: the lowest and the highest estimate, in percentage points."""

    lowest: Estimate
    highest: Estimate


def axis_of(band: Band, height: float = HEIGHT - _AROUND) -> Axis:
    """The upright axis, so many units high: both intervals and zero are in it, and words under zero."""
    top = max(band.highest.high, band.lowest.high) + 0.7
    words = _UNDER_ZERO / height
    return Axis(min(0.0, band.lowest.low) - max(1.2, top * words / (1 - words)), top)


def scene(band: Band, words: Words, width: float = 640, height: float = HEIGHT) -> Scene:
    """Two flat lines from 6 to 36 months with their 95% intervals as bands, in percentage points; zero in the axis.

    The study gives its lowest and its highest estimate over that time and nothing in between, so nothing rises or
    falls here. ValueError for another unit.
    """
    if not band.lowest.unit is band.highest.unit is Unit.PERCENTAGE_POINT:
        raise ValueError("the band is in percentage points")
    tall = height - _AROUND
    plot = Plot(52, 8, width - 8, 8 + tall, MONTHS, axis_of(band, tall))
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
    start = min(left + 8, plot.right - lettering.width(words, SMALL))
    return [
        Rect(left, top, right - left, bottom - top, ink=ink, strength=0.12, edge=ink, edge_stroke=edge, tip=words),
        Line(((left, y), (right, y)), ink, 3),
        Text(start, y - 6 if above else y + SMALL + 4, words, SMALL, ink),
    ]
