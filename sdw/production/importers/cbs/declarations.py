"""A CBS table → the observations of our declared series (`series`)."""

from __future__ import annotations

import math
import re

import pyarrow as pa
import pyarrow.compute as pc

from sdw.production.importers.cbs.areas import regional
from sdw.production.importers.cbs.recognised import identified
from sdw.production.importers.cbs.table import CbsTable
from sdw.reference import periods
from sdw.reference.series import sectors
from sdw.reference.series.declared import ALL, Break, Series, by_id, of_table
from sdw.reference.series.refusal import refusal
from sdw.text.dutch import number

__all__ = ["ALL", "OBSERVATION", "Break", "Series", "by_id", "check_whole", "observations", "of_table", "spans"]

#: The columns of `observations`, the keys of every observation and what CBS gives with it.
OBSERVATION = pa.schema(
    [
        *((name, pa.string()) for name in ("region", "period", "method", "client_group", "sector")),
        ("months", pa.int32()),
        ("measure", pa.string()),
        *((name, pa.float64()) for name in ("value", "low", "high")),
        ("status", pa.string()),
    ]
)
_SERIAL = re.compile(r"_\d+$")


def observations(table: CbsTable) -> pa.Table:
    """The declared series in `table` as observations (`OBSERVATION`), with statuses and margins.

    A StatLine download is recognised by its title. A topic that is gone or no longer unique, a sector without
    a label of ours, or fewer rows than the table's own lists promise: UserError.
    """
    table = identified(table)
    check_whole(table)
    return pa.concat_tables([_of_series(table, series) for series in of_table(table.table)])


def check_whole(table: CbsTable) -> None:
    """A row for every member of every axis, for the series that are declared complete. UserError otherwise.

    An axis without a list of its own counts as what occurs in the figures. A selection of StatLine, which has
    no list at all, is whole in its own way: its reader sees to that.
    """
    if not table.members:
        return
    for series in [each for each in ALL if each.table.lower() == table.table.lower() and each.complete]:
        cells = table.cells.filter(pc.equal(table.cells["topic"], _topic(table, series)))
        axes = [table.members.get(name) or pc.unique(cells[name]) for name in (*table.dimensions, "period")]
        expected = math.prod(map(len, axes))
        if cells.num_rows < expected:
            facts = {"found": number(cells.num_rows), "expected": number(expected)}
            raise refusal("cbs.not_whole", table=table.table, **facts)


def spans(found: pa.Table) -> dict[tuple[str, periods.Kind], tuple[str, str]]:
    """First and last period with a value, per series and kind of period (`year`, `quarter`)."""
    spans: dict[tuple[str, periods.Kind], list[periods.Period]] = {}
    filled = found.filter(pc.is_valid(found["value"]))
    for pair in filled.select(["measure", "period"]).group_by(["measure", "period"]).aggregate([]).to_pylist():
        period = periods.parse(pair["period"])
        spans.setdefault((pair["measure"], period.kind), []).append(period)
    return {key: (min(each).code, max(each).code) for key, each in spans.items()}


def notes(table: CbsTable) -> tuple[str, ...]:
    """What an importer should know of areas that are left out, in Dutch sentences."""
    table = identified(table)
    dimensions = dict.fromkeys(series.area_dimension for series in of_table(table.table) if series.area_dimension)
    return tuple(note for name in dimensions for note in regional.areas_of(table, name).notes)


def _of_series(table: CbsTable, series: Series) -> pa.Table:
    cells = table.cells.filter(pc.equal(table.cells["topic"], _topic(table, series)))
    if series.area_dimension:
        return _scaled(series, _of_regions(series, regional.figures(table, series.area_dimension, cells)))
    return _scaled(series, _of_nation(table, series, cells))


def _scaled(series: Series, found: pa.Table) -> pa.Table:
    """Figures in ones, where the table has them in thousands; a figure has at most three decimals there."""
    if series.scale == 1:
        return found
    for name in ("value", "low", "high"):
        figures = pc.round(pc.multiply(found[name], series.scale), ndigits=3)
        found = found.set_column(found.column_names.index(name), OBSERVATION.field(name), figures)
    return found


def _of_regions(series: Series, figures: pa.Table) -> pa.Table:
    return _observed(figures.append_column("measure", _same(series.id, figures)), "totaal")


def of_context(figures: pa.Table, year: str) -> pa.Table:
    """Region, measure, value and status of a year, as observations of the dataset `context`."""
    return _observed(figures.append_column("period", _same(year, figures)), "")


def _observed(figures: pa.Table, part: str) -> pa.Table:
    """Figures without margins and sectors as observations; `part` is their method and client group."""
    nothing = pa.nulls(figures.num_rows, pa.float64())
    whole = {"method": _same(part, figures), "client_group": _same(part, figures), "sector": _same("", figures)}
    whole |= {"months": _same(0, figures), "low": nothing, "high": nothing}
    whole |= {name: figures[name] for name in ("region", "period", "measure", "value", "status")}
    return pa.table({name: whole[name] for name in OBSERVATION.names}).cast(OBSERVATION)


def _of_nation(table: CbsTable, series: Series, cells: pa.Table) -> pa.Table:
    others = [name for name in table.dimensions if name != series.sector_dimension]
    if others or (series.sector_dimension and series.sector_dimension not in table.dimensions):
        raise refusal("cbs.other_dimensions", table=table.table, dimensions=", ".join(table.dimensions) or "geen")
    if series.margins and not pc.all(pc.equal(pc.is_valid(cells["value"]), pc.is_valid(cells["low"]))).as_py():
        raise refusal("cbs.no_margins", table=table.table)
    sector = _plain(cells[series.sector_dimension]) if series.sector_dimension else _same("", cells)
    for code in pc.unique(sector).to_pylist():
        if code:
            sectors.by_code(code)
    columns = {
        "region": _same("NL", cells),
        "period": _plain(cells["period"]),
        "method": _same("totaal", cells),
        "client_group": _same("totaal", cells),
        "sector": sector,
        "months": _same(0, cells),
        "measure": _same(series.id, cells),
        **{name: cells[name] for name in ("value", "low", "high")},
        "status": _plain(cells["status"]),
    }
    return pa.table(columns).cast(OBSERVATION)


def _topic(table: CbsTable, series: Series) -> str:
    """The full key of the series' topic: CBS renumbers topics, the words in front stay."""
    keys = [key for key in pc.unique(table.cells["topic"]).to_pylist() if _SERIAL.sub("", key) == series.topic]
    if len(keys) != 1:
        raise refusal("cbs.topic", table=table.table, topic=series.topic, count=len(keys))
    return str(keys[0])


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(pa.string())


def _same(value: str | int, cells: pa.Table) -> pa.Array:
    return pa.array([value] * cells.num_rows)
