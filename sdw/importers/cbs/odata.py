"""A CBS OData dump → the tidy table. Meaning comes from the dump's own properties, nothing is guessed.

Empty figures are `onbekend`, except those of a topic outside its own years ("tot 2022", "vanaf 2022" in
its title or in that of a group above it): `nvt`. Such topics stay apart; nothing chains them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from sdw.importers.cbs.dump import Dump
from sdw.importers.cbs.moments import Moment
from sdw.importers.cbs.table import CbsTable, check_names
from sdw.reference.status import Status
from sdw.text.errors import UserError

#: The three members of CBS's dimension `Marges`.
MARGINS = "Marges"
_VALUE, _LOW, _HIGH = "MW00000", "MOG0095", "MBG0095"

_PERIOD_STATUS = {
    "Definitief": Status.VALUE,
    "Voorlopig": Status.PROVISIONAL,
    "NaderVoorlopig": Status.PROVISIONAL,
}
_OWN_YEARS = re.compile(r"(?<!\d )\b(tot en met|t/m|tot|vanaf) ((?:19|20)\d\d)\)?$", re.IGNORECASE)
_STATUSES = [Status.VALUE, Status.PROVISIONAL, Status.UNKNOWN, Status.NOT_APPLICABLE]


@dataclass(frozen=True, slots=True)
class Topic:
    """A column of figures: its key, title, unit ('' when the dump does not tell) and own years."""

    key: str
    title: str
    unit: str
    first_year: int
    last_year: int

    def covers(self, moment: Moment) -> bool:
        """True when the topic exists in the year of `moment`."""
        return self.first_year <= moment.year <= self.last_year


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of a table: position in the dump's list by code, moment and status by position."""

    codes: list[str]
    moments: list[Moment]
    statuses: list[Status]


def read(folder: Path) -> CbsTable:
    """The tidy table of a dump (`Dump`). What does not fit together in it: UserError that names it."""
    dump = Dump.open(folder)
    properties = dump.records("DataProperties")
    dimensions, time = _dimensions(properties, folder.name)
    topics = _topics(properties)
    periods = _periods(dump.records(time), folder.name)
    figures = dump.figures([*dimensions, time], [topic.key for topic in topics])
    topics = [topic for topic in topics if topic.key in figures.column_names]
    if not topics or not figures.num_rows:
        raise UserError("cbs.empty", name=folder.name)
    info = dump.records("TableInfos")[0]
    codes = {name: _titles(dump, name) for name in dimensions}
    places = {name: _places(figures[name], list(codes[name]), name) for name in dimensions}
    places[time] = _places(figures[time], periods.codes, time)
    kept = [name for name in dimensions if name != MARGINS]
    check_names(kept)
    rows = _rows(places, kept, time, list(codes.get(MARGINS, {})))
    body = _Body(figures, topics, rows, periods, places[time][rows[0]])
    columns: dict[str, pa.Array] = {"table": body.per_table(info["Identifier"])}
    for name in kept:
        columns[name] = body.per_row(places[name], list(codes[name]))
        columns[f"{name}_title"] = body.per_row(places[name], list(codes[name].values()))
    columns |= body.columns(places[time])
    title = " ".join(info["Title"].split())
    return CbsTable(info["Identifier"], title, info["Modified"][:10], tuple(kept), pa.table(columns))
