"""Reading the shipped tables in `data/`: CSV with semicolons, TOML, both UTF-8."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

#: The folder with everything that ships: reference tables, examples, published statistics.
DATA = Path(__file__).resolve().parents[2] / "data"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `data/<name>` as dicts of text; an empty cell is the empty text."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def document(name: str) -> dict[str, Any]:
    """The TOML document `data/<name>`."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def optional_number(text: str) -> float | None:
    """'26.9' → 26.9, '' → None: a figure that was not published stays absent."""
    return float(text) if text else None


def optional_count(text: str) -> int | None:
    """'156' → 156, '' → None."""
    return int(text) if text else None
