"""A scene: a drawing as data, made by a pure function from figures; a writer turns it into SVG, shapes or words.

All lengths are in units of the scene, one unit a CSS pixel at drawn size; y runs downwards. A mark names
its colour by what it means (`ink`, a name of `core.palette`), never by value, so that one scene serves
light, dark and paper. A `pattern` is the status that the mark stands for: writers draw the six apart
without colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdw.reference.status import Status

#: `s0`…`s4` and `d0`…`d6` are classes of the ramps, `on_s0`… the ink that reads on them; `none` is nothing.
Ink: TypeAlias = str
#: How a line is drawn: two lines beside each other differ in this or in thickness, never in colour alone.
Stroke: TypeAlias = Literal["solid", "dashed", "dotted"]
Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """What every mark may carry: words when pointed at, what it stands for (region, period), where it leads."""

    tip: str = ""
    key: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Area(_Mark):
    """A filled form: `ink` within (as strong as `strength`, 0 to 1), `edge` around it."""

    ink: Ink = "primary"
    strength: float = 1.0
    edge: Ink = "none"
    edge_width: float = 1.0
    edge_stroke: Stroke = "solid"
    pattern: Status = Status.VALUE
    grain: bool = False  #: fine lines over the ink: of two inks that are the same in grey, one has them


@dataclass(frozen=True, slots=True)
class Rect(_Area):
    """A rectangle from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle(_Area):
    """A circle around a centre. An open one has the ink `ground` and an edge."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Path(_Area):
    """A form of any outline: the data of an SVG path with absolute or relative commands."""

    data: str


@dataclass(frozen=True, slots=True)
class Line(_Mark):
    """A line through two or more points."""

    points: tuple[tuple[float, float], ...]
    ink: Ink = "primary"
    width: float = 1.0
    stroke: Stroke = "solid"


@dataclass(frozen=True, slots=True)
class Text(_Mark):
    """One line of words; `y` is its baseline. `halo`: an outline of that ink keeps it readable on a pattern."""

    x: float
    y: float
    words: str
    size: float = 14.0
    ink: Ink = "text"
    anchor: Anchor = "start"
    bold: bool = False
    upright: bool = False  #: turned a quarter to the left, as beside an upright axis
    halo: Ink = "none"
    strength: float = 1.0  #: of the ink, 0 to 1


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a group that shows, in units of the group."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Group(_Mark):
    """Marks moved by (`x`, `y`) and made `scale` times as large; widths of lines and sizes of letters are not.

    With a `window` only what lies in it shows, its corner at (`x`, `y`).
    """

    marks: tuple[Mark, ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    window: Window | None = None


Mark: TypeAlias = Rect | Circle | Path | Line | Text | Group


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that the drawing shows: what it is of, as it is written ('97*', 'afgeschermd'), its status."""

    label: str
    value: str
    status: Status = Status.VALUE


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole drawing.

    `title` is what it shows; `description` says in one sentence what there is to see in it, for who cannot. `facts`
    are the figures that it shows, in the order of its rows, so that drawing, table and edition can be compared.
    """

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...]
    facts: tuple[Fact, ...] = ()
    subtitle: str = ""  #: what, unit, period; with "voorbeeld" where anything is invented
    message: str = ""  #: the sentence that it says, where the title does not: see `headline`

    def __post_init__(self) -> None:
        if not self.title or not self.description:
            raise ValueError("a scene has a title and a description")

    @property
    def headline(self) -> str:
        """What the drawing says in one sentence, for above it where it stands alone."""
        return self.message or self.title


def walk(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    """Every mark from back to front, a group before what is in it."""
    for mark in marks:
        yield mark
        if isinstance(mark, Group):
            yield from walk(mark.marks)
