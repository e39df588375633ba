"""What people who were lost from sight could make of a rate: best and worst case.

Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.statistics.estimate import LEVEL, Estimate, Unit
from sdw.statistics.proportions import wilson


@dataclass(frozen=True, slots=True)
class Bounds:
    """From worst to best, both included. Bounds of what is possible, not a confidence interval."""

    worst: float
    best: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class LossToFollowUp:
    """A rate over those followed, and what the others could make of it.

    `rate`: percent over followed, with its Wilson interval; None where nobody was followed.
    `bounds`: percent over the cohort, from nobody to everybody of those lost from sight at work.
    `lost_share`: percentage of the cohort that was not followed.
    """

    rate: Estimate | None
    bounds: Bounds
    lost_share: float


def loss_to_follow_up(events: float, followed: float, cohort: float, level: float = LEVEL) -> LossToFollowUp:
    """Rate and bounds for missing outcomes. Source: Manski (1989), J Human Resources 24:343.

    0 <= events <= followed <= cohort and cohort > 0, else ValueError.
    """
    if not (0 <= events <= followed <= cohort and cohort > 0):
        raise ValueError(f"{events} of {followed} followed of {cohort} cannot be")
    best = events + cohort - followed
    return LossToFollowUp(
        rate=wilson(events, followed, level) if followed else None,
        bounds=Bounds(100 * events / cohort, 100 * best / cohort, Unit.PERCENT),
        lost_share=100 * (cohort - followed) / cohort,
    )


def difference_bounds(first: Bounds, second: Bounds) -> Bounds:
    """The least and the most that first minus second can be: percent in, percentage points out."""
    if not first.unit is second.unit is Unit.PERCENT:
        raise ValueError("a difference in percentage points comes from two percentages")
    return Bounds(first.worst - second.best, first.best - second.worst, Unit.PERCENTAGE_POINT)
