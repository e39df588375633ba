"""IPS: what research found, what regions deliver, what is left at equal groups; never mixed."""

from sdw.indicators import ips_sentences, outcome_reading
from sdw.text.dutch import say
from sdw.ui import controls, ips, ips_evidence, ips_outcomes, ips_scenario, show, view

lens = ips.lens(view.current())
theme = controls.theme()

pair, difference = outcome_reading.pair(lens), outcome_reading.comparison(lens)

with show.together():
    show.sentence(ips_sentences.message(lens))
    show.quiet(say("page.ips.what"))
    show.raw(ips.overview(ips_sentences.cards(lens, pair, difference), lens.edition.has_examples))
    show.contents(*ips.titles())

ips_evidence.draw(lens)
ips_outcomes.delivered(lens, theme)
ips_outcomes.at_equal_groups(lens)
ips_scenario.ask(lens, theme)
