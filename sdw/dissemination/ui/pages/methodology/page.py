"""Verantwoording as data: what the figures mean, where they come from, and how people are protected."""

from __future__ import annotations

from sdw.dissemination.blocks import correction_log, known_facts
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import edition_list
from sdw.dissemination.ui.pages.methodology import methodology, protection, record, rules
from sdw.edition.editions import Edition


def of(edition: Edition, known: tuple[Edition, ...]) -> Page:
    """The whole account of an edition; `known` are all editions, newest first."""
    parts = (
        methodology.examples(edition),
        methodology.indicators(edition),
        methodology.national_targets(),
        rules.blocks(),
        record.blocks(edition, known),
        correction_log.blocks(known),
        protection.blocks(edition),
        methodology.statuses(),
        methodology.findings(),
        methodology.disagreements(),
        known_facts.reconciliation(edition),
        methodology.licences(edition),
        edition_list.listed(known, edition),
    )
    return Page(menu.by_name("verantwoording").title, tuple(filter(None, parts)), contents=True)
