"""Every drawing of every page as a scene, in the example edition and in worlds with little in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from sdw.dissemination.charts.core import lettering, palette
from sdw.dissemination.charts.core.layout import titled
from sdw.dissemination.charts.core.scene import Circle, Group, Line, Mark, Path, Rect, Scene, Text, walk
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.view import View
from sdw.reference.status import Status
from tests.worlds.drawings import scenes
from tests.worlds.drawn_figures import EXPECTED
from tests.worlds.shared import Shared

WORLDS = ("shipped", "examples", "outcomes", "one_region", "empty", "mixed")
#: Drawings with a mark for every figure, also for one without a value.
EVERY_STATUS = (
    *("kaart", "tegels", "overzicht-kaart", "bereik"),
    *("doelen", "regio-jaren", "regio-lijn", "ips-maanden"),
)
#: Lines with more points than can be drawn as marks.
LONG_LINES = ("verzuim-reeks", "uitkeringen-maanden")
SVG = "{http://www.w3.org/2000/svg}"
LEAST_CONTRAST = 1.2
Drawn = list[tuple[str, View, Scene]]


@pytest.fixture(scope="module", params=WORLDS)
def drawn(request: pytest.FixtureRequest, shared: Shared) -> Drawn:
    return list(scenes(shared.edition(request.param)))


def test_every_drawing_is_drawn_of_what_ships_and_only_research_of_nothing(shared: Shared) -> None:
    assert {name for name, *_ in scenes(shared.edition("shipped"))} == set(registry.ALL) == set(EXPECTED)
    assert "ips-band" in {name for name, *_ in scenes(shared.edition("empty"))}


#: A view of outcomes that differs from every other one in each name of the link.
OTHER = {"indicator": "werk_1u", "months": 18, "client_group": "gemeente", "region": "AM12"}
NAMES = {"indicator": "indicator", "months": "maanden", "client_group": "doelgroep", "region": "regio"}


@pytest.mark.parametrize("name", [name for name, one in registry.ALL.items() if one.page == "ips"])
def test_an_address_names_all_that_a_drawing_of_ips_depends_on(shared: Shared, name: str) -> None:
    edition, drawing = shared.edition("shipped"), registry.ALL[name]
    plain = View(edition, "werk_12u", "", months=12)
    drawn = [make and make(plain) for make in (drawing.scene, drawing.narrow)]
    for field, value in OTHER.items():
        other = replace(plain, **{field: value})
        same = [make and make(other) for make in (drawing.scene, drawing.narrow)] == drawn
        assert same is (NAMES[field] not in drawing.uses), field
        assert (registry.address(name, plain) == registry.address(name, other)) is same


def test_it_is_valid_alone_and_in_a_page_with_title_and_description(drawn: Drawn) -> None:
    for name, _, scene in drawn:
        root = ET.fromstring(svg(titled(scene, "Bron: de uitgave"), standalone=True))
        assert root.findtext(f"{SVG}title") == scene.title, name
        assert root.findtext(f"{SVG}desc") == scene.description, name
        assert len(scene.description) > 40 and scene.description != scene.title, name
        assert "{" not in scene.title + scene.description + scene.subtitle.replace("} Werk", ""), name
        assert ET.fromstring(svg(scene)).attrib["role"] == "img", name


def test_it_shows_the_figures_of_the_edition_and_no_other(drawn: Drawn) -> None:
    for name, view, scene in drawn:
        expected = EXPECTED[name]
        if expected is None:
            continue
        shown = [(fact.value.removesuffix(" (voorbeeld)"), fact.status) for fact in scene.facts]
        wanted = expected(view)
        assert sorted(map(str, shown)) == sorted(map(str, wanted)), (name, view)


def test_every_figure_stands_in_a_word_or_in_a_tip(drawn: Drawn) -> None:
    """Of drawings with a mark for each figure; of a line only its last figure stands in words."""
    for name, _, scene in drawn:
        if name.startswith(EVERY_STATUS):
            said = " ".join(_words(scene))
            assert [fact for fact in scene.facts if fact.value not in said] == [], name


def test_a_reader_who_points_is_told_every_figure_of_a_long_line(drawn: Drawn) -> None:
    for name, _, scene in drawn:
        if name in LONG_LINES:
            told = {mark.tip for mark in walk(scene.marks)}
            shown = [one for one in scene.facts if one.status in (Status.VALUE, Status.PROVISIONAL)]
            assert len(shown) > 100, name
            wanted = [{f"{one.label}: {one.value}", f"{one.label}{one.value}"} for one in shown]
            assert [one for one in wanted if not one & told] == [], name


def test_each_status_has_its_pattern(drawn: Drawn) -> None:
    for name, _, scene in drawn:
        if name.startswith(EVERY_STATUS):
            patterns = {mark.pattern for mark in walk(scene.marks) if isinstance(mark, Rect | Circle | Path)}
            statuses = {fact.status for fact in scene.facts}
            if name == "ips-maanden":  # a cohort that is too young is no gap; a provisional rate is a rate
                statuses -= {Status.NOT_APPLICABLE, Status.PROVISIONAL}
            assert statuses <= patterns | {Status.VALUE}, name


def test_what_is_not_the_same_differs_without_colour(drawn: Drawn) -> None:
    for name, _, scene in drawn:
        for one, other in combinations(sorted(set(_looks(scene))), 2):
            if one[1:] == other[1:]:
                contrast = palette.contrast(palette.colour(one[0], "light"), palette.colour(other[0], "light"))
                assert contrast >= LEAST_CONTRAST, (name, one, other)


def test_words_are_at_least_twelve_pixels(drawn: Drawn) -> None:
    for name, _, scene in drawn:
        sizes = {mark.size for mark in walk(titled(scene, "Bron").marks) if isinstance(mark, Text)}
        assert min(sizes) >= 12, name


def test_nothing_lies_outside_the_picture(drawn: Drawn) -> None:
    for name, view, scene in drawn:
        for whole in (scene, titled(scene, "Bron: de uitgave")):
            for left, top, right, bottom, what in _boxes(whole.marks, 0, 0, 1):
                inside = left >= -1 and top >= -1 and right <= whole.width + 1 and bottom <= whole.height + 1
                assert inside, (name, view.region, what, (left, top, right, bottom), (whole.width, whole.height))


def test_words_do_not_lie_over_words(drawn: Drawn) -> None:
    """Names on the map stand where the geometry has room for them, in the font of the page."""
    for name, view, scene in drawn:
        if name.startswith(("kaart", "tegels", "overzicht-kaart")):
            continue
        texts = [box for box in _boxes(scene.marks, 0, 0, 1) if isinstance(box[4], Text)]
        for one, other in combinations(texts, 2):
            apart = (
                one[2] <= other[0] + 1 or other[2] <= one[0] + 1 or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            )
            assert apart, (name, view.region, one[4].words, other[4].words)


def _words(scene: Scene) -> Iterator[str]:
    for mark in walk(scene.marks):
        yield mark.tip
        if isinstance(mark, Text):
            yield mark.words


def _looks(scene: Scene) -> Iterator[tuple[str, ...]]:
    """Ink, and all that tells marks apart besides it: form, thickness, stroke, pattern, edge."""
    for mark in walk(scene.marks):
        if isinstance(mark, Line) and len(mark.points) > 2:
            yield mark.ink, "line", str(mark.width), mark.stroke
        elif isinstance(mark, Rect | Circle | Path) and mark.ink not in ("none", "ground", "card"):
            edge = f"{mark.edge} {mark.edge_stroke}"
            yield mark.ink, type(mark).__name__, mark.pattern, str(mark.grain), edge, str(mark.strength)


Box = tuple[float, float, float, float, Mark]


def _boxes(marks: tuple[Mark, ...], x: float, y: float, scale: float) -> Iterator[Box]:
    """What room marks take: left, top, right, bottom in units of the picture."""
    for mark in marks:
        if isinstance(mark, Group) and mark.window is None:
            yield from _boxes(mark.marks, x + mark.x * scale, y + mark.y * scale, scale * mark.scale)
            continue
        found = _box(mark, scale)
        left, top, right, bottom = (edge * scale + shift for edge, shift in zip(found, (x, y, x, y), strict=True))
        yield left, top, right, bottom, mark


def _box(mark: Mark, scale: float) -> tuple[float, float, float, float]:
    match mark:
        case Rect(left, top, width, height):
            return left, top, left + width, top + height
        case Circle(cx, cy, radius):
            return cx - radius, cy - radius, cx + radius, cy + radius
        case Line(points):
            return _around(points)
        case Path(data):
            return _around(_corners(data))
        case Group(_, left, top, inner, window) if window is not None:
            return left, top, left + window.width * inner, top + window.height * inner
        case Text():
            return _of_words(mark, scale)
    raise AssertionError(mark)


def _around(points: tuple[tuple[float, float], ...]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _of_words(mark: Text, scale: float) -> tuple[float, float, float, float]:
    length, size = lettering.width(mark.words, mark.size, bold=mark.bold) / scale, mark.size / scale
    if mark.upright:
        return mark.x - size, mark.y - length / 2, mark.x + size * 0.25, mark.y + length / 2
    left = mark.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor] * length
    return left, mark.y - size * 0.72, left + length, mark.y + size * 0.2


@cache
def _corners(data: str) -> tuple[tuple[float, float], ...]:
    """The corners of a path of M, L, h, v, l and z in this drawing or the relative ones of the regions."""
    x = y = 0.0
    found = []
    for command, rest in re.findall(r"([MmLlHhVv])([^MmLlHhVvZz]*)", data):
        numbers = [float(one) for one in re.findall(r"-?\d*\.?\d+", rest)]
        if command in "HhVv":
            for one in numbers:
                x, y = {"H": (one, y), "h": (x + one, y), "V": (x, one), "v": (x, y + one)}[command]
                found.append((x, y))
            continue
        for one, other in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (one, other) if command in "ML" else (x + one, y + other)
            found.append((x, y))
    return tuple(found)
