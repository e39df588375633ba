"""Every page, with examples, with an empty edition and with one region: it draws, in Dutch, without a traceback."""

from __future__ import annotations

import ast
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.figures import sums
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.frame import first_start, frame
from sdw.dissemination.ui.server import shell as server
from sdw.edition import editions, paths
from sdw.text import dutch
from tests.worlds import edition as world
from tests.worlds.pages import ROOT, Visit, chosen, opened, words
from tests.worlds.patience import LONG
from tests.worlds.shared import Shared

WORLDS = ("examples", "empty", "one_region")
NAMES = [page.name for page in menu.ALL]


@pytest.fixture(scope="module")
def stores(shared: Shared) -> dict[str, Path]:
    return {name: shared(name) for name in WORLDS}


@pytest.fixture(params=WORLDS)
def store(request: pytest.FixtureRequest, stores: dict[str, Path]) -> Iterator[str]:
    with world.store_at(stores[request.param]):
        yield request.param


@pytest.fixture
def examples(stores: dict[str, Path]) -> Iterator[None]:
    with world.store_at(stores["examples"]):
        yield


@pytest.mark.parametrize("page", NAMES)
def test_every_page_draws_in_every_world(store: str, page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert 'role="alert"' not in words(app)
    assert f"<h1>{menu.by_name(page).title}</h1>" in words(app).replace("&#x27;", "'")
    assert "<footer>" in words(app)


@pytest.mark.rule("examples")
@pytest.mark.parametrize("page", NAMES)
def test_the_banner_is_there_exactly_when_there_are_examples(store: str, page: str) -> None:
    invented = store == "examples" and menu.by_name(page).regional
    assert ('data-testid="voorbeeld-banner"' in words(opened(page))) == invented


@pytest.mark.rule("coverage")
def test_the_first_page_says_both_targets_and_their_coverage(examples: None) -> None:
    shown = words(opened("overzicht", periode="2023"))
    assert "31 van de 35 regio" in shown
    assert "ambitie Hoofdzaak } Werk, april 2021 (3.500)" in shown
    assert "doel convenant 2021-2024 (3.500: 35 × 100, afgeleid door ons)" in shown
    assert re.search(
        r"31 van de 35 regio's: ten minste [\d.]+ en hoogstens [\d.]+ \w+\. Dat is ten minste \d+%", shown
    )


@pytest.mark.rule("half_year")
def test_a_half_year_is_never_held_against_the_target_of_a_year(examples: None) -> None:
    shown = words(opened("doelen", periode="2026-H1"))
    assert "Dit is een half jaar" in shown


@pytest.mark.rule("silent_region")
def test_a_region_that_delivered_nothing_is_told_kindly_what_to_do(examples: None) -> None:
    shown = words(opened("regio", regio=world.ABSENT_2023[0], periode="2023"))
    assert "nog geen cijfers aangeleverd" in shown
    assert "invulblad" in shown
    assert "voorbeeld: niet aangeleverd" in shown


def test_the_table_of_35_shows_each_status_in_words(examples: None) -> None:
    shown = words(opened("regiokaart", indicator="duurzaam_geplaatst", periode="2025"))
    assert shown.count("<tr><th>") >= 35
    assert "onbekend" in shown
    assert "afgeschermd" in shown


def test_a_link_that_asks_for_nonsense_gets_sentences_and_a_view(examples: None) -> None:
    app = opened("regiokaart", uitgave="1999-herfst", indicator="<b>", periode="ooit", regio="Atlantis")
    assert not app.exception
    assert words(app).count('class="sdw-note"') == 4
    assert "<b>" not in words(app)


def test_choosing_a_region_puts_it_in_the_link(examples: None) -> None:
    app = chosen(opened("regiokaart"), regio="AM05")
    assert app.query_params["regio"] in ("AM05", ["AM05"])
    assert "Twente" in words(app)


def test_a_choice_that_the_page_does_not_offer_changes_nothing(examples: None) -> None:
    before = words(opened("regiokaart"))
    for wrong in ({"regio": "AM99"}, {"regio": "<script>"}, {"sector": "422400"}, {"uitgave": "1999-herfst"}):
        assert words(chosen(opened("regiokaart"), **wrong)) == before, wrong


def test_several_methods_are_added_up_as_far_as_shown_figures_tell(examples: None) -> None:
    edition = editions.find()
    visit = opened("regio", regio="AM05", periode="2025", methode="ips,jobcoaching")
    found = sums.sum_of(edition, "gestart", "AM05", "2025", methods=("ips", "jobcoaching"))
    assert "IPS en Jobcoaching samen · voorbeeld." in words(visit)
    assert f"Gestarte trajecten<td>{found.words}<" in words(visit)
    [pills] = [one for one in visit.get("button_group") if one.key == "tel_methode"]
    pills.set_value(["ips", "overig"]).run()
    assert visit.query_params["methode"] == "ips,overig"
    assert "IPS en Overig samen" in words(visit)


def test_a_bug_shows_a_number_and_the_log_has_its_traceback(
    examples: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("by accident")

    monkeypatch.setattr(frame, "_footer", broken)
    with caplog.at_level(logging.ERROR, logger="sdw"):
        shown = words(opened("doelen"))
    number = re.search(r"beheerder: ([0-9a-f]{6})\.", shown)
    assert number is not None
    assert "ZeroDivisionError" not in shown
    assert any(number[1] in record.message and record.exc_info for record in caplog.records)


def test_without_an_edition_a_deployment_for_visitors_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.setenv("SDW_PUBLIC", "1")
    app = Visit(ROOT / "dashboard.py", default_timeout=LONG).run()
    assert dutch.say("frame.no_edition_yet") in words(app)


def test_a_first_start_makes_the_first_edition_with_the_command_line_and_shows_it(
    stores: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = stores["examples"] / "editions"
    script = f"import shutil; shutil.copytree({str(ready)!r}, {str(tmp_path / 'editions')!r})"
    monkeypatch.setattr(first_start, "COMMAND", (sys.executable, "-c", script))
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    app = Visit(ROOT / "dashboard.py", default_timeout=LONG).run()
    assert "Waar staan we?" in words(app)
    assert 'role="alert"' not in words(app)


def test_a_first_start_that_fails_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import sys; sys.exit('de schijf is vol')"
    monkeypatch.setattr(first_start, "COMMAND", (sys.executable, "-c", script))
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    shown = words(Visit(ROOT / "dashboard.py", default_timeout=LONG).run())
    assert "python -m sdw start --build-only" in shown
    assert "de schijf is vol" in shown


def test_a_deployment_for_visitors_refuses_to_start_beside_the_private_store(
    stores: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDW_STORE", str(stores["examples"]))
    monkeypatch.setenv("SDW_PUBLIC", "1")
    with pytest.raises(SystemExit, match="bezoekers"):
        server.prepare()
    paths.private_file().rename(paths.private_file().with_suffix(".away"))
    try:
        server.prepare()
    finally:
        paths.private_file().with_suffix(".away").rename(paths.private_file())


def test_the_shell_is_dutch_and_asks_nothing_of_another_host() -> None:
    shell = server.shell()
    assert '<html lang="nl">' in shell
    assert not re.search(r'(?:src|href)="https?://', shell)


def test_one_edition_is_one_link(examples: None) -> None:
    app = opened("overzicht")
    assert app.query_params["uitgave"] in (editions.find().label, [editions.find().label])


@pytest.mark.parametrize("page", NAMES)
def test_a_page_is_a_table_of_contents(page: str) -> None:
    text = (ROOT / "pages" / f"{page}.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert not re.search(r"\bst\.|streamlit|SELECT |duckdb", text)
    tree = ast.parse(text)
    spoken = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value != ast.get_docstring(tree, clean=False)
    ]
    assert not [text for text in spoken if " " in text]


@pytest.mark.parametrize("page", ["regio", "regiokaart"])
def test_every_source_of_the_table_beside_is_named(examples: None, page: str) -> None:
    shown = words(opened(page, regio="AM05", periode="2025"))
    assert "Voorbeeldcijfers, verzonnen" in shown
    assert "CBS 85984NED" in shown
