"""A file that is no delivery is told for what it is, with what to get instead and where to click."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sdw.production.importers.engine import engine
from sdw.production.steward import import_file
from tests.worlds import absence as world
from tests.worlds.edition import store_at

SECTOR = "BedrijfskenmerkenSBI2008"
TOPIC = "Ziekteverzuimpercentage_1"
ALL = "A-U Alle economische activiteiten"


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> Any:
    with store_at(tmp_path / "store"):
        yield


def told(tmp_path: Path, name: str, data: str | bytes) -> str:
    """What the command line says of a refused file; the page says it with the same words."""
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    receipt = import_file.check(path)
    assert not receipt.ok
    on_page = engine.read(path.read_bytes(), name)
    assert not on_page.ok
    assert "trajecten" not in " ".join(receipt.lines)
    return "\n".join(receipt.lines)


FIGURES = [{"ID": place, SECTOR: "T001081", "Perioden": f"2024KW0{place + 1}", TOPIC: 5.1} for place in range(4)]
NEW_SERVICE = [
    {
        **{"Id": place, "Measure": "M003124", "ValueAttribute": "None", "Value": 5.1, "StringValue": None},
        **{SECTOR: "T001081", "Perioden": f"2024KW0{place + 1}"},
    }
    for place in range(4)
]


def as_csv(rows: list[dict[str, Any]], between: str = ";") -> str:
    lines = [between.join(rows[0]), *(between.join(map(str, row.values())) for row in rows)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("80072ned_TypedDataSet.csv", as_csv(FIGURES)),
        ("verzuim kwartalen.csv", as_csv(FIGURES, ",")),
        ("cijfers.txt", as_csv(FIGURES, "\t").rstrip("\n")),
        ("rijen.json", json.dumps(FIGURES)),
        ("antwoord.json", json.dumps({"odata.metadata": "x", "value": FIGURES})),
    ],
)
def test_d5_the_figures_alone_are_one_part_of_a_table(tmp_path: Path, name: str, data: str) -> None:
    said = told(tmp_path, name, data)
    assert "één deel van een CBS-tabel: de cijfers zonder de lijsten" in said
    assert "fetch-cbs 80072ned" in said and "TypedDataSet, DataProperties, TableInfos, Perioden" in said


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Observations.json", json.dumps({"@odata.context": "x", "value": NEW_SERVICE})),
        ("Observations.csv", as_csv(NEW_SERVICE)),
        ("waarnemingen.csv", as_csv(NEW_SERVICE, ",")),
        ("lijst.json", json.dumps(NEW_SERVICE, indent=2)),
    ],
)
def test_d5_the_newer_service_is_named_with_where_to_click(tmp_path: Path, name: str, data: str) -> None:
    said = told(tmp_path, name, data)
    assert "OData 4" in said
    assert "Klik" in said or "klik op StatLine boven de tabel op Download en kies CSV volgens tabelindeling" in said


@pytest.mark.parametrize(
    "data",
    [
        "Key,Title,Description,Status\n1996KW01,1996 1e kwartaal,,Definitief\n",
        "ID;Title;Identifier;Modified\n0;Verzuim;80072ned;2025-11-18\n",
        json.dumps([{"Key": "T001081", "Title": ALL}]),
        json.dumps({"value": [{"odata.type": "Cbs.OData.Topic", "ID": 2, "ParentID": None, "Type": "Topic"}]}),
    ],
)
def test_d5_a_list_of_a_table_holds_no_figures(tmp_path: Path, data: str) -> None:
    assert "een lijst zonder cijfers" in told(tmp_path, "deel.csv", data)


@pytest.mark.parametrize(
    "data", ['{"rijen": []}', '[{"regio": "AM05", "gestart": 20}]', '{"type": "FeatureCollection"']
)
def test_d5_other_json_is_json(tmp_path: Path, data: str) -> None:
    assert "Dit is een JSON-bestand" in told(tmp_path, "iets.json", data)


@pytest.mark.parametrize(
    "between",
    [('","', '"', '"'), ('"\t"', '"', '"'), (",", "", ""), ("\t", "", "")],
    ids=["commas in quotes", "tabs in quotes", "commas", "tabs"],
)
def test_d5_commas_or_tabs_between_the_cells_of_statline(tmp_path: Path, between: tuple[str, str, str]) -> None:
    middle, first, last = between
    rows = [
        ("Werk; leeftijd".replace(";", ""),),
        ("", "Onderwerpen", "Werkenden"),
        ("Leeftijd", "Perioden", "x 1000"),
        ("15 tot 75 jaar", "2023", "614"),
        ("15 tot 75 jaar", "2024", "538"),
        ("Bron: CBS",),
    ]
    data = "\r\n".join(f"{first}{middle.join(row)}{last}" for row in rows) + "\r\n"
    said = told(tmp_path, "leeftijd.csv", data)
    assert "puntkomma" in said and "CSV volgens tabelindeling" in said


def test_d5_a_download_without_a_title_is_known_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "zonder titel.csv"
    path.write_text(
        '"Bedrijfskenmerken (SBI 2008)";"Perioden";"Ziekteverzuimpercentage (%)"\n'
        f'"{ALL}";"2023";"5,3"\n"{ALL}";"2024";"5,2"\n',
        encoding="utf-8",
    )
    receipt = import_file.import_file(path)
    assert receipt.ok, receipt.lines
    assert "CBS-tabel 80072ned" in receipt.lines[0]


@pytest.mark.parametrize(
    "head",
    [
        '"Bedrijfsgrootte";"Perioden";"Ziekteverzuimpercentage (%)"',
        '"Bedrijfskenmerken (SBI 2008)";"Perioden";"Banen (aantal)"',
        '"Bedrijfskenmerken (SBI 2008)";"Perioden";"Ziekteverzuimpercentage (dagen)"',
    ],
)
def test_d5_without_a_title_and_with_other_columns_it_says_what_to_download(tmp_path: Path, head: str) -> None:
    said = told(tmp_path, "zonder titel.csv", f'{head}\n"{ALL}";"2023";"5,3"\n"{ALL}";"2024";"5,2"\n')
    assert "heeft geen titel" in said and "CSV volgens tabelindeling" in said


@pytest.mark.parametrize("end", ["5,1", "5,", ""])
def test_d5_a_last_line_that_does_not_end_is_said_in_words_of_statline(tmp_path: Path, end: str) -> None:
    data = f"Bedrijfskenmerken (SBI 2008);Perioden;Ziekteverzuimpercentage (%)\n{ALL};2023;5,3\n{ALL};2024;{end}"
    assert "breekt af in regel 3" in told(tmp_path, "verzuim.csv", data)


def test_d5_the_page_says_of_a_good_table_who_reads_it() -> None:
    for data in (world.SHIPPED[0].read_bytes(), world.statline({(ALL, "2024"): "5,2"})):
        [problem] = engine.read(data, "verzuim.csv").errors
        assert "tabel van het CBS" in problem.text and "databeheerder" in problem.text
