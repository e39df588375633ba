"""Rules: an OData dump, JSON or CSV, becomes the tidy table; what does not fit together is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sdw.production.importers import cbs
from sdw.production.importers.cbs import moments
from sdw.production.importers.cbs.odata import tidy
from sdw.text.errors import UserError
from tests.worlds import cbs as world

Parts = dict[str, list[dict[str, Any]]]


@pytest.fixture
def table(tmp_path: Path) -> cbs.CbsTable:
    return cbs.read(world.write_json(tmp_path / "99999NED", world.parts()))


def rows(table: cbs.CbsTable, topic: str) -> dict[tuple[str, str], tuple[Any, ...]]:
    return {
        (row["Sector"], row["period"]): (row["value"], row["low"], row["high"], row["status"])
        for row in table.cells.to_pylist()
        if row["topic"] == topic
    }


def test_json_and_csv_give_the_same_table(tmp_path: Path, table: cbs.CbsTable) -> None:
    other = cbs.read(world.write_csv(tmp_path / "csv", world.parts()))
    assert other.cells.equals(table.cells)
    assert (table.table, table.title, table.modified) == ("99999NED", "Proef; klachten", "2025-04-15")
    assert table.dimensions == ("Sector",)


def test_margins_become_value_low_and_high(table: cbs.CbsTable) -> None:
    assert rows(table, "Klachten_1")["T001081", "2021"] == (10.0, 8.5, 11.5, "waarde")
    assert "Marges" not in table.cells.column_names


def test_the_period_tells_what_is_provisional(table: cbs.CbsTable) -> None:
    found = rows(table, "Klachten_1")
    assert found["T001081", "2022"][3] == "voorlopig"
    assert found["T001081", "2022-Q1"][3] == "voorlopig", "nader voorlopig may still change"


def test_years_and_quarters_share_a_column_and_are_told_apart(table: cbs.CbsTable) -> None:
    kinds = {(row["period"], row["period_kind"]) for row in table.cells.to_pylist()}
    assert kinds == {("2021", "year"), ("2022-Q1", "quarter"), ("2022", "year")}


def test_an_empty_figure_is_unknown(table: cbs.CbsTable) -> None:
    assert rows(table, "Klachten_1")["301000", "2022-Q1"] == (None, None, None, "onbekend")


def test_topics_outside_their_own_years_do_not_exist_and_are_not_chained(table: cbs.CbsTable) -> None:
    until, since = rows(table, "DoorKlanten_2"), rows(table, "Nieuw_3")
    for sector in ("T001081", "301000"):
        assert until[sector, "2021"][3] == "waarde"
        assert until[sector, "2022"] == (None, None, None, "nvt"), "the group above says tot 2022"
        assert since[sector, "2021"] == (None, None, None, "nvt"), "the title says vanaf 2022"
        assert since[sector, "2022"][3] == "voorlopig"


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Van klanten (tot 2022)", 0, 2021),
        ("Van klanten (vanaf 2022)", 2022, 9999),
        ("Van klanten (tot en met 2021)", 0, 2021),
        ("Inkomen 1 000 tot 2000", 0, 9999),
        ("Klachten", 0, 9999),
    ],
)
def test_own_years_stand_in_a_title(title: str, first: int, last: int) -> None:
    topic = tidy._topic({"ID": "1", "ParentID": "", "Key": "K_1", "Title": title}, {})
    assert (topic.first_year, topic.last_year) == (first, last)


def test_the_untyped_dump_with_padded_texts_gives_the_same_figures(tmp_path: Path, table: cbs.CbsTable) -> None:
    found = world.parts()
    texts = ("Klachten_1", "DoorKlanten_2", "Nieuw_3")
    found["UntypedDataSet"] = [
        {
            name: (value if name not in texts else f"{value:>8}" if value is not None else "       .")
            for name, value in row.items()
        }
        for row in found.pop("TypedDataSet")
    ]
    assert cbs.read(world.write_json(tmp_path / "json", found)).cells.equals(table.cells)
    assert cbs.read(world.write_csv(tmp_path / "csv", found)).cells.equals(table.cells)


def test_the_figures_file_leads_to_its_folder_and_units_are_kept(tmp_path: Path, table: cbs.CbsTable) -> None:
    folder = world.write_json(tmp_path / "dump", world.parts())
    assert cbs.read(folder / "TypedDataSet.json").cells.equals(table.cells)
    assert set(table.cells["unit"].to_pylist()) == {"%"}


def test_duckdb_reads_the_tidy_table(table: cbs.CbsTable) -> None:
    connection = duckdb.connect()
    connection.register("cells", table.cells)
    found = connection.sql("select count(*), max(value) from cells where status = 'voorlopig'").fetchall()
    assert found == [(7, 22.0)]


def without(parts: Parts, name: str) -> None:
    del parts[name]


def changed(parts: Parts, name: str, place: int, **values: Any) -> None:
    parts[name][place] |= values


BROKEN = {
    "no properties": (lambda parts: without(parts, "DataProperties"), "cbs.part_missing"),
    "no figures": (lambda parts: without(parts, "TypedDataSet"), "cbs.part_missing"),
    "no periods": (lambda parts: without(parts, "Perioden"), "cbs.part_missing"),
    "no sectors": (lambda parts: without(parts, "Sector"), "cbs.part_missing"),
    "unknown sector": (lambda parts: changed(parts, "TypedDataSet", 0, Sector="X"), "cbs.code"),
    "unknown period": (lambda parts: changed(parts, "TypedDataSet", 0, Perioden="2030JJ00"), "cbs.code"),
    "strange period": (lambda parts: changed(parts, "Perioden", 0, Key="2021XX01"), "cbs.period"),
    "strange status": (lambda parts: changed(parts, "Perioden", 0, Status="Geheim"), "cbs.period_status"),
    "strange margin": (lambda parts: changed(parts, "Marges", 0, Key="MW99999"), "cbs.code"),
    "a row twice": (lambda parts: parts["TypedDataSet"].append(dict(parts["TypedDataSet"][0])), "cbs.double_rows"),
    "a bound lost": (lambda parts: parts["TypedDataSet"].pop(), "cbs.margins_incomplete"),
    "value outside": (lambda parts: changed(parts, "TypedDataSet", 0, Klachten_1=99.0), "cbs.outside_margins"),
    "not a number": (lambda parts: changed(parts, "TypedDataSet", 0, Klachten_1="veel"), "cbs.figures"),
    "chained": (lambda parts: changed(parts, "TypedDataSet", 2, DoorKlanten_2=11.9), "cbs.outside_"),
    "undeclared": (lambda parts: [row.update(Meer_4=1.0) for row in parts["TypedDataSet"]], "cbs.columns"),
    "no margins column": (lambda parts: [row.pop("Marges") for row in parts["TypedDataSet"]], "cbs.columns"),
    "empty": (lambda parts: [row.pop(name) for row in parts["TypedDataSet"] for name in world.TOPICS], "cbs.empty"),
    "two times": (lambda parts: changed(parts, "DataProperties", 0, Type="TimeDimension"), "cbs.no_time"),
}


@pytest.mark.parametrize("form", [world.write_json, world.write_csv])
@pytest.mark.parametrize("case", BROKEN)
def test_a_dump_that_does_not_fit_together_is_refused(case: str, form: Any, tmp_path: Path) -> None:
    damage, key = BROKEN[case]
    found = json.loads(json.dumps(world.parts()))
    damage(found)
    with pytest.raises(UserError) as caught:
        cbs.read(form(tmp_path / "99999NED", found))
    assert caught.value.key.startswith(key)


@pytest.mark.parametrize("part", ["TypedDataSet", "DataProperties", "Perioden"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("form", [world.write_json, world.write_csv])
def test_a_dump_cut_off_anywhere_is_refused(part: str, share: float, form: Any, tmp_path: Path) -> None:
    folder = form(tmp_path / "99999NED", world.parts())
    path = next(folder.glob(f"{part}.*"))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(UserError):
        cbs.read(folder)


def test_a_row_of_json_with_other_keys_is_refused(tmp_path: Path) -> None:
    """The quick reader passes over such keys; they are counted, and the strict reader then says no."""
    for damage in ({"Meer_4": 1.0}, {"Klachten": 1.0}):
        found = json.loads(json.dumps(world.parts()))
        row = found["TypedDataSet"][7]
        row |= damage
        if "Klachten" in damage:
            del row["Klachten_1"]
        with pytest.raises(UserError) as caught:
            cbs.read(world.write_json(tmp_path / "99999NED", found))
        assert caught.value.key == "cbs.part_damaged"


def test_json_as_cbs_itself_answers_is_read_too(tmp_path: Path, table: cbs.CbsTable) -> None:
    folder = world.write_json(tmp_path / "[1]", world.parts())
    path = folder / "TypedDataSet.json"
    path.write_text(json.dumps({"odata.metadata": "", "value": json.loads(path.read_text())}))
    assert cbs.read(folder).cells.equals(table.cells)


def test_a_folder_with_figures_is_recognised(tmp_path: Path) -> None:
    folder = world.write_csv(tmp_path / "99999NED", world.parts())
    assert cbs.recognises(folder) and cbs.recognises(folder / "TypedDataSet.csv")
    assert not cbs.recognises(tmp_path) and not cbs.recognises(folder / "Marges.csv")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"weg\.csv"):
        cbs.read(tmp_path / "weg.csv")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("2025KW03", "2025-Q3"), ("2024JJ00", "2024"), ("2020HJ02", "2020-H2"), ("2015MM08", "2015-M08")],
)
def test_codes_of_periods(code: str, expected: str) -> None:
    found = moments.from_code(code)
    assert found is not None and found.code == expected


@pytest.mark.parametrize("code", ["2025KW05", "2025KW00", "2024JJ01", "2015MM13", "2015W101", "", "2015"])
def test_codes_that_are_no_period(code: str) -> None:
    assert moments.from_code(code) is None
