"""The order of rows that stand for regions: by name, or from north to south. Never by result."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from sdw.dissemination.charts.core import geometry
from sdw.reference.areas import regions

Order: TypeAlias = Literal["alfabet", "noord_zuid"]
ORDERS: tuple[Order, ...] = ("alfabet", "noord_zuid")


def ordered(codes: Iterable[str], order: Order) -> list[str]:
    """Region codes by name, or from north to south (and west to east)."""
    if order == "alfabet":
        return sorted(codes, key=regions.name_of)
    shapes = geometry.load().regions
    return sorted(codes, key=lambda code: (shapes[code].y, shapes[code].x))
