"""Ledgers of regions that do not close in the totals: everybody is told, because else they are taken to.

The importer looks line by line; a line in which one number is missing or does not apply can put a total off all the
same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sdw.disclosure.cells import Cell
from sdw.reference import periods
from sdw.reference.areas.regions import NATION
from sdw.reference.dimensions import TOTAL, Key
from sdw.reference.measures import CLOSING, LEDGER, OPENING
from sdw.reference.remarks import BROKEN, OPEN

#: Region, period and kind of a remark.
Remark = tuple[str, str, str]


def remarks(cells: Iterable[Cell], already: Collection[Remark]) -> list[Remark]:
    """A remark for each total that is off, but where one on this period or a part of it is there already."""
    totals = {cell.key: cell.value for cell in cells if cell.key[3:] == (TOTAL, TOTAL) and cell.value is not None}
    found = list(already)
    off = sorted({*_open(totals), *_broken(totals)}, key=lambda one: (periods.parse(one[1]).months, one))
    for region, period, kind in off:
        whole = periods.parse(period)
        if not any(
            code == region and same == kind and whole.contains(periods.parse(part)) for code, part, same in found
        ):
            found.append((region, period, kind))
    return found[len(already) :]


def _open(totals: Mapping[Key, float]) -> Iterator[Remark]:
    for measure, region, period, method, group in totals:
        ledger = [totals.get((name, region, period, method, group)) for name in LEDGER]
        if measure == CLOSING and region != NATION and None not in ledger:
            off = sum(sign * (value or 0.0) for sign, value in zip(LEDGER.values(), ledger, strict=True))
            if off:
                yield region, period, OPEN


def _broken(totals: Mapping[Key, float]) -> Iterator[Remark]:
    ends: dict[tuple[str, object], set[float]] = {}
    for (measure, region, period, *_), value in totals.items():
        if measure == CLOSING:
            ends.setdefault((region, periods.parse(period).following().start), set()).add(value)
    for (measure, region, period, *_), value in totals.items():
        if measure == OPENING and region != NATION:
            before = ends.get((region, periods.parse(period).start), {value})
            if before != {value}:
                yield region, period, BROKEN
