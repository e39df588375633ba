"""What is not there is told in a sentence: in each of the ten worlds, on each page that has something to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.selections import Reach
from sdw.dissemination.figures.sentences import progress
from sdw.reference.status import Status
from tests.worlds import ten as worlds
from tests.worlds.edition import store_at
from tests.worlds.figures import figure
from tests.worlds.pages import opened, words
from tests.worlds.reading import tables

PLACE = worlds.PLACES[0]


def page(ten: Callable[[str], Path], name: str, which: str, **view: str) -> str:
    with store_at(ten(name)):
        return words(opened(which, **view)).replace("&#x27;", "'")


@pytest.mark.parametrize("name", ["none", "one", "halves"])
def test_b14_nothing_happens_after_0_months(ten: Callable[[str], Path], name: str) -> None:
    assert "na 0 maanden" not in page(ten, name, "ips")


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2025", "Over 2025 heeft"),
        ("2026-H1", "Over het 1e halfjaar van 2026 heeft"),
        ("2025-Q3", "Over het 3e kwartaal"),
    ],
)
def test_b14_a_period_stands_in_a_sentence_with_its_article(period: str, told: str) -> None:
    silent = figure(None, Status.NOT_DELIVERED, period=period)
    assert progress.region("Twente", silent, silent).startswith(told)


@pytest.mark.parametrize(
    ("name", "told"), [("one", "Er is één regio met een cijfer"), ("three", "te weinig regio's")]
)
def test_b14_a_map_of_few_regions_says_why_it_has_no_classes(
    ten: Callable[[str], Path], name: str, told: str
) -> None:
    shown = page(ten, name, "regiokaart", periode="2025")
    assert told in shown
    assert "In elke klasse zitten ongeveer even veel" not in shown.partition("Klasse is een groep")[0]


@pytest.mark.parametrize(
    ("name", "view", "told"),
    [
        (
            "halves",
            {"periode": "2026-H1"},
            "zijn er alleen cijfers over een heel jaar. Over het 1e halfjaar van 2026",
        ),
        (
            "quarters",
            {"periode": "2026-Q1"},
            "zijn er alleen cijfers over een heel jaar. Over het 1e kwartaal van 2026",
        ),
        ("totals", {"periode": "2025"}, "alleen het totaal"),
    ],
)
@pytest.mark.parametrize("which", ["regio", "doelen"])
def test_b14_a_split_that_is_not_there_says_why(
    ten: Callable[[str], Path], name: str, view: dict[str, str], told: str, which: str
) -> None:
    assert told in page(ten, name, which, regio=PLACE, **view)


def test_b14_a_region_without_a_delivery_is_told_that_there_is_no_split(ten: Callable[[str], Path]) -> None:
    shown = page(ten, "one", "regio", regio="AM01", periode="2025")
    assert "Over 2025 zijn er nog geen cijfers van Groningen, dus ook geen verdeling" in shown


@pytest.mark.parametrize("name", ["two", "three", "twenty", "mixed"])
def test_b14_a_column_of_shares_is_filled_or_absent(ten: Callable[[str], Path], name: str) -> None:
    for which in ("regio", "doelen"):
        for one in tables(page(ten, name, which, regio=PLACE, periode="2025")):
            if "gestarte trajecten per" in one.caption:
                head, *rows = one.rows
                assert all(len(row) == len(head) for row in rows)
                assert len(head) == 2 or any(row[2].endswith("%") for row in rows)
                assert all(row[2] for row in rows if len(row) > 2)


def test_b14_a_share_shown_above_stands_in_the_split_too(ten: Callable[[str], Path]) -> None:
    shown = page(ten, "two", "regio", regio=PLACE, periode="2025")
    (above,) = re.findall(r"Aandeel IPS<td[^>]*>(\d+),(\d)%", shown)
    (below,) = re.findall(r"<th>IPS<td[^>]*>\d+<td[^>]*>(\d+)%", shown)
    assert abs(float(".".join(above)) - int(below)) <= 0.5


def test_b14_one_region_is_not_counted_as_one_of_one() -> None:
    told = progress.regions_on_target(Reach(1, 1, 35), Reach(0, 1, 35), "2025", {Status.NOT_DELIVERED: 34})
    assert told == (
        "Over 2025 heeft één van de 35 regio's een cijfer. Zij staat hieronder naast de ambitie en het doel van "
        "100 per jaar. Van 34 regio's zijn er nog geen cijfers."
    )


@pytest.mark.parametrize("name", worlds.NAMES)
def test_b14_no_page_says_one_of_one_or_a_bare_half_year(ten: Callable[[str], Path], name: str) -> None:
    for which in ("overzicht", "regiokaart", "doelen", "regio", "gegevens"):
        shown = re.sub(r"<[^>]*>", " ", page(ten, name, which))
        assert not re.findall(r"[^.]*\b1 van de 1 regio[^.]*|[^.]*[Oo]ver \de (?:halfjaar|kwartaal)[^.]*", shown)


def test_b14_every_reason_for_no_split_has_words() -> None:
    assert selections.no_split.__doc__ is not None
    for why in re.findall(r"`(\w+)`", selections.no_split.__doc__):
        assert progress.say(f"page.split_{why}", period="2025", region="Twente")
