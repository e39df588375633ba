"""Builds the drawings of the 35 regions that the product ships: the geometry and the frames of the map.

Runs once, by the steward, whenever the borders change. Pages and exports read what it wrote, so they need
neither geopandas nor the borders themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from sdw.dissemination.charts.core import geometry, svg
from sdw.dissemination.charts.map import frame
from sdw.production.steward.map.tile_layout import LAYOUT
from sdw.reference.areas import boundaries, regions

#: Metres per unit of the drawing. 150 m is half a pixel of a map of 1,000 pixels high.
UNIT = 150.0
#: Islands under this area (km²) are left out, unless a region would lose its last part.
SMALLEST_PART = 3.0
MARGIN = 12
#: The part of the Randstad that is drawn enlarged, in metres RD: west, south, east, north.
INSET = (66_500.0, 432_000.0, 152_500.0, 502_000.0)
#: The east side of the enlarged part on the map, in metres RD: in the North Sea, clear of the coast.
INSET_EAST = 50_000.0

ROOT = Path(__file__).resolve().parents[4]
#: What `build` writes, relative to the root of the project.
GEOMETRY_FILE = Path("sdw/dissemination/charts/core/regions.json")
FRAMES: dict[geometry.View, Path] = {view: Path(f"static/region_map/{view}.svg") for view in geometry.VIEWS}


def build(root: Path = ROOT) -> list[Path]:
    """Writes the geometry and the two frames under `root`; returns the files.

    The same borders give the same bytes.
    """
    text = _lines(_geometry())
    drawn = geometry.parse(text)
    texts = {root / GEOMETRY_FILE: text}
    texts |= {root / file: frame.frame(drawn, view) for view, file in FRAMES.items()}
    for file, content in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
    return list(texts)


def _lines(drawn: dict[str, Any]) -> str:
    """JSON with one region per line: a change of one border reads as one line."""
    head = {key: value for key, value in drawn.items() if key != "regions"}
    rows = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in drawn["regions"])
    return f'{json.dumps(head, separators=(",", ":"))[:-1]},"regions":[\n{rows}\n]}}\n'


def _geometry() -> dict[str, Any]:
    borders = boundaries.simplified().set_index("region").geometry
    west, south, east, north = map(float, borders.total_bounds)

    def x(metres: float) -> int:
        return MARGIN + round((metres - west) / UNIT)

    def y(metres: float) -> int:
        return MARGIN + round((north - metres) / UNIT)

    units = {code: _to_units(shape, west=west, north=north) for code, shape in borders.items()}
    inset = {
        "x": x(INSET[0]),
        "y": y(INSET[3]),
        "width": round((INSET[2] - INSET[0]) / UNIT),
        "height": round((INSET[3] - INSET[1]) / UNIT),
    }
    window = box(inset["x"], inset["y"], inset["x"] + inset["width"], inset["y"] + inset["height"])
    return {
        "width": x(east) + MARGIN,
        "height": y(south) + MARGIN,
        "inset": inset | {"east": x(INSET_EAST)},
        "coast": path(_coast(part for parts in units.values() for part in parts)),
        "regions": [
            _region(code, regions.by_code(code).name, units[code], window) for code in sorted(map(str, units))
        ],
    }


def _region(code: str, name: str, parts: list[Polygon], window: Polygon) -> dict[str, Any]:
    # Whole units can make a ring touch itself; the drawing does not mind, the arithmetic below does.
    whole = shapely.make_valid(MultiPolygon(parts))
    layout = LAYOUT[code]
    centre = max(_polygons(whole), key=lambda part: float(part.area)).representative_point()
    return {
        "code": code,
        "name": name,
        "brief": layout.brief,
        "lines": list(layout.label),
        "column": layout.column,
        "row": layout.row,
        "x": round(centre.x),
        "y": round(centre.y),
        "label": _label(whole - window.boundary.buffer(20), layout.label, geometry.LABEL_SIZE),
        "inset_label": _label(whole & window, layout.label, geometry.LABEL_SIZE / geometry.INSET_SCALE)
        if (whole & window).area > whole.area / 2
        else None,
        "in_inset": bool((whole & window).area > 0),
        "path": path(parts),
    }


def _coast(parts: Iterable[Polygon]) -> list[Polygon]:
    """The land as a whole: its outline keeps the lightest class apart from the paper."""
    land = shapely.union_all([shapely.make_valid(part) for part in parts])
    return [Polygon(part.exterior) for part in _polygons(land) if part.area > 40]


def _to_units(shape: Any, west: float, north: float) -> list[Polygon]:
    """The parts of a region in whole units of the drawing, largest first, specks left out."""
    parts = sorted(_polygons(shape), key=lambda part: -float(part.area))
    kept = [part for part in parts if part.area >= SMALLEST_PART * 1e6] or parts[:1]

    def ring(coordinates: Iterable[tuple[float, ...]]) -> list[tuple[int, int]]:
        points = [
            (MARGIN + round((px - west) / UNIT), MARGIN + round((north - py) / UNIT)) for px, py, *_ in coordinates
        ]
        return [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]

    return [Polygon(ring(part.exterior.coords), [ring(hole.coords) for hole in part.interiors]) for part in kept]


def _polygons(shape: Any) -> Iterator[Polygon]:
    if shape.geom_type == "Polygon":
        yield shape
    elif shape.geom_type in ("MultiPolygon", "GeometryCollection"):
        for part in shape.geoms:
            yield from _polygons(part)


def path(parts: Iterable[Polygon]) -> str:
    """SVG path data in relative whole units: `m` start, `l` steps, `z`."""
    rings = (ring for part in parts for ring in (part.exterior, *part.interiors))
    return "".join(_ring_path([(int(px), int(py)) for px, py in ring.coords[:-1]]) for ring in rings)


def _ring_path(points: list[tuple[int, int]]) -> str:
    first, *rest = points
    steps, before = [f"M{first[0]} {first[1]}l"], first
    for point in rest:
        dx, dy = point[0] - before[0], point[1] - before[1]
        steps.append(f"{dx if dx < 0 or len(steps) == 1 else f' {dx}'}{dy if dy < 0 else f' {dy}'}")
        before = point
    return "".join(steps) + "z"


def _label(shape: Any, lines: tuple[str, ...], size: float) -> dict[str, int] | None:
    """Where the label fits inside `shape`: its centre and the width there; None where it does not fit.

    Looks along horizontal bands as high as the label and takes the one with the most room, up to twice
    what is needed, and of those the nearest to the middle.
    """
    needed = max(len(line) for line in lines) * size * geometry.LETTER
    height = len(lines) * size * svg.LEADING
    centre = shape.centroid
    best: tuple[float, float, float, float] | None = None
    top, bottom = shape.bounds[1], shape.bounds[3]
    for step in range(1, 60):
        middle = top + (bottom - top) * step / 60
        for left, right in _free(shape, middle, height):
            # Room within the band may lie off-centre: slide the label towards the middle of the region.
            half = min(right - left, needed * 1.3) / 2
            at = min(max(centre.x, left + half), right - half)
            far = abs(at - centre.x) + abs(middle - centre.y)
            score = min(right - left, needed * 2) - 0.6 * far
            if right - left >= needed * 1.06 and (best is None or score > best[0]):
                best = (score, at, middle, right - left)
    return None if best is None else {"x": round(best[1]), "y": round(best[2]), "width": int(best[3])}


def _free(shape: Any, middle: float, height: float) -> list[tuple[float, float]]:
    """The stretches of x that lie inside `shape` over the whole band of `height` around `middle`."""
    left, _, right, _ = shape.bounds
    free = [(left - 1, right + 1)]
    for share in (-0.5, -0.25, 0.0, 0.25, 0.5):
        y = middle + share * height
        cut = shape.intersection(LineString([(left - 1, y), (right + 1, y)]))
        stretches = [
            (part.bounds[0], part.bounds[2])
            for part in getattr(cut, "geoms", [cut])
            if part.geom_type == "LineString" and not part.is_empty
        ]
        free = [(max(a, c), min(b, d)) for a, b in free for c, d in stretches if min(b, d) - max(a, c) > height]
    return free
