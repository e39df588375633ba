"""What the monitor says of the covenant, of CBS and of its own arithmetic is what their texts and numbers say."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sdw.dissemination.charts.core.scene import Text, walk
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.figures.view import View
from sdw.edition import editions
from sdw.indicators import catalogue
from sdw.reference import tables
from sdw.reference.documents import conflicts, covenant, findings, targets
from sdw.text import dutch
from tests.worlds.edition import store_at
from tests.worlds.figures import figure, nation
from tests.worlds.pages import ROOT, opened, words

#: Every place with words of ours about the covenant: interface, reference data, documents for people.
TEXTS = [
    *sorted((ROOT / "sdw" / "text" / "nl").glob("*.toml")),
    *sorted((ROOT / "data" / "reference").glob("*.toml")),
    ROOT / "data" / "reference" / "findings.csv",
    ROOT / "data" / "examples" / "README.md",
    ROOT / "GLOSSARY.md",
]
AMBITION, GOAL = "ambitie Hoofdzaak } Werk, april 2021", "doel convenant 2021-2024"


def everything() -> str:
    return " ".join(path.read_text(encoding="utf-8") for path in TEXTS)


def test_b5_the_ambition_is_that_of_april_2021_and_the_target_that_of_the_text_of_2021() -> None:
    assert (targets.STARTED.name, targets.DURABLE.name) == (AMBITION, GOAL)
    assert "Bereikte doelen" in targets.STARTED.told_in
    assert "noemt zelf geen aantal voor 2024-2026" in targets.STARTED.explanation
    assert "minimaal" not in targets.STARTED.quote
    assert (targets.STARTED.at_least, targets.DURABLE.at_least) == (False, True)


def test_b5_no_text_says_that_the_covenant_of_2024_sets_a_number() -> None:
    assert not re.findall(r"[^.]*(?:tekst 2024|target of the 2024 text|convenant van 2024 telt)[^.]*", everything())
    told = findings.by_id("hw-doel-regio")
    assert (told.shown, told.low, told.high) == ("100", 100, 100)
    assert told.statement.startswith("Ambitie waarmee project Hoofdzaak } Werk in april 2021 begon")


@pytest.mark.rule("both_targets")
@pytest.mark.parametrize("page", ["overzicht", "doelen", "regio", "verantwoording"])
def test_b5_both_stand_side_by_side_by_their_own_names(ten: Callable[[str], Path], page: str) -> None:
    with store_at(ten("three")):
        shown = words(opened(page, periode="2025", regio="AM05")).casefold()
    assert AMBITION.casefold() in shown
    assert GOAL in shown
    assert "tekst 2024" not in shown


@pytest.mark.rule("both_targets")
def test_b5_every_sentence_with_3500_for_durable_says_that_it_is_ours(ten: Callable[[str], Path]) -> None:
    told = progress.nation(nation(3302, 31), nation(1200, 30, indicator="duurzaam_geplaatst"))
    assert told.count("3.500") == 2
    assert "3.500 mensen met duurzaam werk (doel convenant 2021-2024: 35 × 100, afgeleid door ons)" in told
    with store_at(ten("three")):
        shown = words(opened("overzicht", periode="2025"))
        drawn = registry.ALL["overzicht-doelen"].scene(View(editions.find(), "gestart", "2025"))
    assert "ambitie Hoofdzaak } Werk, april 2021 (3.500)" in shown
    assert "doel convenant 2021-2024 (3.500: 35 × 100, afgeleid door ons)" in shown
    assert drawn and [one.words for one in walk(drawn.marks) if isinstance(one, Text) and "3.500" in one.words] == [
        "ambitie: 3.500",
        "doel, afgeleid door ons: 3.500",
    ]


def test_b5_the_region_is_told_at_least_100_only_where_the_text_says_so() -> None:
    told = progress.region("Twente", figure(97), figure(30, indicator="duurzaam_geplaatst"))
    assert f"100 gestarte trajecten ({AMBITION})" in told
    assert f"ten minste 100 mensen met duurzaam werk ({GOAL})" in told


def test_b10_the_wia_sentence_is_about_people_with_a_disorder_not_about_a_cause() -> None:
    assert "mensen met een psychische aandoening" in findings.by_id("ctx-wia-helft").statement
    assert not re.findall(r"[^.]*veroorzaakt door een psychische aandoening[^.]*", everything())
    assert "psychische oorzaak" not in everything()


def test_b11_the_regional_table_of_cbs_is_named_and_the_35_regions_are_not_in_it() -> None:
    told = dutch.say("page.verzuim.no_map_text")
    assert "provincie" in told and "RegioPlus" in told and "arbeidsmarktregio's" in told
    assert "niemand heeft gemeten" not in everything()
    assert "alleen voor heel Nederland, niet per" not in everything()
    assert "publiceert het niet per regio" not in everything()


def test_b13_the_ended_of_2023_follow_only_from_an_assumption() -> None:
    told = dutch.say("page.verantwoording.examples.fitted")
    assert 6778 - 4900 == 1878
    assert "nemen wij aan" in told and "Alleen dan" in told and "staat niet in het convenant" in told
    assert "op 1 januari 2024" in told


def test_b13_what_is_durable_is_said_as_both_texts_say_it() -> None:
    told = targets.DURABLE.explanation
    assert "pas in de tekst van 2024" not in told
    assert covenant.CURRENT.durable_quote in told
    assert "Hoe lang het werk moet duren, staat in geen van beide teksten" in told


def test_b13_one_in_four_and_3_3_million_are_shown_as_a_conflict() -> None:
    (shown,) = (one for one in conflicts.ALL if one.id == "een-op-vier")
    everybody, children = (
        17.811_291,
        3.3,
    )  # million people, 1 January 2023, CBS 85496NED; of them about 3.3 under 18
    adults = everybody - children
    assert (
        "CBS 17,8 miljoen" in shown.explanation
        and f"{adults:.1f}".replace(".", ",") + " miljoen" in shown.explanation
    )
    assert round(adults / 4, 1) == 3.6 and "3,6 miljoen" in shown.explanation
    assert round(3.3 * 4) == 13 and "13 miljoen" in shown.explanation


def test_b13_a_rounded_difference_says_what_it_may_be() -> None:
    """5.2 and 5.4 may be 5.249 and 5.351, or 5.151 and 5.449: a difference of 0.2 may be 0.1 or 0.3."""
    told = dutch.say("page.verzuim.read_quarter")
    assert "0,2" in told and "tussen 0,1 en 0,3" in told
    for low, high in ((5.249, 5.351), (5.151, 5.449)):
        assert round(high, 1) - round(low, 1) == pytest.approx(0.2)


def test_b13_the_first_quarter_is_above_the_third_in_every_year() -> None:
    with (tables.DATA / "cbs" / "80072ned.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["sector"] == "T001081"]
    value = {row["periode"]: float(row["waarde"]) for row in rows if row["waarde"]}
    years = [year for year in range(1996, 2030) if f"{year}-Q1" in value and f"{year}-Q3" in value]
    assert len(years) == 30
    assert all(value[f"{year}-Q1"] > value[f"{year}-Q3"] for year in years)


def test_b13_a_word_on_chance_goes_with_every_verdict_beside_the_nation() -> None:
    share = {"indicator": "aandeel_ips", "low": 10.0, "high": 20.0}
    here = figure(15.0, **share)
    away = figure(50.0, region="NL", indicator="aandeel_ips", low=49.0, high=51.0, delivered=(35, 35))
    chance = "door toeval een of twee"
    assert chance in progress.map_of(away, None, here, "2025", "", "lower")
    assert chance in progress.compared([(here, away, "lower")])
    assert chance in dutch.say("page.regiokaart.explain_interval")
    assert 1 < 35 * 0.05 < 2


def test_every_quote_of_the_covenant_is_word_for_word() -> None:
    """The sentences as they stand in the two texts."""
    assert targets.STARTED.quote.startswith(
        "In april 2021 startte project Hoofdzaak } Werk als landelijk programma"
    )
    assert covenant.CURRENT.ends_quote.endswith("in september 2024 en geldt tot 31 december 2026.")
    assert covenant.CURRENT.durable_quote == "een duurzame baan van ten minste 12 uur per week"
    assert "alle convenantpartijen" in covenant.CURRENT.steering_group.changes
    assert "geldt tot" in progress.days_left(covenant.CURRENT.ends)
    assert catalogue.DURABLE.definition
