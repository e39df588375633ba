"""Trajectories of a place: begin, in, out and end, and by method and client group."""

from __future__ import annotations

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, national, tables
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.text.dutch import number, say


def ledger(view: View, place: str) -> str:
    """A heading, and begin + in − out = end set large, with whether it adds up; empty where there is none."""
    book = selections.ledger(view, place)
    if book is None:
        return ""
    names = ("opening", "started", "ended", "closing")
    parts = [
        (say(f"page.doelen.ledger_{name}"), wording.shown(part))
        for name, part in zip(names, book.parts, strict=True)
    ]
    gap = say("page.ledger_gap", difference=number(book.imbalance)) if book.imbalance else ""
    name = national.named(place, book.parts)
    heading = html.heading(say("page.ledger_title", region=name) + wording.example(book.parts))
    return heading + html.ledger(parts, gap) + html.paragraph(progress.ledger(book))


def ledgers(view: View) -> str:
    """The ledger of every region, closed until a reader asks."""
    content = tables.ledgers(view)
    return html.folded(content) if content.rows else ""


def split(view: View, place: str) -> str:
    """A heading, and started trajectories by method and by client group, or a sentence that says why not."""
    if not view.period:
        return ""
    heading = html.heading(say("page.split_title", region=figures.place_of(view.edition, place)))
    why = selections.no_split(view, catalogue.STARTED, place)
    if why:
        told = say(
            f"page.split_{why}", period=progress.running(view.period), region=figures.place_of(view.edition, place)
        )
        return heading + html.paragraph(told)
    found = [tables.split(view, place, by) for by in ("method", "client_group")]
    minimum = view.edition.fact("rate_minimum")
    lacking = any(one is not None and not tables.has_shares(one) for one in found)
    small = html.paragraph(say("page.split_no_share", minimum=minimum), "sdw-quiet") if lacking else ""
    return heading + html.beside(*found) + small
