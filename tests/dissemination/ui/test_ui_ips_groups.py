"""Comparing on the IPS page: studies, regions around the nation, and equal groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.dissemination.blocks.model import Heading, Paragraph
from sdw.dissemination.charts.core.scene import Circle, walk
from sdw.dissemination.charts.drawings import ips_regions
from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.outcomes import Comparison, Lens
from sdw.dissemination.figures.sentences import ips
from sdw.dissemination.ui.pages.ips import outcomes as ips_outcomes
from sdw.dissemination.ui.pages.ips import tables
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.text import dutch
from tests.worlds import edition as world
from tests.worlds.ips_page import texts, view_of
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


def test_the_raw_rate_stays_beside_the_pooled_one(edition: Edition) -> None:
    lens = Lens(edition, "werk_12u", 12)
    found = ips_regions.around_nation(lens)
    assert found is not None
    table = tables.of_regions(found, lens)
    assert len(table.rows) == len(regions.CODES)
    raw, pooled = (
        table.head.index("zoals geleverd"),
        table.head.index("rekening houdend met kleine aantallen (95%-interval)"),
    )
    assert raw < pooled
    scene = ips_regions.funnel_of(lens, pooled=True)
    assert scene is not None
    circles = [mark for mark in walk(scene.marks) if isinstance(mark, Circle)]
    regional = [mark for mark in circles if mark.key]
    assert len(regional) == len(circles) - len(regional) == len(found.pooled)


def test_b4_the_funnel_says_over_how_many_regions(edition: Edition) -> None:
    lens = Lens(edition, "werk_12u", 12)
    found = ips_regions.around_nation(lens)
    assert found is not None
    have = len(found.pooled)
    assert 0 < have < len(regions.CODES)
    title, subtitle = ips_outcomes.regions(view_of(edition, {}))
    assert isinstance(title, Heading) and isinstance(subtitle, Paragraph)
    assert f"; {have} van de 35 regio's." in subtitle.words


def test_no_pooling_of_our_own_under_five_trials() -> None:
    assert set(evidence.poolable()) == {"burns2007", "bejerholm2015"}
    assert evidence.own_pooling() is None
    assert "Nu zijn dat er twee" in texts(opened("ips"))


def test_two_results_of_one_cohort_are_one_trial_at_most() -> None:
    for measure in evidence.THRESHOLDS:
        shown = [study.study for study, _ in evidence.differences(measure)]
        assert shown.count(evidence.DUTCH) == 2
    assert evidence.DUTCH not in evidence.poolable()


def test_rates_without_an_interval_are_never_in_the_forest() -> None:
    forest = {study.id for study, _ in (*evidence.differences("werk_12u"), *evidence.ratios())}
    assert forest.isdisjoint(study.id for study in evidence.rates_only())


def comparison(crude: Estimate, adjusted: Estimate, usable: float) -> Comparison:
    return Comparison(crude, adjusted, usable, None, None, 0)


@pytest.mark.parametrize(
    ("adjusted", "usable", "headline"),
    [
        (points(6, 2, 10), 90, True),
        (points(1, -3, 5), 90, True),
        (points(0.9, -3, 5), 90, False),
        (points(6, 2, 10), 69, False),
    ],
)
def test_no_headline_where_the_two_differ_or_few_can_be_compared(
    adjusted: Estimate, usable: float, headline: bool
) -> None:
    found = comparison(points(6, 2, 10), adjusted, usable)
    assert found.headline is headline
    assert ("procentpunt" in ips.equal_title(found)) is headline


def test_a_number_needed_only_where_the_interval_excludes_zero() -> None:
    sure = " ".join(ips.equal_notes(comparison(points(6, 2, 10), points(5, 2, 8), 90)))
    unsure = " ".join(ips.equal_notes(comparison(points(6, 2, 10), points(5, -1, 11), 90)))
    assert "bij elke 20 mensen" in sure
    assert "bij elke" not in unsure
    assert dutch.say("page.ips.equal_no_needed") in unsure


def test_b7_the_true_difference_of_a_next_region_is_not_what_that_region_measures(edition: Edition) -> None:
    found = outcomes.comparison(Lens(edition, "werk_12u", 12))
    assert found is not None and found.mean is not None and found.prediction is not None
    assert found.measured is not None
    true, measured = ips.next_region(found)
    assert "het werkelijke verschil (zonder correctie voor doelgroep) naar verwachting tussen" in true
    assert dutch.number(found.prediction.low, 1) in true
    assert f"{dutch.number(found.measured.ips)} mensen met IPS" in measured
    assert dutch.number(found.measured.interval.high, 1) in measured
    assert found.measured.interval.low < found.prediction.low < found.prediction.high < found.measured.interval.high


def test_b7_the_mean_that_is_not_adjusted_stands_under_without_correction(edition: Edition) -> None:
    found = outcomes.comparison(Lens(edition, "werk_12u", 12))
    assert found is not None
    assert [row.name for row in ips_regions.equal(found).rows] == [
        "Zonder correctie: iedereen samen",
        f"Zonder correctie: gemiddelde over {found.regions} regio's",
        "Bij gelijke regio en doelgroep",
    ]
    one = outcomes.comparison(Lens(edition, "werk_12u", 12, "uwv"))
    assert one is not None
    assert ips.mean_label(one) == f"Gemiddelde over {one.regions} regio's"
    assert "doelgroep" not in ips.next_region(one)[0]


def test_b7_an_edition_from_before_says_nothing_of_what_a_region_measures() -> None:
    found = Comparison(
        points(6, 2, 10), points(5, 2, 8), 90, points(6, 3, 9), Interval(3, 9, Unit.PERCENTAGE_POINT), 9
    )
    assert len(ips.next_region(found)) == 1


def test_page_and_drawing_say_that_a_figure_is_of_an_older_edition(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, lens = view_of(edition, {}), Lens(edition, "werk_12u", 12)
    rates, difference = (dutch.say(f"page.ips.carried_over_{name}") for name in ("rates", "difference"))
    pairs, found, around = (
        outcomes.over_months(lens),
        outcomes.comparison(lens),
        ips_regions.around_nation(lens),
    )
    assert found is not None and around is not None

    def told() -> tuple[list[str], list[str]]:
        """What stands under the titles on the page, and under those of the drawings."""
        parts = (*ips_outcomes.nation(view), ips_outcomes.regions(view), *ips_outcomes.equal(view))
        quiet = [one.words for part in parts for one in part if isinstance(one, Paragraph) and one.quiet]
        scenes = (ips_regions.over_months_of(lens), ips_regions.funnel_of(lens), ips_regions.equal_of(lens))
        return quiet, [scene.subtitle for scene in scenes if scene]

    plain, drawn = told()
    assert plain == drawn and len(plain) == 3 and not any(rates in one or difference in one for one in plain)
    older = {code: replace(rate, is_carried_over=True) for code, rate in around.rates.items()}
    kept = [replace(one, ips=replace(one.ips, is_carried_over=True)) for one in pairs]
    monkeypatch.setattr(outcomes, "over_months", lambda _: tuple(kept))
    monkeypatch.setattr(outcomes, "comparison", lambda _: replace(found, is_carried_over=True))
    monkeypatch.setattr(ips_regions, "around_nation", lambda _: replace(around, rates=older))
    marked, drawn = told()
    assert marked == drawn == [f"{plain[0]}{rates}", f"{plain[1]}{rates}", f"{plain[2]}{difference}"]
