"""The regions' files from those of the gemeenten: `python -m data.regional.generate`.

Writes the benefits of 2024 into `data/reference/context.csv`, and `young_adults_2024.csv`. Counts are added up. A
percentage is the mean of its gemeenten, weighted by their people of 15-24, in whole percents; with it goes the part
of those people (rounded down) that live in a gemeente with a figure. The nation's percentages are as published.
The gemeenten themselves go into `young_adults_whole_municipalities_2024.csv`, in whole percents too: that file is
imported, as `benefits_municipalities_2024.csv` is.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from sdw.reference import tables
from sdw.reference.areas import regions

YEAR = "2024"
COUNTS = ("bijstand", "arbeidsongeschiktheid", "ww", "inwoners_15_64")
PERCENTAGES = ("psychisch_beperkt", "sterk_eenzaam")
#: As published for the Netherlands (Gezondheidsmonitor Jongvolwassenen 2024): 18.2 and 22.5.
NATION = {"psychisch_beperkt": 18, "sterk_eenzaam": 23}

Row = dict[str, str]


def main(data: Path = tables.DATA) -> None:
    """Write both files anew."""
    people = tables.rows("regional/benefits_municipalities_2024.csv")
    kept = [row for row in tables.rows("reference/context.csv") if row["jaar"] != YEAR or row["maat"] not in COUNTS]
    _write(data / "reference" / "context.csv", [*kept, *_counted(people)], ("regio", "jaar", "maat", "waarde"))
    young = tables.rows("regional/young_adults_municipalities_2024.csv")
    columns = ("regio", "jaar", *(name for one in PERCENTAGES for name in (one, f"{one}_dekking")))
    _write(data / "regional" / "young_adults_2024.csv", _weighted(young), columns)
    whole = data / "regional" / "young_adults_whole_municipalities_2024.csv"
    _write(whole, _rounded(young), ("regio", "jaar", "gemeente", *PERCENTAGES))


def _counted(people: Sequence[Row]) -> Iterable[Row]:
    for code in regions.CODES:
        for count in COUNTS:
            total = sum(int(row[count]) for row in people if row["regio"] == code)
            yield {"regio": code, "jaar": YEAR, "maat": count, "waarde": str(total)}


def _weighted(young: Sequence[Row]) -> Iterable[Row]:
    for code in (*regions.CODES, regions.NATION):
        line = {"regio": code, "jaar": YEAR}
        for name in PERCENTAGES:
            parts = [row for row in young if code in (row["regio"], regions.NATION)]
            known = [row for row in parts if row[name]]
            weight = sum(float(row["gewicht"]) for row in known)
            mean = sum(float(row["gewicht"]) * float(row[name]) for row in known) / weight
            line[name] = str(NATION[name] if code == regions.NATION else _half_up(mean))
            line[f"{name}_dekking"] = str(math.floor(100 * weight / sum(float(row["gewicht"]) for row in parts)))
        yield line


def _rounded(young: Sequence[Row]) -> Iterable[Row]:
    for row in young:
        whole = {name: str(_half_up(float(row[name]))) if row[name] else "onbekend" for name in PERCENTAGES}
        yield {"regio": row["regio"], "jaar": YEAR, "gemeente": row["gemeente"]} | whole


def _half_up(value: float) -> int:
    return math.floor(value + 0.5)


def _write(path: Path, lines: Iterable[Row], columns: Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


if __name__ == "__main__":
    main()
