"""Overzicht: where do we stand on both targets, and what needs attention?"""

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.ui.elements import show, tiles
from sdw.dissemination.ui.pages.map import map_page
from sdw.dissemination.ui.pages.progress import board
from sdw.dissemination.ui.view import link_view
from sdw.indicators import catalogue

chosen = link_view.current()
started = selections.figure(chosen, catalogue.STARTED)
durable = selections.figure(chosen, catalogue.DURABLE)

with show.together():
    show.sentence(progress.nation(started, durable))
    show.kept(tiles.of_nation, chosen)
    show.text(board.days_left())
    show.kept(board.year_earlier_and_running, chosen)
    show.sources(chosen.edition, [started, durable])

with show.columns(3, 2) as (left, right):
    with left:
        show.heading(board.map_title(chosen))
        board.open_region(map_page.draw(chosen, small=True))
        show.quiet(board.map_read(chosen))
    with right, show.together():
        show.heading(board.say("page.overzicht.attention"))
        show.kept(board.attention, chosen)

with show.together():
    show.heading(board.say("page.overzicht.findings"))
    show.kept(board.findings)
show.explain(*board.targets_explained())
