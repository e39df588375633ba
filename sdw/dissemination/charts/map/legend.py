"""The legend of the map: bounds and number of regions of each class, and the statuses that occur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sdw.dissemination.charts.core import palette, svg
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.look import patterns
from sdw.reference.status import Status
from sdw.text import dutch

_ROW = 25
_SWATCH = (26, 16)
#: Where the number of regions ends, and where the second column starts.
_COUNT, _COLUMN = 196, 222


class Item(NamedTuple):
    """One line: class (or empty), status, words, how many regions. Made for a JSON list."""

    css: str
    status: str
    label: str
    regions: int


def css_class(classes: Classes, index: int) -> str:
    """The name of a class: `s` or `d` (diverging) and the step of its ramp."""
    return f"{'d' if classes.diverging else 's'}{classes.items[index].step}"


def colour(css: str, colours: palette.Colours) -> str:
    """The colour of a class name in the theme with these colours."""
    return palette.classes("dark" if colours is palette.DARK else "light")[css]


def items(classes: Classes, statuses: Iterable[Status]) -> list[Item]:
    """Classes from high to low, as a reader expects, then the other statuses that occur."""
    lines = [
        Item(css_class(classes, i), Status.VALUE.value, _label(classes, i), item.count)
        for i, item in enumerate(classes.items)
    ]
    present = Counter(statuses)
    others = [
        Item(
            css_class(classes, len(classes.items) // 2) if status is Status.PROVISIONAL else "",
            status.value,
            dutch.say(f"map.legend.{status}"),
            present[status],
        )
        for status in Status
        if status is not Status.VALUE and present[status]
    ]
    return [*reversed(lines), *others]


def drawing(title: str, lines: Sequence[Item], colours: palette.Colours, x: float, bottom: float) -> str:
    """The legend in pixels, its lowest line on `bottom`: values on the left, regions without one beside them."""
    classed = [item for item in lines if item.css]
    others = [item for item in lines if not item.css]
    top = bottom - _ROW * max(len(classed), len(others))
    columns = [(x, title or dutch.say("map.legend.title"), classed)]
    columns += [(x + _COLUMN * bool(classed), dutch.say("map.legend.others"), others)]
    parts = [_column(column_title, items_, colours, left, top) for left, column_title, items_ in columns if items_]
    return svg.element("defs", patterns("legend", 1.0, colours)) + "".join(parts)


def _column(title: str, lines: Sequence[Item], colours: palette.Colours, x: float, top: float) -> str:
    heading = svg.element(
        "text", svg.words(title), x=x, y=top - 10, font_size=15, font_weight=600, fill=colours.text
    )
    unit = svg.element(
        "text",
        svg.words(dutch.say("map.legend.regions")),
        x=x + _COUNT,
        y=top - 10,
        font_size=13,
        text_anchor="end",
        fill=colours.quiet,
    )
    rows = (_row(item, colours, x, top + _ROW * i) for i, item in enumerate(lines))
    return heading + unit + "".join(rows)


def _row(item: Item, colours: palette.Colours, x: float, y: float) -> str:
    width, height = _SWATCH
    label = svg.element("text", svg.words(item.label), x=x + width + 10, y=y + 13, font_size=15, fill=colours.text)
    count = svg.element(
        "text",
        svg.words(dutch.number(item.regions)),
        x=x + _COUNT,
        y=y + 13,
        font_size=15,
        text_anchor="end",
        fill=colours.quiet,
    )
    return _swatch(item, colours, x, y, width, height) + label + count


def _swatch(item: Item, colours: palette.Colours, x: float, y: float, width: float, height: float) -> str:
    pattern = palette.PATTERNS.get(Status(item.status), "")
    dashed = item.status in (Status.PROVISIONAL, Status.NOT_APPLICABLE)
    fill = colour(item.css, colours) if item.css else colours.ground
    if pattern and pattern != "blank":
        fill = f"url(#sdw-legend-{pattern})"
    return svg.element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        fill=fill,
        stroke=colours.text if dashed else colours.coast,
        stroke_width=1.5 if dashed else 1,
        stroke_dasharray="4 3" if dashed else None,
    )


def _label(classes: Classes, index: int) -> str:
    item = classes.items[index]
    if classes.target is None or index != len(classes.items) // 2:
        return item.label
    return dutch.say("map.class.target", label=item.label, target=dutch.number(classes.target, classes.decimals))
