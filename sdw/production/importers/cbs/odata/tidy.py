"""A CBS OData dump → the tidy table. Meaning comes from the dump's own properties, nothing is guessed.

Empty figures are `onbekend`, except those of a topic outside its own years ("tot 2022", "vanaf 2022" in
its title or in that of a group above it): `nvt`. Such topics stay apart; nothing chains them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from sdw.production.importers.cbs import moments
from sdw.production.importers.cbs.moments import Moment
from sdw.production.importers.cbs.odata.dump import Dump, Record
from sdw.production.importers.cbs.table import CbsTable, check_names
from sdw.reference.series.refusal import refusal
from sdw.reference.status import Status

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
        raise refusal("cbs.empty", name=folder.name)
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
    members = {name: tuple(codes[name]) for name in kept}
    members["period"] = tuple(moment.code for moment in periods.moments)
    return CbsTable(info["Identifier"], title, info["Modified"][:10], tuple(kept), pa.table(columns), members)


def _dimensions(properties: list[Record], name: str) -> tuple[list[str], str]:
    """The keys of the dimensions, and the key of the one that holds the periods."""
    kinds = {row["Key"]: row["Type"] for row in properties if row["Type"].endswith("Dimension")}
    unknown = set(kinds.values()) - {"Dimension", "TimeDimension", "GeoDimension", "GeoDetail"}
    time = [key for key, kind in kinds.items() if kind == "TimeDimension"]
    if unknown or len(time) != 1:
        raise refusal("cbs.no_time", name=name)
    return [key for key, kind in kinds.items() if kind != "TimeDimension"], time[0]


def _topics(properties: list[Record]) -> list[Topic]:
    by_id = {row["ID"]: row for row in properties}
    return [_topic(row, by_id) for row in properties if row["Type"] == "Topic"]


def _topic(row: Record, by_id: dict[str, Record]) -> Topic:
    """A topic with the years that its title, or the title of a group above it, keeps it to."""
    first, last = 0, 9999
    above: Record | None = row
    while above:
        found = _OWN_YEARS.search(" ".join(above["Title"].split()))
        if found:
            word, year = found[1].lower(), int(found[2])
            first = max(first, year) if word == "vanaf" else first
            last = min(last, year - 1 if word == "tot" else year) if word != "vanaf" else last
        above = by_id.get(above["ParentID"]) if above["ParentID"] else None
    return Topic(row["Key"], row["Title"], row.get("Unit", ""), first, last)


def _periods(records: list[Record], name: str) -> Periods:
    found = Periods([], [], [])
    for record in records:
        moment = moments.from_code(record["Key"])
        status = _PERIOD_STATUS.get(record.get("Status", ""))
        if moment is None:
            raise refusal("cbs.period", name=name, label=record["Key"])
        if status is None:
            raise refusal("cbs.period_status", name=name, period=record["Key"], status=record.get("Status", ""))
        found.codes.append(record["Key"])
        found.moments.append(moment)
        found.statuses.append(status)
    return found


def _titles(dump: Dump, dimension: str) -> dict[str, str]:
    return {record["Key"]: " ".join(record["Title"].split()) for record in dump.records(dimension)}


def _places(column: pa.ChunkedArray, codes: list[str], dimension: str) -> np.ndarray:
    """Per row the position of its code in `codes`; a code that is not there: UserError."""
    encoded = (column if pa.types.is_dictionary(column.type) else column.dictionary_encode()).combine_chunks()
    position = {code: place for place, code in enumerate(codes)}
    kinds = [kind.strip() for kind in encoded.dictionary.to_pylist()]
    for code in kinds:
        if code not in position:
            raise refusal("cbs.code", code=code or "(leeg)", dimension=dimension)
    found: np.ndarray = np.array([position[code] for code in kinds], dtype=np.int32)[encoded.indices.to_numpy()]
    return found


def _rows(places: dict[str, np.ndarray], kept: list[str], time: str, margins: list[str]) -> list[np.ndarray]:
    """Row numbers of the values, and (with margins) of their lower and upper bounds, side by side.

    A combination that occurs twice, a bound without its value or a value without its bounds: UserError.
    """
    names = [*kept, time]
    size = len(places[time])
    key = np.zeros(size, dtype=np.int64)
    for name in names:
        key = key * (int(places[name].max()) + 1) + places[name]
    if not margins:
        return [_unique(np.arange(size), key)]
    if set(margins) != {_VALUE, _LOW, _HIGH}:
        raise refusal("cbs.margins", codes=", ".join(margins))
    parts = [_unique(np.flatnonzero(places[MARGINS] == margins.index(kind)), key) for kind in (_VALUE, _LOW, _HIGH)]
    if any(not np.array_equal(key[part], key[parts[0]]) for part in parts):
        raise refusal("cbs.margins_incomplete")
    return parts


def _unique(rows: np.ndarray, key: np.ndarray) -> np.ndarray:
    """`rows` in the order of their key, which each has for itself."""
    in_order = bool(np.all(np.diff(key[rows]) > 0))
    ordered: np.ndarray = rows if in_order else rows[np.argsort(key[rows], kind="stable")]
    if not in_order and np.any(np.diff(key[ordered]) == 0):
        raise refusal("cbs.double_rows")
    return ordered


class _Body:
    """The figures turned from one column per topic to one row per figure, topic after topic."""

    def __init__(
        self, figures: pa.Table, topics: list[Topic], rows: list[np.ndarray], periods: Periods, moment: np.ndarray
    ) -> None:
        self.topics = topics
        self.rows = rows[0]
        self.size = len(rows[0]) * len(topics)
        self.periods = periods
        self.moment = moment
        self.values, *bounds = ([figures[topic.key].to_numpy()[part] for topic in topics] for part in rows)
        self.bounds = bounds

    def per_table(self, text: str) -> pa.DictionaryArray:
        """The same text on every row."""
        return pa.DictionaryArray.from_arrays(np.zeros(self.size, dtype=np.int32), pa.array([text]))

    def per_row(self, places: np.ndarray, kinds: list[str]) -> pa.DictionaryArray:
        """What belongs to a row of the dump, repeated for every topic."""
        return _encoded(np.tile(places[self.rows], len(self.topics)), kinds)

    def per_topic(self, kinds: list[str]) -> pa.DictionaryArray:
        """What belongs to a topic, for all its rows."""
        return _encoded(np.repeat(np.arange(len(kinds), dtype=np.int32), len(self.rows)), kinds)

    def columns(self, time: np.ndarray) -> dict[str, pa.Array]:
        """The columns after the dimensions (`table.FIXED`)."""
        values = np.concatenate(self.values)
        low, high = (np.concatenate(bound) for bound in self.bounds) if self.bounds else (None, None)
        if low is not None and high is not None and np.any((low > values) | (values > high)):
            raise refusal("cbs.outside_margins")
        return {
            "period": self.per_row(time, [moment.code for moment in self.periods.moments]),
            "period_kind": self.per_row(time, [moment.kind for moment in self.periods.moments]),
            "topic": self.per_topic([topic.key for topic in self.topics]),
            "topic_title": self.per_topic([topic.title for topic in self.topics]),
            "unit": self.per_topic([topic.unit for topic in self.topics]),
            "value": pa.array(values, from_pandas=True),
            "low": pa.nulls(self.size, pa.float64()) if low is None else pa.array(low, from_pandas=True),
            "high": pa.nulls(self.size, pa.float64()) if high is None else pa.array(high, from_pandas=True),
            "status": self._statuses(values),
        }

    def _statuses(self, values: np.ndarray) -> pa.DictionaryArray:
        present = np.array([_STATUSES.index(status) for status in self.periods.statuses], dtype=np.int32)
        absent = [
            np.array([_absent(topic, moment) for moment in self.periods.moments], dtype=np.int32)[self.moment]
            for topic in self.topics
        ]
        missing = np.isnan(values)
        outside = np.concatenate(absent)
        if np.any(~missing & (outside == _STATUSES.index(Status.NOT_APPLICABLE))):
            raise refusal("cbs.outside_years")
        found = np.where(missing, outside, np.tile(present[self.moment], len(self.topics)))
        return _encoded(found, [str(status) for status in _STATUSES])


def _absent(topic: Topic, moment: Moment) -> int:
    return _STATUSES.index(Status.UNKNOWN if topic.covers(moment) else Status.NOT_APPLICABLE)


def _encoded(places: np.ndarray, kinds: list[str]) -> pa.DictionaryArray:
    """`kinds[place]` per row. Two codes may share a text; a dictionary holds it once."""
    once = {kind: place for place, kind in enumerate(dict.fromkeys(kinds))}
    if len(once) < len(kinds):
        places = np.array([once[kind] for kind in kinds], dtype=np.int32)[places]
    return pa.DictionaryArray.from_arrays(pa.array(places, pa.int32()), pa.array(list(once), pa.string()))
