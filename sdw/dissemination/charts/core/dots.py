"""Points and intervals on one axis, a row each, as HTML: a list that is its own twin in words.

Places on the axis are parts of its width, so the drawing is as wide as the page gives it; colours are those
of `style.css`, so it is the same in light and dark. Every text is escaped here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal, TypeAlias

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


def html(drawing: Drawing) -> str:
    """As HTML; '' without rows."""
    if not drawing.rows:
        return ""
    upright, words = drawing.line
    place = drawing.axis.place
    marks = "".join(f"<i style=--x:{place(value):.4g}>{escape(text)}</i>" for value, text in drawing.ticks)
    return (
        f'<div class="sdw-dots {drawing.css}"><div class=axis aria-hidden=true>{marks}'
        f"<b style=--x:{place(upright):.4g}>{escape(words)}</b></div>"
        f"<ol>{''.join(_row(row, drawing.axis) for row in drawing.rows)}</ol></div>"
    ) + (axis_name(drawing.name) if drawing.name else "")


def axis_name(text: str) -> str:
    """What the axis counts, under it."""
    return f"<p class=sdw-axis>{escape(text)}</p>"


def ticks(axis: Axis, text: Callable[[float], str], fewer_than: int = 7) -> list[tuple[float, str]]:
    """Round values at equal steps on an axis, and their texts."""
    step = round_step(axis.high - axis.low, fewer_than, smallest=0.01)
    first = -int(-axis.low // step)  # rounded up
    return [(place * step, text(place * step)) for place in range(first, int(axis.high // step) + 1)]


def round_step(length: float, fewer_than: int, smallest: float = 1) -> float:
    """The smallest of 1, 2, 5, 10, 20 … (times `smallest`) that goes fewer than so many times into a length."""
    steps = (by * 10.0**power * smallest for power in range(11) for by in (1, 2, 5))
    return next(step for step in steps if length / step < fewer_than)


def _row(row: Row, axis: Axis) -> str:
    css = f' class="{row.css}"' if row.css else ""
    spoken = f' title="{escape(row.spoken)}"' if row.spoken else ""
    figure = f"<small>{escape(row.figure)}</small>" if row.figure else ""
    marks = "".join(_mark(mark, axis) for mark in row.marks)
    return f"<li{css}{spoken}><span>{escape(row.name)}</span>{figure}<div>{marks}</div>"


def _mark(mark: Mark, axis: Axis) -> str:
    at = axis.place(mark.value)
    if mark.shape not in _LINES:
        return f"<b class={mark.shape} style=--x:{at:.4g}></b>"
    tag, to = _LINES[mark.shape], axis.place(mark.to)
    return f"<{tag} style=--x:{min(at, to):.4g};--w:{abs(to - at):.4g}></{tag}>"
