"""The word "voorbeeld" goes with every invented number; the two real numbers among them are marked as real."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.charts.drawings import maps
from sdw.dissemination.exports import dutch_csv, explanation
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.pages.map import map_page
from sdw.edition import editions, figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.production.publishing import publish
from sdw.reference.documents import real_in_examples
from tests import ROOT
from tests.worlds import edition as world
from tests.worlds import ips_edition, store
from tests.worlds.figures import figure
from tests.worlds.pages import opened, words
from tests.worlds.reading import tables
from tests.worlds.shared import Shared

REGIONAL = ["overzicht", "regiokaart", "doelen", "regio"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Examples of every region over years, and Twente 2022 with its two published numbers."""
    made = tmp_path_factory.mktemp("voorbeeld")
    with world.store_at(made):
        store.deliver(world.context(), dataset="context", origin="openbaar", name="context.csv")
        twente = [
            *store.ledger("AM05", "2022-H1", 68, 25, 8, 12, method="totaal", client_group="totaal"),
            *store.ledger("AM05", "2022-H2", 85, 26, 9, 13, method="totaal", client_group="totaal"),
        ]
        store.deliver(twente, origin="voorbeeld", name="twente.csv")
        store.deliver(world.trajectories(), origin="voorbeeld", name="voorbeeld.csv", warnings=[world.IMBALANCE])
        publish.publish("2026-najaar")
    return made


@pytest.fixture
def examples(folder: Path) -> Iterator[None]:
    with world.store_at(folder):
        yield


def test_b12_a_spoken_number_says_that_it_is_an_example() -> None:
    assert wording.spoken(figure(97, origin="voorbeeld")) == "97 trajecten (voorbeeld)"
    assert wording.spoken(figure(97)) == "97 trajecten"
    assert wording.aside(figure(97, origin="voorbeeld", region="NL", delivered=(31, 35))) == (
        "voorbeeld; 31 van de 35 regio's"
    )


@pytest.mark.rule("examples")
@pytest.mark.parametrize("page", REGIONAL)
def test_b12_tiles_sentences_titles_and_captions_carry_the_word(examples: None, page: str) -> None:
    shown = words(opened(page, periode="2025", regio="AM05"))
    with_number = re.compile(r"\d")
    tiles = re.findall(r"<section class=\"sdw-tile[^>]*><h3>(.*?)</h3><p class=\"figure\"><strong>(.*?)<", shown)
    told = ("· voorbeeld", "· echt cijfer")
    assert all(any(word in label for word in told) for label, value in tiles if with_number.search(value)), tiles
    leads = re.findall(r"<p class=\"?sdw-lead\"?>(.*?)</p>", shown)
    assert leads and all("oorbeeld" in lead for lead in leads)
    captions = [one.caption for one in tables(shown) if one.caption]
    assert all("oorbeeld" in caption for caption in captions), captions
    titles = re.findall(r"<h3>([^<]*)</h3><p class=sdw-quiet>[^<]*</p><table class=\"sdw-table sdw-bullets", shown)
    assert all("voorbeeld" in title for title in titles)


@pytest.mark.parametrize("page", REGIONAL)
def test_b12_every_generated_paragraph_with_a_figure_carries_the_word(examples: None, page: str) -> None:
    """Sentences of the list of what needs attention, of the ledger and of the comparison too."""
    shown = words(opened(page, periode="2025-H1", regio="AM02"))
    about = (
        "De telling",
        "Lager dan landelijk",
        "Hoger dan",
        "Niet te onderscheiden",
        "aangeleverd:",
        "aantallen gestarte",
    )
    told = re.findall(r"<(?:p|li)[^>]*>([^<]*)<", shown)
    told = [text for text in told if any(word in text for word in about) and "sterretje" not in text]
    assert all("oorbeeld" in text for text in told), told


def test_b12_the_map_says_it_in_its_name_in_its_values_and_in_its_legend(examples: None) -> None:
    drawing = map_page.payload(View(editions.find(), "gestart", "2025"), "kaart", "kwantielen", False)
    assert drawing["example"] == "voorbeeld"
    assert drawing["unit"] == "trajecten (voorbeeld)"
    (row,) = [one for one in maps.rows([figure(176, origin="voorbeeld", region="AM01")]) if one.code == "AM01"]
    assert row.accessible.startswith("Groningen: 176 trajecten (voorbeeld)")
    script = (ROOT / "static" / "region_map" / "map.js").read_text(encoding="utf-8")
    assert "data.example" in script.partition('setAttribute("aria-label", [main')[2][:120]


def real(edition_figures: list[Figure]) -> dict[tuple[str, str], float | None]:
    return {(one.indicator, one.period): one.value for one in edition_figures if one.real is not None}


def test_b12_the_two_real_numbers_of_twente_are_marked_as_real_in_their_own_definition(examples: None) -> None:
    edition = editions.find()
    every = [
        one for name in ("eindstand", "duurzaam_geplaatst", "gestart") for one in figures.select(edition, name)
    ]
    assert real(every) == {
        ("eindstand", "2022"): 102,
        ("eindstand", "2022-H2"): 102,
        ("duurzaam_geplaatst", "2022"): 25,
    }
    found = {one.indicator: one for one in every if one.real is not None and one.period == "2022"}
    assert wording.shown(found["eindstand"]) == "102‡"
    assert "mensen in begeleiding" in wording.notes([found["eindstand"]])
    assert "aan het werk" in wording.notes([found["duurzaam_geplaatst"]])
    assert "oorbeeld." not in wording.notes(found.values())
    assert "WerV" in found["eindstand"].source and "verzonnen" not in found["eindstand"].source
    assert real_in_examples.at("duurzaam_geplaatst", "AM05", "2023") is None


def test_b12_a_page_with_a_real_number_does_not_call_it_invented(examples: None) -> None:
    shown = words(opened("regio", regio="AM05", periode="2022"))
    assert "25‡" in shown and "102‡" in shown
    banner = shown.partition('data-testid="voorbeeld-banner"')[2].partition("</p>")[0]
    assert "‡" in banner and "echt" in banner
    started = selections.figure(View(editions.find(), "gestart", "2022"), catalogue.STARTED, "AM05")
    durable = selections.figure(View(editions.find(), "gestart", "2022"), catalogue.DURABLE, "AM05")
    assert progress.region("Twente", started, durable).startswith(
        "Twente in 2022: gestart 51 trajecten (voorbeeld), duurzaam aan het werk 25‡ mensen "
        "(echt getal: ‘aan het werk’)."
    )


@pytest.mark.rule("examples")
def test_b12_files_mark_each_line(examples: None) -> None:
    edition = editions.find()
    shown = figures.select(edition, "eindstand", region="AM05", period="2022")
    (line,) = csv.DictReader(io.StringIO(dutch_csv.of(shown).decode("utf-8-sig")), delimiter=";")
    assert line["Herkomst"] == "echt getal in een voorbeeldreeks"
    every = figures.select(edition, "eindstand")
    about = {line.title: line.text for line in explanation.of(edition, every)}
    assert "102 mensen in begeleiding" in about["Voorbeeld"]
    invented = figures.select(edition, "gestart", region="AM05", period="2022", method="totaal")
    (line, *_) = csv.DictReader(io.StringIO(dutch_csv.of(invented).decode("utf-8-sig")), delimiter=";")
    assert "verzonnen" in line["Herkomst"]


def test_b12_delivered_figures_never_get_the_word() -> None:
    plain = figure(97)
    assert wording.example([plain]) == wording.notes([plain]) == ""
    assert json.dumps(wording.spoken(plain)) == '"97 trajecten"'


def test_b12_titles_captions_and_notes_of_invented_outcomes_carry_the_word(shared: Shared) -> None:
    with world.store_at(shared("outcomes")):
        shown = words(opened("ips", maanden="12", regio=ips_edition.HIGH))
    captions = [one.caption for one in tables(shown) if any(re.search(r"\d", "".join(row)) for row in one.rows[1:])]
    invented = [caption for caption in captions if "percentage met werk" in caption]
    assert len(invented) >= 2 and all("Voorbeeld." in caption for caption in invented)
    titles = re.findall(r"<h[23][^>]*>([^<]*(?:\d+%|procentpunt|van de \d+ regio)[^<]*)<", shown)
    ours = [
        title for title in titles if "andere methode" in title or "gelijke regio" in title or "regio's met" in title
    ]
    assert ours and all("voorbeeld" in title for title in ours), ours


@pytest.mark.parametrize("theme", ["ao_per_1000_15_64", "inwoners"])
def test_what_is_real_on_a_page_with_examples_says_so_with_its_source(examples: None, theme: str) -> None:
    shown = words(opened("regiokaart", indicator=theme))
    source = figures.of_regions(editions.find(), theme, "2024")[0].cited.texts[0]
    assert f"Echt cijfer, geen voorbeeld. Bron: {html.escape(source)}." in shown.replace("&#x27;", "&#39;")
    drawn = maps.scene(View(editions.find(), theme, "2024"))
    assert drawn is not None and drawn.title.endswith("· echt cijfer")
    beside = next(one.caption for one in tables(shown) if one.caption.startswith("Alle cijfers van"))
    assert "Trajecten: voorbeeld. De andere zijn echte cijfers" in beside


def test_the_first_page_tells_invented_from_real_part_by_part(examples: None) -> None:
    shown = words(opened("overzicht"))
    need, others = shown.partition("Om wie kan het gaan?")[2].partition(
        "Vijf bevindingen van anderen · echt cijfer"
    )[::2]
    labels = re.findall(r"<h3>(.*?)</h3>", need)
    assert len(labels) == 2 and all(label.endswith("· echt cijfer") for label in labels)
    assert (
        need.count("Bron: ") == 2 and "voorbeeld" not in need and "voorbeeld" not in others.partition("<footer>")[0]
    )
    assert "Echt cijfer" not in words(opened("regiokaart", indicator="gestart"))


def test_a_page_of_real_figures_alone_has_no_banner_of_examples(examples: None) -> None:
    assert "voorbeeld-banner" not in words(opened("verzuim"))
    assert "Echte cijfers, gepubliceerd en gecontroleerd" in words(opened("ips"))
