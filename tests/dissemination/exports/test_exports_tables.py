from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.dissemination.exports import cells, dutch_csv, edition, explanation, names, workbook
from sdw.dissemination.exports.forms import FORMS
from sdw.dissemination.exports.sheets import figure_grid
from sdw.dissemination.exports.standing import files as standing
from sdw.dissemination.figures.standing import published
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.indicators.model import DELIVERED, Indicator
from sdw.reference.datasets import states
from sdw.reference.documents import sources
from sdw.reference.status import Status
from sdw.text.dutch import say
from tests.worlds import editions
from tests.worlds import exports as world
from tests.worlds.figures import said
from tests.worlds.shared import Shared


def read_dutch(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.fixture(name="autumn", scope="module")
def _autumn(tmp_path_factory: pytest.TempPathFactory) -> editions.Edition:
    return editions.build(tmp_path_factory.mktemp("store"), world.ALL)


class TestDutchCsv:
    def test_excel_knows_it_is_utf8_and_semicolons(self) -> None:
        content = dutch_csv.of(world.ALL)
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.decode("utf-8-sig").startswith("Indicator;Regio;Regiocode;Periode;")

    def test_a_status_is_a_word_and_a_number_has_a_decimal_comma(self) -> None:
        lines = read_dutch(dutch_csv.of(world.ALL))
        assert [line["Status"] for line in lines[:8]] == [
            *("waarde", "waarde", "voorlopig", "waarde"),
            *("afgeschermd", "niet aangeleverd", "onbekend", "n.v.t."),
        ]
        assert lines[-1]["Waarde"] == "33,333333333333336"
        assert lines[0]["Ten hoogste"] == "3500,5"
        assert lines[0]["Dekking"] == "31 van 35 regio's"

    def test_examples_say_so_on_every_line(self) -> None:
        assert {line["Herkomst"] for line in read_dutch(dutch_csv.of(world.ALL))} == {"voorbeeld (verzonnen)"}

    def test_columns_that_no_figure_fills_are_left_out(self) -> None:
        headers = set(read_dutch(dutch_csv.of([world.TWENTE]))[0])
        assert headers.isdisjoint({"Sector", "Maanden na de start", "Noemer", "Dekking", "Ten minste"})

    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_no_digit_of_a_value_is_lost(self, value: float) -> None:
        (line,) = read_dutch(dutch_csv.of([replace(world.TWENTE, value=value)]))
        assert float(line["Waarde"].replace(",", ".")) == value


class TestWorkbook:
    def test_every_cell_agrees_with_the_figure(self, autumn: editions.Edition) -> None:
        book = openpyxl.load_workbook(io.BytesIO(workbook.of(autumn, world.ALL)))
        header, *lines = list(book["Cijfers"].iter_rows(values_only=True))
        columns = figure_grid.columns_of(world.ALL)
        assert list(header) == [column.title for column in columns]
        for line, figure in zip(lines, world.ALL, strict=True):
            for cell, column in zip(line, columns, strict=True):
                wanted = column.cell(figure)
                if isinstance(wanted, (int, float)):
                    wanted = pytest.approx(wanted, rel=1e-15)  # a workbook keeps sixteen digits
                assert cell == (None if wanted == "" else wanted)

    def test_numbers_are_numbers_with_the_decimals_of_the_indicator(self, autumn: editions.Edition) -> None:
        sheet = openpyxl.load_workbook(io.BytesIO(workbook.of(autumn, world.ALL)))["Cijfers"]
        value = [cell.value for cell in sheet[1]].index("Waarde")
        assert sheet[2][value].number_format == "#,##0"
        assert sheet[2][value].data_type == "n"
        assert sheet[len(world.ALL) + 1][value].number_format == "#,##0.0"

    def test_the_explanation_says_what_when_and_that_it_is_an_example(self, autumn: editions.Edition) -> None:
        sheet = openpyxl.load_workbook(io.BytesIO(workbook.of(autumn, world.ALL)))["Toelichting"]
        said = {(row[0].value, row[1].value) for row in sheet.iter_rows()}
        assert ("Uitgave", "2026-najaar") in said
        assert ("Gepubliceerd op", "22 november 2026") in said
        assert ("Wat het is", catalogue.STARTED.definition) in said
        assert ("Noemer", "alle gestarte trajecten") in said
        assert ("Voorbeeld", say("export.about.example_text")) in said
        assert {say(f"status.{status.value}") for status in Status} <= {title for title, _ in said}

    def test_the_same_table_is_the_same_file(self, autumn: editions.Edition) -> None:
        assert workbook.of(autumn, world.ALL) == workbook.of(autumn, world.ALL)

    def test_a_text_like_a_formula_stays_a_text(self, autumn: editions.Edition) -> None:
        figure = replace(world.TWENTE, cited=said("=HYPERLINK(1)"))
        sheet = openpyxl.load_workbook(io.BytesIO(workbook.of(autumn, [figure])))["Cijfers"]
        assert [cell.value for cell in sheet[2] if cell.data_type == "f"] == []
        assert "'=HYPERLINK(1)" in [cell.value for cell in sheet[2]]


@given(st.text(max_size=20))
def test_no_text_that_starts_a_formula_leaves_the_house(text: str) -> None:
    assert not cells.text(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_file_name_says_edition_indicator_and_example() -> None:
    assert names.file_name("2026-najaar", "aandeel_ips", [world.SHARE], ".xlsx") == (
        "sdw-2026-najaar-aandeel-ips-voorbeeld.xlsx"
    )
    delivered = replace(world.SHARE, origin="aangeleverd")
    assert "voorbeeld" not in names.file_name("2026-najaar", "aandeel_ips", [delivered], ".xlsx")


@pytest.mark.parametrize("indicator", catalogue.ALL, ids=lambda indicator: indicator.id)
def test_every_indicator_can_be_explained(indicator: Indicator) -> None:
    lines = explanation.of_indicator(indicator, ["CBS"])
    assert lines[0].title == indicator.label
    assert explanation.Line("Bron", "CBS") in lines
    assert all(line.text for line in lines[1:])


@pytest.mark.parametrize("indicator", catalogue.ALL, ids=lambda indicator: indicator.id)
def test_an_indicator_without_figures_names_the_source_that_it_is_declared_on(indicator: Indicator) -> None:
    assert all(name in DELIVERED or sources.by_id(name).title for name in indicator.sources)
    assert explanation.sources_of(indicator.id, []) == [
        say("source.aangeleverd") if name in DELIVERED else sources.by_id(name).title for name in indicator.sources
    ]


class TestWholeEdition:
    def test_every_indicator_comes_in_every_form(self, autumn: editions.Edition, tmp_path: Path) -> None:
        written = edition.write(autumn, tmp_path / "uitgave")
        published = figures.published(autumn)
        assert len(written) == len(published) * len(FORMS) + 1
        assert all(path.name.startswith("sdw-2026-najaar-") and "voorbeeld" in path.name for path in written)
        assert all(path.stat().st_size for path in written)

    def test_states_are_there_too_with_every_line(self, shared: Shared) -> None:
        shipped = shared.edition("shipped")
        written = dict(edition.files(shipped))
        for dataset in states.ALL:
            found = published.of(shipped, dataset.id)
            assert found, dataset.id
            content = written[standing.file_name(shipped, dataset.id, found, ".csv")]
            _, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
            assert len(lines) == len(found)
            for state, line in zip(found, lines, strict=True):
                assert {state.day.isoformat(), cells.text(state.source)} <= {*line, ""}

    def test_the_zip_holds_the_same_files_and_is_the_same_each_time(
        self, autumn: editions.Edition, tmp_path: Path
    ) -> None:
        written = {path.name: path.read_bytes() for path in edition.write(autumn, tmp_path)}
        content = edition.zipped(autumn)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == written
        edition.zipped.cache_clear()
        assert content == edition.zipped(autumn)
