"""Overzicht: where do we stand on both targets, and what needs attention?"""

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.ui.elements import show, tiles
from sdw.dissemination.ui.pages.map import map_page, map_texts
from sdw.dissemination.ui.pages.progress import overview, targets
from sdw.dissemination.ui.view import link_view
from sdw.indicators import catalogue
from sdw.text.dutch import say

chosen = link_view.current()
started = selections.figure(chosen, catalogue.STARTED)
durable = selections.figure(chosen, catalogue.DURABLE)

with show.together():
    show.sentence(progress.nation(started, durable))
    show.kept(tiles.of_nation, chosen)
    show.text(overview.days_left())
    show.kept(targets.year_earlier_and_running, chosen)
    show.sources(chosen.edition, [started, durable])

with show.columns(3, 2) as (left, right):
    with left:
        show.heading(map_texts.title(chosen))
        overview.open_region(map_page.draw(chosen, small=True))
        show.quiet(map_texts.how_to_read(chosen))
    with right, show.together():
        show.heading(say("page.overzicht.attention"))
        show.kept(overview.attention, chosen)

with show.together():
    show.heading(say("page.overzicht.findings"))
    show.kept(overview.findings)
show.explain(*targets.explained())
