"""The map of the 35 regions: rows in, a finished SVG or a small payload for the browser out.

Statuses differ in pattern *and* word: `waarde` has the colour of its class; `voorlopig` too, with a dashed
outline; `afgeschermd` is hatched, `niet_aangeleverd` dotted, `onbekend` lined, `nvt` blank with dashes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sdw.dissemination.charts.core import palette, svg
from sdw.dissemination.charts.core.geometry import Geometry, View, load
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.map import frame
from sdw.dissemination.charts.map import legend as region_legend
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.look import Cell
from sdw.reference.status import Status
from sdw.text import dutch

#: Size of the finished picture in pixels.
WIDTH = 1040
_HEIGHTS: dict[View, int] = {"kaart": 790, "tegels": 860}
_MARGIN = 24
_STATUSES = tuple(Status)


@dataclass(frozen=True, slots=True)
class Row:
    """One region on the map.

    `text` is the value as read aloud ("97 trajecten"), `brief` the number alone ("97", "97*"); both are
    ignored where the status has no value. `number` is the published value, None where there is none.
    `note` is one more line for the tooltip; `earlier` is the value of `Options.earlier` as written.
    """

    code: str
    name: str
    text: str
    number: float | None
    status: Status
    brief: str = ""
    note: str = ""
    earlier: str = ""

    def __post_init__(self) -> None:
        if self.status.has_value != (self.number is not None):
            raise ValueError(f"{self.code}: status {self.status} and number {self.number} disagree")

    @property
    def accessible(self) -> str:
        """Region, value and status in words: "Twente: 97 trajecten, waarde"."""
        status = dutch.say(f"status.{self.status}")
        if not self.status.has_value:
            return dutch.say("map.name.missing", name=self.name, status=status)
        return dutch.say("map.name.value", name=self.name, value=self.text, status=status)


@dataclass(frozen=True, slots=True)
class Options:
    """How the map is drawn. `legend` says what is measured and in which unit; `example` adds "voorbeeld".

    `highest` is a region that is named wherever it lies. `told` describes the whole map for who does not see it.
    `beside` are lines for the tooltip of every region (target, nation); `earlier` names the period of
    `Row.earlier`.
    """

    view: View = "kaart"
    selected: str | None = None
    theme: Theme = "light"
    labels: bool = True
    inset: bool = True
    title: str = ""
    subtitle: str = ""
    source: str = ""
    legend: str = ""
    example: bool = False
    highest: str | None = None
    told: str = ""
    beside: tuple[str, ...] = ()
    earlier: str = ""


def payload(rows: Sequence[Row], classes: Classes, options: Options) -> dict[str, Any]:
    """What the browser needs to fill the frame: some 2 KiB for 35 numbers. JSON types only.

    `rows` are in the order of the codes; a value reads as its number and `unit`, unless its row says otherwise.
    """
    geometry = load()
    _complete(rows, geometry)
    unit = _common_unit(rows)
    return {
        "view": options.view,
        "selected": options.selected,
        "labels": options.labels,
        "inset": options.inset,
        "rows": [
            _travelling(row, classes, geometry.regions[row.code].name, unit)
            for row in sorted(rows, key=lambda row: row.code)
        ],
        "unit": unit,
        "legend": [list(item) for item in region_legend.items(classes, [row.status for row in rows])],
        "title": options.legend,
        "example": dutch.say("map.example") if options.example else "",
        "highest": options.highest,
        "told": options.told,
        "beside": list(options.beside),
        "earlier": options.earlier,
        "failed": dutch.say("map.failed"),
    }


def svg_text(rows: Sequence[Row], classes: Classes, options: Options) -> str:
    """A finished picture that stands alone: title, map, legend with counts, source. Nothing is fetched."""
    geometry, colours = load(), palette.of(options.theme)
    _complete(rows, geometry)
    cells = {row.code: _cell(row, classes, colours) for row in rows}
    height = _HEIGHTS[options.view]
    subtitle = [part for part in (options.subtitle, dutch.say("map.example") * options.example) if part]
    top = 46 + 30 * bool(subtitle)
    room = height - top - 44
    area = frame.canvas(geometry, options.view, options.inset)
    scale = min((WIDTH - 2 * _MARGIN) / area.width, room / area.height)
    left = WIDTH - _MARGIN - area.width * scale
    picture = svg.element(
        "svg",
        frame.drawing(geometry, options.view, cells, colours, options.selected, options.labels, options.inset),
        x=left,
        y=top,
        width=area.width * scale,
        height=area.height * scale,
        viewBox=area.view_box,
    )
    legend = region_legend.drawing(
        options.legend,
        region_legend.items(classes, [row.status for row in rows]),
        colours,
        _MARGIN,
        height - 44,
    )

    def line(text: str, y: float, size: int, fill: str, weight: int | None = None) -> str:
        return svg.element("text", svg.words(text), x=_MARGIN, y=y, font_size=size, fill=fill, font_weight=weight)

    children = [
        svg.element("title", svg.words(options.title or dutch.say("map.title"))),
        svg.element("rect", width=WIDTH, height=height, fill=colours.ground),
        picture,
        legend,
        line(options.title, 40, 26, colours.text, 600) if options.title else "",
        line(" · ".join(subtitle), 66, 16, colours.quiet) if subtitle else "",
        line(options.source, height - 14, 13, colours.quiet) if options.source else "",
    ]
    return svg.element(
        "svg",
        children,
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=height,
        viewBox=svg.view_box(0, 0, WIDTH, height),
        role="img",
        lang="nl",
        font_family=svg.FONT,
    )


def _common_unit(rows: Iterable[Row]) -> str:
    """The words that most values have after their number: "97 trajecten" → "trajecten"."""
    units = Counter(
        row.text.removeprefix(row.brief).strip()
        for row in rows
        if row.brief and row.status.has_value and row.text.startswith(row.brief)
    )
    return units.most_common(1)[0][0] if units else ""


def _travelling(row: Row, classes: Classes, official: str, unit: str) -> list[str | int]:
    """A row as short as it can be: the browser knows codes and official names, and what is empty stays home."""
    text = "" if row.text == f"{row.brief} {unit}".strip() else row.text
    values = (row.brief, text) if row.status.has_value else ("", "")
    name = row.name if row.name != official else ""
    full: list[str | int] = [
        _STATUSES.index(row.status),
        css_class(row, classes),
        values[0],
        row.earlier,
        values[1],
        row.note,
        name,
    ]
    while full[-1] == "":
        full.pop()
    return full


def css_class(row: Row, classes: Classes) -> str:
    """The name of the class of a row: `s0`…`s4`, `d0`…`d6`; empty where there is no value."""
    if row.number is None:
        return ""
    return region_legend.css_class(classes, classes.index(row.number))


def _cell(row: Row, classes: Classes, colours: palette.Colours) -> Cell:
    css = css_class(row, classes)
    return Cell(
        status=row.status,
        css=css,
        fill=region_legend.colour(css, colours) if css else colours.ground,
        brief=row.brief if row.status.has_value else dutch.say(f"status.{row.status}"),
        name=row.accessible,
    )


def _complete(rows: Iterable[Row], geometry: Geometry) -> None:
    """The map shows every region, once: a region that delivered nothing has a row with that status."""
    codes = sorted(row.code for row in rows)
    if codes != sorted(geometry.regions):
        raise ValueError(f"the map needs each of the {len(geometry.regions)} regions once, not {codes}")
