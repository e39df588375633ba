"""Points and intervals on one axis as a scene: the same rows as `dots.html` writes."""

from __future__ import annotations

from sdw.dissemination.charts.core import dots, lettering
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Plot, Words
from sdw.dissemination.charts.core.scene import Circle, Fact, Ink, Line, Mark, Path, Rect, Scene, Text

_TALL, _NAME, _EDGE = 46.0, 190.0, 14.0
_LINES = {"line": ("solid", 2.0), "dotted": ("dotted", 1.5), "tie": ("solid", 1.5)}


def scene(drawing: dots.Drawing, words: Words, width: float = 640) -> Scene:
    """Names above or before their marks, as the drawing asks. ValueError without rows."""
    if not drawing.rows:
        raise ValueError("no rows to draw")
    beside, more = "beside" in drawing.css, "more" in drawing.css
    names = [lettering.wrapped(row.name, SMALL, _NAME - 12) if beside else [row.name] for row in drawing.rows]
    top = LEADING + 8 if drawing.line[1] else 4.0
    room = width - 2 * _EDGE
    heights = [
        max(26.0, LEADING * len(lines) + 6) if beside else _TALL + LEADING * (not _fits(row, room))
        for row, lines in zip(drawing.rows, names, strict=True)
    ]
    bottom = top + sum(heights)
    plot = Plot(
        _NAME if beside else _EDGE,
        top,
        width - (52 if more else _EDGE),
        bottom,
        drawing.axis,
        dots.Axis(0, 1),
    )
    marks: list[Mark] = plot.lying(_apart(drawing, plot), drawing.name, rules=True)
    marks += _upright(drawing, plot)
    y = top
    for row, lines, height in zip(drawing.rows, names, heights, strict=True):
        marks += _beside(row, lines, plot, y, height, width) if beside else _above(row, plot, y)
        y += height
    facts = tuple(Fact(row.name, row.shown or row.figure, row.status) for row in drawing.rows)
    tall = bottom + LEADING * (2.3 if drawing.name else 1) + 8
    return Scene(width, tall, words.title, words.finding, tuple(marks), facts, words.subtitle, words.message)


def _apart(drawing: dots.Drawing, plot: Plot) -> list[tuple[float, str]]:
    """The ticks whose texts do not touch that of the tick before."""
    kept: list[tuple[float, str]] = []
    for value, text in drawing.ticks:
        if not kept or plot.across(value) - plot.across(kept[-1][0]) > lettering.width(text, SMALL) + 8:
            kept.append((value, text))
    return kept


def _upright(drawing: dots.Drawing, plot: Plot) -> list[Mark]:
    value, words = drawing.line
    marks: list[Mark] = [plot.rule(value, "accent" if words else "quiet")]
    if words:
        half = lettering.width(words, SMALL, bold=True) / 2
        x = min(max(plot.across(value), plot.left + half), plot.right - half)
        marks.append(Text(x, plot.top - 7, words, SMALL, "accent", "middle", bold=True))
    return marks


def _beside(row: dots.Row, lines: list[str], plot: Plot, y: float, height: float, width: float) -> list[Mark]:
    middle, mine = y + height / 2, row.css == "me"
    first = middle - LEADING * (len(lines) - 1) / 2 + SMALL * 0.35
    marks: list[Mark] = [
        Text(plot.left - 12, first + LEADING * i, line, SMALL, "text", "end", bold=mine)
        for i, line in enumerate(lines)
    ]
    marks += _marks(row, plot, middle)
    if row.figure:
        marks.append(Text(width - 4, middle + SMALL * 0.35, row.figure, SMALL, "text", "end", bold=mine))
    return marks


def _fits(row: dots.Row, room: float) -> bool:
    """True when name and figure fit on one line."""
    return lettering.width(row.name, SMALL) + lettering.width(row.figure, SMALL) + 12 <= room


def _above(row: dots.Row, plot: Plot, y: float) -> list[Mark]:
    base = y + SMALL + 2
    name = Text(plot.left, base, row.name, SMALL, halo="ground")
    if _fits(row, plot.right - plot.left):
        figure = Text(plot.right, base, row.figure, SMALL, "quiet", "end", halo="ground")
        return [name, figure, *_marks(row, plot, y + 30)]
    figure = Text(plot.left, base + LEADING, row.figure, SMALL, "quiet", halo="ground")
    return [name, figure, *_marks(row, plot, y + 30 + LEADING)]


def _marks(row: dots.Row, plot: Plot, y: float) -> list[Mark]:
    ink = "accent" if row.css == "own" else "primary"
    quiet = "quiet" if row.css == "pair" or (row.figure and row.spoken) else ink
    return [_mark(mark, plot, y, ink, quiet, row) for mark in row.marks]


def _mark(mark: dots.Mark, plot: Plot, y: float, ink: Ink, quiet: Ink, row: dots.Row) -> Mark:
    x, tip = plot.across(mark.value), row.spoken or f"{row.name}: {row.figure}"
    if mark.shape in _LINES:
        stroke, thick = _LINES[mark.shape]
        line_ink = "others" if mark.shape == "tie" else ink
        return Line(((x, y), (plot.across(mark.to), y)), line_ink, thick, stroke)  # type: ignore[arg-type]
    if mark.shape == "square":
        return Rect(x - 6, y - 6, 12, 12, ink=ink, tip=tip)
    if mark.shape in ("diamond", "diamond-open"):
        within = ink if mark.shape == "diamond" else "ground"
        data = f"M{x - 8:.2f} {y:.2f}l8 -8l8 8l-8 8z"
        return Path(data, ink=within, edge=ink, edge_width=2, tip=tip)
    if mark.shape == "open":
        return Circle(x, y, 5.5, ink="ground", edge=quiet, edge_width=2, tip=tip)
    return Circle(x, y, 6.5, ink=ink, tip=tip)
