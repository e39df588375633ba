"""Overzicht as blocks: where do we stand on both targets, and what needs attention?"""

from __future__ import annotations

import datetime as dt
from functools import partial

from sdw.dissemination.blocks.drawings import Map
from sdw.dissemination.blocks.figures import Sentence, Tiles
from sdw.dissemination.blocks.model import Block, Finding, Findings, Heading, Items, Page, Paragraph, Parts
from sdw.dissemination.charts.drawings import maps
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import ips, progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import show, tiles
from sdw.dissemination.ui.elements.beside_nation import without_classes
from sdw.dissemination.ui.pages.progress import targets
from sdw.dissemination.ui.view import link_view as in_url
from sdw.indicators import catalogue
from sdw.reference.documents import findings as published
from sdw.reference.documents.findings import Finding as Published
from sdw.reference.status import Status
from sdw.text.dutch import say

#: The findings on the first page, beside the Dutch IPS study: the covenant's own figures, and why it matters.
FOUR = ("hw-2023-trajecten", "hw-duurzaam-aandeel", "ctx-wia-helft", "wil-werken")

#: A period that the source does not name.
NO_PERIOD = ("", "n.b.")


def page(view: View, today: dt.date) -> Page:
    """The whole page; the map, that a reader can point at on the screen, as a drawing."""
    drawn = maps.started_scene(view)
    make = partial(maps.started_scene, view)
    small = () if drawn is None else (Map("kaart-klein", make, drawn.title, drawn.description),)
    around = ((map_title(view), *small, map_read(view)),)
    parts: Parts = (*answer(view, today), *around, *attention(view), *findings(), targets.explained_blocks())
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
        (Tiles(tuple(tiles.of_nation(view)), 2),),
        (Paragraph(progress.days_left(today)),),
        targets.year_earlier_and_running(view),
        (show.sources_of(view.edition, [started, durable]),),
    )


def map_title(view: View) -> Heading:
    """The heading above the small map."""
    return Heading(say("page.overzicht.map") + wording.example(selections.of_regions(view, catalogue.STARTED)))


def map_read(view: View) -> Paragraph:
    """How to read the small map: what darker means, where there is a darker and a lighter."""
    values = [one.value for one in selections.of_regions(view, catalogue.STARTED) if one.value is not None]
    kind = without_classes(values)
    key = "page.overzicht.map_read" if kind in ("", "few") else f"page.regiokaart.classes_{kind}"
    return Paragraph(say(key), quiet=True)


def attention(view: View) -> Parts:
    """What needs attention, under its heading."""
    return ((Heading(say("page.overzicht.attention")),), _attention(view))


def findings() -> Parts:
    """Published findings, under their heading."""
    return ((Heading(say("page.overzicht.findings")),), _findings())


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


def _findings() -> tuple[Block, ...]:
    """Five published findings, each with its source."""
    return (Findings((*(_finding(published.by_id(one)) for one in FOUR), _ips_finding())),)


def _finding(one: Published) -> Finding:
    unit = {"%": "%", "aandeel": ""}.get(one.unit, f" {one.unit}")
    return Finding(f"{one.statement}.", _source(one), one.source_url, figure=f"{one.shown}{unit}")


def _ips_finding() -> Finding:
    """The Dutch IPS study at the covenant's own threshold: lowest and highest estimate, never one of them."""
    low, high = (published.by_id(f"ips-nl-12u-{end}") for end in ("min", "max"))
    figure = say("page.overzicht.ips_figure", low=low.shown, high=high.shown)
    statement = say("page.overzicht.ips_statement", studied=ips.studied())
    return Finding(statement, _source(low), low.source_url, figure=figure)


def _source(one: Published) -> str:
    """Who says it and over when; the whole title stands on the page that accounts for every finding."""
    if one.period in NO_PERIOD:
        return one.publisher
    return say("page.overzicht.finding_source", publisher=one.publisher, period=one.period)
