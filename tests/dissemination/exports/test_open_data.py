"""Open data hold what an edition publishes and nothing else, in forms that say the same."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
import shapely
import shapely.geometry

from sdw.dissemination.exports import explanation
from sdw.dissemination.exports import table as dutch
from sdw.dissemination.exports.open import boundaries, csvw, figure_tables, files, licences, lists, other_tables
from sdw.dissemination.exports.open.files import TABLES
from sdw.dissemination.exports.reading import open_tables
from sdw.dissemination.exports.sheets import cover
from sdw.dissemination.figures.record import licences as told_of
from sdw.dissemination.figures.standing import published
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import DELIVERED
from sdw.reference.areas import boundaries as drawn
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.reference.documents import sources
from sdw.reference.open import publisher
from sdw.text.errors import UserError
from tests import GOLDEN, ROOT
from tests.worlds import editions as made
from tests.worlds import open_data as reading
from tests.worlds.edition import store_at
from tests.worlds.exports import ALL as FIGURES
from tests.worlds.figures import said
from tests.worlds.open_data import Described
from tests.worlds.rooms import got
from tests.worlds.shared import Shared

WORLDS = ("shipped", "real", "examples", "absence", "outcomes", "empty", "format 1", "format 2")


@pytest.fixture(scope="module", params=WORLDS)
def known(
    request: pytest.FixtureRequest, shared: Shared, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Edition]]:
    """Every public edition of a store."""
    name: str = request.param
    if name.startswith("format"):
        folder = tmp_path_factory.mktemp("stored")
        with zipfile.ZipFile(GOLDEN / "formats" / name.split()[1] / "store.zip") as stored:
            stored.extractall(folder)
    else:
        folder = shared(name)
    with store_at(folder):
        yield [one for one in editions.every() if not one.is_concept]


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


def everything(edition: Edition) -> dict[str, bytes]:
    return dict(files.whole(edition))


def read(edition: Edition) -> dict[str, tuple[Described, list[reading.Row]]]:
    """Name of a table → its description, and the lines of its CSV by that."""
    found = everything(edition)
    tables = reading.described(found[csvw.NAME])
    assert set(tables) == {name for name in found if name.endswith(".csv")}
    return {name.removesuffix(".csv"): (one, one.rows(found[name])) for name, one in tables.items()}


def as_line(one: Figure) -> reading.Row:
    """A published figure as a stranger should find it, written apart from the code that writes it."""
    have, of_all = one.delivered or (None, None)
    texts = [one.indicator, one.region, one.period or None, one.method, one.client_group, one.sector or None]
    numbers = [one.numerator, one.denominator, one.low, one.high, one.bound_low, one.bound_high]
    origin = one.origin if one.is_invented or not one.is_example else "echt"
    ends = [have, of_all, one.cited.id, one.carried_from or None, one.edition, origin]
    return (*texts, one.months or None, one.value, one.status.value, *numbers, *ends)


def test_every_published_figure_is_a_line_and_every_line_a_published_figure(known: list[Edition]) -> None:
    for edition in known:
        told = read(edition)
        lines = Counter(row for name in figure_tables.NAMES if name in told for row in told[name][1])
        shown = Counter(
            as_line(one) for name in figures.published(edition) for one in figures.select(edition, name)
        )
        assert lines == shown
        assert sum(lines.values()) == len(set(lines))


def test_everything_else_that_the_edition_holds_is_in_it_too(known: list[Edition]) -> None:
    for edition in known:
        told = {name: len(rows) for name, (_, rows) in read(edition).items()}
        with duckdb.connect(str(edition.path), read_only=True) as connection:
            held = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
            for table, name in (
                *(("municipality_figure", "gemeenten"), ("state", "standen"), ("fact", "feiten")),
                *(("remark", "opmerkingen"), ("revision", "herzieningen")),
            ):
                lines = connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0] if table in held else 0
                assert told.get(name, 0) == lines


def test_csv_read_by_its_description_is_the_same_as_parquet(known: list[Edition]) -> None:
    for edition in known:
        found = everything(edition)
        for name, (table, rows) in read(edition).items():
            schema, other = reading.parquet(found[f"{name}.parquet"])
            assert schema.names == table.names and list(schema.types) == table.types()
            assert [field.nullable for field in schema] == [not one["required"] for one in table.schema["columns"]]
            assert other == rows


def test_the_description_says_what_tells_lines_apart_and_where_codes_are_explained(known: list[Edition]) -> None:
    for edition in known:
        told = read(edition)
        for name, (table, rows) in told.items():
            keys = [tuple(row[table.names.index(one)] for one in table.schema["primaryKey"]) for row in rows]
            assert len(set(keys)) == len(keys), name
            for one in table.schema["foreignKeys"]:
                other, codes = told[one["reference"]["resource"].removesuffix(".csv")]
                allowed = set(other.column(codes, one["reference"]["columnReference"]))
                assert set(table.column(rows, one["columnReference"])) - {None} <= allowed, (name, one)


def test_two_processes_write_the_same_bytes(shared: Shared) -> None:
    asked = (
        "import hashlib; from sdw.edition import editions; "
        "from sdw.dissemination.exports.open import catalogue, files; known = editions.every(); "
        "made = [files.zipped(known[0]), catalogue.turtle(known), catalogue.json_ld(known)]; "
        "print([hashlib.sha256(one).hexdigest() for one in made])"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", asked],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "SDW_STORE": str(shared("shipped"))},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] and len(told[0]) > 3 * len(hashlib.sha256().hexdigest())


def test_the_zip_holds_every_file_once_and_each_by_itself_is_the_same(shipped: Edition) -> None:
    with zipfile.ZipFile(io.BytesIO(files.content(shipped, files.ALL))) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(
            one.name for one in files.listed(shipped) if one.name != files.ALL
        )
        for name in archive.namelist():
            assert archive.read(name) == files.content(shipped, name)
    with pytest.raises(KeyError):
        files.content(shipped, "elders.csv")


def test_a_text_that_would_run_or_break_a_line_is_harmless_in_both_forms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    hostile = '=HYPERLINK("http://kwaad.example","x"),\r\n<script>alert(1)</script>|\u2028+1'
    edition = made.build(tmp_path, [*FIGURES, replace(FIGURES[1], region="AM09", cited=said(hostile))])
    table, rows = read(edition)["bronnen"]
    harmless = '\'=HYPERLINK("http://kwaad.example","x"), <script>alert(1)</script>| +1'
    assert harmless in table.column(rows, "source") and harmless in table.column(rows, "label")
    told, lines = read(edition)["trajecten"]
    assert len(lines) == len(FIGURES) + 1
    assert told.column(lines, "source").count(harmless) == 1
    assert reading.parquet(everything(edition)["bronnen.parquet"])[1] == rows


def test_each_figure_goes_with_its_status_source_edition_and_origin(shipped: Edition) -> None:
    for name in figure_tables.NAMES:
        table, rows = read(shipped)[name]
        for needed in ("status", "source", "edition", "origin"):
            assert None not in table.column(rows, needed)
        values, states = table.column(rows, "value"), table.column(rows, "status")
        assert {
            one is None for one, state in zip(values, states, strict=True) if state in ("waarde", "voorlopig")
        } == {False}
        assert all(one is None for one, state in zip(values, states, strict=True) if state == "afgeschermd")
    schema, _ = reading.parquet(files.content(shipped, "trajecten.parquet"))
    told = {key.decode(): value.decode() for key, value in schema.metadata.items()}
    assert told["edition"] == shipped.label and "verzonnen" in told["about"] and "Verzonnen" in told["rights"]


def test_what_is_invented_says_so_in_every_name_that_is_saved(shipped: Edition, shared: Shared) -> None:
    assert {"voorbeeld" in files.saved_as(shipped, one) for one in files.listed(shipped)} == {True}
    with store_at(shared("real")):
        real = editions.find()
        assert {"voorbeeld" in files.saved_as(real, one) for one in files.listed(real)} == {False}
        assert "verzonnen voorbeelden" not in files.content(real, "csv-metadata.json").decode()
    assert "verzonnen voorbeelden" in files.content(shipped, "leesmij.txt").decode()


def test_what_to_read_first_names_every_file_and_every_status(shipped: Edition) -> None:
    text = files.content(shipped, "leesmij.txt").decode()
    for one in files.listed(shipped):
        if one.name not in (files.ALL, "leesmij.txt"):
            assert one.name in text
    assert all(f"{word}: " in text for word in ("afgeschermd", "niet aangeleverd", "onbekend", "voorlopig"))


def test_a_concept_has_no_open_data(shipped: Edition) -> None:
    concept = replace(shipped, is_concept=True, label="2027-een")
    with pytest.raises(UserError) as refused:
        files.tables(concept)
    assert refused.value.key == "open_data.concept"


def test_every_indicator_has_a_table_with_a_title() -> None:
    assert {figure_tables.table_of(one) for one in catalogue.ALL} == set(figure_tables.NAMES)
    assert all(one.title and one.about.endswith(".") for one in TABLES)
    assert all(column.title for one in TABLES for column in one.columns)
    names = {one.name for one in lists.ALL}
    assert {column.of_list for one in TABLES for column in one.columns} - {""} <= names


def test_the_sources_of_gemeenten_are_those_of_their_licence(shipped: Edition) -> None:
    shown = {row[1] for row in other_tables.municipal(shipped)}
    needed = {source for name in shown for source in catalogue.by_id(name).sources}
    table = next(one for one in TABLES if one.name == "gemeenten")
    assert shown and needed <= set(table.sources(shipped))


def test_borders_are_those_that_ship_in_degrees_and_turn_as_geojson_wants(shipped: Edition) -> None:
    found = json.loads(files.content(shipped, boundaries.NAME))
    assert (found["type"], found["licence"]) == ("FeatureCollection", "CC BY 4.0")
    assert "CBS/Kadaster" in found["source"] and "crs" not in found
    frame = drawn.full().to_crs("EPSG:4326").set_index("region")
    assert [one["id"] for one in found["features"]] == list(regions.CODES)
    for one in found["features"]:
        assert one["properties"]["name"] == figures.place_of(shipped, one["id"])
        shape = shapely.geometry.shape(one["geometry"])
        mine = shapely.make_valid(shape, method="structure", keep_collapsed=False)  # as the build does
        assert mine.hausdorff_distance(frame.geometry[one["id"]]) < 1e-5  # a metre
        parts = [shape] if shape.geom_type == "Polygon" else shape.geoms
        assert all(part.exterior.is_ccw and not any(hole.is_ccw for hole in part.interiors) for part in parts)
        assert all(len(ring.coords) >= 4 for part in parts for ring in (part.exterior, *part.interiors))


def test_each_table_tells_the_licence_of_every_source_that_is_in_it_and_of_no_other(known: list[Edition]) -> None:
    """Found in the lines, apart from the code that tells it."""
    settled = publisher.current().licence
    for edition in known:
        by_name, lines = {one.name: one for one in files.tables(edition)}, read(edition)
        for name in (*figure_tables.NAMES, "standen"):
            if name not in lines:
                continue
            table, rows = lines[name]
            origins, told = set(table.column(rows, "origin")), licences.of(edition, by_name[name])
            assert (sources.by_id("echt-in-voorbeelden").publisher in told.words) == ("echt" in origins)
            assert ("Verzonnen voorbeelden: " in told.words) == ("voorbeeld" in origins)
            is_ours = "aangeleverd" in origins
            assert ("nog geen licentie vastgesteld" in told.words) == is_ours, (edition.label, name)
            assert ("Standen uit openbare bronnen" in told.words) == (name == "standen" and "openbaar" in origins)
            declared = {
                source
                for one in (set(table.column(rows, "indicator")) if name != "standen" else ())
                for source in catalogue.by_id(one).sources
            }
            public = [sources.by_id(one) for one in declared - set(DELIVERED)]
            assert all(one.publisher in told.words and one.licence in told.words for one in public)
            if told.is_open:
                assert origins == {"openbaar"} and {one.licence for one in public} <= set(settled.known)
                assert told.value in settled.known.values()
            else:
                assert told.value == settled.without


def test_real_numbers_are_not_called_invented(shipped: Edition) -> None:
    table, rows = read(shipped)["trajecten"]
    real = {row for row in rows if row[table.names.index("origin")] == "echt"}
    places = [table.names.index(one) for one in ("indicator", "region", "period", "value")]
    assert {tuple(row[place] for place in places) for row in real} == {
        ("eindstand", "AM05", "2022", 102),
        ("eindstand", "AM05", "2022-H2", 102),
        ("duurzaam_geplaatst", "AM05", "2022", 25),
    }
    named, codes = read(shipped)["herkomsten"]
    called = dict(zip(named.column(codes, "origin"), named.column(codes, "label"), strict=True))
    (shown,) = {origin_cell(one) for one in figures.select(shipped, "eindstand", region="AM05") if one.real}
    assert called["echt"] == shown and "verzonnen" not in shown


def test_open_data_read_back_are_the_files_for_analysis_to_the_cell(shipped: Edition, tmp_path: Path) -> None:
    (path := tmp_path / "trajecten.parquet").write_bytes(files.content(shipped, path.name))
    back = [open_tables.as_analysis(row) for row in open_tables.of_parquet(path)]
    held = [one for one in figure_tables.every(shipped) if _table_of(one) == "trajecten"]
    for name in ("indicator", "region", "period", "method", "client_group", "edition", "origin"):
        assert [row[name] for row in back] == [getattr(one, name) for one in held], name


def origin_cell(one: Figure) -> object:
    """What the tables for people say of the origin of a figure."""
    column = next(each for each in dutch.COLUMNS if each.header == "export.header.origin")
    return column.cell(one)


def test_a_workbook_tells_the_same_licence_of_the_same_figures_and_states(shipped: Edition) -> None:
    for name in ("trajecten", "uitkomsten", "toezeggingen", "verzuim", "jongeren"):
        table = next(one for one in files.tables(shipped) if one.name == name)
        held = [one for one in figure_tables.every(shipped) if _table_of(one) == name]
        assert f"{explanation.licences(held)}." == licences.of(shipped, table).words
    stated = [one for each in states.ALL for one in published.of(shipped, each.id)]
    table = next(one for one in files.tables(shipped) if one.name == "standen")
    assert f"{explanation.licences((), stated)}." == licences.of(shipped, table).words
    wording = cover.of_states(shipped, stated, "t", "w", "", "").lines
    assert explanation.licences((), stated) in {one.text for one in wording}


def _table_of(one: Figure) -> str:
    return figure_tables.table_of(catalogue.by_id(one.indicator))


def test_lists_with_labels_of_ours_are_not_told_to_be_of_cbs_alone(shipped: Edition) -> None:
    by_name = {one.name: licences.of(shipped, one) for one in files.tables(shipped)}
    assert "CBS" in by_name["sectoren"].words and "Sterk door Werk monitor" in by_name["sectoren"].words
    assert by_name["regios"].words == "CBS: CC BY 4.0." and by_name["regios"].is_open


def test_what_holds_nothing_says_so_and_is_not_open() -> None:
    told = licences.of_sources(())
    assert told.words and (told.value, told.is_open) == (publisher.current().licence.without, False)


def test_the_address_that_is_told_first_answers_and_each_column_without_a_list_is_named(
    shipped: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDW_URL", "https://hier.example")
    text = files.content(shipped, "leesmij.txt").decode()
    told = re.findall(r"https://hier\.example/(o/[^\s]*[^\s.])", text)
    assert told == [f"o/{shipped.label}/alles.zip", "o/catalogus.ttl"]
    assert all(got(one, "HEAD")[0] == 200 for one in told)
    assert "topic, certainty" in text and "bij elke regel staat dat" not in text
    for one in (text, json.loads(files.content(shipped, csvw.NAME))["dc:description"]):
        assert "Slaat u er één op" in one and "trajecten.csv" in one


def test_borders_say_of_which_year_they_are_and_which_regions_have_none(
    shipped: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "without_border" in (found := json.loads(files.content(shipped, boundaries.NAME)))
    assert found["without_border"] == [] and "die van 2025" in found["note"] and "Zonder grens" not in found["note"]
    before = other_tables.region_names
    monkeypatch.setattr(other_tables, "region_names", lambda edition: before(edition) | {"AM99": "Ooit"})
    found = json.loads(files.content(shipped, boundaries.NAME))
    assert found["without_border"] == ["AM99"] and "Zonder grens: Ooit." in found["note"]
    assert "Zonder grens: Ooit." in files.content(shipped, "leesmij.txt").decode()


def test_a_licence_of_what_is_delivered_needs_who_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    before = publisher.current()
    by = "https://definities.geostandaarden.nl/dcat-ap-nl/id/waardelijst/licenties/naamsvermelding40"
    decided = replace_licence(before, by)
    monkeypatch.setattr(publisher.decoding, "document", lambda *_: decided)
    with pytest.raises(UserError) as refused:
        publisher.current()
    assert refused.value.key == "open_data.undecided"
    monkeypatch.setattr(licences.publisher, "current", lambda: decided)
    monkeypatch.setattr(told_of.publisher, "current", lambda: decided)
    told = licences.of_sources((told_of.OWN_FIGURES, "regio-context"))
    assert (told.value, told.is_open) == (by, True) and "stuurgroep heeft vastgesteld" in told.words
    assert not licences.of_sources((told_of.OWN_FIGURES, told_of.INVENTED)).is_open
    assert not licences.of_sources((told_of.OWN_STATES, "jongvolwassenen")).is_open


def replace_licence(before: publisher.OpenData, value: str) -> publisher.OpenData:
    licence = publisher.Licence(value, before.licence.without, before.licence.known)
    return publisher.OpenData("", "", before.publisher, before.contact, before.themes, licence)
