"""What asks for attention by stated rules: Overzicht says it in short, the agenda of the meeting point by point."""

from __future__ import annotations

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.selections import Ledger
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.areas import regions
from sdw.reference.status import Status

#: A target with a chance of no more than this is out of reach with a chance of 90% or more.
OUT = 10


def late(view: View) -> tuple[list[Figure], list[Figure]]:
    """The regions without a delivery over the period of the view, and those with one, by name."""
    started = selections.of_regions(view, catalogue.STARTED)
    absent = [one for one in started if one.status is Status.NOT_DELIVERED]
    return absent, [one for one in started if one.status is not Status.NOT_DELIVERED]


def open_ledgers(view: View) -> list[Ledger]:
    """The ledgers of regions that do not close, in the order of their codes."""
    found = [selections.ledger(view, code) for code in regions.CODES]
    return [book for book in found if book is not None and book.imbalance]


def out_of_reach(edition: Edition) -> list[tuple[Figure, Figure]]:
    """What is expected of the nation, with the chance, of targets that are out of reach with 90% chance or more."""
    return [
        (expected, chance)
        for expected, chance in selections.paces(edition)
        if chance.value is not None and chance.value <= OUT
    ]


def views(edition: Edition) -> list[View]:
    """The newest full year and what is in hand of the next, as views: what a meeting looks at."""
    return [View(edition, catalogue.STARTED.id, code) for code in selections.newest(edition, catalogue.STARTED)]
