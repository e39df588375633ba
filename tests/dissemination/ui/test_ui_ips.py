"""The IPS page: layers that never mix, what may be quoted, and no figure that may not be shown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import ips
from sdw.dissemination.ui.pages.ips import tables
from sdw.dissemination.ui.pages.progress import of_others
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.reference.documents import findings
from sdw.text import dutch
from tests.worlds import edition as world
from tests.worlds import ips_edition
from tests.worlds.ips_page import VIEWS, drawings, texts
from tests.worlds.pages import opened, words
from tests.worlds.shared import Shared


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


@pytest.mark.parametrize("view", VIEWS)
def test_the_layers_share_no_drawing_and_each_has_how_to_read(edition: Edition, view: dict[str, str]) -> None:
    shown = words(opened("ips", **view))
    drawn = drawings(edition, view)
    assert len({one.scene.title if isinstance(one, Chart) else one.make().title for one in drawn}) == len(drawn)
    for layer in ("research", "regions", "equal", "scenario"):
        assert dutch.say(f"page.ips.title_{layer}") in html.unescape(shown)
    assert shown.count(dutch.say("frame.how_to_read")) >= len(drawn)


def test_the_page_says_why_outcomes_are_no_effect_and_what_cannot_be_made_equal() -> None:
    shown = texts(opened("ips"))
    for key in ("regions_why", "equal_cannot", "funnel_read_no_ranks"):
        assert dutch.say(f"page.ips.{key}") in shown
    assert ips.about("scenario") in shown
    assert "niet te onderscheiden van landelijk" in shown
    for causal in ("dankzij IPS", "komt door IPS", "werkt beter", "beste regio", "ranglijst"):
        assert causal not in shown


def test_a_region_of_three_people_shows_no_rate(edition: Edition) -> None:
    for months in ips_edition.MONTHS:
        lens = Lens(edition, "werk_12u", months, region=ips_edition.TINY)
        assert outcomes.of_regions(lens)[ips_edition.TINY].estimate is None
        sentence = texts(opened("ips", regio=ips_edition.TINY, maanden=str(months)))
        assert f"{regions.name_of(ips_edition.TINY)}: afgeschermd" in sentence


@pytest.mark.rule("no_ranking")
def test_a_region_outside_the_limits_is_named_without_a_rank(edition: Edition) -> None:
    shown = texts(opened("ips", regio=ips_edition.HIGH))
    assert re.search(rf"{regions.name_of(ips_edition.HIGH)}: \d+% van .* boven de grenzen\.", shown)


@pytest.mark.rule("young_groups")
def test_a_cohort_that_is_too_young_is_hatched_and_in_no_total(edition: Edition) -> None:
    table = tables.cohorts(Lens(edition, "werk_12u", 12))
    young = [cell for row in table.rows for cell in row[1:] if getattr(cell, "kind", "") == "y"]
    assert young
    assert {cell.text for cell in young} == {"te jong"}  # type: ignore[union-attr]


def test_without_outcomes_the_evidence_stays_and_the_rest_says_so(shared: Shared) -> None:
    with world.store_at(shared("empty")):
        app = opened("ips", maanden="12")
        assert not app.exception
        shown = texts(app)
    assert "nog geen uitkomsten gepubliceerd" in shown
    assert "3,7 tot 7,5 procentpunt" in shown


@pytest.mark.rule("threshold")
@pytest.mark.parametrize("measure", sorted(evidence.THRESHOLDS))
@pytest.mark.parametrize("group", ["totaal", "uwv", "gemeente", "overig"])
def test_b6_what_may_be_quoted_says_of_whom_and_how_in_the_same_sentence(
    edition: Edition, measure: str, group: str
) -> None:
    """Vukadin et al. (2024): people with a severe disorder and a benefit of UWV, matched and not randomised."""
    lens = Lens(edition, measure, 12, group)
    study = evidence.dutch(measure)
    quotable = ips.cards(lens, outcomes.pair(lens), None)[0]
    claims = [
        ips.message(lens),
        f"{quotable.figure} {quotable.about}",
        f"{ips.band_title(measure)}: {ips.band_subtitle(lens)}",
    ]
    for claim in claims:
        assert f"{dutch.number(study.lowest.value, 1)} tot {dutch.number(study.highest.value, 1)}" in claim
        first = claim.replace("e.a.", "").split(". ")[0] if claim is not claims[2] else claim
        for said in (
            "ernstige psychische aandoening",
            "uitkering van UWV",
            "loting",
            ips.threshold(measure),
        ):
            assert said in first, claim
        assert ("niet gemeten" in first) == (group in ("gemeente", "overig"))
    assert quotable.about.count(".") == 1
    assert "dit kunt u aanhalen" in quotable.about


def test_b6_every_place_of_the_claim_says_of_whom_and_how() -> None:
    """The page with a client group outside the study, the first page, and the account of all findings."""
    shown = texts(opened("ips", doelgroep="gemeente"))
    assert shown.count("voor klanten van de gemeente is dit niet gemeten") == 3
    assert "Dit kunt u aanhalen." not in shown
    shown_first = of_others._ips_finding()
    assert shown_first.figure == "3,7 tot 7,5 procentpunt"
    for said in ("12 uur per week", "ernstige psychische aandoening", "uitkering van UWV", "niet door loting"):
        assert said in shown_first.statement
    for finding in findings.ALL:
        if finding.topic == "ips_studie_uwv" and finding.unit == "procentpunt":
            for said in ("ernstige psychische", "uitkering van UWV", "niet door loting verdeeld", "ten minste 1"):
                assert said in finding.statement, finding.id


def test_no_word_of_the_trade_on_the_page() -> None:
    shown = texts(opened("ips"))
    for word in ("Mantel", "caseload", "benchmark", "fair fidelity", "r = 0,34", "voorspellingsinterval", "funnel"):
        assert word not in shown
