"""Doelen: are the regions on target, in both definitions?"""

from sdw.indicators import catalogue, model, questions, sentences
from sdw.ui import board, controls, show, tiles, view

chosen, everywhere = view.current(), view.everywhere()
started = questions.of_regions(chosen, catalogue.STARTED)
durable = questions.of_regions(chosen, catalogue.DURABLE)
place = chosen.region or model.NATION

with show.together():
    reached = (questions.reach(started), questions.reach(durable))
    show.sentence(sentences.regions_on_target(*reached, chosen.period, questions.lacking(started, durable)))
    show.kept(tiles.with_coverage, everywhere)
    show.kept(board.year_earlier, everywhere)

order = controls.order(started)
with show.together():
    show.kept(board.bullets, chosen, order)
    show.sources(chosen.edition, started, durable)
    show.kept(board.ledger, chosen, place)
show.kept(board.ledgers, everywhere)
show.kept(board.split, chosen, place)
show.explain(*board.targets_explained())
