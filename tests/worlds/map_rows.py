"""Thirty-five regions in which each status occurs."""

from __future__ import annotations

from sdw.dissemination.charts.core.geometry import load
from sdw.dissemination.charts.map.drawing import Row
from sdw.reference.status import Status

SPECIAL = {
    "AM30": Status.SUPPRESSED,
    "AM21": Status.SUPPRESSED,
    "AM24": Status.NOT_DELIVERED,
    "AM11": Status.NOT_DELIVERED,
    "AM33": Status.UNKNOWN,
    "AM09": Status.NOT_APPLICABLE,
    "AM03": Status.PROVISIONAL,
    "AM20": Status.PROVISIONAL,
}


def rows(**names: str) -> list[Row]:
    """A row per region; `names` (code=name) replaces official names. Twente has 97."""
    made = []
    for place, (code, shape) in enumerate(load().regions.items()):
        status = SPECIAL.get(code, Status.VALUE)
        number = 97 if code == "AM05" else 18 + (place * 37) % 190
        star = "*" if status is Status.PROVISIONAL else ""
        made.append(
            Row(
                code,
                names.get(code, shape.name),
                f"{number}{star} trajecten",
                number if status.has_value else None,
                status,
                f"{number}{star}",
                earlier=str(number - 4),
            )
        )
    return made
