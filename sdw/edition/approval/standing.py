"""Where an edition stands on its way to agreement: all of it follows from what happened (`log`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum

from sdw.edition.approval import log
from sdw.edition.approval.log import Event


class State(Enum):
    """`concept → ter afstemming → afgestemd → openbaar`, or `ingetrokken`."""

    CONCEPT = "concept"
    SUBMITTED = "ter_afstemming"
    AGREED = "afgestemd"
    PUBLIC = "openbaar"
    WITHDRAWN = "ingetrokken"


@dataclass(frozen=True, slots=True)
class Link:
    """A secret link: for whom (a person or a role), of which party, and until when. The token itself is kept
    nowhere."""

    id: str
    digest: str
    holder: str
    party: str
    since: dt.datetime
    until: dt.datetime
    revoked: dt.datetime | None = None

    def works(self, now: dt.datetime) -> bool:
        """True as long as it is not revoked and not over."""
        return self.revoked is None and now < self.until


@dataclass(slots=True)
class Standing:
    """What follows from the events so far.

    parties: id → name, as they were when the edition was made. until: the last day to answer. answers: id → when a
    party agreed. objections: id → why, as long as nobody decided on it. public_from: the end of the embargo.
    ticks: party → ids of the differences that it looked at. compared: digest of the list of these, '' for none.
    """

    label: str
    state: State = State.PUBLIC
    since: dt.datetime | None = None
    parties: dict[str, str] = field(default_factory=dict)
    until: dt.date | None = None
    answers: dict[str, dt.datetime] = field(default_factory=dict)
    objections: dict[str, str] = field(default_factory=dict)
    decisions: dict[str, str] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    public_from: dt.datetime | None = None
    accepted: list[dict[str, str]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    ticks: dict[str, set[str]] = field(default_factory=dict)
    compared: str = ""

    @property
    def open(self) -> tuple[str, ...]:
        """Ids of the parties that did not answer and did not object."""
        return tuple(one for one in self.parties if one not in self.answers and not self._is_settled(one))

    def _is_settled(self, party: str) -> bool:
        return party in self.objections or party in self.decisions


def of(label: str) -> Standing:
    """Where this edition stands; one without a log was public at once.

    Raises:
        UserError: its log was changed.
    """
    return fold(label, log.read(label))


def fold(label: str, events: Iterable[Event]) -> Standing:
    """What follows from these events. An unknown event is our bug: KeyError."""
    standing = Standing(label)
    for event in events:
        _STEPS[event.what](standing, event)
    return standing


def _made(standing: Standing, event: Event) -> None:
    _move(standing, event, State.CONCEPT)
    standing.parties = dict(event.facts["parties"])


def _submitted(standing: Standing, event: Event) -> None:
    _move(standing, event, State.SUBMITTED)
    standing.until = dt.date.fromisoformat(event.facts["until"])
    standing.compared = event.facts.get("differences", "")
    standing.accepted += event.facts["accepted"]


def _agreed(standing: Standing, event: Event) -> None:
    standing.answers[event.party] = event.at
    standing.objections.pop(event.party, None)


def _objected(standing: Standing, event: Event) -> None:
    standing.answers.pop(event.party, None)
    standing.decisions.pop(event.party, None)
    standing.objections[event.party] = event.text


def _decided(standing: Standing, event: Event) -> None:
    standing.objections.pop(event.party)
    standing.decisions[event.party] = event.text


def _concluded(standing: Standing, event: Event) -> None:
    _move(standing, event, State.AGREED)
    standing.accepted += event.facts["accepted"]


def _embargoed(standing: Standing, event: Event) -> None:
    standing.public_from = dt.datetime.fromisoformat(event.facts["from"])


def _released(standing: Standing, event: Event) -> None:
    _move(standing, event, State.PUBLIC)


def _withdrawn(standing: Standing, event: Event) -> None:
    _move(standing, event, State.WITHDRAWN)


def _linked(standing: Standing, event: Event) -> None:
    told = event.facts
    until = dt.datetime.fromisoformat(told["until"])
    standing.links[told["id"]] = Link(told["id"], told["digest"], event.text, event.party, event.at, until)


def _revoked(standing: Standing, event: Event) -> None:
    one = standing.links[event.facts["id"]]
    standing.links[one.id] = Link(one.id, one.digest, one.holder, one.party, one.since, one.until, event.at)


def _noted(standing: Standing, event: Event) -> None:
    standing.notes[event.facts["indicator"]] = event.text


def _ticked(standing: Standing, event: Event) -> None:
    standing.ticks.setdefault(event.party, set()).update(event.facts["items"])


def _move(standing: Standing, event: Event, state: State) -> None:
    standing.state, standing.since = state, event.at


_STEPS: dict[str, Callable[[Standing, Event], None]] = {
    "made": _made,
    "submitted": _submitted,
    "agreed": _agreed,
    "objected": _objected,
    "decided": _decided,
    "concluded": _concluded,
    "embargoed": _embargoed,
    "released": _released,
    "withdrawn": _withdrawn,
    "linked": _linked,
    "revoked": _revoked,
    "noted": _noted,
    "ticked": _ticked,
}
