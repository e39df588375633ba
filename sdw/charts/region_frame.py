"""The drawing of the map and of the tile grid: shapes, labels, enlarged Randstad, patterns.

One source for screen and paper. With cells it is a finished picture; without cells it is the frame that
the browser keeps and fills with the values of a view.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from sdw.charts import palette, svg
from sdw.charts.geometry import (
    INSET_SCALE,
    LABEL_SIZE,
    TILE_HEIGHT,
    TILE_WIDTH,
    Geometry,
    Shape,
    View,
    steps,
)
from sdw.reference.status import Status
from sdw.text import dutch

#: Units per pixel at which the map is usually seen; strokes and patterns are drawn for that size.
_PIXEL = {"kaart": 3.6, "tegels": 1.45}
_CAPTION = 62
_EDGE = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """What one region looks like: `css` names its class (`s0`…`s4`, `d0`…`d6`) or is empty."""

    status: Status
    css: str
    fill: str
    brief: str  #: number on its tile
    name: str  #: accessible name


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


def canvas(geometry: Geometry, view: View) -> Box:
    """The whole drawing of a view, in units. The map's reaches west of the coast, for the inset."""
    if view == "tegels":
        return Box(0, 0, *geometry.tiles_size)
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
        [svg.element("style", stylesheet()), *drawing(geometry, view, {}, palette.LIGHT)],
        xmlns="http://www.w3.org/2000/svg",
        viewBox=area.view_box,
        data_view=view,
    )


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
    yield svg.element("defs", _patterns(view, colours))
    if view == "tegels":
        yield _tiles(geometry, cells, colours, selected)
        return
    yield _main(geometry, cells, colours, selected, labels, inset)
    if inset:
        yield _inset(geometry, cells, colours, selected, labels)


def _main(
    geometry: Geometry,
    cells: Mapping[str, Cell],
    colours: palette.Colours,
    selected: str | None,
    labels: bool,
    inset: bool,
) -> str:
    pixel = _PIXEL["kaart"]
    window = geometry.inset
    children = [
        svg.element("path", class_="sdw-coast", d=geometry.coast, **_coast(colours, pixel)),
        svg.element("g", _regions(geometry, "kaart", cells, colours), class_="sdw-shapes"),
        svg.element("g", _marks(geometry, cells, colours, pixel), class_="sdw-marks", fill="none"),
        svg.element(
            "rect",
            class_="sdw-window",
            x=window.x,
            y=window.y,
            width=window.width,
            height=window.height,
            fill="none",
            stroke=colours.quiet,
            stroke_width=pixel,
            stroke_dasharray=f"{2 * pixel} {2 * pixel}",
            pointer_events="none",
        )
        if inset
        else "",
        _labels(geometry, cells, colours, inset=False) if labels else "",
        *_outlines(geometry, selected, colours, pixel),
    ]
    return svg.element(
        "svg",
        children,
        class_="sdw-main",
        data_place="kaart",
        x=0,
        y=0,
        width=geometry.width,
        height=geometry.height,
        viewBox=svg.view_box(0, 0, geometry.width, geometry.height),
        **_list("map.title", cells),
    )


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
            **_paint(cells.get(shape.code), colours, "inset"),
        )
        for shape in geometry.regions.values()
        if shape.in_inset
    )
    marked = [
        _mark(cells[shape.code], colours, pixel, "path", d=shape.path)
        for shape in geometry.regions.values()
        if shape.in_inset and shape.code in cells
    ]
    children = [
        svg.element("path", class_="sdw-coast", d=geometry.coast if cells else None, **_coast(colours, pixel)),
        svg.element("g", twins, class_="sdw-twins"),
        svg.element("g", marked, class_="sdw-marks", fill="none"),
        _labels(geometry, cells, colours, inset=True) if labels else "",
        *_outlines(geometry, selected, colours, pixel),
        svg.element(
            "rect",
            class_="sdw-window",
            x=window.x,
            y=window.y,
            width=window.width,
            height=window.height,
            fill="none",
            stroke=colours.quiet,
            stroke_width=2 * pixel,
            pointer_events="none",
        ),
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


def _coast(colours: palette.Colours, pixel: float) -> dict[str, svg.Attribute]:
    return {"fill": "none", "stroke": colours.coast, "stroke_width": 2 * pixel, "stroke_linejoin": "round"}


def _tiles(geometry: Geometry, cells: Mapping[str, Cell], colours: palette.Colours, selected: str | None) -> str:
    pixel = _PIXEL["tegels"]
    area = canvas(geometry, "tegels")
    texts = [_tile_text(shape, cells.get(shape.code), colours) for shape in geometry.regions.values()]
    children = [
        svg.element("g", _regions(geometry, "tegels", cells, colours), class_="sdw-shapes"),
        svg.element("g", _tile_marks(geometry, cells, colours, pixel), class_="sdw-marks", fill="none"),
        svg.element(
            "g", texts, class_="sdw-labels", aria_hidden="true", pointer_events="none", font_family=svg.FONT
        ),
        *_tile_outlines(geometry, selected, colours, pixel),
    ]
    return svg.element(
        "svg",
        children,
        class_="sdw-main",
        data_place="tegels",
        x=0,
        y=0,
        width=area.width,
        height=area.height,
        viewBox=area.view_box,
        overflow="visible",
        **_list("map.tiles_title", cells),
    )


def _list(title: str, cells: Mapping[str, Cell]) -> dict[str, svg.Attribute]:
    role = "img" if cells else "listbox"
    return {"role": role, "aria_label": dutch.say(title)}


def _regions(geometry: Geometry, view: View, cells: Mapping[str, Cell], colours: palette.Colours) -> Iterator[str]:
    reach = steps(geometry, view)
    for shape in geometry.regions.values():
        cell = cells.get(shape.code)
        x, y = geometry.centre(shape.code, view)
        common: dict[str, svg.Attribute] = {
            "class_": "sdw-shape",
            "data_region": shape.code,
            "stroke_width": 0.75 * _PIXEL[view],
            **_paint(cell, colours, view),
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
            yield svg.element("rect", title, **_tile(shape), **common)


def _tile(shape: Shape) -> dict[str, svg.Attribute]:
    left, top = shape.tile
    return {"x": left, "y": top, "width": TILE_WIDTH, "height": TILE_HEIGHT, "rx": 5}


def _paint(cell: Cell | None, colours: palette.Colours, place: str) -> dict[str, svg.Attribute]:
    if cell is None:
        return {"fill": colours.dots_ground, "stroke": colours.gap, "stroke_linejoin": "round"}
    pattern = palette.PATTERNS.get(cell.status)
    fill = f"url(#sdw-{place}-{pattern})" if pattern and pattern != "blank" else cell.fill
    return {
        "data_status": cell.status.value,
        "data_class": cell.css or None,
        "fill": fill,
        "stroke": colours.gap,
        "stroke_linejoin": "round",
    }


def _marks(geometry: Geometry, cells: Mapping[str, Cell], colours: palette.Colours, pixel: float) -> Iterator[str]:
    for code, cell in cells.items():
        yield _mark(cell, colours, pixel, "path", d=geometry.regions[code].path)


def _tile_marks(
    geometry: Geometry, cells: Mapping[str, Cell], colours: palette.Colours, pixel: float
) -> Iterator[str]:
    for code, cell in cells.items():
        yield _mark(cell, colours, pixel, "rect", **_tile(geometry.regions[code]))


def _mark(cell: Cell, colours: palette.Colours, pixel: float, tag: str, **outline: svg.Attribute) -> str:
    """The dashed outline of a provisional value or of a cell that cannot exist, above its neighbours.

    A plain line of the ground lies under the dashes, so that they show on every class.
    """
    if cell.status not in (Status.PROVISIONAL, Status.NOT_APPLICABLE):
        return ""
    ink = colours.text if cell.status is Status.PROVISIONAL else colours.quiet
    dashes = f"{4 * pixel:g} {3 * pixel:g}"
    return svg.element(tag, **outline, **_outline(colours.ground, 3.5 * pixel)) + svg.element(
        tag, **outline, **_outline(ink, 1.5 * pixel), stroke_dasharray=dashes
    )


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
                    **_ink(cells.get(shape.code), colours),
                )
            )
    return svg.element(
        "g", texts, class_="sdw-labels", aria_hidden="true", pointer_events="none", font_family=svg.FONT
    )


def _ink(cell: Cell | None, colours: palette.Colours) -> dict[str, svg.Attribute]:
    """Text on a class takes the ink that reads on it; on a pattern it gets a halo of the ground."""
    if cell is None:
        return {"fill": colours.text}
    if cell.css:
        return {"fill": palette.ink_on(cell.fill), "data_class": cell.css}
    return {
        "fill": colours.text,
        "stroke": colours.hatch_ground,
        "stroke_width": "0.28em",
        "stroke_linejoin": "round",
        "paint_order": "stroke",
        "data_status": cell.status.value,
    }


def _tile_text(shape: Shape, cell: Cell | None, colours: palette.Colours) -> str:
    left, top = shape.tile
    middle = left + TILE_WIDTH / 2
    ink = _ink(cell, colours) | {"text_anchor": "middle", "data_label": shape.code}
    brief = cell.brief if cell else ""
    size = 25 if cell is None or cell.status.has_value else 13.5
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


def _outlines(geometry: Geometry, selected: str | None, colours: palette.Colours, pixel: float) -> list[str]:
    """The selection, over a halo of the ground so that it shows on every class. Last, so above all else."""
    path = geometry.regions[selected].path if selected else None
    return [
        svg.element("path", d=path, class_=f"sdw-{name}", **_outline(stroke, width * pixel))
        for name, stroke, width in (("halo", colours.ground, 5.5), ("selected", colours.primary, 2.5))
    ]


def _tile_outlines(geometry: Geometry, selected: str | None, colours: palette.Colours, pixel: float) -> list[str]:
    tile = _tile(geometry.regions[selected]) if selected else {}
    return [
        svg.element("rect", class_=f"sdw-{name}", **tile, **_outline(stroke, width * pixel))
        for name, stroke, width in (("halo", colours.ground, 5.5), ("selected", colours.primary, 2.5))
    ]


def _outline(stroke: str, width: float) -> dict[str, svg.Attribute]:
    return {
        "fill": "none",
        "stroke": stroke,
        "stroke_width": width,
        "stroke_linejoin": "round",
        "pointer_events": "none",
    }


def _patterns(view: View, colours: palette.Colours) -> Iterator[str]:
    """The patterns of the drawing, of its inset, and (one unit = one pixel) of the legend."""
    places = {"kaart": _PIXEL["kaart"], "inset": _PIXEL["kaart"] / INSET_SCALE, "tegels": _PIXEL["tegels"]}
    del places["tegels" if view == "kaart" else "kaart"]
    if view == "tegels":
        del places["inset"]
    for place, pixel in {**places, "legend": 1.0}.items():
        yield from patterns(place, pixel, colours)


def patterns(place: str, pixel: float, colours: palette.Colours) -> Iterator[str]:
    """Hatch, dots and lines: told apart by form, so also without colour. `pixel` is its size in units."""

    def pattern(name: str, size: float, ground: str, ink: str, rotate: int = 0) -> str:
        side = svg.element("rect", class_=f"sdw-{name}-ground", width=size, height=size, fill=ground)
        return svg.element(
            "pattern",
            side + ink,
            id=f"sdw-{place}-{name}",
            width=size,
            height=size,
            patternUnits="userSpaceOnUse",
            patternTransform=f"scale({pixel:.3g})" + (f" rotate({rotate})" if rotate else ""),
        )

    bar = svg.element("rect", class_="sdw-hatch-ink", width=1.4, height=5, fill=colours.hatch)
    dot = "".join(
        svg.element("circle", class_="sdw-dots-ink", cx=c, cy=c, r=1, fill=colours.dots) for c in (1.5, 5)
    )
    rule = svg.element("rect", class_="sdw-lines-ink", y=1, width=5, height=1.2, fill=colours.hatch)
    yield pattern("hatch", 5, colours.hatch_ground, bar, rotate=45)
    yield pattern("dots", 7, colours.dots_ground, dot)
    yield pattern("lines", 5, colours.hatch_ground, rule)


def stylesheet() -> str:
    """The colours of both themes as CSS: what the browser puts over the frame's own."""
    rules = []
    for letter, ramp in (("s", palette.SEQUENTIAL), ("d", palette.DIVERGING)):
        for step, colour in enumerate(ramp):
            mark = f'[data-class="{letter}{step}"]'
            ink = palette.ink_on(colour)
            rules.append(f".sdw-map {mark}{{fill:{colour}}}.sdw-map text{mark}{{fill:{ink}}}")
    for status, pattern in palette.PATTERNS.items():
        if pattern != "blank":
            for place in ("kaart", "inset", "tegels", "legend"):
                rules.append(
                    f'.sdw-map [data-place="{place}"] .sdw-shape[data-status="{status}"]'
                    f"{{fill:url(#sdw-{place}-{pattern})}}"
                )
    for theme, colours in (("light", palette.LIGHT), ("dark", palette.DARK)):
        values = ";".join(f"--sdw-{name.replace('_', '-')}:{colour}" for name, colour in asdict(colours).items())
        rules.append(f'.sdw-map[data-theme="{theme}"]{{{values}}}')
    return "".join(rules)
