"""Doelen: are the regions on target, in both definitions?"""

from sdw.charts import bullet
from sdw.indicators import catalogue, model, questions, sentences
from sdw.ui import board, controls, show, tables, tiles, view

chosen, everywhere = view.current(), view.everywhere()
started = questions.of_regions(chosen, catalogue.STARTED)
durable = questions.of_regions(chosen, catalogue.DURABLE)
place = chosen.region or model.NATION

with show.together():
    show.sentence(sentences.regions_on_target(questions.reach(started), questions.reach(durable), chosen.period))
    show.kept(tiles.with_coverage, everywhere)

order, theme = controls.order(started), controls.theme()
with show.columns(3, 2) as (left, right):
    with left:
        rows = bullet.targets_of_regions(
            tuple(started), tuple(durable), order=order, selected=chosen.region, theme=theme
        )
        show.chart(rows, key="doelen")
    with right:
        show.kept(tables.targets_per_region, chosen, order)
with show.together():
    show.sources(chosen.edition, started, durable)
    show.kept(board.ledger, chosen, place)
show.kept(board.ledgers, everywhere)
show.kept(board.split, chosen, place)
show.explain(*board.targets_explained())
