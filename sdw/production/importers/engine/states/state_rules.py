"""What must hold of a state as a whole, and of the states of one file together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sdw.exchange.problems import Problem
from sdw.reference.areas import municipalities
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import covenant
from sdw.text.dutch import say

#: Where somebody else says so, it must be said who.
_NEEDS_SOURCE = ("nagegaan", "openbare_bron")


def of_row(state: State, sheet: str, row: int, labels: Mapping[str, str]) -> list[Problem]:
    """Problems of one state. `labels`: part of a state → what its column is called in the file."""

    def at(part: str, key: str, **facts: str | int) -> Problem:
        return Problem(
            "error", sheet, row, labels.get(part, ""), say(f"states.{key}", **facts), region=state.region
        )

    found = []
    if state.certainty in _NEEDS_SOURCE and not (state.source or state.url):
        found.append(at("source", "no_source"))
    if state.amount is not None and not state.unit:
        found.append(at("amount", "no_unit"))
    if state.unit and state.amount is None:
        found.append(at("unit", "no_amount_of_unit"))
    if state.priority:
        known = next(one for one in covenant.ALL if one.version == state.covenant)
        most = max(one.number for one in known.priorities)
        if state.priority > most:
            found.append(at("priority", "no_priority", version=known.version, most=most))
    if state.meeting is not None and state.day < state.meeting:
        found.append(at("day", "before_meeting"))
    if state.meeting is not None and state.due is not None and state.due < state.meeting:
        found.append(at("due", "due_before_meeting"))
    if state.municipality and state.municipality not in {one.code for one in municipalities.on(state.day)}:
        found.append(at("municipality", "no_municipality_then"))
    return found


def of_file(states: Sequence[tuple[int, State]], sheet: str) -> list[Problem]:
    """States of the same thing on the same day: only one of them can be."""
    first: dict[tuple[str, str, str], int] = {}
    found = []
    for row, state in states:
        other = first.setdefault(state.unit_of_delivery, row)
        if other != row:
            found.append(
                Problem("error", sheet, row, "", say("states.double", other_row=other), region=state.region)
            )
    return found
