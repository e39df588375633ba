"""A gemeente that merges, and one that goes to another region, in a made-up future: no older figure moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sdw.edition.figure_row import Source
from sdw.production.importers.cbs.areas import regional
from sdw.production.importers.engine import engine
from sdw.production.publishing.context import municipalities as published
from sdw.reference import periods, tables
from sdw.reference.areas import municipalities, regions
from sdw.reference.areas.regions import Region

LAST, FIRST = dt.date(2026, 12, 31), dt.date(2027, 1, 1)
#: Almelo and Wierden (both Twente) merge; Enschede goes from Twente to the Achterhoek.
ALMELO, WIERDEN, MERGED, ENSCHEDE = "GM0141", "GM0189", "GM9001", "GM0153"


def lines() -> list[dict[str, str]]:
    """The file of gemeenten as it would be then."""
    found = []
    for row in tables.rows("reference/municipalities.csv"):
        ends = row["code"] in (ALMELO, WIERDEN, ENSCHEDE)
        found.append(row | {"valid_until": "2027-01-01"} if ends else row)
    made = {"valid_from": "2027-01-01", "valid_until": ""}
    found.append({"code": MERGED, "name": "Almelo en Wierden", "region": "AM05"} | made)
    found.append({"code": ENSCHEDE, "name": "Enschede", "region": "AM09"} | made)
    return found


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(municipalities, "ALL", municipalities.read(lines()))
    regional._inside.cache_clear()
    yield
    regional._inside.cache_clear()


def codes(region: str, day: dt.date) -> set[str]:
    return {one.code for one in municipalities.of_region(region, day)}


@pytest.mark.usefixtures("later")
def test_a_gemeente_is_in_the_region_of_that_day() -> None:
    assert {ALMELO, WIERDEN, ENSCHEDE} <= codes("AM05", LAST) and MERGED not in codes("AM05", LAST)
    assert MERGED in codes("AM05", FIRST) and not {ALMELO, WIERDEN, ENSCHEDE} & codes("AM05", FIRST)
    assert ENSCHEDE in codes("AM09", FIRST) and ENSCHEDE not in codes("AM09", LAST)
    assert len(municipalities.on(LAST)) == 342 and len(municipalities.on(FIRST)) == 341
    assert municipalities.by_code(ENSCHEDE).region == "AM09"
    assert municipalities.code_of("Enschede") == ENSCHEDE


def test_two_lines_for_one_day_are_refused() -> None:
    rows = [row for row in lines() if row["code"] == ENSCHEDE]
    with pytest.raises(ValueError, match="GM0153 has two lines for the same day"):
        municipalities.read([rows[0] | {"valid_until": "2027-01-02"}, rows[1]])


def shared_out(*cells: tuple[str, str, float]) -> dict[tuple[str, str], float | None]:
    """Region and month → what the gemeenten of a table without regions add up to; 0 where one is not named."""
    rows: list[dict[str, Any]] = []
    for month in {month for _, month, _ in cells}:
        told = {code: value for code, of, value in cells if of == month}
        for one in municipalities.on(periods.parse(month).end):
            rows.append({"region": one.code, "period": month, "value": told.get(one.code, 0.0), "status": "waarde"})
    return {(row["region"], row["period"]): row["value"] for row in regional._added_up(iter(rows))}


def test_a_table_of_gemeenten_gives_older_months_to_the_older_region(later: None) -> None:
    before = (ENSCHEDE, "2026-M12", 100.0), (ALMELO, "2026-M12", 20.0), (WIERDEN, "2026-M12", 3.0)
    after = (ENSCHEDE, "2027-M01", 101.0), (MERGED, "2027-M01", 24.0)
    found = shared_out(*before, *after)
    assert (found["AM05", "2026-M12"], found["AM09", "2026-M12"]) == (123.0, 0.0)
    assert (found["AM05", "2027-M01"], found["AM09", "2027-M01"]) == (24.0, 101.0)


def of_file(*rows: str) -> list[str]:
    """The errors of a delivery of gemeenten."""
    text = "\n".join(("regio;jaar;gemeente;psychisch_beperkt;sterk_eenzaam", *rows, ""))
    return [one.text for one in engine.read(text.encode(), "gemeenten.csv").errors]


def test_a_delivery_is_judged_by_the_regions_of_its_year(later: None) -> None:
    assert of_file("AM05;2026;GM0153;21;25", "AM09;2027;GM0153;21;25", "AM05;2027;GM9001;21;25") == []
    assert len(of_file("AM05;2027;GM0153;21;25")) == len(of_file("AM05;2026;GM9001;21;25")) == 1
    assert len(of_file("AM05;2027;GM0141;21;25")) == 1


def rows_of_2024() -> list[Any]:
    found = published.cells(
        [(code, "AM05", "2024", "sterk_eenzaam", 25.0, "waarde") for code in (ALMELO, WIERDEN, ENSCHEDE)]
    )
    source = {"jongvolwassenen": Source("jongvolwassenen", ("bron",))}
    return sorted(published.rows(found, source), key=lambda row: row.municipality)


def test_what_is_published_of_an_older_year_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    now = rows_of_2024()
    monkeypatch.setattr(municipalities, "ALL", municipalities.read(lines()))
    assert rows_of_2024() == now
    assert {row.region for row in now if row.municipality in (ALMELO, ENSCHEDE)} == {"AM05"}


def test_the_shipped_regions_stay_what_they_were(later: None, tmp_path: Path) -> None:
    from data.regional import generate

    for folder in ("reference", "regional"):
        (tmp_path / folder).mkdir()
    generate.main(tmp_path)
    made = (tmp_path / "reference" / "context.csv").read_bytes()
    assert made == (tables.DATA / "reference" / "context.csv").read_bytes()


def test_a_region_ends_and_another_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    made = (
        Region("AM05", "Twente", (), None, FIRST),
        Region("AM39", "Twente en Achterhoek", (), FIRST, None),
    )
    monkeypatch.setattr(regions, "EVERY", made)
    assert [one.code for one in regions.on(LAST)] == ["AM05"]
    assert [one.code for one in regions.on(FIRST)] == ["AM39"]
