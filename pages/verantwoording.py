"""Verantwoording: what the figures mean, where they come from, and how people are protected."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.methodology import account
from sdw.dissemination.ui.view import link_view
from sdw.edition import editions

show.kept(account.page, link_view.current().edition, tuple(editions.every()))
