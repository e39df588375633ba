"""The drawn regions: shapes in whole units, places for labels, tiles, and which region an arrow key reaches.

Built by `sdw.production.steward.map.build_map`; here they are only read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

View: TypeAlias = Literal["kaart", "tegels"]
VIEWS: tuple[View, ...] = ("kaart", "tegels")

FILE = Path(__file__).with_name("regions.json")

#: The Randstad is drawn a second time, this much larger.
INSET_SCALE = 2.4
#: Height of a label in units, and the width of an average letter as a share of it.
LABEL_SIZE = 52
LETTER = 0.5
#: Tiles, in units of their own drawing.
TILE_WIDTH, TILE_HEIGHT, TILE_GAP = 120, 84, 6


@dataclass(frozen=True, slots=True)
class Place:
    """The centre of a label and the width that is free there, in units."""

    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Shape:
    """One region as drawn."""

    code: str
    name: str
    brief: str
    lines: tuple[str, ...]
    column: int
    row: int
    x: int
    y: int
    label: Place | None
    inset_label: Place | None
    in_inset: bool
    path: str

    @property
    def tile(self) -> tuple[int, int]:
        """Upper left corner of its tile, in units."""
        return self.column * (TILE_WIDTH + TILE_GAP), self.row * (TILE_HEIGHT + TILE_GAP)


@dataclass(frozen=True, slots=True)
class Inset:
    """The part of the drawing that is enlarged, and where its east side lies on the canvas, in units."""

    x: int
    y: int
    width: int
    height: int
    east: int


@dataclass(frozen=True, slots=True)
class Geometry:
    """All regions by code, and the size of the drawing in units."""

    width: int
    height: int
    inset: Inset
    coast: str  #: outline of the land as a whole, drawn under the regions
    regions: dict[str, Shape]

    @property
    def tiles_size(self) -> tuple[int, int]:
        """Width and height of the tile grid, in units."""
        columns = 1 + max(shape.column for shape in self.regions.values())
        rows = 1 + max(shape.row for shape in self.regions.values())
        return columns * (TILE_WIDTH + TILE_GAP) - TILE_GAP, rows * (TILE_HEIGHT + TILE_GAP) - TILE_GAP

    def centre(self, code: str, view: View) -> tuple[float, float]:
        """A point inside the region, in units of the view."""
        shape = self.regions[code]
        if view == "kaart":
            return shape.x, shape.y
        left, top = shape.tile
        return left + TILE_WIDTH / 2, top + TILE_HEIGHT / 2


def parse(text: str) -> Geometry:
    """Reads the text of `regions.json`."""
    raw: dict[str, Any] = json.loads(text)
    return Geometry(
        raw["width"],
        raw["height"],
        Inset(**raw["inset"]),
        raw["coast"],
        {row["code"]: _shape(row) for row in raw["regions"]},
    )


def _shape(row: dict[str, Any]) -> Shape:
    places = {key: Place(**row[key]) if row[key] else None for key in ("label", "inset_label")}
    return Shape(**(row | places | {"lines": tuple(row["lines"])}))


@cache
def load() -> Geometry:
    """The shipped geometry."""
    return parse(FILE.read_text(encoding="utf-8"))


#: Directions of the arrow keys in the order of `steps`, as (x, y) with y downwards.
ARROWS = {"up": (0, -1), "right": (1, 0), "down": (0, 1), "left": (-1, 0)}


def steps(geometry: Geometry, view: View) -> dict[str, tuple[str | None, ...]]:
    """For each region the one that each arrow key reaches (up, right, down, left); None at the edge.

    The nearest region in a quarter turn around the direction; straying sideways counts double.
    """
    centres = {code: geometry.centre(code, view) for code in geometry.regions}

    def reached(code: str, direction: tuple[int, int]) -> str | None:
        x, y = centres[code]
        found: list[tuple[float, str]] = []
        for other, (ox, oy) in centres.items():
            along = (ox - x) * direction[0] + (oy - y) * direction[1]
            aside = abs((ox - x) * direction[1]) + abs((oy - y) * direction[0])
            if along > 0 and aside <= along * 1.05:
                found.append((along + 2 * aside, other))
        return min(found)[1] if found else None

    return {code: tuple(reached(code, arrow) for arrow in ARROWS.values()) for code in centres}
