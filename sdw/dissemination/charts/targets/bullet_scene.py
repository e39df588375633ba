"""Bullet rows as a scene: a row per region or year with two bars, the target line, and both counts."""

from __future__ import annotations

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Plot, Words
from sdw.dissemination.charts.core.scene import Fact, Line, Mark, Rect, Scene, Text
from sdw.dissemination.charts.targets.bullet import Bullets, Row
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference.status import Status
from sdw.text.dutch import number, say

_ROW, _HEAD, _BAR, _COLUMN = 24.0, 58.0, 6.0, 92.0
#: A column of numbers where there are four.
_PACED = 52.0
_INKS = ("primary", "second")
#: A pattern instead of a bar is so wide: enough to tell the four apart.
_PATCH = (22.0, 9.0)


def scene(bullets: Bullets, finding: str, width: float = 760) -> Scene:
    """The whole table as a picture; a missing bar is a patch with the pattern of its status."""
    words = Words(bullets.title, finding, bullets.subtitle)
    before = min(lettering.widest([row.name for row in bullets.rows], SMALL) + 14, width * 0.36)
    columns = _columns(bullets)
    bottom = _HEAD + _ROW * len(bullets.rows)
    axis = Axis(0, bullets.longest)
    plot = Plot(before, _HEAD, width - sum(columns) - 10, bottom, axis, Axis(0, 1))
    ends = [plot.right + 10 + sum(columns[: i + 1]) for i in range(len(columns))]
    marks = [*_heads(bullets, plot, ends)]
    for place, row in enumerate(bullets.rows):
        marks += _drawn(row, plot, ends, _HEAD + _ROW * place)
        if row.aim and not bullets.target:
            x, top = plot.across(row.aim), _HEAD + _ROW * place
            marks.append(Line(((x, top + 2), (x, top + _ROW - 2)), "accent", 2))
    if bullets.target:
        marks.append(Line((plot.at(bullets.target, 1), plot.at(bullets.target, 0)), "accent", 2))
    facts = tuple(
        Fact(f"{row.name}, {name}", words_of, figure.status)
        for row in bullets.rows
        for name, (words_of, figure) in zip(bullets.names, row.cells, strict=True)
    )
    return Scene(width, bottom + 4, words.title, words.finding, tuple(marks), facts, words.subtitle)


def _columns(bullets: Bullets) -> list[float]:
    """The width of each column of numbers, of what stands in it alone."""
    paced = bullets.bars[1] > 1
    widths = []
    for place, name in enumerate(bullets.names):
        alone = [
            words
            for row in bullets.rows
            for start, words, columns in _placed(row)
            if start == place and columns == 1
        ]
        least = _PACED if paced else _COLUMN
        swatch = 14 if paced and place in bullets.bars else 0
        widths.append(max(least, lettering.widest([*alone, *name.split()], SMALL) * 1.06 + 14 + swatch))
    return widths


def _placed(row: Row) -> list[tuple[int, str, int]]:
    """In which column each text of a row begins, and over how many it stands."""
    found, start = [], 0
    for words, _, columns in row.spans:
        found.append((start, words, columns))
        start += columns
    return found


def _heads(bullets: Bullets, plot: Plot, ends: list[float]) -> list[Mark]:
    base = plot.top - 8
    marks: list[Mark] = [Text(0, base, bullets.first, SMALL, bold=True)]
    for place, (name, end) in enumerate(zip(bullets.names, ends, strict=True)):
        lines = lettering.wrapped(name, SMALL * 1.06, end - ([plot.right, *ends])[place] - 10)
        top = base - LEADING * (len(lines) - 1)
        marks += [
            Text(end, top + LEADING * i, line, SMALL, anchor="end", bold=True) for i, line in enumerate(lines)
        ]
        if place in bullets.bars:
            left = end - lettering.widest(lines, SMALL) * 1.06 - 14
            ink = _INKS[bullets.bars.index(place)]
            marks.append(Rect(left, base - 10, 10, 10, ink=ink, edge="text", edge_width=0.75))
    for mark in bullets.marks:
        x = plot.across(mark)
        marks += [Line(((x, plot.top), (x, plot.bottom)), "line"), _tick(x, base, number(mark))]
    if bullets.target:
        words = say("chart.target", target=number(bullets.target))
        x = plot.across(bullets.target)
        marks.append(Text(x, base - LEADING, words, SMALL, "accent", "middle", bold=True))
    return marks


def _tick(x: float, base: float, text: str) -> Text:
    return Text(x, base, text, SMALL, "quiet", "middle")


def _drawn(row: Row, plot: Plot, ends: list[float], y: float) -> list[Mark]:
    middle = y + _ROW / 2
    base = middle + SMALL * 0.35
    ground = [Rect(0, y, ends[-1], _ROW, ink="card")] if row.marked else []
    name = Text(0, base, row.name, SMALL, bold=row.marked)
    marks: list[Mark] = [*ground, name]
    marks.append(Line(((plot.left, y + _ROW - 0.5), (ends[-1], y + _ROW - 0.5)), "line", 0.5))
    for place, (figure, ink) in enumerate(zip((row.started, row.durable), _INKS, strict=True)):
        height = _BAR if figure.value is not None else _PATCH[1]
        marks.append(_bar(row, figure, ink, plot, middle + 0.5 if place else middle - 0.5 - height))
    for place, (expected, _) in enumerate(row.paces):
        marks += _expected(expected, plot, middle + (0.5 + _BAR / 2) * (1 if place else -1))
    for (start, words, columns), (_, figure, _) in zip(_placed(row), row.spans, strict=True):
        ink = "text" if figure.value is not None else "quiet"
        marks.append(Text(ends[start + columns - 1], base, words, SMALL, ink, "end", bold=row.marked))
    return marks


def _expected(figure: Figure, plot: Plot, y: float) -> list[Mark]:
    """A thin line from end to end of the interval, and a stroke where the year is expected to end."""
    if figure.value is None or figure.low is None or figure.high is None:
        return []
    low, at, high = (plot.across(end) for end in (figure.low, figure.value, figure.high))
    return [Line(((low, y), (high, y)), "text", 1.25), Line(((at, y - 4), (at, y + 4)), "text", 2)]


def _bar(row: Row, figure: Figure, ink: str, plot: Plot, top: float) -> Rect:
    tip, key = f"{row.name}: {wording.spoken(figure)}", f"{figure.region}/{figure.period}"
    if figure.value is None:
        edge = "none" if figure.status is Status.NOT_APPLICABLE else "quiet"
        return Rect(plot.left, top, *_PATCH, pattern=figure.status, edge=edge, edge_width=0.5, tip=tip, key=key)
    length = plot.across(figure.value) - plot.left
    edge = "text" if ink == "second" else "none"
    return Rect(
        plot.left, top, length, _BAR, ink=ink, edge=edge, edge_width=0.5, pattern=figure.status, tip=tip, key=key
    )
