"""Verantwoording: what figures mean, where they come from, how people are protected, what may be claimed."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.methodology import page
from sdw.dissemination.ui.view import link_view
from sdw.edition import editions

show.kept(page.of, link_view.current().edition, tuple(editions.every()))
