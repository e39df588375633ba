"""Which published figures became others, and why: revisions (new data) and errors (ours), with their notes."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.table import Table, Take
from sdw.edition.approval import notes
from sdw.edition.approval.notes import Note
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.text.dutch import day, say

#: Where the feed is, as seen from a page.
_FEED = "c/correcties.atom"


def blocks(known: tuple[Edition, ...]) -> tuple[Block, ...]:
    """All notes with public editions, the newest first. known: all editions."""
    found = [note for edition in known if not edition.is_concept for note in reversed(notes.of(edition.label))]
    take = Take(say("correction.title"), ((say("correction.feed_link"), _FEED),))
    intro = (Heading(say("correction.title")), Paragraph(say("correction.intro")))
    if not found:
        return *intro, Paragraph(say("correction.none")), take
    rows = [
        (day(note.at.date()), note.edition, _what(note), _kind(note), note.text)
        for note in sorted(found, key=lambda one: one.at, reverse=True)
    ]
    head = [say(f"correction.head.{name}") for name in ("date", "edition", "figure", "kind", "why")]
    return *intro, Table(say("correction.caption"), head, rows, words=True, take=take)


def told(note: Note) -> str:
    """A note in one line: when, in which edition, what it is, and its text."""
    return say("correction.line", date=day(note.at.date()), label=note.edition, kind=_kind(note), text=note.text)


def titled(note: Note) -> str:
    """'Fout hersteld in 2026-najaar: Gestarte trajecten'."""
    return say(f"correction.titled.{note.kind.value}", label=note.edition, what=_what(note))


def _what(note: Note) -> str:
    return say("correction.every") if note.indicator == notes.EVERY else catalogue.by_id(note.indicator).label


def _kind(note: Note) -> str:
    return say(f"correction.kind.{note.kind.value}", severity=say(f"correction.severity.{note.severity.value}"))
