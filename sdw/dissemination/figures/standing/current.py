"""How things stand now in an edition: of each thing its newest state, what is real before what is invented."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache

from sdw.dissemination.figures.standing import published
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State

#: Region and element.
Place = tuple[str, str]


def newest(found: Iterable[State]) -> dict[tuple[Hashable, ...], State]:
    """(region, subject) → the state of its newest day; where anything real is known, nothing invented counts."""
    newest_of: dict[tuple[Hashable, ...], State] = {}
    for one in sorted(found, key=lambda each: (not each.is_example, each.day)):
        newest_of[(one.region, *one.subject)] = one
    return newest_of


@lru_cache(maxsize=32)
def of(edition: Edition, dataset: str) -> tuple[State, ...]:
    """The newest state of each thing of a dataset, in the order of publication."""
    return tuple(newest(published.of(edition, dataset)).values())


@lru_cache(maxsize=32)
def borging(edition: Edition) -> Mapping[Place, State]:
    """(region, element) → how it stands; what is not in it is not known."""
    return {(one.region, one.element): one for one in of(edition, states.BORGING.id)}


def counted(edition: Edition, element: str = "") -> dict[str, int]:
    """State → how many places (regions × elements, or the regions of one element) stand so; '' is not delivered."""
    known = borging(edition)
    elements = [element] if element else [one.code for one in states.ELEMENTS]
    found = dict.fromkeys([*(choice.code for choice in states.BORGING_STATES), ""], 0)
    for region in regions.CODES:
        for one in elements:
            state = known.get((region, one))
            found[state.state if state else ""] += 1
    return found


def has_examples(found: Iterable[State]) -> bool:
    """True when anything in it is invented."""
    return any(one.is_example for one in found)
