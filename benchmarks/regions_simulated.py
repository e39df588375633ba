"""`python -m benchmarks.regions_simulated`: the table of docs/methods.md on regions that do or do not differ.

Seeded: the same table every time. Level and power of the test for differences, the size that it measures, and how
often the interval of a pooled rate holds the true rate. The test of the same name repeats a sample.
"""

from __future__ import annotations

import sys

import numpy as np

from sdw.statistics.variation import shrinkage
from sdw.statistics.variation.funnel import dispersion
from tests.worlds.statistics import SIZES, simulated

SEED = 20261126
WORLDS, POOLED = 4000, 200
WHERE = f"{len(SIZES)} regions of {min(SIZES)} to {max(SIZES)}"
SPREADS = (0.0, 0.03, 0.05, 0.08)


def row(spread: float) -> str:
    """One line of the table, around a national rate of 30%."""
    source = np.random.default_rng(SEED)
    found = [dispersion(simulated(source, SIZES, 0.3, spread)[0]) for _ in range(WORLDS)]
    called = 100 * np.mean([one.applied > 0 for one in found])
    size = np.sqrt(np.mean([one.measured**2 for one in found]))
    held = []
    for _ in range(POOLED):
        world, true = simulated(source, SIZES, 0.3, spread)
        pooled = shrinkage.pooling(*zip(*world.values(), strict=True))
        rates = [pooled.rate(*counts).interval for counts in world.values()]
        held += [rate.contains(100 * one) for rate, one in zip(rates, true, strict=True)]
    return f"| {WHERE} | {100 * spread:.0f} | {called:.1f}% | {size:.1f} | {100 * np.mean(held):.1f}% |"


def main() -> None:
    """Print the table."""
    out = sys.stdout.write
    out("| regions | true sd, points | called different | sd measured, points | pooled intervals that hold |\n")
    out("|---|---|---|---|---|\n")
    for spread in SPREADS:
        out(row(spread) + "\n")


if __name__ == "__main__":
    main()
