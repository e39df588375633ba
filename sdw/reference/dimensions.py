"""Methods and client groups: codes, Dutch labels, and the spellings in which people deliver them.

An unknown spelling is refused. It is never mapped to 'overig': that would hide a mistake in a total.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import names
from sdw.reference.names import Via
from sdw.text.dutch import listing
from sdw.text.errors import UserError

#: What a count is of: measure, region, period, method, client group. A plain tuple: decision 0034 says why.
Key = tuple[str, str, str, str, str]

TOTAL = "totaal"
OTHER = "overig"


@dataclass(frozen=True, slots=True)
class Category:
    """One value of a dimension: code, full Dutch label, short label for charts, other spellings."""

    code: str
    label: str
    short: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A category and how its text was recognised."""

    category: Category
    via: Via

    @property
    def code(self) -> str:
        """The code of the category."""
        return self.category.code


def _by_code(*categories: Category) -> dict[str, Category]:
    return {category.code: category for category in categories}


METHODS: dict[str, Category] = _by_code(
    Category(
        "ips",
        "IPS (Individuele Plaatsing en Steun)",
        "IPS",
        (
            *("Individuele Plaatsing en Steun", "Individual Placement and Support"),
            *("IPS-traject", "IPS-trajecten", "IPS-methode"),
        ),
    ),
    Category(
        "jobcoaching",
        "Jobcoaching",
        "Jobcoaching",
        ("Job coaching", "Jobcoach", "Jobcoachtraject", "Jobcoachtrajecten", "Inzet jobcoach"),
    ),
    Category(
        "werk_als_beste_zorg",
        "Werk als beste zorg",
        "Werk als beste zorg",
        (
            *("WABZ", "Werk als beste zorg (WABZ)", "WABZ (Werk als beste zorg)"),
            *("Werk als de beste zorg", "WABZ-traject", "WABZ-trajecten"),
        ),
    ),
    Category(
        OTHER,
        "Overige methoden",
        "Overig",
        (
            *("Overige", "Anders", "Andere", "Overige methode", "Overige methodes"),
            *("Andere methode", "Andere methoden", "Andere methodes", "Overige trajecten"),
        ),
    ),
    Category(
        TOTAL,
        "Alle methoden",
        "Totaal",
        ("Alle", "Alle methodes", "Totaal methoden", "Methoden totaal", "Totaal alle methoden"),
    ),
)

CLIENT_GROUPS: dict[str, Category] = _by_code(
    Category(
        "uwv",
        "Klanten van UWV",
        "UWV",
        ("UWV-klant", "UWV-klanten", "UWV-cliënt", "UWV-cliënten", "UWV-doelgroep", "Doelgroep UWV"),
    ),
    Category(
        "gemeente",
        "Klanten van de gemeente",
        "Gemeente",
        (
            *("Gemeenten", "Gemeentelijk", "Gemeentelijke doelgroep", "Doelgroep gemeente"),
            *("Gemeenteklanten", "Klanten van gemeenten", "Gemeentelijke klanten"),
            *("Participatiewet", "P-wet", "PW", "Gemeente (Participatiewet)"),
        ),
    ),
    Category(
        OTHER,
        "Overige doelgroepen",
        "Overig",
        ("Overige", "Anders", "Andere", "Overige doelgroep", "Andere doelgroep", "Andere doelgroepen"),
    ),
    Category(
        TOTAL,
        "Alle doelgroepen",
        "Totaal",
        ("Alle", "Totaal doelgroepen", "Doelgroepen totaal", "Totaal alle doelgroepen"),
    ),
)

#: The parts that add up to the total.
METHOD_PARTS: tuple[str, ...] = tuple(code for code in METHODS if code != TOTAL)
CLIENT_GROUP_PARTS: tuple[str, ...] = tuple(code for code in CLIENT_GROUPS if code != TOTAL)


def _index(categories: dict[str, Category]) -> dict[str, tuple[str, Via]]:
    listed = list(categories.values())
    return names.index(
        [
            *((category.code, category.code, "code") for category in listed),
            *((category.label, category.code, "name") for category in listed),
            *((category.short, category.code, "name") for category in listed),
            *((spelling, category.code, "alias") for category in listed for spelling in category.spellings),
        ]
    )


_METHOD_INDEX = _index(METHODS)
_CLIENT_GROUP_INDEX = _index(CLIENT_GROUPS)


def _resolve(text: str, categories: dict[str, Category], table: dict[str, tuple[str, Via]], error: str) -> Resolved:
    found = table.get(names.fold(text))
    if found is None:
        near = listing([categories[code].short for code in names.nearest(text, table)])
        known = listing([categories[code].short for code in categories])
        raise UserError(error, near=near, known=known)
    code, via = found
    return Resolved(categories[code], via)


def resolve_method(text: str) -> Resolved:
    """The method that `text` names. Raises `UserError` with the nearest methods when none fits."""
    return _resolve(text, METHODS, _METHOD_INDEX, "reference.unknown_method")


def resolve_client_group(text: str) -> Resolved:
    """The client group that `text` names. Raises `UserError` with the nearest groups when none fits."""
    return _resolve(text, CLIENT_GROUPS, _CLIENT_GROUP_INDEX, "reference.unknown_client_group")
