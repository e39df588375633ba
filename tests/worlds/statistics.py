"""What the tests of the statistics room share: strategies and the golden data sets."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from sdw.statistics.estimate import Estimate, Interval, Unit

#: For property tests: on a busy machine a single example may be slow without being wrong.
PATIENT = settings(deadline=None)

GOLDEN = Path(__file__).parents[1] / "golden"


@st.composite
def counts(draw: st.DrawFn, largest: int = 400) -> tuple[int, int]:
    """Events and total of one group."""
    total = draw(st.integers(1, largest))
    return draw(st.integers(0, total)), total


def points(value: float, low: float, high: float) -> Estimate:
    """A published difference in percentage points."""
    return Estimate(value, Interval(low, high, Unit.PERCENTAGE_POINT))


def golden(name: str) -> list[dict[str, str]]:
    """The rows of a golden file."""
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


#: People followed in the 27 regions with a published rate after 24 months, as the shipped examples had them.
SIZES = (
    *(62, 62, 63, 63, 67, 71, 74, 83, 84, 88, 94, 100, 100, 105),
    *(106, 110, 110, 111, 111, 127, 143, 147, 149, 187, 198, 283, 286),
)


def simulated(
    source: np.random.Generator, sizes: Sequence[int], mean: float, spread: float
) -> tuple[dict[str, tuple[int, int]], Sequence[float]]:
    """Events and total per region, and the true rates (fractions): normal around `mean` with this spread."""
    rates = np.clip(source.normal(mean, spread, len(sizes)), 0.001, 0.999)
    events = source.binomial(sizes, rates)
    world = {str(place): (int(hits), size) for place, (hits, size) in enumerate(zip(events, sizes, strict=True))}
    return world, [float(rate) for rate in rates]
