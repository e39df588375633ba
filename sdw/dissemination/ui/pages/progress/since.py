"""Doelen as blocks: the nation and every region through the years, with what the covenant tells of those."""

from __future__ import annotations

from sdw.dissemination.blocks.drawings import chart
from sdw.dissemination.blocks.model import Block, Heading, Items
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference.documents import covenant
from sdw.text.dutch import say


def years(edition: Edition) -> tuple[Block, ...]:
    """The drawing of all full years, and the events; empty in an edition without full years."""
    drawn = chart("doelen-jaren", View(edition, catalogue.STARTED.id, ""))
    if not drawn:
        return ()
    events = tuple(say("page.doelen.event", when=event.when, what=event.what) for event in covenant.CURRENT.events)
    return (*drawn, Heading(say("page.doelen.events"), 3), Items(events))
