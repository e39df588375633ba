"""Who asks, and which concepts the store hands out to that reader: none, unless shown otherwise.

Below every page and route: `editions` asks here before it lists, finds or reads a concept. A reader who shows
nothing is a visitor. Who shows a secret link that works gets the one concept it is for. A command of the steward
gets all, and never in a deployment for visitors.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from sdw.edition import paths
from sdw.edition.approval import log, standing
from sdw.edition.approval.standing import Link, State
from sdw.text.dutch import ZONE
from sdw.text.errors import UserError

#: Random bytes of a token: 256 bits.
_BYTES = 32
_LONGEST = 100  # characters of a token that is looked at

_TOKEN: ContextVar[str] = ContextVar("token", default="")
_MOMENT: ContextVar[dt.datetime | None] = ContextVar("moment", default=None)
_STEWARD: ContextVar[bool] = ContextVar("steward", default=False)


@dataclass(frozen=True, slots=True)
class Grant:
    """What a secret link gives: one concept, to whom it is for, until when."""

    label: str
    link: Link


@contextmanager
def shown(token: str, at: dt.datetime | None = None) -> Iterator[None]:
    """Inside, the reader is who shows this token ('': nothing).

    at: the moment as on which the reader wants to see the monitor; it counts for who holds a link, for nobody else.
    """
    before, moment_before = _TOKEN.set(token), _MOMENT.set(at)
    try:
        yield
    finally:
        _TOKEN.reset(before)
        _MOMENT.reset(moment_before)


def moment() -> dt.datetime | None:
    """The moment as on which who holds a link looks; None for everybody else, and for who looks now."""
    return None if _MOMENT.get() is None or grant() is None else _MOMENT.get()


def today() -> dt.date:
    """The day on which is looked, in the Netherlands."""
    return (moment() or dt.datetime.now(dt.UTC)).astimezone(ZONE).date()


def is_out(label: str) -> bool:
    """True when a concept would be public at the moment as on which who holds its link looks: from the end of its
    embargo, or from any moment where none is chosen yet."""
    as_on = moment()
    if as_on is None or not may_read(label):
        return False
    public_from = standing.of(label).public_from
    return public_from is None or public_from <= as_on


@contextmanager
def as_steward() -> Iterator[None]:
    """Inside, a command of the steward asks."""
    before = _STEWARD.set(True)
    try:
        yield
    finally:
        _STEWARD.reset(before)


def is_steward() -> bool:
    """True for a command of the steward; never in a deployment for visitors."""
    return _STEWARD.get() and not paths.is_public()


def may_read(label: str) -> bool:
    """True when who asks now may read the concept of this name. Asked at every reading: a link can be revoked."""
    if is_steward():
        return True
    found = grant()
    return found is not None and found.label == label


def labels() -> list[str]:
    """The names of the concepts that who asks now may read."""
    if is_steward():
        return sorted(path.stem for path in paths.concepts_folder().glob("*.duckdb"))
    found = grant()
    return [] if found is None else [found.label]


def grant() -> Grant | None:
    """What the token that is shown now gives; None for nothing."""
    return of(_TOKEN.get(), dt.datetime.now(dt.UTC))


def of(token: str, now: dt.datetime) -> Grant | None:
    """The concept that this token opens at this moment; None for a token that is unknown, over or revoked, and for
    one of an edition that is public or withdrawn."""
    if not token or len(token) > _LONGEST or not paths.shows_concepts():
        return None
    asked = digest(token)
    found = None
    for label in log.labels():
        try:
            one = standing.of(label)
        except UserError:  # a log that was changed opens nothing
            continue
        for link in one.links.values():
            is_it = hmac.compare_digest(link.digest, asked)
            if is_it and link.works(now) and one.state not in (State.PUBLIC, State.WITHDRAWN):
                found = Grant(label, link)
    return found


def new_token() -> tuple[str, str]:
    """A token of 256 random bits, to be told once, and its digest, to be kept."""
    token = secrets.token_urlsafe(_BYTES)
    return token, digest(token)


def digest(token: str) -> str:
    """What is kept of a token: 256 random bits cannot be found again from their SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()
