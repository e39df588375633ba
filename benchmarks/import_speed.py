"""How fast a million rows come in, against reading the same file as text and against the pandas way.

python -m benchmarks.import_speed [ROWS]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from sdw.importers import engine
from sdw.reference import dimensions, periods, regions

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
            begin, moved = running[place], rng.randint(8, 20)
            counts = (begin, moved, moved, begin, rng.randint(3, 9))
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


def as_text(path: Path) -> int:
    """The yardstick: DuckDB reads the same file into a table of text, and knows nothing about it."""
    columns = dict.fromkeys([*KEYS, "maat", "waarde"], "VARCHAR")
    with duckdb.connect(":memory:") as connection:
        connection.execute(
            "create table raw as select * from read_csv($path, delim=';', header=true, columns=$columns)",
            {"path": str(path), "columns": columns},
        )
        return int(connection.sql("select count(*) from raw").fetchall()[0][0])


def the_pandas_way(path: Path) -> int:
    """`read_csv` and the same checks, as a careful analyst writes them: no loop over cells anywhere."""
    table = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)
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
    problems = int((numbers.isna() & ~text.str.lower().isin(list(words))).sum())
    problems += int(((numbers < 0) | (numbers % 1 != 0)).sum())
    key = ["region", "period", "method", "group"]
    problems += int(table.duplicated([*key, "maat"]).sum())
    wide = table.pivot_table(index=key, columns="maat", values="value", aggfunc="first").reset_index()
    carried_out = wide["beginstand"] + wide["gestart"]
    problems += int((carried_out - wide["beeindigd"] != wide["eindstand"]).sum())
    problems += int((wide["duurzaam_geplaatst"] > carried_out).sum())
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
                problems += int((a != b).sum())
            else:
                high, low = np.maximum(a, b), np.minimum(a, b)
                problems += int(((high >= 10) & (high > 3 * low)).sum())
    totals = table[(table["method"] == "totaal") | (table["group"] == "totaal")]
    problems += len(totals.merge(table, on=["region", "period", "maat"]))
    overlaps = wide[["region", "period"]].drop_duplicates()
    overlaps["year"] = overlaps["period"].str[:4]
    kinds = overlaps.groupby(["region", "year"])["period"].agg(lambda codes: len({code[4:6] for code in codes}))
    return problems + int((kinds > 1).sum())


def ours(path: Path) -> int:
    """The importer: read, guarded, resolved and checked, ready for the store."""
    checked = engine.read(path)
    assert checked.ok, checked.report.lines(5)
    return len(checked)


def timed(way: Callable[[Path], int], path: Path, repeat: int) -> float:
    """The best of `repeat` runs, in seconds."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        way(path)
        best = min(best, time.perf_counter() - start)
    return best


def measure(rows: int = ROWS, repeat: int = 3) -> list[tuple[str, float, str]]:
    """(what, figure, unit): seconds, rows per second, and the two ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "levering.csv", rows)
        own, text = timed(ours, path, repeat), timed(as_text, path, repeat)
        pandas_way = timed(the_pandas_way, path, 1)
    return [
        ("import: read and check", own, "s"),
        ("import: rows", rows / own, "rows/s"),
        ("import: against DuckDB reading the same file as text", own / text, "x"),
        ("import: the pandas way takes", pandas_way / own, "x as long"),
    ]


if __name__ == "__main__":
    for what, figure, unit in measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS):
        print(f"{what}: {figure:,.2f} {unit}")
