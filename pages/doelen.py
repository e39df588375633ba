"""Doelen: are the regions on target, in both definitions?"""

from sdw.dissemination.figures.need import yardstick
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.progress import since, targets, trajectories
from sdw.dissemination.ui.view import link_view

chosen, everywhere = link_view.current(), link_view.everywhere()

show.parts(targets.answer, everywhere)
look = controls.look(
    targets.orderable(everywhere),
    filtered=targets.is_aimed(everywhere),
    yardsticks=yardstick.offered(everywhere.edition),
)
show.parts(targets.regions, chosen, look)
show.parts(targets.nation, everywhere)
show.kept(targets.running_year, everywhere.edition)
show.kept(trajectories.ledgers, everywhere)
show.kept(targets.split, chosen)
show.kept(since.years, chosen.edition)
show.explain(*targets.explained())
