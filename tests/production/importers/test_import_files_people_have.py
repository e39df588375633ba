"""Files as people have them: what can be read is read, and the rest is told with its own remedy."""

from __future__ import annotations

import csv as tables
import io
import zipfile
from pathlib import Path

import pytest

from sdw import __main__ as cli
from sdw.production.importers.engine import engine
from tests.worlds.edition import store_at
from tests.worlds.importers import HEADER, check, csv, texts

GOOD = "Twente;2026-H1;ips;uwv;30;20;10;40;6"
OTHER = "Twente;2026-H1;ips;gemeente;31;21;10;42;6"


def packed(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed("[Content_Types].xml", "word/document.xml"), "tekstdocument (zoals Word)"),
        (packed("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "tekstdocument (zoals Word)"),
        (packed("ppt/presentation.xml"), "presentatie"),
        (packed("xl/workbook.bin"), "Kies in Excel Bestand, Opslaan als, en dan Excel-werkmap (.xlsx)"),
        (packed("Index/Document.iwa", "preview.jpg"), "Exporteer naar, en dan Excel (.xlsx)"),
        (packed("regio.numbers/Index.zip"), "Exporteer naar, en dan Excel (.xlsx)"),
        (packed("twente.csv", "drenthe.csv"), "Pak het uit"),
        (b"%PDF-1.7 x", "PDF"),
    ],
)
def test_d6_each_kind_of_file_has_its_own_remedy(data: bytes, said: str) -> None:
    [problem] = engine.read(data, "levering").errors
    assert said in problem.text


@pytest.mark.parametrize(
    "head",
    [
        HEADER.replace("duurzaam_geplaatst", '"duurzaam\ngeplaatst"'),
        HEADER.replace("duurzaam_geplaatst", '"duurzaam\r\ngeplaatst"'),
        '"regio"' + HEADER.removeprefix("regio").replace("beginstand", '"begin\n\nstand"'),
        HEADER.replace("regio;", '"regio\n";'),
    ],
)
def test_d6_a_name_with_a_line_break_is_a_name(head: str) -> None:
    checked = engine.read(f"{head}\n{GOOD}\n{OTHER.replace(';21;', ';21,5;')}\n".encode(), "levering.csv")
    assert len(checked) == 10
    [problem] = checked.errors
    assert problem.row == head.count("\n") + 3, "rows are counted as a spreadsheet's lines"


@pytest.mark.parametrize(("head", "tail"), [(";", ""), ("", ";"), (";;", ""), (";;", ";"), (";", ";")], ids=repr)
def test_d6_a_delimiter_too_many_behind_names_or_rows_is_read(head: str, tail: str) -> None:
    checked = engine.read(f"{HEADER}{head}\n{GOOD}{tail}\n{OTHER}{tail}\n".encode(), "levering.csv")
    assert checked.ok, checked.report.lines()
    assert len(checked) == 10


def test_d6_a_row_of_another_length_is_counted_right() -> None:
    checked = engine.read(f"{HEADER};\n{GOOD};\n{OTHER};\nTwente;2026-H1;overig;uwv;1;1\n".encode(), "levering.csv")
    assert texts(checked) == ["Deze rij heeft 6 cellen. Het moeten er 10 zijn, zoals in de rij met kolomnamen."]


@pytest.mark.parametrize(
    "row",
    [
        "Totaal;;;;61;41;20;82;12",
        "Eindtotaal;2026-H1;totaal;totaal;61;41;20;82;12",
        "TOTAAL:;;;;61;41;20;82;12",
        ";;Totaal;;61;41;20;82;12",
        "Alle regio's;2026-H1;;;61;41;20;82;12",
    ],
)
def test_d6_a_row_of_totals_is_one_line(row: str) -> None:
    checked = check(GOOD, OTHER, row)
    assert [(problem.row, problem.text) for problem in checked.errors] == [
        (4, "Dit lijkt een totaalrij. Haal hem weg: wij tellen zelf op.")
    ]


def test_d6_a_total_of_a_region_is_a_delivery() -> None:
    assert check("Twente;2026-H1;totaal;totaal;61;41;20;82;12").ok


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<10", "Vul dan x in"),
        ("< 5", "Vul dan x in"),
        ("minder dan 10", "Vul dan x in"),
        (">100", "Vul dan x in"),
        ("ca. 12", "Vul het precieze aantal in"),
        ("circa 12", "Vul het precieze aantal in"),
        ("~12", "Vul het precieze aantal in"),
        ("12?", "Vul het precieze aantal in"),
        ("20%", "maar '20%' is een percentage. Vul een aantal mensen in"),
        ("12,5 %", "is een percentage. Vul een aantal mensen in"),
        ("10-20", "Vul één precies aantal in"),
        ("10 t/m 20", "Vul één precies aantal in"),
        ("12/3", "maar hier staat '12/3'."),
        ("veel", "maar dit is geen getal."),
    ],
)
def test_d6_a_cell_that_is_nearly_a_count_says_what_to_do(cell: str, said: str) -> None:
    [text] = texts(check(f"Twente;2026-H1;ips;uwv;30;{cell};10;40;6"))
    assert said in text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with store_at(tmp_path / "store"):
        yield tmp_path


def delivered(folder: Path, name: str, *rows: str) -> str:
    (folder / name).write_bytes(csv(*rows))
    return str(folder / name)


def rows_of(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(tables.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("command", ["check", "import"])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_d4_one_report_holds_the_remarks_on_every_file(folder: Path, command: str, order: tuple[int, ...]) -> None:
    files = [
        delivered(folder, "a.csv", GOOD.replace(";20;", ";<10;")),
        delivered(folder, "b.csv", GOOD),
        delivered(folder, "c.csv", GOOD.replace("Twente", "Drenthe").replace(";40;", ";41;")),
    ]
    assert cli.main([command, *(files[place] for place in order), "--report", str(folder / "r.csv")]) == 1
    head, *rows = rows_of(folder / "r.csv")
    assert head[0] == "bestand"
    assert sorted((row[0], row[1], row[3]) for row in rows) == [("a.csv", "fout", "2"), ("c.csv", "let op", "2")]


def test_d4_a_cbs_table_and_a_missing_file_are_in_the_report_too(folder: Path) -> None:
    (folder / "rijen.csv").write_text("ID;Perioden;Ziekteverzuimpercentage_1\n0;2024JJ00;5.2\n", encoding="utf-8")
    files = [str(folder / "rijen.csv"), str(folder / "weg.csv"), delivered(folder, "b.csv", GOOD)]
    assert cli.main(["check", *files, "--report", str(folder / "r.csv")]) == 1
    rows = rows_of(folder / "r.csv")[1:]
    assert [row[:2] for row in rows] == [["rijen.csv", "fout"], ["weg.csv", "fout"]]
    assert "CBS-tabel" in rows[0][-1]


def test_d4_many_files_end_in_one_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("Twente", "Drenthe", "Zeeland", "Groningen", "Achterhoek", "Flevoland")
    files = [delivered(folder, f"{name}.csv", GOOD.replace("Twente", name)) for name in names]
    files.append(delivered(folder, "fout.csv", GOOD.replace(";20;", ";veel;")))
    assert cli.main(["import", *files]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) <= len(files) + 6, "a line per file, a head, a closing line, and what is wrong with one"
    assert lines[-1] == "6 van de 7 bestanden zijn goed. Wat er met de andere is, staat hierboven."
    [twente] = [line for line in lines if line.startswith("Twente.csv")]
    assert "ingelezen als levering 1" in twente and "Twente (5)" in twente
    assert any(line.startswith("fout.csv") and "geweigerd" in line for line in lines)


def test_d4_one_file_has_no_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", delivered(folder, "b.csv", GOOD)]) == 0
    assert "uitkomst" not in capsys.readouterr().err
