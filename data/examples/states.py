"""Invented states: of borging, priorities, gemeenten, decisions and activities, on two days of the year.

They follow from fixed rows of states that are walked through, so the result is always the same. Where something
real is known of a region (`data/regional/known_borging.csv`), nothing is invented beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdw.reference import tables
from sdw.reference.areas import municipalities, regions
from sdw.reference.datasets import states
from sdw.reference.documents import covenant

#: The days on which everybody was asked.
SPRING, AUTUMN = "2026-04-01", "2026-10-01"
#: Of these regions nothing was heard.
SILENT = ("AM14", "AM26", "AM33")
_LADDER = ("niet_begonnen", "in_voorbereiding", "loopt", "geborgd")
_BEGIN = (
    *("in_voorbereiding", "loopt", "niet_begonnen", "loopt", "in_voorbereiding", "geborgd", "loopt"),
    *("onbekend", "in_voorbereiding", "loopt", "niet_begonnen"),
)
#: What happened in the half-year between, in turn: a step forward, nothing, or a step back.
_STEPS = (1, 0, 0, 1, 0, 0, 0, 1, 0, -1, 0)
_CHECKED = "Voorbeeld: gesprek met de regio"

Row = dict[str, str]


def borging() -> Iterator[Row]:
    """Every region and element but the silent ones and what is really known, in spring and in autumn."""
    known = {(row["regio"], row["onderdeel"]) for row in tables.rows("regional/known_borging.csv")}
    for place, region in enumerate(regions.CODES):
        for number, element in enumerate(states.ELEMENTS):
            if region in SILENT or (region, element.code) in known:
                continue
            turn = 3 * place + 5 * number
            before = _BEGIN[turn % len(_BEGIN)]
            checked = (place + number) % 5 == 0
            for day, state in ((SPRING, before), (AUTUMN, _after(before, place + 7 * number))):
                yield {
                    "regio": region,
                    "datum": day,
                    "onderdeel": element.code,
                    "stand": state,
                    "hoe_bekend": "nagegaan" if checked else "zelf_gemeld",
                    "bron": _CHECKED if checked else "",
                }


def _after(before: str, turn: int) -> str:
    step = _STEPS[turn % len(_STEPS)]
    if before == "onbekend":
        return "in_voorbereiding" if step > 0 else before
    return _LADDER[min(max(_LADDER.index(before) + step, 0), len(_LADDER) - 1)]


#: Per priority: its state in spring and in autumn, who cares for it, what shows it, and an amount with its unit.
_PRIORITIES = (
    ("loopt", "loopt", "project Hoofdzaak } Werk", "Voorbeeld: alle regio's leveren aan.", "", ""),
    ("in_voorbereiding", "loopt", "UWV", "Voorbeeld: regio's maken een plan voor na 2026.", "12", "regio's"),
    ("loopt", "loopt", "AWVN", "Voorbeeld: bijeenkomsten voor werkgevers.", "6", "bijeenkomsten"),
    ("loopt", "loopt", "de Nederlandse ggz", "Voorbeeld: een handreiking is gedeeld.", "2", "publicaties"),
    ("loopt", "loopt", "MIND", "Voorbeeld: ervaringsverhalen zijn geplaatst.", "", ""),
    ("in_voorbereiding", "in_voorbereiding", "stuurgroep", "Voorbeeld: gesprek met de ministeries.", "", ""),
    ("onbekend", "loopt", "coördinatieteam", "Voorbeeld: één verhaal voor alle partijen.", "", ""),
)


def priorities() -> Iterator[Row]:
    """The priorities of the covenant that runs, in spring and in autumn."""
    for one, (before, after, owner, evidence, amount, unit) in zip(
        covenant.CURRENT.priorities, _PRIORITIES, strict=True
    ):
        for day, state in ((SPRING, before), (AUTUMN, after)):
            yield {
                "convenant": covenant.CURRENT.version,
                "speerpunt": str(one.number),
                "datum": day,
                "stand": state,
                "bewijs": evidence if state != "onbekend" else "",
                "eigenaar": owner,
                "aantal": amount if day == AUTUMN else "",
                "eenheid": unit if day == AUTUMN else "",
                "hoe_bekend": "zelf_gemeld",
            }


_IPS = ("structureel", "project", "nee", "structureel", "onbekend", "project")


def gemeenten() -> Iterator[Row]:
    """Two of three gemeenten, in autumn; of some of them in spring too, when fewer had it fixed."""
    found = [one for one in municipalities.ALL if one.valid_from is None and one.valid_until is None]
    for place, one in enumerate(sorted(found, key=lambda each: each.code)):
        if place % 3 == 2:
            continue
        now = _IPS[(place // 2) % len(_IPS)]
        if place % 4 == 0:
            yield _gemeente(one.code, SPRING, "project" if now == "structureel" else now)
        yield _gemeente(one.code, AUTUMN, now)


def _gemeente(code: str, day: str, state: str) -> Row:
    return {"gemeente": code, "datum": day, "ips": state, "hoe_bekend": "zelf_gemeld"}


#: Meeting, number, what was decided, by whom, by when; then day, state and what came of it.
_DECISIONS = (
    ("2025-11-12", "1", "Elke regio levert twee keer per jaar cijfers aan.", "alle partijen", "2026-03-31"),
    ("2025-11-12", "2", "Er komt een plan voor de procesregisseurs na 2026.", "UWV", "2026-06-30"),
    ("2026-04-15", "1", "Gemeenten krijgen een brief over geld voor IPS.", "Divosa", "2026-07-01"),
    ("2026-04-15", "2", "De partijen maken samen een verhaal over de resultaten.", "coördinatieteam", "2026-10-01"),
    ("2026-04-15", "3", "De stuurgroep bespreekt in het najaar het vervolg na 2026.", "stuurgroep", "2026-12-01"),
)
_OUTCOMES = (
    (("2026-04-15", "loopt", ""), ("2026-10-01", "loopt", "34 van de 35 regio's leveren.")),
    (("2026-04-15", "loopt", ""), ("2026-10-01", "uitgevoerd", "Het plan is besproken.")),
    (("2026-10-01", "uitgevoerd", "De brief is verstuurd."),),
    (("2026-10-01", "loopt", "Er is een eerste versie."),),
    (("2026-10-01", "open", ""),),
)


def decisions() -> Iterator[Row]:
    """What was decided in two meetings, and what came of it since."""
    for (meeting, number, text, owner, due), after in zip(_DECISIONS, _OUTCOMES, strict=True):
        for day, state, outcome in after:
            yield {
                "vergadering": meeting,
                "nummer": number,
                "besluit": f"Voorbeeld: {text[0].lower()}{text[1:]}",
                "eigenaar": owner,
                "uiterlijk": due,
                "datum": day,
                "stand": state,
                "uitkomst": f"Voorbeeld: {outcome[0].lower()}{outcome[1:]}" if outcome else "",
                "hoe_bekend": "zelf_gemeld",
            }


#: Priority, what is to be reached, for whom, by whom, by when, and the state in spring and in autumn.
_ACTIVITIES = (
    ("1", "elke regio biedt IPS aan", "mensen met een ggz-diagnose en een uitkering", "UWV", "2026-12-31", "ll"),
    ("2", "elke regio heeft een plan voor na 2026", "regio's", "project Hoofdzaak } Werk", "2026-10-01", "vl"),
    ("3", "werkgevers krijgen een handreiking", "werkgevers", "AWVN", "2026-06-30", "la"),
    ("4", "kennis over IPS is gebundeld", "professionals", "de Nederlandse ggz", "2026-09-30", "vl"),
    ("5", "er zijn tien ervaringsverhalen", "werkgevers en professionals", "MIND", "2026-12-31", "ll"),
    ("6", "het onderwerp staat op de agenda van het Rijk", "politiek en bestuur", "stuurgroep", "2026-11-30", "nv"),
    ("7", "er is één verhaal van alle partijen", "alle doelgroepen", "coördinatieteam", "2026-10-01", "vl"),
)
_LETTERS = {"n": "niet_begonnen", "v": "in_voorbereiding", "l": "loopt", "a": "afgerond"}


def activities() -> Iterator[Row]:
    """An activity of each priority, in spring and in autumn."""
    for priority, result, group, owner, due, letters in _ACTIVITIES:
        for day, letter in zip((SPRING, AUTUMN), letters, strict=True):
            yield {
                "convenant": covenant.CURRENT.version,
                "speerpunt": priority,
                "nummer": "1",
                "beoogd_resultaat": f"Voorbeeld: {result}.",
                "voor_wie": group,
                "eigenaar": owner,
                "uiterlijk": due,
                "datum": day,
                "stand": _LETTERS[letter],
                "hoe_bekend": "zelf_gemeld",
            }


#: The name of a file, and its rows.
FILES = {
    "speerpunten_voorbeeld.csv": priorities,
    "borging_voorbeeld.csv": borging,
    "ips_gemeente_voorbeeld.csv": gemeenten,
    "besluiten_voorbeeld.csv": decisions,
    "activiteiten_voorbeeld.csv": activities,
}


def csv_of(rows: list[Row]) -> str:
    """Rows with the same columns as the text of a file."""
    return "\n".join([";".join(rows[0]), *(";".join(row.values()) for row in rows)]) + "\n"
