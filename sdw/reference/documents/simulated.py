"""How often a pace held in simulated worlds (`data/reference/pace_simulated.csv`), written by a script.

`python -m benchmarks.pace_simulated` makes the file; nobody types these numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import tables

#: Its place under `data/`.
FILE = "reference/pace_simulated.csv"
#: Columns of percentages: of whom, and the level of the interval.
COLUMNS = tuple(f"{who}_{level}" for who in ("run_rate", "regions", "nation") for level in (80, 95))


@dataclass(frozen=True, slots=True)
class Simulated:
    """A kind of world, how many were drawn, and in how many percent (0-100) an interval held where a year ended.

    run_rate: regions by a calculation without season, spread or late reporting. regions, nation: by the pace. Each
    at 80% and at 95%. is_break: something happens of which no earlier year tells.
    """

    world: str
    drawn: int
    run_rate: tuple[float, float]
    regions: tuple[float, float]
    nation: tuple[float, float]
    is_break: bool


def _read(row: dict[str, str]) -> Simulated:
    simple, regions, nation = (
        (float(row[f"{who}_80"]), float(row[f"{who}_95"])) for who in ("run_rate", "regions", "nation")
    )
    return Simulated(row["world"], int(row["drawn"]), simple, regions, nation, row["break"] == "1")


#: In the order of the file.
ALL: tuple[Simulated, ...] = tuple(map(_read, tables.rows(FILE)))
