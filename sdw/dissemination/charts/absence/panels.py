"""Small multiples: a small drawing per sector on one scale, as many beside one another as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Words
from sdw.dissemination.charts.core.scene import Fact, Group, Ink, Line, Mark, Scene, Text
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference.periods import parse

#: The least width of a panel, the most that stand beside one another, the height of its drawing, room around it.
_LEAST, _MOST = 136.0, 4
_HEIGHT, _PAD, _GAP = 78.0, 4.0, 24.0
#: Room at the right of a name for the newest figure.
_FIGURE = 46.0


@dataclass(frozen=True, slots=True)
class Scale:
    """What all panels share: the total behind, the top in percent, the first and the last year."""

    total: Sequence[Figure]
    ceiling: float
    years: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Panel:
    """One sector by year, its name, its newest figure in words and what the drawing shows in words."""

    name: str
    figures: Sequence[Figure]
    newest: Figure
    shown: str
    finding: str


def together(panels: Sequence[Panel], scale: Scale, words: Words, width: float) -> Scene:
    """All of them beside and under one another, each with its name and its newest figure.

    A sector by year is thick, the total behind it thin and grey, from zero (the rule at the bottom) to the ceiling.
    A year without a value is a gap.
    """
    columns = max(1, min(_MOST, int((width + _GAP) // (_LEAST + _GAP))))
    wide = (width + _GAP) / columns - _GAP
    names = [lettering.wrapped(one.name, SMALL, wide - _FIGURE) for one in panels]
    marks: list[Mark] = []
    bottom, y, head = 0.0, 0.0, 0.0
    for place, (one, lines) in enumerate(zip(panels, names, strict=True)):
        column = place % columns
        if column == 0:  # the longest name of a row says how high its heads are
            y = bottom
            head = LEADING * max(len(each) for each in names[place : place + columns]) + 4
            bottom += head + _HEIGHT + _GAP
        first = head - LEADING * (len(lines) - 1) - 8
        texts: list[Mark] = [Text(0, first + LEADING * i, line, SMALL) for i, line in enumerate(lines)]
        newest = Text(wide, head - 8, one.shown, SMALL, anchor="end", bold=True)
        drawn = Group(tuple(_lines(one, scale, wide)), y=head)
        marks.append(Group((*texts, newest, drawn), x=column * (wide + _GAP), y=y, tip=one.finding, key=one.name))
    facts = tuple(
        Fact(f"{one.name}, {one.newest.period}", wording.shown(one.newest), one.newest.status) for one in panels
    )
    return Scene(
        width, bottom - _GAP + 2, words.title, words.finding, tuple(marks), facts, words.subtitle, words.message
    )


def _lines(one: Panel, scale: Scale, wide: float) -> list[Mark]:
    base = _HEIGHT - _PAD
    zero = Line(((0, base), (wide, base)), "quiet")
    both: tuple[tuple[Sequence[Figure], Ink, float], ...] = (
        (scale.total, "others", 1.25),
        (one.figures, "primary", 2.25),
    )
    return [
        zero,
        *(
            Line(run, ink, thick)
            for figures, ink, thick in both
            for run in _runs(figures, scale, wide)
            if len(run) > 1
        ),
    ]


def _runs(figures: Sequence[Figure], scale: Scale, wide: float) -> list[tuple[tuple[float, float], ...]]:
    runs: list[list[tuple[float, float]]] = [[]]
    first, last = scale.years
    for figure in figures:
        if figure.value is None:
            runs.append([])
            continue
        x = _PAD + (wide - 2 * _PAD) * (parse(figure.period).year - first) / max(last - first, 1)
        y = _HEIGHT - _PAD - (_HEIGHT - 2 * _PAD) * figure.value / scale.ceiling
        runs[-1].append((round(x), round(y, 1)))
    return [tuple(run) for run in runs]
