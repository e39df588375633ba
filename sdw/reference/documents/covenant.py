"""The covenant: how long it runs, who takes part, what comes first (`data/reference/covenant.toml`)."""

from __future__ import annotations

import datetime as dt
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
    """One version. `ends` is None where the text names no day; quotes are '' where there is none."""

    version: str
    title: str
    source_id: str
    signed: str
    ends: dt.date | None
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
        ends=entry.get("ends"),
        ends_quote=entry.get("ends_quote", ""),
        durable_quote=entry.get("durable_quote", ""),
        durable_hours_per_week=entry.get("durable_hours_per_week"),
        note=entry.get("note", ""),
        partners=tuple(Partner(**partner) for partner in entry["partner"]),
        priorities=tuple(Priority(**priority) for priority in entry["priority"]),
        steering_group=SteeringGroup(**group) if group else None,
        events=tuple(Event(**event) for event in entry.get("event", ())),
    )


#: From the first cooperation to the end of the covenant, in order.
TIMELINE = tuple(Moment(**moment) for moment in tables.document("reference/timeline.toml")["moment"])

#: Every version, newest first.
ALL = tuple(_covenant(entry) for entry in tables.document("reference/covenant.toml")["covenant"])
CURRENT, PREVIOUS = ALL[:2]
