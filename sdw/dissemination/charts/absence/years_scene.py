"""Figures of a survey by year with their 95% intervals as a scene; no line crosses a break in the series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdw.dissemination.charts.core import dots, lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import SMALL, Label, Plot, Words, apart
from sdw.dissemination.charts.core.scene import Circle, Fact, Line, Mark, Rect, Scene, Text
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.text.dutch import number, say

#: As high as it is where it is not told, and what of that lies around the plot.
HEIGHT, _AROUND = 342.0, 52.0


@dataclass(frozen=True, slots=True)
class Series:
    """One series by year, its label behind the last point, and whether it is the emphasised one."""

    label: str
    figures: tuple[Figure, ...]
    emphasised: bool


def _after(width: float) -> float:
    """Room at the right for the names of the lines."""
    return min(150.0, width * 0.36)


def scene(
    lines: Sequence[Series], broken_from: int | None, words: Words, width: float = 560, height: float = HEIGHT
) -> Scene | None:
    """Lines of one source in percent from zero, with intervals as thin lines; the emphasised one thick with dots.

    No line crosses `broken_from`, the first year after a break: a dotted rule with a word stands there. None when
    no line has a value.
    """
    shown = [line for line in lines if any(figure.value is not None for figure in line.figures)]
    if not shown:
        return None
    top = max(figure.high or figure.value or 0 for line in shown for figure in line.figures) * 1.12
    years = sorted({int(figure.period) for line in shown for figure in line.figures})
    bottom, across = 24 + height - _AROUND, Axis(years[0] - 0.5, years[-1] + 0.5)
    plot = Plot(44, 24, width - _after(width), bottom, across, Axis(0, top))
    marks = plot.upright(dots.ticks(plot.y, lambda tick: f"{number(tick)}%", fewer_than=6))
    marks += plot.lying([(year, str(year)) for year in years[:: 1 + len(years) // 8]])
    if broken_from is not None and years[0] < broken_from <= years[-1]:
        at = plot.across(broken_from - 0.5)
        marks.append(Line(((at, plot.top), (at, plot.bottom)), "accent", 1, "dotted"))
        word = say("verzuim.chart.break")
        half = lettering.width(word, SMALL) / 2
        x = min(max(at, plot.left + half), plot.right - half)
        marks.append(Text(x, plot.top - 8, word, SMALL, "accent", "middle"))
    for place, line in enumerate(shown):
        marks += _drawn(line, broken_from, plot, (place - (len(shown) - 1) / 2) * 5)
    marks += apart([_label(line, plot, _after(width) - 16) for line in shown], plot.top, plot.bottom)
    facts = tuple(
        Fact(f"{line.label}, {figure.period}", wording.shown(figure), figure.status)
        for line in shown
        for figure in line.figures
    )
    return Scene(
        width, plot.bottom + 28, words.title, words.finding, tuple(marks), facts, words.subtitle, words.message
    )


def _drawn(line: Series, broken_from: int | None, plot: Plot, shift: float) -> list[Mark]:
    ink = "primary" if line.emphasised else "quiet"
    marks: list[Mark] = []
    run: list[tuple[float, float]] = []
    runs = [run]
    for figure in line.figures:
        if int(figure.period) == broken_from or figure.value is None:
            run = []
            runs.append(run)
        if figure.value is None:
            continue
        x, y = plot.at(int(figure.period), figure.value)
        run.append((x + shift, y))
        if figure.low is not None and figure.high is not None:
            marks.append(Line(((x + shift, plot.up(figure.low)), (x + shift, plot.up(figure.high))), ink, 1.25))
        marks.append(_point(line, figure, x + shift, y, ink))
    lines = (Line(tuple(run), ink, 3 if line.emphasised else 1.5) for run in runs if len(run) > 1)
    return [*lines, *marks]


def _point(line: Series, figure: Figure, x: float, y: float, ink: str) -> Mark:
    interval = wording.interval(figure)
    tip = f"{line.label}, {figure.period}: {wording.shown(figure)}" + (f" ({interval})" if interval else "")
    return Circle(x, y, 3.5, ink=ink, tip=tip) if line.emphasised else Rect(x - 3, y - 3, 6, 6, ink=ink, tip=tip)


def _label(line: Series, plot: Plot, room: float) -> Label:
    last = [figure for figure in line.figures if figure.value is not None][-1]
    name = lettering.wrapped(line.label, SMALL * 1.06, room)
    ink = "primary" if line.emphasised else "quiet"
    x, y = plot.at(int(last.period), last.value or 0)
    return Label(x + 14, y, (*name, wording.shown(last)), ink, bold=line.emphasised)
