"""Three voices: pledge and expectation beside one another, and what is said where they are apart."""

from __future__ import annotations

import pytest

from sdw.dissemination.figures import tabled
from sdw.dissemination.figures.sentences import voices
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import voices_table
from sdw.edition.editions import Edition
from sdw.edition.figures import select
from sdw.indicators.model import NATION
from sdw.reference.areas.regions import CODES
from tests.worlds.shared import Shared

COUNTED = {"gestart": "gestarte trajecten toegezegd", "duurzaam_geplaatst": "is duurzaam werk toegezegd"}


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def expected_sides(edition: Edition, region: str) -> dict[str, int]:
    """By target, from the rows of the edition: 1 more was pledged than the interval holds, -1 less; 0 otherwise."""
    found = {}
    for counted in COUNTED:
        (expected,) = select(edition, f"verwacht_{counted}", region=region)
        pledged = select(edition, f"toegezegd_{counted}", region=region, period=expected.period)
        value = pledged[0].value if pledged else None
        known = value is not None and expected.low is not None and expected.high is not None
        over = known and value > expected.high  # type: ignore[operator]
        under = known and value < expected.low  # type: ignore[operator]
        found[counted] = int(over) - int(under)
    return found


def test_only_what_lies_outside_the_interval_is_something_to_talk_about(shipped: Edition) -> None:
    seen = set()
    for code in CODES:
        found = voices.of_place(shipped, code)
        told = voices.sentences(shipped, found)
        for counted, side in expected_sides(shipped, code).items():
            about = [one for one in told if one.startswith("Om over te praten") and COUNTED[counted] in one]
            assert len(about) == abs(side), (code, counted, told)
            assert all(("verwachten er minder" in one) == (side > 0) for one in about)
            seen.add(side)
    assert seen == {-1, 0, 1}


def test_a_region_without_a_pledge_says_so(shipped: Edition) -> None:
    without = [
        code
        for code in CODES
        if all(
            one.value is None for counted in COUNTED for one in select(shipped, f"toegezegd_{counted}", region=code)
        )
    ]
    assert without
    for code in without:
        (told,) = voices.sentences(shipped, voices.of_place(shipped, code))
        assert told.startswith("Voor 2026 is in deze uitgave nog geen toezegging van")


def test_some_regions_are_not_held_against_the_nation(shipped: Edition) -> None:
    told = voices.sentences(shipped, voices.of_place(shipped))
    assert told[0].startswith("De toezegging en de verwachting van Nederland gaan niet over dezelfde regio's")
    assert not [one for one in told if one.startswith("Om over te praten")]
    sides = [expected_sides(shipped, code)["gestart"] for code in CODES]
    (started,) = [one for one in told if one.startswith("Gestarte trajecten")]
    assert f"In {sides.count(1)} daarvan is er meer toegezegd" in started
    assert f"in {sides.count(-1)} minder" in started


def test_the_table_has_every_figure_with_what_goes_with_it(shipped: Edition) -> None:
    content = voices_table.table(voices.of_place(shipped, "AM05"))
    (expected,) = select(shipped, "verwacht_gestart", region="AM05")
    row = [one if isinstance(one, str) else one.text for one in content.rows[0]]
    assert row[1] == "100"
    assert f"{expected.value:.0f}*" in row[3] and "voorbeeld" in row[3] and "kans op het doel" in row[3]
    files = tabled.voices(View(shipped, "", "", region="AM05"))
    assert {one.indicator for one in files} == {
        *("toegezegd_gestart", "verwacht_gestart", "kans_gestart"),
        *("toegezegd_duurzaam_geplaatst", "verwacht_duurzaam_geplaatst", "kans_duurzaam_geplaatst"),
    }
    assert all(one.region == "AM05" for one in files)
    assert all(one.region == NATION for one in tabled.voices(View(shipped, "", "")))


@pytest.mark.parametrize("world", ["real", "empty", "one_region", "twenty"])
def test_without_pledges_nothing_is_made_up(shared: Shared, world: str) -> None:
    edition = shared.edition(world)
    for place in (NATION, "AM05"):
        found = voices.of_place(edition, place)
        assert all(one.pledged is None for one in found)
        if found:
            (told,) = voices.sentences(edition, found)
            assert "geen toezegging" in told or "geen toezeggingen" in told
