"""What a concept shows differently: exactly what changed, old beside new, for who may read it alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.agreeing import differences, page, whole
from sdw.edition import editions
from sdw.edition.approval import access, compared, standing
from sdw.edition.approval.compared import Difference
from sdw.production.publishing import publish
from sdw.text.errors import UserError
from tests.worlds import approval as world
from tests.worlds.approval import CONCEPT, KNOWN, PUBLIC, SECRET, run

TODAY = dt.date(2026, 11, 28)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("opslag")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SDW_STORE", str(folder))
        for name in ("SDW_EDITION", "SDW_PUBLIC", "SDW_PREVIEW"):
            patched.delenv(name, raising=False)
        world.make(folder)
        world.submit()
        yield folder


@pytest.fixture(scope="module")
def found(store: Path) -> tuple[Difference, ...]:
    with access.as_steward():
        older, listed = compared.of(CONCEPT, standing.of(CONCEPT).compared)
    assert older == PUBLIC
    return listed


def dotted(value: int) -> str:
    return f"{value:_}".replace("_", ".")


def test_every_page_of_the_menu_is_compared() -> None:
    assert list(whole.PAGES) == [one.name for one in menu.ALL]


def test_the_list_holds_what_changed_old_beside_new(found: tuple[Difference, ...]) -> None:
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert len({one.id for one in found}) == len(found)
    was, now = dotted(KNOWN), dotted(SECRET)
    regional = [one for one in found if one.kind == "text" and was in one.old]
    assert regional and all(
        now in one.new and one.old.replace(was, now) == one.new for one in regional if "|" not in one.old
    )
    drawings = {one.new.split("/")[2].split(".")[0] for one in found if one.kind == "drawing"}
    assert {"overzicht-doelen", "overzicht-kaart", "bereik", "doelen", "doelen-jaren", "regio-jaren"} <= drawings
    assert "verzuim-reeks" not in drawings  # the same in both
    for one in found:
        if one.kind == "drawing":
            assert one.old.startswith(f"f/{PUBLIC}/") and one.new == one.old.replace(PUBLIC, CONCEPT)
    assert {one.region for one in found if one.kind == "drawing" and one.page == "regio"} == {"AM05"}


def test_what_is_on_no_list_is_the_same_in_both(found: tuple[Difference, ...]) -> None:
    """Every line of every page of the concept stands in the old page too, or is told of."""
    with access.as_steward():
        newer, older = editions.find(CONCEPT), editions.find(PUBLIC)
        before = {key[:2]: key[2] for key in whole.pages(older, (older,), TODAY)}
        told = {line for one in found for line in one.new.split("\n")}
        told_cells = {cell for line in told for cell in line.split(" | ")}
        for name, region, content in whole.pages(newer, (newer, older), TODAY):
            was = set(_plain(before[name, region], PUBLIC))
            for line in _plain(content, CONCEPT):
                if line not in was and line not in {one.replace(CONCEPT, "…") for one in told}:
                    assert all(cell in told_cells for cell in set(line.split(" | ")) - _cells(was)), (name, line)


def _plain(content: object, label: str) -> list[str]:
    return [line.replace(label, "…") for line in differences._lines(content)]  # type: ignore[arg-type]


def _cells(lines: set[str]) -> set[str]:
    return {cell for line in lines for cell in line.split(" | ")}


def test_an_edition_that_changes_nothing_shows_nothing_else_but_that_it_is_new(store: Path) -> None:
    with access.as_steward():
        again = publish.publish("2026-weer")
        public = editions.find(CONCEPT)
        same = differences._between(public, (public,), again, (again, public), TODAY)
    assert not [one for one in same if one.kind == "drawing"]
    assert {one.page for one in same} <= {"overzicht", "gegevens", "verantwoording", "regio", "stuurgroep"}
    assert not [one for one in same if dotted(SECRET) in one.old + one.new and one.page != "gegevens"]
    assert run("withdraw", "2026-weer", "--text", "alleen om te zien") == 0


def test_only_who_may_read_the_concept_gets_the_list(store: Path, found: tuple[Difference, ...]) -> None:
    digest = standing.of(CONCEPT).compared
    with pytest.raises(UserError):
        compared.of(CONCEPT, digest)
    assert page._page("", CONCEPT) is None
    token = world.link("voorzitter")
    shown = page._page(token, CONCEPT)
    assert shown is not None and "voor voorzitter (link 1)" in shown
    assert dotted(SECRET) in shown and dotted(KNOWN) in shown
    assert page._page(token, PUBLIC) is None
    world.revoke("1")
    assert page._page(token, CONCEPT) is None


def test_parties_tick_what_they_looked_at_and_what_they_did_not_is_a_warning(
    store: Path, found: tuple[Difference, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("tick", CONCEPT, "--party", "uwv", "--items", "1-2,4") == 0
    assert standing.of(CONCEPT).ticks == {"uwv": {found[0].id, found[1].id, found[3].id}}
    for wrong in ("0", "x", f"{len(found) + 1}", "4-", "", "1-9999999"):
        assert run("tick", CONCEPT, "--party", "uwv", "--items", wrong) == 1
    for party in ("uwv", "divosa"):
        assert run("agree", CONCEPT, "--party", party) == 0
    capsys.readouterr()
    assert run("check", CONCEPT) == 0
    told = capsys.readouterr().err
    assert f"UWV heeft {len(found) - 3} van de {len(found)} verschillen niet nagekeken" in told
    assert run("tick", CONCEPT, "--party", "uwv", "--items", "alles") == 0
    capsys.readouterr()
    assert run("check", CONCEPT) == 0
    told = capsys.readouterr().err
    assert "nagekeken-divosa" in told and "nagekeken-uwv" not in told
    assert run("differences", CONCEPT) == 0
    assert capsys.readouterr().out.count("\n") > len(found)


def test_a_list_that_was_changed_is_refused(store: Path) -> None:
    path, digest = compared.path_of(CONCEPT), standing.of(CONCEPT).compared
    whole_list = path.read_text(encoding="utf-8")
    told = json.loads(whole_list)
    told["differences"] = told["differences"][1:]
    path.write_text(json.dumps(told), encoding="utf-8")
    with access.as_steward(), pytest.raises(UserError, match="veranderd"):
        compared.of(CONCEPT, digest)
    path.write_text(whole_list, encoding="utf-8")


def test_what_the_one_edition_does_not_have_says_so(store: Path, found: tuple[Difference, ...]) -> None:
    with access.as_steward():
        gone = [replace(one, old="") for one in found[:3]]
        assert page.of(editions.find(CONCEPT), PUBLIC, gone, standing.of(CONCEPT)).count("Staat er niet.") == 3
