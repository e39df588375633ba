"""Golden: the declared absence series equal the figures CBS published; the shipped files equal the dumps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from sdw.production.importers import cbs
from sdw.production.importers.cbs import compact, declarations, recognised, revision
from sdw.production.importers.cbs.statline import tidy
from sdw.production.steward import ship_cbs
from sdw.reference import periods, tables
from sdw.reference.series import sectors
from sdw.reference.status import Status
from sdw.text.errors import UserError
from tests import GOLDEN
from tests.worlds import cbs as world

CBS_DUMPS = GOLDEN / "cbs"

TABLES = ("80072ned", "83157NED", "83415NED")
CARE = "422400"

#: series, sector, period, value, low, high, status: as CBS published them.
PUBLISHED = [
    ("80072ned", "verzuim", sectors.TOTAL, "2022-Q1", 6.3, None, None, "waarde"),
    ("80072ned", "verzuim", sectors.TOTAL, "2022", 5.6, None, None, "waarde"),
    ("80072ned", "verzuim", sectors.TOTAL, "2023", 5.3, None, None, "waarde"),
    ("80072ned", "verzuim", sectors.TOTAL, "2024", 5.2, None, None, "waarde"),
    ("80072ned", "verzuim", CARE, "2025-Q1", 8.1, None, None, "voorlopig"),
    ("83157NED", "psychische_vermoeidheid", sectors.TOTAL, "2014", 14.4, 14.0, 14.8, "waarde"),
    ("83157NED", "psychische_vermoeidheid", sectors.TOTAL, "2024", 20.1, 19.8, 20.5, "waarde"),
    ("83157NED", "psychische_vermoeidheid", "440900", "2024", None, None, None, "onbekend"),
    ("83415NED", "verzuim_met_vermoeidheid", "", "2024", 9.3, 8.8, 9.7, "waarde"),
    ("83415NED", "verzuim_zonder_vermoeidheid", "", "2024", 3.8, 3.7, 3.9, "waarde"),
]


def observed(found: pa.Table) -> dict[tuple[str, str, str], tuple[Any, ...]]:
    return {
        (row["measure"], row["sector"], row["period"]): (row["value"], row["low"], row["high"], row["status"])
        for row in found.to_pylist()
    }


@pytest.mark.parametrize("place", [CBS_DUMPS, tables.DATA / "cbs"], ids=["dump", "shipped"])
@pytest.mark.parametrize(("table", "series", "sector", "period", "value", "low", "high", "status"), PUBLISHED)
def test_the_published_figures_come_out(
    place: Path, table: str, series: str, sector: str, period: str, value: Any, low: Any, high: Any, status: str
) -> None:
    source = place / table if place == CBS_DUMPS else place / f"{table}.csv"
    found = observed(declarations.observations(cbs.read(source)))
    assert found[series, sector, period] == (value, low, high, status)


@pytest.mark.parametrize("table", TABLES)
def test_the_shipped_file_and_the_dump_agree(table: str) -> None:
    dump = declarations.observations(cbs.read(CBS_DUMPS / table))
    shipped = observed(declarations.observations(cbs.read(tables.DATA / "cbs" / f"{table}.csv")))
    assert dump.num_rows > 5
    for key, figures in observed(dump).items():
        assert shipped[key] == figures


@pytest.mark.parametrize("table", TABLES)
def test_the_shipped_file_equals_the_whole_dump(table: str) -> None:
    folder = world.SHARED / "data" / f"cbs_{table}"
    if not folder.is_dir():
        pytest.skip("the whole dumps are not here")
    dump = observed(declarations.observations(cbs.read(folder)))
    assert observed(declarations.observations(cbs.read(tables.DATA / "cbs" / f"{table}.csv"))) == dump


@pytest.mark.parametrize("table", TABLES)
def test_writing_and_reading_the_compact_form_changes_nothing(table: str, tmp_path: Path) -> None:
    before = cbs.read(CBS_DUMPS / table)
    compact.write(before, tmp_path / "klein.csv")
    after = cbs.read(tmp_path / "klein.csv")
    assert observed(declarations.observations(after)) == observed(declarations.observations(before))
    assert (after.table, after.title, after.dimensions) == (before.table, before.title, before.dimensions)
    assert set(after.cells.column_names) == set(before.cells.column_names)


def test_shipping_again_changes_no_shipped_description(tmp_path: Path) -> None:
    (tmp_path / "cbs").mkdir()
    for name in (sectors.FILE, recognised.TABLES):
        (tmp_path / name).write_bytes((tables.DATA / name).read_bytes())
    ship_cbs.main([str(CBS_DUMPS / table) for table in TABLES], data=tmp_path)
    for name in (sectors.FILE, recognised.TABLES):
        assert (tmp_path / name).read_bytes() == (tables.DATA / name).read_bytes()
    assert sorted(path.name for path in (tmp_path / "cbs").glob("8*.csv")) == sorted(
        f"{table}.csv" for table in TABLES
    )


def test_series_run_from_1996_and_quarters_are_apart_from_years() -> None:
    found = declarations.observations(cbs.read(tables.DATA / "cbs" / "80072ned.csv"))
    assert declarations.spans(found) == {
        ("verzuim", "quarter"): ("1996-Q1", "2025-Q3"),
        ("verzuim", "year"): ("1996", "2024"),
    }


@pytest.mark.parametrize("table", TABLES)
def test_observations_have_every_key_and_a_status_that_fits(table: str) -> None:
    found = declarations.observations(cbs.read(tables.DATA / "cbs" / f"{table}.csv"))
    assert found.schema == declarations.OBSERVATION
    rows = found.to_pylist()
    assert len({(row["measure"], row["sector"], row["period"]) for row in rows}) == len(rows)
    for row in rows:
        assert (row["region"], row["method"], row["client_group"], row["months"]) == ("NL", "totaal", "totaal", 0)
        assert Status(row["status"]).has_value == (row["value"] is not None)
        assert (row["low"] is None) == (row["high"] is None)
        assert periods.parse(row["period"]).code == row["period"]


@pytest.mark.parametrize("series", declarations.ALL, ids=lambda series: series.id)
def test_every_series_says_of_whom_what_and_where_it_breaks(series: declarations.Series) -> None:
    assert all((series.name, series.definition, series.measure, series.unit, series.population, series.source))
    assert series.breaks
    assert all(periods.parse(each.period) and each.text.endswith(".") for each in series.breaks)
    assert declarations.by_id(series.id) is series


def test_sectors_company_sizes_and_sums_are_kinds_of_their_own() -> None:
    codes = {sector.code for sector in sectors.ALL}
    assert len(codes) == len(sectors.ALL) == len({sector.order for sector in sectors.ALL})
    assert [sector.code for sector in sectors.of_kind("totaal")] == [sectors.TOTAL]
    assert len(sectors.of_kind("bedrijfsgrootte")) == 3
    assert len(sectors.of_kind("bedrijfstak")) == 21
    assert all(sector.parent in codes or sector.kind == "totaal" for sector in sectors.ALL)
    assert sectors.by_code("422600").parent == "422500", "hospitals are part of health care"


@pytest.mark.parametrize("table", TABLES)
def test_every_sector_in_the_shipped_files_has_a_label(table: str) -> None:
    found = declarations.observations(cbs.read(tables.DATA / "cbs" / f"{table}.csv"))
    for code in set(found["sector"].to_pylist()) - {""}:
        assert sectors.by_code(code).label


def test_an_unknown_sector_or_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="XX"):
        sectors.by_code("XX")
    with pytest.raises(UserError, match="99999NED"):
        declarations.observations(cbs.read(world.write_json(tmp_path / "dump", world.parts())))


def test_a_topic_is_found_by_its_words_when_cbs_renumbers(tmp_path: Path) -> None:
    for path in (CBS_DUMPS / "83157NED").iterdir():
        text = path.read_text(encoding="utf-8")
        swapped = text.replace("Werk_48", "Werk_49").replace("Uitgeput_49", "Uitgeput_48")
        (tmp_path / path.name).write_text(swapped, encoding="utf-8")
    found = observed(declarations.observations(cbs.read(tmp_path)))
    assert found["psychische_vermoeidheid", sectors.TOTAL, "2014"][0] == 14.4, "not the 13.8 of emotioneel uitgeput"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14.4;14.0;14.8;waarde", "14.4;14.0;14.8;onbekend"),
        ("14.4;14.0;14.8;waarde", "14.4;14.0;;waarde"),
        ("14.4;14.0;14.8;waarde", "15.4;14.0;14.8;waarde"),
        ("14.4;14.0;14.8;waarde", "14,4;14,0;14,8;waarde"),
        ("14.4;14.0;14.8;waarde", ";;;waarde"),
        ("14.4;14.0;14.8;waarde", "14.4;14.0;14.8;misschien"),
        ("14.4;14.0;14.8;waarde", "14.4;14.0;14.8"),
        ("psychische_vermoeidheid;T001081;2014", "klachten;T001081;2014"),
        ("T001081;2014", "T001081;2014-M01"),
        ("T001081;2015", "T001081;2014"),
        ("83157NED;psychische_vermoeidheid;T001081;2014", "80072ned;psychische_vermoeidheid;T001081;2014"),
    ],
)
def test_a_damaged_compact_file_is_refused(old: str, new: str) -> None:
    text = (tables.DATA / "cbs" / "83157NED.csv").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(UserError):
        cbs.read(text.replace(old, new, 1).encode(), "83157NED.csv")


# --- the same tables as a person downloads them from StatLine ---

ABSENCE = world.lines(
    "Ziekteverzuimpercentage; bedrijfstakken (SBI 2008) en bedrijfsgrootte",
    "Onderwerp|Onderwerp|Ziekteverzuimpercentage",
    "Bedrijfskenmerken (SBI 2008)|Perioden|%",
    "A-U Alle economische activiteiten|2024|5,2",
    "A-U Alle economische activiteiten|2025 1e kwartaal*|5,7",
    "Q Gezondheids- en welzijnszorg|2024|7,0",
    "Q Gezondheids- en welzijnszorg|2025 1e kwartaal*|8,1",
    "Bron: CBS",
)
COMPLAINTS = world.lines(
    "Psychosociale arbeidsbelasting (PSA) werknemers; bedrijfstak",
    "Onderwerp|Onderwerp|Onderwerp|Psychische vermoeidheid door het werk|Psychische vermoeidheid door het werk",
    "Onderwerp|Onderwerp|Onderwerp|Psychische vermoeidheid door het werk|Emotioneel uitgeput",
    "Bedrijfstakken/branches (SBI 2008)|Marges|Perioden|%|%",
    "A-U Alle economische activiteiten|Waarde|2024|20,1|20,1",
    "A-U Alle economische activiteiten|Ondergrens 95%-interval|2024|19,8|19,7",
    "A-U Alle economische activiteiten|Bovengrens 95%-interval|2024|20,5|20,4",
    "Bron: CBS",
)


def test_a_statline_download_of_a_known_table_gives_the_same_observations() -> None:
    found = observed(declarations.observations(cbs.read(ABSENCE.encode(), "verzuim.csv")))
    assert found == {
        ("verzuim", sectors.TOTAL, "2024"): (5.2, None, None, "waarde"),
        ("verzuim", sectors.TOTAL, "2025-Q1"): (5.7, None, None, "voorlopig"),
        ("verzuim", CARE, "2024"): (7.0, None, None, "waarde"),
        ("verzuim", CARE, "2025-Q1"): (8.1, None, None, "voorlopig"),
    }


def test_margins_below_each_other_come_beside_their_value() -> None:
    found = observed(declarations.observations(cbs.read(COMPLAINTS.encode(), "klachten.csv")))
    assert found == {("psychische_vermoeidheid", sectors.TOTAL, "2024"): (20.1, 19.8, 20.5, "waarde")}


def test_a_statline_download_of_another_table_is_named_and_refused() -> None:
    with pytest.raises(UserError) as caught:
        declarations.observations(tidy.read(world.ALL["stacked"], "proef.csv"))
    assert caught.value.key == "cbs.title_unknown"
    assert "Wonen; kerncijfers" in str(caught.value)


# --- a newer edition ---


def changed(table: pa.Table, place: int, **values: Any) -> pa.Table:
    rows = table.to_pylist()
    rows[place] |= values
    return pa.Table.from_pylist(rows, schema=table.schema)


@pytest.fixture
def older() -> pa.Table:
    found = declarations.observations(cbs.read(CBS_DUMPS / "80072ned"))
    return found.sort_by([("sector", "ascending"), ("period", "ascending")])


def place_of(table: pa.Table, sector: str, period: str) -> int:
    keys = list(zip(table["sector"].to_pylist(), table["period"].to_pylist(), strict=True))
    return keys.index((sector, period))


def test_the_same_edition_has_no_revision(older: pa.Table) -> None:
    assert revision.compare(older, older) == ()


def test_a_revision_names_the_period_the_old_and_the_new_value(older: pa.Table) -> None:
    place = place_of(older, CARE, "2025-Q1")
    (found,) = revision.compare(older, changed(older, place, value=8.0))
    assert (found.kind, found.period, found.old, found.new) == ("changed", "2025-Q1", 8.1, 8.0)
    assert found.sentence == "Ziekteverzuim, Zorg en welzijn, 1e kwartaal 2025: was 8,1*, is nu 8,0*."


def test_a_figure_that_becomes_final_is_told_apart(older: pa.Table) -> None:
    place = place_of(older, CARE, "2025-Q1")
    (found,) = revision.compare(older, changed(older, place, status="waarde"))
    assert (found.kind, found.old_status, found.new_status) == ("final", "voorlopig", "waarde")


def test_new_periods_are_no_revision_and_lost_ones_are(older: pa.Table) -> None:
    first = older.filter(pa.compute.not_equal(older["period"], "2022-Q1"))
    assert revision.compare(first, older) == ()
    lost = revision.compare(older, first)
    assert {each.kind for each in lost} == {"gone"}
    assert revision.revised_periods(lost) == ("2022-Q1",)
    assert "staat niet meer in de tabel" in lost[0].sentence
