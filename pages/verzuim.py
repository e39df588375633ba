"""Verzuim: how many days people are ill, what psychological complaints have to do with it, and what it costs."""

from sdw.ui import absence, absence_cost, absence_sources, burn_out, show, view

chosen = view.current()

with show.together():
    absence.headline(chosen)
    burn_out.contents(chosen)
absence.over_time(chosen)
with show.together():
    absence.over_time_told(chosen)
    absence.side_by_side(chosen)
absence.since_1996(chosen)
with show.together():
    burn_out.complaints(chosen)
burn_out.complaints_drawn(chosen)
with show.together():
    burn_out.complaints_told(chosen)
    burn_out.with_and_without(chosen)
burn_out.with_and_without_drawn(chosen)
with show.together():
    burn_out.with_and_without_told(chosen)
    absence_sources.covenant()
absence_cost.offer(chosen)
with show.together():
    absence_sources.disability()
    absence_sources.no_map()
    absence.revisions(chosen.edition)
absence.explained()
