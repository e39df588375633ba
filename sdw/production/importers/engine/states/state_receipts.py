"""What was read of a file of states, per region in order of code; of what is national under NL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sdw.exchange.problems import Problem
from sdw.exchange.receipts import Receipt
from sdw.reference.datasets.state_record import State


def of(states: Sequence[State], problems: Sequence[Problem]) -> list[Receipt]:
    """A receipt per region, with the warnings of the whole file on the first."""
    counted = sorted(Counter(one.region for one in states).items())
    warnings = sum(one.severity == "warning" for one in problems)
    return [
        Receipt(region, (), 0, 0, 0.0, (), warnings if place == 0 else 0, count)
        for place, (region, count) in enumerate(counted)
    ]
