"""A small edition file, written without the steward: any figures, any facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

import duckdb

from sdw.edition import editions
from sdw.edition import editions as _editions
from sdw.edition.editions import Edition
from sdw.edition.figures import COLUMNS, Figure

SCHEMA = Path(_editions.__file__).with_name("edition.sql")
PUBLISHED = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


def build(folder: Path, figures: Iterable[Figure], label: str = "2026-najaar", **facts: str) -> Edition:
    """An edition in `<folder>/editions` with these figures; `facts` are added to its manifest."""
    path = folder / "editions" / f"{label}.duckdb"
    path.parent.mkdir(parents=True, exist_ok=True)
    manifest = {
        "label": label,
        "published_at": PUBLISHED.isoformat(),
        "origin": "voorbeeld",
        "threshold": "10",
        "rate_minimum": "20",
    } | facts
    columns = [name for name in COLUMNS if name != "edition"]
    marks = ", ".join("?" for _ in columns)
    with duckdb.connect(str(path)) as connection:
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        connection.executemany("INSERT INTO manifest VALUES (?, ?)", list(manifest.items()))
        lines = [_cells(figure) for figure in figures]
        if lines:
            connection.executemany(f"INSERT INTO figure ({', '.join(columns)}) VALUES ({marks})", lines)
    return editions._opened(path, editions._stamp(path))


def _cells(figure: Figure) -> list[object]:
    cells = dict(zip(COLUMNS, astuple(figure), strict=True))
    return [cells[name] for name in COLUMNS if name != "edition"]
