"""Corrections: how many published figures an edition shows differently from the one before it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sdw.dissemination.figures import corrections
from sdw.dissemination.figures.corrections import Correction
from sdw.dissemination.figures.record.releases import Line
from sdw.edition.editions import Edition
from sdw.reference.status import Status

#: Of so many pairs of editions, the newest ones, the changes are counted.
PAIRS = 6


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two editions, in published numbers that both show.

    both: how many there are. joined: national ones that are over other regions now. revised: what was provisional.
    other: what was not. Each changed number is in one of the three, the first that fits.
    """

    older: Edition
    newer: Edition
    both: int
    joined: int
    revised: int
    other: int


@lru_cache(maxsize=16)
def of(line: Line) -> tuple[Changes, ...]:
    """For each edition after the first, newest first."""
    return tuple(_between(*pair) for pair in reversed(list(pairwise(line))[-PAIRS:]))


def _between(older: Edition, newer: Edition) -> Changes:
    kinds = [kind(one) for one in corrections.between(older, newer)]
    each = (kinds.count(name) for name in ("joined", "revised", "other"))
    return Changes(older, newer, corrections.shown_by_both(older, newer), *each)


def kind(one: Correction) -> str:
    """Why a number changed, the first that fits: over other regions ("joined"), provisional before ("revised"),
    or neither ("other").
    """
    if one.before.delivered != one.now.delivered:
        return "joined"
    return "revised" if one.before.status is Status.PROVISIONAL else "other"
