"""Overzicht: where do we stand on both targets, and what needs attention?"""

from sdw.indicators import catalogue, questions, sentences
from sdw.ui import board, maps, show, tiles, view

chosen = view.current()
started = questions.one(chosen, catalogue.STARTED)
durable = questions.one(chosen, catalogue.DURABLE)

with show.together():
    show.sentence(sentences.nation(started, durable))
    show.kept(tiles.of_nation, chosen)
    show.text(board.days_left())
    show.kept(board.year_earlier_and_running, chosen)
    show.sources(chosen.edition, [started, durable])

with show.columns(3, 2) as (left, right):
    with left:
        show.heading(board.map_title(chosen))
        board.open_region(maps.draw(chosen, small=True))
        show.quiet(board.map_read(chosen))
    with right, show.together():
        show.heading(board.say("page.overzicht.attention"))
        show.kept(board.attention, chosen)

with show.together():
    show.heading(board.say("page.overzicht.findings"))
    show.kept(board.findings)
show.explain(*board.targets_explained())
