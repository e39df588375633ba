"""Ten worlds in which pages, sentences and protection must hold: from nothing delivered to every status mixed.

Each is published by the real steward from a small delivery beside the shipped context. `build(name, folder)` makes
one; a test takes the fixture `ten` (see `tests/worlds/shared.py`) and asks `ten("three")` for its folder:

    with store_at(ten("three")):
        edition = editions.find()
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.reference.areas import regions
from tests.worlds import outcomes, store
from tests.worlds.deliveries import delivery
from tests.worlds.edition import context, store_at

LABEL = "2026-najaar"
#: Two whole years and half of the running one.
HALVES = ("2024-H1", "2024-H2", "2025-H1", "2025-H2", "2026-H1")
#: Small and large regions spread over the country; the first is the one that delivers where one does.
PLACES = ("AM05", "AM12", "AM24", "AM02", "AM38", "AM20")
#: Two halves of different years, so no year is whole; quarters of which only the first region has a whole year.
LOOSE_HALVES = ("2025-H2", "2026-H1")
LOOSE_QUARTERS = ("2025-Q4", "2026-Q1")
WHOLE_QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3", *LOOSE_QUARTERS)
ABSENT = "AM37"

Rows = list[store.Observation]


def build(name: str, folder: Path) -> Edition:
    """The edition of the world with this name, in a store of its own in `folder`.

    Raises:
        KeyError: there is no such world.
    """
    make = without_durable if name == "no_durable" else WORLDS[name]
    with store_at(folder):
        store.deliver(context(), dataset="context", origin="openbaar", name="context.csv")
        trajectories, followed = make()
        if trajectories:
            store.deliver(trajectories, name="levering.csv")
        if followed:
            store.deliver(followed, dataset="uitkomsten", name="uitkomsten.csv")
        return publish.publish(LABEL)


def _regions(count: int) -> tuple[str, ...]:
    return (PLACES + tuple(code for code in regions.CODES if code not in (*PLACES, ABSENT)))[:count]


def _delivered(count: int) -> tuple[Rows, Rows]:
    """The first so many regions over two and a half years; outcomes from three regions on."""
    places = _regions(count)
    followed = [one for place in places for months in (6, 12) for one in outcomes.plain(place, months=months)]
    return delivery(20261125, places, over=HALVES), followed if count >= 3 else []


def _quarters() -> tuple[Rows, Rows]:
    first, *others = PLACES
    return delivery(4, (first,), over=WHOLE_QUARTERS) + delivery(5, tuple(others), over=LOOSE_QUARTERS), []


#: Begin, started, ended and durable of a year, per region.
TOTALS = (
    (120, 130, 90, 44),
    (60, 64, 50, 21),
    (300, 210, 190, 102),
    (9, 7, 4, 3),
    (0, 0, 0, 0),
    (80, 99, 61, 30),
)


def _totals() -> tuple[Rows, Rows]:
    """Whole years without a method or a client group; one region below the threshold, one that did nothing."""
    rows: Rows = []
    for place, (begin, started, ended, durable) in zip(PLACES, TOTALS, strict=True):
        for year, more in (("2024", 0), ("2025", started - ended)):
            rows += store.ledger(
                place, year, begin + more, started, ended, durable, method="totaal", client_group="totaal"
            )
    return rows, []


#: What a mixed delivery says instead of a number, by turns: the measure that says it, and its status.
MIXED = (
    ("beginstand", "onbekend"),
    ("eindstand", "afgeschermd"),
    ("duurzaam_geplaatst", "onbekend"),
    ("duurzaam_geplaatst", "niet_aangeleverd"),
    ("beeindigd", "nvt"),
    ("gestart", "onbekend"),
    ("gestart", "afgeschermd"),
)


#: A region and a method with nobody in it: a zero that tells of nobody, and so is shown.
EMPTY = ("AM03", "overig")


def _mixed() -> tuple[Rows, Rows]:
    """Twelve regions in which every status occurs, zeros of groups with and without people too."""
    rows = delivery(8, _regions(12), over=HALVES)
    for number, row in enumerate(rows):
        of_line, turn = number // 5, divmod(number // 5, 3)
        measure, status = MIXED[turn[0] % len(MIXED)]
        if of_line % 3 == 0 and row["measure"] == measure:
            row |= {"value": None, "status": status}
        elif row["period"] == HALVES[-1]:
            row["status"] = "voorlopig"
        if of_line % 7 == 1 and row["measure"] == "duurzaam_geplaatst" and row["value"] is not None:
            row["value"] = 0.0
        if row["region"] == EMPTY[0] and row["method"] == EMPTY[1]:
            row |= {"value": 0.0, "status": "waarde"}
    followed = [one for place in _regions(12) for one in outcomes.plain(place, months=12)]
    for number, row in enumerate(followed):
        if number % 11 == 0:
            row |= {"value": None, "status": "onbekend"}
    return rows, followed


def without_durable() -> tuple[Rows, Rows]:
    """Every region, none of which knows how many people got durable work."""
    rows, _ = _delivered(len(regions.CODES) - 1)
    for row in rows:
        if row["measure"] == "duurzaam_geplaatst":
            row |= {"value": None, "status": "onbekend"}
    return rows, []


#: Every world by name.
WORLDS: dict[str, Callable[[], tuple[Rows, Rows]]] = {
    "none": lambda: ([], []),
    "one": lambda: _delivered(1),
    "two": lambda: _delivered(2),
    "three": lambda: _delivered(3),
    "twenty": lambda: _delivered(20),
    "thirty_four": lambda: _delivered(34),
    "halves": lambda: (delivery(3, PLACES, over=LOOSE_HALVES), []),
    "quarters": _quarters,
    "totals": _totals,
    "mixed": _mixed,
}
NAMES = tuple(WORLDS)
