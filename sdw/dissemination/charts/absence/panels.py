"""Small multiples: a small drawing per sector on one scale, each alone so that a phone can reflow them, or all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Words
from sdw.dissemination.charts.core.scene import Fact, Group, Ink, Line, Mark, Scene, Text
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference.periods import parse

_WIDTH, _HEIGHT, _PAD = 180, 78, 4
_GAP = 24.0


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


def panel(one: Panel, scale: Scale) -> Scene:
    """One sector by year (thick) on top of the total (thin grey), from zero to the ceiling.

    A year without a value is a gap. The rule at the bottom is zero.
    """
    facts = (Fact(f"{one.name}, {one.newest.period}", wording.shown(one.newest), one.newest.status),)
    return Scene(_WIDTH, _HEIGHT, one.name, one.finding, tuple(_lines(one, scale)), facts)


def columns(width: float) -> int:
    """How many panels stand beside one another on this width."""
    return max(1, int((width + _GAP) // (_WIDTH + _GAP)))


def together(panels: Sequence[Panel], scale: Scale, words: Words, columns: int) -> Scene:
    """All of them beside and under one another, each with its name and its newest figure."""
    names = [lettering.wrapped(one.name, SMALL, _WIDTH - 46) for one in panels]
    head = LEADING * max((len(lines) for lines in names), default=1) + 4
    tall = head + _HEIGHT + _GAP
    marks: list[Mark] = []
    for place, (one, lines) in enumerate(zip(panels, names, strict=True)):
        row, column = divmod(place, columns)
        first = head - LEADING * (len(lines) - 1) - 8
        texts: list[Mark] = [Text(0, first + LEADING * i, line, SMALL) for i, line in enumerate(lines)]
        newest = Text(_WIDTH, head - 8, one.shown, SMALL, anchor="end", bold=True)
        drawn = Group(tuple(_lines(one, scale)), y=head)
        marks.append(
            Group((*texts, newest, drawn), x=column * (_WIDTH + _GAP), y=row * tall, tip=one.finding, key=one.name)
        )
    rows = -(-len(panels) // columns)
    width = min(columns, len(panels)) * (_WIDTH + _GAP) - _GAP
    facts = tuple(chain.from_iterable(panel(one, scale).facts for one in panels))
    return Scene(width, rows * tall - _GAP + 2, words.title, words.finding, tuple(marks), facts, words.subtitle)


def _lines(one: Panel, scale: Scale) -> list[Mark]:
    base = _HEIGHT - _PAD
    zero = Line(((0, base), (_WIDTH, base)), "quiet")
    both: tuple[tuple[Sequence[Figure], Ink, float], ...] = (
        (scale.total, "others", 1.25),
        (one.figures, "primary", 2.25),
    )
    return [
        zero,
        *(Line(run, ink, width) for figures, ink, width in both for run in _runs(figures, scale) if len(run) > 1),
    ]


def _runs(figures: Sequence[Figure], scale: Scale) -> list[tuple[tuple[float, float], ...]]:
    runs: list[list[tuple[float, float]]] = [[]]
    first, last = scale.years
    for figure in figures:
        if figure.value is None:
            runs.append([])
            continue
        x = _PAD + (_WIDTH - 2 * _PAD) * (parse(figure.period).year - first) / max(last - first, 1)
        y = _HEIGHT - _PAD - (_HEIGHT - 2 * _PAD) * figure.value / scale.ceiling
        runs[-1].append((round(x), round(y, 1)))
    return [tuple(run) for run in runs]
