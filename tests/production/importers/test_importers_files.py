"""Every way in which people save a table, and every file that is no table."""

from __future__ import annotations

import codecs
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdw.dissemination.exports import delivery_sheet
from sdw.exchange import limits
from sdw.production.importers.engine import engine
from sdw.production.importers.engine.file_result import CheckedFile
from sdw.production.importers.files import decoding
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.text.errors import UserError
from tests.worlds.importers import HEADER, check, csv, texts, values

ROW = "Súdwest-Fryslân;2025-H1;ips;uwv;10;5;3;12;2"
GOOD = csv("Fryslân;2025-H1;ips;uwv;10;5;3;12;2", "Twente;2025-H1;ips;uwv;1;1;1;1;1")


def workbook(*rows: list[object], title: str = "Blad1", at: tuple[int, int] = (1, 1)) -> bytes:
    """A workbook with one sheet, whose table starts at a (row, column)."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            sheet.cell(at[0] + down, at[1] + right, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_same_table_in_every_encoding(encoding: str, delimiter: str, line_end: str) -> None:
    text = GOOD.decode().replace(";", delimiter).replace("\n", line_end)
    checked = engine.read(text.encode(encoding), "levering.csv")
    assert checked.ok, checked.report.lines()
    assert values(checked) == values(engine.read(GOOD))
    assert {row[0] for row in checked.relation.fetchall()} == {"AM02", "AM05"}


def test_utf16_with_a_bom_of_either_side() -> None:
    for bom, encoding in ((codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        assert engine.read(bom + GOOD.decode().encode(encoding)).ok


def test_order_case_spaces_underscores_quotes_and_padding_do_not_matter() -> None:
    data = (
        'Duurzaam geplaatst;EINDSTAND ; Beëindigd;gestart;begin_stand;"Doelgroep";Methode;PERIODE;regio\n'
        ' 2 ;"12"; "3" ;5;10;" UWV";Individuele Plaatsing en Steun;1e halfjaar 2025;"twente "\n'
    )
    checked = engine.read(data.encode(), "levering.csv")
    assert checked.ok, checked.report.lines()
    assert values(checked)[("AM05", "beginstand")] == (10, "waarde")
    assert values(checked)[("AM05", "duurzaam_geplaatst")] == (2, "waarde")


def test_a_decimal_comma_does_not_make_the_comma_the_delimiter() -> None:
    checked = check("Twente;2025;ips;uwv;1,0;1,0;1,0;1,0;1,0")
    assert checked.ok
    assert values(checked)[("AM05", "gestart")] == (1, "waarde")


def test_the_sep_line_of_a_spreadsheet_is_obeyed() -> None:
    assert engine.read(b"sep=;\r\n" + GOOD).ok


def test_blank_rows_and_trailing_delimiters_are_no_rows() -> None:
    data = HEADER + ";;\n\nTwente;2025;ips;uwv;1;1;1;1;1;;\n;;;;;;;;;;\n   ;;;;;;;;;;\n\n"
    checked = engine.read(data.encode())
    assert checked.ok, checked.report.lines()
    assert len(checked) == 5


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    checked = check("", "Twente;2025;ips;uwv;1;1;1;1;1", "", "te kort;2025", "Twente;2024;ips;uwv;1;-1;1;1;1")
    assert [(problem.row, problem.column) for problem in checked.errors] == [(5, ""), (6, "gestart")]
    assert "2 cellen. Het moeten er 9 zijn" in checked.errors[0].text


def test_a_quoted_delimiter_is_text_and_an_open_quote_is_refused() -> None:
    (error,) = engine.read(csv('"Twente;2025;ips;uwv;1;1;1;1;1', "Twente;2024;ips;uwv;1;1;1;1;1")).errors
    assert "rij 2" in error.text
    assert check('"Twente";"2025";"ips";"uwv";"1";"1";"1";"1";"1"').ok


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is leeg"),
        (b"\xef\xbb\xbf", "is leeg"),
        (b" \r\n\r\n ", "is leeg"),
        (b"\xff\xfe", "is leeg"),
        (b"%PDF-1.7 ...", "is een PDF"),
        (b"\x89PNG\r\n\x1a\n0000", "is een afbeelding"),
        (b"\xff\xd8\xff\xe0 JFIF", "is een afbeelding"),
        (b"<!DOCTYPE html><html></html>", "is een webpagina"),
        (b"\n <html><table><tr><td>regio</td></tr></table>", "is een webpagina"),
        (b"\x1f\x8b\x08\x00", "ingepakt bestand"),
        (b"PAR1\x15\x04", "Dit soort bestand"),
        (b"regio;per\0iode", "geen leesbare tekst"),
        (HEADER.encode(), "alleen kolomnamen"),
        (HEADER.encode() + b"\n\n;;;\n", "Deze rij heeft 4 cellen"),
        (HEADER.encode() + b"\n\n\n", "alleen kolomnamen"),
        (b"1;2;3\n4;5;6\n", "geen kolomnamen die we kennen"),
        (b"PK\x03\x04 broken", "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud Excel-bestand"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "heeft een wachtwoord",
        ),
    ],
)
def test_a_file_that_is_no_table_gets_one_clear_sentence(data: bytes, says: str) -> None:
    checked = engine.read(data, "bestand")
    assert not checked.ok
    assert len(checked) == 0
    assert any(says in text for text in texts(checked)), texts(checked)


def test_a_zip_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("levering.csv", GOOD)
    assert "ingepakt bestand" in texts(engine.read(out.getvalue()))[0]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    small = replace(limits.PAGE, bytes=100)
    assert "te groot" in texts(engine.read(GOOD, limits=small))[0]
    (tmp_path / "groot.csv").write_bytes(GOOD)
    with pytest.raises(UserError, match="te groot"):
        engine.read(tmp_path / "groot.csv", limits=small)


def test_a_path_that_is_not_there_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"weg\.csv is niet te openen"):
        engine.read(tmp_path / "weg.csv")


def test_missing_undeclared_and_doubled_columns_are_all_named() -> None:
    checked = engine.read(b"regio;periode;methode;gestart;Gestart;kleur\nTwente;2025;ips;1;1;rood\n")
    said = texts(checked)
    assert "doelgroep, beginstand, beeindigd, eindstand en duurzaam_geplaatst" in said[0]
    assert [problem.column for problem in checked.errors] == ["", "Gestart", "kleur"]


def test_a_header_that_is_really_a_cell_is_not_repeated() -> None:
    data = b"regio;periode;methode;doelgroep;maat;waarde;jan@voorbeeld.nl;123456782;<script>alert(1)</script>\n"
    said = "\n".join(engine.read(data + b"Twente;2025;ips;uwv;gestart;1;a;b;c\n").report.lines())
    assert "jan@" not in said and "123456782" not in said and "<" not in said


def test_a_formula_or_markup_in_a_cell_is_never_repeated_nor_run() -> None:
    checked = check("=cmd|' /C calc'!A0;2025;ips;uwv;=1+1;@SUM(A1);1;1;<script>alert(1)</script>")
    report = checked.report.to_csv() + "\n".join(checked.report.lines())
    for text in ("=cmd", "=1+1", "@SUM", "<script"):
        assert text not in report
    named = engine.read(csv("x;2025;ips;uwv;1;1;1;1;1"), "=cmd.csv").report.to_csv()
    assert "'=cmd.csv;" in named


def test_the_report_shows_fifty_and_keeps_them_all() -> None:
    rows = [
        f"Twente;{year}-Q{q};ips;uwv;1;{n}-{year};1;1;1" for n, year in enumerate(range(1990, 2020)) for q in (1, 2)
    ]
    checked = check(*rows)
    assert len(checked.errors) == 60
    assert len(checked.report.lines()) <= 51
    assert len(checked.report.to_csv().splitlines()) == 1 + len(checked.problems)


def test_the_same_mistake_on_many_rows_is_one_line() -> None:
    checked = check(*(f"Twente;{year};ips;uwv;-;1;1;1;1" for year in range(2000, 2010)))
    assert checked.report.lines()[0].endswith("Ook in 9 andere rijen.")


# --- workbooks


def test_the_template_filled_in_reads_back() -> None:
    data = delivery_sheet.template(regions.by_code("AM05"), periods.parse("2026-H2"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Trajecten"]
    assert sheet.max_row == 13
    for row in sheet.iter_rows(min_row=2, max_row=13):
        for cell, count in zip(row[4:9], (10, 5, 3, 12, 2), strict=True):
            cell.value = count
    sheet["E2"] = "12*"
    sheet["E3"] = "onbekend"
    out = io.BytesIO()
    book.save(out)
    checked = engine.read(out.getvalue(), "twente.xlsx")
    assert checked.ok, checked.report.lines()
    assert len(checked) == 60
    assert checked.relation.filter("status = 'voorlopig'").count("*").fetchall() == [(1,)]
    (receipt,) = checked.receipt()
    assert (receipt.region, receipt.periods, receipt.with_value) == ("AM05", ("2026-H2",), 59)


def test_a_template_that_nobody_filled_in_is_refused() -> None:
    data = delivery_sheet.template(regions.by_code("AM05"), periods.parse("2026-H2"))
    assert "niets ingevuld" in texts(engine.read(data))[0]


def test_a_template_row_left_blank_counts_as_not_delivered_and_says_so() -> None:
    data = delivery_sheet.template(regions.by_code("AM05"), periods.parse("2026-H2"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell, count in zip(book["Trajecten"][2][4:9], (10, 5, 3, 12, 2), strict=True):
        cell.value = count
    out = io.BytesIO()
    book.save(out)
    checked = engine.read(out.getvalue())
    assert checked.ok
    assert checked.relation.filter("status = 'niet_aangeleverd'").count("*").fetchall() == [(55,)]
    assert len(checked.warnings) == 11


@pytest.mark.parametrize("dataset", ["trajecten", "uitkomsten", "context"])
def test_every_dataset_has_a_template_with_its_columns(dataset: str) -> None:
    data = delivery_sheet.template(regions.by_code("AM05"), periods.parse("2025-H1"), dataset=dataset)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert "Uitleg" in book.sheetnames
    rules = book[book.sheetnames[0]].data_validations.dataValidation
    assert all(len(rule.formula1) <= 255 for rule in rules)


LONG = ["regio", "periode", "methode", "doelgroep", "maat", "waarde"]
WHOLE = workbook(LONG, ["Twente", 2025, "ips", "uwv", "gestart", 12])


def test_the_long_layout_in_a_workbook_with_real_numbers() -> None:
    checked = engine.read(workbook(LONG, ["Twente", 2025, "ips", "uwv", "gestart", 12.0]))
    assert checked.ok, checked.report.lines()
    assert values(checked) == {("AM05", "gestart"): (12, "waarde")}


def test_a_table_anywhere_on_a_sheet_keeps_its_row_and_letter() -> None:
    rows = (
        LONG,
        ["Twente", 2025, "ips", "uwv", "gestart", "veel"],
        ["Twente", 2025, "ips", "uwv", "eindstand", 1.5],
    )
    checked = engine.read(workbook(["Cijfers van Twente"], [], *rows, title="Onze cijfers", at=(3, 2)))
    assert [(p.sheet, p.row, p.column) for p in checked.errors] == [
        ("Onze cijfers", 6, "waarde (G)"),
        ("Onze cijfers", 7, "waarde (G)"),
    ]


def test_two_sheets_with_figures_are_refused_and_not_half_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(WHOLE))
    book.copy_worksheet(book.active).title = "Nog <een>"
    out = io.BytesIO()
    book.save(out)
    assert "meer dan een blad: Blad1 en Nog een." in texts(engine.read(out.getvalue()))[0]


def test_a_formula_without_outcome_and_a_cell_in_error_are_not_blank() -> None:
    rows = (
        LONG,
        ["Twente", 2025, "ips", "uwv", "gestart", "=1+1"],
        ["Twente", 2025, "ips", "uwv", "eindstand", "#N/A"],
    )
    book = openpyxl.load_workbook(io.BytesIO(workbook(*rows)))
    book.active["F3"].data_type = "e"
    out = io.BytesIO()
    book.save(out)
    checked = engine.read(out.getvalue())
    assert [(p.row, p.column) for p in checked.errors] == [(2, "waarde (F)"), (3, "waarde (F)")]
    assert "geen uitkomst" in checked.errors[0].text


# --- attack


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_random_bytes_never_break_the_reader(data: bytes) -> None:
    _is_a_verdict(engine.read(data, "x"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=20), min_size=9, max_size=9))
def test_random_cells_never_break_the_reader(cells: list[str]) -> None:
    _is_a_verdict(engine.read(csv(";".join(cells))))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.sampled_from(["change", "drop", "insert", "cut"]))
def test_one_wrong_byte_is_never_another_number_without_a_word(place: int, byte: int, how: str) -> None:
    new = {"change": bytes([byte]), "drop": b"", "insert": bytes([byte]), "cut": b""}[how]
    rest = b"" if how == "cut" else GOOD[place if how == "insert" else place + 1 :]
    _is_a_verdict(engine.read(GOOD[:place] + new + rest))


@settings(max_examples=60, deadline=None)
@given(st.integers(4, 9000), st.lists(st.tuples(st.integers(4, 9000), st.integers(0, 255)), max_size=8))
def test_a_broken_workbook_never_breaks_the_reader(length: int, changes: list[tuple[int, int]]) -> None:
    whole = bytearray(WHOLE[:length])
    for place, byte in changes:
        whole[place % len(whole)] = byte
    _is_a_verdict(engine.read(bytes(whole)))


def _is_a_verdict(checked: CheckedFile) -> None:
    """Either errors with a sentence, or observations whose every status fits its value."""
    assert checked.ok or all(problem.text for problem in checked.errors)
    if checked.ok:
        assert len(checked)
        wrong = "(value is null) = (status in ('waarde', 'voorlopig')) or status = 'onleesbaar' or value < 0"
        assert checked.relation.filter(wrong).fetchall() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_same_text_comes_out_of_every_encoding(encoding: str) -> None:
    text = "regio;periode\nSúdwest-Fryslân;2025\nDrenthe;2025 – €\n"
    assert decoding.to_utf8(text.encode(encoding)).decode() == text
