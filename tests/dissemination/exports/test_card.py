"""Pictures to share: of the size that is asked for, with title, source, edition and state in them."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.figures import facts_of
from sdw.dissemination.blocks.presenting import drawn as drawn_to_size
from sdw.dissemination.charts.core.scene import Scene, Text, walk
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports.paper import card
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition
from tests.worlds.edition import store_at
from tests.worlds.paper import flat, numbers
from tests.worlds.shared import Shared


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield shared.edition("shipped")


def opened(edition: Edition, name: str) -> View:
    drawing = registry.ALL[name]
    return choose(edition, menu.by_name(drawing.page), {"regio": "AM05"} if "regio" in drawing.uses else {}).view


def words(drawn: str) -> str:
    """All text in an SVG, with what is said aloud."""
    return flat(" ".join(ET.fromstring(drawn).itertext()))


@pytest.mark.parametrize("size", card.SIZES)
@pytest.mark.parametrize("name", registry.ALL)
def test_it_has_every_word_of_its_drawing_and_says_whose_it_is(
    edition: Edition, name: str, size: tuple[int, int]
) -> None:
    view = opened(edition, name)
    drawn = card.picture(name, view, size)
    drawing = registry.ALL[name]
    scene = drawing.scene(view)
    assert scene is not None
    assert drawn is not None
    forms = [scene, *([drawing.narrow(view)] if drawing.narrow else [])]
    told = words(drawn)
    shown = [{flat(mark.words) for mark in walk(one.marks) if isinstance(mark, Text)} for one in forms if one]
    assert any(all(text in told for text in texts) for texts in shown)
    assert flat(scene.title) in told
    assert all(word in told for word in flat(scene.subtitle).split())
    for text in (edition.label, "openbaar", "26 november 2026", "Sterk door Werk monitor"):
        assert text in told
    assert ("Bron: " in told) is bool(drawing.shown or drawing.states)
    shown, stated = taking.shown(name, view), taking.stated(name, view)
    whose = facts_of(shown, [one.source for one in stated])
    allowed = numbers(" ".join([*whose, edition.label, "26 november 2026", validity.code(edition, shown)]))
    fitted = drawn_to_size.fits(name)
    sizes = ((width, height) for width in (741, 486) for height in (300, 320, 340, 360, 600))
    forms += [fitted.make(view, *one) for one in sizes] if fitted else []
    said = {number for form in forms if form for number in numbers(" ".join(every_word(form)))}
    assert numbers(told) - allowed - said == set()


def every_word(scene: Scene) -> Iterator[str]:
    """What it says and what is said of it."""
    yield from (scene.title, scene.subtitle, scene.description)
    for mark in walk(scene.marks):
        yield from filter(None, (mark.tip, mark.words if isinstance(mark, Text) else ""))


@pytest.mark.parametrize("size", card.SIZES)
def test_it_is_as_large_as_asked_for(edition: Edition, size: tuple[int, int]) -> None:
    for name in ("overzicht-kaart", "doelen", "verzuim-reeks", "regio-ligging"):
        made = card.of(name, opened(edition, name), size)
        assert made is not None
        assert made.startswith(b"\x89PNG")
        assert struct.unpack(">II", made[16:24]) == size


@pytest.mark.parametrize("size", card.SIZES)
@pytest.mark.parametrize("name", registry.ALL)
def test_nothing_is_outside_of_it(edition: Edition, name: str, size: tuple[int, int]) -> None:
    drawn = card.picture(name, opened(edition, name), size)
    root = ET.fromstring(drawn or "")
    inner = root.find("{http://www.w3.org/2000/svg}svg")
    assert inner is not None
    x, y, width, height = (float(inner.attrib[one]) for one in ("x", "y", "width", "height"))
    assert x >= 0
    assert x + width <= size[0]
    lines = [float(one.attrib["y"]) for one in root.findall("{http://www.w3.org/2000/svg}text")]
    assert max(lines) < size[1]
    assert all(line <= y or line >= y + height or width < size[0] * 0.6 for line in lines)
    assert width >= 100
    assert height >= 100


def test_its_name_says_what_it_is_and_that_it_is_invented(edition: Edition) -> None:
    named = card.file_name("regio-jaren", opened(edition, "regio-jaren"), (1200, 627))
    assert named == "sdw-2026-najaar-regio-jaren-am05-1200x627-voorbeeld.png"


def test_a_concept_has_its_mark_over_the_drawing_and_in_its_foot(edition: Edition) -> None:
    drawn = card.picture(
        "overzicht-doelen", opened(edition, "overzicht-doelen"), (1200, 627), mark="CONCEPT voor u"
    )
    assert len(re.findall("CONCEPT voor u", drawn or "")) == 2
