"""The nation and every region through the full years: small multiples of two thin bars per year.

No line joins the years: a region delivers them, or not, and one counts otherwise than another. Every panel has a
scale of its own, or the small regions would not be seen beside the large ones: its target line tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Words
from sdw.dissemination.charts.core.scene import Fact, Group, Line, Mark, Rect, Scene, Text
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.status import Status

#: The least width of a panel, the most that stand beside one another; room for its name, its bars, its years.
_LEAST, _MOST = 134.0, 6
_HEAD, _HEIGHT, _FOOT, _GAP = 42.0, 64.0, 20.0, 14.0
#: The part of the room of a year that one bar takes; a pattern instead of a bar is so high.
_BAR, _PATCH = 0.36, 9.0
_INKS = ("primary", "second")


@dataclass(frozen=True, slots=True)
class Panel:
    """The nation or a region: its name, and both counts of the same full years, oldest first.

    `target`: what each year is held against.
    """

    name: str
    started: Sequence[Figure]
    durable: Sequence[Figure]
    target: int

    @property
    def ceiling(self) -> float:
        """The top of its scale: over its highest count and its target line."""
        return 1.08 * max(self.target, *(one.value or 0 for one in (*self.started, *self.durable)))


def scene(panels: Sequence[Panel], words: Words, width: float) -> Scene:
    """All of them beside and under one another.

    A year without a value has the pattern of its status. Between two years over other regions stands a dotted
    rule: those two are not to be compared.
    """
    columns = max(1, min(_MOST, int((width + _GAP) // (_LEAST + _GAP))))
    wide = (width + _GAP) / columns - _GAP
    high = _HEAD + _HEIGHT + _FOOT + _GAP
    marks: list[Mark] = [
        Group(
            tuple(_panel(one, wide)),
            x=place % columns * (wide + _GAP),
            y=place // columns * high,
        )
        for place, one in enumerate(panels)
    ]
    rows = -(-len(panels) // columns)
    facts = tuple(_fact(one, figure) for one in panels for figure in (*one.started, *one.durable))
    return Scene(width, rows * high - _GAP, words.title, words.finding, tuple(marks), facts, words.subtitle)


def _fact(panel: Panel, figure: Figure) -> Fact:
    return Fact(
        f"{panel.name}, {catalogue.by_id(figure.indicator).short}, {figure.period}",
        wording.shown(figure),
        figure.status,
    )


def _panel(panel: Panel, wide: float) -> list[Mark]:
    base = _HEAD + _HEIGHT
    room = wide / len(panel.started)
    aim = base - _HEIGHT * panel.target / panel.ceiling
    # A name of two parts may go on after its slash too.
    names = [
        line.replace("/ ", "/") for line in lettering.wrapped(panel.name.replace("/", "/ "), SMALL * 1.06, wide)
    ]
    first_line = _HEAD - 8 - LEADING * (len(names) - 1)
    marks: list[Mark] = [
        *(Text(0, first_line + LEADING * i, line, SMALL) for i, line in enumerate(names)),
        Line(((0, base), (wide, base)), "quiet"),
    ]
    for place, pair in enumerate(zip(panel.started, panel.durable, strict=True)):
        for half, figure in enumerate(pair):
            marks.append(_bar(panel, figure, (room * (place + half * _BAR + 0.12), room * _BAR)))
    marks.append(Line(((0, aim), (wide, aim)), "accent", 1.25, "dashed"))
    covered = [tuple(one.delivered for one in pair) for pair in zip(panel.started, panel.durable, strict=True)]
    for place, (before, after) in enumerate(pairwise(covered), start=1):
        if before != after:
            marks.append(Line(((room * place, _HEAD), (room * place, base)), "quiet", 1, "dotted"))
    first, last = panel.started[0].period, panel.started[-1].period
    marks.append(Text(0, base + 15, first, SMALL, "quiet"))
    if last != first:
        marks.append(Text(wide, base + 15, last, SMALL, "quiet", "end"))
    return marks


def _bar(panel: Panel, figure: Figure, across: tuple[float, float]) -> Rect:
    left, wide = across
    tip, key = f"{panel.name}: {wording.spoken(figure)}", f"{figure.region}/{figure.period}"
    base, place = _HEAD + _HEIGHT, int(figure.indicator != panel.started[0].indicator)
    if figure.value is None:
        edge = "none" if figure.status is Status.NOT_APPLICABLE else "quiet"
        top = base - _PATCH
        return Rect(left, top, wide, _PATCH, pattern=figure.status, edge=edge, edge_width=0.5, tip=tip, key=key)
    length = _HEIGHT * figure.value / panel.ceiling
    return Rect(
        *(left, base - length, wide, length),
        ink=_INKS[place],
        edge="text" if place else "none",
        edge_width=0.5,
        pattern=figure.status,
        tip=tip,
        key=key,
    )
