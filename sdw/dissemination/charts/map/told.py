"""What a map says of itself in words: its classes, its highest and lowest region, and how many have no figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.drawing import Row
from sdw.reference.status import Status
from sdw.text.dutch import listing, number, say

#: Regions that share an end are named up to so many; more of them say nothing about one region.
_NAMED = 2


def highest(rows: Sequence[Row]) -> str | None:
    """The code of the one region with the highest value; None where several share it, or nothing differs."""
    ends = _at_end(rows, highest=True)
    return ends[0].code if len(ends) == 1 < len(_known(rows)) else None


def described(rows: Sequence[Row], classes: Classes) -> str:
    """How many classes from where to where, which regions are at both ends, and how many have no figure and why."""
    return " ".join(_sentences(rows, classes))


def _sentences(rows: Sequence[Row], classes: Classes) -> Iterator[str]:
    known = _known(rows)
    if known:
        bounds = [item.label for item in classes.items]
        yield say("map.told.classes", count=number(len(known)), listed=listing(bounds))
        for end in ("highest", "lowest"):
            ends = _at_end(rows, highest=end == "highest")
            if len(ends) <= _NAMED < len(known):
                yield say(f"map.told.{end}", names=listing([row.name for row in ends]), value=ends[0].brief)
    missing = [
        say("map.told.missing", count=number(count), status=say(f"status.{status}"))
        for status in Status
        if (count := sum(row.status is status for row in rows)) and not status.has_value
    ]
    without = say("map.told.without", listed=listing(missing)) if missing else say("map.told.complete")
    yield without.rstrip(".") + "."  # a status may end in a full stop


def _known(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.number is not None]


def _at_end(rows: Sequence[Row], *, highest: bool) -> list[Row]:
    """The rows with the highest value, or the lowest."""
    values = [row.number for row in rows if row.number is not None]
    end = (max if highest else min)(values, default=None)
    return [row for row in rows if row.number is not None and row.number == end]
