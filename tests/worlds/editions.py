"""A small edition file, written without the steward: any figures, any facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Contents, Row
from sdw.edition.figures import Figure
from sdw.edition.formats import two

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
    two.fill(path, Contents(rows=[_row(figure) for figure in figures], facts=manifest))
    return editions.in_file(path)


def _row(figure: Figure) -> Row:
    return Row(**{field.name: getattr(figure, field.name) for field in fields(Row)})
