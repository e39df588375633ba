"""Presenteren as blocks: what there is to show, and every chosen slide with what a speaker says."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Columns, Heading, Note, Page, Paragraph, Parts
from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.blocks.presenting.deck import Deck, Slide
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.edition.editions import Edition
from sdw.reference.presenting import sets as presenting
from sdw.text.dutch import number, say

#: Message and note, beside the drawing.
_WEIGHTS = (2, 3)


def page(view: View, name: str = "", picked: tuple[str, ...] = ()) -> Page:
    """The whole page, on the first set until a presenter chooses one."""
    chosen = name or next(iter(presenting.sets()))
    parts: Parts = (*opening(), *slides(view.edition, chosen, picked, view.region))
    return Page(menu.by_name("presenteren").title, tuple(filter(None, parts)))


def opening() -> Parts:
    """What can be done here."""
    return ((Sentence(say("page.presenteren.lead"), "lead"),),)


def made(edition: Edition, name: str, picked: tuple[str, ...], region: str) -> Deck | None:
    """The deck of a choice; None while a region must still be chosen for it."""
    names = picked or presenting.named(name).slides
    is_regional = any(presenting.slide(one).regional for one in names)
    return None if is_regional and not region else deck.of(edition, name, picked, region if is_regional else "")


def slides(edition: Edition, name: str, picked: tuple[str, ...], region: str) -> Parts:
    """The slides in the order of showing; a sentence while there is no region to show."""
    found = made(edition, name, picked, region)
    if found is None:
        return ((Note(say("page.presenteren.choose_region")),),)
    heading = Heading(say("page.presenteren.slides", count=number(len(found.slides))))
    return (heading, Paragraph(say("page.presenteren.around"), quiet=True)), *map(_slide, found.slides)


def _slide(one: Slide) -> tuple[Block, ...]:
    note = Paragraph(say("page.presenteren.note", note=one.note), quiet=True)
    title = Heading(one.title, 3)
    if one.chart is None:
        return title, *one.said, note, one.source
    return title, Columns((*one.said, note), (replace(one.chart, level=4),), _WEIGHTS), one.source
