"""`sdw export pdf` and `sdw export png`: one file each, with a sentence where that cannot be."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import fastexcel
import pytest
from rdflib import Graph

from sdw import __main__ as command_line
from sdw.dissemination.exports.open.table import Table
from sdw.dissemination.exports.open.vocabulary import DCAT
from sdw.dissemination.exports.sheets import everything
from tests.worlds.edition import store_at
from tests.worlds.paper import Document
from tests.worlds.shared import Shared


@pytest.fixture(scope="module", autouse=True)
def _store(shared: Shared) -> Iterator[None]:
    with store_at(shared("shipped")):
        yield


def run(*arguments: str) -> int:
    return command_line.main(["export", *arguments])


@pytest.mark.parametrize(
    ("what", "more", "title"),
    [
        ("regio", ("--region", "Twente"), "Twente"),
        ("stuurgroep", (), "Bundel voor de stuurgroep"),
        ("doelen", (), "Halen de regio's de doelen?"),
    ],
)
def test_a_document_is_written_where_it_is_asked_for(
    tmp_path: Path, what: str, more: tuple[str, ...], title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "stuk.pdf"
    assert run("pdf", "--edition", "2026-najaar", "--what", what, *more, "--out", str(out)) == 0
    assert title in Document(out.read_bytes()).pages[0]
    assert str(out) in capsys.readouterr().err


def test_all_factsheets_are_one_zip_with_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("pdf", "--what", "regios") == 0
    with zipfile.ZipFile(tmp_path / "sdw-2026-najaar-factsheets-voorbeeld.zip") as archive:
        assert len(archive.namelist()) == 35
        assert "sdw-2026-najaar-factsheet-am05-twente-voorbeeld.pdf" in archive.namelist()


def test_open_data_are_a_folder_that_any_web_server_can_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for label in ("2026-voorjaar", "2026-najaar"):
        assert run("open", "--edition", label, "--out", str(tmp_path / "o")) == 0
        assert f"van uitgave {label} geschreven" in capsys.readouterr().err
        told = (tmp_path / "o" / "catalogus.ttl").read_text(encoding="utf-8")
        assert ("catalogus#2026-najaar>" in told) == (label == "2026-najaar")
    with zipfile.ZipFile(tmp_path / "o" / label / "alles.zip") as archive:
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "o" / label / name).read_bytes()
    place = (tmp_path / "o").as_uri()
    said = Graph().parse(data=told, format="turtle", publicID=f"{place}/catalogus.ttl")
    offered = {str(one) for one in said.objects(None, DCAT.downloadURL)}
    there = {one.as_uri() for one in (tmp_path / "o").glob("*/*") if one.name != "leesmij.txt"}
    assert len(offered) > 70 and offered == there


def test_open_data_are_made_once_and_a_folder_that_misses_a_file_is_not_in_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, before = [], Table.rows
    monkeypatch.setattr(Table, "rows", lambda table, edition: made.append(table.name) or before(table, edition))
    (tmp_path / "2026-voorjaar").mkdir()
    assert run("open", "--edition", "2026-najaar", "--out", str(tmp_path)) == 0
    assert made and len(made) == len(set(made))
    assert "catalogus#2026-voorjaar>" not in (tmp_path / "catalogus.ttl").read_text(encoding="utf-8")
    assert "catalogus#2026-najaar>" in (tmp_path / "catalogus.ttl").read_text(encoding="utf-8")


def test_a_picture_of_each_size_is_written(tmp_path: Path) -> None:
    for size in ("1200x627", "1080x1080"):
        out = tmp_path / f"{size}.png"
        assert run("png", "--figure", "verzuim-reeks", "--size", size, "--out", str(out)) == 0
        assert out.read_bytes().startswith(b"\x89PNG")


def test_all_tables_are_one_workbook_the_same_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("xlsx", "--edition", "2026-najaar") == 0
    everything.of.cache_clear()
    assert run("xlsx", "--edition", "2026-najaar", "--out", str(tmp_path / "cijfers.xlsx")) == 0
    made = (tmp_path / "sdw-2026-najaar-alles-voorbeeld.xlsx").read_bytes()
    assert made == (tmp_path / "cijfers.xlsx").read_bytes()
    assert "gestart" in fastexcel.read_excel(made).sheet_names


def test_a_workbook_with_everything_is_of_no_region() -> None:
    assert run("xlsx", "--region", "AM05") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("pdf", "--what", "niets"), "Er is geen document ‘niets’"),
        (("pdf", "--what", "regio"), "Van welke regio?"),
        (("pdf", "--what", "regio", "--region", "Atlantis"), "Deze regio is niet bekend"),
        (("png", "--figure", "niets"), "Er is geen tekening ‘niets’"),
        ((), "In welke map?"),
        (("open",), "In welke map?"),
    ],
)
def test_what_cannot_be_is_told(arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 1
    assert told in capsys.readouterr().err


def test_a_size_that_is_not_offered_is_a_wrong_call() -> None:
    assert run("png", "--figure", "verzuim-reeks", "--size", "1x1") == 2
