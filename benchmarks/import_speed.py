"""How fast a million rows come into an empty store, against reading the same file as text and the pandas way.

Both ways read the file, look for data about persons, resolve and check every row, write a DuckDB file and keep
the place of each warning. Seconds are of the clock; those of the processor stand beside them, because a busy
machine stretches the first.

python -m benchmarks.import_speed [ROWS]
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from sdw.exchange.pool import readers
from sdw.production.importers.persons import persons
from sdw.production.steward import import_file
from sdw.reference import dimensions, periods
from sdw.reference.areas import regions

ROWS = 1_000_000
KEYS = ["regio", "periode", "methode", "doelgroep"]
MEASURES = ["beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst"]


def lines(rows: int, seed: int = 1) -> Iterator[str]:
    """A consistent delivery in the long layout: quarters from 1901 on, each starting where the last ended."""
    rng = random.Random(seed)
    places = [
        f"{region};{{}};{method};{group}"
        for region in regions.CODES
        for method in dimensions.METHOD_PARTS
        for group in dimensions.CLIENT_GROUP_PARTS
    ]
    running = dict.fromkeys(places, 40)
    period = periods.parse("1901-Q1")
    written = 0
    yield ";".join([*KEYS, "maat", "waarde"]) + "\n"
    while written < rows:
        for place in places:
            begin, started, end = running[place], rng.randint(12, 20), rng.randint(35, 44)
            counts = (begin, started, begin + started - end, end, rng.randint(3, 9))
            running[place] = end
            key = place.format(period.code)
            for measure, count in zip(MEASURES, counts, strict=True):
                yield f"{key};{measure};{count}\n"
            written += len(MEASURES)
        period = period.following()


def write(path: Path, rows: int = ROWS) -> Path:
    """The delivery as a CSV file of at least `rows` rows."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines(rows))
    return path


def as_text(path: Path, _: Path) -> None:
    """The yardstick: DuckDB reads the same file into a table of text, and knows nothing about it."""
    columns = dict.fromkeys([*KEYS, "maat", "waarde"], "VARCHAR")
    with duckdb.connect(":memory:") as connection:
        connection.execute(
            "create table raw as select * from read_csv($path, delim=';', header=true, columns=$columns)",
            {"path": str(path), "columns": columns},
        )


def the_pandas_way(path: Path, store: Path) -> None:
    """`read_csv`, the same checks and a DuckDB table, as a careful analyst writes them: no loop over cells."""
    table = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)
    counted = {name: table[name].value_counts() for name in [*KEYS, "maat", "waarde"]}
    seen = [
        persons.Column(name, name, "measure", list(found.index), found.to_numpy(), len(table))
        for name, found in counted.items()
    ]
    assert not [one for one in persons.inspect(seen) if one.column == "waarde"]
    table["region"] = table["regio"].map({t: regions.resolve(t).code for t in table["regio"].unique()})
    table["period"] = table["periode"].map({t: periods.parse(t).code for t in table["periode"].unique()})
    methods = {t: dimensions.resolve_method(t).code for t in table["methode"].unique()}
    groups = {t: dimensions.resolve_client_group(t).code for t in table["doelgroep"].unique()}
    table["method"], table["group"] = table["methode"].map(methods), table["doelgroep"].map(groups)
    words = {"": "niet_aangeleverd", "onbekend": "onbekend", ".": "onbekend", "x": "afgeschermd", "nvt": "nvt"}
    text = table["waarde"].str.strip()
    provisional = text.str.endswith("*")
    numbers = pd.to_numeric(text.str.removesuffix("*").str.replace(".", "").str.replace(",", "."), errors="coerce")
    table["value"] = numbers
    table["status"] = text.str.lower().map(words).fillna("waarde").mask(provisional, "voorlopig")
    wrong = table.index[(numbers.isna() & ~text.str.lower().isin(list(words))) | (numbers < 0) | (numbers % 1 != 0)]
    key = ["region", "period", "method", "group"]
    doubled = table.index[table.duplicated([*key, "maat"])]
    first = table.reset_index().groupby(key, as_index=False)["index"].first()
    wide = table.pivot_table(index=key, columns="maat", values="value", aggfunc="first").reset_index().merge(first)
    carried_out = wide["beginstand"] + wide["gestart"]
    found = [("optelling", wide[carried_out - wide["beeindigd"] != wide["eindstand"]])]
    errors = int((wide["duurzaam_geplaatst"] > carried_out).sum()) + len(wrong) + len(doubled)
    split = list(wide["period"].unique())
    before = {name: periods.parse(name).previous().code for name in split}
    earlier_year = {name: periods.parse(name).year_earlier().code for name in split}
    for shift, pairs in ((before, [("beginstand", "eindstand")]), (earlier_year, [(m, m) for m in MEASURES])):
        joined = wide.assign(at=wide["period"].map(shift)).merge(
            wide, left_on=["region", "at", "method", "group"], right_on=key, suffixes=("", "_before")
        )
        for now, then in pairs:
            a, b = joined[now], joined[f"{then}_before"]
            if now != then:
                found.append(("aansluiting", joined[a != b]))
            else:
                high, low = np.maximum(a, b), np.minimum(a, b)
                found.append(("sprong", joined[(high >= 10) & (high > 3 * low)]))
    totals = table[(table["method"] == "totaal") | (table["group"] == "totaal")]
    errors += len(totals.merge(table, on=["region", "period", "maat"]))
    overlaps = wide[["region", "period"]].drop_duplicates()
    overlaps["year"] = overlaps["period"].str[:4]
    kinds = overlaps.groupby(["region", "year"])["period"].agg(lambda codes: len({code[4:6] for code in codes}))
    assert not errors + int((kinds > 1).sum())
    warnings = pd.concat([rows.assign(kind=kind)[["region", "period", "kind", "index"]] for kind, rows in found])
    observation = table[[*key, "maat", "value", "status"]]
    with duckdb.connect(str(store)) as connection:
        connection.register("observation_found", observation)
        connection.register("warning_found", warnings)
        connection.execute("create table observation as from observation_found")
        connection.execute("create table warning as from warning_found")


def ours(path: Path, store: Path) -> None:
    """The whole way: read, guarded, resolved, checked, and written into an empty private store."""
    os.environ["SDW_STORE"] = str(store.with_suffix(""))
    receipt = import_file.import_file(path)
    assert receipt.ok, receipt.lines


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds of one run: by the clock, and of the processor (all threads, the reader apart included)."""

    clock: float
    processor: float


def timed(way: Callable[[Path, Path], None], path: Path, repeat: int) -> Time:
    """The least of `repeat` runs, each into a folder of its own."""
    runs = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as folder:
            apart: list[float] = []
            readers().on_end = lambda end, apart=apart: apart.append(end["seconds"])  # type: ignore[misc]
            clock, processor = time.perf_counter(), time.process_time()
            way(path, Path(folder) / "store.duckdb")
            runs.append((time.perf_counter() - clock, time.process_time() - processor + sum(apart)))
    return Time(*(min(column) for column in zip(*runs, strict=True)))


def measure(rows: int = ROWS, repeat: int = 3) -> list[tuple[str, float, str]]:
    """(what, figure, unit): seconds, rows per second, and the ratios by the clock and of the processor."""
    kept = os.environ.get("SDW_STORE")
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = write(Path(folder) / "levering.csv", rows)
            own, text, pandas_way = (timed(way, path, repeat) for way in (ours, as_text, the_pandas_way))
    finally:
        os.environ.pop("SDW_STORE")
        if kept is not None:
            os.environ["SDW_STORE"] = kept
    return [
        ("import: end to end", own.clock, "s"),
        ("import: end to end, processor", own.processor, "s"),
        ("import: rows", rows / own.clock, "rows/s"),
        ("import: rows per processor second", rows / own.processor, "rows/s"),
        ("import: against DuckDB reading the same file as text", own.clock / text.clock, "x"),
        ("import: the same, processor", own.processor / text.processor, "x"),
        ("import: the pandas way takes", pandas_way.clock / own.clock, "x as long"),
        ("import: the same, processor", pandas_way.processor / own.processor, "x as long"),
    ]


if __name__ == "__main__":
    for what, figure, unit in measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS):
        print(f"{what}: {figure:,.2f} {unit}")
