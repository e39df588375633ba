"""C4: a file that holds persons anywhere is refused, wherever they stand, and nothing of it is repeated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from sdw.dissemination.exports import delivery_sheet
from sdw.production.importers.engine import engine
from sdw.production.importers.engine.file_result import CheckedFile
from sdw.production.importers.persons.traces import kind_of
from sdw.reference import periods
from sdw.reference.areas import municipalities, regions
from tests.worlds import hostile
from tests.worlds.importers import check, csv, texts

NAME, BSN = "Fatima El Amrani", "111222333"
PEOPLE = [("naam", "geboortedatum"), (NAME, "03-04-1980"), ("Jan Jansen", "05-06-1979"), ("Piet Bos", "1-1-1990")]
Book = openpyxl.Workbook


def book() -> Book:
    made = openpyxl.load_workbook(
        io.BytesIO(delivery_sheet.template(regions.by_code("AM05"), periods.parse("2025-H1")))
    )
    for row in made["Trajecten"].iter_rows(min_row=2, max_row=13):
        for cell, count in zip(row[4:9], (10, 5, 3, 12, 2), strict=True):
            cell.value = count
    return made


def saved(made: Book) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(name: str, content: str | bytes) -> bytes:
    out = io.BytesIO(saved(book()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def refused(data: bytes, where: str) -> CheckedFile:
    checked = engine.read(data, "levering")
    said = "\n".join([*checked.report.lines(), checked.report.to_csv()])
    assert checked.persons and not checked.ok, said
    assert where in said
    for word in ("Fatima", "Amrani", "Jansen", BSN, "1980"):
        assert word not in said
    return checked


def _second_sheet(made: Book) -> None:
    sheet = made.create_sheet("Blad2")
    for row in PEOPLE:
        sheet.append(row)


def _hidden_sheet(made: Book) -> None:
    _second_sheet(made)
    made["Blad2"].sheet_state = "veryHidden"


def _one_cell(made: Book) -> None:
    made.create_sheet("Blad2")["H40"] = f"navragen bij {NAME}"


def _numbers(made: Book) -> None:
    sheet = made.create_sheet("Blad2")
    for number in (BSN, "123456782", "999994669"):
        sheet.append([int(number)])


def _remark(made: Book) -> None:
    made["Trajecten"]["F3"].comment = Comment(f"{NAME} is in maart gestopt", "x")


def _above(made: Book) -> None:
    made["Trajecten"].insert_rows(1, 2)
    made["Trajecten"]["A1"] = f"Contactpersoon: {NAME}"


def _custom(made: Book) -> None:
    made.custom_doc_props.append(StringProperty(name="Client", value=NAME))


def _title(made: Book) -> None:
    made.properties.subject = f"Dossier van {NAME}"


def _name(made: Book) -> None:
    made.defined_names["clienten"] = DefinedName("clienten", attr_text=f'"{NAME}"')


def _list(made: Book) -> None:
    rule = DataValidation(type="list", formula1=f'"{NAME},Jan Jansen"')
    rule.add("M2")
    made["Trajecten"].add_data_validation(rule)


def _footer(made: Book) -> None:
    made["Trajecten"].oddFooter.left.text = f"Gemaakt voor {NAME}"


def _ignored(made: Book) -> None:
    made["Trajecten"]["J4"] = f"bellen met {NAME}"


def _link(made: Book) -> None:
    made["Trajecten"]["L2"].hyperlink = "mailto:f.amrani@voorbeeld.nl"


PLACES: dict[str, tuple[Callable[[Book], None], str]] = {
    "a second sheet": (_second_sheet, "blad 4"),
    "a hidden sheet": (_hidden_sheet, "blad 4"),
    "one cell of a sheet": (_one_cell, "blad 4"),
    "numbers on a sheet": (_numbers, "blad 4"),
    "a remark": (_remark, "opmerking bij een cel"),
    "a line above": (_above, "regels boven de tabel"),
    "a property": (_custom, "eigenschappen van het bestand"),
    "a subject": (_title, "eigenschappen van het bestand"),
    "a defined name": (_name, "naam die in het werkboek"),
    "a list of choices": (_list, "keuzelijst, kop, voet of koppeling van blad 1"),
    "a footer": (_footer, "keuzelijst, kop, voet of koppeling van blad 1"),
    "a column that is passed over": (_ignored, "kolom controle"),
    "a link": (_link, "onderdeel dat u niet ziet"),
}


@pytest.mark.parametrize("place", PLACES)
def test_c4_persons_are_found_where_they_stand(place: str) -> None:
    put, where = PLACES[place]
    made = book()
    put(made)
    refused(saved(made), where)


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("xl/threadedComments/threadedComment1.xml", f"<T><t><text>{NAME} belt</text></t></T>", "opmerking"),
        (
            "xl/pivotCache/pivotCacheDefinition1.xml",
            f'<p><sharedItems><s v="{NAME}"/></sharedItems></p>',
            "draaitabel",
        ),
        ("xl/pivotCache/pivotCacheRecords1.xml", f'<p><r><s v="{BSN}"/></r></p>', "draaitabel"),
        ("xl/drawings/drawing9.xml", "<d><p><r><t>Fatima</t></r><r><t> El Amrani</t></r></p></d>", "tekstvak"),
        ("xl/externalLinks/externalLink1.xml", f"<e><cell><v>{NAME}</v></cell></e>", "koppeling met een ander"),
        ("customXml/item1.xml", f"<x><naam>{NAME}</naam></x>", "onderdeel dat u niet ziet"),
        ("docProps/app.xml2.xml", f"<P><Manager>{NAME}</Manager></P>", "eigenschappen"),
    ],
)
def test_c4_persons_in_parts_that_nobody_sees(name: str, content: str, where: str) -> None:
    refused(with_part(name, content), where)


@pytest.mark.parametrize("name", ["xl/media/image1.png", "xl/embeddings/oleObject1.bin", "xl/vbaProject.bin"])
def test_c4_what_cannot_be_looked_at_is_refused(name: str) -> None:
    assert "kunnen we niet nakijken" in texts(engine.read(with_part(name, b"\x89PNG"), "x"))[0]


def test_c4_text_that_was_wiped_but_is_still_kept() -> None:
    made = delivery_sheet.template(regions.by_code("AM05"), periods.parse("2025-H1"))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    strings = found["xl/sharedStrings.xml"]
    found["xl/sharedStrings.xml"] = strings.replace(b"</sst>", f"<si><t>{NAME}</t></si></sst>".encode())
    refused(hostile.packed(found), "niet meer op een blad")


def test_c4_a_column_of_a_csv_that_is_passed_over() -> None:
    header = "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst;controle"
    checked = check(f"Twente;2025;ips;uwv;10;5;3;12;2;mail {NAME}", header=header)
    assert checked.persons and NAME not in "\n".join(checked.report.lines())


@pytest.mark.parametrize("dataset", ["trajecten", "uitkomsten", "context"])
@pytest.mark.parametrize("region", ["AM05", ""])
def test_c4_our_own_sheet_raises_no_alarm(dataset: str, region: str) -> None:
    one = regions.by_code(region) if region else None
    made = delivery_sheet.template(one, periods.parse("2025-H1") if one else None, dataset=dataset)
    for data in (made, saved(openpyxl.load_workbook(io.BytesIO(made)))):
        assert engine.read(data, "x").persons == ()


def test_c4_what_a_program_writes_by_itself_refuses_nothing() -> None:
    made = book()
    made.properties.creator = made.properties.lastModifiedBy = NAME
    made["Trajecten"]["F3"].comment = Comment(f"{NAME}:\nvoorlopig cijfer", NAME)
    checked = engine.read(saved(made), "x")
    assert checked.ok, checked.report.lines()


def test_c4_other_sheets_without_persons_raise_no_alarm() -> None:
    made = book()
    sheet = made.create_sheet("Toelichting")
    for region in regions.ALL:
        sheet.append([region.name, region.code])
    for one in municipalities.ALL[:60]:
        sheet.append([one.name])
    for line in (
        "Deze cijfers zijn voorlopig. De gemeente Enschede levert later.",
        "Bron: registratie van het Werkcentrum Twente, peildatum 1 juli 2026",
        "Stand op 31-12-2025; 12.345 inwoners",
    ):
        sheet.append([line])
    checked = engine.read(saved(made), "x")
    assert checked.ok, checked.report.lines()


def test_c4_in_an_open_document() -> None:
    row = hostile.ods_row(hostile.HEADER) + hostile.ods_row(hostile.ROW)
    note = (
        '<office:annotation xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jan Jansen</dc:creator>'
        "<text:p>{}</text:p></office:annotation>"
    )
    with_note = row.replace("<text:p>12</text:p>", note.format("voorlopig") + "<text:p>12</text:p>")
    assert engine.read(hostile.opendocument(with_note), "x").ok
    refused(
        hostile.opendocument(row.replace("<text:p>12</text:p>", note.format(NAME) + "<text:p>12</text:p>")), "In"
    )
    refused(hostile.opendocument(row, hostile.ods_row((NAME, "x"))), "blad 2")


def test_c4_as_xlsxwriter_writes_a_text_box() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for number, line in enumerate((hostile.HEADER, hostile.ROW)):
            sheet.write_row(number, 0, line)
        sheet.insert_textbox("J9", f"Overleg met {NAME}")
    refused(out.getvalue(), "tekstvak")


def test_c4_no_region_or_gemeente_is_a_person() -> None:
    listed = [name for region in regions.ALL for name in (region.name, *region.aliases)]
    listed += [one.name for one in municipalities.ALL]
    assert [name for name in listed if kind_of(name) or kind_of(f"Cijfers van {name}, voorlopig")] == []


def test_c4_a_delivery_in_text_has_nothing_beside_it() -> None:
    assert engine.read(csv("Twente;2025;ips;uwv;10;5;3;12;2"), "x").persons == ()
