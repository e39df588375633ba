"""Regio: all figures of one region on one page, beside the nation and similar regions."""

from sdw.dissemination.blocks import reach
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.progress import alike, municipalities, one_region, sum_picker, targets
from sdw.dissemination.ui.view import link_view

chosen = link_view.current()

show.parts(one_region.figures, chosen)
sum_picker.offer(chosen)
show.kept(reach.opening, chosen.edition)
show.kept(reach.of_region, chosen)
show.kept(reach.table, link_view.everywhere())
show.parts(one_region.others, chosen, alike.asked(chosen))
alike.pick(chosen)
show.kept(municipalities.within, chosen.edition, chosen.region)
show.kept(municipalities.notes, chosen.edition)
show.kept(one_region.known, chosen.edition, chosen.region)
show.explain(*one_region.similar_explained(), *targets.explained(), *reach.explained())
