"""Invented regions of which each year's end is known, so that predictions at half-time can be held against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from sdw.statistics import pace
from sdw.statistics.season import RegionYear, Revision, Season, season
from tests.worlds.run_rate import run_rate

#: Started in 2025 in the 35 regions of the example.
SIZES = (
    *(343, 328, 176, 175, 148, 144, 136, 120, 119, 118, 116, 113, 111, 104, 103, 102, 98, 94),
    *(82, 76, 74, 68, 68, 66, 65, 65, 64, 61, 57, 40, 39, 39, 37, 33, 32),
)
YEARS = 4


@dataclass(frozen=True, slots=True)
class World:
    """How years go. id: its name in files.

    share: of a year, in its first half. noise, shock, growth: standard deviations (log) of a half-year of a region,
    of the second half of a year in all regions together, and of a region's level between years. missing: chance
    that a half-year was not delivered. first: the share of people that a first delivery holds. stop: the factor on
    the last half-year, of which no earlier year tells.
    """

    id: str
    name: str
    share: float = 0.5
    noise: float = 0.0
    shock: float = 0.0
    growth: float = 0.0
    missing: float = 0.0
    first: float = 1.0
    stop: float = 1.0


POISSON = World("poisson", "Poisson, no season")
USUAL = World("usual", "half-years differ by 10%, years by 4%, growth by 8%", 0.46, 0.10, 0.04, 0.08, 0.10)
ROUGH = replace(USUAL, id="rough", name="half-years differ by 20%, growth by 15%", noise=0.20, growth=0.15)
LATE = replace(USUAL, id="late", name="as the second, first deliveries are 94% complete", first=0.94)
BREAK = replace(USUAL, id="break", name="as the second, money stops: second half -20%", stop=0.8)
WORLDS = (POISSON, USUAL, ROUGH, LATE, BREAK)


@dataclass(frozen=True, slots=True)
class Draw:
    """One world: what is known at half-time, and how the year ended, of the regions that delivered."""

    season: Season
    counts: tuple[int, ...]
    ends: tuple[int, ...]


def draw(world: World, source: np.random.Generator) -> Draw:
    """Four years of history and a running year of which the first half is in hand."""
    regions = len(SIZES)
    levels = np.log(np.array(SIZES, dtype=float)) + np.cumsum(
        source.normal(0, world.growth, (YEARS + 1, regions)), axis=0
    )
    history, revisions = [], []
    for year in range(YEARS + 1):
        running = year == YEARS
        shares = (world.share, (1 - world.share) * (world.stop if running else 1.0))
        apart = (0.0, source.normal(0, world.shock))
        halves = [
            source.poisson(share * np.exp(levels[year] + source.normal(0, world.noise, regions) + shift))
            for share, shift in zip(shares, apart, strict=True)
        ]
        there = source.random((2, regions)) >= world.missing
        first = source.binomial(halves[0], world.first)
        if running:
            counts = tuple(int(one) for one in first[there[0]])
            ends = tuple(int(one) for one in (halves[0] + halves[1])[there[0]])
            break
        history += [
            RegionYear(year, int(one), int(one + two))
            for one, two, whole in zip(*halves, there.all(axis=0), strict=True)
            if whole
        ]
        if world.first < 1:
            pairs = zip(first[there[0]], halves[0][there[0]], strict=True)
            revisions += [Revision(int(was), int(now)) for was, now in pairs]
    found = season(history, revisions)
    assert found is not None
    return Draw(found, counts, ends)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often (0-1) an interval held the end: of regions by the run rate and by the pace, and of the nation."""

    run_rate: float
    regions: float
    nation: float


def coverage(world: World, worlds: int, level: float, seed: int = 20261126) -> Coverage:
    """Over so many worlds, at a level."""
    source = np.random.default_rng(seed)
    simple, own, nation, number = 0, 0, 0, 0
    for _ in range(worlds):
        one = draw(world, source)
        for count, end in zip(one.counts, one.ends, strict=True):
            number += 1
            simple += run_rate(count, Fraction(1, 2), level=level).total.interval.contains(end)
            own += pace.of_region(count, one.season, level=level).total.interval.contains(end)
        nation += pace.of_all(one.counts, one.season, level=level).total.interval.contains(sum(one.ends))
    return Coverage(simple / number, own / number, nation / worlds)
