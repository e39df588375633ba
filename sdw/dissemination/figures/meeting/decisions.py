"""Decisions of the steering group as an edition holds them: those of the last meeting, and older ones not done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.standing import published
from sdw.edition.editions import Edition
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State

#: What is done with: nothing is waited for any more.
_CLOSED = ("uitgevoerd", "vervallen")


@dataclass(frozen=True, slots=True)
class Decisions:
    """The newest state of each. meeting: of the last meeting, None without decisions. last: of that meeting.
    open: of earlier meetings, without those that are done or dropped."""

    meeting: dt.date | None
    last: tuple[State, ...] = ()
    open: tuple[State, ...] = ()


def newest(edition: Edition, dataset: str) -> tuple[State, ...]:
    """The newest state of each thing in a dataset; of two of one day the invented one gives way."""
    found: dict[tuple[object, ...], State] = {}
    for one in sorted(published.of(edition, dataset), key=lambda one: (one.day, not one.is_example)):
        found[(one.region, *one.subject)] = one
    return tuple(found.values())


@lru_cache(maxsize=16)
def of(edition: Edition) -> Decisions:
    """All of them, in the order of the meetings and their numbers."""
    every = [one for one in newest(edition, states.BESLUITEN.id) if one.meeting is not None]
    if not every:
        return Decisions(None)
    every.sort(key=lambda one: (one.meeting or dt.date.min, one.number))
    last = every[-1].meeting
    return Decisions(
        last,
        tuple(one for one in every if one.meeting == last),
        tuple(one for one in every if one.meeting != last and one.state not in _CLOSED),
    )


def is_late(one: State, today: dt.date) -> bool:
    """True where it should have been done by now, and is not."""
    return one.due is not None and one.due < today and one.state not in _CLOSED
