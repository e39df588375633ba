"""Doelen as blocks: are the regions on target, in both definitions?"""

from __future__ import annotations

from functools import partial
from itertools import chain

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import BulletChart, chart
from sdw.dissemination.blocks.figures import Sentence, Tiles
from sdw.dissemination.blocks.model import Beside, Block, Heading, Items, Note, Page, Paragraph, Parts
from sdw.dissemination.charts.drawings import progress as drawings
from sdw.dissemination.charts.targets.look import PLAIN, Look
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.need import yardstick
from sdw.dissemination.figures.sentences import comparing, pace, progress, voices
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import show, tiles, voices_table
from sdw.dissemination.ui.pages.progress import of_others, since, trajectories
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference import periods
from sdw.reference.documents import targets
from sdw.text.dutch import say


def page(view: View, look: Look = PLAIN) -> Page:
    """The whole page, its rows in this order."""
    parts: Parts = (
        *answer(view),
        *regions(view, look),
        *nation(view),
        running_year(view.edition),
        trajectories.ledgers(view),
        split(view),
        since.years(view.edition),
        explained_blocks(),
    )
    return Page(menu.by_name("doelen").title, tuple(filter(None, parts)))


def answer(view: View) -> Parts:
    """How many regions reach both targets."""
    told = _reached(view)
    shown = [selections.of_regions(view, counted) for counted in (catalogue.STARTED, catalogue.DURABLE)]
    said = progress.stated_on_target(*shown)
    return ((Sentence(told, "lead", tuple(chain(*shown)), said),) if told else (),)


def regions(view: View, look: Look) -> Parts:
    """Every region against both targets, and the ledger of the chosen one or the nation."""
    return (
        bullets(view, look),
        (show.sources_of(view.edition, *_shown(view, look)),),
        trajectories.ledger(view, view.region or NATION),
    )


def nation(view: View) -> Parts:
    """The nation: both targets, and a year earlier."""
    return (
        (Tiles(tuple(tiles.with_coverage(view)), 2),),
        year_earlier(view) if view.period else of_others.covenant(),
    )


def _shown(view: View, look: Look) -> list[list[Figure]]:
    """The figures of the rows, and those of what they are held against."""
    counts = [selections.of_regions(view, one) for one in (catalogue.STARTED, catalogue.DURABLE)]
    paces = [one for both in drawings.paces(view).values() for pair in both for one in pair]
    aims = yardstick.aims(view.edition, look.yardstick)
    return [*counts, paces, yardstick.counted(view.edition, look.yardstick, aims.year)]


def _reached(view: View) -> str:
    """How many regions reach each target, and of which there are no figures."""
    started, durable = (selections.of_regions(view, one) for one in (catalogue.STARTED, catalogue.DURABLE))
    reached = (selections.reach(started), selections.reach(durable))
    return progress.regions_on_target(*reached, view.period, selections.missing_by_reason(started, durable))


def orderable(view: View) -> list[Figure]:
    """The figures that can be put in an order."""
    return list(selections.of_regions(view, catalogue.STARTED))


def split(view: View) -> tuple[Block, ...]:
    """Who the trajectories are of, of the chosen region or of the nation."""
    return trajectories.split(view, view.region or NATION)


def is_aimed(view: View) -> bool:
    """True where regions can be under or above what is asked of a year."""
    return bool(view.period) and (periods.parse(view.period).kind == "year" or bool(drawings.paces(view)))


def bullets(view: View, look: Look) -> tuple[Block, ...]:
    """Every region against both targets; empty where no region has a value."""
    rows = drawings.regions(view, look)
    if rows is None:
        return ()
    taken = taking.take("doelen", view, look.said) if rows.rows else None
    chart = BulletChart(partial(drawings.regions_scene, view, look), rows, _reached(view), take=taken)
    return (chart,) if rows.rows else (chart, Note(say("page.doelen.none")))


def year_earlier(view: View) -> tuple[Block, ...]:
    """A heading, and both targets beside a year earlier at equal regions."""
    return _compared(view, "")


def year_earlier_and_running(view: View) -> tuple[Block, ...]:
    """As `year_earlier`, with what is in hand of the running year too."""
    return _compared(view, selections.in_hand(view.edition, catalogue.STARTED) or "")


def running_year(edition: Edition, region: str = NATION) -> tuple[Block, ...]:
    """A heading, and where the running year of a place is expected to end; nothing where no year runs."""
    told = pace.told_of_place(edition, region)
    begun = selections.in_hand(edition, catalogue.STARTED)
    if not told or begun is None:
        return ()
    view = View(edition, "", "", region="" if region == NATION else region)
    names = ("verwacht-gestart", "verwacht-duurzaam")
    drawn = [chart(name if region == NATION else f"regio-{name}", view, level=3) for name in names]
    beside = (Beside(tuple(one for one in drawn if one)),) if any(drawn) else ()
    heading = Heading(say("pace.title", year=begun[:4]))
    items = Items(tuple(Sentence(words, claims=said) for words, said in told))
    return heading, *beside, items, *_three_voices(view, region)


def _three_voices(view: View, region: str) -> tuple[Block, ...]:
    """The target, what was pledged and what is expected beside one another, and what there is to talk about."""
    found = voices.of_place(view.edition, region)
    if not found:
        return ()
    name = "drie-stemmen" if region == NATION else "regio-drie-stemmen"
    table = taking.with_files(name, view, voices_table.table(found))
    told = tuple(voices.sentences(view.edition, found))
    pledged = [one.pledged for one in found if one.pledged is not None]
    source = (show.sources_of(view.edition, pledged),) if pledged else ()
    return table, *((Items(told),) if told else ()), *source


def _compared(view: View, running: str) -> tuple[Block, ...]:
    told = comparing.told(view.edition, view.period, running)
    items = Items(tuple(Sentence(words, claims=said) for words, said in told))
    return (Heading(say("comparison.title")), items) if told else ()


def explained() -> list[str]:
    """The ambition and the target, each with the covenant sentence it rests on."""
    told = [
        say(
            "page.target_quote",
            name=progress.capital(one.name),
            told_in=one.told_in,
            quote=one.quote,
            explanation=one.explanation,
        )
        for one in targets.ALL
    ]
    return [say("page.targets_years"), *told, say("page.statuses_explained")]


def explained_blocks() -> tuple[Block, ...]:
    """How to read the targets, as blocks."""
    return tuple(map(Paragraph, explained()))
