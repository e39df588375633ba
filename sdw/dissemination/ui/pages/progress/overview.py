"""Overzicht as blocks: where do we stand on both targets, and what needs attention?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import Map, chart
from sdw.dissemination.blocks.figures import Sentence, Tiles
from sdw.dissemination.blocks.model import Block, Columns, Heading, Page, Paragraph, Parts
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.drawings import maps, nation
from sdw.dissemination.charts.targets.national_scene import Row
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import pace, progress, toward, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import show, tables, tiles
from sdw.dissemination.ui.elements.beside_nation import without_classes
from sdw.dissemination.ui.pages.progress import asks, need, of_others, targets
from sdw.dissemination.ui.view import link_view as in_url
from sdw.edition.approval import access
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.text.dutch import number, say

#: The targets beside what asks for attention.
_WEIGHTS = (3, 2)


def page(view: View, today: dt.date) -> Page:
    """The whole page; the map, that a reader can point at on the screen, as a drawing."""
    drawn = maps.first_scene(view)
    make = partial(maps.first_scene, view)
    small = () if drawn is None else (Map("kaart-klein", make, drawn.title, drawn.description),)
    around: Parts = ((map_title(view), *small, map_read(view), *map_source(view)), *need.of_nation(view.edition))
    below: Parts = (*of_others.findings(view.edition), targets.explained_blocks())
    parts: Parts = (*answer(view), *more(view, today), *around, *below)
    return Page(menu.by_name("overzicht").title, tuple(filter(None, parts)))


def today() -> dt.date:
    """The day on which the page is read, or as on which it is: the covenant runs on."""
    return access.today()


def answer(view: View) -> Parts:
    """The first screen: both targets and where the running year ends, beside how many regions reach them, what is
    new and what asks for attention.
    """
    if not view.period:
        left: tuple[Block, ...] = (Tiles(tuple(tiles.targets_of(view, NATION)), 2),)
        return ((_lead(view),), (Columns(left, asks.attention(view), _WEIGHTS),))
    right = (*asks.reached(view), *asks.news(view.edition), *asks.attention(view))
    return ((Columns((_lead(view), *_bullets(view), *_expected(view), *_twin(view)), right, _WEIGHTS),),)


def _lead(view: View) -> Sentence:
    """How far the nation is on the way to both targets; what is there, where it is held against none."""
    rows = nation.rows(view)
    if rows and all(row.target for row in rows):
        shown, said = [row.figure for row in rows], [one for row in rows for one in toward.stated(row.figure)]
        return Sentence(" ".join(map(toward.told, shown)), "lead", tuple(shown), tuple(said))
    found = [selections.figure(view, one) for one in (catalogue.STARTED, catalogue.DURABLE)]
    return Sentence(progress.nation(*found), "lead", tuple(filter(None, found)))


def _bullets(view: View) -> tuple[Block, ...]:
    """Both national bars, and what their lines are."""
    drawn = chart("overzicht-doelen", view, level=0) if nation.rows(view) else ()
    return (*drawn, *(Paragraph(one.scene.subtitle, quiet=True) for one in drawn))


def _twin(view: View) -> tuple[Block, ...]:
    """The same figures as a table, behind its caption."""
    rows = nation.rows(view)
    return (taking.as_drawn("overzicht-doelen", view, _table(rows)),) if rows else ()


def _table(rows: Sequence[Row]) -> Table:
    shown = [figure for row in rows for figure in (row.figure, row.before) if figure is not None]
    period, note = wording.period(rows[0].figure.period), wording.notes(shown)
    return Table(
        caption=say("chart.nation.caption", period=period, note=note),
        head=(
            say("page.figure"),
            period,
            say("chart.nation.column_at_most"),
            say("chart.nation.before"),
            say("chart.nation.column_target"),
        ),
        rows=[
            (
                row.name,
                tables.cell(row.figure),
                "–" if row.figure.bound_high is None else number(row.figure.bound_high),
                tables.cell(row.before),
                number(row.target[1]) if row.target else "–",
            )
            for row in rows
        ],
        numbers=frozenset(range(1, 5)),
        closed=True,
    )


def _expected(view: View) -> tuple[Block, ...]:
    """Where the running year is expected to end, with the chance of each target."""
    told = pace.in_short(view.edition)
    return (Sentence(told, claims=pace.stated_in_short(view.edition)),) if told else ()


def more(view: View, today: dt.date) -> Parts:
    """The second row: what was carried out and is in hand, a year earlier, and how long the covenant runs."""
    both = [selections.figure(view, one) for one in (catalogue.STARTED, catalogue.DURABLE)]
    days = (Paragraph(progress.days_left(today)),)
    if not view.period:
        return (days,)
    return (
        (Tiles(tuple(tiles.of_nation(view)), 2),),
        targets.year_earlier_and_running(view),
        days,
        (show.sources_of(view.edition, both),),
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
    """How to take the map along; where it comes from, where that is from elsewhere than the figures above it."""
    if not taking.shown("overzicht-kaart", view):
        return ()
    source = () if view.period else (show.sources_of(view.edition, maps.figures_of(maps.first(view))),)
    return (*source, taking.take("overzicht-kaart", view))


def open_region(code: str | None) -> None:
    """Go to the page of a region that was chosen on the small map."""
    if code:
        in_url.go(menu.by_name("regio"))
