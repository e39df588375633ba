"""The covenant: how long it runs, who takes part, what comes first (`data/reference/covenant.toml`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sdw.reference import tables
from sdw.reference.documents import sources
from sdw.reference.documents.sources import Source


@dataclass(frozen=True, slots=True)
class Partner:
    """A party to the covenant; `role` in our words, '' where it is not stated."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Priority:
    """One speerpunt: number and title as in the covenant, meaning in our words.

    `text` is its first sentence in the covenant, `more` the rest ('' for none). `earlier` is the number of the
    priority of the covenant before that it goes on with, compared by us; 0 for a new one.
    """

    number: int
    title: str
    meaning: str
    text: str = ""
    more: str = ""
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """What the covenant tells of the years before it: when, what in our words, the sentence that it rests on."""

    when: str
    what: str
    quote: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment from 2012 on: when and what kind, what in our words, the sentence of which text it rests on."""

    when: str
    kind: str
    what: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class SteeringGroup:
    """What the covenant says about the stuurgroep, in our words."""

    composition: str
    meetings: str
    task: str
    government: str
    changes: str
    evaluation: str
    evaluation_quote: str = ""


@dataclass(frozen=True, slots=True)
class Covenant:
    """One version. `begins` is None where the text names no day: it has begun; `ends` is None where it names none.
    Quotes are '' where there is none. `final_label`: the label of its final edition, '' where none is foreseen."""

    version: str
    title: str
    source_id: str
    signed: str
    begins: dt.date | None
    ends: dt.date | None
    final_label: str
    ends_quote: str
    durable_quote: str
    durable_hours_per_week: int | None
    note: str
    partners: tuple[Partner, ...]
    priorities: tuple[Priority, ...]
    steering_group: SteeringGroup | None
    events: tuple[Event, ...]

    @property
    def source(self) -> Source:
        """The text itself."""
        return sources.by_id(self.source_id)

    def days_left(self, today: dt.date) -> int | None:
        """Days from `today` to the last day: 0 on that day and after it; None where no day is named."""
        return None if self.ends is None else max(0, (self.ends - today).days)


def _covenant(entry: dict[str, Any]) -> Covenant:
    group = entry.get("steering_group")
    return Covenant(
        version=entry["version"],
        title=entry["title"],
        source_id=entry["source"],
        signed=entry["signed"],
        begins=entry.get("begins"),
        ends=entry.get("ends"),
        final_label=entry.get("final_label", ""),
        ends_quote=entry.get("ends_quote", ""),
        durable_quote=entry.get("durable_quote", ""),
        durable_hours_per_week=entry.get("durable_hours_per_week"),
        note=entry.get("note", ""),
        partners=tuple(Partner(**partner) for partner in entry["partner"]),
        priorities=tuple(Priority(**priority) for priority in entry["priority"]),
        steering_group=SteeringGroup(**group) if group else None,
        events=tuple(Event(**event) for event in entry.get("event", ())),
    )


def read(document: Mapping[str, Any]) -> tuple[Covenant, ...]:
    """The versions in a document, newest first, as they stand in it."""
    return tuple(_covenant(entry) for entry in document["covenant"])


def at(day: dt.date, versions: Sequence[Covenant]) -> Covenant:
    """The version that counts on a day: the newest that has begun.

    Without a successor the last goes on counting, and pages say that it has ended.
    """
    return next(one for one in versions if one.begins is None or one.begins <= day)


def ended(day: dt.date, versions: Sequence[Covenant]) -> Covenant | None:
    """The newest version of which the last day is over, and that has a final edition; None where there is none."""
    return next((one for one in versions if one.final_label and one.ends and one.ends < day), None)


#: From the first cooperation to the end of the covenant, in order.
TIMELINE = tuple(Moment(**moment) for moment in tables.document("reference/timeline.toml")["moment"])

#: Every version, newest first. A successor is one more in the file, above the others.
ALL = read(tables.document("reference/covenant.toml"))
#: The version that counts since this program was started, and the one before it.
CURRENT = at(dt.date.today(), ALL)
PREVIOUS = ALL[ALL.index(CURRENT) + 1]
