"""What a page says is data: without markup, and the same words on the screen and in plain text, in ten worlds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
from markupsafe import Markup

from sdw.dissemination.blocks import drawings, figures, layers, model, plain
from sdw.dissemination.blocks.model import Block, Page
from sdw.dissemination.blocks.points import Point, Points, Signpost, Where
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core import dots, scene
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.targets.bullet import Bullets
from sdw.dissemination.ui.elements import screen
from tests.worlds import ten as worlds
from tests.worlds.blocks import PAGES, texts
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

MARKUP = re.compile(r"</?[a-zA-Z!]|&#?\w+;")
#: Kinds of cells: how they look, which the text says in words.
KINDS = {"", "s", "d", "o", "x"}


@pytest.fixture(params=(*worlds.NAMES, "shipped"), name="pages")
def _pages(request: pytest.FixtureRequest, ten: Callable[[str], Path], shared: Shared) -> Iterator[list[Page]]:
    """In the ten worlds, that hold no absence and no benefits by month, and in what ships."""
    with store_at(shared("shipped") if request.param == "shipped" else ten(request.param)):
        yield [make() for make in PAGES.values()]


def test_no_text_of_any_block_holds_markup(pages: list[Page]) -> None:
    told = [text for page in pages for text in texts(page)]
    assert len(told) > 100
    assert [text for text in told if isinstance(text, Markup) or MARKUP.search(text)] == []


def test_both_writers_say_every_text_of_every_page(pages: list[Page]) -> None:
    for page in pages:
        in_text = plain.page(page)
        on_screen = unescape(re.sub(r"\xad", "", unescape(screen.page(page))))
        wanted = [text for text in texts(page.parts) if text not in KINDS]
        assert in_text.startswith(page.title)
        assert [text for text in wanted if text not in in_text] == []
        assert [text for text in wanted if not text.startswith(("http", "f/")) and text not in on_screen] == []


def test_every_part_of_a_page_stands_in_its_contents(pages: list[Page]) -> None:
    long = [page for page in pages if page.contents]
    assert long
    for page in long:
        shown = screen.page(page)
        contents = shown[: shown.index("</nav>")]
        places = re.findall(r'href="#(\w+)"', contents)
        assert len(places) == len(set(places)) == len(model.headings(page)) > 3
        assert all(shown.count(f"<h2 id={place}>") == 1 for place in places)


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_both_writers_know_every_block(kind: type) -> None:
    assert kind in plain.lines.registry
    assert kind in screen.element.registry


def test_a_block_that_a_writer_does_not_know_is_a_bug() -> None:
    for write in (plain.lines, screen.element):
        with pytest.raises(TypeError, match="object"):
            write(object())


HOSTILE = "<script>alert('\"x\"')</script>&amp;"


def hostile_scene() -> scene.Scene:
    return scene.Scene(100, 20, HOSTILE, HOSTILE, (scene.Text(0, 10, HOSTILE),))


def hostile_part(words: str) -> tuple[Block, ...]:
    return (model.Paragraph(words),)


HOSTILE_DOTS = dots.Drawing(
    (dots.Row(HOSTILE, (dots.Mark("full", 1.0),), HOSTILE, HOSTILE),),
    Axis(0, 2),
    ((1, HOSTILE),),
    (1, HOSTILE),
    "above",
    HOSTILE,
)

BLOCKS: tuple[Block, ...] = (
    model.Heading(HOSTILE),
    model.Paragraph(HOSTILE),
    model.Note(HOSTILE),
    model.Note(HOSTILE, verdict="refused", word=HOSTILE),
    model.Items((HOSTILE,)),
    model.Facts(((HOSTILE, HOSTILE),)),
    model.Quote(HOSTILE, HOSTILE),
    model.Finding(HOSTILE, HOSTILE, f"https://{HOSTILE}", HOSTILE),
    model.Source(HOSTILE, "javascript:alert(1)", HOSTILE),
    model.OtherEditions(HOSTILE, (HOSTILE,)),
    Table(HOSTILE, (HOSTILE, HOSTILE), ((HOSTILE, Cell(HOSTILE)),)),
    model.Folded(HOSTILE, (model.Paragraph(HOSTILE),)),
    model.Beside(((model.Paragraph(HOSTILE),),)),
    model.Entries((model.Source(HOSTILE, HOSTILE, HOSTILE),)),
    model.Findings((model.Finding(HOSTILE, HOSTILE, "", figure=HOSTILE),)),
    model.Tables((Table(HOSTILE, (HOSTILE,), ((HOSTILE,),)),)),
    model.Columns((model.Paragraph(HOSTILE),), (model.Note(HOSTILE, urgent=True),), (3, 2)),
    model.Explained((HOSTILE,), (HOSTILE,)),
    model.Part(hostile_part, (HOSTILE,)),
    figures.Sentence(HOSTILE, "lead"),
    figures.Tiles((figures.Tile(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),)),
    figures.Ledger(((HOSTILE, HOSTILE),) * 4, HOSTILE),
    figures.Sources(HOSTILE),
    drawings.Chart(hostile_scene(), "", None, Table(HOSTILE, (HOSTILE,), ((HOSTILE,),))),
    drawings.DotChart(hostile_scene, HOSTILE_DOTS, HOSTILE, HOSTILE, HOSTILE, 3),
    drawings.BulletChart(hostile_scene, Bullets((), HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), 1.0, None), HOSTILE),
    drawings.Map(HOSTILE, hostile_scene, HOSTILE, HOSTILE),
    drawings.Take(HOSTILE, ((HOSTILE, HOSTILE),)),
    drawings.Choice("a", "a", HOSTILE, (("a", HOSTILE),), "a"),
    layers.LayerHead("equal", HOSTILE, HOSTILE, HOSTILE),
    layers.LayerCards((layers.LayerCard("equal", HOSTILE, HOSTILE, HOSTILE),)),
    Points((Point(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "regio", (("regio", HOSTILE),)),)),
    Signpost((Where(HOSTILE, HOSTILE, HOSTILE, "regio", (("regio", HOSTILE),)), Where(HOSTILE, HOSTILE, HOSTILE))),
)


def test_the_hostile_blocks_are_all_blocks() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_whatever_a_block_holds_it_stays_text(block: Block) -> None:
    shown = screen.page(Page("", ((block,),), contents=True))
    assert "<script" not in shown
    assert "javascript" not in shown
    assert unescape(shown).count(HOSTILE) >= 1
    assert "&amp;amp;" in shown, "escaped once, and not twice or never"
    assert "&amp;amp;amp;" not in shown
