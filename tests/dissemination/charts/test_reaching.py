"""Which regions are under what is asked, at it or above, or neither; and the yardstick that divides by benefits."""

from __future__ import annotations

import re

import pytest

from sdw.dissemination.charts.drawings import progress
from sdw.dissemination.charts.targets import bullet_table
from sdw.dissemination.charts.targets.look import Look
from sdw.dissemination.charts.targets.reaching import ONLY, side
from sdw.dissemination.figures.need import yardstick
from sdw.dissemination.figures.view import View
from sdw.edition import figures as edition_figures
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from tests.worlds.edition import store_at
from tests.worlds.figures import figure
from tests.worlds.shared import Shared


def paced(chance: float | None, low: float | None = 80, high: float | None = 120) -> tuple:
    expected = figure(100.0, indicator="verwacht_gestart", low=low, high=high)
    return expected, figure(chance, Status.UNKNOWN if chance is None else None, indicator="kans_gestart")


@pytest.mark.parametrize(
    ("value", "pace", "same", "found"),
    [
        (99.0, None, True, "onder"),
        (100.0, None, True, "boven"),
        (None, None, True, "open"),
        (50.0, paced(90), True, "boven"),
        (50.0, paced(89), True, "open"),
        (50.0, paced(10), True, "open"),
        (50.0, paced(9), True, "onder"),
        (100.0, paced(9), True, "boven"),
        (50.0, paced(None, None, None), True, "open"),
        (50.0, paced(99), False, "open"),
        (50.0, paced(1, 100, 120), False, "boven"),
        (50.0, paced(99, 60, 99), False, "onder"),
    ],
)
def test_a_region_is_under_above_or_neither(
    value: float | None, pace: tuple | None, same: bool, found: str
) -> None:
    assert side(figure(value), 100, pace, same=same) == found
    assert side(figure(value), None, pace, same=same) == "open"


@pytest.fixture
def year(shared: Shared):
    with store_at(shared("shipped")):
        yield View(shared.edition("shipped"), "gestart", "2025")


def names(view: View, look: Look) -> list[str]:
    rows = progress.regions(view, look)
    assert rows is not None
    return [row.name for row in rows.rows]


def test_the_filters_divide_the_regions_and_keep_the_order(year: View) -> None:
    everyone = names(year, Look())
    assert everyone == sorted(everyone) and len(everyone) == 35
    for view in (year, View(year.edition, "gestart", "2026-H1")):
        for measure in ("gestart", "duurzaam"):
            parts = [names(view, Look(only=only)) for only in ONLY if only.startswith(measure)]
            assert sorted(name for part in parts for name in part) == everyone
            assert all(part == sorted(part) for part in parts)


def test_what_there_is_to_see_is_the_title(year: View) -> None:
    rows = progress.regions(year)
    assert rows is not None
    values = [row.started.value for row in rows.rows]
    reached = sum(value is not None and value >= 100 for value in values)
    assert rows.title.startswith(f"{reached} van de 35 regio's startten er 100 of meer; in ")
    assert rows.title.endswith("· voorbeeld")
    assert "2025" in rows.subtitle and "voorbeeld" in rows.subtitle


def test_the_yardstick_by_benefits_divides_the_same_3500(year: View) -> None:
    found = yardstick.aims(year.edition, "uitkeringen")
    assert found.year == "2024" and found.same is None
    assert sum(found.of.values()) == pytest.approx(3500)
    people = {
        code: sum(
            edition_figures.one(year.edition, name, code, "2024").value or 0
            for name in ("mensen_bijstand", "mensen_ao")
        )
        for code in CODES
    }
    for code in CODES:
        assert found.of[code] / 3500 == pytest.approx(people[code] / sum(people.values()))
    rows = progress.regions(year, Look(yardstick="uitkeringen"))
    assert rows is not None and rows.target is None
    assert "Eigen berekening, niet uit het convenant" in rows.subtitle and "telt twee keer" in rows.subtitle
    drawn = bullet_table.html(rows)
    ends = re.findall(r"<th>Groningen<td style=[^>]*--at:(\d+)>", drawn)
    assert ends == [f"{found.of['AM01']:.0f}"]
    assert yardstick.aims(year.edition, "gelijk").same == 100


def test_a_running_year_has_its_expected_end_in_row_twin_and_drawing(year: View) -> None:
    running = View(year.edition, "gestart", "2026-H1")
    rows = progress.regions(running)
    assert rows is not None and rows.target == 100
    (twente,) = (row for row in rows.rows if row.name == "Twente")
    expected, chance = twente.paces[0]
    said = f"{expected.value:.0f} ({chance.value:.0f}%)"
    assert twente.cells[1][0] == said
    drawn = bullet_table.html(rows)
    assert f"--l:{expected.low:.0f};--e:{expected.value:.0f};--h:{expected.high:.0f}" in drawn
    scene = progress.regions_scene(running)
    assert scene is not None
    assert any(fact.value == said for fact in scene.facts)
    assert "zoals in eerdere jaren" in rows.subtitle and "kan nog stijgen" in rows.subtitle
    half = progress.regions(View(year.edition, "gestart", "2024-H1"))
    assert half is not None and half.target is None and not any(row.paces for row in half.rows)
