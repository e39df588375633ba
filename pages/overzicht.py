"""Overzicht: where do we stand on both targets, and what needs attention?"""

from sdw.dissemination.charts.drawings import maps
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.map import map_page
from sdw.dissemination.ui.pages.progress import need, of_others, overview, targets
from sdw.dissemination.ui.view import link_view

chosen = link_view.current()

show.parts(overview.answer, chosen)
show.parts(overview.more, chosen, overview.today())

with show.columns(5, 3) as (left, right):
    with left:
        show.block(overview.map_title(chosen))
        overview.open_region(map_page.draw(maps.first(chosen), small=True))
        show.blocks(overview.map_read(chosen), *overview.map_source(chosen))
    with right:
        show.parts(need.of_nation, chosen.edition)

show.parts(of_others.findings, chosen.edition)
show.explain(*targets.explained())
