"""What is publicly known of a region stands there with its source; what was not found is said, never left out."""

from __future__ import annotations

from collections import Counter

import pytest

from sdw.dissemination.blocks import known_facts, plain
from sdw.dissemination.blocks.model import Finding, Page, walk
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.standing import facts
from sdw.edition.editions import Edition
from sdw.reference import tables
from sdw.reference.areas import regions
from sdw.reference.documents.regional_facts import Fact
from tests.worlds.shared import Shared

NOT_FOUND = "Niet gevonden"


FACTS = tuple(Fact(**row) for row in tables.rows("regional/known_facts.csv"))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def test_38_facts_of_which_each_has_a_source_a_date_and_a_certainty() -> None:
    assert len(FACTS) == 38 == len({one.id for one in FACTS})
    for one in FACTS:
        assert one.source and one.period and one.statement and one.url.startswith("https://"), one.id
    counted = Counter(one.topic for one in FACTS if one.region != "NL")
    assert counted == {"mgn": 8, "werkcentrum": 7}


@pytest.mark.parametrize("code", regions.CODES)
def test_every_region_says_of_both_topics_what_was_found_or_that_nothing_was(shipped: Edition, code: str) -> None:
    blocks = known_facts.of_region(shipped, code)
    found = [one for one in walk(blocks) if isinstance(one, Finding)]
    facts = [one for one in FACTS if one.region == code]
    assert [one.address for one in found] == [one.url for one in sorted(facts, key=lambda one: one.topic)]
    text = "\n".join(plain.page(Page("Proef", (blocks,))).splitlines())
    assert text.count(NOT_FOUND) == 2 - len({one.topic for one in facts})
    for one in facts:
        assert one.statement in text and one.source in text and one.period in text and one.certainty in text


def test_an_intention_is_not_told_as_an_opening(shipped: Edition) -> None:
    text = plain.page(Page("Proef", (known_facts.of_region(shipped, "AM34"),)))
    assert "opening niet gevonden" in text


def test_the_quarter_of_the_werkmonitor_stands_beside_the_covenant_and_says_ips_only(shipped: Edition) -> None:
    (table,) = (one for one in known_facts.reconciliation(shipped) if isinstance(one, Table))
    figures = [str(row[0]) for row in table.rows]
    assert figures[:5] == [
        "949 gestarte IPS-trajecten",
        "3.679 lopende IPS-trajecten",
        "394 beëindigde IPS-trajecten",
        "36,1%",
        "31,8%",
    ]
    assert [figure.split()[0] for figure in figures[5:]] == ["6.778", "4.900", "4.800"]
    assert all("IPS" in str(row[1]) for row in table.rows[:5])
    assert "26 van 29" in str(table.rows[0][2]) and "31 van 35" in str(table.rows[5][2])


def test_an_edition_without_facts_says_so(shared: Shared) -> None:
    edition = shared.edition("one_region")
    said = plain.page(Page("Proef", (known_facts.of_region(edition, "AM05"),)))
    assert "staan geen openbaar bekende feiten" in said and NOT_FOUND not in said


def test_the_facts_of_an_edition_are_those_of_its_list(shipped: Edition) -> None:
    assert facts.every(shipped) == FACTS
