"""Overzicht as blocks: where do we stand on both targets, and what needs attention?"""

from __future__ import annotations

import datetime as dt
from functools import partial

from sdw.dissemination.blocks.drawings import Map
from sdw.dissemination.blocks.figures import Sentence, Tiles
from sdw.dissemination.blocks.model import Block, Heading, Items, Page, Paragraph, Parts
from sdw.dissemination.charts.drawings import maps
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import show, tiles
from sdw.dissemination.ui.elements.beside_nation import without_classes
from sdw.dissemination.ui.pages.progress import need, of_others, targets
from sdw.dissemination.ui.view import link_view as in_url
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.status import Status
from sdw.text.dutch import say


def page(view: View, today: dt.date) -> Page:
    """The whole page; the map, that a reader can point at on the screen, as a drawing."""
    drawn = maps.first_scene(view)
    make = partial(maps.first_scene, view)
    small = () if drawn is None else (Map("kaart-klein", make, drawn.title, drawn.description),)
    around = ((map_title(view), *small, map_read(view), *map_source(view)),)
    below: Parts = (*need.of_nation(view.edition), *of_others.findings(view.edition), targets.explained_blocks())
    parts: Parts = (*answer(view, today), *around, *attention(view), *below)
    return Page(menu.by_name("overzicht").title, tuple(filter(None, parts)))


def today() -> dt.date:
    """The day on which the page is read: the covenant runs on."""
    return dt.date.today()


def answer(view: View, today: dt.date) -> Parts:
    """The sentence, both targets, how long the covenant runs, and a year earlier."""
    started, durable = (selections.figure(view, one) for one in (catalogue.STARTED, catalogue.DURABLE))
    told = progress.nation(started, durable)
    return (
        (Sentence(told, "lead", tuple(one for one in (started, durable) if one)),) if told else (),
        (Tiles(tuple(tiles.of_nation(view) if view.period else tiles.targets_of(view, NATION)), 2),),
        (Paragraph(progress.days_left(today)),),
        targets.year_earlier_and_running(view),
        (show.sources_of(view.edition, [started, durable]),),
    )


def map_title(view: View) -> Heading:
    """The heading above the map."""
    shown = maps.first(view)
    indicator, period = catalogue.by_id(shown.indicator), wording.period(shown.period)
    told = say("page.map_legend", indicator=indicator.label, period=period) if period else indicator.label
    return Heading(told + wording.kind(maps.figures_of(shown), view.edition))


def map_read(view: View) -> Paragraph:
    """How to read the map: what darker means, where there is a darker and a lighter."""
    kind = without_classes([one.value for one in maps.figures_of(maps.first(view)) if one.value is not None])
    key = "page.overzicht.map_read" if kind in ("", "few") else f"page.regiokaart.classes_{kind}"
    return Paragraph(say(key), quiet=True)


def map_source(view: View) -> tuple[Block, ...]:
    """Where the map comes from, where that is from elsewhere than the figures above it."""
    return () if view.period else (show.sources_of(view.edition, maps.figures_of(maps.first(view))),)


def attention(view: View) -> Parts:
    """What needs attention, under its heading."""
    return ((Heading(say("page.overzicht.attention")),), _attention(view))


def open_region(code: str | None) -> None:
    """Go to the page of a region that was chosen on the small map."""
    if code:
        in_url.go(menu.by_name("regio"))


def _attention(view: View) -> tuple[Block, ...]:
    """What needs attention in the period of the view."""
    started = selections.of_regions(view, catalogue.STARTED)
    durable = selections.of_regions(view, catalogue.DURABLE)
    if not started:
        return (Items((say("sentence.nobody_yet"),)),)
    hidden = sum(row.status is Status.SUPPRESSED for row in selections.all_cuts(view, catalogue.STARTED))
    lines = progress.attention(
        selections.names_with(started, Status.NOT_DELIVERED),
        hidden,
        selections.names_with(durable, Status.UNKNOWN),
        selections.remarks(view),
        [row.place for row in started if row.status is not Status.NOT_DELIVERED],
        is_example=view.edition.has_examples,
    )
    return (Items(tuple(lines)),) if lines else ()
