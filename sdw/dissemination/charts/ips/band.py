"""The Dutch study as a flat band: somewhere between 6 and 36 months, no value per month. As HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.ips import frame
from sdw.statistics.estimate import Estimate, Unit
from sdw.text import dutch

#: Over these months the study gives its estimates, and the axis that holds them.
FROM, TO = 6, 36
MONTHS = Axis(3, 39)


@dataclass(frozen=True, slots=True)
class Band:
    """One work threshold: the lowest and the highest estimate, in percentage points."""

    lowest: Estimate
    highest: Estimate


def flat_band(band: Band) -> str:
    """Two flat lines from 6 to 36 months with their 95% intervals as bands; y in percentage points.

    The study gives its lowest and its highest estimate over that time and nothing in between, so
    nothing rises or falls here. Zero ("geen verschil") is in the axis. ValueError for another unit.
    """
    if not band.lowest.unit is band.highest.unit is Unit.PERCENTAGE_POINT:
        raise ValueError("the band is in percentage points")
    axis = axis_of(band)
    lines = (("ips.chart.highest", band.highest, "high"), ("ips.chart.lowest", band.lowest, "low"))
    heights = "".join(
        f"<i style=--y:{axis.place(value):.4g}>{text}</i>"
        for value, text in dots.ticks(axis, lambda tick: dutch.number(tick, 0), fewer_than=4)
    )
    months = "".join(f"<i style=--x:{MONTHS.place(month):.4g}>{month}</i>" for month in range(FROM, TO + 1, 6))
    return (
        f"<div class=sdw-band><p class=sdw-axis>{escape(dutch.say('ips.chart.effect_axis'))}</p>"
        f"<div class=ground><div class=axis aria-hidden=true>{heights}{months}</div>"
        f"<b style=--y:{axis.place(0):.4g}>{escape(dutch.say('ips.chart.no_difference'))}</b>"
        f"<div class=span style=--x:{MONTHS.place(FROM):.4g};--w:{MONTHS.place(TO) - MONTHS.place(FROM):.4g}>"
        f"{''.join(_estimate(*line, axis) for line in lines)}</div></div>"
        f"{dots.axis_name(dutch.say('ips.chart.months'))}</div>"
    )


def axis_of(band: Band) -> Axis:
    """The upright axis: both intervals and zero are in it."""
    return Axis(min(0.0, band.lowest.low) - 1.2, max(band.highest.high, band.lowest.high) + 0.7)


def _estimate(key: str, estimate: Estimate, css: str, axis: Axis) -> str:
    """The interval: pale, with a dotted edge, so that two stay apart in grey; in it the value with words."""
    low, value, high = (axis.place(number) for number in (estimate.low, estimate.value, estimate.high))
    words = dutch.say(key, figure=frame.with_interval(estimate))
    return (
        f"<div class={css} style=--y:{low:.4g};--h:{high - low:.4g}></div>"
        f"<p class={css} style=--y:{value:.4g}><span>{escape(words)}</span></p>"
    )
