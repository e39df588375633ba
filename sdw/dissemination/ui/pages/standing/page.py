"""Borging en speerpunten as blocks: the whole page on an edition and a day."""

from __future__ import annotations

import datetime as dt

from sdw.dissemination.blocks.model import Page, Parts
from sdw.dissemination.charts.standing.borging import ELEMENTS
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.standing import borging, gemeenten, priorities, time


def page(view: View, today: dt.date, element: str = ELEMENTS[0]) -> Page:
    """The whole page, with a map of one element of borging."""
    parts: Parts = (
        *opening(view, today),
        borging.on_map(view, element),
        *after(view),
        *time.closing(view, today),
    )
    return Page(menu.by_name("borging").title, tuple(filter(None, parts)))


def opening(view: View, today: dt.date) -> Parts:
    """The countdown, and the matrix with what moved."""
    return (
        time.countdown(view, today),
        borging.matrix(view),
        borging.moved(view),
        borging.choose(view),
    )


def after(view: View) -> Parts:
    """What comes after the map that a reader chooses."""
    return gemeenten.blocks(view), priorities.cards(view), priorities.plan(view)
