"""What moved between two editions: of each region and element, how it stood then and how it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.standing import current
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State

#: From nothing to fixed; a state that is no step of it ('onbekend') is neither further nor back.
LADDER = tuple(choice.code for choice in states.BORGING_STATES if choice.code != "onbekend")


@dataclass(frozen=True, slots=True)
class Move:
    """One element of a region that stands otherwise; None: it was, or is, not in the edition."""

    region: str
    element: str
    before: State | None
    now: State | None

    @property
    def steps(self) -> int | None:
        """So many steps further, or back (under 0); None where one of the two is not known."""
        if self.before is None or self.now is None or not {self.before.state, self.now.state} <= set(LADDER):
            return None
        return LADDER.index(self.now.state) - LADDER.index(self.before.state)


@lru_cache(maxsize=16)
def between(older: Edition, newer: Edition) -> tuple[Move, ...]:
    """Every element of a region that stands otherwise, by region and in the order of the elements."""
    before, now = current.borging(older), current.borging(newer)
    found = []
    for region in regions.CODES:
        for element in states.ELEMENTS:
            was, is_now = before.get((region, element.code)), now.get((region, element.code))
            if (was and was.state) != (is_now and is_now.state):
                found.append(Move(region, element.code, was, is_now))
    return tuple(found)
