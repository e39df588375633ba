"""Stuurgroep: what changed since the last meeting, what to talk about, where goals stand, and what may be said."""

from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.claims import ask
from sdw.dissemination.ui.pages.meeting import page
from sdw.dissemination.ui.view import link_view
from sdw.edition import editions

show.kept(page.of, link_view.current().edition, tuple(editions.every()), page.today())
ask.offer(link_view.current().edition)
