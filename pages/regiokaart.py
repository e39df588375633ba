"""Regiokaart: any indicator for 35 regions, as a map, as tiles and as a table."""

from sdw.dissemination.blocks import reach
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.map import map_page, map_texts, on_map
from sdw.dissemination.ui.view import link_view
from sdw.indicators import catalogue

chosen, everywhere = link_view.current(), link_view.everywhere()

show.kept(on_map.answer, chosen)

with show.columns(8, 5) as (left, right):
    with left:
        kind, method = map_page.controls_of(chosen)
        map_page.draw(chosen, kind=kind, method=method)
        show.kept(on_map.below, chosen, kind, method)
    with right:
        show.parts(on_map.panel, chosen)

with show.together():
    show.kept(on_map.sources, chosen)
    show.kept(map_texts.table_of_regions, everywhere)

show.kept(reach.opening, chosen.edition)
show.kept(reach.dated, everywhere)
show.kept(reach.maps, chosen, map_page.need_of(chosen))
show.kept(reach.maps_read, chosen)
show.kept(reach.points, chosen, "regio")
show.parts(on_map.need_and_reach, everywhere)
explained = map_texts.indicator_explained(catalogue.by_id(chosen.indicator))
show.explain(*explained, always=(*map_texts.explained(), *reach.explained()))
