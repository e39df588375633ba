"""Overzicht: where do we stand on both targets, and what needs attention?"""

from sdw.indicators import catalogue, questions, sentences
from sdw.ui import board, maps, show, tiles, view

chosen = view.current()
started = questions.one(chosen, catalogue.STARTED)
durable = questions.one(chosen, catalogue.DURABLE)
regional = questions.of_regions(chosen, catalogue.STARTED)

show.sentence(sentences.nation(started, durable))
show.tiles([*tiles.national_targets(chosen), tiles.carried_out(chosen), *tiles.in_hand(chosen)])
show.text(board.days_left())
show.sources(chosen.edition, [started, durable])

with show.columns(3, 2) as (left, right):
    with left:
        show.heading(board.say("page.overzicht.map"))
        board.open_region(maps.draw(chosen, regional, small=True))
        show.quiet(board.say("page.overzicht.map_read"))
    with right:
        show.heading(board.say("page.overzicht.attention"))
        show.items(board.attention(chosen))

show.heading(board.say("page.overzicht.findings"))
show.raw(board.findings())
show.explain(*board.targets_explained())
