"""A measure is declared once: `uitval`, part of `beeindigd`, added in a copy of the product by the recipe.

It is in the sheet, imported, checked, published, protected with its complement, and attacked.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.worlds import new_measure as world


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world.house(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def published(house: Path) -> dict[str, Any]:
    path = world.written(house / "levering.csv", list(world.rows()))
    taken = world.run(house, "sdw", "import", str(path))
    assert taken.returncode == 0, taken.stdout + taken.stderr
    return _told(house)


def _told(house: Path) -> dict[str, Any]:
    done = world.run(house, "tests.worlds.new_measure")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_the_sheet_has_its_column_and_works_out_its_rule(house: Path) -> None:
    made = world.run(house, "sdw", "template", "--output", str(house / "blad.xlsx"))
    assert made.returncode == 0, made.stdout + made.stderr
    sheet = openpyxl.load_workbook(house / "blad.xlsx").worksheets[0]
    header = [cell.value for cell in sheet[1]]
    column = {name: sheet.cell(1, at + 1).column_letter for at, name in enumerate(header)}
    rule = sheet[f"{column['controle']}2"].value
    assert f'IF({column["uitval"]}2>{column["beeindigd"]}2,"uitval is te hoog"' in rule


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"uitval": 900, "beeindigd": 30}, "Uitval (900) is meer dan beëindigd (30). Dat kan niet."),
        ({"uitval": "veel"}, "uitval"),
    ],
)
def test_what_cannot_be_is_refused(house: Path, change: dict[str, Any], sentence: str) -> None:
    lines = [line | change for line in world.rows()][:1]
    refused = world.run(house, "sdw", "check", str(world.written(house / "fout.csv", lines)))
    assert refused.returncode != 0
    assert sentence in refused.stdout + refused.stderr


def test_its_column_may_lack_until_the_period_from_which_it_is_required(house: Path) -> None:
    lines = [{name: value for name, value in line.items() if name != "uitval"} for line in world.rows()][:1]
    before = world.run(house, "sdw", "check", str(world.written(house / "zonder.csv", lines)))
    assert before.returncode == 0, before.stdout + before.stderr
    later = world.run(
        house, "sdw", "check", str(world.written(house / "later.csv", [lines[0] | {"periode": "2027-H1"}]))
    )
    assert later.returncode != 0
    assert "De kolom uitval ontbreekt. Vanaf 2027 hoort die erbij." in later.stdout + later.stderr


def test_it_is_published_as_delivered_and_adds_up_over_time(published: dict[str, Any]) -> None:
    shown = published["shown"]["uitval"]
    delivered = {f"{row['regio']}|{row['periode']}": float(str(row["uitval"])) for row in world.rows()}
    same = [key for key, value in delivered.items() if shown[key] == [value, "waarde"]]
    assert len(same) >= 6
    years = {place: sum(delivered[f"{place}|{period}"] for period in world.PERIODS) for place in world.PLACES}
    right = [place for place, value in years.items() if shown[f"{place}|2025"] == [value, "waarde"]]
    assert len(right) >= 3
    assert shown["NL|2025"][0] in (None, sum(years.values()))


@pytest.mark.parametrize("place", [world.ALL, world.NOBODY, world.ALL_BUT_TWO])
def test_a_group_of_which_all_or_nobody_dropped_out_is_withheld(
    published: dict[str, Any], place: tuple[str, str]
) -> None:
    assert published["shown"]["uitval"]["|".join(place)] == [None, "afgeschermd"]


def test_the_attack_knows_it_and_finds_nothing(published: dict[str, Any]) -> None:
    assert "uitval" in published["found"]
    assert published["hidden"] > 0
    assert published["pinned"] == published["narrow"] == []


def test_protection_that_forgets_the_part_shows_who_is_left(house: Path, tmp_path: Path) -> None:
    """What withholds these counts is that `uitval` is a part, and nothing that would withhold them anyway."""
    forgetful = world.house(tmp_path / "house")
    path = forgetful / "sdw/disclosure/counts/attacker_knowledge.py"
    text = path.read_text(encoding="utf-8")
    forgot = text.replace("return measure if measure in PARTS else", "return measure if measure in PARTS[:1] else")
    assert forgot != text
    path.write_text(forgot, encoding="utf-8")
    delivered = world.written(forgetful / "levering.csv", list(world.rows()))
    assert world.run(forgetful, "sdw", "import", str(delivered)).returncode == 0
    told = _told(forgetful)
    shown = told["shown"]["uitval"]["|".join(world.ALL_BUT_TWO)]
    assert shown[1] == "waarde"
