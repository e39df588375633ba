"""Stuurgroep as data: what changed since the last meeting, what to talk about, where goals stand, what to say."""

from __future__ import annotations

import datetime as dt

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Heading, Page, Paragraph
from sdw.dissemination.blocks.points import Signpost, Where
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.meeting.agenda import Meeting
from sdw.dissemination.figures.record import releases
from sdw.dissemination.figures.record.releases import Line
from sdw.dissemination.figures.sentences import pace, progress
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.meeting import agenda, decisions, evaluation, since
from sdw.edition.approval import access
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.text.dutch import say

#: The five questions of a member with ten minutes, with where each is answered: a page, or a heading of this one.
QUESTIONS = {
    "there": ("overzicht", ""),
    "who": ("doelen", ""),
    "changed": ("", "since.title"),
    "decide": ("", "agenda.title"),
    "say": ("", "page.claims.title"),
}


def of(edition: Edition, known: tuple[Edition, ...], today: dt.date) -> Page:
    """The whole page of an edition; `known` are all editions, of which only older ones of the same origin count."""
    line = releases.line(edition, known)
    parts = (
        _opening(edition, today),
        since.blocks(line),
        agenda_of(line, today),
        decisions.blocks(edition, today),
        evaluation.blocks(edition, today),
        (Heading(say("page.claims.title")), Paragraph(say("page.claims.intro"))),
    )
    return Page(menu.by_name("stuurgroep").title, parts, contents=True)


def today() -> dt.date:
    """The day on which the page is read, or as on which it is: the covenant runs on."""
    return access.today()


def agenda_of(line: Line, day: dt.date) -> tuple[Block, ...]:
    """What to talk about, by the rules, on a day."""
    return agenda.blocks(Meeting(line[-1], line[-2] if len(line) > 1 else None, day))


def _opening(edition: Edition, day: dt.date) -> tuple[Block, ...]:
    """Where both targets stand, how the running year may end, how long there is, and where the rest is answered."""
    newest = selections.newest(edition, catalogue.STARTED)
    view = View(edition, catalogue.STARTED.id, newest[0] if newest else "")
    both = (
        [selections.figure(view, one) for one in (catalogue.STARTED, catalogue.DURABLE)] if newest else [None, None]
    )
    shown = tuple(one for one in both if one is not None)
    expected = pace.in_short(edition)
    return (
        Sentence(progress.nation(*both), "lead", shown),
        *((Sentence(expected, claims=pace.stated_in_short(edition)),) if expected else ()),
        Paragraph(progress.days_left(day)),
        show.sources_of(edition, shown),
        taking.packs(edition),
        Signpost(tuple(_where(edition, name, *there) for name, there in QUESTIONS.items())),
    )


def _where(edition: Edition, name: str, page: str, heading: str) -> Where:
    link = say(f"agenda.link_{page}") if page else say(heading)
    choices = (("uitgave", edition.label),) if page else ()
    return Where(say(f"meeting.question_{name}"), say(f"meeting.answer_{name}"), link, page, choices)
