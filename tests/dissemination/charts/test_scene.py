"""A scene and its SVG: escaped by type, valid alone, the same in pattern where there is no colour."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from sdw.dissemination.charts.core import lettering, palette
from sdw.dissemination.charts.core.scene import Circle, Fact, Group, Line, Path, Rect, Scene, Text, Window, walk
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.reference.status import Status

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "<script>\"&'"
MARKS = (
    Rect(0, 0, 10, 10, tip=NASTY, key="AM05"),
    Circle(5, 5, 2, ink="ground", edge="primary"),
    Path("M0 0L5 5", ink="s3", link="/regio?regio=AM05"),
    Line(((0, 0), (3, 4)), stroke="dashed"),
    Text(1, 2, NASTY, halo="ground"),
    Group((Rect(0, 0, 1, 1, pattern=Status.SUPPRESSED),), scale=4, window=Window(0, 0, 2, 2)),
)
SCENE = Scene(100, 50, f"titel {NASTY}", "zin", MARKS, (Fact("Twente", "97"),))


def test_alone_it_is_a_document_with_title_description_and_nothing_to_fetch() -> None:
    root = ET.fromstring(svg(SCENE, standalone=True))
    assert root.findtext(f"{SVG}title") == SCENE.title
    assert root.findtext(f"{SVG}desc") == SCENE.description
    assert "var(" not in svg(SCENE, standalone=True)


def test_in_a_page_it_follows_the_theme_and_is_told_in_words() -> None:
    root = ET.fromstring(svg(SCENE))
    assert root.attrib["aria-label"] == f"{SCENE.title}. {SCENE.description}"
    assert "var(--ink-primary)" in svg(SCENE)
    assert "--ink-primary:light-dark(#0D5163,#7CC4CF)" in palette.stylesheet()


def test_every_word_is_escaped_once() -> None:
    root = ET.fromstring(svg(SCENE, standalone=True))
    assert [text.text for text in root.iter(f"{SVG}text")] == [NASTY]
    assert root.findtext(f"{SVG}rect/{SVG}title") == NASTY
    assert root.find(f".//{SVG}script") is None


def test_what_a_mark_stands_for_and_where_it_leads_is_in_the_drawing() -> None:
    root = ET.fromstring(svg(SCENE, standalone=True))
    assert {one.attrib["data-key"] for one in root.iter() if "data-key" in one.attrib} == {"AM05"}
    assert [one.attrib["href"] for one in root.iter(f"{SVG}a")] == ["/regio?regio=AM05"]


def test_a_link_to_a_program_is_refused() -> None:
    with pytest.raises(ValueError, match="no link"):
        svg(Scene(1, 1, "t", "d", (Rect(0, 0, 1, 1, link="javascript:alert(1)"),)))


def _look(status: Status) -> tuple[str, str]:
    """Fill (the kind of pattern) and dashes of a form with this status."""
    root = ET.fromstring(svg(Scene(9, 9, "t", "d", (Rect(0, 0, 9, 9, pattern=status),))))
    rect = root.find(f"{SVG}rect")
    assert rect is not None
    return rect.attrib["fill"], rect.attrib.get("stroke-dasharray", "")


def test_the_six_statuses_look_different() -> None:
    assert len({_look(status) for status in Status}) == len(Status)


def test_a_pattern_is_as_fine_in_a_group_as_outside_it() -> None:
    root = ET.fromstring(svg(SCENE, standalone=True))
    (pattern,) = root.iter(f"{SVG}pattern")
    assert pattern.attrib["patternTransform"].startswith("scale(0.25)")


def test_a_scene_without_words_does_not_exist() -> None:
    with pytest.raises(ValueError, match="title"):
        Scene(1, 1, "", "d", ())
    with pytest.raises(ValueError, match="title"):
        Scene(1, 1, "t", "", ())


def test_a_colour_is_a_name_of_the_palette() -> None:
    with pytest.raises(KeyError):
        svg(Scene(1, 1, "t", "d", (Rect(0, 0, 1, 1, ink="#FF0000"),)))


def test_walking_meets_what_is_in_groups() -> None:
    assert [mark for mark in walk(MARKS) if isinstance(mark, Rect)][-1].pattern is Status.SUPPRESSED


def test_words_are_wrapped_within_their_room() -> None:
    lines = lettering.wrapped("Vervoer en opslag van goederen", 13, 90)
    assert " ".join(lines) == "Vervoer en opslag van goederen" and len(lines) > 1
    assert all(lettering.width(line, 13) <= 90 for line in lines)


def test_what_its_alt_says_is_not_said_twice() -> None:
    assert "aria-label" not in svg(SCENE, spoken=False)
    same = Scene(1, 1, "titel", "de titel en wat er te zien is", ())
    assert ET.fromstring(svg(same)).attrib["aria-label"] == same.description
