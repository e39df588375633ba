"""Layers 2 and 3 of the IPS page: outcomes as delivered, and the difference at equal groups."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import Chart, chart, dot_chart
from sdw.dissemination.blocks.model import Block, Columns, Heading, Items, Note, Paragraph, Parts
from sdw.dissemination.charts.drawings import ips_regions
from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.ips import layers, tables
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.text.dutch import say


def delivered(view: View) -> Parts:
    """Layer 2 without what a reader can switch in it: as it opens."""
    beside = (Columns(funnel(view), funnel_told(view), (3, 2)),) if _is_around(view) else ()
    return (*nation(replace(view, region="")), regions(view), beside, *closing(view))


def nation(view: View) -> Parts:
    """The head of the layer, IPS beside the rest over the months, and under it the people out of sight."""
    if _national(view) is None:
        none = say("page.ips.regions_none", threshold=sentences.threshold(view.indicator))
        return ((layers.head("regions"),), (Note(none),))
    lens = outcomes.lens_of(view)
    words = ips_regions.over_months_words(lens)
    drawn = chart("ips-maanden", view, twin=tables.over_months(lens), level=0)
    read = layers.read(say("page.ips.regions_read"), say("page.ips.regions_read_months"), is_open=bool(drawn))
    return (
        (layers.head("regions"),),
        (*layers.titled(words.title, words.subtitle), Note(say("page.ips.regions_why"))),
        (Columns(drawn, (read,), (3, 2)),) if drawn else (read,),
        _people(view),
    )


def _national(view: View) -> Figure | None:
    return outcomes.national(outcomes.lens_of(view), outcomes.IPS)


def _people(view: View) -> tuple[Block, ...]:
    """The people out of sight, beside the start half-years."""
    lens = outcomes.lens_of(view)
    cases = Heading(say("page.ips.case_title"), 3), taking.with_files("ips-uit-beeld", view, tables.cases(lens))
    cohorts = (
        Heading(say("page.ips.cohort_title"), 3),
        taking.with_files("ips-startgroepen", view, tables.cohorts(lens)),
    )
    left = (*cases, layers.read(say("page.ips.case_read"), is_open=True))
    return (Columns(left, (*cohorts, layers.read(say("page.ips.cohort_read"))), (2, 3)),)


def _is_around(view: View) -> bool:
    """Whether there are outcomes, and enough regions to set around the nation."""
    return _national(view) is not None and ips_regions.around_nation(outcomes.lens_of(view)) is not None


def around_nation(view: View) -> None:
    """The funnel of regions and its notes, or why there is none."""
    show.kept(regions, view)
    if not _is_around(view):
        return
    with show.columns(3, 2) as (left, right):
        with left:
            show.kept(shrunk if controls.pooled() else funnel, view)
        with right:
            show.kept(funnel_told, view)


def regions(view: View) -> tuple[Block, ...]:
    """The title of the funnel and what it says of the chosen region, or why there is none."""
    if _national(view) is None:
        return ()
    lens = outcomes.lens_of(view)
    found, drawn = ips_regions.around_nation(lens), funnel(view)
    if found is None or not drawn:
        return (Note(say("page.ips.funnel_none")),)
    title = layers.titled(drawn[0].scene.title, drawn[0].scene.subtitle)
    if not lens.region:
        return title
    verdict, name = found.standings.get(lens.region, ""), figures.place_of(lens.edition, lens.region)
    chosen = sentences.chosen_region(name, found.rates[lens.region], verdict, lens.months)
    return (*title, *map(Paragraph, sentences.noted([chosen], lens)))


def funnel(view: View) -> tuple[Chart, ...]:
    """Regions around the nation, as delivered."""
    return chart("ips-trechter", view, level=0)


def shrunk(view: View) -> tuple[Chart, ...]:
    """The same, with an open dot beside each region: its rate with small numbers allowed for."""
    return chart("ips-trechter-gekrompen", view, level=0)


def funnel_told(view: View) -> tuple[Block, ...]:
    """What the funnel says, and how to read it."""
    lens = outcomes.lens_of(view)
    found = ips_regions.around_nation(lens)
    if found is None:
        return ()
    notes = sentences.noted(sentences.funnel_notes(found.funnel, found.absent), lens)
    return Items(tuple(notes)), layers.read(*sentences.funnel_read(found.funnel), is_open=True)


def closing(view: View) -> Parts:
    """The regions of the funnel as a table, and where all figures of the layer come from."""
    figure, lens = _national(view), outcomes.lens_of(view)
    if figure is None:
        return ()
    found = ips_regions.around_nation(lens)
    table = () if found is None else (taking.as_drawn("ips-trechter", view, tables.of_regions(found, lens)),)
    return (table, (show.sources_of(view.edition, [figure]),))


def equal(view: View) -> Parts:
    """Layer 3: the difference as it is, and at equal region and client group, or why there is none."""
    lens = outcomes.lens_of(view)
    found = outcomes.comparison(lens)
    if found is None:
        why = "page.ips.equal_absent" if _national(view) is None else "page.ips.equal_none"
        return ((layers.head("equal"),), (Note(say(why)),))
    (drawn,) = dot_chart("ips-gelijk", view, ips_regions.equal(found), level=3)
    left = (replace(drawn, level=0), layers.read(say("page.ips.equal_read"), say("page.ips.equal_read_regions")))
    notes = (Items(tuple(sentences.noted(sentences.equal_notes(found), lens))),)
    return ((layers.head("equal"),), layers.titled(drawn.title, drawn.what), (Columns(left, notes, (3, 2)),))
