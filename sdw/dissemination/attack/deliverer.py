"""An attacker who delivered a part: next to everything public it knows every count of its own region.

What it delivered is in the private store, so only the steward can attack like this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sdw.disclosure.public.releases import Release, Told
from sdw.reference import comparisons
from sdw.reference.areas.regions import NATION
from sdw.reference.dimensions import TOTAL, Key

_YEAR = 4  # letters of a year: the only periods of which methods and client groups are crossed


@dataclass(frozen=True, slots=True)
class Deliverer:
    """A region and what it delivered, at every grain, to each edition (by label)."""

    region: str
    counts: Mapping[str, Mapping[Key, float]]

    def sees(self, label: str, release: Release) -> Release:
        """The same edition for somebody who knows these counts."""
        own = self.counts[label]
        cells = [self._sees(cell, own) for cell in release.cells]
        crossed = [((key,), value) for key, value in own.items() if TOTAL not in key[3:] and len(key[2]) == _YEAR]
        return replace(release, cells=cells, sums=[*release.sums, *crossed])

    def _sees(self, cell: Told, own: Mapping[Key, float]) -> Told:
        """Its own counts; of its own that it has not it makes no guess."""
        if cell.key in own:
            return replace(cell, value=own[cell.key], within=0.0, corrected=False)
        return replace(cell, value=None, guess=False) if cell.guess and cell.key[1] == self.region else cell

    def others(self, label: str, key: Key, value: float) -> float:
        """How much of a count over the nation is of other regions."""
        if key[1] != NATION:
            return value
        measure, period = comparisons.behind(key[0], key[2])
        return value - self.counts[label].get((measure, self.region, period, *key[3:]), 0.0)
