"""The tile grid: thirty-five equal tiles, so that no region disappears by being small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdw.dissemination.charts.core import palette, svg
from sdw.dissemination.charts.core.geometry import TILE_HEIGHT, TILE_WIDTH, Geometry, Shape
from sdw.dissemination.charts.map import look
from sdw.dissemination.charts.map.look import Cell

#: Units per pixel at which tiles are usually seen.
PIXEL = 1.45


def overlay(
    geometry: Geometry, cells: Mapping[str, Cell], colours: palette.Colours, selected: str | None
) -> Iterator[str]:
    """What lies over the tiles: dashed outlines, names and numbers, the selection."""
    marks = (
        look.mark(cell, colours, PIXEL, "rect", **tile(geometry.regions[code])) for code, cell in cells.items()
    )
    texts = (_text(shape, cells.get(shape.code), colours) for shape in geometry.regions.values())
    yield svg.element("g", marks, class_="sdw-marks", fill="none")
    yield svg.element(
        "g", texts, class_="sdw-labels", aria_hidden="true", pointer_events="none", font_family=svg.FONT
    )
    yield from look.selection("rect", tile(geometry.regions[selected]) if selected else {}, colours, PIXEL)


def tile(shape: Shape) -> dict[str, svg.Attribute]:
    """The rectangle of a region, in units."""
    left, top = shape.tile
    return {"x": left, "y": top, "width": TILE_WIDTH, "height": TILE_HEIGHT, "rx": 5}


def _text(shape: Shape, cell: Cell | None, colours: palette.Colours) -> str:
    """Name above number; on a phone (frame only) one word stands for the name. A word for a status is small."""
    left, top = shape.tile
    middle = left + TILE_WIDTH / 2
    ink = look.ink(cell, colours) | {"text_anchor": "middle", "data_label": shape.code}
    brief = cell.brief if cell else ""
    size = 25 if cell is None or cell.status.has_value else 16
    return (
        svg.lines(shape.lines, middle, top + 26, 16, class_="sdw-long", **ink)
        + (svg.lines([shape.brief], middle, top + 24, 22, class_="sdw-brief", **ink) if cell is None else "")
        + svg.lines(
            [brief],
            middle,
            top + 62,
            size,
            class_="sdw-number",
            font_weight=600 if size > 20 else None,
            **ink,
        )
    )
