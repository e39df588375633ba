"""Making public what is agreed and due, and what is told with it of how it was agreed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sdw.edition import paths
from sdw.edition.approval import log, notes, release, standing
from sdw.edition.approval.log import Event
from sdw.edition.approval.standing import Link, Standing, State
from sdw.production.steward.approval import corrections
from sdw.text.dutch import listing, say
from sdw.text.errors import UserError


def due(now: dt.datetime, by: str) -> list[str]:
    """Make every agreed edition public of which the embargo is over; gives their labels."""
    done = []
    for label in log.labels():
        one = standing.of(label)
        if one.state is State.AGREED and one.public_from is not None and one.public_from <= now:
            _release(one, one.public_from, now, by)
            done.append(label)
    return done


def _release(one: Standing, moment: dt.datetime, now: dt.datetime, by: str) -> None:
    edition = paths.editions_folder() / f"{one.label}.duckdb"
    is_moved = not (paths.concepts_folder() / edition.name).exists() and release.public_from(edition) is not None
    if not is_moved:  # a stop halfway: the file is there, and only the log does not say so yet
        release.publish(one.label, moment, told(one, moment))
    notes.add(one.label, corrections.kept(one.label))
    log.append(one.label, Event(now, "released", by))


def told(one: Standing, moment: dt.datetime) -> dict[str, Any]:
    """What is public of how an edition was agreed: states, parties and their answers, who had early access, why
    figures changed, and the warnings that were accepted. Not who typed it.

    moment: from when it is public; early access ends there.
    """
    accepted = {each["text"]: each["name"] for each in one.accepted}
    return {
        "states": [
            {"state": state, "at": event.at.isoformat()}
            for event in log.read(one.label)
            if (state := _STATES.get(event.what))
        ],
        "parties": [_party(one, key, name) for key, name in one.parties.items()],
        "early_access": [_access(link, one, moment) for link in one.links.values()],
        "notes": [{"indicator": indicator, "text": text} for indicator, text in one.notes.items()],
        "warnings": [{"name": name, "text": text} for text, name in accepted.items()],
    }


_STATES = {
    "made": State.CONCEPT.value,
    "submitted": State.SUBMITTED.value,
    "concluded": State.AGREED.value,
}


def _party(one: Standing, key: str, name: str) -> dict[str, str]:
    if key in one.answers:
        return {"name": name, "answer": "agreed", "at": one.answers[key].isoformat()}
    if key in one.decisions:
        return {"name": name, "answer": "decided", "text": one.decisions[key]}
    return {"name": name, "answer": "silent"}


def _access(link: Link, one: Standing, moment: dt.datetime) -> dict[str, str]:
    ends = min(link.revoked or link.until, moment)
    party = one.parties.get(link.party, "")
    return {"for": link.holder, "party": party, "from": link.since.isoformat(), "until": ends.isoformat()}


def refuse_state(one: Standing, *allowed: State) -> None:
    """Refuse what cannot be done in this state.

    Raises:
        UserError: it is in another one.
    """
    if one.state not in allowed:
        words = listing([say(f"approval.state.{state.value}") for state in allowed])
        now = say(f"approval.state.{one.state.value}")
        raise UserError("approval.wrong_state", label=one.label, state=now, allowed=words)
