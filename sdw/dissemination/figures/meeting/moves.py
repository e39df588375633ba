"""How national figures moved: as each edition published them, and over the same regions on the figures of now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.record import staircase
from sdw.dissemination.figures.record.releases import Line
from sdw.dissemination.figures.record.staircase import Step
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import DELIVERED, NATION
from sdw.reference import periods
from sdw.reference.measures import TARGETS

#: So many editions have a column of their own: the newest.
COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Move:
    """A national figure of one period, as each edition of a line published it; None where one did not."""

    indicator: str
    period: str
    shown: tuple[Figure | None, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Those that there are."""
        return tuple(one for one in self.shown if one is not None)

    @property
    def has_moved(self) -> bool:
        """True where any two editions that show it say something else: a number, or over how many regions."""
        said = {(one.value, one.status if one.value is None else None, one.delivered) for one in self.figures}
        return len(said) > 1


@dataclass(frozen=True, slots=True)
class Twice:
    """A national count of a period in two ways: as published then and now, and over the same regions.

    step: then and now over the regions that both editions show a number of.
    """

    before: Figure
    now: Figure
    step: Step

    @property
    def joined(self) -> int:
        """How many more regions are in it now than then; below zero for fewer."""
        counts = [one.delivered[0] if one.delivered else 0 for one in (self.before, self.now)]
        return counts[1] - counts[0]


@lru_cache(maxsize=16)
def of(line: Line) -> tuple[Move, ...]:
    """Every national figure over all methods and client groups of what regions deliver, that at least two of the
    newest editions of the line publish: newest period first, in the order of the catalogue.
    """
    kept = line[-COLUMNS:]
    found = []
    for indicator in (one for one in catalogue.ALL if set(one.sources) & set(DELIVERED) and not one.is_outcome):
        each = [_national(edition, indicator.id) for edition in kept]
        for period in {period for shown in each for period in shown}:
            move = Move(indicator.id, period, tuple(shown.get(period) for shown in each))
            found += [move] if len(move.figures) > 1 else []
    order = [one.id for one in catalogue.ALL]
    found.sort(key=lambda one: order.index(one.indicator))
    return tuple(sorted(found, key=lambda one: _newest_first(one.period)))


def _newest_first(period: str) -> tuple[int, int]:
    """By last day, the newest first; of two that end together the longer one first."""
    parsed = periods.parse(period)
    return -parsed.end.toordinal(), -parsed.months


def _national(edition: Edition, indicator: str) -> dict[str, Figure]:
    return {one.period: one for one in figures.select(edition, indicator, region=NATION) if one.is_total}


@lru_cache(maxsize=16)
def twice(older: Edition, newer: Edition) -> tuple[Twice, ...]:
    """Of both counts with a target every period that moved between two editions, newest first."""
    found = []
    for move in of((older, newer)):
        if move.indicator in TARGETS and move.has_moved and None not in (one.value for one in move.figures):
            before, now = move.figures
            found.append(Twice(before, now, staircase.beside(older, newer, move.indicator, move.period)))
    return tuple(found)
