"""Need beside reach: drawing, table and edition hold the same figures, and a region without one is no point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest

from sdw.dissemination.blocks import plain, reach
from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.blocks.model import Note, Page, Paragraph, walk
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core import scene as marks
from sdw.dissemination.charts.core.scene import Circle, Line, Rect, Scene, Text
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.reach import rays
from sdw.dissemination.figures.need import reach as figures_of
from sdw.dissemination.figures.sentences import reach as sentences
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.reference.status import Status
from sdw.text.dutch import number
from tests.worlds.shared import Shared

RATE = "per_1000_uitkeringen"


@pytest.fixture(scope="module", params=["shipped", "examples"])
def edition(request: pytest.FixtureRequest, shared: Shared) -> Edition:
    return shared.edition(request.param)


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def years(edition: Edition) -> Iterator[View]:
    for year in figures.period_codes(edition, RATE):
        yield View(edition, "gestart", year)


def drawn(view: View) -> Scene:
    scene = registry.ALL["bereik"].scene(view)
    assert scene is not None
    return scene


def points(scene: Scene, kind: type) -> dict[str, marks.Mark]:
    return {one.key: one for one in marks.walk(scene.marks) if isinstance(one, kind) and one.key}


def table(view: View) -> Table:
    (content,) = reach.table(view)
    assert isinstance(content, Table)
    return content


def text(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def test_drawing_and_table_hold_the_figures_of_the_edition(edition: Edition) -> None:
    for view in years(edition):
        rows = {text(row[0]): [text(cell) for cell in row[1:]] for row in table(view).rows}
        assert list(rows) == sorted(rows) and len(rows) == 35
        shown = points(drawn(view), Circle)
        for one in figures.of_regions(edition, RATE, view.period):
            started, people, rate, status = rows[one.place]
            if one.value is None:
                assert (started, people, rate) == ("–", "–", "–") and status
                continue
            counted = figures.one(edition, "gestart", one.region, view.period)
            assert counted.value == one.numerator
            assert started.rstrip("*†‡") == number(one.numerator or 0)
            assert people == number(one.denominator or 0)
            assert rate.rstrip("*†‡") == number(one.value, 1)
            tip = shown[one.region].tip
            assert all(told in tip for told in (one.place, started, people, rate)), tip


def test_a_point_stands_where_its_two_numbers_say(edition: Edition) -> None:
    """Every point lies as far along as its people say, and as high as its trajectories."""
    for view in years(edition):
        shown = points(drawn(view), Circle)
        found = {one.region: one for one in figures.of_regions(edition, RATE, view.period) if one.value is not None}
        assert set(shown) == set(found)
        by_people = sorted(found, key=lambda code: found[code].denominator or 0)
        by_started = sorted(found, key=lambda code: found[code].numerator or 0)
        first, last = by_people[0], by_people[-1]
        across = shown[last].x - shown[first].x  # type: ignore[union-attr]
        whole = (found[last].denominator or 0) - (found[first].denominator or 0)
        low, high = by_started[0], by_started[-1]
        up = shown[low].y - shown[high].y  # type: ignore[union-attr]
        tall = (found[high].numerator or 0) - (found[low].numerator or 0)
        for code, one in found.items():
            mark = shown[code]
            assert isinstance(mark, Circle)
            along = ((one.denominator or 0) - (found[first].denominator or 0)) / whole
            above = ((one.numerator or 0) - (found[low].numerator or 0)) / tall
            assert mark.x == pytest.approx(shown[first].x + along * across)  # type: ignore[union-attr]
            assert mark.y == pytest.approx(shown[low].y - above * up)  # type: ignore[union-attr]


def test_a_region_without_a_figure_is_no_point_and_stands_under_the_axis(edition: Edition) -> None:
    """Nor has its rate anything by which it could be worked out: that is withheld with the count."""
    seen = 0
    for view in years(edition):
        scene = drawn(view)
        squares, circles = points(scene, Rect), points(scene, Circle)
        zero = max(one.points[0][1] for one in marks.walk(scene.marks) if isinstance(one, Line))
        for one in figures.of_regions(edition, RATE, view.period):
            counted = figures.one(edition, "gestart", one.region, view.period)
            if counted.value is None:
                assert (one.value, one.numerator, one.denominator, one.low, one.high) == (None,) * 5
            if one.value is not None:
                continue
            seen += 1
            square = squares[one.region]
            assert one.region not in circles
            assert isinstance(square, Rect) and square.pattern is one.status
            assert square.y > zero
            assert square.tip.startswith(one.place) and not any(sign.isdigit() for sign in square.tip)
            assert one.place in plain.page(Page("Proef", (reach.points(view),)))
    assert seen > 3


def test_a_withheld_region_says_so_and_nothing_more(shared: Shared) -> None:
    edition = shared.edition("examples")
    view = next(years(edition))
    found = figures_of.of(view)
    assert found
    hidden = replace(
        found.known[0].rate,
        value=None,
        status=Status.SUPPRESSED,
        **dict.fromkeys(("numerator", "denominator", "low", "high")),  # type: ignore[arg-type]
    )
    place = replace(found.known[0], rate=hidden)
    assert sentences.tip(place) == f"{hidden.place}: afgeschermd"
    assert f"{hidden.place} (afgeschermd)" in sentences.missing(replace(found, places=(place,)))


def test_the_national_line_goes_through_the_national_rate(edition: Edition) -> None:
    for view in years(edition):
        nation = figures.one(edition, RATE, "NL", view.period)
        assert nation.value is not None and nation.delivered
        scene = drawn(view)
        (line,) = (one for one in marks.walk(scene.marks) if isinstance(one, Line) and one.ink == "accent")
        words = " ".join(
            one.words for one in marks.walk(scene.marks) if isinstance(one, Text) and one.ink == "accent"
        )
        assert f"{number(nation.value, 1)} per 1.000" in words
        have, of = nation.delivered
        assert (f"({have} van {of})" in words) is (have < of)
        shown = [one for one in points(scene, Circle).values() if isinstance(one, Circle)]
        rates = {one.region: one.value for one in figures.of_regions(edition, RATE, view.period)}
        (x0, y0), (x1, y1) = line.points
        for one in shown:
            height = y0 - (y0 - y1) * (one.x - x0) / (x1 - x0)
            rate = rates[one.key]
            assert rate is not None
            assert (one.y < height) is (rate > nation.value) or one.y == pytest.approx(height, abs=0.5)


@pytest.mark.parametrize(("highest", "nation"), [(4.8, 3.06), (0.7, 0.4), (61.0, 12.0), (3.0, None)])
def test_the_lines_of_equal_reach_are_few_and_round(highest: float, nation: float | None) -> None:
    found = rays.round_rates(highest, nation)
    assert 0 < len(found) < 5
    assert all(0 < one <= highest for one in found)


def test_the_year_of_the_people_stands_beside_the_year_of_the_trajectories(shipped: Edition) -> None:
    told = {view.period: plain.page(Page("Proef", (reach.dated(view),))) for view in years(shipped)}
    assert "De trajecten zijn van 2025, de mensen van 2024." in told["2025"]
    assert "De trajecten zijn van 2022, de mensen van 2021." in told["2022"]
    (_, who) = reach.opening(shipped)
    assert isinstance(who, Paragraph)
    assert all(one in who.words for one in ("psychische kwetsbaarheid", "telt twee keer", "werkenden"))


def test_another_period_than_a_year_says_which_year_it_shows(shipped: Edition) -> None:
    told = plain.page(Page("Proef", (reach.dated(View(shipped, "gestart", "2025-H1")),)))
    assert "Hier ziet u 2025." in told


def test_what_is_invented_says_so_and_what_is_real_too(shipped: Edition) -> None:
    view = View(shipped, "gestart", "2025", region="AM05")
    blocks = chain(reach.maps(view, "ao"), reach.points(view))
    need, rate, scatter = (one for one in walk(blocks) if isinstance(one, Chart))
    assert "voorbeeld" not in (need.scene.title + need.scene.subtitle).lower()
    assert need.scene.title.endswith("echt cijfer") and "Bron: CBS 85984NED, 2024." in need.scene.subtitle
    for one in (rate, scatter):
        assert one.scene.title.endswith("voorbeeld")
    assert "Mensen met bijstand per 1.000" in next(
        one.scene.title for one in walk(reach.maps(view, "bijstand")) if isinstance(one, Chart)
    )


@pytest.mark.parametrize("world", ["real", "empty", "one_region"])
def test_without_trajectories_the_need_stands_and_nothing_is_invented(shared: Shared, world: str) -> None:
    edition = shared.edition(world)
    view = View(edition, "gestart", "")
    assert reach.opening(edition) == ()
    (_, note) = reach.dated(view)
    assert isinstance(note, Note)
    assert note.words.startswith("Nog geen enkele regio heeft trajecten van een heel jaar aangeleverd.")
    (need,) = (one for one in walk(reach.maps(view, "ao")) if isinstance(one, Chart))
    assert "arbeidsongeschiktheidsuitkering" in need.scene.title
    assert (reach.points(view), reach.table(view), reach.of_region(view)) == ((), (), ())
    everything = plain.page(Page("Proef", (reach.dated(view), reach.maps(view, "ao"), reach.maps_read(view))))
    assert "voorbeeld" not in everything.lower()
    for kind in reach.NEEDS.values():  # the page shows it already
        same = View(edition, kind.id, "2024")
        assert (reach.maps(same, "ao"), reach.maps_read(same)) == ((), ())
