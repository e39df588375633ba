"""How one region looks: its colour or pattern, its ink, its outlines; the same on screen and on paper.

Attributes carry the colours of one theme. The browser puts `stylesheet` over them, so that a map follows
the theme of its page without another drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from sdw.dissemination.charts.core import palette, svg
from sdw.reference.status import Status

#: Where patterns occur: each place has its own scale, so that a hatch is as fine on a tile as on the map.
PLACES = ("kaart", "inset", "tegels", "legend")
THEMES: tuple[palette.Theme, palette.Theme] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one region looks like: `css` names its class (`s0`…`s4`, `d0`…`d6`) or is empty."""

    status: Status
    css: str
    fill: str
    brief: str  #: number on its tile
    name: str  #: accessible name


def paint(cell: Cell | None, colours: palette.Colours, place: str) -> dict[str, svg.Attribute]:
    """Status, class, fill and gap of a shape. Without a cell: the ground that waits for a value."""
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


def ink(cell: Cell | None, colours: palette.Colours) -> dict[str, svg.Attribute]:
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


def mark(cell: Cell, colours: palette.Colours, pixel: float, tag: str, **shape: svg.Attribute) -> str:
    """The dashed outline of a provisional value or of a cell that cannot exist, above its neighbours.

    A plain line of the ground lies under the dashes, so that they show on every class.
    """
    if cell.status not in (Status.PROVISIONAL, Status.NOT_APPLICABLE):
        return ""
    ink = colours.text if cell.status is Status.PROVISIONAL else colours.quiet
    dashes = f"{4 * pixel:g} {3 * pixel:g}"
    return svg.element(tag, **shape, **outline(colours.ground, 3.5 * pixel)) + svg.element(
        tag, **shape, **outline(ink, 1.5 * pixel), stroke_dasharray=dashes
    )


def selection(tag: str, shape: dict[str, svg.Attribute], colours: palette.Colours, pixel: float) -> Iterator[str]:
    """The outline of the selected region over a halo of the ground, so that it shows on every class."""
    for name, stroke, width in (("halo", colours.ground, 5.5), ("selected", colours.primary, 2.5)):
        yield svg.element(tag, class_=f"sdw-{name}", **shape, **outline(stroke, width * pixel))


def outline(stroke: str, width: float) -> dict[str, svg.Attribute]:
    """A line without a fill, that no pointer hits."""
    return {
        "fill": "none",
        "stroke": stroke,
        "stroke_width": width,
        "stroke_linejoin": "round",
        "pointer_events": "none",
    }


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
    """The colours of both themes as CSS: what the browser puts over the frame's own. On paper all is light."""
    light, dark = (palette.classes(theme) for theme in THEMES)
    changed = {name: fill for name, fill in dark.items() if fill != light[name]}
    rules = [_classed(".sdw-map", light), f"@media screen{{{_classed('.sdw-map[data-theme=dark]', changed)}}}"]
    for status, pattern in palette.PATTERNS.items():
        if pattern != "blank":
            for place in PLACES:
                rules.append(
                    f'.sdw-map [data-place="{place}"] .sdw-shape[data-status="{status}"]'
                    f"{{fill:url(#sdw-{place}-{pattern})}}"
                )
    for theme, colours in (("light", palette.LIGHT), ("dark", palette.DARK)):
        values = ";".join(f"--sdw-{name.replace('_', '-')}:{colour}" for name, colour in asdict(colours).items())
        rules.append(f'.sdw-map[data-theme="{theme}"]{{{values}}}')
    return "".join(rules)


def _classed(where: str, fills: Mapping[str, str]) -> str:
    """Shapes in the colour of their class, words on it in the ink that reads there."""
    marks = ((f'[data-class="{name}"]', fill) for name, fill in fills.items())
    return "".join(
        f"{where} {mark}{{fill:{fill}}}{where} text{mark}{{fill:{palette.ink_on(fill)}}}" for mark, fill in marks
    )
