"""Points and intervals on one axis, a row each, as HTML: a list that is its own twin in words.

Places on the axis are parts of its width, so the drawing is as wide as the page gives it; colours are those
of `style.css`, so it is the same in light and dark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from markupsafe import Markup

from sdw.reference.status import Status

#: A full or an open circle, a square, a full or an open diamond, a whole or a dotted line.
Shape: TypeAlias = Literal["full", "open", "square", "diamond", "diamond-open", "line", "dotted", "tie"]
_LINES = {"line": "u", "dotted": "s", "tie": "i"}


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, in the unit of the figures; `scale` makes a value a length (a logarithm, say)."""

    low: float
    high: float
    scale: Callable[[float], float] = float

    def place(self, value: float) -> float:
        """Where a value stands: 0 at the left end, 100 at the right."""
        low, high = self.scale(self.low), self.scale(self.high)
        return 100 * (self.scale(value) - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Mark:
    """One point, or a line from `value` to `to`."""

    shape: Shape
    value: float
    to: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is called, its marks from back to front, and words: in place (`figure`) and when pointed at.

    `css` is a class of `style.css`. `shown`: its value as the table writes it, where `figure` says something else.
    """

    name: str
    marks: Sequence[Mark]
    figure: str = ""
    spoken: str = ""
    css: str = ""
    shown: str = ""
    status: Status = Status.VALUE


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rows from top to bottom, ticks (value, text), one upright line with its words ('' for none), the axis' name.

    `css`: 'above' puts names above their marks, 'beside' before them; 'more': figures stand at the right.
    """

    rows: Sequence[Row]
    axis: Axis
    ticks: Sequence[tuple[float, str]]
    line: tuple[float, str]
    css: str
    name: str = ""


def html(drawing: Drawing) -> Markup:
    """As HTML; '' without rows."""
    if not drawing.rows:
        return Markup()
    upright, words = drawing.line
    place = drawing.axis.place
    tick = Markup("<i style=--x:{:.4g}>{}</i>")
    form = Markup(
        '<div class="sdw-dots {}"><div class=axis aria-hidden=true>{}<b style=--x:{:.4g}>{}</b></div>'
        "<ol>{}</ol></div>"
    )
    drawn = form.format(
        drawing.css,
        Markup().join(tick.format(place(value), text) for value, text in drawing.ticks),
        *(place(upright), words),
        Markup().join(_row(row, drawing.axis) for row in drawing.rows),
    )
    return drawn + (axis_name(drawing.name) if drawing.name else Markup())


def axis_name(text: str) -> Markup:
    """What the axis counts, under it."""
    return Markup("<p class=sdw-axis>{}</p>").format(text)


def ticks(axis: Axis, text: Callable[[float], str], fewer_than: int = 7) -> list[tuple[float, str]]:
    """Round values at equal steps on an axis, and their texts."""
    step = round_step(axis.high - axis.low, fewer_than, smallest=0.01)
    first = -int(-axis.low // step)  # rounded up
    return [(place * step, text(place * step)) for place in range(first, int(axis.high // step) + 1)]


def round_step(length: float, fewer_than: int, smallest: float = 1) -> float:
    """The smallest of 1, 2, 5, 10, 20 … (times `smallest`) that goes fewer than so many times into a length."""
    steps = (by * 10.0**power * smallest for power in range(11) for by in (1, 2, 5))
    return next(step for step in steps if length / step < fewer_than)


def _row(row: Row, axis: Axis) -> Markup:
    css = Markup(' class="{}"').format(row.css) if row.css else ""
    spoken = Markup(' title="{}"').format(row.spoken) if row.spoken else ""
    figure = Markup("<small>{}</small>").format(row.figure) if row.figure else ""
    marks = Markup().join(_mark(mark, axis) for mark in row.marks)
    return Markup("<li{}{}><span>{}</span>{}<div>{}</div>").format(css, spoken, row.name, figure, marks)


def _mark(mark: Mark, axis: Axis) -> Markup:
    at = axis.place(mark.value)
    if mark.shape not in _LINES:
        return Markup("<b class={} style=--x:{:.4g}></b>").format(mark.shape, at)
    tag, to = _LINES[mark.shape], axis.place(mark.to)
    return Markup("<{0} style=--x:{1:.4g};--w:{2:.4g}></{0}>").format(tag, min(at, to), abs(to - at))
