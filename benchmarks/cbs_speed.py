"""Importing a CBS table of a million cells, beside pandas doing the same, with the same result.

Three shapes: one topic with very many rows, many topics, and many topics with margins; the first also as
JSON. Seconds are of processor time, all threads together: another load on the machine does not count.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from sdw.production.importers.cbs.odata import tidy

REPEATS = 3
_FIRST, _LAST = 1875, 2025
_MARGINS = {"MW00000": 0.0, "MOG0095": -0.5, "MBG0095": 0.5}
_KEYS = ["Sector", "period", "topic"]
_FIGURES = ["value", "low", "high"]


def measure() -> list[tuple[str, float, str]]:
    """(what, how much, unit) per line: seconds of ours and of pandas, and how many times as fast."""
    found: list[tuple[str, float, str]] = []
    shapes = {
        "one topic": (1, 1334, False),
        "one topic, JSON": (1, 1334, False),
        "50 topics": (50, 27, False),
        "50 topics with margins": (50, 9, True),
    }
    for name, (topics, sectors, margins) in shapes.items():
        with tempfile.TemporaryDirectory() as place:
            cells = _dump(Path(place), topics, sectors, margins)
            if name.endswith("JSON"):
                _to_json(Path(place))
            _assert_same(tidy.read(Path(place)).cells.to_pandas(), _with_pandas(Path(place)))
            ours, theirs = _fastest(Path(place), tidy.read), _fastest(Path(place), _with_pandas)
        found += [
            (f"{cells:,} cells, {name}", ours, "s"),
            ("  pandas", theirs, "s"),
            ("  ratio (at least 5)", theirs / ours, "x"),
        ]
    return found


def _fastest(folder: Path, read: Callable[[Path], object]) -> float:
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()
        read(folder)
        taken.append(time.process_time() - start)
    return min(taken)


def _dump(folder: Path, topics: int, sectors: int, margins: bool) -> int:
    """Writes a made-up dump of quarters and years in CSV; gives the number of cells."""
    years = range(_FIRST, _LAST)
    codes = [f"{year}{part}" for year in years for part in ("KW01", "KW02", "KW03", "KW04", "JJ00")]
    keys = [f"Onderwerp_{number}" for number in range(1, topics + 1)]
    names = [f"{300000 + number}" for number in range(sectors)]
    kinds = ["Dimension", *(["Dimension"] if margins else []), "TimeDimension", *["Topic"] * topics]
    columns = ["Sector", *(["Marges"] if margins else []), "Perioden"]
    properties = pd.DataFrame({"Type": kinds, "Key": columns + keys})
    properties["Title"] = "Titel van " + properties["Key"]
    properties["ID"], properties["ParentID"] = range(len(properties)), ""
    properties.to_csv(folder / "DataProperties.csv", index=False)
    status = ["Voorlopig" if code >= "2020" else "Definitief" for code in codes]
    pd.DataFrame({"Key": codes, "Title": codes, "Status": status}).to_csv(folder / "Perioden.csv", index=False)
    pd.DataFrame({"Key": names, "Title": [f"Sector {name}" for name in names]}).to_csv(
        folder / "Sector.csv", index=False
    )
    pd.DataFrame({"Key": list(_MARGINS), "Title": list(_MARGINS)}).to_csv(folder / "Marges.csv", index=False)
    pd.DataFrame({"Title": ["Proef"], "Identifier": ["99999NED"], "Modified": ["2025-01-01"]}).to_csv(
        folder / "TableInfos.csv", index=False
    )
    axes = [names, *([list(_MARGINS)] if margins else []), codes]
    frame = pd.MultiIndex.from_product(axes, names=columns).to_frame(index=False)
    chance = np.random.default_rng(7)
    steps = np.array(list(_MARGINS.values()) if margins else [0.0])[None, :, None]
    for key in keys:
        figures = chance.uniform(1, 20, (sectors, 1, len(codes)))
        figures[chance.random(figures.shape) < 0.05] = np.nan
        frame[key] = np.round(np.round(figures, 1) + steps, 1).reshape(-1)
    frame.insert(0, "ID", range(len(frame)))
    frame.to_csv(folder / "TypedDataSet.csv", index=False)
    return len(frame) * topics


def _to_json(folder: Path) -> None:
    """The figures as cbsodata writes them, in the place of the CSV file."""
    path = folder / "TypedDataSet.csv"
    frame = pd.read_csv(path, dtype={"Sector": str, "Perioden": str})
    frame.to_json(folder / "TypedDataSet.json", orient="records", indent=2)
    path.unlink()


def _with_pandas(folder: Path) -> pd.DataFrame:
    """The same import as someone would write it with pandas: melt, merge the margins, merge the titles."""
    properties = pd.read_csv(folder / "DataProperties.csv", keep_default_na=False)
    topics = properties[properties["Type"] == "Topic"].rename(columns={"Key": "topic", "Title": "topic_title"})
    codes = {"Sector": str, "Perioden": str}
    if (folder / "TypedDataSet.json").exists():
        # Its quick way of reading numbers is wrong in the last digit of one in two hundred.
        wide = pd.read_json(folder / "TypedDataSet.json", dtype=codes, precise_float=True).drop(columns="ID")
    else:
        wide = pd.read_csv(folder / "TypedDataSet.csv", dtype=codes).drop(columns="ID")
    dimensions = [name for name in wide.columns if name not in set(topics["topic"])]
    long = wide.melt(id_vars=dimensions, var_name="topic", value_name="value")
    long = _margins(long, [name for name in dimensions if name != "Marges"])
    periods = pd.read_csv(folder / "Perioden.csv", dtype=str).rename(columns={"Key": "Perioden"})
    is_year = periods["Perioden"].str.contains("JJ")
    year = periods["Perioden"].str[:4]
    periods["period"] = year.where(is_year, year + "-Q" + periods["Perioden"].str[-1])
    periods["period_kind"] = np.where(is_year, "year", "quarter")
    sectors = pd.read_csv(folder / "Sector.csv", dtype=str).rename(
        columns={"Key": "Sector", "Title": "Sector_title"}
    )
    long = long.merge(periods[["Perioden", "period", "period_kind", "Status"]], on="Perioden")
    long = long.merge(sectors, on="Sector").merge(topics[["topic", "topic_title"]], on="topic")
    if long.duplicated(_KEYS).any():
        raise ValueError("twice")
    final = np.where(long["Status"] == "Definitief", "waarde", "voorlopig")
    long["status"] = np.where(long["value"].isna(), "onbekend", final)
    return long.assign(table="99999NED", unit="").drop(columns=["Perioden", "Status"])


def _margins(long: pd.DataFrame, dimensions: list[str]) -> pd.DataFrame:
    if "Marges" not in long:
        return long.assign(low=np.nan, high=np.nan)
    parts = {code: part.drop(columns="Marges") for code, part in long.groupby("Marges")}
    found = parts["MW00000"]
    for code, name in (("MOG0095", "low"), ("MBG0095", "high")):
        bound = parts[code].rename(columns={"value": name})
        found = found.merge(bound, on=[*dimensions, "topic"], validate="1:1")
    return found


def _assert_same(ours: pd.DataFrame, theirs: pd.DataFrame) -> None:
    """Both tables hold the same columns and the same figures; a benchmark of two results is none."""
    ours = ours.astype({name: "str" for name in ours.columns if name not in _FIGURES}).sort_values(_KEYS)
    theirs = theirs.astype({name: "str" for name in theirs.columns if name not in _FIGURES}).sort_values(_KEYS)
    pd.testing.assert_frame_equal(
        ours.reset_index(drop=True), theirs[list(ours.columns)].reset_index(drop=True), check_exact=True
    )
