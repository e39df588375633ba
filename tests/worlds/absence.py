"""Absence for tests: editions with the shipped CBS tables, and a small table that can be changed."""

from __future__ import annotations

import csv
from pathlib import Path

from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.reference import tables
from tests.worlds import edition as world
from tests.worlds import store
from tests.worlds.cbs import lines

SHIPPED = tuple(tables.DATA / "cbs" / f"{name}.csv" for name in ("80072ned", "83157NED", "83415NED"))


def build(folder: Path, label: str = "2026-najaar") -> Edition:
    """An edition with absence and nothing else."""
    with world.store_at(folder):
        _absence()
        return publish.publish(label)


def build_with_region(folder: Path, label: str = "2026-najaar") -> Edition:
    """An edition with absence, in which one region delivered."""
    with world.store_at(folder):
        _absence()
        store.deliver(store.ledger("AM05", "2026-H2", 120, 64, 50, 21), name="levering.csv")
        return publish.publish(label)


def build_with_examples(folder: Path, label: str = "2026-najaar") -> Edition:
    """An edition with absence and the examples of regions."""
    with world.store_at(folder):
        _absence()
        store.deliver(store.ledger("AM05", "2026-H2", 120, 64, 50, 21), origin="voorbeeld", name="voorbeeld.csv")
        return publish.publish(label)


def _absence() -> None:
    for path in SHIPPED:
        assert import_file.import_file(path, origin="openbaar").ok


def changed(folder: Path, cells: dict[tuple[str, str], str], drop: frozenset[str] = frozenset()) -> Path:
    """The shipped table 80072ned with other values for (sector, period), without the periods in `drop`."""
    path = folder / "80072ned.csv"
    with SHIPPED[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        for row in rows:
            if row["periode"] not in drop:
                writer.writerow(row | {"waarde": cells.get((row["sector"], row["periode"]), row["waarde"])})
    return path


def statline(rows: dict[tuple[str, str], str], title: str = "") -> bytes:
    """A StatLine download of 80072ned: (sector, period) down, one topic across."""
    title = title or "Ziekteverzuimpercentage; bedrijfstakken (SBI 2008) en bedrijfsgrootte"
    return lines(
        title,
        "Onderwerp|Onderwerp|Ziekteverzuimpercentage",
        "Bedrijfskenmerken (SBI 2008)|Perioden|%",
        *(f"{sector}|{period}|{value}" for (sector, period), value in rows.items()),
        "Bron: CBS",
    ).encode()
