"""A store of an older version gets what a newer one ships, once, and nothing that a steward did is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.edition import editions, figures
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.steward.shipping import newly_shipped
from sdw.production.store import private
from sdw.reference import tables
from tests.worlds import store as world
from tests.worlds.edition import store_at

CONTEXT = tables.DATA / "reference" / "context.csv"


def older(folder: Path, name: str, *, without: str = ";2024;") -> Path:
    """A shipped file as it was before rows came to it."""
    lines = CONTEXT.read_text(encoding="utf-8").splitlines(keepends=True)
    path = folder / name
    path.write_text("".join(line for line in lines if without not in line), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    with store_at(tmp_path / "store"):
        assert import_file.import_file(older(tmp_path, "context.csv"), origin="openbaar").ok
        publish.publish("2026-vorige")
        yield tmp_path


def bijstand(period: str) -> float | None:
    return figures.one(editions.find(), "mensen_bijstand", "NL", period).value


def test_what_is_new_is_imported_told_and_published_once(store: Path) -> None:
    assert "2024" not in figures.period_codes(editions.find(), "mensen_bijstand")
    told = list(newly_shipped.pick_up())
    assert any("context.csv" in line for line in told) and any("37789ksz.csv" in line for line in told)
    assert editions.find().label != "2026-vorige" and editions.find().label in told[-1]
    assert bijstand("2024") == 405_770
    assert bijstand("2021") is not None
    assert figures.one(editions.find(), "uitkeringen_wia", "NL", "2026-M04").value == 495_000
    assert list(newly_shipped.pick_up()) == []
    assert len(editions.every()) == 2


def test_what_a_steward_imported_or_undid_stays(store: Path) -> None:
    own = store / "eigen.csv"
    own.write_text("regio;jaar;maat;waarde\nAM05;2024;bijstand;1230\n", encoding="utf-8")
    assert import_file.import_file(own, origin="openbaar").ok
    table = import_file.import_file(tables.DATA / "cbs" / "37789ksz.csv", origin="openbaar")
    assert table.accepted is not None and table.accepted.batch_id is not None
    with private.writer() as connection:
        private.undo(connection, table.accepted.batch_id)
    told = list(newly_shipped.pick_up())
    assert not any("37789ksz" in line for line in told)
    assert figures.one(editions.find(), "mensen_bijstand", "AM05", "2024").value == 1230
    assert "uitkeringen_wia" not in figures.published(editions.find())


def test_where_regions_delivered_publishing_is_left_to_the_steward(store: Path) -> None:
    world.deliver(world.ledger("AM05", "2026-H1", 120, 64, 50, 21), name="levering.csv")
    told = list(newly_shipped.pick_up())
    assert "python -m sdw publish" in told[-1]
    assert [one.label for one in editions.every()] == ["2026-vorige"]


def test_a_store_that_was_not_made_from_what_ships_and_a_public_one_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store_at(tmp_path / "store"):
        assert list(newly_shipped.pick_up()) == []
        assert import_file.import_file(older(tmp_path, "eigen.csv"), origin="openbaar").ok
        assert list(newly_shipped.pick_up()) == []
        assert import_file.import_file(older(tmp_path, "context.csv", without=";2021;"), origin="openbaar").ok
        monkeypatch.setenv("SDW_PUBLIC", "1")
        assert list(newly_shipped.pick_up()) == []
