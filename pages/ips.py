"""IPS: what research found, what regions deliver, what is left at equal groups; never mixed."""

from sdw.indicators import ips_sentences
from sdw.ui import controls, ips, ips_evidence, ips_outcomes, ips_scenario, show, view

lens = ips.lens(view.current())
theme = controls.theme()

show.sentence(ips_sentences.message(lens.measure))

ips_evidence.draw(lens, theme)
ips_outcomes.delivered(lens, theme)
ips_outcomes.at_equal_groups(lens, theme)
ips_scenario.ask(lens, theme)
