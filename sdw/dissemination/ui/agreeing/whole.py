"""Every page and every drawing of an edition as it opens; those of one region once for each of the 35."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sdw.dissemination.blocks.model import Page
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.absence import page as absence
from sdw.dissemination.ui.pages.data import page as data
from sdw.dissemination.ui.pages.ips import page as ips
from sdw.dissemination.ui.pages.map import on_map
from sdw.dissemination.ui.pages.meeting import page as meeting
from sdw.dissemination.ui.pages.methodology import page as methodology
from sdw.dissemination.ui.pages.presenting import page as presenting
from sdw.dissemination.ui.pages.progress import one_region, overview, targets
from sdw.dissemination.ui.pages.standing import page as standing
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition
from sdw.reference.areas import regions

Known = tuple[Edition, ...]

#: Name in the menu → the page of a view. known: the editions that there are, newest first; today: when it is read.
PAGES: dict[str, Callable[[View, Known, dt.date], Page]] = {
    "overzicht": lambda view, _, today: overview.page(view, today),
    "regiokaart": lambda view, *_: on_map.page(view),
    "doelen": lambda view, *_: targets.page(view),
    "ips": lambda view, *_: ips.page(view),
    "verzuim": lambda view, *_: absence.page(view),
    "regio": lambda view, *_: one_region.page(view),
    "stuurgroep": lambda view, known, today: meeting.of(view.edition, known, today),
    "borging": lambda view, _, today: standing.page(view, today),
    "presenteren": lambda view, *_: presenting.page(view),
    "gegevens": lambda view, known, _: data.page(view.edition, known),
    "verantwoording": lambda view, known, _: methodology.of(view.edition, known),
}


def pages(edition: Edition, known: Known, today: dt.date) -> Iterator[tuple[str, str, Page]]:
    """(name in the menu, region or '', page), in the order of the menu."""
    for name, make in PAGES.items():
        for region, view in _views(edition, name):
            yield name, region, make(view, known, today)


def drawings(edition: Edition) -> Iterator[tuple[str, str, View, Scene]]:
    """(name, region or '', view, scene) of everything that this edition lets be drawn."""
    for name, drawing in registry.ALL.items():
        for region, view in _views(edition, drawing.page):
            scene = drawing.scene(view) if not region or "regio" in drawing.uses else None
            if scene is not None:
                yield name, region, view, scene


def _views(edition: Edition, page: str) -> Iterator[tuple[str, View]]:
    """The view on which a page opens; of a page about one region that of every region."""
    one = menu.by_name(page)
    if not one.needs_region:
        yield "", choose(edition, one, {}).view
        return
    for code in regions.CODES:
        yield code, choose(edition, one, {"regio": code}).view
