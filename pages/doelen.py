"""Doelen: are the regions on target, in both definitions?"""

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.ui.elements import show, tiles
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.progress import targets, trajectories
from sdw.dissemination.ui.view import link_view
from sdw.indicators import catalogue, model

chosen, everywhere = link_view.current(), link_view.everywhere()
started = selections.of_regions(chosen, catalogue.STARTED)
durable = selections.of_regions(chosen, catalogue.DURABLE)
place = chosen.region or model.NATION

with show.together():
    reached = (selections.reach(started), selections.reach(durable))
    show.sentence(
        progress.regions_on_target(*reached, chosen.period, selections.missing_by_reason(started, durable))
    )
    show.kept(tiles.with_coverage, everywhere)
    show.kept(targets.year_earlier, everywhere)

order = controls.order(started)
with show.together():
    show.kept(targets.bullets, chosen, order)
    show.sources(chosen.edition, started, durable)
    show.kept(trajectories.ledger, chosen, place)
show.kept(trajectories.ledgers, everywhere)
show.kept(trajectories.split, chosen, place)
show.explain(*targets.explained())
