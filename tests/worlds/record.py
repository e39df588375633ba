"""Editions after one another, made by hand: what was published first, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from tests.worlds import editions
from tests.worlds.figures import figure

#: A number, or why there is none.
Told = float | Status


def shown(
    period: str, values: Mapping[str, Told] | Iterable[Told], indicator: str = "gestart", **facts: object
) -> list[Figure]:
    """What an edition shows of a period: by region, or of the first regions in order."""
    each = values if isinstance(values, Mapping) else dict(zip(CODES, values, strict=False))
    return [
        figure(None, told, region=region, period=period, indicator=indicator, **facts)
        if isinstance(told, Status)
        else figure(float(told), region=region, period=period, indicator=indicator, **facts)
        for region, told in each.items()
    ]


def published(folder: Path, *contents: Iterable[Figure], origin: str = "aangeleverd") -> tuple[Edition, ...]:
    """Editions of these figures, one a half-year from 2025 on; newest first, as the product lists them."""
    made = []
    for number, rows in enumerate(contents, start=1):
        year, half = 2025 + (number - 1) // 2, "voorjaar" if number % 2 else "najaar"
        month = "04" if number % 2 else "10"
        facts = {"published_at": f"{year}-{month}-01T09:00:00+00:00", "sequence": str(number), "origin": origin}
        facts |= {"rounding": "0", "decision_owner": "databeheerder", "decision_date": "2025-01-01"}
        made.append(editions.build(folder, rows, f"{year}-{half}", **facts))
    return tuple(reversed(made))
