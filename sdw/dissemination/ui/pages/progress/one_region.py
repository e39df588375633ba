"""Regio as blocks: all figures of one region, beside the nation and similar regions."""

from __future__ import annotations

from functools import partial
from itertools import chain

from sdw.dissemination.blocks import known_facts, reach, taking
from sdw.dissemination.blocks.drawings import BulletChart, chart
from sdw.dissemination.blocks.figures import Sentence, Tiles
from sdw.dissemination.blocks.model import Beside, Block, Columns, Heading, Items, Page, Paragraph, Parts
from sdw.dissemination.blocks.table import Take
from sdw.dissemination.charts.drawings import progress as drawings
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import beside_nation, show, tables, tiles
from sdw.dissemination.ui.pages.progress import alike, municipalities, need, targets, trajectories
from sdw.dissemination.ui.view.light import region_page
from sdw.edition import figures as edition_figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.text.dutch import say


def page(view: View) -> Page:
    """The whole page, without the sums that a reader chooses."""
    read = map(Paragraph, reach.explained())
    explained = (Paragraph(say("alike.explained")), *targets.explained_blocks(), *read)
    beside = ((*reach.opening(view.edition), *reach.of_region(view)), reach.table(view))
    within = (*municipalities.within(view.edition, view.region), *municipalities.notes(view.edition))
    parts: Parts = (*figures(view), *beside, *others(view), within, known(view.edition, view.region), explained)
    return Page(menu.by_name("regio").title, tuple(filter(None, parts)))


def figures(view: View) -> Parts:
    """Everything of the region: its targets, its years, its figures beside the nation, its ledger."""
    region = view.region
    started, durable = (selections.figure(view, one, region) for one in (catalogue.STARTED, catalogue.DURABLE))
    told = progress.region(name(view), started, durable)
    remarks = progress.remarks(selections.remarks(view, region))
    beside = taking.with_files("cijfers", view, tables.beside(view, region))
    lead = (Sentence(told, "lead", tuple(one for one in (started, durable) if one)),) if told else ()
    where = chart("regio-ligging", view, level=0, chooses="regio", takes=False)
    return (
        (Columns((Heading(title(view)), *lead, light(view)), where, (5, 1)),),
        *headline(view),
        (taking.factsheet(view, name(view)),),
        (Items(tuple(remarks)),) if remarks else (),
        years(view),
        targets.running_year(view.edition, region),
        *_side_by_side(
            ((beside,) if beside.rows else (), beside_nation.compared(view, region)),
            (trajectories.ledger(view, region), trajectories.split(view, region)),
        ),
    )


def headline(view: View) -> Parts:
    """Both targets and what runs; where nobody delivered anything, both targets and who could be meant."""
    if view.period:
        return ((Tiles(tuple(tiles.regional_targets(view))),),)
    rows = (tiles.targets_of(view, view.region), need.tiles(view.edition, view.region))
    return tuple((Tiles(tuple(row)),) for row in rows if row)


def _side_by_side(left: Parts, right: Parts) -> Parts:
    """Both beside one another; where one of them is empty, the parts of the other under one another."""
    if not any(left) or not any(right):
        return *left, *right
    return ((Beside(tuple(tuple(chain.from_iterable(side)) for side in (left, right))),),)


def known(edition: Edition, region: str) -> tuple[Block, ...]:
    """What is publicly known of the region: the same in every period."""
    return known_facts.of_region(edition, region)


def others(view: View, chosen: tuple[str, ...] = ()) -> Parts:
    """The regions that are most like it or that a reader chose, and where all figures of the page come from."""
    region = view.region
    own = [selections.figure(view, one, region) for one in (catalogue.STARTED, catalogue.DURABLE)]
    return (
        alike.blocks(view, chosen),
        (show.sources_of(view.edition, own, tables.figures_beside(view, region)),),
    )


def name(view: View) -> str:
    """The name of the region of the view in its edition."""
    return edition_figures.place_of(view.edition, view.region)


def light(view: View) -> Take:
    """To the page of the region that does without a script: to pass on, to print."""
    address = region_page.address(view.edition, view.region)
    return Take(name(view), ((say("light.region.link"), address),))


def title(view: View) -> str:
    """'Twente, 2025'."""
    if not view.period:
        return name(view)
    return say("page.regio.heading", region=name(view), period=wording.period(view.period))


def years(view: View) -> tuple[Block, ...]:
    """The region of the view through the full years; empty where it has no value."""
    rows = drawings.years(view)
    if rows is None:
        return ()
    newest = rows.rows[-1]
    words = progress.region(name(view), newest.started, newest.durable)
    return (BulletChart(partial(drawings.years_scene, view), rows, words, 3, taking.take("regio-jaren", view)),)


def similar_explained() -> list[str]:
    """What makes regions alike here."""
    return [say("alike.explained")]
