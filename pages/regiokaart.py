"""Regiokaart: any indicator for 35 regions, as a map, as tiles and as a table."""

from sdw.indicators import catalogue, model, questions, sentences
from sdw.ui import board, maps, show, tables, view

chosen, everywhere = view.current(), view.everywhere()
indicator = catalogue.by_id(chosen.indicator)
cut = {"method": chosen.method, "client_group": chosen.client_group}
regional = questions.of_regions(chosen, indicator, **cut)
nation = questions.one(chosen, indicator, **cut)
here = questions.one(chosen, indicator, chosen.region, **cut)

show.sentence(board.map_sentence(chosen, nation, regional, here))

with show.columns(8, 5) as (left, right):
    with left:
        kind, method = maps.controls_of(chosen)
        maps.draw(chosen, kind=kind, method=method)
        show.quiet(board.classes_explained(chosen, method))
    with right, show.together():
        show.heading(board.panel_title(chosen))
        show.text(*board.panel_hint(chosen))
        show.kept(tables.beside, chosen, chosen.region or model.NATION)
        show.kept(board.compared, chosen, chosen.region)
        show.items(sentences.remarks(questions.remarks(chosen, chosen.region)))

with show.together():
    show.sources(chosen.edition, regional, [nation], tables.figures_beside(chosen, chosen.region or model.NATION))
    show.kept(board.table_of_regions, everywhere)
show.explain(*board.indicator_explained(indicator), always=board.map_explained())
