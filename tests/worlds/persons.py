"""Generators of files: aggregated ones, and ten kinds with a row per person. Every person is invented."""

from __future__ import annotations

import random
from collections.abc import Callable

from sdw.reference import dimensions
from sdw.reference.areas import regions

FIRST = (
    *("Jan", "Sanne", "Mohammed", "Fatima", "Lotte", "Daan", "Emma", "Thijs", "Yasmin", "Bram", "Femke", "Joris"),
    *("Aicha", "Sven", "Marieke", "Ruben", "Naomi", "Kees", "Willemijn", "Hassan", "Noor", "Pieter", "Iris"),
    *("Özlem", "Gijs", "Chantal", "Ravi", "Zoë", "André", "Loes"),
)
LAST = (
    *("Jansen", "de Vries", "van den Berg", "Bakker", "El Amrani", "Visser", "Yılmaz", "Smit", "van der Meer"),
    *("Mulder", "Bos", "de Groot", "Kaya", "Hendriks", "van Dijk", "Peters", "Ramdin", "'t Hart", "Vermeulen"),
    *("Nguyen", "de Jong-Post", "Schouten", "Dekker", "ter Horst"),
)
STREETS = ("Dorpsstraat", "Kerkweg", "Molenlaan", "Stationsplein", "Nieuwe Gracht", "Beukendreef")
NOTES = (
    "heeft moeite met drukke ruimtes maar wil graag werken",
    "werkt nu twee dagen per week in een winkel",
    "gesprek met de begeleider gepland voor volgende maand",
    "is verhuisd en zoekt werk dichter bij huis",
    "wil na de zomer meer uren gaan werken",
    "heeft een proefplaatsing bij een hovenier gehad",
)
_NEUTRAL = ("kolom", "veld", "extra", "x", "info", "gegeven")


def bsn(rng: random.Random) -> str:
    """An invented number that passes the elfproef."""
    while True:
        eight = [rng.randint(0, 9) for _ in range(8)]
        check = sum((9 - place) * digit for place, digit in enumerate(eight)) % 11
        if check < 10 and any(eight):
            return "".join(map(str, [*eight, check]))


def iban(rng: random.Random) -> str:
    """An invented account number with a right check number."""
    account = f"{rng.choice(['INGB', 'RABO', 'ABNA'])}{rng.randint(0, 9999999999):010d}"
    number = "".join(str(int(letter, 36)) for letter in account + "NL00")
    return f"NL{98 - int(number) % 97:02d}{account}"


def name(rng: random.Random) -> str:
    """A full name, in one of the forms that lists of clients use."""
    first, last = rng.choice(FIRST), rng.choice(LAST)
    return rng.choice((f"{first} {last}", f"{first[0]}. {last}", f"{last}, {first}", f"mevr. {last}"))


def birth_date(rng: random.Random) -> str:
    """A full date of birth, in one of the usual forms."""
    year, month, day = rng.randint(1955, 2007), rng.randint(1, 12), rng.randint(1, 28)
    return rng.choice((f"{year}-{month:02d}-{day:02d}", f"{day:02d}-{month:02d}-{year}", f"{day}/{month}/{year}"))


def email(rng: random.Random) -> str:
    return f"{rng.choice(FIRST)}.{rng.randint(1, 99)}@voorbeeld.nl".lower()


def phone(rng: random.Random) -> str:
    return rng.choice(("06-{}", "06{}", "+316{}")).format(f"{rng.randint(10000000, 99999999)}")


def address(rng: random.Random) -> str:
    postcode = f"{rng.randint(1011, 9999)} {rng.choice('ABCDEFGH')}{rng.choice('KLMNPRTVX')}"
    return rng.choice(
        (postcode, f"{postcode} {rng.randint(1, 200)}", f"{rng.choice(STREETS)} {rng.randint(1, 200)}")
    )


def identifier(rng: random.Random) -> str:
    return f"C{rng.randint(0, 999999):06d}"


def guid(rng: random.Random) -> str:
    text = f"{rng.getrandbits(128):032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def note(rng: random.Random) -> str:
    return f"{rng.choice(NOTES)} ({rng.randint(1, 99)})"


#: Nine kinds that have a column of personal data, with names that such a column has.
MAKERS: dict[str, tuple[Callable[[random.Random], str], tuple[str, ...]]] = {
    "bsn": (bsn, ("bsn", "burgerservicenummer", "sofinr")),
    "name": (name, ("naam", "client", "deelnemer")),
    "birth_date": (birth_date, ("geboortedatum", "geb. datum")),
    "email": (email, ("e-mail", "mailadres")),
    "phone": (phone, ("telefoon", "mobiel")),
    "iban": (iban, ("iban", "rekeningnummer")),
    "address": (address, ("adres", "postcode")),
    "identifier": (identifier, ("clientnummer", "dossiernr")),
    "free_text": (note, ("opmerking", "toelichting")),
}
KINDS = (*MAKERS, "per_person")


def person_file(kind: str, rng: random.Random) -> tuple[bytes, list[str]]:
    """A file with a row per person of one kind, and the cells that may never be repeated.

    The personal column has its own name, a meaningless one, or hides under the name of a declared column.
    """
    count = rng.randint(12, 60)
    region = rng.choice(regions.ALL).name
    keys = [
        [region, rng.choice(("2025-H1", "2025-H2")), rng.choice(("ips", "jobcoaching")), "uwv"]
        for _ in range(count)
    ]
    flags = [[str(rng.randint(0, 1)) for _ in range(5)] for _ in range(count)]
    header = ["regio", "periode", "methode", "doelgroep"]
    header += ["beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst"]
    rows = [key + flag for key, flag in zip(keys, flags, strict=True)]
    if kind == "per_person":
        return _csv(header, rows), []
    maker, own_names = MAKERS[kind]
    secret = [maker(rng) for _ in range(count)]
    where = rng.choice(("own name", "neutral", "hidden"))
    if where == "hidden":
        place = rng.choice((0, 5))
        for row, cell in zip(rows, secret, strict=True):
            row[place] = cell
    else:
        title = rng.choice(own_names) if where == "own name" else rng.choice(_NEUTRAL)
        place = rng.randint(0, len(header))
        header.insert(place, title)
        for row, cell in zip(rows, secret, strict=True):
            row.insert(place, cell)
    return _csv(header, rows), secret


def aggregated_file(rng: random.Random) -> bytes:
    """A good file of counts: wide or long, all sizes, people's spellings, every kind of cell."""
    chosen = rng.sample(regions.ALL, rng.randint(1, 35))
    periods = rng.sample(["2022", "2023", "2024-H1", "2024-H2", "2025-Q1", "2025 2e kwartaal"], rng.randint(1, 6))
    methods = rng.sample(dimensions.METHOD_PARTS, rng.randint(1, 4))
    groups = rng.sample(dimensions.CLIENT_GROUP_PARTS, rng.randint(1, 3))
    measures = ["beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst"]
    size = rng.choice((1, 5, 40, 900))
    keys = [
        [rng.choice((one.code, one.name)), period, method, group]
        for one in chosen
        for period in periods
        for method in methods
        for group in groups
    ]
    rows = []
    for key in keys:
        begin, started = rng.randint(0, size), rng.randint(0, size)
        ended = rng.randint(0, begin + started)
        counts = [begin, started, ended, begin + started - ended, rng.randint(0, begin + started)]
        rows.append((key, [_cell(count, rng) for count in counts]))
    if rng.random() < 0.5:
        return _csv(["regio", "periode", "methode", "doelgroep", *measures], [key + cells for key, cells in rows])
    flat = [[*key, m, cell] for key, cells in rows for m, cell in zip(measures, cells, strict=True)]
    return _csv(["regio", "periode", "methode", "doelgroep", "maat", "waarde"], flat)


def context_file(rng: random.Random) -> bytes:
    """Large counts per region and year: they have as many digits as a number of a person may have."""
    rows = [
        [one.code, str(year), measure, str(rng.randint(1000, 1_600_000))]
        for one in regions.ALL
        for year in range(2019, 2019 + rng.randint(1, 6))
        for measure in ("inwoners", "bijstand", "ww")
    ]
    return _csv(["regio", "jaar", "maat", "waarde"], rows)


def _cell(count: int, rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.9:
        return str(count)
    return rng.choice((f"{count}*", "", "onbekend", "x", "nvt"))


def _csv(header: list[str], rows: list[list[str]]) -> bytes:
    return "\n".join(";".join(row) for row in [header, *rows]).encode()
