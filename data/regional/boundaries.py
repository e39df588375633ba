"""The borders of the gemeenten for small maps: `python -m data.regional.boundaries GEOJSON`.

Writes `municipality_boundaries_2024.json` from the generalised borders of CBS/Kadaster (WGS84, with `statcode`).
Borders that neighbours share stay one line: all lines are cut where they meet, the faces between them are given
back to their gemeente, and only then the lines are made simpler. Drawn in RD, in whole units of 50 metres.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from sdw.production.steward.map import build_map
from sdw.reference import tables

FILE = tables.DATA / "regional" / "municipality_boundaries_2024.json"
#: Metres per unit; a corner goes when its triangle is smaller than this squared; parts under this area (m²) go.
UNIT, TOLERANCE, SMALLEST = 50.0, 300.0, 1e6
#: Points this near to one another are one (metres).
GRID = 20.0


def main(source: Path) -> None:
    """Write the file anew; the same borders give the same bytes."""
    frame = gpd.read_file(source).to_crs("EPSG:28992").sort_values("statcode", ignore_index=True)
    given = frame.geometry.make_valid(method="structure", keep_collapsed=False).to_numpy()
    simple = shapely.coverage_simplify(_coverage(given), TOLERANCE)
    west, _, _, north = shapely.total_bounds(simple)
    rows = [
        json.dumps(_row(code, shape, west, north), separators=(",", ":"))
        for code, shape in zip(frame["statcode"], simple, strict=True)
    ]
    FILE.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8", newline="\n")


def _coverage(given: Any) -> list[Any]:
    """The same areas without gaps and overlaps between neighbours."""
    lines = shapely.union_all(shapely.boundary(given), grid_size=GRID)
    faces = shapely.get_parts(shapely.polygonize(list(shapely.get_parts(lines))))
    tree = shapely.STRtree(given)
    parts: list[list[Any]] = [[] for _ in given]
    for face in faces:
        shared = {int(one): float(given[one].intersection(face).area) for one in tree.query(face)}
        owner = max(shared, key=lambda one: shared[one], default=None)
        if owner is not None and shared[owner] >= face.area / 2:  # what is left is water between gemeenten
            parts[owner].append(face)
    return [shapely.union_all(found) for found in parts]


def _row(code: str, shape: Any, west: float, north: float) -> dict[str, Any]:
    parts = sorted(shapely.get_parts(shape), key=lambda part: -float(part.area))
    kept = [part for part in parts if part.area >= SMALLEST] or parts[:1]
    units = [
        shapely.transform(part, lambda at: [[round((x - west) / UNIT), round((north - y) / UNIT)] for x, y in at])
        for part in kept
    ]
    x, y, room = _label(kept[0])
    return {
        "code": code,
        "box": [int(bound) for bound in shapely.total_bounds(units)],
        "label": [round((x - west) / UNIT), round((north - y) / UNIT), int(room / UNIT)],
        "path": build_map.path(units),
    }


def _label(part: Any) -> tuple[float, float, float]:
    """Where a name has the most room: its middle, and how wide it may be over a band of a tenth of the height."""
    left, bottom, right, top = part.bounds
    best = (0.0, 0.0, 0.0)
    for step in range(3, 38):
        y = bottom + (top - bottom) * step / 40
        band = [
            shapely.intersection(part, shapely.LineString([(left, at), (right, at)]))
            for at in (y - (top - bottom) / 20, y, y + (top - bottom) / 20)
        ]
        for middle in shapely.get_parts(band[1]):
            low, high = middle.bounds[0], middle.bounds[2]
            for other in (band[0], band[2]):
                over = [
                    one.bounds for one in shapely.get_parts(other) if one.bounds[0] < high and one.bounds[2] > low
                ]
                widest = max(over, key=lambda one: min(one[2], high) - max(one[0], low), default=(low, 0, low, 0))
                low, high = max(low, widest[0]), min(high, widest[2])
            if high - low > best[2]:
                best = ((low + high) / 2, y, high - low)
    return best


if __name__ == "__main__":
    main(Path(sys.argv[1]))
