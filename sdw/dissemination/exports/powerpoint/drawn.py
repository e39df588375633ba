"""A scene as shapes: each region, line and word one of PowerPoint's own, together in a group with words.

A mark with a key (a region) is named by it and tells its tip; all others say nothing by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.scene import Circle, Group, Line, Mark, Path, Rect, Scene, Text
from sdw.dissemination.exports.powerpoint import freeform, shapes
from sdw.dissemination.exports.powerpoint.freeform import Contour, Point
from sdw.dissemination.exports.powerpoint.shapes import EMU, Numbers, Words
from sdw.reference.status import Status
from sdw.text.dutch import say

#: The upper edge of letters above their baseline, and the height of a line, for their size.
_ASCENT, _LINE = 0.905, 1.17
_ANCHORS: dict[str, tuple[shapes.Align, float]] = {"start": ("l", 0.0), "middle": ("ctr", 0.5), "end": ("r", 1.0)}
#: Statuses whose outline is dashed, and its ink.
_OUTLINED = {Status.PROVISIONAL: "text", Status.NOT_APPLICABLE: "quiet"}
#: A quarter turn to the left.
_UPRIGHT = -90 * 60_000


@dataclass(frozen=True, slots=True)
class Pen:
    """Where marks are put: `x`, `y` and `scale` in EMU for a unit of the scene; widths and letters follow `pixel`,
    the pixels of a unit of the whole scene.
    """

    numbers: Numbers
    x: float
    y: float
    scale: float
    pixel: float

    def at(self, x: float, y: float) -> Point:
        """A place in the scene, in EMU."""
        return self.x + x * self.scale, self.y + y * self.scale

    def inside(self, group: Group) -> Pen:
        """The same for what is in a group."""
        x, y = self.at(group.x, group.y)
        return Pen(self.numbers, x, y, self.scale * group.scale, self.pixel)


def group(scene: Scene, numbers: Numbers, box: shapes.Box, name: str, told: str) -> str:
    """The scene in a box of pixels, as large as it can be."""
    x, y, width, height = box
    pixel = min(width / scene.width, height / scene.height)
    head = shapes.named(numbers.next(), name, told)
    pen = Pen(numbers, x * EMU, y * EMU, pixel * EMU, pixel)
    inner = "".join(_all(scene.marks, pen))
    place = (x * EMU, y * EMU, scene.width * pixel * EMU, scene.height * pixel * EMU)
    outer = shapes.placed(place).removesuffix("</a:xfrm>")
    left, top, wide, high = map(round, place)
    children = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{wide}" cy="{high}"/></a:xfrm>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{outer}{children}</p:grpSpPr>{inner}</p:grpSp>"
    )


def _all(marks: Iterable[Mark], pen: Pen) -> Iterator[str]:
    for mark in marks:
        yield written(mark, pen)


@singledispatch
def written(mark: object, pen: Pen) -> str:
    """One mark. TypeError for one that this writer does not know."""
    raise TypeError(type(mark).__name__)


@written.register
def _(mark: Group, pen: Pen) -> str:
    if mark.window is not None:
        raise ValueError("a part of a drawing cannot be cut out here")
    return "".join(_all(mark.marks, pen.inside(mark)))


@written.register
def _(mark: Path, pen: Pen) -> str:
    form = freeform.of(freeform.contours(mark.data), pen.at)
    return shapes.freeform(_head(mark, pen, "powerpoint.form"), form, _look(mark, pen))


@written.register
def _(mark: Line, pen: Pen) -> str:
    form = freeform.of([Contour(mark.points, is_closed=False)], pen.at)
    look = "<a:noFill/>" + shapes.line(mark.ink, mark.width * pen.pixel, mark.stroke)
    return shapes.freeform(_head(mark, pen, "powerpoint.line"), form, look)


@written.register
def _(mark: Rect, pen: Pen) -> str:
    box = (*pen.at(mark.x, mark.y), mark.width * pen.scale, mark.height * pen.scale)
    return shapes.preset(_head(mark, pen, "powerpoint.form"), "rect", box, _look(mark, pen))


@written.register
def _(mark: Circle, pen: Pen) -> str:
    side = 2 * mark.radius * pen.scale
    box = (*pen.at(mark.x - mark.radius, mark.y - mark.radius), side, side)
    return shapes.preset(_head(mark, pen, "powerpoint.form"), "ellipse", box, _look(mark, pen))


@written.register
def _(mark: Text, pen: Pen) -> str:
    size = mark.size * pen.pixel
    align, part = _ANCHORS[mark.anchor]
    width = lettering.width(mark.words, size, bold=mark.bold) * EMU
    x, y = pen.at(mark.x, mark.y)
    box = (x - width * part, y - _ASCENT * size * EMU, width, _LINE * size * EMU)
    turned = 0
    if mark.upright:
        turned = _UPRIGHT
        box = (x - width / 2 - 0.3 * size * EMU, y - _LINE * size * EMU / 2, width, _LINE * size * EMU)
    words = Words(mark.words, size, mark.ink, mark.bold, align, strength=mark.strength)
    head = shapes.named(pen.numbers.next(), say("powerpoint.words"), has_words=True)
    return shapes.text_box(head, box, [words], wraps=False, turned=turned)


def _head(mark: Path | Line | Rect | Circle, pen: Pen, key: str) -> str:
    """Its name and what it tells: a region by its code and name."""
    if not mark.key:
        return shapes.named(pen.numbers.next(), say(key))
    told = mark.tip or mark.key
    name = f"{mark.key} {told.split(':')[0]}"
    return shapes.named(pen.numbers.next(), name, told)


def _look(mark: Path | Rect | Circle, pen: Pen) -> str:
    filled = "<a:noFill/>"
    if mark.ink != "none":
        filled = shapes.patterned(mark.pattern, mark.ink, mark.strength, grain=mark.grain)
    if mark.pattern in _OUTLINED:
        return filled + shapes.line(_OUTLINED[mark.pattern], pen.pixel, "dashed")
    return filled + shapes.line(mark.edge, mark.edge_width * pen.pixel, mark.edge_stroke)
