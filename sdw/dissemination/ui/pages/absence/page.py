"""Verzuim as blocks: the whole page, and the list of its parts."""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.blocks import model
from sdw.dissemination.blocks.model import Page, Parts
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.absence import benefits, burn_out, cost, sources, story

#: Fewer parts than this need no list.
_LONG = 6


def page(view: View) -> Page:
    """The whole page, the cost at what its inputs start with."""
    parts: Parts = (
        *story.answer(view),
        *story.over_time(view),
        *story.newest(view),
        *story.sectors(view),
        *story.since_1996(view.edition),
        *burn_out.complaints(view),
        *burn_out.with_and_without(view.edition),
        *sources.covenant(),
        *benefits.by_month(view.edition),
        cost.blocks(view),
        sources.disability(),
        *story.closing(view.edition),
    )
    made = Page(menu.by_name("verzuim").title, tuple(filter(None, parts)))
    return Page(made.title, made.parts, contents=len(model.headings(made)) >= _LONG)


@lru_cache(maxsize=128)
def contents(view: View) -> tuple[str, ...]:
    """The parts of the page by their headings; none where it is short."""
    made = page(view)
    return tuple(model.headings(made)) if made.contents else ()
