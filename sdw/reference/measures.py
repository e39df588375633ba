"""What follows from how the counts of trajectories are declared (`datasets/catalogue.py`).

Totals, roll-up over periods, checks, the sheet, protection and whoever attacks it ask here, so that no fact of a
measure stands twice.
"""

from __future__ import annotations

from sdw.reference.datasets.catalogue import TRAJECTEN
from sdw.reference.datasets.declaration import Measure

_BY_ID = {one.id: one for one in TRAJECTEN.measures}

#: What is added up of other counts of the same region and period, and delivered by nobody: name → counts.
MADE = {one.id: one.of for one in TRAJECTEN.made}
#: The count at the first moment of a period, and the one at its last: the last of one is the first of the next.
(OPENING,) = (one.id for one in TRAJECTEN.measures if one.over_time == "first")
(CLOSING,) = (one.id for one in TRAJECTEN.measures if one.over_time == "last")
#: A count at the first or the last moment of a period: it does not add up over periods.
STOCKS = (OPENING, CLOSING)
#: What happens in a period, and adds up.
FLOWS = tuple(one.id for one in TRAJECTEN.measures if one.over_time == "adds")
#: What is a part of other counts: more of it than of these cannot be.
PARTS = tuple(one.id for one in TRAJECTEN.measures if one.part_of)
#: The ledger of a region: the sum of these counts, each with its sign, is zero.
LEDGER = {one.id: float(one.ledger) for one in TRAJECTEN.measures if one.ledger}
#: All counts of a region and a period: the ledger, what is made of it, and the parts.
COUNTS = (*LEDGER, *MADE, *PARTS)
#: What the covenant has a goal for: compared over the years, and withheld last.
TARGETS = tuple(one.id for one in TRAJECTEN.measures if one.target)


def declared(measure: str) -> Measure:
    """The declaration of a measure. Raises KeyError for one that is not declared, or is made of others."""
    return _BY_ID[measure]


def whole_of(part: str) -> tuple[str, ...]:
    """The counts that together hold a part: one that is made of them where there is one."""
    parts = declared(part).part_of
    return next(((name,) for name, of in MADE.items() if set(of) == set(parts)), parts)


def ways_of(part: str) -> tuple[tuple[str, ...], ...]:
    """Every way to add up the people among whom a part is: the whole, and what the ledger says is as much."""
    parts = set(declared(part).part_of)
    begun, ended = (tuple(one for one, sign in LEDGER.items() if sign == side) for side in (1, -1))
    other = ended if parts == set(begun) else begun if parts == set(ended) else ()
    return (whole_of(part), other) if other else (whole_of(part),)


def is_of_everyone(part: str) -> bool:
    """True where a part is of all who were there in a period, and not of some of them (those who ended)."""
    return len(ways_of(part)) > 1
