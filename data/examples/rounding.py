"""Chance and rounding for the invented examples: the same on every machine, exact in total."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from random import Random
from typing import TypeVar

Key = TypeVar("Key")

SEED = "sterk-door-werk-voorbeeld-14"


def noise(spread: float, *key: str) -> float:
    """A factor around 1 with standard deviation `spread`, fixed by `key` (never below 0.3).

    The sum of twelve uniform draws stands in for the normal distribution: pure arithmetic, so that
    no library version changes the examples.
    """
    chance = Random("|".join((SEED, *key)))
    return max(0.3, 1 + spread * (sum(chance.random() for _ in range(12)) - 6))


def start(*key: str) -> float:
    """A fixed place between 0 and 1 at which `share_out` starts to round."""
    return Random("|".join((SEED, "start", *key))).random()


def draws(count: int, *key: str) -> list[float]:
    """One uniform draw between 0 and 1 per person, fixed by `key`: who is under a share has the event.

    The same draws at a higher share keep everybody who was under the lower one.
    """
    chance = Random("|".join((SEED, "draw", *key)))
    return [chance.random() for _ in range(count)]


def share_out(total: int, weights: Mapping[Key, float], offset: float) -> dict[Key, int]:
    """Whole numbers in proportion to `weights` that add up to `total` exactly.

    Systematic rounding: the running sum is rounded, so that each run of neighbours (a region) is right to
    within one and small weights are neither always lost nor always raised. A weight of 0 gives 0.
    """
    scale = total / sum(weights.values())
    running = [*itertools.accumulate(weights.values())]
    edges = [math.floor(offset), *(math.floor(step * scale + offset) for step in running[:-1])]
    edges.append(math.floor(offset) + total)
    return {key: after - before for key, (before, after) in zip(weights, itertools.pairwise(edges), strict=True)}
