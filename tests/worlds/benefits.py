"""Dumps of the benefit tables of CBS, in the shape that is known of them: no download of them was tried here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sdw.reference.areas import municipalities, regions
from tests.worlds.cbs import write_csv, write_json

Parts = dict[str, list[dict[str, Any]]]

#: The columns of 80794ned.
TOPICS = (
    *("UitkeringsontvangersTotaal_1", "TotDeAOWLeeftijd_2", "VanafDeAOWLeeftijd_3", "Werkloosheid_4"),
    *("BijstandGerelateerdTotAOWLeeftijd_5", "BijstandGerelateerdVanafAOWLeeftijd_6", "BijstandTotDeAOWLeeftijd_7"),
    *("ArbeidsongeschiktheidTotaal_8", "WAOUitkering_9", "WIAUitkeringWGARegeling_10", "WajongUitkering_11"),
    "AlgemeneOuderdomswet_12",
)
#: Areas that are no region of now, beside the nation and the 35: an old region, nowhere, a province.
OTHERS = ("AM04", "AM99", "PV23")
MONTHS = ("2026MM01", "2026MM02", "2026MM03")


def regional(
    months: tuple[str, ...] = MONTHS,
    *,
    provisional: tuple[str, ...] = (),
    areas: tuple[str, ...] = ("NL01", *regions.CODES, *OTHERS),
    changed: dict[tuple[str, str], int] | None = None,
) -> Parts:
    """80794ned. A figure is 1,000 times the place of its column, plus 10 × the area, plus the month.

    changed: (area, month) → another number of people with a disability benefit.
    """
    rows: list[dict[str, Any]] = []
    for place, area in enumerate(areas):
        for month in months:
            row: dict[str, Any] = {"ID": len(rows), "RegioS": f"{area:<6}", "Perioden": month}
            for number, topic in enumerate(TOPICS, start=1):
                row[topic] = 1000 * number + 10 * place + int(month[-2:])
            row[TOPICS[7]] = (changed or {}).get((area, month), row[TOPICS[7]])
            rows.append(row)
    return {
        "TableInfos": [_info("80794ned", "Personen met een uitkering; uitkeringsontvangers per regio")],
        "DataProperties": _properties(("GeoDimension", "RegioS"), TOPICS),
        "Perioden": [
            {"Key": month, "Title": month, "Status": "Voorlopig" if month in provisional else "Definitief"}
            for month in months
        ],
        "RegioS": [{"Key": f"{area:<6}", "Title": area} for area in areas],
        "TypedDataSet": rows,
    }


def unemployment(months: tuple[str, ...] = MONTHS) -> Parts:
    """85554NED: one topic, by personal characteristic and area."""
    people = {"T009002": "Totaal personen", "1100": "Mannen", "1200": "Vrouwen"}
    areas = ("NL01", *regions.CODES, "AM99")
    rows = [
        {
            "ID": 0,
            "Persoonskenmerken": who,
            "RegioS": area,
            "Perioden": month,
            "PersonenMetEenWerkloosheidsuitkering_1": (100 if who == "T009002" else 50) * (1 + place),
        }
        for who in people
        for place, area in enumerate(areas)
        for month in months
    ]
    title = "Personen met WW-uitkering, seizoengecorrigeerd; persoonskenmerken en regio"
    return {
        "TableInfos": [_info("85554NED", title)],
        "DataProperties": [
            *_properties(("GeoDimension", "RegioS"), ("PersonenMetEenWerkloosheidsuitkering_1",)),
            {"ID": 90, "ParentID": "", "Type": "Dimension", "Key": "Persoonskenmerken", "Title": "Persoon"},
        ],
        "Perioden": [{"Key": month, "Title": month, "Status": "Definitief"} for month in months],
        "RegioS": [{"Key": area, "Title": area} for area in areas],
        "Persoonskenmerken": [{"Key": key, "Title": title} for key, title in people.items()],
        "TypedDataSet": [row | {"ID": number} for number, row in enumerate(rows)],
    }


#: Columns of the yearly table: words, and counts.
WORDS = ("Gemeentenaam_1", "SoortRegio_2")
YEARLY = (
    *("AantalInwoners_5", "k_0Tot15Jaar_8", "k_15Tot25Jaar_9", "k_25Tot45Jaar_10", "k_45Tot65Jaar_11"),
    *("PersonenPerSoortUitkeringBijstand_87", "PersonenPerSoortUitkeringAO_88", "PersonenPerSoortUitkeringWW_89"),
)


def yearly(number: str = "86165NED", year: int = 2025) -> Parts:
    """The yearly key figures of gemeenten, with the nation and a wijk among them; all gemeenten are alike."""
    counts = dict(zip(YEARLY, (1000, 100, 150, 250, 200, 30, 50, 10), strict=True))
    areas = ("NL00", *(one.code for one in municipalities.ALL), "WK001400")
    rows = [
        {"ID": place, "WijkenEnBuurten": f"{area:<10}"}
        | dict.fromkeys(WORDS, "woord")
        | (counts if area[:2] != "NL" else {name: 342 * count for name, count in counts.items()})
        for place, area in enumerate(areas)
    ]
    topics = [
        row for row in _properties(("GeoDetail", "WijkenEnBuurten"), YEARLY) if row["Type"] != "TimeDimension"
    ]
    return {
        "TableInfos": [_info(number, f"Kerncijfers wijken en buurten {year}")],
        "DataProperties": [
            *topics,
            *(
                {"ID": 90 + place, "ParentID": "", "Type": "Topic", "Key": key, "Title": key, "Datatype": "String"}
                for place, key in enumerate(WORDS)
            ),
        ],
        "WijkenEnBuurten": [{"Key": f"{area:<10}", "Title": area} for area in areas],
        "TypedDataSet": rows,
    }


def _info(number: str, title: str) -> dict[str, Any]:
    return {"ID": 0, "Title": title, "Identifier": number, "Modified": "2026-06-30T02:00:00"}


def _properties(area: tuple[str, str], topics: tuple[str, ...]) -> list[dict[str, Any]]:
    rows = [area, ("TimeDimension", "Perioden"), *(("Topic", topic) for topic in topics)]
    return [
        {
            "ID": place,
            "ParentID": "",
            "Type": kind,
            "Key": key,
            "Title": key,
            "Unit": "aantal" if kind == "Topic" else "",
            "Datatype": "Long",
        }
        for place, (kind, key) in enumerate(rows)
    ]


def write(folder: Path, found: Parts, *, as_csv: bool = False) -> Path:
    """The dump in a folder, in JSON as cbsodata writes it or in CSV."""
    return (write_csv if as_csv else write_json)(folder, found)


def statline(months: dict[str, str], areas: dict[str, int]) -> bytes:
    """80794ned as a person downloads it: names of areas and months down, two topics across."""
    from tests.worlds.cbs import lines

    title = "Personen met een uitkering; uitkeringsontvangers per regio"
    topics = ("Werkloosheid", "Bijstand tot de AOW-leeftijd", "Arbeidsongeschiktheid totaal")
    return lines(
        title,
        "Onderwerp|Onderwerp|" + "|".join(topics),
        "Regio's|Perioden|" + "|".join("aantal" for _ in topics),
        *(f"{area}|{month}|{count}|{count + 1}|{count + 2}" for area, count in areas.items() for month in months),
        "Bron: CBS",
    ).encode()
