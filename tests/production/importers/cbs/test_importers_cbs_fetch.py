"""Rules: the newest edition is fetched whole or not at all, and no network is said in plain Dutch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import requests

from sdw.exchange import limits
from sdw.exchange.pool import readers
from sdw.exchange.table_result import Identity
from sdw.production.importers.cbs import fetch
from sdw.text.errors import UserError
from tests.worlds import cbs as world


def from_world(table_id: str, *, dir: str, typed: bool, timeout: tuple[int, int]) -> None:  # noqa: A002
    """What cbsodata does: writes every part of the table as JSON."""
    assert typed and all(seconds > 0 for seconds in timeout)
    world.write_json(Path(dir), world.parts())


def failing(error: Exception) -> Any:
    def download(*args: Any, **kwargs: Any) -> None:
        (Path(kwargs["dir"])).mkdir(parents=True)
        (Path(kwargs["dir"]) / "TableInfos.json").write_text("[]")
        raise error

    return download


def test_a_table_is_fetched_read_and_put_in_its_folder(tmp_path: Path) -> None:
    table = fetch.fetch("99999NED", tmp_path / "99999NED", readers().identify, download=from_world)
    assert table.table == "99999NED"
    assert (tmp_path / "99999NED" / "TypedDataSet.json").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["99999NED"]


def test_a_newer_edition_takes_the_place_of_the_older(tmp_path: Path) -> None:
    folder = tmp_path / "99999NED"
    folder.mkdir()
    (folder / "oud.txt").write_text("oud")
    fetch.fetch("99999NED", folder, readers().identify, download=from_world)
    assert not (folder / "oud.txt").exists()


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (requests.ConnectionError("no route"), "cbs.fetch_network"),
        (requests.Timeout("slow"), "cbs.fetch_network"),
        (requests.HTTPError("404 Client Error"), "cbs.fetch_unknown"),
        (requests.HTTPError("503 Server Error"), "cbs.fetch_answer"),
        (requests.exceptions.JSONDecodeError("no", "", 0), "cbs.fetch_answer"),
        (KeyError("value"), "cbs.fetch_answer"),
    ],
)
def test_what_goes_wrong_is_said_and_changes_nothing(error: Exception, key: str, tmp_path: Path) -> None:
    folder = tmp_path / "99999NED"
    folder.mkdir()
    (folder / "oud.txt").write_text("oud")
    with pytest.raises(UserError) as caught:
        fetch.fetch("99999NED", folder, readers().identify, download=failing(error))
    assert caught.value.key == key
    assert [path.name for path in tmp_path.iterdir()] == ["99999NED"]
    assert (folder / "oud.txt").read_text() == "oud"


def test_an_answer_that_is_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        fetch.fetch("88888NED", tmp_path / "88888NED", readers().identify, download=from_world)
    assert caught.value.key == "cbs.fetch_answer"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("table_id", ["", "../x", "http://x", "abc", "80072ned/../..", "80072ned?x"])
def test_only_numbers_of_tables_are_asked_for(table_id: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        fetch.fetch(table_id, tmp_path / "x", readers().identify, download=from_world)
    assert caught.value.key == "cbs.fetch_id"


def test_a2_what_was_fetched_is_read_apart_within_limits(tmp_path: Path) -> None:
    folder = tmp_path / "99999NED"
    folder.mkdir()
    (folder / "oud.txt").write_text("oud")
    ends: list[dict[str, float]] = []
    readers().on_end = ends.append
    try:
        assert fetch.fetch("99999NED", tmp_path / "nieuw", readers().identify, download=from_world).modified
    finally:
        readers().on_end = None
    assert len(ends) == 1  # one reader, in a process of its own

    def little(found: Path) -> Identity:
        return readers().identify(found, replace(limits.COMMAND, memory=1024**2))

    with pytest.raises(UserError, match="te veel geheugen") as caught:
        fetch.fetch("99999NED", folder, little, download=from_world)
    assert caught.value.key == "cbs.fetch_stopped"
    with pytest.raises(UserError, match="te groot"):
        fetch.fetch(
            *("99999NED", folder),
            lambda found: readers().identify(found, replace(limits.COMMAND, bytes=10)),
            download=from_world,
        )
    assert (folder / "oud.txt").read_text() == "oud"
