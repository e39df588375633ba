"""Regiokaart: any indicator for 35 regions, as a map, as tiles and as a table."""

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.ui.elements import show, tables
from sdw.dissemination.ui.pages.map import map_page, map_texts
from sdw.dissemination.ui.pages.progress import one_region
from sdw.dissemination.ui.view import link_view
from sdw.indicators import catalogue, model

chosen, everywhere = link_view.current(), link_view.everywhere()
indicator = catalogue.by_id(chosen.indicator)
cut = {"method": chosen.method, "client_group": chosen.client_group}
regional = selections.of_regions(chosen, indicator, **cut)
nation = selections.figure(chosen, indicator, **cut)
here = selections.figure(chosen, indicator, chosen.region, **cut)

show.sentence(map_texts.sentence(chosen, nation, regional, here))

with show.columns(8, 5) as (left, right):
    with left:
        kind, method = map_page.controls_of(chosen)
        map_page.draw(chosen, kind=kind, method=method)
        show.quiet(map_texts.classes_explained(chosen, method))
    with right, show.together():
        show.heading(map_texts.panel_title(chosen))
        show.text(*map_texts.panel_hint(chosen))
        show.kept(tables.beside, chosen, chosen.region or model.NATION)
        show.kept(one_region.compared, chosen, chosen.region)
        show.items(progress.remarks(selections.remarks(chosen, chosen.region)))

with show.together():
    show.sources(chosen.edition, regional, [nation], tables.figures_beside(chosen, chosen.region or model.NATION))
    show.kept(map_texts.table_of_regions, everywhere)
show.explain(*map_texts.indicator_explained(indicator), always=map_texts.explained())
