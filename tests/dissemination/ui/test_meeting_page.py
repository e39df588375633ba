"""The page of the steering group: what it says of the two editions that ship, and of worlds with less."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Heading, Page, Quote, walk
from sdw.dissemination.blocks.points import Points
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.meeting import agenda
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import screen
from sdw.dissemination.ui.pages.meeting import page
from sdw.edition import editions
from sdw.reference import tables
from sdw.reference.documents import covenant, evaluation
from sdw.reference.documents.covenant import Priority
from sdw.text.dutch import say
from tests.worlds import ten
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

DAY = dt.date(2026, 11, 28)


def made() -> Page:
    every = tuple(editions.every())
    return page.of(every[0], every, DAY)


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Iterator[Page]:
    with store_at(shared("shipped")):
        yield made()


def part(content: Page, title: str) -> str:
    """What stands under one of the headings."""
    (found,) = [one for one in content.parts if any(isinstance(two, Heading) and two.words == title for two in one)]
    return plain.page(Page("", (found,)))


def test_five_questions_say_where_they_are_answered_and_the_parts_are_there(shipped: Page) -> None:
    text = plain.page(shipped)
    for name in page.QUESTIONS:
        assert say(f"meeting.question_{name}") in text
    titles = [say(f"{name}.title") for name in ("since", "agenda", "decisions", "evaluation")]
    assert [one for one in titles if f"## {one}\n" in text] == titles
    assert shipped.contents, "each part is one click away, on a page that is one click away"
    assert menu.by_name("stuurgroep").entry == "Stuurgroep"


def test_what_changed_is_told_in_two_ways_and_per_region(shipped: Page) -> None:
    text = part(shipped, say("since.title"))
    assert "Vorige uitgave: 2026-voorjaar, van 16 april 2026." in text
    assert (
        "Gestarte trajecten, 2e halfjaar 2025 | 1.656* (32 van de 35 regio's) | 1.850 (35 van de 35 regio's) | "
        "1.656 → 1.662 (+0,4%; 32 regio's) | 3 regio's erbij, aantallen verbeterd: 6 meer en niet meer voorlopig"
    ) in text
    assert "Nieuw, trajecten over het 1e halfjaar van 2026: 34 regio's." in text
    late = "drie regio's (Flevoland, Zaanstreek/Waterland en Zuid-Limburg)"
    assert f"Nieuw, trajecten over het 2e halfjaar van 2025: {late}." in text
    revised = "vier regio's (Gorinchem, Midden-Holland, Veluwe Stedendriehoek en Zuidoost-Brabant)"
    assert f"Herzien: {revised}." in text
    assert "Anders bepaald: niets." in text
    assert "Van de 76 zinnen gelden er 33 nog woord voor woord." in text
    assert "Midden-Holland in 2025: gestart 34* trajecten" in text
    assert "Midden-Holland in 2025: gestart 37 trajecten" in text


def test_the_agenda_has_five_points_with_owner_and_link_and_says_its_rules(shipped: Page) -> None:
    (points,) = [one for one in walk(shipped.parts[2]) if isinstance(one, Points)]
    names = ["late", "out_of_reach", "borging", "apart", "revised"]
    assert [one.title for one in points.points] == [say(f"agenda.{name}.title") for name in names]
    text = part(shipped, say("agenda.title"))
    for rule in agenda.RULES:
        assert say(f"agenda.{rule.name}.rule") in text
    assert "Nog 1 punt past bij de regels, maar er is plaats voor 5." in text
    for point in points.points:
        assert point.owner.startswith("Aan zet: ") and any(sign.isdigit() for sign in point.words)
        assert "oorbeeld" in point.words
        assert point.page in {one.name for one in menu.ALL}
    drawn = str(screen.part((points,)))
    first = points.points[0]
    assert f'href="./regio?{urlencode(first.choices)}"'.replace("&", "&amp;") in drawn
    assert dict(first.choices) == {"uitgave": "2026-najaar", "regio": "AM26", "periode": "2026-H1"}


def test_decisions_of_the_last_meeting_come_first_then_what_is_open(shipped: Page) -> None:
    last, opened = [one for one in walk(shipped.parts[3]) if isinstance(one, Table)]
    assert last.caption == "Besluiten van de vorige keer, 15 april 2026 · voorbeeld"
    assert [row[2] for row in last.rows] == ["1 juli 2026", "1 oktober 2026 (al voorbij)", "1 december 2026"]
    assert [row[3].split(" (")[0] for row in last.rows if isinstance(row[3], str)] == [
        "uitgevoerd",
        "loopt",
        "open",
    ]
    assert len(opened.rows) == 1, "of an earlier meeting what is done is not asked again"


def test_goals_are_told_in_the_words_of_the_covenant_with_since_when(shipped: Page) -> None:
    text = part(shipped, say("evaluation.title"))
    for goal in evaluation.ALL:
        assert goal.quote in text
    assert any(isinstance(one, Quote) and "halverwege de looptijd" in one.words for one in walk(shipped.parts[4]))
    assert "Gestarte trajecten: sinds het 1e halfjaar van 2021 (voorbeeld)" in text
    assert "Ziekteverzuim: sinds het 1e kwartaal van 1996;" in text, "public: no example"


def test_a_new_goal_or_priority_in_data_appears_without_code(
    shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = copy.deepcopy(tables.document("reference/evaluation.toml"))
    goal = {"id": "nieuw", "source": "convenant-2024", "quote": "Een nieuw doel.", "measured": ["gestart"]}
    document["goal"].append(goal | {"not_measured": "Wat het kost."})
    more = (*covenant.CURRENT.priorities, Priority(8, "Een nieuw speerpunt", "Dat is nieuw."))
    monkeypatch.setattr(covenant, "CURRENT", replace(covenant.CURRENT, priorities=more))
    monkeypatch.setattr(evaluation, "ALL", evaluation._all(document))
    with store_at(shared("shipped")):
        text = part(made(), say("evaluation.title"))
    assert (
        "Een nieuw doel. | Gestarte trajecten: sinds het 1e halfjaar van 2021 (voorbeeld) | Wat het kost." in text
    )
    assert "8. Een nieuw speerpunt | niets | Hiervan meten wij niets." in text


@pytest.mark.parametrize("name", ["empty", "one_region", "real", "examples", *ten.NAMES])
def test_the_page_is_whole_in_every_world(shared: Shared, name: str) -> None:
    with store_at(shared(name)):
        text = plain.page(made())
    assert say("sentence.first_edition") in text
    assert say("decisions.none") in text
    assert "None" not in text and "nan" not in text.split()


def test_without_anything_that_a_rule_finds_the_agenda_says_so(shared: Shared) -> None:
    with store_at(shared("empty")):
        assert say("agenda.none") in part(made(), say("agenda.title"))
