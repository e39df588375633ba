"""Format 2: what is data is a column, read back without this program; and what either format says is the same."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from sdw.dissemination.exports import analysis
from sdw.edition import editions, figures
from sdw.edition.figure_row import Contents, Row, Source
from sdw.edition.formats import known, one, two
from sdw.indicators import catalogue
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.errors import UserError
from tests.worlds import editions as small
from tests.worlds.edition import store_at
from tests.worlds.figures import figure, nation, said

CBS = Source("83157NED@2025-04-15", ("CBS en TNO 83157NED, 15 april 2025",), "83157NED", "2025-04-15")
BOTH = Source("a+b", ("Levering door de regio's", "CBS 85039NED, 2021"))
SHOWN = [
    figure(97.0, cited=said("Levering door de regio's")),
    figure(40.5, region="AM06", status=Status.PROVISIONAL, cited=BOTH),
    nation(137.5, 31, cited=BOTH, carried_from=("2025-najaar", "2026-voorjaar"), bound_low=130.0),
    nation(12.0, 0, period="2024", cited=said("Levering door de regio's"), carried_from=("2026-voorjaar",)),
    figure(4.5, region="NL", indicator="verzuim", sector="Q", method="", client_group="", cited=CBS),
    figure(None, Status.SUPPRESSED, region="AM07", months=12, cited=said("Levering door de regio's")),
]
BATCH = (7, "trajecten", "aangeleverd", dt.datetime(2026, 11, 22, 9, 30), 31, "2024-H1", "2026-H1", 1800)


def _rows() -> list[Row]:
    return [small._row(one_figure) for one_figure in SHOWN]


def _filled(path: Path) -> duckdb.DuckDBPyConnection:
    facts = {"label": "2026-najaar", "published_at": small.PUBLISHED.isoformat(), "origin": "aangeleverd"}
    two.fill(path, Contents(rows=_rows(), facts=facts, batches=[BATCH], protected_beside=("2026-b", "2026-a")))
    return duckdb.connect(str(path), read_only=True)


def _in_format_one(path: Path) -> editions.Edition:
    """The same figures as an edition of format 1."""
    facts = {"label": path.stem, "published_at": small.PUBLISHED.isoformat(), "origin": "aangeleverd"}
    facts |= {"batches": "7", "protected_beside": "2026-b,2026-a"}
    with duckdb.connect(str(path)) as connection:
        connection.execute(one.FORMAT.schema.read_text())
        digest = one.FORMAT.put(connection, _rows())
        connection.executemany("INSERT INTO manifest VALUES (?, ?)", list((facts | {"digest": digest}).items()))
        batch = (*BATCH[:5], "2024-H1 … 2026-H1", BATCH[-1])
        connection.execute(f"INSERT INTO batch VALUES ({', '.join('?' for _ in batch)})", list(batch))
    return editions.in_file(path)


def test_an_older_duckdb_can_open_it(tmp_path: Path) -> None:
    """The version of a file stands in its first bytes: 'DUCK', then a number; 68 is that of DuckDB 1.5."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{tmp_path / 'other'}' AS other (STORAGE_VERSION 'v1.5.0')")
        connection.execute("DETACH other")
    _filled(tmp_path / "new").close()
    heads = [(tmp_path / name).read_bytes()[8:20] for name in ("new", "other")]
    assert heads[0] == heads[1]
    assert heads[0][:4] == b"DUCK" and int.from_bytes(heads[0][4:12], "little") == 68
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{tmp_path / 'new'}' AS new (READ_ONLY)")
        asked = "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'new'"
        assert connection.execute(asked).fetchall() == [("v1.5.0+",)]


def test_what_is_data_is_a_column(tmp_path: Path) -> None:
    with _filled(tmp_path / "new") as connection:
        asked = "SELECT regions_delivered, regions_all, carried_from, source FROM figure WHERE region = 'NL'"
        assert sorted(connection.execute(asked).fetchall(), key=repr) == sorted(
            [
                (31, 35, ["2025-najaar", "2026-voorjaar"], "a+b"),
                (0, 35, ["2026-voorjaar"], "Levering door de regio's"),
                (None, None, None, "83157NED@2025-04-15"),
            ],
            key=repr,
        )
        assert connection.execute(
            "SELECT * FROM source WHERE source IN ('a+b', $1) ORDER BY 1", [CBS.id]
        ).fetchall() == [
            (CBS.id, list(CBS.texts), "83157NED", dt.date(2025, 4, 15)),
            ("a+b", list(BOTH.texts), None, None),
        ]
        assert connection.execute("SELECT * FROM protected_beside ORDER BY 1").fetchall() == [
            (1, "2026-b"),
            (2, "2026-a"),
        ]
        assert connection.execute("SELECT * FROM batch").fetchall() == [BATCH]
        assert dict(connection.execute("SELECT key, value FROM manifest").fetchall())["format"] == "2"


def test_every_name_that_a_figure_refers_to_stands_in_the_file(tmp_path: Path) -> None:
    with _filled(tmp_path / "new") as connection:
        for column in ("region", "indicator", "source"):
            asked = f"SELECT DISTINCT {column} FROM figure ANTI JOIN {column} USING ({column})"
            assert connection.execute(asked).fetchall() == []
        named = dict(connection.execute("SELECT region, name FROM region").fetchall())
        assert named == {code: regions.by_code(code).name for code in regions.CODES} | {"NL": "Nederland"}
        units = dict(connection.execute("SELECT indicator, unit FROM indicator").fetchall())
        assert units == {each.id: each.unit.value for each in catalogue.ALL}


def test_both_formats_read_back_as_the_same_figures(tmp_path: Path) -> None:
    with store_at(tmp_path):
        facts = {"origin": "aangeleverd"}
        new = small.build(tmp_path, SHOWN, "2026-najaar", **facts)
        old = _in_format_one(tmp_path / "editions" / "2026-oud.duckdb")
        assert (old.format, new.format) == (1, 2)
        for asked in {each.indicator for each in SHOWN}:
            expected = {replace(each, edition="") for each in SHOWN if each.indicator == asked}
            assert {replace(each, edition="") for each in figures.select(new, asked)} == expected
            told = [
                analysis.csv(
                    sorted((replace(each, edition="") for each in figures.select(one_of, asked)), key=repr)
                )
                for one_of in (old, new)
            ]
            assert told[0] == told[1]
        assert [figure.carried_from for figure in figures.select(old, "gestart", region="NL")] == [
            ("2026-voorjaar",),
            ("2025-najaar", "2026-voorjaar"),
        ]
        assert [figure.cited.texts for figure in figures.select(old, "gestart", region="AM06")] == [BOTH.texts]
        assert (old.batches, old.protected_beside) == ((7,), ("2026-b", "2026-a"))
        assert editions.query(old, "edition_batches") == [BATCH]


def test_one_source_has_one_name(tmp_path: Path) -> None:
    two_words = [replace(SHOWN[0], cited=Source("a", (words,))) for words in ("een", "twee")]
    with pytest.raises(AssertionError, match="several sources"):
        small.build(tmp_path, two_words)


def test_a_changed_figure_is_found_without_a_seal(tmp_path: Path) -> None:
    for column, value in (("carried_from", "NULL"), ("regions_delivered", "30"), ("source", "'a'"), ("value", "1")):
        path = tmp_path / column / "editions" / "2026-najaar.duckdb"
        path.parent.mkdir(parents=True)
        _filled(path).close()
        whole = shutil.copy(path, path.with_name("2026-heel.duckdb"))
        with duckdb.connect(str(whole)) as connection:
            connection.execute("UPDATE manifest SET value = '2026-heel' WHERE key = 'label'")
        with duckdb.connect(str(path)) as connection:
            connection.execute(f"UPDATE figure SET {column} = {value} WHERE region = 'NL'")
        with store_at(tmp_path / column):
            assert editions.find("2026-heel").format == 2
            with pytest.raises(UserError, match="beschadigd"):
                editions.find("2026-najaar")


def test_an_edition_of_a_later_program_is_refused_by_name_and_takes_no_other_away(tmp_path: Path) -> None:
    with store_at(tmp_path):
        small.build(tmp_path, SHOWN, "2026-voorjaar")
        path = tmp_path / "editions" / "2026-najaar.duckdb"
        _filled(path).close()
        with duckdb.connect(str(path)) as connection:
            connection.execute(f"UPDATE manifest SET value = '{known.CURRENT + 1}' WHERE key = 'format'")
        assert [edition.label for edition in editions.every()] == ["2026-voorjaar"]
        (fault,) = editions.refused()
        assert "nieuwere versie van dit programma" in str(fault)
