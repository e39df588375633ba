"""The drawing of the map and of the tile grid: shapes, labels, the enlarged Randstad.

One source for screen and paper. With cells it is a finished picture; without cells it is the frame that
the browser keeps and fills with the values of a view.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from sdw.dissemination.charts.core import palette, svg
from sdw.dissemination.charts.core.geometry import INSET_SCALE, LABEL_SIZE, Geometry, View, steps
from sdw.dissemination.charts.map import look, tiles
from sdw.dissemination.charts.map.look import Cell
from sdw.reference.status import Status
from sdw.text import dutch

#: Units per pixel at which the map is usually seen; strokes and patterns are drawn for that size.
_PIXEL: dict[View, float] = {"kaart": 3.6, "tegels": tiles.PIXEL}
_CAPTION = 62
_EDGE = 10


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def view_box(self) -> str:
        """As the attribute `viewBox`."""
        return svg.view_box(self.x, self.y, self.width, self.height)


def canvas(geometry: Geometry, view: View, inset: bool = True) -> Box:
    """The whole drawing of a view, in units. With the inset the map's reaches west of the coast."""
    if view == "tegels":
        return Box(0, 0, *geometry.tiles_size)
    if not inset:
        return Box(0, 0, geometry.width, geometry.height)
    left = inset_box(geometry).x - _EDGE
    return Box(left, 0, geometry.width - left, geometry.height)


def inset_box(geometry: Geometry) -> Box:
    """Where the enlarged Randstad lies on the canvas of the map."""
    inset = geometry.inset
    width, height = inset.width * INSET_SCALE, inset.height * INSET_SCALE
    return Box(inset.east - width, _CAPTION, width, height)


def frame(geometry: Geometry, view: View) -> str:
    """The drawing without values: what the browser fetches once and keeps."""
    area = canvas(geometry, view)
    return svg.element(
        "svg",
        [svg.element("style", look.stylesheet()), *drawing(geometry, view, {}, palette.LIGHT)],
        xmlns="http://www.w3.org/2000/svg",
        viewBox=area.view_box,
        data_words=json.dumps(_words(), ensure_ascii=False),
    )


def _words() -> dict[str, object]:
    """What the browser says itself. It stays with the frame, so that a view brings nothing but values."""
    keys = ("hint", "in_class", "legend.title", "legend.regions", "legend.others")
    return {key: dutch.say(f"map.{key}") for key in keys} | {
        "highlight": dutch.say("map.highlight", label="{label}"),  # the browser puts in which
        "statuses": [[status.value, dutch.say(f"status.{status}")] for status in Status],
    }


def drawing(
    geometry: Geometry,
    view: View,
    cells: Mapping[str, Cell],
    colours: palette.Colours,
    selected: str | None = None,
    labels: bool = True,
    inset: bool = True,
) -> Iterator[str]:
    """The parts of a drawing in the units of `canvas`. No cells: the frame for the browser."""
    pixels = {"legend": 1.0, view: _PIXEL[view]}
    if view == "kaart":
        pixels["inset"] = _PIXEL["kaart"] / INSET_SCALE
    patterns = (look.patterns(place, pixel, colours) for place, pixel in pixels.items())
    yield svg.element("defs", chain.from_iterable(patterns))
    over = (
        tiles.overlay(geometry, cells, colours, selected)
        if view == "tegels"
        else _overlay(geometry, cells, colours, selected, labels, inset)
    )
    yield _main(geometry, view, cells, colours, over)
    if view == "kaart" and inset:
        yield _inset(geometry, cells, colours, selected, labels)


def _main(
    geometry: Geometry,
    view: View,
    cells: Mapping[str, Cell],
    colours: palette.Colours,
    over: Iterable[str],
) -> str:
    """The regions of a view with what lies over them: the one part that a keyboard can reach."""
    width, height = (geometry.width, geometry.height) if view == "kaart" else geometry.tiles_size
    coast = _coast(geometry, colours, _PIXEL["kaart"]) if view == "kaart" else ""
    shapes = svg.element("g", _regions(geometry, view, cells, colours), class_="sdw-shapes")
    return svg.element(
        "svg",
        [coast, shapes, *over],
        class_="sdw-main",
        data_place=view,
        x=0,
        y=0,
        width=width,
        height=height,
        viewBox=svg.view_box(0, 0, width, height),
        overflow="visible",
        role="img" if cells else "listbox",
        aria_label=dutch.say("map.title" if view == "kaart" else "map.tiles_title"),
    )


def _overlay(
    geometry: Geometry,
    cells: Mapping[str, Cell],
    colours: palette.Colours,
    selected: str | None,
    labels: bool,
    inset: bool,
) -> Iterator[str]:
    """What lies over the regions of the map: dashed outlines, the window of the inset, names, the selection."""
    pixel = _PIXEL["kaart"]
    marks = (look.mark(cell, colours, pixel, "path", d=geometry.regions[code].path) for code, cell in cells.items())
    yield svg.element("g", marks, class_="sdw-marks", fill="none")
    if inset:
        dashes = f"{2 * pixel:g} {2 * pixel:g}"
        yield svg.element("rect", **_window(geometry, colours, pixel), stroke_dasharray=dashes)
    if labels:
        yield _labels(geometry, cells, colours, inset=False)
    yield from look.selection("path", _outline_of(geometry, selected), colours, pixel)


def _inset(
    geometry: Geometry,
    cells: Mapping[str, Cell],
    colours: palette.Colours,
    selected: str | None,
    labels: bool,
) -> str:
    pixel = _PIXEL["kaart"] / INSET_SCALE
    place, window = inset_box(geometry), geometry.inset
    twins = (
        svg.element(
            "path",
            class_="sdw-shape",
            data_twin=shape.code,
            d=shape.path if cells else None,
            stroke_width=0.75 * pixel,
            **look.paint(cells.get(shape.code), colours, "inset"),
        )
        for shape in geometry.regions.values()
        if shape.in_inset
    )
    marked = [
        look.mark(cells[shape.code], colours, pixel, "path", d=shape.path)
        for shape in geometry.regions.values()
        if shape.in_inset and shape.code in cells
    ]
    children = [
        _coast(geometry, colours, pixel, drawn=bool(cells)),
        svg.element("g", twins, class_="sdw-twins"),
        svg.element("g", marked, class_="sdw-marks", fill="none"),
        _labels(geometry, cells, colours, inset=True) if labels else "",
        *look.selection("path", _outline_of(geometry, selected), colours, pixel),
        svg.element("rect", **_window(geometry, colours, 2 * pixel)),
    ]
    picture = svg.element(
        "svg",
        children,
        class_="sdw-inset",
        data_place="inset",
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        viewBox=svg.view_box(window.x, window.y, window.width, window.height),
        aria_hidden="true",
    )
    caption = svg.element(
        "text",
        svg.words(dutch.say("map.inset")),
        class_="sdw-caption",
        x=place.x,
        y=place.y - 18,
        font_size=44,
        fill=colours.quiet,
        font_family=svg.FONT,
    )
    return picture + caption


def _coast(geometry: Geometry, colours: palette.Colours, pixel: float, drawn: bool = True) -> str:
    path = geometry.coast if drawn else None
    return svg.element("path", class_="sdw-coast", d=path, **look.outline(colours.coast, 2 * pixel))


def _window(geometry: Geometry, colours: palette.Colours, width: float) -> dict[str, svg.Attribute]:
    """The part that is enlarged: dashed on the map, the frame of the inset."""
    inset = geometry.inset
    place: dict[str, svg.Attribute] = {
        "class_": "sdw-window",
        "x": inset.x,
        "y": inset.y,
        "width": inset.width,
        "height": inset.height,
    }
    return place | look.outline(colours.quiet, width)


def _outline_of(geometry: Geometry, selected: str | None) -> dict[str, svg.Attribute]:
    return {"d": geometry.regions[selected].path} if selected else {}


def _regions(geometry: Geometry, view: View, cells: Mapping[str, Cell], colours: palette.Colours) -> Iterator[str]:
    reach = steps(geometry, view)
    for shape in geometry.regions.values():
        cell = cells.get(shape.code)
        x, y = geometry.centre(shape.code, view)
        common: dict[str, svg.Attribute] = {
            "class_": "sdw-shape",
            "data_region": shape.code,
            "stroke_width": 0.75 * _PIXEL[view],
            **look.paint(cell, colours, view),
        }
        if cell is None:
            common |= {
                "role": "option",
                "tabindex": -1,
                "aria_selected": "false",
                "data_name": shape.name,
                "data_at": f"{x:g} {y:g}",
                "data_steps": " ".join(code or "-" for code in reach[shape.code]),
            }
        title = svg.element("title", svg.words(cell.name)) if cell else ""
        if view == "kaart":
            yield svg.element("path", title, d=shape.path, **common)
        else:
            yield svg.element("rect", title, **tiles.tile(shape), **common)


def _labels(geometry: Geometry, cells: Mapping[str, Cell], colours: palette.Colours, inset: bool) -> str:
    size = LABEL_SIZE / (INSET_SCALE if inset else 1)
    texts = []
    for shape in geometry.regions.values():
        place = shape.inset_label if inset else (None if shape.inset_label else shape.label)
        if place is not None:
            texts.append(
                svg.lines(
                    shape.lines,
                    place.x,
                    place.y,
                    size,
                    text_anchor="middle",
                    data_label=shape.code,
                    **look.ink(cells.get(shape.code), colours),
                )
            )
    return svg.element(
        "g", texts, class_="sdw-labels", aria_hidden="true", pointer_events="none", font_family=svg.FONT
    )
