"""One count of a region through the full years, so small that it fits a tile: a line from zero, and the target."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Circle, Fact, Line, Mark, Rect, Scene, Text
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference.status import Status

#: Narrow enough for half a phone, so that its letters keep their size there.
WIDTH, _HEIGHT, _LETTERS = 150.0, 56.0, 12.0
_LEFT, _RIGHT, _TOP, _BASE = 5.0, 145.0, 5.0, 38.0
#: The pattern that stands where a year has no value.
_PATCH = 9.0


def scene(years: Sequence[Figure], words: Words, target: int | None = None) -> Scene:
    """The years, oldest first; those after one another are joined where both have a value.

    A year without a value has the pattern of its status; a provisional one is open; the newest one is
    larger.
    """
    ceiling = 1.05 * max(1.0, target or 0, *(one.value or 0 for one in years))
    step = (_RIGHT - _LEFT) / max(1, len(years) - 1)
    across = [_LEFT + step * place for place in range(len(years))]
    heights = [None if one.value is None else _up(one.value, ceiling) for one in years]
    marks: list[Mark] = [Line(((0, _BASE), (WIDTH, _BASE)), "line")]
    if target is not None:
        marks.append(Line(((0, _up(target, ceiling)), (WIDTH, _up(target, ceiling))), "accent", 1.25, "dashed"))
    for (left, before), (right, after) in pairwise(zip(across, heights, strict=True)):
        if before is not None and after is not None:
            marks.append(Line(((left, before), (right, after)), "primary", 2))
    for x, y, figure in zip(across, heights, years, strict=True):
        marks.append(_mark(x, y, figure, large=figure is years[-1]))
    marks.append(Text(0, _HEIGHT - 3, years[0].period, _LETTERS, "quiet"))
    if len(years) > 1:
        marks.append(Text(WIDTH, _HEIGHT - 3, years[-1].period, _LETTERS, "quiet", "end"))
    facts = tuple(Fact(one.period, wording.shown(one), one.status) for one in years)
    return Scene(WIDTH, _HEIGHT, words.title, words.finding, tuple(marks), facts, words.subtitle)


def _up(value: float, ceiling: float) -> float:
    return _BASE - (_BASE - _TOP) * value / ceiling


def _mark(x: float, y: float | None, figure: Figure, *, large: bool) -> Mark:
    tip, key = f"{figure.period}: {wording.spoken(figure)}", figure.period
    if y is None:
        left, edge = x - _PATCH / 2, "none" if figure.status is Status.NOT_APPLICABLE else "quiet"
        box = left, _BASE - _PATCH, _PATCH, _PATCH
        return Rect(*box, pattern=figure.status, edge=edge, edge_width=0.5, tip=tip, key=key)
    ink = "ground" if figure.status is Status.PROVISIONAL else "primary"
    return Circle(x, y, 4.0 if large else 2.5, ink=ink, edge="primary", edge_width=1.5, tip=tip, key=key)
