"""A small map as a scene: without names and without the enlarged Randstad, to stand beside another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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


def scene(rows: Sequence[Row], classes: Classes, options: Options, words: Words, width: float) -> Scene:
    """Every region with its class or the pattern of its status, and a legend with counts."""
    inks = {row.code: css_class(row, classes) for row in rows}
    return drawn(rows, inks, items(classes, [row.status for row in rows]), options, words, width)


def drawn(
    rows: Sequence[Row],
    inks: Mapping[str, str],
    lines: Sequence[Item],
    options: Options,
    words: Words,
    width: float,
    others_head: str = "map.legend.others",
) -> Scene:
    """The same with the ink of each region ('' where it has a pattern) and the lines of the legend given."""
    geometry, by_code = load(), {row.code: row for row in rows}
    land = width if width < _NARROW else width * _LAND
    scale = land / geometry.width
    shapes = Regions(geometry, by_code, inks, replace(options, labels=False, inset=False))
    picture = Group(tuple(shapes.map()), x=width - land, scale=scale)
    needed = legend_scene.height(options.legend, lines)
    bottom = geometry.height * scale
    foot = bottom + _GAP + needed if width < _NARROW else needed
    legend = legend_scene.marks(options.legend, lines, 0, foot, others_head=others_head)
    height = max(bottom, foot) + 6
    return Scene(
        width, height, words.title, words.finding, (picture, *legend), facts_of(rows), words.subtitle, words.message
    )
