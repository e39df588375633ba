"""A table with areas → the figures of the 35 regions and the nation, whole or not at all.

Where a table has regions, these are read. Where it has gemeenten only, they are added up by the region that each
was in at that time; a month with a figure of a gemeente that we cannot place is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from sdw.production.importers.cbs.areas import members
from sdw.production.importers.cbs.areas.members import Areas
from sdw.production.importers.cbs.table import CbsTable
from sdw.reference import periods
from sdw.reference.areas import municipalities, regions
from sdw.reference.areas.regions import NATION
from sdw.reference.series.refusal import refusal
from sdw.reference.status import Status, of_sum
from sdw.text.dutch import listing

_COLUMNS = ("region", "period", "value", "status")
#: So many missing regions are named.
_NAMED = 5

Row = dict[str, Any]


def areas_of(table: CbsTable, dimension: str) -> Areas:
    """What the members of the table's area dimension are. UserError as `members.of`."""
    if dimension not in table.dimensions:
        raise refusal("cbs.no_areas", table=table.table, dimension=dimension)
    return members.of(table.members.get(dimension) or pc.unique(table.cells[dimension]).to_pylist())


def figures(table: CbsTable, dimension: str, cells: pa.Table) -> pa.Table:
    """Region (or NL), period, value and status of every month, from the `cells` of one topic.

    A dimension beside area and period is read at its one total. Raises UserError: there is no such total, the table
    has no regions, or a region or the nation has no row in a period.
    """
    for name in table.dimensions:
        if name != dimension:
            cells = _at_total(table, name, cells)
    areas = areas_of(table, dimension)
    rows = list(_rows(cells, dimension, areas.places))
    if not any(row["region"] != NATION for row in rows):
        if not areas.municipalities:
            raise refusal("cbs.no_regions", table=table.table)
        rows += _added_up(_rows(cells, dimension, {code: code for code in areas.municipalities}))
        known = {row["period"] for row in rows if row["region"] != NATION}
        rows = [row for row in rows if row["period"] in known]
    _check_whole(table, rows)
    return pa.table({name: [row[name] for row in rows] for name in _COLUMNS})


def _at_total(table: CbsTable, name: str, cells: pa.Table) -> pa.Table:
    pairs = cells.select([name, f"{name}_title"]).group_by([name, f"{name}_title"]).aggregate([]).to_pylist()
    totals = [pair[name] for pair in pairs if str(pair[f"{name}_title"]).casefold().startswith("totaal")]
    if len(totals) != 1:
        raise refusal("cbs.no_total", table=table.table, dimension=name)
    return cells.filter(pc.equal(cells[name].cast(pa.string()), totals[0]))


def _rows(cells: pa.Table, dimension: str, places: dict[str, str] | Any) -> Iterator[Row]:
    codes = cells[dimension].cast(pa.string())
    kept = cells.filter(pc.is_in(codes, value_set=pa.array(list(places), pa.string())))
    for row in kept.select([dimension, "period", "value", "status"]).to_pylist():
        yield {
            "region": places[row[dimension]],
            "period": row["period"],
            "value": row["value"],
            "status": row["status"],
        }


def _added_up(rows: Iterator[Row]) -> list[Row]:
    """The regions as sums of their gemeenten, in the periods in which every gemeente with a figure has a place."""
    by_period: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_period.setdefault(row["period"], {})[row["region"]] = row
    found: list[Row] = []
    for period, figures_of in by_period.items():
        inside = _inside(periods.parse(period).end)
        counted = {code for code, row in figures_of.items() if Status(row["status"]).has_value}
        if counted <= inside.keys():
            found += [_sum(region, period, figures_of, inside) for region in regions.CODES]
    return found


def _sum(region: str, period: str, figures_of: dict[str, Row], inside: dict[str, str]) -> Row:
    """The sum of a region's gemeenten; one without a row is unknown."""
    parts = [figures_of.get(code) for code, where in inside.items() if where == region]
    status = of_sum(Status(part["status"]) if part else Status.UNKNOWN for part in parts)
    value = sum(part["value"] or 0 for part in parts if part) if status.has_value else None
    return {"region": region, "period": period, "value": value, "status": str(status)}


@lru_cache(maxsize=512)
def _inside(day: dt.date) -> dict[str, str]:
    """Code of a gemeente → its region, as on that day. Those that merged since have no code, and no place."""
    return {one.code: one.region for one in municipalities.on(day) if one.code}


def _check_whole(table: CbsTable, rows: Sequence[Row]) -> None:
    wanted = {NATION, *regions.CODES}
    by_period: dict[str, list[str]] = {}
    for row in rows:
        by_period.setdefault(row["period"], []).append(row["region"])
    if not by_period:
        raise refusal("cbs.no_regions", table=table.table)
    for period, found in by_period.items():
        if missing := [regions.name_of(code) for code in sorted(wanted - set(found))]:
            named = listing(missing[:_NAMED]) + (" …" if len(missing) > _NAMED else "")
            raise refusal(
                "cbs.regions_missing", table=table.table, period=periods.parse(period).label, regions=named
            )
