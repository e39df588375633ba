"""The declarations of what has a state and no count: priorities, borging, gemeenten, decisions, activities."""

from __future__ import annotations

from sdw.reference import names
from sdw.reference.datasets.declaration import Dataset
from sdw.reference.datasets.fields import SHORT, Choice, Field
from sdw.reference.documents import covenant

_UNKNOWN = Choice("onbekend", "onbekend", "Het is nagevraagd of gezocht, en niemand weet het.")
_BEGUN = (
    Choice("niet_begonnen", "niet begonnen", "Er is nog niets gedaan."),
    Choice("in_voorbereiding", "in voorbereiding", "Er is een plan, een afspraak om te beginnen of geld."),
    Choice("loopt", "loopt", "Het werkt."),
)

#: How far borging is, from nothing to fixed; how far a priority or an activity is; what became of a decision.
BORGING_STATES = (
    *_BEGUN,
    Choice(
        "geborgd",
        "geborgd",
        "Het werkt en is vast geregeld: het gaat door als het convenant en het project stoppen.",
    ),
    _UNKNOWN,
)
PROGRESS_STATES = (*_BEGUN, Choice("afgerond", "afgerond", "Het is klaar."), _UNKNOWN)
IPS_STATES = (
    Choice("nee", "nee", "Mensen met een uitkering van de gemeente kunnen geen IPS krijgen."),
    Choice("project", "project", "Het kan, maar alleen in een project of zolang er tijdelijk geld is."),
    Choice("structureel", "structureel", "Het kan, en het geld is vast geregeld."),
    _UNKNOWN,
)
DECISION_STATES = (
    Choice("open", "open", "Er is nog niets mee gedaan."),
    Choice("loopt", "loopt", "Er wordt aan gewerkt."),
    Choice("uitgevoerd", "uitgevoerd", "Het is gedaan."),
    Choice("vervallen", "vervallen", "De stuurgroep heeft besloten het niet te doen."),
    _UNKNOWN,
)
#: What borging is made of, in the order in which it is shown.
ELEMENTS = (
    Choice("werkcentrum", "Werkcentrum", "Het Werkcentrum van de regio is open."),
    Choice("mgn", "Mentaal gezondheidsnetwerk (MGN)", "Het mentale gezondheidsnetwerk van de regio werkt."),
    Choice(
        "procesregisseur",
        "Procesregisseur in het verband",
        "De procesregisseur hoort bij het regionale arbeidsmarktverband, en het project betaalt hem niet meer.",
    ),
    Choice("ips_uwv", "Geld voor IPS: UWV", "Er is geld voor IPS voor mensen met een uitkering van UWV."),
    Choice(
        "ips_gemeente",
        "Geld voor IPS: gemeente",
        "Er is geld voor IPS voor mensen met een uitkering van de gemeente.",
    ),
    Choice("afspraken", "Afspraken werk en zorg", "Werk en zorg hebben op papier afgesproken hoe zij samenwerken."),
    Choice("monitoring", "Monitoring", "De regio volgt trajecten op een vaste manier."),
)
CERTAINTIES = (
    Choice("zelf_gemeld", "zelf gemeld", "De eigenaar of de regio zegt het zelf."),
    Choice("nagegaan", "nagegaan", "Iemand anders heeft het gecontroleerd."),
    Choice("openbare_bron", "openbare bron", "Gelezen in een openbare bron."),
)
#: Of what an amount may be: never of people, who are counted and protected elsewhere.
UNITS = tuple(
    Choice(unit, unit)
    for unit in (
        *("regio's", "gemeenten", "organisaties", "werkgevers", "bijeenkomsten", "publicaties", "onderzoeken"),
        *("afspraken", "euro", "%"),
    )
)
_TEAMS = (
    *("stuurgroep", "coördinatieteam", "werkgroep", "project Hoofdzaak } Werk", "regio", "gemeente"),
    *("ministerie van SZW", "ministerie van VWS", "alle partijen"),
)


def _owners() -> tuple[Choice, ...]:
    """Parties, each once as it is called last, and teams."""
    found: dict[str, str] = {}
    for name in (*(partner.name for one in covenant.ALL for partner in one.partners), *_TEAMS):
        found.setdefault(names.fold(name), name)
    return tuple(Choice(name, name) for name in found.values())


#: Who can own something: parties and teams, never a person.
OWNERS = _owners()

_REGION = Field(
    "region", ("regio", "region"), "region", "De arbeidsmarktregio: code (AM05) of naam (Twente).", key=True
)
_COVENANT = Field(
    "covenant",
    ("convenant", "covenant"),
    "choice",
    "De looptijd van het convenant, zoals 2024-2026.",
    tuple(Choice(one.version, one.version) for one in covenant.ALL),
    key=True,
)
_PRIORITY = Field(
    "priority", ("speerpunt",), "number", "Het nummer van het speerpunt, zoals in het convenant.", key=True
)
_DAY = Field(
    "day",
    ("datum", "stand_per"),
    "day",
    "De dag waarop dit zo was: 2026-10-01 of 1-10-2026. Vandaag of eerder.",
    key=True,
)
_OWNER = Field(
    "owner",
    ("eigenaar", "owner"),
    "choice",
    "De partij of het team dat ervoor zorgt. Geen naam van een persoon.",
    OWNERS,
    required=False,
)
_EVIDENCE = Field(
    "evidence", ("bewijs", "toelichting"), "text", "Waaraan u dat ziet, in een of twee zinnen.", required=False
)
_DUE = Field("due", ("uiterlijk",), "day", "De dag waarop het klaar moet zijn.", required=False, future=True)
_CERTAINTY = Field(
    "certainty",
    ("hoe_bekend",),
    "choice",
    "Hoe we dit weten: zelf gemeld, nagegaan of openbare bron.",
    CERTAINTIES,
)
_SOURCE = Field(
    "source",
    ("bron",),
    "text",
    "Wie dit zegt, en waar: een verslag, brief of website.",
    required=False,
    longest=SHORT,
)
_URL = Field("url", ("link",), "link", "Het adres van de bron. Het begint met https://.", required=False)
_FROM = (_CERTAINTY, _SOURCE, _URL)


def _state(choices: tuple[Choice, ...], called: tuple[str, ...] = ("stand",)) -> Field:
    said = ", ".join(choice.label for choice in choices[:-1])
    return Field("state", called, "choice", f"Hoe het ervoor staat: {said} of {choices[-1].label}.", choices)


def _dataset(name: str, label: str, *fields: Field) -> Dataset:
    return Dataset(name, label, (), (), (), ("region", "part"), "aangeleverd", fields=fields)


SPEERPUNTEN = _dataset(
    "speerpunten",
    "Speerpunten",
    *(_COVENANT, _PRIORITY, _DAY, _state(PROGRESS_STATES), _EVIDENCE, _OWNER),
    Field(
        "amount",
        ("aantal", "amount"),
        "amount",
        "Een getal dat het laat zien. Nooit een aantal mensen.",
        required=False,
    ),
    Field("unit", ("eenheid", "unit"), "choice", "Waarvan dit getal er een is.", UNITS, required=False),
    *_FROM,
)
BORGING = _dataset(
    "borging",
    "Borging",
    *(_REGION, _DAY),
    Field("element", ("onderdeel", "element"), "choice", "Wat er geborgd moet zijn.", ELEMENTS, key=True),
    *(_state(BORGING_STATES), _EVIDENCE, _OWNER, *_FROM),
)
IPS_GEMEENTE = _dataset(
    "ips_gemeente",
    "IPS in gemeenten",
    Field("municipality", ("gemeente",), "municipality", "De gemeente: naam of code (GM0153).", key=True),
    *(_DAY, _state(IPS_STATES, ("ips", "stand")), _EVIDENCE, _OWNER, *_FROM),
)
BESLUITEN = _dataset(
    "besluiten",
    "Besluiten van de stuurgroep",
    Field("meeting", ("vergadering",), "day", "De dag van de vergadering.", key=True),
    Field("number", ("nummer",), "number", "Het nummer van het besluit in die vergadering: 1, 2, 3.", key=True),
    Field("statement", ("besluit",), "text", "Wat er is besloten, in een of twee zinnen."),
    *(_OWNER, _DUE, _DAY, _state(DECISION_STATES)),
    Field(
        "evidence", ("uitkomst", "bewijs"), "text", "Wat ervan is gekomen, in een of twee zinnen.", required=False
    ),
    *_FROM,
)
ACTIVITEITEN = _dataset(
    "activiteiten",
    "Activiteitenplan",
    *(_COVENANT, _PRIORITY),
    Field("number", ("nummer",), "number", "Het nummer van de activiteit bij dit speerpunt: 1, 2, 3.", key=True),
    Field("statement", ("beoogd_resultaat",), "text", "Wat u wilt bereiken, in een of twee zinnen."),
    Field(
        "target_group",
        ("voor_wie", "doelgroep_activiteit"),
        "text",
        "Voor wie dit is.",
        required=False,
        longest=SHORT,
    ),
    *(_OWNER, _DUE, _DAY, _state(PROGRESS_STATES), _EVIDENCE, *_FROM),
)

ALL: tuple[Dataset, ...] = (SPEERPUNTEN, BORGING, IPS_GEMEENTE, BESLUITEN, ACTIVITEITEN)
