"""The borders of the regions, for the build only (geopandas is slow to load).

Source: CBS/Kadaster 2025 on a 0.001° grid, WGS84. Drawn in RD (EPSG:28992, metres). Borders include water:
use land area (context) for densities.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sdw.reference import tables
from sdw.reference.areas import regions

if TYPE_CHECKING:
    import geopandas as gpd

#: One simplification for every map: a corner goes when the triangle it makes is smaller than this squared
#: (Visvalingam-Whyatt). At 500 m, about one screen pixel, no border moves more than 105 m.
TOLERANCE_M = 500.0

_WGS84, _RD = "EPSG:4326", "EPSG:28992"


@cache
def full() -> gpd.GeoDataFrame:
    """The borders as published: column `region` (code, in order) and `geometry` (RD, metres), valid."""
    import geopandas as gpd

    frame = gpd.read_file(tables.DATA / "reference" / "boundaries.topojson", engine="pyogrio")
    frame = frame[["region", "geometry"]].set_crs(_WGS84, allow_override=True)
    frame["geometry"] = frame.geometry.make_valid(method="structure", keep_collapsed=False)
    frame = frame.to_crs(_RD).sort_values("region", ignore_index=True)
    if tuple(frame["region"]) != regions.CODES:
        raise ValueError("boundaries.topojson does not hold exactly the 35 regions")
    return frame


@cache
def simplified() -> gpd.GeoDataFrame:
    """As `full`, simplified together, so that neighbours keep one shared border without gaps or overlaps."""
    frame = full().copy()
    frame["geometry"] = frame.geometry.simplify_coverage(TOLERANCE_M)
    return frame


@cache
def neighbours() -> dict[str, tuple[str, ...]]:
    """Per region code the codes that share a border line with it, in order. A shared point does not count."""
    frame = full()
    touching: dict[str, tuple[str, ...]] = {}
    for code, shape in zip(frame["region"], frame.geometry, strict=True):
        shared = frame.geometry.intersection(shape).length > 0
        touching[code] = tuple(other for other in frame["region"][shared] if other != code)
    return touching
