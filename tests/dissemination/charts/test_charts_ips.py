"""The IPS charts: what each may and may not show, on a wide screen and on a phone."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

import pytest

from sdw.dissemination.charts.core import dots, dots_scene, palette
from sdw.dissemination.charts.core.layout import Words, titled
from sdw.dissemination.charts.core.scene import Circle, Line, Mark, Path, Rect, Scene, Text, walk
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.charts.drawings.registry import NARROW
from sdw.dissemination.charts.ips import band_scene, forest, frame, funnel_scene, outcomes_scene, scenario_scene
from sdw.dissemination.charts.ips.band_scene import Band
from sdw.reference.status import Status
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.scenario import simulate
from sdw.statistics.variation.funnel import Verdict
from tests.worlds import ips as world
from tests.worlds.statistics import points

FUNNEL, PLACES = world.regions()
LOWEST, HIGHEST = simulate(world.SCENARIO)
WORDS = Words("Zin", "Wat er te zien is.", "wat, eenheid, periode")
WIDE = 640.0


def band(content: Band = world.TWELVE_HOURS, width: float = WIDE) -> Scene:
    return band_scene.scene(content, WORDS, width)


def funnel(selected: str = "AM12", width: float = WIDE) -> Scene:
    return funnel_scene.scene(FUNNEL, PLACES, WORDS, selected, width)


def outcomes(width: float = WIDE) -> Scene:
    return outcomes_scene.scene(world.COHORTS, WORDS, width)


def scenario(width: float = WIDE) -> Scene:
    return scenario_scene.scene(LOWEST, HIGHEST, WORDS, width)


def _charts(width: float) -> dict[str, Scene]:
    return {
        "band": band(width=width),
        "funnel": funnel(width=width),
        "scenario": scenario(width),
        "outcomes": outcomes(width),
    }


NAMES = list(_charts(WIDE))


def _texts(scene: Scene) -> list[Text]:
    return [mark for mark in walk(scene.marks) if isinstance(mark, Text)]


def _tips(scene: Scene) -> list[str]:
    return [mark.tip for mark in walk(scene.marks) if mark.tip]


def _words(drawing: Scene | str) -> str:
    """Everything a reader can read: names of axes, labels, what is said where one points."""
    if isinstance(drawing, str):
        return re.sub(r"<[^>]*>", " ", drawing)
    return " ".join([*(mark.words for mark in _texts(drawing)), *_tips(drawing)])


def _ticks(scene: Scene, axis: str) -> dict[float, float]:
    """Value → place on the axis: 'x' the texts under it, 'y' those at its left."""
    anchor = {"x": "middle", "y": "end"}[axis]
    numbers = [
        (text, float(text.words.replace(".", "").replace(",", ".")))
        for text in _texts(scene)
        if text.anchor == anchor and not text.upright and re.fullmatch(r"-?[\d.,]+", text.words)
    ]
    return {value: text.x if axis == "x" else text.y - text.size * 0.35 for text, value in numbers}


@pytest.mark.parametrize(("name", "theme", "width"), list(product(NAMES, ("light", "dark"), (WIDE, NARROW))))
def test_every_chart_can_be_sent_and_nothing_in_it_can_be_dragged(
    name: str, theme: palette.Theme, width: float
) -> None:
    scene = _charts(width)[name]
    assert scene.width == width
    inks = {getattr(mark, each, "none") for mark in walk(scene.marks) for each in ("ink", "edge")}
    assert all(palette.colour(ink, theme) for ink in inks)
    written = svg(scene, standalone=True)
    assert ET.fromstring(written).attrib["viewBox"].split()[2] == f"{width:.0f}"
    assert not re.search(r"<script|onclick|href=", written)
    assert not re.search(r"\d\.\d{1,2}(?!\d)", _words(scene)), "decimals have a comma"


def _of_points() -> Iterator[Scene | str]:
    yield band()
    yield dots.html(forest.forest(world.DIFFERENCES))
    yield dots_scene.scene(forest.forest(world.DIFFERENCES), WORDS)


def _of_percent() -> Iterator[Scene | str]:
    yield dots.html(forest.rates(world.RATES))
    yield dots_scene.scene(forest.rates(world.RATES), WORDS)
    yield funnel()
    yield outcomes()


@pytest.mark.parametrize("drawing", list(_of_points()))
def test_a_difference_says_percentage_point_and_never_percent(drawing: Scene | str) -> None:
    words = _words(drawing)
    assert "procentpunt" in words
    assert "%" not in words
    assert "procent " not in words.replace("procentpunt", "")


@pytest.mark.parametrize("drawing", list(_of_percent()))
def test_a_rate_says_percent_and_never_percentage_point(drawing: Scene | str) -> None:
    words = _words(drawing)
    assert "procent met werk" in words
    assert "procentpunt" not in words


@pytest.mark.rule("threshold")
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_band_is_flat_from_6_to_36_months_with_both_intervals(width: float) -> None:
    scene = band(width=width)
    months, heights = _ticks(scene, "x"), _ticks(scene, "y")
    assert min(months) == 6
    one, month = (heights[10] - heights[0]) / 10, (months[18] - months[6]) / 12
    ends = pytest.approx((months[6], months[6] + 30 * month), abs=0.02)
    values = [mark for mark in walk(scene.marks) if isinstance(mark, Line) and mark.width == 3]
    areas = [mark for mark in walk(scene.marks) if isinstance(mark, Rect)]
    for low, value, high, ink in ((0.8, 3.7, 6.7, "accent"), (3.8, 7.5, 11.3, "primary")):
        [line] = [mark for mark in values if mark.ink == ink]
        [area] = [mark for mark in areas if mark.ink == ink]
        (left, at), (right, still) = line.points
        assert at == still, "nothing rises or falls"
        assert (left, right) == ends
        assert (area.x, area.x + area.width) == ends
        drawn = [(place - heights[0]) / one for place in (area.y + area.height, at, area.y)]
        assert drawn == pytest.approx([low, value, high], abs=0.02)
    assert 0 < scene.height - heights[0] < scene.height
    assert "3,7 (0,8 tot 6,7)" in _words(scene)


@pytest.mark.rule("threshold")
def test_the_threshold_is_chosen_by_the_figures() -> None:
    assert "8,9 (5,2 tot 12,6)" in _words(band(world.ONE_HOUR))


def test_a_band_of_percentages_is_refused() -> None:
    percent = Estimate(20, Interval(10, 30, Unit.PERCENT))
    with pytest.raises(ValueError, match="percentage points"):
        band(Band(percent, world.ONE_HOUR.highest))


def test_differences_and_ratios_never_share_an_axis() -> None:
    with pytest.raises(ValueError, match="one unit"):
        forest.forest([*world.DIFFERENCES, *world.RATIOS])
    with pytest.raises(ValueError, match="one unit"):
        forest.forest([])
    one, two, four = (_marks_of_axis(dots.html(forest.forest(world.RATIOS)))[tick] for tick in ("1", "2", "4"))
    assert two - one == pytest.approx(four - two, abs=0.01)
    plain = _marks_of_axis(dots.html(forest.forest(world.DIFFERENCES)))
    none, ten, twenty = (plain[tick] for tick in ("0", "10", "20"))
    assert ten - none == pytest.approx(twenty - ten, abs=0.01)


def _marks_of_axis(drawing: str) -> dict[str, float]:
    """Where each tick of the axis stands."""
    return {text: float(place) for place, text in re.findall(r"<i style=--x:([-\d.]+)>([^<]+)</i>", drawing)}


def _rows(drawing: str) -> list[str]:
    return drawing.split("</ol>")[0].split("<li")[1:]


def test_a_study_with_rates_only_gets_two_dots_and_no_interval() -> None:
    drawing = dots.html(forest.rates(world.RATES))
    for row, study in zip(_rows(drawing), world.RATES, strict=True):
        marks = {shape: float(place) for shape, place in re.findall(r"<b class=(\w+) style=--x:([\d.]+)>", row)}
        assert marks == {
            "open": pytest.approx(study.comparison / 1.01, abs=0.05),
            "full": pytest.approx(study.ips / 1.01, abs=0.05),
        }
        assert "<u" not in row and "<s " not in row
    assert "tot" not in _words(drawing).split()


def test_the_order_of_studies_is_kept_from_top_to_bottom() -> None:
    labels = re.findall(r"<span>(.*?)</span>", dots.html(forest.forest(world.RATIOS)))
    assert [html.unescape(label) for label in labels] == [row.label for row in world.RATIOS]


def test_a_prediction_interval_is_dotted_and_within_the_axis() -> None:
    dotted = re.findall(r"<s style=--x:([\d.]+);--w:([\d.]+)>", dots.html(forest.forest(world.RATIOS)))
    [(start, length)] = dotted
    assert 0 < float(start) < float(start) + float(length) < 100


def test_each_kind_of_study_has_its_mark_in_the_middle_of_its_interval() -> None:
    drawing = dots.html(forest.forest(world.DIFFERENCES))
    shapes = []
    for row in _rows(drawing):
        start, length = map(float, *re.findall(r"<u style=--x:([\d.]+);--w:([\d.]+)>", row))
        [(shape, place)] = re.findall(r"<b class=([\w-]+) style=--x:([\d.]+)>", row)
        assert float(place) == pytest.approx(start + length / 2, abs=0.2)
        shapes.append(shape)
    assert shapes == ["square", "square", "open"]
    assert _rows(dots.html(forest.forest(world.RATIOS)))[3].startswith(' class="own"')


def test_what_a_study_is_called_stays_text() -> None:
    assert "&lt;b&gt;" in dots.html(forest.forest([replace(world.RATIOS[0], label="<b>")]))


def test_the_funnel_names_only_the_selected_and_those_outside() -> None:
    outside = {p.name for p in PLACES if p.verdict in (Verdict.ABOVE, Verdict.BELOW)}
    named = {text.words for text in _texts(funnel()) if text.words.startswith("Regio")}
    assert outside == {"Regio AM05", "Regio AM09"}
    assert named == outside | {"Regio AM12"}


def _places(scene: Scene) -> list[Circle]:
    """The dots of the regions: each has its code."""
    return [mark for mark in walk(scene.marks) if isinstance(mark, Circle) and mark.key]


def test_the_funnel_paints_nobody_good_or_bad() -> None:
    drawn = _places(funnel())
    assert {dot.key for dot in drawn} == {place.code for place in PLACES}
    looks = {(dot.ink, dot.edge, dot.radius, dot.pattern) for dot in drawn if dot.key != "AM12"}
    assert looks == {("others", "text", 4.5, Status.VALUE)}
    assert "niet te onderscheiden van landelijk" in " ".join(dot.tip for dot in drawn)


def _pulls(scene: Scene) -> list[Line]:
    return [mark for mark in walk(scene.marks) if isinstance(mark, Line) and mark.ink == "others"]


def test_the_pooled_rate_stands_beside_the_raw_one() -> None:
    raw_only = funnel_scene.scene(FUNNEL, [replace(place, pooled=None) for place in PLACES], WORDS)
    both = funnel("")
    assert _pulls(raw_only) == [] and len(_places(raw_only)) == len(PLACES)
    heights = _ticks(both, "y")
    drawn = [[(heights[0] - y) / (heights[0] - heights[10]) * 10 for _, y in line.points] for line in _pulls(both)]
    assert drawn == [pytest.approx([place.rate, place.pooled]) for place in PLACES]
    ends = {line.points[1] for line in _pulls(both)}
    opened = [mark for mark in walk(both.marks) if isinstance(mark, Circle) and mark.ink == "ground"]
    assert {(mark.x, mark.y) for mark in opened} == ends
    with pytest.raises(ValueError, match="at least one region"):
        funnel_scene.scene(FUNNEL, [], WORDS)


def _outline(path: Path) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+) ([-\d.]+)", path.data)]


def test_both_hills_of_the_scenario_have_one_scale_of_people_and_surface() -> None:
    scene = scenario()
    hills = [mark for mark in walk(scene.marks) if isinstance(mark, Path)]
    surfaces = []
    for hill in hills:
        outline = _outline(hill)
        floor = outline[0][1]
        sides = pairwise(outline)
        surfaces.append(sum((after[0] - x) * (2 * floor - y - after[1]) / 2 for (x, y), after in sides))
        assert all(y <= floor + 0.05 for _, y in outline), "no hill goes under its ground"
    assert len(surfaces) == 2 and surfaces[0] > 0
    assert surfaces[0] == pytest.approx(surfaces[1], rel=0.01)
    assert "extra mensen aan het werk" in _words(scene)
    assert "75 (38 tot 112) mensen" in _words(scene)


def _line(scene: Scene, ink: str) -> list[Line]:
    """The lines through the points of a series, and not its intervals."""
    found = [mark for mark in walk(scene.marks) if isinstance(mark, Line) and mark.ink == ink and mark.width > 1]
    return [line for line in found if line.points[0][0] != line.points[-1][0]]


def test_a_hidden_point_breaks_the_line_and_says_what_it_is() -> None:
    scene = outcomes_scene.scene(world.COHORTS[1:2], WORDS)
    [line] = _line(scene, "quiet")
    drawn = {x for x, _ in line.points}
    at = {month: x for month, x in _ticks(scene, "x").items() if month in range(6, 37, 6)}
    assert {month for month, x in at.items() if x in drawn} == {18, 24}, "6 stands alone, 12 and 30 are missing"
    missing = [mark for mark in walk(scene.marks) if isinstance(mark, Path)]
    assert [mark.pattern for mark in missing] == [Status.SUPPRESSED, Status.NOT_DELIVERED]
    assert "afgeschermd" in missing[0].tip
    assert "niet aangeleverd" in missing[1].tip


def _loose(scene: Scene) -> list[Mark]:
    """The intervals of a cohort that is too young: strips with a dotted edge."""
    return [mark for mark in walk(scene.marks) if isinstance(mark, Rect) and mark.edge_stroke == "dotted"]


def test_a_young_cohort_looks_otherwise_and_says_so() -> None:
    scene = outcomes()
    young = world.COHORTS[2]
    assert len(_loose(scene)) == 2 == sum(point.rate is not None for point in young.points)
    assert _loose(outcomes_scene.scene(world.COHORTS[:2], WORDS)) == []
    assert "2025-H1 (te jong)" in _words(scene)
    assert "telt in geen totaal mee" in _words(scene)
    alone = outcomes_scene.scene([young], WORDS)
    assert [
        mark for mark in walk(alone.marks) if isinstance(mark, Line) and mark.width == 1 and mark.ink != "line"
    ] == []
    [line] = _line(alone, "quiet")
    assert line.stroke == "dotted"
    one_point = outcomes_scene.scene([replace(young, points=young.points[:1])], WORDS)
    assert len(_loose(one_point)) == 1 and _line(one_point, "quiet") == []


def test_an_outcome_that_is_no_percentage_is_refused() -> None:
    point = replace(world.COHORTS[0].points[0], rate=points(5, 1, 9))
    with pytest.raises(ValueError, match="percentage"):
        outcomes_scene.scene([replace(world.COHORTS[0], points=(point,))], WORDS)


def test_what_is_pointed_at_says_months_and_unit() -> None:
    assert "2022-H1, 6 maanden na de start: 17 (11 tot 24) procent met werk" in _tips(outcomes())


def test_a_title_is_for_what_travels_alone_and_makes_the_drawing_higher() -> None:
    plain = scenario()
    alone = titled(plain)
    assert (plain.title, plain.subtitle) == ("Zin", "wat, eenheid, periode")
    assert not {"Zin", "wat, eenheid, periode"} & {text.words for text in _texts(plain)}
    assert [text.words for text in _texts(alone)][:2] == ["Zin", "wat, eenheid, periode"]
    assert alone.height > plain.height


def test_numbers_are_dutch() -> None:
    assert frame.with_interval(points(-3.25, -4, 1)) == "−3,3 (−4,0 tot 1,0)"
    assert frame.with_interval(world.ratio(2.4, 1.99, 2.9)) == "2,40 (1,99 tot 2,90)"
