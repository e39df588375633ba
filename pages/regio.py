"""Regio: all figures of one region on one page, beside the nation and similar regions."""

from sdw.indicators import catalogue, questions, sentences
from sdw.ui import adding, board, show, tables, tiles, view

chosen = view.current()
region = chosen.region
started = questions.one(chosen, catalogue.STARTED, region)
durable = questions.one(chosen, catalogue.DURABLE, region)

with show.together():
    show.heading(board.region_title(chosen))
    show.sentence(sentences.region(board.name(region), started, durable))
    show.kept(tiles.regional_targets, chosen)
    show.items(sentences.remarks(questions.remarks(chosen, region)))
    show.kept(board.years, chosen)
    show.kept(tables.beside, chosen, region)
    show.kept(board.compared, chosen, region)
    show.kept(board.ledger, chosen, region)
    show.kept(board.split, chosen, region)
adding.offer(chosen)
with show.together():
    show.kept(board.similar, chosen)
    show.sources(chosen.edition, [started, durable], tables.figures_beside(chosen, region))
show.explain(*board.similar_explained(), *board.targets_explained())
