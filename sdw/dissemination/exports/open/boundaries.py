"""The borders of the regions as GeoJSON (RFC 7946): WGS84, longitude before latitude, outer rings to the left.

They ship as TopoJSON: arcs of whole steps on a grid, shared by neighbours. Nothing is moved, mended or made simpler
here: on that grid the border of one region (AM24) touches itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from sdw.dissemination.exports.open import other_tables
from sdw.edition.editions import Edition
from sdw.indicators.model import NATION
from sdw.reference import tables
from sdw.reference.documents import sources
from sdw.text.dutch import listing, say

NAME = "regiogrenzen.geojson"
#: In `data/sources.toml`.
SOURCE = "grenzen"
#: A tenth of a metre: less than the grid of the file (0.001 degree) tells.
_DECIMALS = 6
Point = tuple[float, float]


def geojson(edition: Edition) -> bytes:
    """One feature per region of the edition, by its code and its name of then."""
    called, source = other_tables.region_names(edition), sources.by_id(SOURCE)
    shapes = _geometries()
    features = [
        {"type": "Feature", "id": code, "properties": {"region": code, "name": called[code]}, "geometry": geometry}
        for code, geometry in shapes.items()
        if code in called
    ]
    made = {
        "type": "FeatureCollection",
        "name": say("open_data.boundaries.title"),
        "source": say("open_data.boundaries.source", publisher=source.publisher, date=source.date),
        "licence": source.licence,
        "url": source.url,
        "note": f"{source.note} {told_of(edition)}",
        "without_border": list(without(edition)),
        "features": features,
    }
    return (json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def without(edition: Edition) -> dict[str, str]:
    """Code → name of each region of the edition that has no border here: those that there are no more by then."""
    named = other_tables.region_names(edition)
    return {code: name for code, name in named.items() if code != NATION and code not in _geometries()}


def told_of(edition: Edition) -> str:
    """Of which year the borders are, and which regions have none."""
    year = say("open_data.boundaries.years", date=sources.by_id(SOURCE).date)
    missing = list(without(edition).values())
    return f"{year} {say('open_data.boundaries.without', names=listing(missing))}" if missing else year


@cache
def _geometries() -> dict[str, dict[str, Any]]:
    """Code → its Polygon or MultiPolygon."""
    found = json.loads((tables.DATA / "reference" / "boundaries.topojson").read_text(encoding="utf-8"))
    arcs = [_points(arc, found["transform"]) for arc in found["arcs"]]
    shapes = {one["properties"]["region"]: one for one in found["objects"]["regions"]["geometries"]}
    return {code: _geometry(shapes[code], arcs) for code in sorted(shapes)}


def _points(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> list[Point]:
    """The points of an arc: each is told as steps from the one before it."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    columns, rows = (list(accumulate(step[axis] for step in arc)) for axis in (0, 1))
    return [
        (round(west + x * wide, _DECIMALS), round(south + y * high, _DECIMALS))
        for x, y in zip(columns, rows, strict=True)
    ]


def _geometry(shape: dict[str, Any], arcs: list[list[Point]]) -> dict[str, Any]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    made = [list(_rings(polygon, arcs)) for polygon in polygons]
    is_one = shape["type"] == "Polygon"
    return {"type": shape["type"], "coordinates": made[0] if is_one else made}


def _rings(polygon: list[list[int]], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """The outer ring against the clock, then the holes with it."""
    for place, numbers in enumerate(polygon):
        ring = _ring(numbers, arcs)
        yield ring if (_area(ring) > 0) == (place == 0) else ring[::-1]


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs one after another; the last point of one is the first of the next. A number below 0: ~it, backwards."""
    ring: list[Point] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(points[1:] if ring else points)
    return ring


def _area(ring: list[Point]) -> float:
    """Twice the area, positive where the ring goes against the clock."""
    return sum(x * up - right * y for (x, y), (right, up) in pairwise(ring))
