"""Published studies: a forest plot per measure, and rates without an interval as two dots."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.dots import Axis, Mark
from sdw.dissemination.charts.ips import frame
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.text import dutch

Kind: TypeAlias = Literal["trial", "observational", "meta_analysis", "own"]

#: What each kind looks like: a trial a square, a pooled value a diamond.
_SHAPES: dict[Kind, dots.Shape] = {
    "trial": "square",
    "observational": "open",
    "meta_analysis": "diamond",
    "own": "diamond-open",
}
_NOTHING = {Unit.PERCENTAGE_POINT: 0.0, Unit.RATIO: 1.0}
_RATIOS = (0.125, 0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8)
#: The axis of rates, in percent: room for a dot at its end.
_RATES = Axis(0, 101)


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


def forest(rows: Sequence[Row]) -> dots.Drawing:
    """One line per study in the order given: name and figures, and under them value and 95% interval.

    All rows have one unit, percentage points (plain axis) or ratios (logarithmic axis, no effect at
    1): ValueError otherwise, for two measures never share an axis. A prediction interval is a thin dotted line.
    """
    units = {row.effect.unit for row in rows}
    if len(units) != 1 or not units <= _NOTHING.keys():
        raise ValueError("a forest plot has one unit: percentage points or ratios")
    unit = units.pop()
    intervals = [row.prediction or row.effect.interval for row in rows]
    low = min(_NOTHING[unit], *(interval.low for interval in intervals))
    high = max(_NOTHING[unit], *(interval.high for interval in intervals))
    drawn = [
        dots.Row(row.label, _marks(row), frame.with_interval(row.effect), css="own" * (row.kind == "own"))
        for row in rows
    ]
    if unit is Unit.PERCENTAGE_POINT:
        around = (high - low) * 0.04
        axis = Axis(low - around, high + around)
        ticks, name = dots.ticks(axis, lambda tick: dutch.number(tick, 0)), "ips.chart.effect_axis"
    else:
        axis = Axis(low * 0.93, high * 1.07, math.log10)
        ticks = [
            (tick, dutch.number(tick, 0 if tick == int(tick) else 1))
            for tick in _RATIOS
            if low * 0.9 <= tick <= high * 1.1
        ]
        name = "ips.chart.ratio_axis"
    return dots.Drawing(drawn, axis, ticks, (_NOTHING[unit], ""), "above", dutch.say(name))


def rates(rows: Sequence[Rates]) -> dots.Drawing:
    """Two dots per study, in percent: filled with IPS, open with the comparison; no interval.

    The thin line between them only ties the pair together; no interval was published.
    """
    drawn = [
        dots.Row(
            row.label,
            (Mark("tie", row.comparison, row.ips), Mark("open", row.comparison), Mark("full", row.ips)),
            dutch.say(
                "ips.chart.two_rates", ips=dutch.number(row.ips, 0), comparison=dutch.number(row.comparison, 0)
            ),
            css="pair",
        )
        for row in rows
    ]
    ticks = dots.ticks(_RATES, lambda tick: dutch.number(tick, 0))
    return dots.Drawing(drawn, _RATES, ticks, (0, ""), "above", dutch.say("ips.chart.rate_axis"))


def _marks(row: Row) -> list[Mark]:
    """The prediction interval behind, then the 95% interval, and the value in front."""
    interval = row.effect.interval
    behind = [Mark("dotted", row.prediction.low, row.prediction.high)] if row.prediction else []
    return [*behind, Mark("line", interval.low, interval.high), Mark(_SHAPES[row.kind], row.effect.value)]
