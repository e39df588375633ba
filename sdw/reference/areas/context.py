"""Inhabitants, land and benefits per region, from the delivery file `data/reference/context.csv`.

The file itself goes through the importer like any other delivery; this reader serves what is fixed
before any edition exists, such as which regions are alike.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from sdw.reference import tables

Measure = Literal[
    "inwoners", "inwoners_15_64", "bijstand", "arbeidsongeschiktheid", "ww", "oppervlakte_land_ha", "gemeenten"
]

#: The delivery file, in the layout of the `context` dataset: regio;jaar;maat;waarde.
FILE: Path = tables.DATA / "reference" / "context.csv"

#: The newest year of which inhabitants ship.
NEWEST = 2024

_VALUES: dict[tuple[str, int, str], int] = {
    (row["regio"], int(row["jaar"]), row["maat"]): int(row["waarde"])
    for row in tables.rows("reference/context.csv")
}


def value(region: str, year: int, measure: Measure) -> int:
    """One figure: people, benefits, hectares of land or gemeenten. What does not ship is a KeyError."""
    return _VALUES[region, year, measure]
