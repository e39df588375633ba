"""Regio: all figures of one region on one page, beside the nation and similar regions."""

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.ui.elements import show, tables, tiles
from sdw.dissemination.ui.pages.progress import board, sum_picker
from sdw.dissemination.ui.view import link_view
from sdw.indicators import catalogue

chosen = link_view.current()
region = chosen.region
started = selections.figure(chosen, catalogue.STARTED, region)
durable = selections.figure(chosen, catalogue.DURABLE, region)

with show.together():
    show.heading(board.region_title(chosen))
    show.sentence(progress.region(board.name(region), started, durable))
    show.kept(tiles.regional_targets, chosen)
    show.items(progress.remarks(selections.remarks(chosen, region)))
    show.kept(board.years, chosen)
    show.kept(tables.beside, chosen, region)
    show.kept(board.compared, chosen, region)
    show.kept(board.ledger, chosen, region)
    show.kept(board.split, chosen, region)
sum_picker.offer(chosen)
with show.together():
    show.kept(board.similar, chosen)
    show.sources(chosen.edition, [started, durable], tables.figures_beside(chosen, region))
show.explain(*board.similar_explained(), *board.targets_explained())
