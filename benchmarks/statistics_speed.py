"""The statistics of one page run: scenario, meta-analysis, partial pooling, funnel, differences."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from sdw.statistics import meta, pace, proportions, scenario
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.season import RegionYear, season
from sdw.statistics.variation import funnel, shrinkage
from tests.worlds.pace import SIZES

REPEATS = 15
_LOWEST = Estimate(3.7, Interval(0.8, 6.7, Unit.PERCENTAGE_POINT))
_HIGHEST = Estimate(7.5, Interval(3.8, 11.3, Unit.PERCENTAGE_POINT))


def _regions(seed: int = 1) -> dict[str, tuple[int, int]]:
    chance = random.Random(seed)
    totals = {f"AM{number:02d}": chance.randint(20, 200) for number in range(35)}
    return {key: (sum(chance.random() < 0.3 for _ in range(total)), total) for key, total in totals.items()}


def _median(run: Callable[[], object]) -> float:
    """Milliseconds of processor time; the middle one of some runs."""
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()
        run()
        taken.append(1000 * (time.process_time() - start))
    return sorted(taken)[REPEATS // 2]


def _paces() -> None:
    found = season([RegionYear(year, size // 2, size) for year in range(4) for size in SIZES])
    assert found is not None
    for size in SIZES:
        pace.of_region(size // 2, found, 100)
    pace.of_all([size // 2 for size in SIZES], found, 3500)


def measure() -> list[tuple[str, float, str]]:
    """(what, how much, unit) per line."""
    world = _regions()
    events, totals = [e for e, _ in world.values()], [n for _, n in world.values()]
    effects = [meta.risk_difference(e, n, n // 5, n) for e, n in world.values()]
    inputs = scenario.Inputs(3500, 20.0, _LOWEST, _HIGHEST, 7000.0)
    return [
        ("scenario, 100,000 draws, two variants", _median(lambda: scenario.simulate(inputs)), "ms"),
        ("random effects, 35 studies", _median(lambda: meta.random_effects(effects)), "ms"),
        ("partial pooling, 35 regions", _median(lambda: shrinkage.pooling(events, totals)), "ms"),
        ("funnel, 35 regions", _median(lambda: funnel.funnel(world, minimum=20)), "ms"),
        ("pace of 35 regions and the nation, with target", _median(_paces), "ms"),
        (
            "35 differences (Newcombe)",
            _median(lambda: [proportions.difference_newcombe(e, n, n // 5, n) for e, n in world.values()]),
            "ms",
        ),
        (
            "35 differences (Miettinen-Nurminen)",
            _median(lambda: [proportions.difference_miettinen_nurminen(e, n, 9, 40) for e, n in world.values()]),
            "ms",
        ),
    ]


if __name__ == "__main__":
    for what, value, unit in measure():
        print(f"{what}: {value:.2f} {unit}")
