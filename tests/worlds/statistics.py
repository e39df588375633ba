"""What the tests of the statistics room share: strategies and the golden data sets."""

from __future__ import annotations

import csv
from pathlib import Path

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
