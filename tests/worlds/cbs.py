"""Small CBS tables, written by hand: StatLine downloads in every known layout, and an OData dump."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from sdw.production.importers.cbs.table import CbsTable

Fact = tuple[tuple[tuple[str, str], ...], str, str, str, float | None, str]
"""Dimensions with their label, topic, period, unit, value, status."""


#: Real downloads and dumps lie beside the project where it is built; elsewhere their tests are skipped.
SHARED = next((place / "shared" for place in Path(__file__).parents if (place / "shared").is_dir()), Path("shared"))


def lines(*rows: str, end: str = "\r\n") -> str:
    """Rows of cells with `|` between them → quoted cells with `;`."""
    return "".join(";".join(f'"{cell}"' for cell in row.split("|")) + end for row in rows)


#: Topics in three levels across, years down, no decimals; latin-1 with a real ©.
STACKED = lines(
    "Wonen; kerncijfers",
    "Onderwerpen|Woningen (op 1 januari)|Woningen (op 1 januari)|Woningen (op 1 januari)",
    "Onderwerpen|Woningen naar soort|Woningen naar soort|Bewoond",
    "Onderwerpen|Huis|Flat|Bewoond",
    "Perioden|aantal|aantal|% van totaal",
    "1990|1200|310|95.5",
    "2000|1350|402|96.1",
    "2010*|1401|455|.",
    "© Centraal Bureau voor de Statistiek, Den Haag/Heerlen 10-10-2017",
)

#: One topic said twice, two dimensions across, Dutch months down; the © is broken.
MONTHS = lines(
    "Werk per maand ",
    "Onderwerpen|Werkenden |Werkenden |Werkenden |Werkenden ",
    "Onderwerpen|Werkenden |Werkenden |Werkenden |Werkenden ",
    "Geslacht|Mannen|Mannen|Vrouwen|Vrouwen",
    "Leeftijd|jong|oud|jong|oud",
    "Perioden|x 1000|x 1000|x 1000|x 1000",
    "2016 maart|12|13|14|15",
    "2016 april|22|23|24|25",
    "2016  mei|32|33|34|35",
    "\ufffd Centraal Bureau voor de Statistiek, Den Haag/Heerlen 13-10-2017",
)

#: One header row, the unit in brackets, padded figures, no title and no footer, a mark in front.
PLAIN = "\ufeff" + lines(
    "Keuze|Leeftijd|Perioden|Keuzes, vastgelegd (x 1 000)",
    "Ja|Iedereen|2020|  576.6",
    "Ja|Iedereen|2021*|  581.5",
    "Nee|Iedereen|2020|      .",
    "Nee|Iedereen|2021*| 1390.7",
)

#: Topics and years down, the unit beside the figures under the name of the dimension across; English.
DOWN = lines(
    "Deaths; cause, sex",
    "Onderwerpen_1|Onderwerpen_2|Age|Periods|Sex|Males|Females",
    "All causes|All causes|All ages|1950|number|755|744",
    "All causes|All causes|All ages|2016*|number|1489|1502",
    "1 Infections|Total infections|All ages|1950|number|31|29",
    "1 Infections|Total infections|All ages|2016*|number|30|28",
    "© Statistics Netherlands, Den Haag/Heerlen 9-10-2017",
    end="\n",
)

#: As StatLine writes it today: blank lines below the title, periods across, "Bron: CBS".
TODAY = "\ufeff" + "".join(
    (
        '"Verzuim; geslacht"\r\n\r\n\r\n',
        lines(
            "Geslacht|Geslacht|Mannen|Mannen|Mannen|Vrouwen|Vrouwen|Vrouwen",
            "Onderwerp|Perioden" + 2 * "|2024 1e kwartaal|2024 2e kwartaal*|2024**",
            "Verzuim|%|5,1|4,9|5,0|5,6|5,2|5,4",
            "Gemiddelde duur|dagen|8||9|.|9|9",
            "Bron: CBS",
        ),
    )
)

#: Two dimensions down, topics with unlike units across, English quarters, negative figures, unquoted numbers.
QUARTERS = (
    '"Labour; key figures"\r\n'
    '"Topics";"Topics";"Wage change";"Jobs"\r\n'
    '"Sector";"Periods";"%";"x 1,000"\r\n'
    '"Industry";"2019 1st quarter";-0,5;120\r\n'
    '"Industry";"2019 2nd quarter";0,7;\r\n'
    '"Care";"2019 1st quarter";1,1;.\r\n'
    '"Care";"2019 2nd quarter";2,0;131\r\n'
    '"Source: CBS"\r\n'
)

ALL: dict[str, bytes] = {
    "stacked": STACKED.encode("latin-1"),
    "months": MONTHS.encode("utf-8"),
    "plain": PLAIN.encode("utf-8"),
    "down": DOWN.encode("latin-1"),
    "today": TODAY.encode("utf-8"),
    "quarters": QUARTERS.encode("utf-8"),
}


def facts(table: CbsTable) -> list[Fact]:
    """The rows of a tidy table, as plain tuples."""
    return [
        (
            tuple((name, row[name]) for name in table.dimensions),
            row["topic"],
            row["period"],
            row["unit"],
            row["value"],
            row["status"],
        )
        for row in table.cells.to_pylist()
    ]


TOPICS = ("Klachten_1", "DoorKlanten_2", "Nieuw_3")
PERIODS = [
    {"Key": "2021JJ00", "Title": "2021", "Description": None, "Status": "Definitief"},
    {"Key": "2022KW01", "Title": "2022 1e kwartaal", "Description": None, "Status": "NaderVoorlopig"},
    {"Key": "2022JJ00", "Title": "2022", "Description": None, "Status": "Voorlopig"},
]


def properties(*, margins: bool = True) -> list[dict[str, Any]]:
    """DataProperties with a sector, margins, periods and three topics, one of them "tot 2022"."""
    rows = [
        ("Dimension", "", "Sector", "Sector"),
        *([("Dimension", "", "Marges", "Marges")] if margins else []),
        ("TimeDimension", "", "Perioden", "Perioden"),
        ("Topic", "", "Klachten_1", "Klachten"),
        ("TopicGroup", "", "", "Pesten (tot 2022)"),
        ("Topic", "4", "DoorKlanten_2", "Door klanten"),
        ("Topic", "", "Nieuw_3", "Nieuw (vanaf 2022)"),
    ]
    start = 0 if margins else 1
    return [
        {
            "ID": start + place if place else 0,
            "ParentID": parent,
            "Type": kind,
            "Key": key,
            "Title": title,
            "Unit": "%",
        }
        for place, (kind, parent, key, title) in enumerate(rows)
    ]


def figures() -> list[dict[str, Any]]:
    """Figures for two sectors, three periods and the three margins; keys padded as CBS pads them."""
    rows: list[dict[str, Any]] = []
    for sector, base in (("T001081", 10.0), ("301000 ", 20.0)):
        for margin, step in (("MW00000", 0.0), ("MOG0095", -1.5), ("MBG0095", 1.5)):
            for place, period in enumerate(PERIODS):
                value = base + place + step
                rows.append(
                    {
                        "ID": len(rows),
                        "Sector": sector,
                        "Marges": margin,
                        "Perioden": period["Key"],
                        "Klachten_1": None if (sector, period["Key"]) == ("301000 ", "2022KW01") else value,
                        "DoorKlanten_2": value if period["Key"].startswith("2021") else None,
                        "Nieuw_3": value if period["Key"].startswith("2022") else None,
                    }
                )
    return rows


def parts() -> dict[str, list[dict[str, Any]]]:
    """All parts of the dump."""
    return {
        "TableInfos": [
            {"ID": 0, "Title": "Proef;  klachten", "Identifier": "99999NED", "Modified": "2025-04-15T06:30:00"}
        ],
        "DataProperties": properties(),
        "Perioden": PERIODS,
        "Sector": [{"Key": "T001081", "Title": "Totaal"}, {"Key": "301000 ", "Title": "A Landbouw"}],
        "Marges": [{"Key": key, "Title": key} for key in ("MW00000", "MOG0095", "MBG0095")],
        "TypedDataSet": figures(),
    }


def write_json(folder: Path, found: dict[str, list[dict[str, Any]]]) -> Path:
    """A dump as cbsodata writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in found.items():
        (folder / f"{name}.json").write_text(json.dumps(rows, indent=2), encoding="utf-8")
    return folder


def write_csv(folder: Path, found: dict[str, list[dict[str, Any]]]) -> Path:
    """The same dump as CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in found.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder
