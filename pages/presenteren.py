"""Presenteren: choose slides, open them on a big screen, or take them to a hall without network."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.presenting import choose, page
from sdw.dissemination.ui.view import link_view

view = link_view.current()

show.parts(page.opening)
chosen = choose.asked()
choose.offer(view, chosen)
show.parts(page.slides, view.edition, *chosen, view.region)
