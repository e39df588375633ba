"""Counting at publication: the batches of an edition added up to every count that the plan publishes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sdw.disclosure.cells import Cell
from sdw.disclosure.counts.assembly import Counts
from sdw.production.publishing import publication_inputs
from sdw.production.store import sql
from sdw.production.store.private import Connection
from sdw.reference import comparisons
from sdw.reference.areas.regions import NATION
from sdw.reference.dimensions import Key
from sdw.reference.measures import COUNTS, TARGETS
from sdw.reference.plan import Plan
from sdw.reference.status import Status

#: All counts of an edition: with those over equal regions.
MEASURES = (*COUNTS, *(one.id for one in comparisons.ALL))


@dataclass(frozen=True, slots=True)
class Totals:
    """The counts of an edition, the periods in it, and what adds up to what."""

    cells: tuple[Cell, ...]
    periods: tuple[str, ...]
    counts: Counts
    by_key: Mapping[Key, Cell] = field(repr=False)


def count(connection: Connection, chosen: Sequence[int], plan: Plan) -> Totals:
    """Every count of these batches that the plan publishes."""
    periods = _add_up(connection, chosen)
    wanted = {(measure, *cut) for measure in COUNTS for cut in publication_inputs.planned(plan, periods, measure)}
    wanted |= set(publication_inputs.compared(plan, periods))
    return _counted(connection, periods, wanted, plan.fewest_regions)


def count_cells(connection: Connection, chosen: Sequence[int], wanted: Iterable[Key]) -> Totals:
    """Only these cells: those of an edition that was made when the plan may have been another."""
    return _counted(connection, _add_up(connection, chosen), set(wanted))


def _add_up(connection: Connection, chosen: Sequence[int]) -> tuple[str, ...]:
    sql.prepare(connection)
    sql.run(connection, "chosen", batches=list(chosen))
    for step in ("delivered_totals", "rolled_up", "nation"):
        sql.run(connection, step)
    sql.run(connection, "same_regions", measures=list(TARGETS), least=comparisons.LEAST_REGIONS)
    return tuple(row[0] for row in sql.run(connection, "count_periods").fetchall())


def _counted(connection: Connection, periods: tuple[str, ...], wanted: Collection[Key], fewest: int = 0) -> Totals:
    """A count over fewer regions than `fewest` is withheld as such: with the others' own counts it tells of one."""
    cells = tuple(
        _enough(
            Cell(measure, region, period, method, group, value, Status(status), tuple(covered or ())),
            fewest,
        )
        for measure, region, period, method, group, value, status, covered in sql.run(
            connection, "count_cells"
        ).fetchall()
        if (measure, region, period, method, group) in wanted
    )
    without = {cell.key: cell.status for cell in cells if cell.region != NATION and cell.value is None}
    parts = Counts(
        sql.table(connection, "cell_values").to_pandas(),
        sql.table(connection, "cell_parts").to_pandas(),
        [cell for cell in cells if cell.covered and cell.value is not None],
        [cell for cell in cells if cell.covered and cell.value is None],
        [key for key, status in without.items() if status is not Status.NOT_APPLICABLE],
        [key for key, status in without.items() if status is Status.NOT_APPLICABLE],
    )
    return Totals(cells, periods, parts, {cell.key: cell for cell in cells})


def _enough(cell: Cell, fewest: int) -> Cell:
    if cell.value is None or not cell.covered or len(cell.covered) >= fewest:
        return cell
    return replace(cell, value=None, status=Status.SUPPRESSED)
