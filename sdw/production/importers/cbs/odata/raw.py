"""The small files of a dump as rows, strictly: a file that was cut off or changed is refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from sdw.reference.series.refusal import refusal

#: How CBS says that an answer goes on elsewhere, in every version of OData, and how many rows there are in all.
_NEXT = ("odata.nextLink", "@odata.nextLink", "__next", "@nextLink")
_COUNT = ("odata.count", "@odata.count", "__count", "@count")


def is_json(path: Path) -> bool:
    """True for a JSON file, by its name."""
    return path.suffix.lower() == ".json"


def as_text(value: Any) -> str:
    """A value of a dump as trimmed text; null is ''."""
    return "" if value is None else str(value).strip()


def delimiter(header: str) -> str:
    """What stands between the columns of a CSV dump, from its header line."""
    return ";" if header.count(";") > header.count(",") else ","


def json_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON file: a list, or CBS's own answer with the list under `value`.

    An answer that goes on elsewhere, or that counts more rows than it holds: UserError.
    """
    try:
        found = json.loads(path.read_bytes())
    except ValueError as error:
        raise refusal("cbs.part_damaged", name=path.name) from error
    rows = found
    if isinstance(found, dict):
        answer = found["d"] if isinstance(found.get("d"), dict) else found
        rows = answer.get("value", answer.get("results"))
        _check_whole(answer, rows, path.name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise refusal("cbs.part_damaged", name=path.name)
    return rows


def _check_whole(answer: dict[str, Any], rows: Any, name: str) -> None:
    """One page of an answer is no table."""
    counted = next((as_text(answer[key]) for key in _COUNT if key in answer), "")
    short = counted.isdigit() and isinstance(rows, list) and len(rows) < int(counted)
    if short or any(answer.get(key) for key in _NEXT):
        raise refusal("cbs.next_page", name=name)


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header; every line must be as long as the header."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        between = delimiter(text.partition("\n")[0])
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise refusal("cbs.part_damaged", name=path.name) from error
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise refusal("cbs.part_damaged", name=path.name)
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
