"""Makes the files in `data/cbs/` from OData dumps: `python -m sdw.production.steward.ship_cbs FOLDER…`.

Writes `<table>.csv` (the declared series), and refreshes CBS's titles in `sectors.csv` and the title and
date in `tables.csv`. Labels, kinds and order of sectors are ours: a new sector is refused until it has them.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from sdw.production.importers.cbs import compact, recognised
from sdw.production.importers.cbs.odata import tidy
from sdw.production.importers.cbs.table import CbsTable
from sdw.reference import tables
from sdw.reference.series import sectors


def main(folders: list[str], data: Path = tables.DATA) -> None:
    """Ships the dumps in `folders` to `data`/cbs."""
    for folder in folders:
        table = tidy.read(Path(folder))
        compact.write(table, data / "cbs" / f"{table.table}.csv")
        _refresh(data / recognised.TABLES, {table.table: {"titel": table.title, "gewijzigd": table.modified}})
        _refresh(data / sectors.FILE, _titles(table))


def _titles(table: CbsTable) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name in table.dimensions:
        for pair in (
            table.cells.select([name, f"{name}_title"]).group_by([name, f"{name}_title"]).aggregate([]).to_pylist()
        ):
            found[pair[name]] = {"titel": pair[f"{name}_title"]}
    return found


def _refresh(path: Path, changes: dict[str, dict[str, str]]) -> None:
    """Writes `changes` over the rows of a shipped file, by the key in its first column."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter=";", strict=True)
        names = list(reader.fieldnames or [])
        rows = {row[names[0]]: row for row in reader}
    for key, change in changes.items():
        rows[key] = rows.get(key, {names[0]: key}) | change
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows.values())


if __name__ == "__main__":
    main(sys.argv[1:])
