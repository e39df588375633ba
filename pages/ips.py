"""IPS: what research found, what regions deliver, what is left at equal groups; never mixed."""

from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.sentences import ips as ips_sentences
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.ips import evidence, layers, scenario
from sdw.dissemination.ui.pages.ips import outcomes as ips_outcomes
from sdw.dissemination.ui.view import link_view
from sdw.text.dutch import say

lens = layers.lens(link_view.current())
theme = controls.theme()

pair, difference = outcomes.pair(lens), outcomes.comparison(lens)

with show.together():
    show.sentence(ips_sentences.message(lens))
    show.quiet(say("page.ips.what"))
    show.raw(layers.overview(ips_sentences.cards(lens, pair, difference), lens.edition.has_examples))
    show.contents(*layers.titles())

evidence.draw(lens)
ips_outcomes.delivered(lens, theme)
ips_outcomes.at_equal_groups(lens)
scenario.ask(lens, theme)
