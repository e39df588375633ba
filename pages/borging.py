"""Borging en speerpunten: what is fixed in every region, how priorities stand, and how long the covenant has."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.standing import borging, page, time
from sdw.dissemination.ui.view import link_view
from sdw.edition.approval import access

chosen, today = link_view.current(), access.today()

show.parts(page.opening, chosen, today)
borging.map_of_choice(chosen)
with show.together():
    show.parts(page.after, chosen)
    show.parts(time.closing, chosen, today)
