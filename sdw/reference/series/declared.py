"""Which topic of which CBS table is which series of ours (`data/cbs/series.toml`, `benefits.toml`)."""

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
    rows is a part of the table. `dataset`: to which dataset of ours it belongs; `area_dimension` holds the areas,
    '' where the table is about the nation alone; `scale`: what a figure of the table is multiplied by.
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
    dataset: str
    area_dimension: str
    scale: float

    @property
    def has_months(self) -> bool:
        """True for a series of months; the others have quarters and years."""
        return self.dataset == "uitkeringen"

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions that this series is read by, beside periods."""
        return tuple(name for name in (self.area_dimension, self.sector_dimension) if name)


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
        dataset=entry.get("dataset", "verzuim"),
        area_dimension=entry.get("gebied", ""),
        scale=float(entry.get("schaal", 1)),
    )
    for file in ("cbs/series.toml", "cbs/benefits.toml")
    for entry in tables.document(file)["reeks"]
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
