"""The shapes of the gemeenten of 2024, made simple for small maps (`data/regional/boundaries.py`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from sdw.reference import tables

FILE = "regional/municipality_boundaries_2024.json"


@dataclass(frozen=True, slots=True)
class Shape:
    """One gemeente, in whole units of 50 metres that are the same for all: its box (west, north, east, south), the
    place of its name with the room there (x, y, width), and its outline as the data of an SVG path."""

    code: str
    box: tuple[int, int, int, int]
    label: tuple[int, int, int]
    path: str


@cache
def by_code() -> dict[str, Shape]:
    """Code → shape. A gemeente of a later year has none."""
    rows = json.loads((tables.DATA / FILE).read_text(encoding="utf-8"))
    return {row["code"]: Shape(row["code"], tuple(row["box"]), tuple(row["label"]), row["path"]) for row in rows}
