"""Does a figure still hold? A code with every export, the answer behind it, notes of corrections, and the feed."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import fastexcel
import pytest

from sdw import __main__ as command_line
from sdw.dissemination.blocks import correction_log, plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.exports import workbook
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.record.validity import Verdict
from sdw.dissemination.ui.view import feed, still_valid
from sdw.edition import editions, figures
from sdw.edition.approval import access, notes
from sdw.production.publishing import publish
from sdw.production.store import archive
from tests.worlds import approval, store
from tests.worlds.edition import store_at
from tests.worlds.rooms import got

REGIONS = ("AM01", "AM02", "AM03", "AM05", "AM06")
OLD, NEW = "2026-voorjaar", "2026-najaar"
ATOM = "{http://www.w3.org/2005/Atom}"


def rows(region: str, started: int) -> list[store.Observation]:
    return store.ledger(region, "2025", 140, started, 90, 50)


def fill() -> None:
    for region in REGIONS:
        store.deliver(rows(region, 68), name=f"{region}.csv")
    publish.publish(OLD)
    store.deliver(rows("AM05", 71), name="opnieuw.csv")
    store.deliver(rows("AM02", 75), name="ook.csv")


def noted(*more: str) -> int:
    """Publish the new edition by command, with these notes besides."""
    return command_line.main(["publish", "--label", NEW, *more])


@pytest.fixture
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("SDW_URL", raising=False)
    with store_at(tmp_path / "store"):
        fill()
        yield


def told(code: str) -> str:
    found = validity.answer(code)
    assert found is not None
    return plain.page(Page("x", (still_valid.blocks(found),)))


def one(label: str, region: str = "AM05") -> list[figures.Figure]:
    return list(
        figures.select(
            editions.find(label), "gestart", region=region, period="2025", method="totaal", client_group="totaal"
        )
    )


# ---- codes -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_store")
def test_a_code_is_as_short_as_tells_the_figures_apart() -> None:
    edition = editions.find(OLD)
    every = [figure for name in figures.published(edition) for figure in figures.select(edition, name)]
    assert validity.code(edition, one(OLD)) == "1.gestart.AM05.2025"
    assert validity.code(edition, figures.select(edition, "gestart", period="2025")) == "1d.gestart.alle.2025"
    assert validity.code(edition, figures.select(edition, "gestart")).startswith("1d.gestart")
    assert validity.code(edition, every) == "1d.alle.alle.2025"


@pytest.mark.usefixtures("_store")
def test_every_code_of_an_edition_finds_its_own_figures() -> None:
    edition = editions.find(OLD)
    for name in figures.published(edition):
        for figure in figures.select(edition, name):
            found = validity.answer(validity.code(edition, [figure]))
            if figure.value is not None:
                assert found is not None and figure in [each.then for each in found.judged]


@pytest.mark.usefixtures("_store")
def test_the_newest_edition_holds() -> None:
    assert "68. Dit cijfer geldt nog. Uitgave 2026-voorjaar is de nieuwste." in told("1.gestart.AM05.2025")


@pytest.mark.usefixtures("_store")
def test_what_is_replaced_what_is_corrected_and_what_holds() -> None:
    assert (
        noted(
            "--note", "alle", "AM02 leverde opnieuw.", "--error", "gestart", "groot", "Wij telden drie mensen niet."
        )
        == 0
    )
    lines = {region: told(f"1.gestart.{region}.2025") for region in ("AM01", "AM05")}
    assert "68 → 71" in lines["AM05"] and "was fout en is gecorrigeerd" in lines["AM05"]
    assert "fout van ons (groot): Wij telden drie mensen niet." in lines["AM05"]
    assert "Dit cijfer geldt nog. In de nieuwste uitgave (2026-najaar) is het hetzelfde" in lines["AM01"]
    assert "is vervangen" in told("1.eindstand.AM05.2025")
    found = validity.answer("1")
    assert found is not None
    assert found.count(Verdict.CORRECTED) and found.count(Verdict.REPLACED) and found.count(Verdict.HOLDS)
    assert "Van de" in told("1") and "gecorrigeerd" in told("1")


@pytest.mark.parametrize(
    "code", ["9", "1.bestaatniet", "1.gestart.AM99", "..", "1.gestart.AM05.2025.x.y", "<b>", "2026-zomer"]
)
@pytest.mark.usefixtures("_store")
def test_what_is_no_code_is_not_there(code: str) -> None:
    assert validity.answer(code) is None
    assert got(f"c/{code}")[0] == 404


@pytest.mark.usefixtures("_store")
def test_the_page_is_there_without_a_script_and_the_store_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert noted("--note", "alle", "<b>AM02</b> leverde opnieuw.") == 0
    monkeypatch.setenv("SDW_PUBLIC", "1")
    status, _, body = got("c/1.gestart.AM05.2025")
    page = body.decode()
    assert status == 200 and "68 → 71" in page and "<script" not in page
    assert "&lt;b&gt;AM02&lt;/b&gt;" in page and "<b>AM02" not in page


# ---- in every export ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("_store")
def test_exports_carry_the_code_and_the_address_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = editions.find(OLD)
    book = fastexcel.read_excel(io.BytesIO(workbook.of(edition, one(OLD))).getvalue())
    assert "1.gestart.AM05.2025" in str(book.load_sheet(1).to_arrow().to_pydict())
    (text,) = [data for name, data in whole.files(edition) if name.endswith(".txt")]
    assert "zet c/1d.alle.alle.2025 achter het adres" in text.decode()
    monkeypatch.setenv("SDW_URL", "https://monitor.voorbeeld.nl/")
    (text,) = [data for name, data in whole.files(edition) if name.endswith(".txt")]
    assert "https://monitor.voorbeeld.nl/c/1d.alle.alle.2025" in text.decode()


# ---- notes -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_store")
def test_no_correction_is_published_without_its_note(capsys: pytest.CaptureFixture[str]) -> None:
    assert noted() == 1
    assert "gestart (" in (refused := capsys.readouterr().err) and "--error" in refused
    assert [edition.label for edition in editions.every()] == [OLD]
    assert noted("--note", "gestart", "AM02 leverde opnieuw.") == 1
    assert noted("--error", "gestart", "heel-erg", "x") == 1
    assert noted("--note", "alle", " ") == 1
    assert noted("--note", "alle", "AM02 leverde opnieuw.") == 0
    assert [note.text for note in notes.of(NEW)] == ["AM02 leverde opnieuw."]
    assert f"editions/{NEW}.corrections.jsonl" in archive.files()


@pytest.mark.usefixtures("_store")
def test_an_error_that_is_found_later_is_added_and_what_was_there_stays() -> None:
    assert noted("--note", "alle", "AM02 leverde opnieuw.") == 0
    page = editions.find(NEW)
    assert (
        command_line.main(["correction", NEW, "--error", "gestart", "klein", "Wij namen AM05 verkeerd over."]) == 0
    )
    assert [note.kind.value for note in notes.of(NEW)] == ["herziening", "fout"]
    assert editions.find(NEW) != page, "a page that was kept is made anew"
    assert editions.find(NEW).fact("digest") == page.fact("digest")
    assert command_line.main(["correction", NEW]) == 1
    text = plain.page(Page("x", (correction_log.blocks(tuple(editions.every())),)))
    assert "fout van ons (klein) | Wij namen AM05 verkeerd over." in text and "herziening (klein)" in text
    assert "c/correcties.atom" in text


def test_examples_and_a_first_edition_need_no_note(tmp_path: Path) -> None:
    with store_at(tmp_path / "store"):
        for started in (68, 71):
            for region in REGIONS:
                store.deliver(rows(region, started), origin="voorbeeld", name=f"{region}-{started}.csv")
            assert command_line.main(["publish"]) == 0


# ---- the feed ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_store")
def test_the_feed_is_atom_with_editions_and_corrections(monkeypatch: pytest.MonkeyPatch) -> None:
    assert noted("--note", "alle", "AM02 leverde opnieuw.", "--error", "gestart", "groot", "Telfout & meer.") == 0
    status, _, body = got(f"c/{feed.NAME}")
    assert status == 200
    tree = ET.fromstring(body)
    entries = tree.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) == 4
    assert {entry.find(f"{ATOM}category").get("term") for entry in entries} == {"uitgave", "herziening", "fout"}
    assert all(tree.findtext(f"{ATOM}{name}") for name in ("title", "id", "updated"))
    assert any("Telfout & meer." in (entry.findtext(f"{ATOM}summary") or "") for entry in entries)
    assert body == got(f"c/{feed.NAME}")[2], "nothing of a visit is in it"
    monkeypatch.setenv("SDW_URL", "https://monitor.voorbeeld.nl")
    assert b'href="https://monitor.voorbeeld.nl/c/correcties.atom"' in got(f"c/{feed.NAME}")[2]


# ---- concepts ----------------------------------------------------------------------------------------


def test_nothing_of_a_concept_is_told_until_it_is_public(tmp_path: Path) -> None:
    with store_at(tmp_path / "store"), access.shown(""):
        approval.make(tmp_path / "store")
        approval.submit()
        assert notes.of(approval.CONCEPT) == ()
        assert validity.answer("2") is None and validity.answer(approval.CONCEPT) is None
        assert approval.CONCEPT not in feed.of()
        assert "is hetzelfde" not in told("1.gestart.AM05.2025") and "de nieuwste" in told("1.gestart.AM05.2025")
        for party in ("uwv", "Divosa"):
            assert approval.run("agree", approval.CONCEPT, "--party", party, "--by", "M. de Vries") == 0
        looked = [part for name in ("uwv", "divosa") for part in ("--accept", f"nagekeken-{name}")]
        assert approval.run("conclude", approval.CONCEPT, "--accept", "zonder-levering", *looked) == 0
        assert approval.run("open", approval.CONCEPT) == 0
        assert {note.text for note in notes.of(approval.CONCEPT)} == {"Twente leverde opnieuw."}
        assert "4.321 → 4.567" in told("1.gestart.AM05.2025")
