"""Where a year is expected to end, in words: the chance in the sentence, strong words for strong chances only."""

from __future__ import annotations

import pytest

from sdw.dissemination.figures.sentences import pace
from sdw.edition import figures as edition_figures
from sdw.reference.status import Status
from tests.worlds.edition import store_at
from tests.worlds.figures import figure, nation
from tests.worlds.shared import Shared


def chance(value: float | None, status: Status | None = None, **facts: object) -> edition_figures.Figure:
    return figure(value, status, indicator="kans_gestart", period="2026", months=6, **facts)


@pytest.mark.rule("chance")
@pytest.mark.parametrize(
    ("value", "words"),
    [
        (100.0, "al gehaald"),
        (99.0, "op koers (kans 99% of meer)"),
        (90.0, "op koers (kans 90%)"),
        (89.0, "nog niet te zeggen (kans 89%)"),
        (88.0, "nog niet te zeggen (kans 88%)"),
        (67.0, "nog niet te zeggen (kans 67%)"),
        (66.0, "nog niet te zeggen (kans 66%)"),
        (57.0, "nog niet te zeggen (kans 57%)"),
        (34.0, "nog niet te zeggen (kans 34%)"),
        (33.0, "nog niet te zeggen (kans 33%)"),
        (10.0, "nog niet te zeggen (kans 10%)"),
        (9.0, "niet op koers (kans 9%)"),
        (1.0, "niet op koers (kans 1% of minder)"),
    ],
)
def test_a_chance_stands_beside_its_word(value: float, words: str) -> None:
    assert pace.verdict(chance(value)) == words


def test_without_a_chance_the_status_stands_there() -> None:
    assert pace.verdict(chance(None, Status.UNKNOWN)) == "nog niet te zeggen"
    assert pace.verdict(chance(None, Status.SUPPRESSED)) == "afgeschermd"
    assert pace.percent(chance(None, Status.NOT_DELIVERED)) == "niet aangeleverd"
    with pytest.raises(ValueError, match="no chance of a target"):
        pace.against(figure(3.0))


def test_the_sentence_of_a_region() -> None:
    expected = figure(
        125.6, Status.PROVISIONAL, indicator="verwacht_gestart", period="2026", months=6, low=97.0, high=161.0
    )
    assert pace.sentence(expected, chance(96.0)) == (
        "Als de rest van het jaar gaat zoals in eerdere jaren, beginnen er in Twente in 2026 ongeveer 126 "
        "trajecten (met 95% kans 97 tot 161; voorlopig, kan nog stijgen). "
        "Ambitie Hoofdzaak } Werk, april 2021 (100 in een jaar): op koers (kans 96%)."
    )


def test_the_sentence_of_the_nation_says_how_many_regions_and_what_is_derived() -> None:
    facts = {"period": "2026", "origin": "voorbeeld"}
    expected = nation(1454.7, 30, indicator="verwacht_duurzaam_geplaatst", low=1296.0, high=1630.0, **facts)
    told = pace.sentence(expected, nation(1.0, 30, indicator="kans_duurzaam_geplaatst", **facts))
    assert told == (
        "Als de rest van het jaar gaat zoals in eerdere jaren, krijgen landelijk in 2026 ongeveer 1.455 mensen "
        "duurzaam werk (met 95% kans 1.296 tot 1.630; voorbeeld; 30 van de 35 regio's). Doel convenant 2021-2024 "
        "(3.500 in een jaar: 35 × 100, afgeleid door ons): niet op koers (kans 1% of minder)."
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (Status.SUPPRESSED, "niet te zeggen: het aantal tot nu toe is afgeschermd"),
        (Status.NOT_DELIVERED, "nog niet te zeggen: er zijn nog geen cijfers aangeleverd"),
        (Status.UNKNOWN, "nog niet te zeggen: daarvoor zijn het aantal tot nu toe en twee volledige jaren"),
    ],
)
def test_a_year_of_which_nothing_is_said(status: Status, why: str) -> None:
    expected = figure(None, status, indicator="verwacht_gestart", period="2026")
    assert why in pace.sentence(expected, chance(None, status))


def test_each_place_has_a_sentence_for_both_targets(shared: Shared) -> None:
    with store_at(shared("shipped")):
        edition = shared.edition("shipped")
        for region in ("NL", "AM05", "AM10", "AM26"):
            told = pace.of_place(edition, region)
            assert len(told) == 2
            assert all("niet te zeggen" in one or "zoals in eerdere jaren" in one for one in told)


def test_an_older_edition_says_that_it_holds_no_expectation(
    shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = shared.edition("shipped")
    select = edition_figures.select
    before = {"verwacht_gestart", "kans_gestart", "verwacht_duurzaam_geplaatst", "kans_duurzaam_geplaatst"}
    with store_at(shared("shipped")):
        monkeypatch.setattr(
            edition_figures,
            "select",
            lambda edition, indicator, **cut: () if indicator in before else select(edition, indicator, **cut),
        )
        (told,) = pace.of_place(edition)
    assert told.startswith(f"Uitgave {edition.label} is gemaakt voordat")
