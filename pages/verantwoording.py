"""Verantwoording: what the figures mean, where they come from, and how people are protected."""

from sdw.ui import account, history, protection, show, view

edition = view.current().edition

with show.together(contents=True):
    show.kept(account.examples, edition)
    show.kept(account.indicators, edition)
    show.kept(account.national_targets)
    show.kept(protection.account, edition)
    show.kept(account.statuses)
    show.kept(account.findings)
    show.kept(account.disagreements)
    show.kept(account.licences)
    history.list_editions(edition)
