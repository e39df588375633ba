"""What a region is held against: the same for each, or its part of the nation by people with a benefit.

The covenant's texts say 100 for each region. The other yardstick is ours: the same 3,500 divided over the regions
by how many people there have a benefit, so that a small region is not asked for as much as a large one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.areas import regions
from sdw.reference.documents import targets

Yardstick: TypeAlias = Literal["gelijk", "uitkeringen", "bijstand", "ao"]
#: The same for each region first; then by people with both kinds of benefit, or with one of them.
YARDSTICKS: tuple[Yardstick, ...] = ("gelijk", "uitkeringen", "bijstand", "ao")
#: The indicators that count people with the benefits of a yardstick.
_COUNTED: dict[Yardstick, tuple[str, ...]] = {
    "uitkeringen": ("mensen_bijstand", "mensen_ao"),
    "bijstand": ("mensen_bijstand",),
    "ao": ("mensen_ao",),
}


@dataclass(frozen=True, slots=True)
class Aims:
    """Region → what it is held against, a year; of which year the benefits are ('' where it is 100 for each)."""

    of: Mapping[str, float]
    year: str = ""

    @property
    def same(self) -> int | None:
        """The one number for all regions; None where each has its own."""
        return None if self.year else targets.STARTED.per_region


def aims(edition: Edition, yardstick: Yardstick) -> Aims:
    """What each region is held against. An edition without the people with these benefits has 100 for each."""
    parts = _people(edition, _COUNTED[yardstick]) if yardstick in _COUNTED else None
    if parts is None:
        return Aims(dict.fromkeys(regions.CODES, float(targets.STARTED.per_region)))
    year, people = parts
    whole = sum(people.values())
    return Aims({code: targets.STARTED.national * count / whole for code, count in people.items()}, year)


def offered(edition: Edition) -> tuple[Yardstick, ...]:
    """The yardsticks for which an edition has the figures."""
    return tuple(one for one in YARDSTICKS if one not in _COUNTED or _people(edition, _COUNTED[one]))


def counted(edition: Edition, yardstick: Yardstick, year: str) -> list[Figure]:
    """The people with a benefit behind a yardstick, per region; nothing where it is 100 for each."""
    return [one for name in _COUNTED.get(yardstick, ()) for one in figures.of_regions(edition, name, year)]


@lru_cache(maxsize=32)
def _people(edition: Edition, counted: tuple[str, ...]) -> tuple[str, dict[str, float]] | None:
    """The newest year in which all of these are known of every region, and their sum per region."""
    known: list[dict[tuple[str, str], float]] = [
        {
            (one.period, one.region): one.value
            for one in figures.select(edition, name)
            if one.value is not None and one.region in regions.CODES
        }
        for name in counted
    ]
    for year in sorted({period for period, _ in known[0]}, reverse=True):
        sums = {
            code: sum(one[year, code] for one in known)
            for code in regions.CODES
            if all((year, code) in one for one in known)
        }
        if len(sums) == len(regions.CODES):
            return year, sums
    return None
