"""What is kept between visits: never another edition's, never another choice's, and nothing unpublished."""

from __future__ import annotations

import datetime as dt
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from sdw.dissemination.blocks.figures import Tile, Tiles
from sdw.dissemination.blocks.model import Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.core import plot
from sdw.dissemination.charts.targets.look import Look
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import screen, show
from sdw.dissemination.ui.pages.data import file_check
from sdw.edition import editions
from sdw.edition.editions import Edition
from tests.worlds import edition as world
from tests.worlds.pages import Visit, opened, words
from tests.worlds.shared import Shared

#: Views of each page that differ in one choice.
VIEWS: dict[str, tuple[dict[str, str], ...]] = {
    "overzicht": ({}, {"periode": "2024"}),
    "regiokaart": ({}, {"periode": "2024"}, {"indicator": "aandeel_ips"}, {"methode": "ips"}, {"regio": "AM05"}),
    "doelen": ({}, {"periode": "2024"}, {"regio": "AM05"}),
    "regio": ({"regio": "AM05"}, {"regio": "AM06"}, {"regio": "AM05", "periode": "2024"}),
    "ips": ({}, {"indicator": "werk_1u"}, {"maanden": "24"}, {"regio": "AM05"}),
    "verzuim": ({}, {"sector": "422400"}),
    "stuurgroep": ({}, {"bewering": "haalt"}, {"bewering": "haalt", "plek": "AM05"}),
    "borging": ({}, {"onderdeel": "mgn"}),
    "presenteren": ({}, {"set": "stuurgroep"}, {"set": "regio", "regio": "AM05"}),
    "gegevens": ({},),
    "verantwoording": ({},),
}
WORLDS = ("examples", "one_region", "empty")


@pytest.fixture(scope="module")
def stores(shared: Shared) -> dict[str, Path]:
    """Editions of one label that hold other figures."""
    return {name: shared(name) for name in (*WORLDS, "outcomes")}


def caches() -> Iterator[Any]:
    """Everything in the product that keeps an answer."""
    for name, module in list(sys.modules.items()):
        if name.startswith("sdw."):
            for one in vars(module).values():
                if hasattr(one, "cache_clear") and one.__module__ == name:
                    yield one


def sent(visit: Visit) -> list[str]:
    """All that a visitor is shown: HTML, drawings and the map."""
    drawings = [one.proto.spec for one in visit.get("plotly_chart")]
    return [words(visit), *drawings, *(str(one.proto) for one in visit.get("bidi_component"))]


@pytest.mark.parametrize("page", [page.name for page in menu.ALL])
def test_no_visit_sees_what_another_edition_or_choice_left_behind(stores: dict[str, Path], page: str) -> None:
    asked = [(name, view) for view in VIEWS[page] for name in WORLDS]
    fresh = []
    for name, view in asked:
        for one in caches():
            one.cache_clear()
        with world.store_at(stores[name]):
            fresh.append(sent(opened(page, **view)))
    for order in (asked, asked[::-1]):
        for name, view in order:
            with world.store_at(stores[name]):
                assert sent(opened(page, **view)) == fresh[asked.index((name, view))], (name, view)
    assert len({str(one) for one in fresh}) >= len(VIEWS[page])


def test_an_edition_in_the_place_of_another_is_shown_at_once(stores: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / "editions" / "2026-najaar.duckdb"
    target.parent.mkdir()
    shown = []
    for name in ("examples", "one_region", "examples"):
        fresh = tmp_path / "fresh.duckdb"
        fresh.write_bytes((stores[name] / "editions" / "2026-najaar.duckdb").read_bytes())
        fresh.replace(target)
        with world.store_at(tmp_path):
            shown.append(sent(opened("regio", regio="AM05")))
    assert shown[0] == shown[2] != shown[1]


def test_only_published_figures_and_choices_are_kept(
    stores: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, tuple[Any, ...]]] = []

    def remember(make: Any, of: tuple[Any, ...], named: tuple[tuple[str, Any], ...]) -> str:
        asked.append((make, of + tuple(value for _, value in named)))
        return screen.of(make(*of, **dict(named)))

    monkeypatch.setattr(show, "_kept", remember)
    for folder in (stores["examples"], stores["outcomes"]):
        with world.store_at(folder):
            for page in VIEWS:
                opened(page)
    assert len({make for make, _ in asked}) > 20
    for make, of in asked:
        # A function of the module level sees nothing but what it is given, and what it is given is the key.
        assert inspect.getclosurevars(make).nonlocals == {}
        assert "<" not in make.__qualname__
        for one in of:
            flat = one if isinstance(one, tuple) else (one,)
            # The day on which a page is read is given too: how long the covenant runs depends on it.
            assert all(isinstance(part, View | Edition | Lens | Look | dt.date | str | None) for part in flat), make


def test_each_drawing_that_is_kept_is_asked_for_by_edition_or_figures_and_choices() -> None:
    """The parameters of a cached function are its key; a figure names its own edition."""
    known = (
        "Edition",
        "View",
        "Lens",
        "Choices",
        "Theme",
        "Order",
        "str",
        "bool",
        "float",
        "Inputs",
        "Method",
        "tuple[Figure, ...]",
        "packs.Known",  # editions
        "tuple[Edition, ...]",
        "dt.date",
        "card.Size",
    )
    drawn = [
        one for one in caches() if one.__module__.startswith(("sdw.dissemination.charts.", "sdw.dissemination.ui."))
    ]
    assert len(drawn) > 10
    for one in drawn:
        assert (
            one.cache_info().maxsize is not None or not inspect.signature(one).parameters or one.__name__ in FIXED
        )
        for parameter in inspect.signature(one).parameters.values():
            assert str(parameter.annotation).removeprefix("classes.") in known or one.__name__ in FIXED, one


#: Kept without a limit, or by other things than figures: shapes that ship, what may be chosen in words, and the
#: store of finished parts itself.
FIXED = ("_component", "_kept", "_offered", "_steps", "load", "canvas", "shell")


def test_checking_a_file_keeps_nothing(stores: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst\n"
    content += b"AM05;2026-H2;ips;uwv;12;3;4;11;1\n"
    with world.store_at(stores["examples"]):
        opened("gegevens")
        edition = editions.find()
        file_check.report(file_check.of_page(content, "warm.csv", edition))
        before = {id(one): one.cache_info().currsize for one in caches()}
        file_check.report(
            file_check.of_page(content.replace(b";12;3;4;11;", b";77;3;4;76;"), "levering.csv", edition)
        )
        assert {id(one): one.cache_info().currsize for one in caches()} == before
        assert edition == editions.find()


def test_a_drawing_is_sent_with_no_more_digits_than_a_screen_shows() -> None:
    assert plot.short({"y": [1.0, 12.345678, None], "x": (0.00004, "2025")}) == {
        "y": [1, 12.3457, None],
        "x": [0, "2025"],
    }


def test_what_a_maker_gives_becomes_html() -> None:
    assert screen.of(()) == ""
    assert screen.of(Markup("<p>a")) == "<p>a"
    assert screen.of((Paragraph("<p>a"),)) == "<p>&lt;p&gt;a</p>"
    assert "<caption>vol" in screen.of((Table("vol", ["a"], [["b"]]),))
    assert screen.of(((Paragraph("a"),), (), (Tiles((Tile("naam", "97"),)),))).count("<div>") == 2


def test_parts_shown_together_are_one_element_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    monkeypatch.setattr(show.st, "html", found.append)
    with show.together():
        show.heading("eerst")
        with show.together():
            show.text("dan")
        show.text()
        show.quiet("tot slot")
    show.text("los")
    first, last = found
    assert first.index("eerst") < first.index("dan") < first.index("tot slot")
    assert last == "<p>los</p>"
    with pytest.raises(RuntimeError), show.together():
        show.explain("een vak past niet in een ander element")
