"""How far a workbook reaches is known before room is made for it; formulas are parsed, whatever their spelling."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import openpyxl
import pytest

from sdw.dissemination.exports import delivery_sheet
from sdw.exchange import limits
from sdw.production.importers.engine import engine
from sdw.production.importers.files.packed import extent, opendocument, xml_stream
from sdw.production.importers.files.packed.extent import Area
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.text.dutch import number, say
from tests.worlds import hostile
from tests.worlds.importers import texts, values

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = ("regio", "periode", "methode", "doelgroep", "maat", "waarde")
KEYS = ("Twente", "2025", "ips", "uwv", "gestart")


def _of(body: str, most: limits.Limits = limits.PAGE) -> extent.Extent:
    text = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    return extent.of_sheet(io.BytesIO(text.encode()), 1, most)


class TestFarCells:
    @pytest.mark.parametrize("cell", ["XFD1048576", "AZ1048576", "XFD1", "A1048576", "GS7"])
    def test_a1_a_far_cell_is_refused_where_it_stands(self, cell: str) -> None:
        said = texts(engine.read(hostile.workbook_with_cell(cell), "ver.xlsx", limits=limits.PAGE))
        assert len(said) == 1
        assert f"in cel {cell}," in said[0] and "blad 1" in said[0]

    def test_a1_a_formatted_cell_without_anything_in_it_is_no_far_cell(self) -> None:
        assert _of('<row r="1048576"><c r="XFD1048576" s="3"/></row>').cells == 0

    def test_a1_a_dimension_that_boasts_allocates_nothing(self) -> None:
        checked = engine.read(hostile.workbook_with_dimension("A1:XFD1048576"), "x.xlsx", limits=limits.PAGE)
        assert checked.ok, checked.report.lines()

    def test_a1_cells_without_a_reference_are_counted_on(self) -> None:
        found = _of("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r='9'><c><v>3</v></c></row>")
        assert (found.rows, found.columns) == (9, 3)

    @pytest.mark.parametrize("reference", ["", "A0", "1A", "AAAA1", "A-1", "A12345678", "É1"])
    def test_a1_no_reference_is_broken_and_not_somewhere(self, reference: str) -> None:
        with pytest.raises(xml_stream.BROKEN):
            _of(f'<row r="1"><c r="{reference}"><v>1</v></c></row>')

    @pytest.mark.parametrize(
        "row",
        [
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
            'office:value="1" table:number-columns-repeated="16384"/></table:table-row>',
            '<table:table-row table:number-rows-repeated="900000"><table:table-cell/></table:table-row>'
            '<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
            "</table:table-row>",
            '<table:table-row><table:table-cell table:number-columns-repeated="9999"/>'
            '<table:table-cell office:value="1" office:value-type="float"/></table:table-row>',
        ],
    )
    def test_a1_cells_that_repeat_in_ods_count_as_often(self, row: str) -> None:
        said = texts(engine.read(hostile.opendocument(row), "x.ods", limits=limits.PAGE))
        assert len(said) == 1 and "ver buiten de tabel" in said[0]

    def test_a1_blank_rows_that_repeat_to_the_end_are_no_cells(self) -> None:
        row = (
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384"/></table:table-row>'
        )
        (found,) = opendocument.extents(io.BytesIO(hostile.ods_content(row)), limits.PAGE)
        assert found.cells == 0


class TestLimits:
    def test_a2_seventy_thousand_parts(self) -> None:
        data = hostile.many_parts(70_000)
        said = texts(engine.read(data, "x.xlsx", limits=limits.PAGE))
        assert "te veel onderdelen" in said[0]

    def test_a2_ten_thousand_sheets(self) -> None:
        said = texts(engine.read(hostile.many_sheets(300), "x.xlsx", limits=limits.PAGE))
        assert "te veel bladen" in said[0]

    def test_a2_more_cells_than_fit(self) -> None:
        said = texts(engine.read(hostile.wide_sheets(20, rows=99_000, column="GR"), "x.xlsx", limits=limits.PAGE))
        assert f"meer dan {number(limits.PAGE.cells)} cellen" in said[0]

    def test_a2_two_parts_of_one_name_are_refused(self) -> None:
        out = io.BytesIO(hostile.workbook_with_cell("B2"))
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr("XL\\worksheets\\Sheet1.xml", b"<worksheet/>")
        assert "beschadigd" in texts(engine.read(out.getvalue(), "x.xlsx"))[0]


class TestXml:
    def test_a3_spaces_within_a_formula_take_no_time(self) -> None:
        """A pattern with two adjacent runs of spaces needed minutes for this."""
        body = f'<row r="1"><c r="A1"><f>1</f>{" " * 400_000}<x/></c></row>'
        assert _of(body).uncomputed == [(1, 1)]

    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
            '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:1/x.dtd">',
            '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ],
    )
    def test_a3_a_document_type_is_refused(self, declared: str) -> None:
        with pytest.raises(xml_stream.BROKEN):
            extent.of_sheet(io.BytesIO(f"{declared}<worksheet/>".encode()), 1, limits.PAGE)

    def test_a3_depth_is_no_recursion(self) -> None:
        assert _of("<a>" * 200_000 + "</a>" * 200_000).cells == 0


SPELLINGS: Mapping[str, str] = {
    "as openpyxl writes it": '<c r="F2"><f>1+1</f><v></v></c>',
    "with a closed value": '<c r="F2"><f>1+1</f><v/></c>',
    "with a space in the value": '<c r="F2"><f>1+1</f><v> </v></c>',
    "without a value": '<c r="F2"><f>1+1</f></c>',
    "style first": '<c s="1" r="F2"><f>1+1</f></c>',
    "as LibreOffice writes it": '<c r="F2" s="0" t="n"><f aca="false">1+1</f><v></v></c>',
    "as Google writes a shared one": '<c r="F2" s="1"><f t="shared" ref="F2:F3" si="1">A1</f></c>',
    "the follower of a shared one": '<c r="F2"><f t="shared" si="1"/></c>',
    "an array": '<c r="F2"><f t="array" ref="F2">1+1</f></c>',
    "over lines, with a remark": "<c\n r='F2'\n><!-- x --><f\n>1+1\n</f ><v\n/></c>",
    "with a comparison in it": '<c r="F2"><f>IF(A1&lt;2,"a","b")</f></c>',
    "as character data": '<c r="F2"><f><![CDATA[A1>"x"]]></f><v></v></c>',
    "an empty text, as XlsxWriter writes it": '<c r="F2" t="str"><f>1+1</f><v></v></c>',
    "without a reference": "<c><f>1+1</f></c>",
}


class TestFormulas:
    @pytest.mark.parametrize("spelling", SPELLINGS)
    @pytest.mark.parametrize("prefix", ["", "x:"])
    def test_d2_a_formula_without_outcome_is_found_in_every_spelling(self, spelling: str, prefix: str) -> None:
        data = hostile.sheet_of(HEAD, [KEYS], SPELLINGS[spelling], prefix)
        checked = engine.read(data, "x.xlsx")
        assert [(p.row, p.column) for p in checked.errors] == [(2, "waarde (F)")], checked.report.lines()
        assert "geen uitkomst" in checked.errors[0].text

    def test_d2_a_formula_with_its_outcome_is_read(self) -> None:
        for cell in ('<c s="0" r="F2"><f>1+1</f><v>2</v></c>', '<c r="F2"><f t="shared" si="0"/><v>2</v></c>'):
            checked = engine.read(hostile.sheet_of(HEAD, [KEYS], cell), "x.xlsx")
            assert checked.ok, checked.report.lines()
            assert values(checked) == {("AM05", "gestart"): (2, "waarde")}

    def test_d2_every_cell_that_an_array_should_fill_is_told(self) -> None:
        cell = '<c r="F2"><f t="array" ref="F2:F4">A1:A3</f></c>'
        rows = [KEYS, (*KEYS[:3], "gemeente", "gestart"), (*KEYS[:3], "overig", "gestart")]
        checked = engine.read(hostile.sheet_of(HEAD, rows, cell), "x.xlsx")
        assert [p.row for p in checked.errors] == [2, 3, 4]

    @pytest.mark.parametrize("name", ["formula_xprefix.xlsx", "attr_s_first.xlsx"])
    def test_d2_the_reported_files(self, name: str) -> None:
        cell = '<{p}c s="1" r="F2"><{p}f>10+10</{p}f></{p}c>'.replace("{p}", "")
        prefix = "x:" if "prefix" in name else ""
        checked = engine.read(hostile.sheet_of(HEAD, [KEYS], cell, prefix), name)
        assert [(p.row, p.column) for p in checked.errors] == [(2, "waarde (F)")]

    def test_d2_a_formula_of_ods_without_outcome(self) -> None:
        cells = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in KEYS
        )
        rows = hostile.ods_row(HEAD) + (
            f'<table:table-row>{cells}<table:table-cell table:formula="of:=1+1"/></table:table-row>'
        )
        checked = engine.read(hostile.opendocument(rows), "x.ods")
        assert [(p.row, p.column) for p in checked.errors] == [(2, "waarde (F)")]

    def test_d2_merged_areas_are_known(self) -> None:
        text = f'<worksheet xmlns="{MAIN}"><mergeCells><mergeCell ref="E2:E4"/></mergeCells></worksheet>'
        assert extent.of_sheet(io.BytesIO(text.encode()), 1, limits.PAGE).merged == [Area(2, 5, 4, 5)]


class TestOtherWorkbooks:
    def test_d6_strict_open_xml_is_read(self) -> None:
        data = hostile.as_strict(_filled_template())
        assert engine.read(data, "strict.xlsx").ok
        assert values(engine.read(data)) == values(engine.read(_filled_template()))

    def test_d6_ods_is_read(self) -> None:
        rows = hostile.ods_row(HEAD) + hostile.ods_row((*KEYS, 12))
        checked = engine.read(hostile.opendocument(rows), "levering.ods")
        assert checked.ok, checked.report.lines()
        assert values(checked) == {("AM05", "gestart"): (12, "waarde")}

    def test_d6_other_open_documents_are_no_workbook(self) -> None:
        data = hostile.opendocument("", kind="application/vnd.oasis.opendocument.text")
        assert "tekstdocument" in texts(engine.read(data, "x.odt"))[0]


def _filled_template() -> bytes:
    book = openpyxl.load_workbook(
        io.BytesIO(delivery_sheet.template(regions.by_code("AM05"), periods.parse("2025-H1")))
    )
    for row in book["Trajecten"].iter_rows(min_row=2, max_row=13):
        for cell, count in zip(row[4:9], (10, 5, 3, 12, 2), strict=True):
            cell.value = count
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class TestReadAsItStands:
    """What a reader of values takes otherwise than it stands is refused as damaged, with what to do."""

    @pytest.mark.parametrize(
        "cell",
        [
            '<c r="F2"><v>1<!-- x -->2</v></c>',
            '<c r="F2"><v>1<![CDATA[2]]></v></c>',
            '<c r="F2"><v>1<?x y?>2</v></c>',
            '<c r="F2" t="str"><f>6+6</f><v>1<!-- x -->2</v></c>',
            '<c r="F2"><v>12</v><v>13</v></c>',
            '<c r="F2"><f>6+6</f><v>12</v><v>13</v></c>',
            '<c r="F2"><v>12</v></c><c r="F2"><v>13</v></c>',
            '<c r="F2"><v>12</v></c><c r="A2"><v>13</v></c>',
            '<c r="F1"><v>12</v></c>',
            '<c r="F2"><v>12</v></c></row><row r="2"><c r="F2"><v>13</v></c>',
        ],
    )
    def test_d3_a_count_that_would_be_read_in_part_or_twice(self, cell: str) -> None:
        (said,) = texts(engine.read(hostile.sheet_of(HEAD, [KEYS], cell), "x.xlsx"))
        assert "beschadigd" in said and "sla het opnieuw op" in said

    def test_d3_a_comment_between_rows_and_cells_is_no_damage(self) -> None:
        made = (
            hostile.sheet([HEAD, (*KEYS, 12)])
            .replace("<row", "<!-- x --><?x y?><row")
            .replace("<c ", "<!-- x --><c ")
        )
        checked = engine.read(hostile.packed(hostile.parts(made)), "x.xlsx")
        assert checked.ok and [value for value, _ in values(checked).values()] == [12.0]

    @pytest.mark.parametrize("text", ["1<!-- x -->2", "1<![CDATA[2]]>", "1<text:span>2<?x y?></text:span>"])
    def test_d3_a_count_in_ods_with_something_else_in_it(self, text: str) -> None:
        rows = hostile.ods_row(HEAD) + hostile.ods_row((*KEYS, "12")).replace("<text:p>12<", f"<text:p>{text}<")
        (said,) = texts(engine.read(hostile.opendocument(rows), "x.ods"))
        assert "beschadigd" in said


class TestLongTexts:
    LONG = "x" * (limits.PAGE.text + 1)

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            (f"regio;periode;maat;waarde\n;;;\n{LONG};2025;gestart;1\n".encode(), "rij 3, kolom regio"),
            (f"regio;periode;maat;waarde\nTwente;2025;gestart\n{LONG};2025\n".encode(), "rij 3"),
            (f"regio;periode;{LONG}\nTwente;2025;1\n".encode(), "rij 1"),
            (hostile.sheet_of(HEAD, [(LONG, *KEYS[1:], 12)]), "blad Blad1, rij 2, kolom A"),
            (
                hostile.packed(hostile.parts(hostile.sheet([HEAD, KEYS]), hostile.sheet([("a",), ("", LONG)]))),
                "kolom B",
            ),
            (
                hostile.opendocument(hostile.ods_row(HEAD), hostile.ods_row(("a", LONG))),
                "blad Blad2, rij 1, kolom B",
            ),
        ],
        ids=["csv", "a ragged row", "a name", "xlsx", "another sheet", "ods"],
    )
    def test_a2_a_text_beyond_the_limit_is_refused_where_it_stands(self, data: bytes, place: str) -> None:
        (said,) = texts(engine.read(data, "x", limits=limits.PAGE))
        assert said == say("import.long_text", place=said[said.index("(") + 1 : said.index(")")], limit="32.767")
        assert place in said and "xx" not in said

    def test_a2_a_text_of_just_the_limit_is_no_long_text(self) -> None:
        data = f"regio;periode;maat;waarde\n{self.LONG[1:]};2025;gestart;1\n".encode()
        assert not any("tekens" in said for said in texts(engine.read(data, "x", limits=limits.PAGE)))
