"""States go from file to edition as they are: with source and origin, by day, undone as a whole."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from sdw.dissemination.figures.standing import published
from sdw.edition import editions, paths
from sdw.edition.formats import known
from sdw.production.publishing import publish
from sdw.production.steward import import_file, start, verify
from sdw.production.store import erasure, private, sql
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import COLUMNS, State
from tests.worlds import edition as world
from tests.worlds.store import deliver

HEAD = "regio;datum;onderdeel;stand;hoe_bekend;bron"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with world.store_at(tmp_path / "store"):
        yield tmp_path


def take(folder: Path, *rows: str, head: str = HEAD, origin: str | None = None) -> int | None:
    path = folder / "standen.csv"
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    receipt = import_file.import_file(path, origin=origin)
    assert receipt.ok and receipt.accepted is not None, receipt.lines
    return receipt.accepted.batch_id


def told(label: str, dataset: str = "borging") -> list[tuple[str, str, str, str]]:
    found = published.of(editions.find(label), dataset)
    return [(one.region, one.day.isoformat(), one.state, one.origin) for one in found]


def test_a_newer_state_stands_beside_the_older_and_the_same_day_is_replaced(folder: Path) -> None:
    take(folder, "Twente;2026-04-01;mgn;in voorbereiding;zelf gemeld;", "AM01;2026-04-01;mgn;loopt;zelf gemeld;")
    publish.publish("2026-een")
    take(folder, "Twente;2026-10-01;mgn;loopt;zelf gemeld;", "AM01;2026-04-01;mgn;niet begonnen;nagegaan;verslag")
    publish.publish("2026-twee")
    own = "aangeleverd"
    before = [("AM01", "2026-04-01", "loopt", own), ("AM05", "2026-04-01", "in_voorbereiding", own)]
    assert told("2026-een") == before
    assert told("2026-twee") == [
        ("AM01", "2026-04-01", "niet_begonnen", own),
        ("AM05", "2026-04-01", "in_voorbereiding", own),
        ("AM05", "2026-10-01", "loopt", own),
    ]
    assert all(one.ok for one in verify.verify()), "every edition is made again from its batches"


def test_the_same_file_twice_changes_nothing_and_undo_brings_back_what_was(folder: Path) -> None:
    first = take(folder, "Twente;2026-04-01;mgn;loopt;zelf gemeld;")
    assert take(folder, "AM05;1-4-2026;MGN;loopt;zelf_gemeld;") is None
    second = take(folder, "Twente;2026-04-01;mgn;geborgd;zelf gemeld;")
    with private.writer() as connection:
        with pytest.raises(Exception, match=f"levering {second}"):
            private.undo(connection, first or 0)
        private.undo(connection, second or 0)
    publish.publish("2026-een")
    assert [state for _, _, state, _ in told("2026-een")] == ["loopt"]


def test_examples_are_left_out_as_soon_as_anything_is_delivered(folder: Path) -> None:
    take(folder, "Twente;2026-04-01;mgn;loopt;zelf gemeld;", origin="voorbeeld")
    take(folder, "AM01;2025-11-25;mgn;in voorbereiding;openbare bron;krant", origin="openbaar")
    publish.publish("2026-een")
    assert {(region, origin) for region, _, _, origin in told("2026-een")} == {
        ("AM01", "openbaar"),
        ("AM05", "voorbeeld"),
    }
    take(folder, "AM02;2026-04-01;mgn;loopt;zelf gemeld;")
    publish.publish("2026-twee")
    assert {origin for _, _, _, origin in told("2026-twee")} == {"openbaar", "aangeleverd"}


def test_a_state_of_after_the_day_of_publication_is_not_in_it(folder: Path) -> None:
    take(folder, "Twente;2026-04-01;mgn;loopt;zelf gemeld;", "Twente;2026-10-01;mgn;geborgd;zelf gemeld;")
    with private.reader() as connection:
        found = sql.run(
            connection, "states_of", batches=private.active_batches(connection), on=dt.date(2026, 6, 30)
        ).fetchall()
    assert [State(**dict(zip(COLUMNS, row, strict=True))).state for row in found] == ["loopt"]


def test_every_part_of_a_state_arrives_in_the_edition(folder: Path) -> None:
    head = "vergadering;nummer;besluit;eigenaar;uiterlijk;datum;stand;uitkomst;hoe_bekend;bron;link"
    row = "2026-04-15;2;Elke regio levert.;UWV;2026-12-31;2026-10-01;loopt;Bijna alle.;nagegaan;verslag;https://a.nl/b"
    take(folder, row, head=head)
    take(
        folder,
        "2024-2026;3;2026-10-01;loopt;6;bijeenkomsten;zelf gemeld",
        head="convenant;speerpunt;datum;stand;aantal;eenheid;hoe_bekend",
    )
    edition = publish.publish("2026-een")
    (one,) = published.of(edition, "besluiten")
    assert one == State(
        dataset="besluiten",
        meeting=dt.date(2026, 4, 15),
        number=2,
        day=dt.date(2026, 10, 1),
        state="loopt",
        statement="Elke regio levert.",
        evidence="Bijna alle.",
        owner="UWV",
        due=dt.date(2026, 12, 31),
        certainty="nagegaan",
        source="verslag",
        url="https://a.nl/b",
        origin="aangeleverd",
    )
    (priority,) = published.of(edition, "speerpunten")
    assert (priority.covenant, priority.priority, priority.amount, priority.unit) == (
        *("2024-2026", 3),
        *(6.0, "bijeenkomsten"),
    )


def test_states_change_no_figure_and_an_edition_without_them_has_none(folder: Path) -> None:
    world.real()
    deliver(world.trajectories(), name="levering.csv")
    without = publish.publish("2026-een")
    take(folder, "Twente;2026-04-01;mgn;loopt;zelf gemeld;")
    beside = publish.publish("2026-twee")
    assert without.fact("digest") == beside.fact("digest")
    assert [published.of(without, one.id) for one in states.ALL] == [()] * 5
    assert without.holds("state") is False and beside.holds("state") is True


def test_a_changed_state_in_an_edition_is_seen(folder: Path) -> None:
    take(folder, "Twente;2026-04-01;mgn;loopt;zelf gemeld;")
    edition = publish.publish("2026-een")
    assert editions.read_whole(edition)
    copied = shutil.copy(edition.path, folder / "copied.duckdb")
    with duckdb.connect(str(copied)) as connection:
        digest = known.ALL[edition.format].digest_of
        assert digest(connection, "state") == edition.fact("state_digest")
        connection.execute("UPDATE state SET state = 'geborgd'")
        assert digest(connection, "state") != edition.fact("state_digest")


def test_an_erased_delivery_of_states_is_gone_to_its_last_byte(folder: Path) -> None:
    head = HEAD.replace("bron", "bewijs")
    first = take(folder, "Twente;2026-04-01;mgn;loopt;zelf gemeld;kenmerkend gezegd", head=head)
    take(folder, "AM01;2026-04-01;mgn;loopt;zelf gemeld;iets anders", head=head)
    assert first is not None
    private.erase(erasure.Task((first,), "verzoek"))
    stored = paths.private_file().read_bytes()
    assert b"kenmerkend gezegd" not in stored
    publish.publish("2026-een")
    assert [region for region, *_ in told("2026-een")] == ["AM01"]
    assert next(verify.verify()).ok


def test_the_store_counts_states_by_the_names_of_the_lists() -> None:
    for query in ("verify_states", "verify_private"):
        assert all(f"'{one.id}'" in sql.OWN.text(query) for one in states.ALL)


def test_what_ships_is_taken_without_a_question(folder: Path) -> None:
    shipped = [(name, origin) for name, origin in start.SHIPPED if any(one.id in name for one in states.ALL)]
    assert len(shipped) == 6
    for name, origin in shipped:
        assert import_file.import_file(start.DATA / name, origin=origin).ok, name
