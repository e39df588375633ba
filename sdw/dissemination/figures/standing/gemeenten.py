"""IPS for people with a benefit of their gemeente: in how many gemeenten it is open, of all that there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.standing import current
from sdw.edition.editions import Edition
from sdw.reference.areas import municipalities, regions
from sdw.reference.areas.regions import NATION
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State


@dataclass(frozen=True, slots=True)
class Tally:
    """The gemeenten of a region (or NL): how many there are, and how many stand so; the rest is not known."""

    region: str
    of: int
    structural: int
    project: int
    no: int

    @property
    def unknown(self) -> int:
        """Gemeenten of which it is unknown, or nobody said it."""
        return self.of - self.structural - self.project - self.no

    @property
    def is_told(self) -> bool:
        """True when it is known of any gemeente."""
        return self.unknown < self.of


@lru_cache(maxsize=32)
def tallies(edition: Edition) -> tuple[Tally, ...]:
    """The nation first, then every region by code, over the gemeenten that there were at publication."""
    there = municipalities.on(edition.published_at.date())
    known = {one.municipality: one.state for one in current.of(edition, states.IPS_GEMEENTE.id)}
    of_regions = [
        _tally(code, [known.get(one.code, "") for one in there if one.region == code]) for code in regions.CODES
    ]
    return (_tally(NATION, [known.get(one.code, "") for one in there]), *of_regions)


def _tally(region: str, found: Iterable[str]) -> Tally:
    every = list(found)
    return Tally(region, len(every), every.count("structureel"), every.count("project"), every.count("nee"))


def shown(edition: Edition) -> tuple[State, ...]:
    """The states in it."""
    return current.of(edition, states.IPS_GEMEENTE.id)
