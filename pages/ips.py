"""IPS: what research found, what regions deliver, what is left at equal groups; never mixed."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.ips import evidence, layers, outcomes, page, scenario
from sdw.dissemination.ui.view import link_view

chosen, everywhere = link_view.current(), link_view.everywhere()

with show.together():
    show.parts(page.opening, everywhere)
    show.contents(*layers.titles())

evidence.draw(chosen)

with layers.layer("regions"):
    show.parts(outcomes.nation, everywhere)
    outcomes.around_nation(chosen)
    show.parts(outcomes.closing, chosen)

with layers.layer("equal"):
    show.parts(outcomes.equal, everywhere)

scenario.ask(chosen)
