"""The fan: what is known of a running year, from there to between its limits; nothing where that is not told."""

from __future__ import annotations

import pytest

from sdw.dissemination.charts.core.scene import Circle, Line, Path, Text
from sdw.dissemination.charts.drawings import progress
from sdw.dissemination.figures import run_up
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.edition.figures import select
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.status import Status
from tests.worlds.shared import Shared


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def test_it_starts_from_what_is_known_and_ends_between_the_limits(shipped: Edition) -> None:
    view = View(shipped, "", "", region="AM05")
    scene = progress.fan_of_region(view, catalogue.STARTED)
    assert scene is not None
    (expected,) = select(shipped, "verwacht_gestart", region="AM05")
    (half,) = select(shipped, "gestart", region="AM05", period="2026-H1", method="totaal", client_group="totaal")
    words = [mark.words for mark in scene.marks if isinstance(mark, Text)]
    assert f"verwacht: {expected.value:.0f}" in words
    assert f"({expected.low:.0f} tot {expected.high:.0f})" in words
    assert "ambitie: 100" in words
    (band,) = (mark for mark in scene.marks if isinstance(mark, Path))
    begin, top, bottom = (
        tuple(map(float, corner.split())) for corner in band.data.removeprefix("M").removesuffix("Z").split("L")
    )
    known = next(mark for mark in scene.marks if isinstance(mark, Circle) and mark.radius > 1)
    assert (known.x, known.y) == pytest.approx(begin, abs=0.06)
    assert known.ink == "ground"  # provisional
    zero = max(y for mark in scene.marks if isinstance(mark, Line) for _, y in mark.points)
    per_unit = (zero - begin[1]) / (half.value or 1)
    assert expected.high is not None and expected.low is not None
    assert (zero - top[1]) / per_unit == pytest.approx(expected.high, rel=0.01)
    assert (zero - bottom[1]) / per_unit == pytest.approx(expected.low, rel=0.01)
    assert top[0] == bottom[0] > begin[0]


def test_a_region_without_a_pace_has_no_fan(shipped: Edition) -> None:
    without = [
        one.region
        for one in select(shipped, "verwacht_duurzaam_geplaatst")
        if one.value is None and one.region != NATION
    ]
    assert without
    for region in without:
        view = View(shipped, "", "", region=region)
        assert progress.fan_of_region(view, catalogue.DURABLE) is None
        assert progress.fan_shown(view, catalogue.DURABLE, of_nation=False) == []


@pytest.mark.parametrize("world", ["empty", "real", "one_region"])
def test_without_a_running_year_that_can_be_told_there_is_none(shared: Shared, world: str) -> None:
    view = View(shared.edition(world), "", "", region="AM05")
    for counted in (catalogue.STARTED, catalogue.DURABLE):
        assert progress.fan_of_nation(view, counted) is None


def test_a_year_is_known_as_far_as_every_part_has_a_value(shipped: Edition) -> None:
    codes = sorted({one.region for one in select(shipped, "gestart")})
    for code in codes:
        for year in (2021, 2024, 2025, 2026):
            points = run_up.of(shipped, catalogue.STARTED, code, year)
            values = [point.value for point in points]
            assert values == sorted(values)
            assert all(part.value is not None for point in points for part in point.parts)
            assert all(part.status is not Status.SUPPRESSED for point in points for part in point.parts)
