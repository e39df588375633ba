"""Regio: all figures of one region on one page, beside the nation and similar regions."""

from sdw.dissemination.blocks import known_facts
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.ui.elements import show, tables, tiles
from sdw.dissemination.ui.pages.progress import one_region, sum_picker, targets, trajectories
from sdw.dissemination.ui.view import link_view
from sdw.indicators import catalogue

chosen = link_view.current()
region = chosen.region
started = selections.figure(chosen, catalogue.STARTED, region)
durable = selections.figure(chosen, catalogue.DURABLE, region)

with show.together():
    show.heading(one_region.title(chosen))
    show.sentence(progress.region(one_region.name(chosen), started, durable))
    show.kept(tiles.regional_targets, chosen)
    show.items(progress.remarks(selections.remarks(chosen, region)))
    show.kept(one_region.years, chosen)
    show.kept(tables.beside, chosen, region)
    show.kept(one_region.compared, chosen, region)
    show.kept(trajectories.ledger, chosen, region)
    show.kept(trajectories.split, chosen, region)
sum_picker.offer(chosen)
with show.together():
    show.kept(one_region.similar, chosen)
    show.sources(chosen.edition, [started, durable], tables.figures_beside(chosen, region))
    show.kept(known_facts.of_region, region)
show.explain(*one_region.similar_explained(), *targets.explained())
