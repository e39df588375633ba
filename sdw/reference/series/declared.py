"""Which topic of which CBS table is which series of ours (`data/cbs/series.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import tables
from sdw.reference.series.refusal import refusal


@dataclass(frozen=True, slots=True)
class Break:
    """From `period` on the series is not quite comparable with before; `text` says why."""

    period: str
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One series. `id` is also its measure. `topic` is the topic's key without the serial number.

    `sector_dimension` is '' where the table has no sectors. `measure` says of what the figure is a part,
    in `unit`; `population` of whom; `source`: which research of which `publisher`; `margins` that CBS publishes
    a 95% interval with it. `complete`: the whole table has a row for every sector in every period, so a lack of
    rows is a part of the table.
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
    publisher: str
    margins: bool
    complete: bool
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
        source=f"{entry['uitgever']}, {entry['bron']}",
        publisher=entry["uitgever"],
        margins=entry["marges"],
        complete=entry["compleet"],
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
        raise refusal("cbs.table_unknown", table=table_id or "zonder nummer", known=known)
    return found
