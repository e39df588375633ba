"""Where things stand in a scene: the plotting area with its axes, labels that keep apart, a title above it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.scene import Anchor, Circle, Group, Ink, Line, Mark, Scene, Text

#: Size of labels on axes and in drawings, and the distance of their lines.
SMALL, LEADING = 13.0, 17.0
_TITLE, _SUBTITLE, _SOURCE, _MARGIN = 20.0, 14.0, 12.0, 16.0
_STAMP = 15.0
#: Less wide than this a source is not read beside something else.
_READABLE = 220.0


@dataclass(frozen=True, slots=True)
class Words:
    """What is said with a drawing: title, subtitle (what, unit, period), and what there is to see in it.

    `message`: the finding as a sentence by itself, where the title is not that sentence.
    """

    title: str
    finding: str
    subtitle: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """The plotting area in units of the scene, and what its two axes count."""

    left: float
    top: float
    right: float
    bottom: float
    x: Axis
    y: Axis

    def across(self, value: float) -> float:
        """Where a value of the lying axis stands."""
        return self.left + (self.right - self.left) * self.x.place(value) / 100

    def up(self, value: float) -> float:
        """Where a value of the upright axis stands."""
        return self.bottom - (self.bottom - self.top) * self.y.place(value) / 100

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Both."""
        return self.across(x), self.up(y)

    def lying(self, ticks: Iterable[tuple[float, str]], name: str = "", *, rules: bool = False) -> list[Mark]:
        """Texts under the area, with rules through it when asked for; under them what the axis counts.

        Where there is no room for all of them every second or third is left out.
        """
        marks: list[Mark] = []
        for value, text in self._roomy(list(ticks)):
            x = self.across(value)
            if rules:
                marks.append(Line(((x, self.top), (x, self.bottom)), ink="line"))
            marks.append(Text(x, self.bottom + LEADING, text, SMALL, "quiet", "middle"))
        if name:
            middle = (self.left + self.right) / 2
            marks.append(Text(middle, self.bottom + 2.3 * LEADING, name, SMALL, "quiet", "middle"))
        return marks

    def _roomy(self, ticks: list[tuple[float, str]]) -> list[tuple[float, str]]:
        """The ticks of which no two texts touch: all, every second, every third, …; at least the first."""
        for step in range(1, len(ticks)):
            kept = ticks[::step]
            if all(
                self.across(b) - self.across(a)
                > (lettering.width(one, SMALL) + lettering.width(other, SMALL)) / 2 + 6
                for (a, one), (b, other) in pairwise(kept)
            ):
                return kept
        return ticks[:1]

    def upright(self, ticks: Iterable[tuple[float, str]], name: str = "") -> list[Mark]:
        """Rules through the area with their texts at the left; before them what the axis counts."""
        marks: list[Mark] = []
        for value, text in ticks:
            y = self.up(value)
            marks.append(Line(((self.left, y), (self.right, y)), ink="line"))
            marks.append(Text(self.left - 8, y + SMALL * 0.35, text, SMALL, "quiet", "end"))
        if name:
            middle = (self.top + self.bottom) / 2
            marks.append(Text(SMALL, middle, name, SMALL, "quiet", "middle", upright=True))
        return marks

    def rule(self, x: float, ink: Ink = "quiet") -> Line:
        """An upright line through the area at a value."""
        at = self.across(x)
        return Line(((at, self.top), (at, self.bottom)), ink=ink)


@dataclass(frozen=True, slots=True)
class Label:
    """Words of one or more lines that want to stand centred on `y`."""

    x: float
    y: float
    lines: tuple[str, ...]
    ink: Ink = "text"
    bold: bool = False
    anchor: Anchor = "start"


def apart(labels: Sequence[Label], top: float, bottom: float) -> list[Mark]:
    """The labels as near to their places as they can be without touching, between `top` and `bottom`."""
    placed = sorted(labels, key=lambda label: label.y)
    heights = [LEADING * len(label.lines) + 2 for label in placed]
    middles = [label.y for label in placed]
    if placed:
        middles[-1] = min(middles[-1], bottom - heights[-1] / 2)
    for above, below in reversed(list(pairwise(range(len(placed))))):
        middles[above] = min(middles[above], middles[below] - (heights[above] + heights[below]) / 2)
    if placed:
        middles[0] = max(middles[0], top + heights[0] / 2)
    for above, below in pairwise(range(len(placed))):
        middles[below] = max(middles[below], middles[above] + (heights[above] + heights[below]) / 2)
    return [mark for label, middle in zip(placed, middles, strict=True) for mark in _lines(label, middle)]


def _lines(label: Label, middle: float) -> list[Mark]:
    first = middle - LEADING * (len(label.lines) - 1) / 2 + SMALL * 0.35
    return [
        Text(label.x, first + LEADING * i, words, SMALL, label.ink, label.anchor, bold=label.bold)
        for i, words in enumerate(label.lines)
    ]


def pointed(at: tuple[float, float], words: str) -> Circle:
    """What a point on a line says to who points at it; nothing is seen of it."""
    return Circle(*at, 1, ink="none", tip=words)


@dataclass(frozen=True, slots=True)
class Corner:
    """Something square beside the source of a picture that travels alone: what makes it at (x, y) with a side, what
    stands under it, and the words of it for who cannot see it. It is as large as takes up `share` of the width, at
    least `least`.
    """

    make: Callable[[float, float, float], Group]
    label: str
    words: str
    least: float
    share: float


def titled(scene: Scene, source: str = "", corner: Corner | None = None) -> Scene:
    """The same with its title and subtitle above it and its source below, for a picture that travels alone."""
    room = scene.width
    side = 0.0 if corner is None else max(corner.least, corner.share * (scene.width + 2 * _MARGIN))
    is_beside = room - side - _MARGIN >= _READABLE
    title = lettering.wrapped(scene.title, _TITLE, room / 1.06)
    subtitle = lettering.wrapped(scene.subtitle, _SUBTITLE, room)
    sources = lettering.wrapped(source, _SOURCE, room - (side + _MARGIN) * (is_beside and side > 0))
    head: list[Mark] = []
    y = _MARGIN
    for lines, size, ink in ((title, _TITLE, "text"), (subtitle, _SUBTITLE, "quiet")):
        y += 4 * bool(lines)
        for line in lines:
            y += size * 1.25
            head.append(Text(_MARGIN, y, line, size, ink, bold=size == _TITLE))
    top = y + _MARGIN
    foot = top + scene.height + _MARGIN
    below: list[Mark] = [
        Text(_MARGIN, foot + _SOURCE * 1.35 * i, line, _SOURCE, "quiet") for i, line in enumerate(sources)
    ]
    height = foot + _SOURCE * 1.35 * len(sources)
    description = scene.description
    if corner is not None:
        x, at = (scene.width + _MARGIN - side, foot - _SOURCE) if is_beside else (_MARGIN, height)
        below.append(corner.make(x, at, side))
        height = max(height, at + side + _SOURCE + _MARGIN)
        below.append(Text(x + side / 2, at + side + _SOURCE, corner.label, _SOURCE, "quiet", "middle"))
        description = f"{description} {corner.words}."
    marks = (*head, Group(scene.marks, x=_MARGIN, y=top), *below)
    return replace(scene, width=scene.width + 2 * _MARGIN, height=height, marks=marks, description=description)


def stamped(scene: Scene, words: str) -> Scene:
    """The same with these words all over it, faint enough to read what is under them. '' leaves it as it is."""
    if not words:
        return scene
    size = min(_STAMP, _STAMP * scene.width / max(1.0, lettering.width(words, _STAMP)) * 0.9)
    middle, step = scene.width / 2, 6 * size
    rows = max(1, int(scene.height // step))
    top = (scene.height - (rows - 1) * step) / 2
    over = [Text(middle, top + row * step, words, size, "accent", "middle", strength=0.4) for row in range(rows)]
    return replace(scene, marks=(*scene.marks, *over))
