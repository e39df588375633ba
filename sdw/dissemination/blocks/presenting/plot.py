"""A drawing as rows of figures with axes, for a program that draws charts by itself: PowerPoint.

The same figures as the scene of the drawing has; a scene holds places, a plot holds values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.core.scene import Ink, Stroke
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure

#: `value` is what is shown, `limit` an end of its interval, `aim` what it is held against.
Role: TypeAlias = Literal["value", "limit", "aim"]
#: How a count is written, with a point between thousands in any language; a percentage, and a whole one.
COUNT = r"[>=1000]#\.##0;0"
PERCENT = '0.0"%"'
WHOLE = '0"%"'
Dot: TypeAlias = Literal["none", "full", "open", "square"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one for each category: None where there is none, or none is published.

    `name` is what it is called, with its newest value in it where a drawing has that beside its line.
    """

    name: str
    values: tuple[float | None, ...]
    role: Role = "value"
    ink: Ink = "primary"
    width: float = 1.5
    stroke: Stroke = "solid"
    dot: Dot = "none"


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars from zero, or lines, over categories in order.

    `across` and `up` say what the axes count ('' where the words around it do). `low` and `high` are the ends of
    the axis of values, `step` is from one rule to the next (0: as the program does). `form` is how a value is
    written, `ticks` how those at the axis are ('' for the same). `joins`: a line goes on over a category of which
    it has no value, because none can be there; otherwise it breaks. `gaps`: what has no value, with its status in
    words. `table`: the same as it is written.
    """

    kind: Literal["bars", "lines"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    table: Table
    across: str = ""
    up: str = ""
    low: float | None = 0.0
    high: float | None = None
    step: float = 0.0
    form: str = "0"
    ticks: str = ""
    joins: bool = False
    gaps: Sequence[str] = ()


def valued(figure: Figure | None) -> str:
    """A cell of its table, with its interval: '20,1% (19,8 – 20,5)'; '' for what is not there."""
    if figure is None:
        return ""
    interval = wording.interval(figure)
    return wording.shown(figure) + (f" ({interval})" if interval and figure.value is not None else "")
