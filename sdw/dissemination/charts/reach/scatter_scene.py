"""Regions by people who could be meant and trajectories started, as a scene. No ranks, no good or bad.

A region without a figure is no point: it stands under the axis, at its number of people, in the pattern of its
status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdw.dissemination.charts.core import dots, lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Label, Plot, Words, apart
from sdw.dissemination.charts.core.scene import Circle, Fact, Mark, Rect, Scene, Text
from sdw.dissemination.charts.reach import rays
from sdw.dissemination.charts.reach.rays import Ray
from sdw.reference.status import Status
from sdw.text import dutch

_NARROW = 480.0
_TOP, _LEFT, _ROOM = 28.0, 56.0, 1.08
_SQUARE, _STEP = 10.0, 13.0


@dataclass(frozen=True, slots=True)
class Point:
    """One region: people, trajectories started (None for no figure), its figures as written, and words for both.

    `people` is None where nobody knows where it stands along the axis.
    """

    code: str
    name: str
    people: float | None
    started: float | None
    status: Status
    facts: tuple[Fact, ...]
    tip: str


@dataclass(frozen=True, slots=True)
class Axes:
    """What the two axes count, in words, and under them what a number at a line is where it stands there bare."""

    people: str
    started: str
    lines: str = ""


def scene(
    points: Sequence[Point], lines: Sequence[Ray], axes: Axes, words: Words, selected: str = "", width: float = 720
) -> Scene:
    """A point per region over lines of equal reach. ValueError without a region that has a figure."""
    shown = [one for one in points if one.started is not None]
    placed = [one for one in points if one.people is not None]
    if not shown:
        raise ValueError("a scatter needs at least one region")
    names = lettering.widest([line for ray in lines for line in ray.words], SMALL * 1.06)
    plot = Plot(
        _LEFT,
        _TOP,
        width - names - 12,
        _TOP + (300 if width < _NARROW else 420),
        Axis(0, _ROOM * max(one.people or 0 for one in placed)),
        Axis(0, _ROOM * max(one.started or 0 for one in shown)),
    )
    marks: list[Mark] = plot.upright(dots.ticks(plot.y, dutch.number), axes.started)
    marks += rays.marks(lines, plot)
    strip = _Strip(plot, [one for one in placed if one.started is None])
    marks += strip.marks(selected)
    below = replace(plot, bottom=strip.bottom)
    marks += below.lying(dots.ticks(plot.x, dutch.number, 4 if width < _NARROW else 7))
    y = strip.bottom + 2.3 * LEADING
    told = [axes.people, dutch.say("reach.strip") if strip.rows else "", axes.lines]
    for line in (line for one in told for line in lettering.wrapped(one, SMALL, width)):
        marks.append(Text(width / 2, y, line, SMALL, "quiet", "middle"))
        y += LEADING
    marks += [_point(one, plot, chosen=one.code == selected) for one in _left_to_right(shown, selected)]
    marks += _named(plot, [one for one in shown if one.code == selected])
    facts = tuple(fact for one in points for fact in one.facts)
    return Scene(width, y - LEADING + 8, words.title, words.finding, tuple(marks), facts, words.subtitle)


def _left_to_right(points: Sequence[Point], selected: str) -> list[Point]:
    """As arrows step through them; the chosen region last, over all others."""
    return sorted(points, key=lambda one: (one.code == selected, one.people))


def _point(one: Point, plot: Plot, *, chosen: bool) -> Mark:
    x, y = plot.at(one.people or 0, one.started or 0)
    return Circle(
        x,
        y,
        7.5 if chosen else 5,
        ink="primary" if chosen else "others",
        edge="ground",
        edge_width=1,
        pattern=one.status,
        tip=one.tip,
        key=one.code,
    )


def _named(plot: Plot, points: Sequence[Point]) -> list[Mark]:
    """The name beside the point, on the side with the most room, readable over what lies there."""
    labels = []
    for one in points:
        x, y = plot.at(one.people or 0, one.started or 0)
        leftwards = x > (plot.left + plot.right) / 2
        room = (x - plot.left if leftwards else plot.right - x) - 14
        lines = tuple(lettering.wrapped(one.name, SMALL * 1.06, room))
        labels.append(
            Label(x - 12 if leftwards else x + 12, y, lines, "primary", True, "end" if leftwards else "start")
        )
    return [replace(mark, halo="ground") for mark in apart(labels, plot.top, plot.bottom) if isinstance(mark, Text)]


class _Strip:
    """The regions without a figure under the axis: squares at their people, lower where one would cover another."""

    def __init__(self, plot: Plot, points: Sequence[Point]) -> None:
        self._plot = plot
        ends: list[float] = []
        self._placed: list[tuple[Point, float, int]] = []
        for one in sorted(points, key=lambda point: point.people or 0):
            x = plot.across(one.people or 0) - _SQUARE / 2
            row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
            ends[row : row + 1] = [x + _SQUARE + 2]
            self._placed.append((one, x, row))
        self.rows = len(ends)

    @property
    def bottom(self) -> float:
        """Where the strip ends, and the texts of the axis begin."""
        return self._plot.bottom + (8 + _STEP * self.rows if self.rows else 0)

    def marks(self, selected: str) -> list[Mark]:
        """The squares, and the name of the chosen region beside its own."""
        found: list[Mark] = []
        names: list[Mark] = []
        for one, x, row in self._placed:
            y, chosen = self._plot.bottom + 6 + _STEP * row, one.code == selected
            edge, width = ("primary", 2.5) if chosen else ("quiet", 0.75)
            square = Rect(x, y, _SQUARE, _SQUARE, edge=edge, edge_width=width, pattern=one.status)
            found.append(replace(square, tip=one.tip, key=one.code))
            if chosen:
                at, anchor = (x - 5, "end") if x > self._plot.right / 2 else (x + _SQUARE + 5, "start")
                names.append(
                    Text(at, y + _SQUARE, one.name, SMALL, "primary", anchor, bold=True, halo="ground")  # type: ignore[arg-type]
                )
        return [*found, *names]
