"""Editions as anybody reads them: what each tells of a cell, and in which of them a count is the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sdw.reference import measures
from sdw.reference.dimensions import Key

Place = tuple[str, str]
Family = tuple[str, str, str]

#: Nothing of these adds up over periods.
STOCKS = (*measures.STOCKS, *measures.MADE)


@dataclass(frozen=True, slots=True)
class Told:
    """One published cell that has a value, shown or withheld (None); or one without, that may follow from others.

    key: measure, region, period, method, client group. covered: number of regions in a national cell. within: the
    true count is less than this away from the shown one (0: it is the shown one). most: no more than this, as far
    as something else that is published tells. corrected: withheld because it is not what an older edition shows.
    absent: published with a status and no number, so in no count of the nation; guess: what a reader makes of that.
    """

    key: Key
    value: float | None
    covered: int = 0
    within: float = 0.0
    most: float = np.inf
    corrected: bool = False
    absent: bool = False
    guess: bool = False

    @property
    def exact(self) -> float | None:
        """The count itself, where it is shown as it is."""
        return None if self.within else self.value

    @property
    def range(self) -> tuple[float, float]:
        """The least and the most it can be by itself: counts are whole people, and not below zero."""
        if self.value is None:
            return 0.0, self.most
        loose = max(self.within - 1.0, 0.0)
        return max(self.value - loose, 0.0), min(self.value + loose, max(self.most, self.value - loose))


@dataclass(frozen=True, slots=True)
class Release:
    """One edition as anybody reads it.

    loose: (region, period) of which a remark says that stocks and flows do not add up. sums: counts that are known
    to add up to a value. empty: counts that do not apply. bare: take for granted only what the totals say.
    apart: not even that a count of the nation is about the regions that have a value or withhold one.
    """

    cells: Sequence[Told]
    loose: frozenset[Place] = frozenset()
    sums: Sequence[tuple[tuple[Key, ...], float]] = ()
    empty: frozenset[Key] = frozenset()
    bare: bool = False
    apart: bool = False


class Same(Protocol):
    """What an attacker takes to be one and the same count in several editions."""

    def of(self, number: int, key: Key) -> int:
        """The first of the editions in which the counts in this cell are those of edition `number`."""


class Labels:
    """In which editions a region's counts of one kind and year are the same, as far as anybody can see."""

    def __init__(self, releases: Sequence[Release], alike: bool) -> None:
        """alike: they are the same when no shown value of them differs, and none is said to be corrected; otherwise
        no value of the whole region.
        """
        self._whole = not alike
        self._of: dict[tuple[int, Family], int] = {}
        told = [_by_family(release, self._whole) for release in releases]
        for family in {family for one in told for family in one}:
            groups: dict[int, dict[Key, float | None]] = {}
            for number, one in enumerate(told):
                shown = one.get(family, {})
                label = next((name for name, seen in groups.items() if _agree(seen, shown)), number)
                groups.setdefault(label, {}).update(shown)
                self._of[number, family] = label

    def of(self, number: int, key: Key) -> int:
        """The first of the editions that tell the same as edition `number` about what this cell belongs to."""
        return self._of.get((number, _family(key, self._whole)), 0)


def _family(key: Key, whole_region: bool) -> Family:
    """What hangs together when a region corrects: one kind of measure in one year; stocks run on over years."""
    measure, region, period, _, _ = key
    if whole_region:
        return region, "", ""
    return (region, "", "stock") if measure in STOCKS else (region, period[:4], measure)


def _by_family(release: Release, whole_region: bool) -> dict[Family, dict[Key, float | None]]:
    """The shown values of an edition, None where one is corrected; what is made of counts tells of each."""
    found: dict[Family, dict[Key, float | None]] = {}
    for cell in release.cells:
        if cell.value is not None or cell.corrected:
            found.setdefault(_family(cell.key, whole_region), {})[cell.key] = cell.value
            for part in measures.MADE.get(cell.key[0], ()):
                family = _family((part, *cell.key[1:]), whole_region)
                found.setdefault(family, {})[cell.key] = cell.value
    return found


def _agree(one: Mapping[Key, float | None], other: Mapping[Key, float | None]) -> bool:
    few, many = sorted((one, other), key=len)
    return all(many.get(key, value) == value for key, value in few.items())
