"""Verantwoording: what the figures mean, where they come from, and how people are protected."""

from sdw.ui import account, history, view

edition = view.current().edition

account.examples(edition)
account.indicators(edition)
account.national_targets()
account.privacy(edition)
account.statuses()
account.findings()
account.disagreements()
account.licences()
history.list_editions(edition)
