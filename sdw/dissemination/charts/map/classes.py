"""Classes of a map: which figures share a colour, with bounds that a reader can remember.

Figures are classed *as they are shown*: rounded to the decimals of the indicator. So the bounds of the
legend are exact, and two figures that read the same never differ in colour.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from sdw.text import dutch

Method: TypeAlias = Literal["kwantielen", "gelijk", "rond_doel"]

#: Of the five steps of the sequential ramp, those used for fewer classes.
_STEPS = {1: (2,), 2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}
_MOST = 5
_SIDES = 3
#: From the target to the outermost bound, in classes.
_INNER = _SIDES - 0.5


@dataclass(frozen=True, slots=True)
class Class:
    """One class: its inclusive bounds as shown, its step of the colour ramp, and its number of regions."""

    low: float | None  #: None: no lower bound
    high: float | None  #: None: no upper bound
    step: int
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of one map, from low to high. `target` only where the ramp diverges around one."""

    method: Method
    decimals: int
    items: tuple[Class, ...]
    target: float | None = None

    @property
    def diverging(self) -> bool:
        """True when colours run both ways from a target."""
        return self.method == "rond_doel"

    def index(self, value: float) -> int:
        """The class (0 is lowest) of a published value. A value outside the classes is a bug: ValueError."""
        shown = as_shown(value, self.decimals)
        for position, item in enumerate(self.items):
            if (item.low is None or shown >= item.low) and (item.high is None or shown <= item.high):
                return position
        raise ValueError(f"{value} lies outside the classes")


def as_shown(value: float, decimals: int) -> float:
    """Rounded half away from zero, the way `dutch.number` writes it."""
    scaled = math.floor(abs(value) * 10**decimals + 0.5 + 1e-9) / 10**decimals
    return math.copysign(scaled, value) if scaled else 0.0


def quantile(values: Iterable[float], most: int = _MOST, decimals: int = 0) -> Classes:
    """About as many regions in each class. Equal figures stay together; at most five classes.

    A bound is the roundest number between two neighbouring figures, so no figure changes class by it.
    """

    def bounds(shown: Sequence[float]) -> list[float]:
        places = (_past_ties(shown, round(len(shown) * part / most)) for part in range(1, most))
        return [_roundest(shown[place - 1], shown[place], decimals) for place in places if place < len(shown)]

    return _sequential("kwantielen", values, most, decimals, bounds)


def equal(values: Iterable[float], most: int = _MOST, decimals: int = 0) -> Classes:
    """Classes of equal width on a round step; at most five. Classes without a region are left out."""

    def bounds(shown: Sequence[float]) -> list[float]:
        step = _nice_step((shown[-1] - shown[0]) / most, decimals)
        while len(edges := _multiples(step, shown[0], shown[-1], decimals)) >= most:
            step = _nice_step(step * 1.01, decimals)
        return edges

    return _sequential("gelijk", values, most, decimals, bounds)


def around(values: Iterable[float], target: float, decimals: int = 0) -> Classes:
    """Seven classes, mirrored around `target`: three under, one around, three above; outer ones are open.

    All seven are kept, also empty ones: "no region above the target" is a finding.
    """
    shown = sorted(as_shown(value, decimals) for value in values)
    centre = as_shown(target, decimals)
    unit = 10.0**-decimals
    spread = sorted(abs(value - centre) for value in shown) or [0.0]
    # Four in five regions fall inside the inner five classes; a single outlier does not flatten the rest.
    typical = spread[min(len(spread) - 1, math.ceil(len(spread) * 0.8) - 1)]
    step = _nice_step(typical / _INNER, decimals)
    if centre > unit and shown and shown[0] >= 0:
        # What cannot be negative gets no negative bound: the lowest class still starts above zero.
        step = min(step, _nice_step((centre - unit) / _INNER, decimals, up=False))
    step = max(step, 2 * unit)
    under = [as_shown(centre - (i + 0.5) * step, decimals) for i in reversed(range(_SIDES))]
    # Bounds are inclusive, so the first figure above is one unit past the mirror image of the last below.
    above = [as_shown(2 * centre - bound + unit, decimals) for bound in reversed(under)]
    edges = [*under, *above]
    return _counted(Classes("rond_doel", decimals, tuple(_between(edges, None, None, decimals)), target), shown)


def _sequential(
    method: Method,
    values: Iterable[float],
    most: int,
    decimals: int,
    bounds: Callable[[Sequence[float]], list[float]],
) -> Classes:
    if not 1 <= most <= _MOST:
        raise ValueError(f"1 to {_MOST} classes, not {most}")
    shown = sorted(as_shown(value, decimals) for value in values)
    if not shown:
        return Classes(method, decimals, ())
    distinct = sorted(set(shown))
    if len(distinct) <= most:
        bare = [Class(value, value, 0, "", 0) for value in distinct]
    else:
        bare = _between(sorted(set(bounds(shown))), shown[0], shown[-1], decimals)
    counted = _counted(Classes(method, decimals, tuple(bare)), shown)
    kept = [item for item in counted.items if item.count]
    steps = _STEPS[len(kept)]
    return replace(counted, items=tuple(replace(item, step=steps[i]) for i, item in enumerate(kept)))


def _between(bounds: Sequence[float], low: float | None, high: float | None, decimals: int) -> list[Class]:
    """Classes cut at `bounds`; a bound is the first figure of the upper class."""
    unit = 10.0**-decimals
    lows = [low, *bounds]
    highs = [*(as_shown(bound - unit, decimals) for bound in bounds), high]
    return [Class(left, right, i, "", 0) for i, (left, right) in enumerate(zip(lows, highs, strict=True))]


def _counted(classes: Classes, shown: Sequence[float]) -> Classes:
    counts = [0] * len(classes.items)
    for value in shown:
        counts[classes.index(value)] += 1
    items = (
        replace(item, count=count, label=_label(item, classes.decimals))
        for item, count in zip(classes.items, counts, strict=True)
    )
    return replace(classes, items=tuple(items))


def _label(item: Class, decimals: int) -> str:
    low = None if item.low is None else dutch.number(item.low, decimals)
    high = None if item.high is None else dutch.number(item.high, decimals)
    if low is None:
        return dutch.say("map.class.to", high=high)
    if high is None:
        return dutch.say("map.class.from", low=low)
    return low if low == high else dutch.say("map.class.between", low=low, high=high)


def _past_ties(shown: Sequence[float], place: int) -> int:
    """`place`, moved up until the figure there differs from the one before it."""
    while 0 < place < len(shown) and shown[place] == shown[place - 1]:
        place += 1
    return place


def _multiples(step: float, low: float, high: float, decimals: int) -> list[float]:
    """The multiples of `step` in (low, high], lowest first."""
    first, last = math.floor(low / step + 1e-9) + 1, math.floor(high / step + 1e-9)
    return [as_shown(i * step, decimals) for i in range(first, last + 1)]


def _roundest(low: float, high: float, decimals: int) -> float:
    """The roundest number in (low, high]: the largest step of 1, 2 or 5 × 10ⁿ with a multiple inside."""
    if low >= high:
        return high
    unit = 10.0**-decimals
    power = math.floor(math.log10(high - low)) + 2
    while 10.0**power >= unit * 0.99:
        for factor in (5, 2, 1):
            step = factor * 10.0**power
            candidate = as_shown(math.floor(high / step + 1e-9) * step, decimals)
            if low < candidate <= high and step >= unit * 0.99:
                return candidate
        power -= 1
    return high


def _nice_step(width: float, decimals: int, up: bool = True) -> float:
    """The round step (1, 2, 2.5 or 5 × 10ⁿ) that fits the decimals and is next above `width`, or below."""
    unit = 10.0**-decimals
    if width <= unit:
        return unit
    power = 10.0 ** math.floor(math.log10(width))
    steps = [factor * power for factor in (1.0, 2.0, 2.5, 5.0, 10.0)]
    fitting = [step for step in steps if abs(step / unit - round(step / unit)) < 1e-6]
    if up:
        return min(step for step in fitting if step >= width * (1 - 1e-9))
    return max(step for step in fitting if step <= width * (1 + 1e-9))
