"""Scenes on paper: an SVG with its words for who cannot see it, as large as its letters can be read."""

from __future__ import annotations

from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.exports.paper.code import Code, call, value, words

#: Points for each unit of a scene: letters of 13 units are 8 points.
SCALE = 0.62
#: Room on a page of A4 within its margins, in points; the height leaves room for a title above the picture.
WIDTH, HEIGHT = 487.0, 620.0
#: Room in one of four tiles; a drawing narrower than this many units stands beside text.
IN_TILE, SMALL = 96.0, 220.0
#: A drawing up to this height is never parted from a heading above it, also with a few lines between.
WITH_TITLE = 540.0
#: Between columns, in points.
GUTTER = 16.0


def told(scene: Scene) -> str:
    """What the drawing says to who cannot see it; the title only where the description lacks it."""
    return scene.description if scene.title in scene.description else f"{scene.title}. {scene.description}"


def picture(scene: Scene, width: float = WIDTH, height: float = HEIGHT, scale: float = SCALE) -> Code:
    """The drawing, no wider and no higher than there is room for, in points."""
    factor = min(scale, width / scene.width, height / scene.height)
    drawn = str(svg(scene, standalone=True))
    size = {"width": Code(f"{scene.width * factor:.2f}pt"), "height": Code(f"{scene.height * factor:.2f}pt")}
    return call("image", call("bytes", words(drawn)), format=value("svg"), alt=words(told(scene)), **size)
