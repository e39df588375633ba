"""Besluiten as blocks: what was decided last time, who would do what by when, and what came of it."""

from __future__ import annotations

import datetime as dt

from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.meeting import decisions
from sdw.edition.editions import Edition
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import day, say

_LABELS = {choice.code: choice.label for choice in states.DECISION_STATES}


def blocks(edition: Edition, today: dt.date) -> tuple[Block, ...]:
    """Those of the last meeting, then older ones that are not done; a sentence where there are none."""
    heading = Heading(say("decisions.title"))
    found = decisions.of(edition)
    if found.meeting is None:
        return heading, Paragraph(say("decisions.none"))
    last = _table(say("decisions.last", date=day(found.meeting)), found.last, today)
    if not found.open:
        return heading, last, Paragraph(say("decisions.none_open"), quiet=True)
    return heading, last, _table(say("decisions.open"), found.open, today)


def _table(caption: str, found: tuple[State, ...], today: dt.date) -> Table:
    example = say("chart.example") if any(one.is_example for one in found) else ""
    return Table(
        caption=caption + example,
        head=[say(f"decisions.{name}") for name in ("decided", "owner", "due", "state", "became")],
        rows=[_row(one, today) for one in found],
        words=True,
        stack=True,
    )


def _row(one: State, today: dt.date) -> tuple[str, ...]:
    due = say("decisions.no_day") if one.due is None else day(one.due)
    late = say("decisions.late") if decisions.is_late(one, today) else ""
    state = say("decisions.stated", state=_LABELS[one.state], day=day(one.day))
    return (
        one.statement,
        one.owner or say("decisions.nobody"),
        due + late,
        state,
        one.evidence or say("decisions.nothing"),
    )
