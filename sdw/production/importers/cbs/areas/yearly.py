"""The yearly table with key figures of gemeenten, of which the number differs per year (`data/cbs/yearly.csv`).

It has no periods: the year comes from the list, and must stand in the title of the table too. Gemeenten are added
up by the region that each was in on the first of January. The figures are those of the dataset `context`.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pyarrow as pa

from sdw.production.importers.cbs.odata.dump import Dump, Record
from sdw.reference import tables
from sdw.reference.areas import municipalities, regions
from sdw.reference.series.refusal import refusal
from sdw.text.dutch import listing

FILE = "cbs/yearly.csv"
#: The dimension with gemeenten, wijken and buurten, and how the code of a gemeente looks.
AREA = "WijkenEnBuurten"
_MUNICIPALITY = re.compile(r"GM\d{4}")
_SERIAL = re.compile(r"_\d+$")
#: Measure of the context → the topics that are added up to it, without their serial numbers.
TOPICS: dict[str, tuple[str, ...]] = {
    "inwoners": ("AantalInwoners",),
    "inwoners_15_64": ("k_15Tot25Jaar", "k_25Tot45Jaar", "k_45Tot65Jaar"),
    "bijstand": ("PersonenPerSoortUitkeringBijstand",),
    "arbeidsongeschiktheid": ("PersonenPerSoortUitkeringAO",),
    "ww": ("PersonenPerSoortUitkeringWW",),
}
#: So many gemeenten are named.
_NAMED = 5

Counts = dict[str, dict[str, float | None]]


def year_of(folder: Path) -> str | None:
    """The year of the yearly table in a dump's folder; None for any other table."""
    if not folder.is_dir():
        return None
    dump = Dump.open(folder)
    number = dump.records("TableInfos")[0]["Identifier"]
    return next((row["jaar"] for row in tables.rows(FILE) if row["tabel"].lower() == number.lower()), None)


def read(folder: Path, year: str) -> tuple[Record, pa.Table]:
    """What the table says of itself, and region, measure, value and status of that year.

    Raises:
        UserError: the title is of another year, a column is not there once, or a gemeente is missing or unknown.
    """
    dump = Dump.open(folder)
    info = dump.records("TableInfos")[0]
    if year not in info["Title"]:
        raise refusal("cbs.yearly_title", table=info["Identifier"], year=year, title=info["Title"])
    counts = _counts(dump, info["Identifier"])
    inside = {one.code: one.region for one in municipalities.on(dt.date(int(year), 1, 1)) if one.code}
    _check_whole(info["Identifier"], counts, inside)
    return info, _by_region(counts, inside)


def _counts(dump: Dump, table: str) -> Counts:
    """Gemeente → measure → people; None where the table gives no figure."""
    properties = dump.records("DataProperties")
    topics = [row for row in properties if row["Type"] == "Topic"]
    words = [row["Key"] for row in topics if row.get("Datatype", "").casefold() == "string"]
    dimensions = [row["Key"] for row in properties if row["Type"].endswith(("Dimension", "GeoDetail"))]
    if AREA not in dimensions:
        raise refusal("cbs.no_areas", table=table, dimension=AREA)
    numbers = [row["Key"] for row in topics if row["Key"] not in words]
    keys = {name: _key(table, name, numbers) for names in TOPICS.values() for name in names}
    figures = dump.figures([*dimensions, *words], numbers)
    if missing := [key for key in keys.values() if key not in figures.column_names]:
        raise refusal("cbs.topic", table=table, topic=missing[0], count=0)
    found: Counts = {}
    for row in figures.select([AREA, *keys.values()]).to_pylist():
        if _MUNICIPALITY.fullmatch(code := str(row[AREA]).strip()):
            if code in found:
                raise refusal("cbs.double_rows")
            found[code] = {measure: _sum([row[keys[name]] for name in names]) for measure, names in TOPICS.items()}
    return found


def _key(table: str, name: str, keys: list[str]) -> str:
    """The topic's full key: CBS numbers topics anew each year, the words in front stay."""
    found = [key for key in keys if _SERIAL.sub("", key) == name]
    if len(found) != 1:
        raise refusal("cbs.topic", table=table, topic=name, count=len(found))
    return found[0]


def _check_whole(table: str, counts: Counts, inside: dict[str, str]) -> None:
    """Every gemeente of that year, and no other: a gemeente that we do not know has no region."""
    unknown = [code for code in counts if code not in inside and any(counts[code].values())]
    if unknown:
        raise refusal("cbs.gemeente_unknown", table=table, codes=listing(sorted(unknown)[:_NAMED]))
    if missing := sorted(inside.keys() - counts.keys()):
        named = listing([municipalities.by_code(code).name for code in missing[:_NAMED]])
        raise refusal("cbs.gemeente_missing", table=table, count=len(missing), names=named)


def _by_region(counts: Counts, inside: dict[str, str]) -> pa.Table:
    rows = []
    for region in regions.CODES:
        codes = [code for code, where in inside.items() if where == region]
        for measure in TOPICS:
            value = _sum([counts[code][measure] for code in codes])
            status = "onbekend" if value is None else "waarde"
            rows.append({"region": region, "measure": measure, "value": value, "status": status})
    return pa.Table.from_pylist(rows)


def _sum(parts: list[float | None]) -> float | None:
    """The sum; None where a part has no figure."""
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None
