"""Verzuim: how many days people are ill, what psychological complaints have to do with it, and what it costs."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.absence import benefits, burn_out, cost, sources, story
from sdw.dissemination.ui.view import link_view

chosen = link_view.current()

with show.together():
    story.headline(chosen)
    burn_out.contents(chosen)
story.over_time(chosen)
with show.together():
    story.over_time_told(chosen)
    story.side_by_side(chosen)
story.since_1996(chosen)
with show.together():
    burn_out.complaints(chosen)
burn_out.complaints_drawn(chosen)
with show.together():
    burn_out.complaints_told(chosen)
    burn_out.with_and_without(chosen)
burn_out.with_and_without_drawn(chosen)
with show.together():
    burn_out.with_and_without_told(chosen)
    sources.covenant()
benefits.by_month(chosen)
cost.offer(chosen)
with show.together():
    sources.disability()
    sources.no_map()
    story.revisions(chosen.edition)
story.explained()
