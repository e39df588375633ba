"""What the charts of the IPS page share: one way to write a number with its interval."""

from __future__ import annotations

from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.text import dutch

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
