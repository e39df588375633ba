"""The page on absence: in every world, for one sector or for all, with every caveat at its figure."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.charts.core.scene import Line, walk
from sdw.dissemination.charts.drawings import absence as drawings
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import screen
from sdw.dissemination.ui.pages.absence import story as ui
from sdw.dissemination.ui.pages.absence import zoom
from sdw.edition import editions
from sdw.indicators import catalogue
from tests.worlds import edition as plain
from tests.worlds.pages import ROOT, Visit, opened, words
from tests.worlds.shared import Shared

#: What each is called here, and among the shared worlds.
WORLDS = {
    "examples": "absence_and_examples",
    "one_region": "absence_and_region",
    "absence_only": "absence",
    "empty": "empty",
}
CHARTS = ("verzuim-reeks", "verzuim-kwartalen", "verzuim-klein", "burnout-jaren", "met-en-zonder")
DOTS = 2


@pytest.fixture(scope="module")
def stores(shared: Shared) -> dict[str, Path]:
    return {name: shared(world) for name, world in WORLDS.items()}


@pytest.fixture
def shown(stores: dict[str, Path]) -> Iterator[None]:
    with plain.store_at(stores["absence_only"]):
        yield


def charts(visit: Visit) -> tuple[str, ...]:
    """The drawings of the page by name, in order."""
    return tuple(re.findall(r'<img src="f/2026-najaar/([a-z-]+)\.svg\?', words(visit)))


@pytest.mark.parametrize("name", WORLDS)
def test_the_page_draws_in_every_world(stores: dict[str, Path], name: str) -> None:
    with plain.store_at(stores[name]):
        page = opened("verzuim")
        assert not page.exception
        assert 'role="alert"' not in words(page)
        assert charts(page) == (() if name == "empty" else CHARTS)
        assert not page.get("plotly_chart")
        assert words(page).count('class="sdw-dots') == (0 if name == "empty" else DOTS)
        assert ("nog geen cijfers over verzuim" in words(page)) == (name == "empty")
        assert "Waarom staat hier geen kaart?" in words(page)


def test_the_series_to_zoom_in_on_is_drawn_when_it_is_opened_and_not_before(shown: None) -> None:
    page = opened("verzuim", sector="Q")
    assert not page.get("plotly_chart")
    page.session_state[zoom.KEY] = True
    page.run()
    assert not page.exception
    (drawn,) = page.get("plotly_chart")
    assert "7,0%*" in drawn.proto.spec


def test_the_list_of_parts_leads_to_each_part(shown: None) -> None:
    told = words(opened("verzuim"))
    places = re.findall(r'<li><a href="#(\w+)">', told)
    assert len(places) == len(set(places)) > 5
    assert [place for place in places if told.count(f"<h2 id={place}>") != 1] == []


@pytest.mark.rule("same_quarter")
def test_the_sentence_on_top_is_that_of_the_newest_quarter(shown: None) -> None:
    told = words(opened("verzuim"))
    assert (
        "In het derde kwartaal van 2025 was het verzuim 5,1%*, 0,2 procentpunt hoger dan een jaar eerder." in told
    )
    assert "Voorlopig cijfer" in told


@pytest.mark.parametrize("asked", ["Q", "422400", "zorg en welzijn"])
def test_a_sector_in_the_link_gives_that_sector(shown: None, asked: str) -> None:
    page = opened("verzuim", sector=asked)
    told = words(page)
    assert "was het verzuim in de sector Zorg en welzijn 7,0%*, 0,1 procentpunt hoger" in told
    assert "In de sector Zorg en welzijn was dat 21,9% (21,1 – 22,8): hoger dan bij alle werknemers." in told
    page.run()  # a name that is new in the URL is set right with the next step
    assert page.query_params["sector"] in ("422400", ["422400"])
    assert charts(page) == CHARTS


def test_a_company_size_reads_as_companies(shown: None) -> None:
    assert "bij bedrijven met 1 tot 10 werkzame personen" in words(opened("verzuim", sector="WP19078"))


def test_nonsense_in_the_link_gets_a_sentence_and_all_sectors(shown: None) -> None:
    told = words(opened("verzuim", sector="tovenaars"))
    assert "Deze sector is niet bekend" in told
    assert "was het verzuim 5,1%" in told


def test_figures_of_others_stand_beside_with_source_and_population(shown: None) -> None:
    told = words(opened("verzuim"))
    for figure in ("+11%", "240 dagen", "300 dagen", "bijna 25%", "ruim een derde", "42%", "51%", "meer dan 50%"):
        assert f"<strong>{figure}</strong>" in told
    assert "bijna 10 maanden" in told
    for source in ("ArboNed / HumanCapitalCare", "UWV via VZinfo", "Kwartaalenquête ziekteverzuim"):
        assert source in told
    assert told.index("Lopende uitkeringen: twee definities") < told.index("Nieuwe uitkeringen (instroom WIA)")


def test_cost_follows_the_number_of_employees_and_says_its_range(shown: None) -> None:
    page = opened("verzuim")
    assert "ongeveer 1.200" in words(page) and "tussen € 240.000 en € 530.000" in words(page)
    page.number_input[0].set_value(10).run()
    assert "ongeveer 120" in words(page)
    assert "aannames van ons" in words(page)


def test_the_moving_year_is_ours_and_says_so(shown: None) -> None:
    edition = editions.find()
    [found] = [one for one in absence.moving_year(edition, "T001081") if one.period == "2020-Q4"]
    assert found.value == pytest.approx(4.75)
    assert "Over 2020 komen wij op 4,75 en het CBS op 4,7" in words(opened("verzuim"))
    assert absence.moving_year(edition, "T001081")[0].period == "1996-Q4"


@pytest.mark.rule("trend")
def test_no_trend_word_and_no_rank_stands_on_the_page(shown: None) -> None:
    told = words(opened("verzuim")).casefold()
    for word in (
        "trend",
        "stijgende lijn",
        "daalt al",
        "neemt toe",
        "neemt af",
        "op plaats",
        "koploper",
        "slechtst",
    ):
        assert word not in told


@pytest.mark.rule("one_source")
def test_each_drawing_has_one_source(shown: None) -> None:
    """Employers' figures and those of the survey never share an axis."""
    edition = editions.find()
    for series in (catalogue.ABSENCE, catalogue.EXHAUSTION, catalogue.ABSENCE_WITH):
        sector = "" if series is catalogue.ABSENCE_WITH else "T001081"
        kind = "quarter" if series is catalogue.ABSENCE else "year"
        assert len({one.source for one in absence.series(edition, series, sector, kind)}) == 1
    assert drawings.broken_from(catalogue.EXHAUSTION) == 2022


def test_a_line_of_the_survey_never_crosses_the_break(shown: None) -> None:
    scene = drawings.complaint_years(View(editions.find(), "verzuim", "", sector="422400"))
    assert scene is not None
    lines = [mark for mark in walk(scene.marks) if isinstance(mark, Line)]
    (rule,) = (line.points[0][0] for line in lines if line.ink == "accent")
    runs = [line for line in lines if line.ink in ("primary", "quiet") and line.width != 1.25]
    assert len(runs) == 4
    for line in runs:
        assert max(x for x, _ in line.points) < rule or min(x for x, _ in line.points) > rule


def test_sectors_stand_from_high_to_low_without_a_number(shown: None) -> None:
    drawing = screen.parts(ui.sectors(View(editions.find(), "verzuim", "", sector="422400"))).split("</ol>")[0]
    values = [float(place) for place in re.findall(r"<b class=full style=--x:([\d.]+)>", drawing)]
    assert values == sorted(values, reverse=True)
    labels = re.findall(r"<li[^>]*><span>(.*?)</span>", drawing)
    assert len(labels) == len(values) > 10
    assert labels[0] == "Zorg en welzijn"
    assert re.findall(r'<li class="me"[^>]*><span>(.*?)</span>', drawing) == ["Zorg en welzijn"]
    assert not any(label[0].isdigit() for label in labels)


def test_a_sector_without_a_figure_is_left_out_of_the_row_of_dots(shown: None) -> None:
    rows = absence.side_by_side(editions.find(), catalogue.EXHAUSTION, absence.SECTION, "year")
    assert "440900" not in {row.now.sector for row in rows}


@pytest.mark.parametrize(
    ("difference", "told"),
    [
        (0.2, "0,2 procentpunt hoger dan een jaar eerder"),
        (-0.1, "0,1 procentpunt lager dan een jaar eerder"),
        (0.0, "gelijk aan een jaar eerder"),
    ],
)
def test_a_difference_of_percentages_is_in_percentage_points(difference: float, told: str) -> None:
    assert sentences.versus(difference) == told


@pytest.mark.rule("told_apart")
def test_intervals_that_overlap_cannot_be_told_apart(shown: None) -> None:
    edition = editions.find()
    total = absence.newest(edition, catalogue.EXHAUSTION, "T001081", "year")
    verdicts = {
        row.now.sector: sentences.verdict(row.now, total.now)
        for row in absence.side_by_side(edition, catalogue.EXHAUSTION, absence.SECTION, "year")
    }
    assert verdicts["419000"] == "hoger dan bij alle werknemers"
    assert verdicts["350000"] == "lager dan bij alle werknemers"
    for close in ("354200", "391600", "307500"):  # a value above or below, but the intervals share a part
        assert verdicts[close] == "niet te onderscheiden van alle werknemers"


def test_the_names_of_sectors_do_not_import_the_readers() -> None:
    """pyarrow and numpy take half a second on a first visit; only reading a table needs them."""
    modules = ("frame.frame", "pages.absence.story", "pages.absence.burn_out")
    loaded = ", ".join(f"sdw.dissemination.ui.{name}" for name in modules)
    asked = f"import sys, {loaded}; print({{'pyarrow', 'numpy'}} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
