"""Verzuim: how many days people are ill, what psychological complaints have to do with it, and what it costs."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.absence import benefits, burn_out, cost, page, sources, story, zoom
from sdw.dissemination.ui.view import link_view

chosen = link_view.current()

show.parts(story.answer, chosen)
show.contents(*page.contents(chosen))
show.parts(story.over_time, chosen)
zoom.offer(chosen)
with show.together():
    show.parts(story.newest, chosen)
    show.parts(story.sectors, chosen)
show.parts(story.since_1996, chosen.edition)
show.parts(burn_out.complaints, chosen)
with show.together():
    show.parts(burn_out.with_and_without, chosen.edition)
    show.parts(sources.covenant)
    show.parts(benefits.by_month, chosen.edition)
cost.offer(chosen)
with show.together():
    show.kept(sources.disability)
    show.parts(story.closing, chosen.edition)
