"""A CBS table is whole by its own lists and by what was there before, or it is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sdw.exchange.pool import readers
from sdw.production.importers.cbs import fetch
from sdw.production.steward import import_file
from sdw.production.steward.receipt import Receipt
from sdw.text.errors import UserError
from tests.worlds import absence as world
from tests.worlds.edition import store_at

Rows = list[dict[str, Any]]
Dump = dict[str, Rows]

SECTOR = "BedrijfskenmerkenSBI2008"
TOPIC = "Ziekteverzuimpercentage_1"
LETTERS = {"Q": "KW0", "": "JJ00"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    with store_at(folder):
        assert import_file.import_file(world.SHIPPED[0]).ok
        yield folder


def dump(modified: str = "2026-02-17") -> Dump:
    """The shipped table as CBS itself writes it: its figures, and the lists of its sectors and periods."""
    with world.SHIPPED[0].open(encoding="utf-8", newline="") as file:
        shipped = list(csv.DictReader(file, delimiter=";"))
    rows = [
        {"ID": place, SECTOR: row["sector"], "Perioden": code(row["periode"]), TOPIC: number(row["waarde"])}
        for place, row in enumerate(shipped)
    ]
    stars = {code(row["periode"]): row["status"] == "voorlopig" for row in shipped}
    return {
        "TableInfos": [{"ID": 0, "Title": "Verzuim", "Identifier": "80072ned", "Modified": f"{modified}T02:00:00"}],
        "DataProperties": [
            {"ID": 0, "ParentID": "", "Type": "Dimension", "Key": SECTOR, "Title": SECTOR},
            {"ID": 1, "ParentID": "", "Type": "TimeDimension", "Key": "Perioden", "Title": "Perioden"},
            {"ID": 2, "ParentID": "", "Type": "Topic", "Key": TOPIC, "Title": "Ziekteverzuimpercentage"},
        ],
        SECTOR: [{"Key": key, "Title": key} for key in dict.fromkeys(row[SECTOR] for row in rows)],
        "Perioden": [
            {"Key": key, "Title": key, "Status": "Voorlopig" if star else "Definitief"}
            for key, star in stars.items()
        ],
        "TypedDataSet": rows,
    }


def code(period: str) -> str:
    year, _, part = period.partition("-")
    return f"{year}{LETTERS[part[:1]]}{part[1:]}"


def number(text: str) -> float | None:
    return float(text) if text else None


def write(folder: Path, parts: Dump, **envelopes: dict[str, Any]) -> Path:
    """A dump in JSON; a part that is named has its rows in CBS's own answer, with these facts beside them."""
    folder.mkdir()
    for name, rows in parts.items():
        found: Any = {**envelopes[name], "value": rows} if name in envelopes else rows
        (folder / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    return folder


def told(receipt: Receipt) -> str:
    return "\n".join(receipt.lines)


def keep(parts: Dump, name: str, wanted: Callable[[dict[str, Any]], bool]) -> None:
    parts[name] = [row for row in parts[name] if wanted(row)]


def test_d1_the_whole_table_is_read_and_changes_nothing(store: Path, tmp_path: Path) -> None:
    receipt = import_file.import_file(write(tmp_path / "80072ned", dump()))
    assert receipt.ok, receipt.lines
    assert "herziening" not in told(receipt)


@pytest.mark.parametrize(
    ("part", "facts"),
    [
        ("TypedDataSet", {"odata.nextLink": "https://voorbeeld.nl/TypedDataSet?$skip=3000"}),
        ("TypedDataSet", {"@odata.nextLink": "https://voorbeeld.nl/Observations?$skip=100000"}),
        ("Perioden", {"odata.nextLink": "https://voorbeeld.nl/Perioden?$skip=100"}),
        ("TypedDataSet", {"odata.count": "9999"}),
    ],
)
def test_d1_one_page_of_an_answer_is_no_table(
    store: Path, tmp_path: Path, part: str, facts: dict[str, Any]
) -> None:
    receipt = import_file.import_file(write(tmp_path / "80072ned", dump(), **{part: facts}))
    assert not receipt.ok
    assert "niet compleet: er is nog een vervolgpagina" in told(receipt)
    assert f"{part}.json" in told(receipt) and "fetch-cbs" in told(receipt)


def half(parts: Dump) -> None:
    del parts["TypedDataSet"][len(parts["TypedDataSet"]) // 2 :]


def one_sector_short(parts: Dump) -> None:
    keep(parts, "TypedDataSet", lambda row: row[SECTOR] != "422400")


def one_row_short(parts: Dump) -> None:
    parts["TypedDataSet"].pop(1234)


def old_figures_under_a_new_date(parts: Dump) -> None:
    """312 figures fewer: the last eight periods, which the list of periods still has."""
    last = {row["Key"] for row in parts["Perioden"][-8:]}
    keep(parts, "TypedDataSet", lambda row: row["Perioden"] not in last)


@pytest.mark.parametrize("damage", [half, one_sector_short, one_row_short, old_figures_under_a_new_date])
@pytest.mark.parametrize("known", [True, False], ids=["known", "new"])
def test_d1_fewer_rows_than_the_own_lists_promise_are_a_part(tmp_path: Path, damage: Any, known: bool) -> None:
    """Also in an empty store: the lists of the table itself tell."""
    parts = dump()
    damage(parts)
    with store_at(tmp_path / "store"):
        assert not known or import_file.import_file(world.SHIPPED[0]).ok
        receipt = import_file.import_file(write(tmp_path / "80072ned", parts))
    assert not receipt.ok
    assert "een deel van tabel 80072ned" in told(receipt) and "5.772" in told(receipt)


def shorter(parts: Dump, wanted: Callable[[str], bool], axis: str = "Perioden") -> None:
    """Without some members of an axis, in the figures and in the list."""
    keep(parts, "TypedDataSet", lambda row: wanted(row[axis]))
    keep(parts, axis, lambda row: wanted(row["Key"]))


def test_d1_an_old_edition_with_a_new_date_is_refused(store: Path, tmp_path: Path) -> None:
    parts = dump()
    last = {row["Key"] for row in parts["Perioden"][-8:]}
    shorter(parts, lambda key: key not in last)
    receipt = import_file.import_file(write(tmp_path / "80072ned", parts))
    assert not receipt.ok
    assert "al cijfers ingelezen tot en met 3e kwartaal 2025" in told(receipt)


def test_d1_a_filtered_download_with_filtered_lists_is_refused(store: Path, tmp_path: Path) -> None:
    parts = dump()
    shorter(parts, lambda key: key >= "2016")
    receipt = import_file.import_file(write(tmp_path / "80072ned", parts))
    assert not receipt.ok
    assert "geen hele tabel" in told(receipt)


def test_d1_figures_that_lost_their_value_are_no_revision(store: Path, tmp_path: Path) -> None:
    parts = dump()
    for row in parts["TypedDataSet"][::5]:
        row[TOPIC] = None
    receipt = import_file.import_file(write(tmp_path / "80072ned", parts))
    assert not receipt.ok
    assert "geen waarde meer" in told(receipt)


def test_d1_a_withdrawal_is_a_whole_member_and_is_called_so(store: Path, tmp_path: Path) -> None:
    parts = dump()
    shorter(parts, lambda key: key != "1996KW01")
    shorter(parts, lambda key: key != "422400", SECTOR)
    receipt = import_file.import_file(write(tmp_path / "80072ned", parts))
    assert receipt.ok, receipt.lines
    assert "Het CBS haalde dit uit de tabel: 1e kwartaal 1996. 38 cijfers" in told(receipt)
    assert "147 cijfers" in told(receipt), "of the sector the other periods"
    assert "herziening" not in told(receipt)


def test_d1_our_own_form_without_a_sector_is_a_part(store: Path, tmp_path: Path) -> None:
    """It holds no list of sectors that could say that CBS withdrew one."""
    path = tmp_path / "80072ned.csv"
    lines = world.SHIPPED[0].read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if ";422400;" not in line), encoding="utf-8")
    receipt = import_file.import_file(path)
    assert not receipt.ok
    assert "148 cijfers" in told(receipt)
    path.write_text("".join(lines[:3000]), encoding="utf-8")
    assert not import_file.import_file(path).ok


def test_d1_a_fetch_of_half_a_table_leaves_the_old_folder(tmp_path: Path) -> None:
    folder = tmp_path / "cbs" / "80072ned"

    def download(_: str, **options: Any) -> None:
        parts = dump()
        half(parts)
        write(Path(options["dir"]), parts)

    with pytest.raises(UserError) as caught:
        fetch.fetch("80072ned", folder, readers().identify, download=download)
    assert caught.value.key == "cbs.not_whole"
    assert not folder.exists()
