"""Workbooks: whole as a package, readable with ears and by programs, and every number that of the edition."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

import fastexcel
import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import cells, workbook
from sdw.dissemination.exports.sheets import book as books
from sdw.dissemination.exports.sheets import everything, grid
from sdw.dissemination.exports.sheets.grid import Grid, Head, Number
from sdw.dissemination.exports.standing import files as standing
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.standing import published
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference import dimensions
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State
from sdw.reference.status import Status
from sdw.text.dutch import say
from tests.worlds import exports as world
from tests.worlds.edition import store_at
from tests.worlds.rooms import got
from tests.worlds.shared import Shared
from tests.worlds.sheets import Package, by_name

SIGNS = {
    Status.VALUE: "[w]",
    Status.PROVISIONAL: "[v]",
    Status.SUPPRESSED: "[a]",
    Status.NOT_DELIVERED: "[n]",
    Status.UNKNOWN: "[o]",
    Status.NOT_APPLICABLE: "[nvt]",
}
#: Of these the months are those of the running year that are in hand.
PACE = ("verwacht_", "kans_")
WORDS = {"Omslag", "Inhoud", "Toelichting"}
#: Heads of numbers, and what they are of a figure.
NUMBERS = {
    "Waarde": "value",
    "Teller": "numerator",
    "Noemer": "denominator",
    "Laagst (95%)": "low",
    "Hoogst (95%)": "high",
    "Ten minste": "bound_low",
    "Ten hoogste": "bound_high",
}


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


@pytest.fixture(scope="module")
def package(edition: Edition) -> Package:
    return Package(everything.of(edition))


def view_of(edition: Edition, name: str) -> View:
    """The view on which the files of a drawing or table are asked for here."""
    page = taking.TABLES[name].page if name in taking.TABLES else registry.ALL[name].page
    wanted = {"regio": "AM05"} if "regio" in taking.uses(name) else {}
    return choose(edition, menu.by_name(page), wanted).view


def address(edition: Edition, name: str) -> str:
    """Where the workbook of a drawing or table is."""
    view = view_of(edition, name)
    if name in registry.ALL:
        return registry.address(name, view, ".xlsx")
    return taking._address(name, view, (), ".xlsx")


def says(row: dict[str, Any], figure: Figure, *, in_cells: bool) -> None:
    """The row of a table tells exactly this figure."""
    sign = SIGNS[figure.status]
    nothing = "[g]" if in_cells else None
    delivered = figure.delivered
    for head, wanted in (
        ("Regio", figure.place),
        ("Regiocode", figure.region),
        ("Periode", wording.period(figure.period)),
        ("Sectorcode", figure.sector),
        ("Maanden na de start", float(0 if figure.indicator.startswith(PACE) else figure.months)),
        ("Maanden met cijfers", float(figure.months if figure.indicator.startswith(PACE) else 0)),
        ("Dekking", f"{delivered[0]} van {delivered[1]} regio's" if delivered else ""),
    ):
        assert row.get(head, nothing) == (wanted or nothing), (head, figure)
    assert row["Eenheid"] == catalogue.by_id(figure.indicator).unit.value
    assert row["Herkomst"] == say(f"export.origin.{'real' if figure.real else figure.origin}")
    assert row["Indicator"] == catalogue.by_id(figure.indicator).label
    assert row["Methode"] == dimensions.METHODS[figure.method or "totaal"].label
    assert row["Doelgroep"] == dimensions.CLIENT_GROUPS[figure.client_group or "totaal"].label
    assert (row["Status"], row["Teken"]) == (say(f"status.{figure.status.value}"), sign)
    assert row["Bron"] == cells.text(figure.source)
    assert row["Uitgave"] == figure.edition
    for head, name in NUMBERS.items():
        wanted = getattr(figure, name)
        if wanted is not None:
            assert row[head] == pytest.approx(wanted, rel=1e-15), (head, figure)
            continue
        of_status = head == "Waarde" or not figure.status.has_value
        empty = sign if in_cells and of_status else nothing
        assert row.get(head, empty) == empty, (head, figure)


def tells(row: dict[str, Any], edition: Edition, one: State, nothing: str | None) -> None:
    """The row of a list tells exactly this state."""
    fields = {field.id: field for dataset in states.ALL if dataset.id == one.dataset for field in dataset.fields}
    texts = ("covenant", "municipality", "statement", "target_group", "evidence", "owner", "unit", "source", "url")
    wanted: dict[str, object] = {
        **{name: cells.text(getattr(one, name)) for name in texts},
        **{name: fields[name].label_of(getattr(one, name)) for name in ("state", "element") if name in fields},
        **{name: getattr(one, name) and getattr(one, name).isoformat() for name in ("day", "due", "meeting")},
        **{name: getattr(one, name) for name in ("priority", "number", "amount")},
        **{"region_code": one.region, "region": figures.place_of(edition, one.region), "edition": edition.label},
        "origin": say(f"export.origin.{one.origin}"),
        "municipality_code": one.municipality,
        "municipality": one.place,
    }
    for name, value in wanted.items():
        assert row.get(say(f"standing.header.{name}"), nothing) == (value or nothing), (name, one)


class TestEverything:
    def test_it_is_whole_as_a_package(self, package: Package) -> None:
        assert package.faults() == []
        assert package.properties() == {
            "title": "Sterk door Werk monitor, uitgave 2026-najaar",
            "subject": say("sheets.subject"),
            "language": "nl-NL",
            "created": package.properties()["created"],
        }

    def test_other_programs_open_every_sheet(self, edition: Edition, package: Package) -> None:
        book = fastexcel.read_excel(everything.of(edition))
        assert book.sheet_names == list(package.sheets)
        for one in package.tables:
            sheet = book.load_sheet(one.sheet, header_row=one.first - 1)
            assert (sheet.height, sheet.width) == (one.last - one.first, one.width)
            assert book.load_table(one.name).height == one.last - one.first

    def test_there_is_one_table_a_sheet_with_its_name_above_it_and_no_empty_cell(self, package: Package) -> None:
        assert list(package.sheets)[:3] == ["Omslag", "Inhoud", "Toelichting"]
        with_tables = [name for name in package.sheets if name not in ("Omslag", "Toelichting")]
        assert [one.sheet for one in package.tables] == with_tables
        for one in package.tables:
            assert one.first == (grid.CONTENTS_HEAD if one.sheet == "Inhoud" else grid.HEAD) + 1
            assert all(None not in row and "" not in row for row in package.body(one)), one.name

    def test_the_contents_name_every_table_and_every_link_leads_somewhere(self, package: Package) -> None:
        tables = [one for one in package.tables if one.sheet != "Inhoud"]
        named = [(one.sheet, package.cells[one.sheet][0][0], float(one.last - one.first)) for one in tables]
        (contents,) = [one for one in package.tables if one.sheet == "Inhoud"]
        assert [tuple(row) for row in package.body(contents)] == named
        links = [
            re.findall(r'location="\'([^\']+)\'!A(\d+)"', package.parts[part].decode())
            for part in package.sheets.values()
        ]
        assert [len(one) for one in links] == [0, len(tables), 0, *[2] * len(tables)]
        for (sheet, row), table in zip([one[0] for one in links[3:]], tables, strict=True):
            heading = package.cells[sheet][int(row) - 1][0]
            assert sheet == "Toelichting" and str(package.cells[table.sheet][0][0]).startswith(str(heading))

    def test_every_cell_is_that_of_the_edition_and_every_figure_is_there(
        self, edition: Edition, package: Package
    ) -> None:
        tables = by_name(package)
        told = {
            name.removeprefix("cijfers_"): rows for name, (_, rows) in tables.items() if name.startswith("cijfers_")
        }
        assert set(told) == set(figures.published(edition))
        for name, rows in told.items():
            for row, figure in zip(rows, figures.select(edition, name), strict=True):
                says(row, figure, in_cells=True)

    def test_every_state_is_there(self, edition: Edition, package: Package) -> None:
        tables = by_name(package)
        for dataset in states.ALL:
            _, rows = tables[f"standen_{dataset.id}"]
            found = published.of(edition, dataset.id)
            for row, one in zip(rows, found, strict=True):
                tells(row, edition, one, nothing="[g]")

    def test_two_runs_give_the_same_bytes(self, edition: Edition) -> None:
        first = everything.of(edition)
        everything.of.cache_clear()
        assert everything.of(edition) == first

    def test_it_is_at_an_address_under_a_name_that_says_voorbeeld(self, edition: Edition) -> None:
        status, headers, body = got(f"f/{edition.label}/alles.xlsx")
        assert (status, body) == (200, everything.of(edition))
        assert 'filename="sdw-2026-najaar-alles-voorbeeld.xlsx"' in headers["content-disposition"]
        assert got(f"f/{edition.label}/alles.csv")[0] == got(f"f/{edition.label}/alles.xlsx?regio=AM05")[0] == 404

    def test_cover_and_every_table_say_that_figures_are_invented(self, edition: Edition, package: Package) -> None:
        cover = {row[0]: row[1] for row in package.cells["Omslag"][1:]}
        assert cover["Voorbeeld"] and cover["Uitgave"] == edition.label and cover["Staat"] == "openbaar"
        for one in package.tables:
            if one.name.startswith("cijfers_"):
                invented = any(figure.is_invented for figure in figures.select(edition, one.name[8:]))
                assert ("verzonnen" in str(package.cells[one.sheet][1][0])) == invented, one.name

    def test_a_list_that_is_all_invented_is_called_so_and_one_that_is_partly_real_too(
        self, edition: Edition, package: Package
    ) -> None:
        seen = set()
        for dataset in states.ALL:
            (sheet,) = [one.sheet for one in package.tables if one.name == f"standen_{dataset.id}"]
            invented = {one.is_example for one in published.of(edition, dataset.id)}
            told = str(package.cells[sheet][1][0])
            assert ("Al deze standen zijn verzonnen" in told) == (invented == {True}), dataset.id
            assert ("Een deel van deze standen is een verzonnen" in told) == (len(invented) == 2), dataset.id
            seen.add(frozenset(invented))
        assert len(seen) == 2

    def test_the_cover_says_what_is_not_in_it_and_only_what_there_is(self, shared: Shared) -> None:
        for world_, left_out in (("shipped", ["cijfers per gemeente", "openbaar bekende feiten"]), ("empty", [])):
            with store_at(shared(world_)):
                one = shared.edition(world_)
                package = Package(everything.of(one))
                assert package.faults() == []
                told = {row[0]: str(row[1]) for row in package.cells["Omslag"][1:] if len(row) > 1}["Wat erin zit"]
                assert ("Niet in deze werkmap" in told) == bool(left_out), told
                assert all(words in told for words in left_out)
                assert (" standen" in told) == bool(published.of(one, "borging"))

    def test_a_long_mark_of_a_concept_is_printed_as_far_as_a_page_holds_it(self, edition: Edition) -> None:
        mark = "CONCEPT & niet openbaar, voor " + "directeur & beleid " * 20
        part = Package(everything.of(edition, mark)).parts["xl/worksheets/sheet1.xml"].decode()
        (header,) = re.findall("<oddHeader>(.*?)</oddHeader>", part)
        assert unescape(header).startswith("&CCONCEPT && niet openbaar, voor directeur") and header.endswith("…")

    def test_a_concept_says_so_on_every_sheet_and_in_every_row(self, edition: Edition) -> None:
        mark = "CONCEPT, niet openbaar: uitgave 2026-najaar, voor de stuurgroep"
        package = Package(everything.of(edition, mark))
        assert package.faults() == []
        assert all(mark in package.parts[part].decode() for part in package.sheets.values())
        for one in package.tables:
            if one.sheet != "Inhoud":
                assert {row[-1] for row in package.body(one)} == {mark}, one.name
                assert mark in str(package.cells[one.sheet][1][0])


class TestOneTable:
    @pytest.mark.parametrize("name", [*registry.ALL, *taking.TABLES])
    def test_the_cover_has_no_title_without_words(self, edition: Edition, name: str) -> None:
        status, _, body = got(address(edition, name))
        for row in Package(body).cells["Omslag"][1:] if status == 200 else []:
            for line in str(row[1]).split("\n") if len(row) > 1 else ["x"]:
                assert line and not re.search(r":\s*$", line), (name, row)

    @pytest.mark.parametrize("name", [*registry.ALL, *taking.TABLES])
    def test_the_workbook_of_every_drawing_and_table_holds_its_figures_and_no_others(
        self, edition: Edition, name: str
    ) -> None:
        view = view_of(edition, name)
        shown, stated = taking.shown(name, view), taking.stated(name, view)
        status, _, body = got(address(edition, name))
        assert (status == 200) == bool(shown or stated)
        if status != 200:
            return
        package = Package(body)
        assert package.faults() == []
        sheet = "Standen" if stated else "Cijfers"
        assert list(package.sheets) == [sheet, "Omslag", "Toelichting"]
        ((table, (_, rows)),) = by_name(package).items()
        assert (table, package.tables[0].first) == (sheet, 1)
        if stated:
            for row, state in zip(rows, stated, strict=True):
                tells(row, edition, state, nothing=None)
        else:
            for row, figure in zip(rows, shown, strict=True):
                says(row, figure, in_cells=False)
        assert got(address(edition, name))[2] == body
        scene = registry.ALL[name].scene(view) if name in registry.ALL else None
        assert scene is None or package.cells["Omslag"][0][0] == scene.title
        assert b'activeTab="1"' in package.parts["xl/workbook.xml"]

    def test_the_notes_explain_every_sign_that_is_used(self, edition: Edition) -> None:
        for data in (workbook.of(edition, world.ALL), everything.of(edition)):
            package = Package(data)
            explained = {str(row[0]) for row in package.cells["Toelichting"] if row and len(row) > 1 and row[1]}
            used = {
                cell
                for name, rows in package.cells.items()
                if name not in WORDS
                for row in rows
                for cell in row
                if isinstance(cell, str) and re.fullmatch(r"\[[a-z]+\]", cell)
            }
            assert used <= explained and set(SIGNS.values()) <= explained

    def test_every_status_has_its_own_sign(self, edition: Edition) -> None:
        rows = by_name(Package(workbook.of(edition, world.ALL)))["Cijfers"][1]
        assert {row["Teken"] for row in rows} == set(SIGNS.values())
        for row, figure in zip(rows, world.ALL, strict=True):
            says(row, figure, in_cells=False)

    def test_a_link_to_the_monitor_stands_where_that_has_an_address(
        self, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        table = figures.select(edition, "gestart", region="AM05")
        assert (
            b"In de monitor" not in Package(workbook.of(edition, table, place="f/x")).parts["xl/sharedStrings.xml"]
        )
        monkeypatch.setenv("SDW_URL", "https://monitor.voorbeeld.nl")
        package = Package(workbook.of(edition, table, place=f"f/{edition.label}/doelen"))
        assert package.faults() == []
        cover = {row[0]: row[1] for row in package.cells["Omslag"][1:] if len(row) > 1}
        assert cover["In de monitor"] == f"https://monitor.voorbeeld.nl/f/{edition.label}/doelen"

    def test_nothing_in_a_text_becomes_a_formula_or_a_link(self, edition: Edition) -> None:
        for text in ("=1+1", "+1", "-1", "@SUM(1)", "http://elders.nl", "12"):
            figure = replace(world.TWENTE, cited=replace(world.TWENTE.cited, texts=(text,)))
            package = Package(workbook.of(edition, [figure]))
            assert package.faults() == []
            assert by_name(package)["Cijfers"][1][0]["Bron"] == cells.text(figure.source)
            assert not any("hyperlink" in name for name in package.parts)
            assert all(b"hyperlink" not in part for name, part in package.parts.items() if "sheets/sheet" in name)

    def test_of_nothing_there_is_still_a_workbook(self, edition: Edition) -> None:
        for data in (workbook.of(edition, []), standing.workbook_of(edition, [])):
            assert len(Package(data).sheets) == 3


def written(edition: Edition, name: str = "cijfers", heads: Sequence[str] = ("Regio", "Waarde")) -> bytes:
    """A workbook of one small table."""
    table = Grid("Blad", name, "Titel", [Head(one) for one in heads], [["Twente", Number(3.5, 1)]])
    return books.made(edition, "Titel", "", lambda book: grid.plain(book, book.sheet("Blad"), table, "Een tabel."))


class TestTeeth:
    """What looks at workbooks sees what is wrong with one."""

    @pytest.mark.filterwarnings("ignore::UserWarning")
    @pytest.mark.parametrize("name", ["AM05", "R1C1", "twee woorden", "1e"])
    def test_a_table_that_would_be_dropped_in_silence_is_an_error(self, edition: Edition, name: str) -> None:
        with pytest.raises(ValueError, match="not written"):
            written(edition, name)

    @pytest.mark.filterwarnings("ignore::UserWarning")
    def test_two_heads_of_one_name_are_an_error(self, edition: Edition) -> None:
        with pytest.raises(ValueError, match="not written"):
            written(edition, heads=("Regio", "regio"))

    @pytest.mark.parametrize(
        ("part", "before", "after", "fault"),
        [
            ("xl/tables/table1.xml", 'displayName="cijfers"', 'displayName="AM05"', "AM05: no legal name"),
            ("xl/tables/table1.xml", 'name="Waarde"', 'name=""', "cijfers: an empty head"),
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                "table1.xml",
                "table2.xml",
                "xl/worksheets/sheet1.xml → xl/tables",
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<pageMargins",
                '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><pageMargins',
                "Blad: mergeCell",
            ),
            ("docProps/core.xml", "nl-NL", "", "no language"),
            ("xl/tables/table1.xml", 'altTextSummary="Een tabel."', 'altTextSummary=""', "cijfers: no words"),
        ],
    )
    def test_a_broken_package_is_seen(
        self, edition: Edition, part: str, before: str, after: str, fault: str
    ) -> None:
        good = written(edition)
        assert Package(good).faults() == []
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(target, "w") as made:
            for name in source.namelist():
                text = source.read(name)
                if name == part:
                    assert before.encode() in text
                    text = text.replace(before.encode(), after.encode())
                made.writestr(name, text)
        assert any(one.startswith(fault) for one in Package(target.getvalue()).faults())
