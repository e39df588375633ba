"""Are we there, who is not, where does the year end: the first screen of Overzicht answers, and it is right.

What it must say is counted here from the rows of the edition, not by the functions that the page uses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pytest

from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.ui.pages.progress import overview
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure, select
from sdw.text.dutch import number
from tests.worlds.blocks import PAGES, _view
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

YEARS = ("one", "two", "three", "twenty", "thirty_four", "examples", "shipped")
AIM, EACH, LEAST = 3500, 100, 3
UNITS = {"gestart": "trajecten", "duurzaam_geplaatst": "mensen"}
COUNTS = {"gestart": "100 of meer gestart, 2025", "duurzaam_geplaatst": "100 of meer duurzaam aan het werk, 2025"}


@pytest.fixture(params=YEARS)
def world(request: pytest.FixtureRequest, shared: Shared) -> Iterator[Edition]:
    with store_at(shared(request.param)):
        yield shared.edition(request.param)


def said() -> str:
    made = plain.page(Page("Proef", tuple(filter(None, overview.answer(_view("overzicht"))))))
    return " ".join(made.split())


def regional(edition: Edition, counted: str) -> list[Figure]:
    found = select(edition, counted, period="2025", method="totaal", client_group="totaal")
    return [one for one in found if one.region != "NL" and one.value is not None]


def test_are_we_there(world: Edition) -> None:
    told = said()
    for counted in COUNTS:
        known = regional(world, counted)
        if len(known) < LEAST:
            assert "Een landelijk getal komt er vanaf drie regio's" in told
            assert "nog geen cijfers. Zodra een regio" not in told
            continue
        (nation,) = select(world, counted, region="NL", period="2025", method="totaal", client_group="totaal")
        least = max(nation.value or 0, nation.bound_low or 0)
        assert (nation.value or 0) >= sum(one.value or 0 for one in known)  # it has withheld regions too
        assert number(nation.value or 0) in told
        assert f"{math.floor(100 * least / AIM)}% van" in told
        assert nation.delivered == (35, 35) or f"ten minste {number(least)}" in told
        if least < AIM:
            assert f"{number(AIM - least)} {UNITS[counted]} te gaan" in told


def test_who_is_not(world: Edition) -> None:
    told = said()
    for counted, words in COUNTS.items():
        values = [one.value or 0 for one in regional(world, counted)]
        reached = sum(value >= EACH for value in values)
        shown = re.search(re.escape(words) + r"[^:]*: (\d+) van (\d+) regio's", told)
        if len(values) > 1:
            assert shown is not None and shown.groups() == (str(reached), str(len(values)))


def test_where_the_year_ends(world: Edition) -> None:
    told = said()
    for counted in COUNTS:
        for expected in select(world, f"verwacht_{counted}", region="NL"):
            (chance,) = select(world, f"kans_{counted}", region="NL")
            if expected.value is None or chance.value is None:
                assert f"ongeveer {expected.value}" not in told
                continue
            assert f"ongeveer {number(expected.value)}" in told
            assert f"{number(expected.low or 0)} tot {number(expected.high or 0)}" in told
            percent = {1: "1% of minder", 99: "99% of meer"}.get(round(chance.value), f"{number(chance.value)}%")
            assert f"(kans {percent})" in told or chance.value == 100
            word = (
                "op koers" if chance.value >= 90 else "niet op koers" if chance.value < 10 else "nog niet te zeggen"
            )
            assert f"{word} (kans {percent})" in told or chance.value == 100


def test_half_years_are_not_held_against_a_year(shared: Shared) -> None:
    with store_at(shared("halves")):
        told = said()
    assert "Dit is een half jaar" in told
    assert "% van de ambitie" not in told and "% van het doel" not in told and "te gaan" not in told


@pytest.mark.parametrize("world", ["mixed"])
def test_where_all_is_withheld_it_says_that_and_not_that_there_is_nothing(shared: Shared, world: str) -> None:
    with store_at(shared(world)):
        for page in ("overzicht", "regiokaart", "doelen"):
            told = plain.page(PAGES[page]())
            assert "ze zijn afgeschermd om mensen te beschermen" in told, page
            assert "Zodra een regio cijfers aanlevert" not in told, page


def test_without_durable_figures_the_other_target_is_still_answered(shared: Shared) -> None:
    with store_at(shared("no_durable")):
        told = said()
    assert "% van de ambitie" in told
    assert "Duurzaam aan het werk in 2025: onbekend." in told
    assert "% van het doel" not in told
