"""The factsheet of a region: one page with a fixed layout, of the blocks of its page in the monitor."""

from __future__ import annotations

from itertools import chain

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import BulletChart, chart
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Columns, Heading, Items, Paragraph, Parts
from sdw.dissemination.exports.paper.sheet import Chapter, Sheet
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import pace, progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import beside_nation, tables
from sdw.dissemination.ui.pages.progress import one_region, trajectories
from sdw.dissemination.ui.paper import colophon
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.text.dutch import say

#: How the page is divided: the sentence beside the place, what became of it beside all figures.
_TOP, _BELOW = (6, 1), (8, 9)
#: The drawings and tables whose figures are on it, besides all figures of the region beside the nation.
_SHOWN = ("regio-jaren", "per-methode", "per-doelgroep")


def of(view: View) -> tuple[Sheet, tuple[Chapter, ...]]:
    """The factsheet of the region of a view."""
    period = wording.period(view.period) if view.period else ""
    about = say("paper.factsheet_period", period=period) if period else ""
    title, kind = one_region.name(view), say("paper.factsheet")
    sheet = colophon.sheet(view.edition, title, kind, figures(view), of=view.region, about=about, fixed=True)
    return sheet, (Chapter("", parts(view)),)


def figures(view: View) -> list[Figure]:
    """The published figures on it."""
    expected = chain.from_iterable(selections.paces(view.edition, view.region))
    beside = tables.figures_beside(view, view.region)
    return list(dict.fromkeys(chain(beside, *(taking.shown(name, view) for name in _SHOWN), expected)))


def parts(view: View) -> Parts:
    """Where it lies and how it stands; both targets; its years and the running one beside all figures."""
    region = view.region
    beside = tables.beside(view, region)
    right: tuple[Block, ...] = (beside,) if beside.rows else ()
    return (
        (Columns(_told(view), chart("regio-ligging", view, level=0, takes=False), _TOP),),
        *one_region.headline(view),
        (Columns((*_years(view), *_running(view), *_split(view)), right, _BELOW),),
        (*beside_nation.compared(view, region), Paragraph(say("page.statuses_explained"), quiet=True)),
    )


def _told(view: View) -> tuple[Block, ...]:
    started, durable = (selections.figure(view, one, view.region) for one in (catalogue.STARTED, catalogue.DURABLE))
    told = progress.region(one_region.name(view), started, durable)
    remarks = progress.remarks(selections.remarks(view, view.region))
    lead = (Sentence(told, "lead", tuple(one for one in (started, durable) if one)),) if told else ()
    return (*lead, *((Items(tuple(remarks)),) if remarks else ()))


def _years(view: View) -> tuple[Block, ...]:
    """Both targets and what runs through the full years, as a table: the lines stand in the figures set large."""
    return tuple(one.twin for one in one_region.years(view) if isinstance(one, BulletChart))


def _running(view: View) -> tuple[Block, ...]:
    """Where the running year is expected to end."""
    told = pace.told_of_place(view.edition, view.region)
    begun = selections.in_hand(view.edition, catalogue.STARTED)
    if not told or begun is None:
        return ()
    heading = Heading(say("pace.title", year=begun[:4]), 3)
    return heading, Items(tuple(Sentence(words, claims=said) for words, said in told))


def _split(view: View) -> tuple[Block, ...]:
    """Who the trajectories are of; their captions say so, without a heading of their own."""
    return tuple(one for one in trajectories.split(view, view.region) if not isinstance(one, Heading))
