"""A small map as a scene: without names and without the enlarged Randstad, to stand beside another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.geometry import load
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Group, Scene
from sdw.dissemination.charts.map import legend_scene
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.drawing import Options, Row, css_class
from sdw.dissemination.charts.map.legend import Item, items
from sdw.dissemination.charts.map.map_scene import Regions, facts_of

#: The legend stands over the sea beside the land, or under the land where there is no room for it.
_LAND, _GAP = 0.74, 14.0
_NARROW = 480.0
#: Beside the north of the land lies sea: a legend that ends there may lie over this part of the width.
_NORTH, _OVER_SEA = 0.62, 0.8
#: A swatch with its distances, and a number of regions.
_SWATCH, _COUNT = 40.0, 30.0
#: A name may be so much wider than its tile on either side.
_OVER = 4.0
#: Letters are not as wide as `lettering` allows for where they travel along.
_KNOWN = 0.84


def scene(
    rows: Sequence[Row], classes: Classes, options: Options, words: Words, width: float, height: float = 0.0
) -> Scene:
    """Every region with its class or the pattern of its status, and a legend with counts."""
    inks = {row.code: css_class(row, classes) for row in rows}
    return drawn(rows, inks, items(classes, [row.status for row in rows]), options, words, width, height=height)


def drawn(
    rows: Sequence[Row],
    inks: Mapping[str, str],
    lines: Sequence[Item],
    options: Options,
    words: Words,
    width: float,
    others_head: str = "map.legend.others",
    height: float = 0.0,
) -> Scene:
    """The same with the ink of each region ('' where it has a pattern) and the lines of the legend given.

    height: the land is as high as that, and the legend beside it; 0 for as wide as there is room for.
    """
    geometry, by_code = load(), {row.code: row for row in rows}
    is_beside = bool(height) or width >= _NARROW
    land = width * _LAND if is_beside else width
    column = _column(lines) if height else 0.0
    needed = legend_scene.height(options.legend, lines, column)
    if height:
        land = _land_beside(geometry.width / geometry.height, width - column - _GAP, height - 6, needed)
    scale = land / geometry.width
    shapes = Regions(geometry, by_code, inks, replace(options, labels=False, inset=False))
    picture = Group(tuple(shapes.map()), x=width - land, scale=scale)
    bottom = geometry.height * scale
    foot = needed if is_beside else bottom + _GAP + needed
    legend = legend_scene.marks(options.legend, lines, 0, foot, others_head=others_head, column=column)
    tall = max(bottom, foot) + 6
    return Scene(
        width, tall, words.title, words.finding, (picture, *legend), facts_of(rows), words.subtitle, words.message
    )


def tiles(rows: Sequence[Row], classes: Classes, options: Options, words: Words, width: float) -> Scene:
    """The tile grid in so little room that a name is short and a status is a pattern; the legend under it."""
    geometry, lines = load(), items(classes, [row.status for row in rows])
    inks = {row.code: css_class(row, classes) for row in rows}
    across, down = geometry.tiles_size
    scale = (width - 2 * _OVER) / across
    shapes = Regions(geometry, {row.code: row for row in rows}, inks, options)
    foot = down * scale + _GAP + legend_scene.height(options.legend, lines)
    picture = Group(tuple(shapes.tiles(scale, brief=True)), x=_OVER, y=1, scale=scale)
    legend = legend_scene.marks(options.legend, lines, 0, foot)
    facts = facts_of(rows)
    return Scene(
        width, foot + 6, words.title, words.finding, (picture, *legend), facts, words.subtitle, words.message
    )


def _land_beside(shape: float, room: float, height: float, legend: float) -> float:
    """How wide the land is beside a legend of this height: as high as it may be, with the legend over the sea where
    there is sea beside all of it. shape: its width for its height."""
    over_sea = min(height * shape, room / _OVER_SEA)
    return over_sea if legend < _NORTH * over_sea / shape else min(height * shape, room)


def _column(lines: Sequence[Item]) -> float:
    """How wide a legend must be, with the number of regions behind the longest of its words."""
    return _SWATCH + lettering.widest([line.label for line in lines], 14) * _KNOWN + _COUNT
