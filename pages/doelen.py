"""Doelen: are the regions on target, in both definitions?"""

from sdw.charts import bullet
from sdw.indicators import catalogue, model, questions, sentences
from sdw.ui import board, controls, show, tiles, view

chosen = view.current()
started = questions.of_regions(chosen, catalogue.STARTED)
durable = questions.of_regions(chosen, catalogue.DURABLE)
place = chosen.region or model.NATION

show.sentence(sentences.regions_on_target(questions.reach(started), questions.reach(durable), chosen.period))
show.tiles([*tiles.national_targets(chosen), tiles.coverage(chosen)])

order = controls.order(started)
show.raw(bullet.targets_of_regions(started, durable, order=order, selected=chosen.region))
show.sources(chosen.edition, started, durable)

show.section(*board.ledger(chosen, place), board.ledgers(chosen))
show.section(*board.split(chosen, place))
show.explain(*board.targets_explained())
