"""The lines of a file, and its parts in the store: numbers stand for the texts, and give them back."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.production.importers import cbs
from sdw.production.importers.engine import lines
from sdw.production.store import observation_tables
from sdw.reference.datasets import catalogue
from sdw.reference.datasets.catalogue import TRAJECTEN
from sdw.reference.status import Status
from tests.worlds import importers as world

_STATUSES = list(Status)
_KINDS = ("region", "period", "method", "client_group")
_ROW = st.tuples(*(st.integers(0, 2) for _ in _KINDS), st.integers(0, 4), st.sampled_from([None, 0.0, 1.0, 7.0]))


@given(st.lists(_ROW, min_size=1, max_size=40))
def test_lines_say_of_every_key_what_its_cells_say(rows: list[tuple]) -> None:
    labels = {kind: [f"{kind}{number}" for number in range(3)] for kind in _KINDS}
    index = np.array([row[:4] for row in rows], dtype=np.int32)
    codes = {kind: (labels[kind], index[:, column]) for column, kind in enumerate(_KINDS)}
    value = np.array([math.nan if row[5] is None else row[5] for row in rows])
    blank, filled = _STATUSES.index(Status.NOT_DELIVERED), _STATUSES.index(Status.VALUE)
    status = np.where(np.isnan(value), blank, filled).astype(np.int8)
    measure = np.array([row[4] for row in rows], dtype=np.int8)
    number = np.arange(2, len(rows) + 2, dtype=np.int32)

    found, line = lines.of(TRAJECTEN, codes, measure, value, status, number)

    places = {row["place"]: row for row in found.places.to_pylist()}
    moments = {row["moment"]: row["period"] for row in found.moments.to_pylist()}
    table = found.table.to_pylist()
    cells = defaultdict(list)
    for place_of, row, at in zip(line, rows, number, strict=True):
        own = table[place_of]
        texts = {**places[own["place"]], "period": moments[own["moment"]]}
        assert all(texts[kind] == labels[kind][row[column]] for column, kind in enumerate(_KINDS))
        assert own["spot"] == own["moment"] * len(places) + own["place"]
        cells[own["line"]].append((row[4], row[5], at))
    assert sorted(cells) == [row["line"] for row in table] and [row["spot"] for row in table] == sorted(
        {row["spot"] for row in table}
    )
    for own in table:
        mine = cells[own["line"]]
        assert own["row"] == min(at for *_, at in mine)
        assert own["filled"] == any(worth is not None for _, worth, _ in mine)
        assert own["doubled"] == (max(Counter(which for which, *_ in mine).values()) > 1)
        for which, one in enumerate(TRAJECTEN.measures):
            assert own[one.id] in ([worth for found, worth, _ in mine if found == which] or [None])
    assert sum(unit["cells"] for unit in found.units.to_pylist()) == len(rows)
    for unit in found.units.to_pylist():
        mine = [row for row in rows if (f"region{row[0]}", f"period{row[1]}") == (unit["region"], unit["period"])]
        valued = [row[5] for row in mine if row[5] is not None]
        assert (unit["cells"], unit["valued"], unit["total"]) == (len(mine), len(valued), sum(valued))


@pytest.mark.parametrize("dataset", [None, *catalogue.DATASETS.values()])
def test_a_file_that_could_not_be_read_has_the_same_tables_without_rows(dataset: object) -> None:
    empty = lines.nothing(dataset)  # type: ignore[arg-type]
    assert [len(table) for table in (empty.table, empty.places, empty.moments, empty.units)] == [0, 0, 0, 0]


def test_what_a_file_replaces_is_told_per_region_and_period_or_per_measure() -> None:
    whole = world.check("AM05;2025;ips;uwv;1;2;0;3;0", "AM05;2025;ips;gemeente;1;2;0;3;0")
    assert whole.deliveries().to_pylist() == [{"region": "AM05", "period": "2025", "part": ""}]
    by_measure = world.check("AM05;2024;5;6", header="regio;jaar;inwoners;bijstand")
    found = {(row["region"], row["period"], row["part"]) for row in by_measure.deliveries().to_pylist()}
    assert found == {("AM05", "2024", "inwoners"), ("AM05", "2024", "bijstand")}


@pytest.mark.parametrize("head", ["regio;periode", "Perioden;Onderwerpen"])
@pytest.mark.parametrize("length", [10, 60_000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_is_known_by_its_ends_as_it_is_known_whole(
    tmp_path: Path, head: str, length: int, encoding: str
) -> None:
    data = (head + "\n" + "abc;1\n" * length).encode(encoding)
    path = tmp_path / "tabel.csv"
    path.write_bytes(data)
    assert cbs.recognises(path) == cbs.recognises(data) == head.startswith("Perioden")


def test_parts_hold_every_figure_and_the_margins_of_those_that_have_one() -> None:
    rows = [
        {"region": "NL", "period": period, "method": "totaal", "client_group": "totaal", "sector": sector}
        | {
            "months": 0,
            "measure": "verzuim",
            "status": "waarde",
            "value": worth,
            "low": low,
            "high": low and low + 2,
        }
        for period, sector, worth, low in (
            ("2024-Q1", "A", 4.5, 3.5),
            ("2024-Q2", "A", 4.6, None),
            ("2024-Q1", "B", 5.0, None),
        )
    ]
    found = observation_tables.of_rows(pa.Table.from_pylist(rows))
    sizes = (found.places, found.moments, found.lines, found.kinds, found.cells, found.margins)
    assert [len(one) for one in sizes] == [2, 2, 3, 1, 3, 1]
    [margin] = found.margins.to_pylist()
    [cell] = [one for one in found.cells.to_pylist() if one["line"] == margin["line"]]
    assert (cell["value"], margin["low"], margin["high"]) == (4.5, 3.5, 5.5)
