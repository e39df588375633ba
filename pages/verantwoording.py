"""Verantwoording: what the figures mean, where they come from, and how people are protected."""

from sdw.dissemination.ui.data import history
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.methodology import methodology, protection
from sdw.dissemination.ui.view import link_view

edition = link_view.current().edition

with show.together(contents=True):
    show.kept(methodology.examples, edition)
    show.kept(methodology.indicators, edition)
    show.kept(methodology.national_targets)
    show.kept(protection.account, edition)
    show.kept(methodology.statuses)
    show.kept(methodology.findings)
    show.kept(methodology.disagreements)
    show.kept(methodology.licences)
    history.list_editions(edition)
