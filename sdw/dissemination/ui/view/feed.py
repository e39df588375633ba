"""What is new, for who follows with a reader: editions and corrections, as Atom (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sdw.dissemination.blocks import correction_log
from sdw.edition import editions, paths
from sdw.edition.approval import notes
from sdw.edition.editions import Edition
from sdw.text.dutch import say

#: Its name in an address.
NAME = "correcties.atom"
#: So many entries, the newest first.
_MOST = 100
_TAG = "tag:sterk-door-werk-monitor,2026"

_FEED = Markup(
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"{}>\n'
    "<title>{}</title>\n<id>{}:feed</id>\n<updated>{}</updated>\n<author><name>{}</name></author>\n"
    '<link rel="self" href="{}"/>\n{}</feed>\n'
)
_ENTRY = Markup(
    "<entry><title>{}</title><id>{}</id><updated>{}</updated>"
    '<link href="{}"/><category term="{}"/><summary>{}</summary></entry>\n'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new: when, its title and text, where to read on, what it is."""

    id: str
    at: dt.datetime
    title: str
    text: str
    address: str
    kind: str


def of() -> str:
    """The feed as XML, of what is public now."""
    known = [one for one in editions.every() if not one.is_concept]
    entries = sorted(_entries(known), key=lambda one: one.at, reverse=True)[:_MOST]
    updated = entries[0].at if entries else dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    base = paths.url()
    listed = (_ENTRY.format(one.title, one.id, _when(one.at), one.address, one.kind, one.text) for one in entries)
    return _FEED.format(
        Markup(' xml:base="{}"').format(f"{base}/c/") if base else Markup(),
        *(say("correction.feed"), _TAG, _when(updated), say("frame.product")),
        *(f"{base}/c/{NAME}" if base else NAME, Markup("").join(listed)),
    )


def _entries(known: list[Edition]) -> Iterator[Entry]:
    for edition in known:
        since = edition.public_from or edition.published_at
        page = f"../overzicht?uitgave={edition.label}"
        title = say("correction.new_edition", label=edition.label)
        text = say("correction.new_example" if edition.has_examples else "correction.new_text", label=edition.label)
        yield Entry(f"{_TAG}:{edition.label}", since, title, text, page, "uitgave")
        for place, note in enumerate(notes.of(edition.label), 1):
            name = f"{_TAG}:{edition.label}:{place}"
            where = f"../verantwoording?uitgave={edition.label}"
            yield Entry(
                name, note.at, correction_log.titled(note), correction_log.told(note), where, note.kind.value
            )


def _when(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).replace(microsecond=0).isoformat()
