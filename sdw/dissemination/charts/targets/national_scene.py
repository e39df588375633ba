"""The nation against both targets as a scene: a bar each, its target, what is missing, and a year earlier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Plot, Words
from sdw.dissemination.charts.core.scene import Fact, Line, Mark, Rect, Scene, Text
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.text.dutch import number, say

_ROW, _BAR, _TOP = 66.0, 18.0, 22.0
#: The part of the width that stays free at the right of the longest.
_FREE = 1.04


@dataclass(frozen=True, slots=True)
class Row:
    """One national count. `target`: what it is called and how high it is, None for a period that has none.
    `before`: the same regions a year earlier, None where these are not the regions of the count.
    """

    name: str
    figure: Figure
    target: tuple[str, int] | None = None
    before: Figure | None = None

    @property
    def is_bounded(self) -> bool:
        """True where a line tells how high it could be at most."""
        figure = self.figure
        return figure.value is not None and figure.bound_high is not None and figure.bound_high > figure.value

    @property
    def ends(self) -> list[float]:
        """Every value that is drawn."""
        shown = (self.figure.value, self.figure.bound_high, self.before and self.before.value)
        return [one for one in (*shown, self.target and self.target[1]) if one]


def scene(rows: Sequence[Row], words: Words, width: float = 680) -> Scene:
    """The rows under one another, on one axis from zero."""
    longest = max((end for row in rows for end in row.ends), default=1.0) * _FREE
    marks: list[Mark] = []
    above = LEADING * (max((len(_heads(row, width)) for row in rows), default=1) - 1)
    for place, row in enumerate(rows):
        top = _TOP + above + (_ROW + above) * place
        marks += _drawn(row, Plot(0, top, width, top + _BAR, Axis(0, longest), Axis(0, 1)))
    facts = [Fact(row.name, wording.shown(row.figure), row.figure.status) for row in rows]
    facts += [Fact(_before(row.before), wording.shown(row.before), row.before.status) for row in rows if row.before]
    height = _TOP + (_ROW + above) * len(rows) - 20
    return Scene(width, height, words.title, words.finding, tuple(marks), tuple(facts), words.subtitle)


def _drawn(row: Row, plot: Plot) -> list[Mark]:
    figure, base = row.figure, plot.top - 7
    marks: list[Mark] = [Rect(plot.left, plot.top, plot.right - plot.left, _BAR, ink="card")]
    heads = _heads(row, plot.right - plot.left)
    first = base - LEADING * (len(heads) - 1)
    marks += [Text(plot.left, first + LEADING * i, line, SMALL, bold=True) for i, line in enumerate(heads) if line]
    if figure.value is None:
        marks.append(Rect(plot.left, plot.top, 28, _BAR, pattern=figure.status, edge="quiet", edge_width=0.5))
    else:
        end = plot.across(figure.value)
        tip = f"{row.name}: {wording.spoken(figure)}"
        key = f"{figure.region}/{figure.period}/{figure.indicator}"
        marks.append(Rect(plot.left, plot.top, end - plot.left, _BAR, pattern=figure.status, tip=tip, key=key))
        if row.is_bounded and figure.bound_high is not None:
            middle = (plot.top + plot.bottom) / 2
            marks.append(Line(((end, middle), (plot.across(figure.bound_high), middle)), "primary", 2))
    if row.before is not None and row.before.value is not None:
        x = plot.across(row.before.value)
        upright = ((x, plot.top - 3), (x, plot.bottom + 3))
        marks += [Line(upright, "ground", 5), Line(upright, "text", 1.5, "dashed")]
        marks.append(_at(x, plot.bottom + 16, f"{_before(row.before)}: {wording.shown(row.before)}", plot, "quiet"))
    if row.target is not None:
        x = plot.across(row.target[1])
        marks.append(Line(((x, plot.top - 4), (x, plot.bottom + 4)), "accent", 2.5))
        marks.append(Text(plot.right, base, _aim(row.target), SMALL, "accent", "end", bold=True))
    return marks


def _heads(row: Row, room: float) -> list[str]:
    """The lines above a bar: name and count, and an empty one where its target does not fit beside the last."""
    said = say("chart.nation.row", name=row.name + wording.example([row.figure]), value=wording.shown(row.figure))
    lines = lettering.wrapped(said, SMALL * 1.06, room)
    beside = lettering.width(_aim(row.target), SMALL, bold=True) + 12 if row.target else 0
    return [*lines, ""] if lettering.width(lines[-1], SMALL, bold=True) + beside > room else lines


def _aim(target: tuple[str, int]) -> str:
    """'ambitie 3.500'."""
    return f"{target[0]} {number(target[1])}"


def _at(x: float, y: float, words: str, plot: Plot, ink: str) -> Text:
    """Words centred on a place, and inside the drawing."""
    half = lettering.width(words, SMALL) / 2
    return Text(min(max(x, plot.left + half), plot.right - half), y, words, SMALL, ink, "middle")


def _before(figure: Figure) -> str:
    """Of a sum over equal regions the period is that of the later year: its name says which year it is of."""
    return say("chart.nation.before")
