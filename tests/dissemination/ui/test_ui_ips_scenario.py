"""The calculator of the IPS page: a reader's own numbers, on the published effect only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.charts.drawings import ips_scenario as drawn_scenario
from sdw.dissemination.exports import scenario as export
from sdw.dissemination.figures.sentences import scenario as scenario_sentences
from sdw.dissemination.ui.pages.ips import scenario as ips_scenario
from sdw.edition.editions import Edition
from sdw.statistics import scenario
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.text import dutch
from sdw.text.errors import UserError
from tests.worlds import edition as world
from tests.worlds.ips_page import asked_for, texts
from tests.worlds.pages import opened
from tests.worlds.shared import Shared
from tests.worlds.statistics import points


@pytest.fixture(scope="module")
def folder(shared: Shared) -> Path:
    return shared("outcomes")


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Edition:
    return shared.edition("outcomes")


@pytest.fixture(autouse=True)
def _store(folder: Path, edition: Edition) -> Iterator[None]:
    with world.store_at(folder):
        yield


def test_the_scenario_uses_the_published_effect_and_says_so() -> None:
    app = opened("ips")
    asked_for(app)
    shown = texts(app)
    assert "naar verwachting 130 tot 263 mensen méér" in shown
    assert "drempel onbekend" in shown
    assert "Wij geven zelf geen bedrag" in shown
    app.number_input(key="ips-kosten").set_value(10_000).run()
    assert "Met € 10.000 per traject" in texts(app)


def test_b8_without_delivered_trajectories_the_calculator_asks_for_a_number() -> None:
    """This edition has outcomes and no trajectories: no number of ours stands in for those."""
    for view in ({}, {"regio": "AM05"}):
        app = opened("ips", **view)
        shown = texts(app)
        assert dutch.say("page.ips.scenario_ask") in shown
        assert "3.500" not in shown and "IPS-trajecten per jaar werken" not in shown
        asked_for(app, 100)
        assert "Met 100 IPS-trajecten per jaar" in texts(app)


def test_b8_the_calculator_starts_at_the_trajectories_of_the_edition_and_says_whose(shared: Shared) -> None:
    examples = shared.edition("examples")
    with world.store_at(shared("examples")):
        for region in ("", "AM05"):
            start = scenario_sentences.delivered(examples, region)
            assert start is not None and start.value is not None
            assert (start.method, start.client_group, start.period) == ("ips", "totaal", "2025")
            shown = texts(opened("ips", **({"regio": region} if region else {})))
            people = dutch.number(start.value)
            assert f"Met {people} IPS-trajecten (voorbeeld) per jaar" in shown
            place = "Twente" if region else "Nederland"
            assert f"Aantal trajecten: {people} gestarte IPS-trajecten in 2025, {place}" in shown
            assert "Dit is een verzonnen voorbeeld" in shown
    assert "van de 35 regio's" in scenario_sentences.sources(scenario_sentences.delivered(examples, ""))[0]


def test_b8_the_answer_says_its_supposition_and_sets_two_groups_beside_it() -> None:
    """100 people, 20% without IPS: 0 to 9 of the same people, −8 to 16 between two groups of a hundred."""
    inputs = scenario.Inputs(100, 20, points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3))
    lowest, highest = scenario.simulate(inputs)
    _, _, same, apart = scenario_sentences.answer(inputs, lowest, highest, "werk_12u", None)
    assert "0 tot 9 mensen bij de laagste schatting" in same
    assert "dezelfde mensen" in same
    assert "IPS kost nooit iemand een baan" in same
    assert "100 mensen met IPS met 100 andere mensen zonder IPS" in apart
    assert "−8 tot 16 mensen bij de laagste schatting" in apart


def test_an_impossible_assumption_gets_a_sentence_not_an_answer() -> None:
    app = opened("ips")
    asked_for(app)
    app.text_input(key="ips-low-0-werk_12u").set_value("veel").run()
    assert "‘veel’ is geen getal" in texts(app)
    app = opened("ips")
    asked_for(app)
    app.text_input(key="ips-low-0-werk_12u").set_value("12").run()
    assert "met de laagste waarde eerst" in texts(app)
    for text in ("nan", "inf", "1e400"):
        number = ips_scenario.number(text)
        with pytest.raises((UserError, ValueError)):
            scenario.Inputs(
                100, 20, Estimate(number, Interval(number, number, Unit.PERCENTAGE_POINT)), points(1, 0, 2)
            )


def test_the_answer_can_be_kept_as_a_file() -> None:
    inputs = scenario.Inputs(1000, 20, points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3), 5000)
    lines = scenario_sentences.lines(inputs, *scenario.simulate(inputs))
    text = export.csv_of(lines, ["=1+1", *scenario_sentences.sources(None)]).decode("utf-8-sig")
    assert "effect in procentpunt;3,7;7,5" in text
    assert "extra mensen aan het werk;37;75" in text
    assert "ergens tussen 6 en 36 maanden" in text
    assert "'=1+1" in text


def test_the_simulation_is_kept() -> None:
    inputs = scenario.Inputs(1234, 20, points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3))
    first = drawn_scenario.simulated(inputs)
    assert drawn_scenario.simulated(inputs) is first
