"""What a state looks like: an ink that grows with it, a word and a letter; what is not known has a pattern."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.dissemination.charts.core.scene import Ink
from sdw.reference.datasets import states
from sdw.reference.status import Status
from sdw.text.dutch import say

#: The steps of borging, from nothing to fixed: light to dark, so that a grey printer shows the order too.
_INKS: dict[str, Ink] = {"niet_begonnen": "s0", "in_voorbereiding": "s1", "loopt": "s2", "geborgd": "s4"}
#: In the order of a legend: every state of borging, and '' for what nobody said.
ORDER = (*(choice.code for choice in states.BORGING_STATES), "")
_LABELS = {choice.code: choice.label for choice in states.BORGING_STATES}


@dataclass(frozen=True, slots=True)
class Look:
    """How one state is drawn. `brief` fits in a cell, `letter` in a narrow one."""

    ink: Ink
    status: Status
    label: str
    brief: str
    letter: str

    @property
    def on(self) -> Ink:
        """The ink of words on it."""
        return f"on_{self.ink}" if self.status is Status.VALUE else "text"


def of(state: str) -> Look:
    """The look of a state of borging; '' for what nobody said."""
    name = state or "not_told"
    status = Status.VALUE if state in _INKS else Status.UNKNOWN if state else Status.NOT_DELIVERED
    return Look(
        _INKS.get(state, "ground"),
        status,
        label(state),
        say(f"borging.brief.{name}"),
        say(f"borging.letter.{name}"),
    )


def label(state: str) -> str:
    """A state in words: 'onbekend: niets geleverd' for what nobody said."""
    return _LABELS[state] if state else say("borging.not_told")
