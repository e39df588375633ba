"""Trajectories of a place: begin, in, out and end, and by method and client group."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.figures import Ledger
from sdw.dissemination.blocks.model import Block, Heading, Paragraph, Tables
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import national, tables
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.text.dutch import number, say

#: The tables of a split, by name, and by what.
_SPLITS = (("per-methode", "method"), ("per-doelgroep", "client_group"))


def ledger(view: View, place: str) -> tuple[Block, ...]:
    """A heading, and begin + in − out = end set large, with whether it adds up; empty where there is none."""
    book = selections.ledger(view, place)
    if book is None:
        return ()
    names = ("opening", "started", "ended", "closing")
    parts = tuple(
        (say(f"page.doelen.ledger_{name}"), wording.shown(part))
        for name, part in zip(names, book.parts, strict=True)
    )
    gap = say("page.ledger_gap", difference=number(book.imbalance)) if book.imbalance else ""
    name = national.named(place, book.parts)
    heading = Heading(say("page.ledger_title", region=name) + wording.example(book.parts))
    return heading, Ledger(parts, gap), Paragraph(progress.ledger(book))


def ledgers(view: View) -> tuple[Block, ...]:
    """The ledger of every region, closed until a reader asks."""
    content = taking.with_files("telling", view, tables.ledgers(view))
    return (replace(content, closed=True),) if content.rows else ()


def split(view: View, place: str) -> tuple[Block, ...]:
    """A heading, and started trajectories by method and by client group, or a sentence that says why not."""
    if not view.period:
        return ()
    heading = Heading(say("page.split_title", region=figures.place_of(view.edition, place)))
    why = selections.no_split(view, catalogue.STARTED, place)
    if why:
        told = say(
            f"page.split_{why}", period=progress.running(view.period), region=figures.place_of(view.edition, place)
        )
        return heading, Paragraph(told)
    here = replace(view, region="" if place == NATION else place)
    both = ((name, tables.split(view, place, by)) for name, by in _SPLITS)
    found = tuple(taking.with_files(name, here, one) for name, one in both if one is not None)
    minimum = view.edition.fact("rate_minimum")
    if not found:
        return (heading,)
    if all(map(tables.has_shares, found)):
        return heading, Tables(found)
    return heading, Tables(found), Paragraph(say("page.split_no_share", minimum=minimum), quiet=True)
