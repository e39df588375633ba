"""Which topic of which CBS table is which series of ours (`data/cbs/series.toml`), and its observations."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from sdw.importers.cbs import sectors
from sdw.importers.cbs.table import CbsTable
from sdw.reference import periods, tables
from sdw.text.errors import UserError

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


@dataclass(frozen=True, slots=True)
class Break:
    """From `period` on the series is not quite comparable with before; `text` says why."""

    period: str
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One series. `id` is also its measure. `topic` is the topic's key without the serial number.

    `sector_dimension` is '' where the table has no sectors. `measure` says of what the figure is a part,
    in `unit`; `population` of whom; `margins` that CBS publishes a 95% interval with it.
    """

    id: str
    table: str
    topic: str
    sector_dimension: str
    name: str
    definition: str
    measure: str
    unit: str
    population: str
    source: str
    margins: bool
    breaks: tuple[Break, ...]


ALL: tuple[Series, ...] = tuple(
    Series(
        id=entry["id"],
        table=entry["tabel"],
        topic=entry["onderwerp"],
        sector_dimension=entry["kenmerk"],
        name=entry["naam"],
        definition=entry["definitie"],
        measure=entry["maat"],
        unit=entry["eenheid"],
        population=entry["populatie"],
        source=entry["bron"],
        margins=entry["marges"],
        breaks=tuple(Break(each["vanaf"], each["tekst"]) for each in entry["reeksbreuk"]),
    )
    for entry in tables.document("cbs/series.toml")["reeks"]
)
_BY_ID = {series.id: series for series in ALL}


def by_id(series_id: str) -> Series:
    """The series with this id. An unknown id is our bug: KeyError."""
    return _BY_ID[series_id]


def of_table(table_id: str) -> tuple[Series, ...]:
    """The series from one CBS table, '' and unknown ids included: UserError when there are none."""
    found = tuple(series for series in ALL if series.table.lower() == table_id.lower())
    if not found:
        known = ", ".join(dict.fromkeys(series.table for series in ALL))
        raise UserError("cbs.table_unknown", table=table_id or "zonder nummer", known=known)
    return found


def observations(table: CbsTable) -> pa.Table:
    """The declared series in `table` as observations (`OBSERVATION`), national, with statuses and margins.

    A topic that is gone or no longer unique, or a sector without a label of ours: UserError.
    """
    return pa.concat_tables([_of_series(table, series) for series in of_table(table.table)])


def spans(found: pa.Table) -> dict[tuple[str, periods.Kind], tuple[str, str]]:
    """First and last period with a value, per series and kind of period (`year`, `quarter`)."""
    spans: dict[tuple[str, periods.Kind], list[periods.Period]] = {}
    filled = found.filter(pc.is_valid(found["value"]))
    for pair in filled.select(["measure", "period"]).group_by(["measure", "period"]).aggregate([]).to_pylist():
        period = periods.parse(pair["period"])
        spans.setdefault((pair["measure"], period.kind), []).append(period)
    return {key: (min(each).code, max(each).code) for key, each in spans.items()}


def _of_series(table: CbsTable, series: Series) -> pa.Table:
    cells = table.cells.filter(pc.equal(table.cells["topic"], _topic(table, series)))
    others = [name for name in table.dimensions if name != series.sector_dimension]
    if others or (series.sector_dimension and series.sector_dimension not in table.dimensions):
        raise UserError("cbs.other_dimensions", table=table.table, dimensions=", ".join(table.dimensions) or "geen")
    if series.margins and not pc.all(pc.equal(pc.is_valid(cells["value"]), pc.is_valid(cells["low"]))).as_py():
        raise UserError("cbs.no_margins", table=table.table)
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
        raise UserError("cbs.topic", table=table.table, topic=series.topic, count=len(keys))
    return str(keys[0])


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(pa.string())


def _same(value: str | int, cells: pa.Table) -> pa.Array:
    return pa.array([value] * cells.num_rows)
