"""The units of the IPS page: percent and percentage point never swap, in no text and in no drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.charts.drawings import ips_regions
from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import ips
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.reference.documents import studies
from sdw.statistics.estimate import Unit
from sdw.statistics.proportions import wilson
from sdw.text import dutch
from tests.worlds import edition as world
from tests.worlds.ips_page import VIEWS, asked_for, drawings, labelled, seen, texts
from tests.worlds.pages import opened, words
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


NUMBER = r"[−-]?\d+(?:\.\d{3})*(?:,\d+)?"
PERCENT = re.compile(rf"({NUMBER})(?:\s?%| procent(?!punt))")
POINTS = re.compile(rf"({NUMBER})(?: tot ({NUMBER})| en ({NUMBER}))? procentpunt")


#: Texts about a difference, and texts about a rate: the only two that explain one by the other are in both.
OF_POINTS = {
    *("ips.chart.effect_axis", "ips.scenario_effect", "ips.unit.percentage_point"),
    *(f"page.ips.band_{name}" for name in ("other", "point", "subtitle", "title")),
    *(f"page.ips.card_{name}" for name in ("equal", "research")),
    *(f"page.ips.equal_{name}" for name in ("headline", "measured", "prediction", "subtitle")),
    *(f"page.ips.scenario_{name}" for name in ("high", "low", "row_effect")),
    *("page.ips.funnel_wide", "page.ips.message", "page.ips.pooled", "page.ips.studies_difference"),
}
OF_PERCENT = {
    *(f"ips.chart.{name}" for name in ("funnel_hover", "national", "outcome_hover", "outcome_hover_young")),
    *("ips.chart.rate_axis", "ips.chart.two_rates", "ips.scenario_baseline", "ips.unit.percent"),
    *("page.ips.band_other", "page.ips.band_point", "page.ips.case_caption", "page.ips.cohort_caption"),
    *("page.ips.carried_over_rates", "page.ips.funnel_hidden", "page.ips.funnel_hidden_one"),
    *(f"page.ips.funnel_{name}" for name in ("caption", "chosen_none", "none", "read_pooled", "subtitle")),
    *("page.ips.equal_usable", "page.ips.of_percent", "page.ips.practice_benchmark"),
    *("page.ips.months_caption", "page.ips.regions_hidden", "page.ips.regions_subtitle"),
    "page.ips.studies_rates_note",
    *(f"page.ips.scenario_{name}" for name in ("baseline", "read_baseline", "source_baseline")),
    *("page.ips.studies_rates", "page.ips.scenario_row_high", "page.ips.scenario_row_low"),
}


def allowed(lens: Lens) -> tuple[set[str], set[str]]:
    """Every percentage and every difference that the page may show, as it writes them."""
    rates: set[str] = {"95", "0", "100"} | {"9", "20", "27", "35"}  # the level, a zero, and the worked example
    for study in studies.ALL:
        rates |= {dutch.number(arm.rate) for arm in (study.ips, study.control) if arm.rate is not None}
    rates |= {"31", "41", "50", "59,1"}  # the benchmarks, and a rate in the description of a study
    seen = [outcomes.rate_of(one) for one in _figures(lens)]
    seen += [outcomes.pair(lens).others]
    found = ips_regions.around_nation(lens)
    estimates = [one.estimate for one in seen if one.estimate] + list(found.pooled.values() if found else ())
    for one in estimates:
        rates |= {dutch.number(number) for number in (one.value, one.low, one.high)}
    for one in seen:
        rates |= {dutch.number(end) for end in (one.bounds.worst, one.bounds.best)} if one.bounds else set()
    comparison = outcomes.comparison(lens)
    known = [evidence.effect(study) for study in studies.ALL]
    differences = [one for one in known if one is not None and one.unit is Unit.PERCENTAGE_POINT]
    ends: set[float] = set()
    if comparison is not None:
        rates.add(dutch.number(comparison.usable))
        differences += [one for one in (comparison.crude, comparison.adjusted, comparison.mean) if one]
        between = (comparison.prediction, comparison.measured.interval if comparison.measured else None)
        ends = {end for one in between if one is not None for end in (one.low, one.high)}
    ends |= {found.funnel.dispersion.applied} if found else set()
    ends |= {number for one in differences for number in (one.value, one.low, one.high)}
    for low, high in ((1, 2), (3.7, 7.5), (4.7, 8.9)):
        rates |= {dutch.number(20 + low), dutch.number(20 + high)}
    return rates, {dutch.number(number, 1) for number in ends} | {"7", "−100", "100"}


def _figures(lens: Lens):  # type: ignore[no-untyped-def]

    return figures.select(lens.edition, lens.measure)


@pytest.mark.rule("units")
@pytest.mark.parametrize("view", VIEWS)
def test_percent_and_percentage_point_are_never_swapped(edition: Edition, view: dict[str, str]) -> None:
    app = opened("ips", **view)
    assert not app.exception
    rates, differences = allowed(seen(edition, view))
    shown = texts(app)
    found = set(PERCENT.findall(shown))
    assert found
    assert found <= rates, f"not a percentage: {found - rates}"
    pairs = POINTS.findall(shown)
    assert len(pairs) >= 4
    named = {number for pair in pairs for number in pair if number}
    assert named <= differences, f"not a difference: {named - differences}"


def test_each_text_has_the_unit_that_was_reviewed() -> None:
    """A new text with a unit is read by a person, and put in one of the two lists."""
    ours = [key for key in sorted(dutch.keys()) if key.startswith(("ips.", "page.ips."))]
    raw = {key: dutch._texts()[key] for key in ours}
    assert {key for key, text in raw.items() if "procentpunt" in text} == OF_POINTS
    percent = re.compile(r"%(?!-interval)|[pP]rocent(?!punt)(?!age)|[pP]ercentage")
    assert {key for key, text in raw.items() if percent.search(text)} == OF_PERCENT
    both = OF_POINTS & OF_PERCENT
    assert both == {"page.ips.band_other", "page.ips.band_point"}


@pytest.mark.parametrize("view", VIEWS)
def test_each_chart_names_one_unit_and_its_labels_carry_no_other(edition: Edition, view: dict[str, str]) -> None:
    app = opened("ips", **view)
    asked_for(app)
    drawn, shown = drawings(edition, view), words(app)
    assert len(drawn) == 8 == len(re.findall(r'class="?sdw-(?:drawing(?! small)|dots)\b', shown))
    for axis, labels in (form for one in drawn for form in labelled(one)):
        of_points, of_percent = "procentpunt" in axis, "procent met werk" in axis
        assert axis and labels
        assert not (of_points and of_percent)
        for label in labels:
            if of_points:
                assert not PERCENT.search(label), label
            else:
                assert "procentpunt" not in label, label


@pytest.mark.rule("units")
def test_a_percentage_cannot_be_written_from_a_difference() -> None:
    with pytest.raises(ValueError, match="percentage"):
        ips.percent(points(7, 3, 11))
    with pytest.raises(ValueError, match="percentage"):
        ips.percent_interval(points(7, 3, 11))
    assert ips.percent(wilson(20, 100)) == "20%"
