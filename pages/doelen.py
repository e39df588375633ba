"""Doelen: are the regions on target, in both definitions?"""

from sdw.charts import bullet
from sdw.indicators import catalogue, model, questions, sentences
from sdw.ui import board, controls, show, tables, tiles, view

chosen = view.current()
started = questions.of_regions(chosen, catalogue.STARTED)
durable = questions.of_regions(chosen, catalogue.DURABLE)
place = chosen.region or model.NATION

show.sentence(sentences.regions_on_target(questions.reach(started), questions.reach(durable), chosen.period))
show.tiles([*tiles.national_targets(chosen), tiles.coverage(chosen)])

order, theme = controls.order(started), controls.theme()
with show.columns(3, 2) as (left, right):
    with left:
        rows = bullet.targets_of_regions(
            tuple(started), tuple(durable), order=order, selected=chosen.region, theme=theme
        )
        show.chart(rows, key="doelen")
    with right:
        show.table(tables.targets_per_region(chosen, started, durable, order))
show.sources(chosen.edition, started, durable)

show.section(*board.ledger(chosen, place), board.ledgers(chosen))
show.section(*board.split(chosen, place))
show.explain(*board.targets_explained())
