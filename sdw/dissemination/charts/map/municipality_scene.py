"""The gemeenten of one region on a small map: classes, patterns and a legend as on the map of the regions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Fact, Group, Mark, Path, Scene, Text
from sdw.dissemination.charts.map import legend_scene
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.drawing import Row, css_class
from sdw.dissemination.charts.map.legend import items
from sdw.reference.areas.municipal_shapes import Shape
from sdw.text import dutch

#: As wide as the drawing is where there is room; how high the map is at most; the room of the legend beside it.
WIDTH, _HIGHEST, _LEGEND = 560.0, 360.0, 225.0
_NAME, _MARGIN, _ROW = 12.5, 6.0, 23.0


def scene(
    rows: Sequence[Row],
    shapes: Sequence[Shape],
    classes: Classes,
    legend: str,
    words: Words,
    width: float = WIDTH,
) -> Scene:
    """Each gemeente with its class or the pattern of its status; the legend at the left, or below a narrow map.

    A gemeente without a shape (of a later year) is in the figures of the drawing, and nowhere on the map.
    """
    beside = width >= WIDTH
    left = _LEGEND if beside else 0.0
    lines = items(classes, [row.status for row in rows])
    place = _place(shapes, left, width)
    legend_height = _ROW * (len(lines) + 3)
    height = max(place.height, legend_height) if beside else place.height + legend_height
    by_code = {row.code: row for row in rows}
    drawn = Group(tuple(_shapes(shapes, by_code, classes)), x=place.x, y=place.y, scale=place.scale)
    marks = [drawn, *_names(shapes, by_code, classes, place)]
    marks += legend_scene.marks(legend, lines, 0, height, counted="page.regio.municipalities")
    facts = tuple(
        Fact(row.name, row.brief if row.status.has_value else dutch.say(f"status.{row.status}"), row.status)
        for row in rows
    )
    return Scene(width, height + 6, words.title, words.finding, tuple(marks), facts, words.subtitle)


class _Place(NamedTuple):
    """Where the corner of all shapes stands, how large they are drawn, and the height that they take."""

    x: float
    y: float
    scale: float
    height: float


def _place(shapes: Sequence[Shape], left: float, right: float) -> _Place:
    """How large, and where, so that all shapes just fit between two edges."""
    boxes = [shape.box for shape in shapes] or [(0, 0, 1, 1)]
    west, north = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, south = max(box[2] for box in boxes), max(box[3] for box in boxes)
    wide = right - left - 2 * _MARGIN
    scale = min(wide / (east - west), (_HIGHEST - 2 * _MARGIN) / (south - north))
    return _Place(
        left + _MARGIN + (wide - (east - west) * scale) / 2 - west * scale,
        _MARGIN - north * scale,
        scale,
        (south - north) * scale + 2 * _MARGIN,
    )


def _shapes(shapes: Sequence[Shape], rows: dict[str, Row], classes: Classes) -> Iterator[Mark]:
    for shape in shapes:
        row = rows[shape.code]
        yield Path(
            shape.path,
            ink=css_class(row, classes) or "ground",
            edge="gap",
            edge_width=0.75,
            pattern=row.status,
            tip=row.accessible,
            key=row.code,
        )
    for shape in shapes:
        yield Path(shape.path, ink="none", edge="coast", edge_width=0.75)


def _names(shapes: Sequence[Shape], rows: dict[str, Row], classes: Classes, place: _Place) -> Iterator[Mark]:
    """Names where they fit within their gemeente."""
    for shape in shapes:
        row, (at_x, at_y, room) = rows[shape.code], shape.label
        if lettering.width(row.name, _NAME) > room * place.scale:
            continue
        css = css_class(row, classes)
        ink, halo = (f"on_{css}", "none") if css else ("text", "hatch_ground")
        yield Text(
            place.x + at_x * place.scale,
            place.y + at_y * place.scale + _NAME * 0.35,
            row.name,
            _NAME,
            ink,
            "middle",
            halo=halo,
        )
