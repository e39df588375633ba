"""What can be read in two ways is refused, or a person must accept it: merged cells, percentages, stray rows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from sdw.dissemination.exports import delivery_sheet
from sdw.production.importers.engine import engine
from sdw.production.importers.files.packed import styles
from sdw.production.steward import import_file
from sdw.production.store import private
from sdw.reference import periods
from sdw.reference.areas import regions
from tests.worlds.edition import store_at
from tests.worlds.importers import HEADER, check, csv, texts, values

ROWS = (("ips", "uwv"), ("ips", "gemeente"), ("jobcoaching", "uwv"))


def workbook(change: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> bytes:
    """Three rows of Twente with plain counts, and then what `change` writes over them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Trajecten")
        sheet.write_row(0, 0, HEADER.split(";"))
        for row, keys in enumerate(ROWS, 1):
            sheet.write_row(row, 0, ["Twente", "2026-H1", *keys, 30, 20, 10, 40, 6])
        change(book, sheet)
    return out.getvalue()


def errors(data: bytes) -> list[tuple[int, str, str]]:
    checked = engine.read(data, "levering.xlsx")
    return [(problem.row, problem.column, problem.text) for problem in checked.errors]


def test_d3_plain_counts_stay_good() -> None:
    assert errors(workbook(lambda book, sheet: sheet.write(0, 12, "", book.add_format({"num_format": "0%"})))) == []


@pytest.mark.parametrize("area", [(1, 4, 3, 4), (1, 4, 1, 5), (2, 7, 3, 8), (1, 0, 3, 0)])
def test_d3_one_number_on_more_cells_is_refused(area: tuple[int, int, int, int]) -> None:
    found = errors(workbook(lambda _, sheet: sheet.merge_range(*area, "Twente" if area[1] == 0 else 30)))
    assert any(row == area[0] + 1 and "samengevoegd" in text for row, _, text in found)


def test_d3_a_merged_title_above_and_another_sheet_refuse_nothing() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Levering van de regio"])
    sheet.merge_cells("A1:I1")
    sheet.append(HEADER.split(";"))
    sheet.append(["Twente", "2026-H1", "ips", "uwv", 30, 20, 10, 40, 6])
    other = book.create_sheet("Uitleg")
    other["A1"] = "Uitleg bij de cijfers"
    other.merge_cells("A1:D1")
    out = io.BytesIO()
    book.save(out)
    assert engine.read(out.getvalue(), "levering.xlsx").ok
    assert (
        engine.read(delivery_sheet.template(regions.by_code("AM05"), periods.parse("2026-H1")), "leeg.xlsx")
        .errors[0]
        .text.startswith("Er is in dit bestand niets ingevuld")
    )


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("0%", "toont een percentage"),
        ("0.00%", "toont een percentage"),
        ('0.0"" %', "toont een percentage"),
        ("[Red]0%;[Blue]-0%", "toont een percentage"),
        ("#,##0,", "toont duizendtallen"),
        ("0.0,,", "toont duizendtallen"),
    ],
)
def test_d3_a_format_that_shows_another_number_is_refused(form: str, said: str) -> None:
    data = workbook(lambda book, sheet: sheet.write(2, 5, 1, book.add_format({"num_format": form})))
    [(row, column, text)] = errors(data)
    assert (row, column) == (3, "gestart (F)") and said in text


@pytest.mark.parametrize("form", ["General", "0", "#,##0", '0 "mensen"', '0 "(50%)"', "0;-0;0", "# ##0", "@"])
def test_d3_a_format_that_shows_the_number_is_good(form: str) -> None:
    assert errors(workbook(lambda book, sheet: sheet.write(2, 5, 20, book.add_format({"num_format": form})))) == []
    assert styles.doubt_of(form) is None


def superscript(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_rich_string(1, 4, "3", book.add_format({"font_script": 1}), "0")


def subscript(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_rich_string(1, 4, "3", book.add_format({"font_script": 2}), "1")


def sign(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_string(1, 4, "30\u00b2")


def bracket(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_string(1, 4, "30 1)")


@pytest.mark.parametrize("note", [superscript, subscript, sign, bracket])
def test_d3_the_number_of_a_note_is_no_digit_of_the_count(note: Callable[..., None]) -> None:
    [(row, column, text)] = errors(workbook(note))
    assert (row, column) == (2, "beginstand (E)") and "teken" in text and "weg" in text


def ods(cell: str, style: str = "") -> bytes:
    """An OpenDocument sheet with one row, in which beginstand is this cell."""

    def text(one: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{one}</text:p></table:table-cell>'

    def number(one: int) -> str:
        start = f'<table:table-cell office:value-type="float" office:value="{one}">'
        return f"{start}<text:p>{one}</text:p></table:table-cell>"

    head = "".join(map(text, HEADER.split(";")))
    row = "".join(map(text, ("Twente", "2026-H1", "ips", "uwv"))) + cell + "".join(map(number, (20, 10, 40, 6)))
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{names} office:version="1.3">'
        f"<office:automatic-styles>{style}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Trajecten"><table:table-row>{head}</table:table-row>'
        f"<table:table-row>{row}</table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return out.getvalue()


RAISED = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (
            '<table:table-cell office:value-type="float" office:value="30"><text:p>30</text:p></table:table-cell>',
            "",
        ),
        (
            '<table:table-cell office:value-type="percentage" office:value="1"><text:p>100%</text:p>'
            "</table:table-cell>",
            "percentage",
        ),
        (
            '<table:table-cell office:value-type="string"><text:p>3<text:span text:style-name="T1">0</text:span>'
            "</text:p></table:table-cell>",
            "verhoogd",
        ),
        (
            '<table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="30">'
            "<text:p>30</text:p></table:table-cell>",
            "samengevoegd",
        ),
    ],
)
def test_d3_and_so_in_an_opendocument_sheet(cell: str, said: str) -> None:
    found = errors(ods(cell, RAISED))
    assert not found if not said else any(said in text for _, _, text in found)


@pytest.mark.parametrize("end", ["48.000", "48,000"])
def test_d3_three_decimals_in_one_column_are_no_thousands(end: str) -> None:
    checked = check(f"Twente;2026-H1;ips;uwv;40;20;12;{end};5", f"Twente;2026-H1;ips;gemeente;47;20;12;{end};5")
    assert all("duizend keer zo groot" in text for text in texts(checked)) and len(texts(checked)) == 2


def test_d3_a_plain_number_in_the_same_column_shows_what_the_point_is() -> None:
    checked = check("Twente;2026-H1;ips;uwv;900;300;200;1.000;5", "Twente;2026-H1;ips;gemeente;47;20;12;55;5")
    assert values(checked)["AM05", "eindstand"][0] in (1000.0, 55.0)
    assert not texts(checked)


@pytest.mark.parametrize("period", ["2062-H2", "2062", "2062-Q1", "2099-H1"])
def test_d3_a_period_that_has_not_begun_must_be_accepted(tmp_path: Path, period: str) -> None:
    checked = check(f"Drenthe;{period};ips;uwv;30;20;10;40;6")
    assert ["nog niet begonnen" in problem.text for problem in checked.to_accept] == [True]
    path = tmp_path / "drenthe.csv"
    path.write_bytes(csv(f"Drenthe;{period};ips;uwv;30;20;10;40;6"))
    with store_at(tmp_path / "store"):
        refused = import_file.import_file(path)
        assert not refused.ok and "--accept-warnings" in refused.lines[-1]
        with private.reader() as connection:
            assert private.batches(connection) == []
        assert import_file.import_file(path, accept=True).ok


BEFORE = [f"Regio Zwolle;2026-H1;{method};{group};30;20;10;40;6" for method, group in ROWS]
TWENTE = "Twente;2026-H1;ips;uwv;33;20;10;43;9"


@pytest.mark.parametrize(
    "stray",
    [
        "Regio Zwolle;2026-H1;overig;overig;1;1;1;1;0",
        "Regio Zwolle;2026-H1;ips;uwv;31;20;10;41;6",
        "Regio Zwolle;2026-H1;totaal;totaal;1;1;1;1;0",
        "Regio Zwolle;2026-H1;ips;uwv;;;;;",
    ],
    ids=["other parts", "one of the parts", "a total", "a blank row"],
)
def test_d3_a_stray_row_that_replaces_a_delivery_must_be_accepted(tmp_path: Path, stray: str) -> None:
    before, after = tmp_path / "zwolle.csv", tmp_path / "twente.csv"
    before.write_bytes(csv(*BEFORE))
    after.write_bytes(csv(TWENTE, stray))
    with store_at(tmp_path / "store"):
        assert import_file.import_file(before).ok
        told = "\n".join(import_file.check(after).lines)
        assert "vervangt alles wat Regio Zwolle eerder over 1e halfjaar 2026 leverde" in told
        refused = import_file.import_file(after)
        assert not refused.ok and refused.pending
        with private.reader() as connection:
            assert len(private.batches(connection)) == 1
        assert import_file.import_file(after, accept=True).ok


def test_d3_a_whole_delivery_again_needs_no_accepting(tmp_path: Path) -> None:
    before, after = tmp_path / "zwolle.csv", tmp_path / "verbeterd.csv"
    before.write_bytes(csv(*BEFORE))
    after.write_bytes(csv(*[row.replace(";30;20;10;40;", ";32;20;10;42;") for row in BEFORE], TWENTE))
    with store_at(tmp_path / "store"):
        assert import_file.import_file(before).ok
        assert import_file.import_file(after).ok
