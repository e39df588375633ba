"""What absence costs an employer: a plain product of assumptions, with the range that they leave.

days = people × days worked in a year × percentage absent; cost = days × cost per day.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.text.errors import UserError

#: Days that one employee can work in a year, days off taken out: about full-time, and the range for part-time
#: work and more or less leave. Our own assumption.
DAYS, FEWEST_DAYS, MOST_DAYS = 220, 180, 260

#: How far the cost per day may be off, either way. Our own assumption.
SPREAD = 0.2

MOST_PEOPLE, MOST_COST = 1_000_000, 5_000


@dataclass(frozen=True, slots=True)
class Range:
    """An estimate between the lowest and the highest that the assumptions allow."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Days absent and euros, per year."""

    days: Range
    euros: Range


def of_year(people: int, percentage: float, cost_per_day: float) -> Cost:
    """Days and euros of absence in a year, for `people` employees at `percentage` (0-100) absent.

    The range: `FEWEST_DAYS` to `MOST_DAYS` per employee, and a cost per day `SPREAD` lower or higher.

    Raises:
        UserError: there is nobody, or a cost that cannot be.
        ValueError: the percentage is not between 0 and 100.
    """
    if not 1 <= people <= MOST_PEOPLE:
        raise UserError("verzuim.cost.people_between", most=MOST_PEOPLE)
    if not 0 <= cost_per_day <= MOST_COST:
        raise UserError("verzuim.cost.cost_between", most=MOST_COST)
    if not 0 <= percentage <= 100:
        raise ValueError(f"{percentage} is no percentage")
    low, middle, high = (people * days * percentage / 100 for days in (FEWEST_DAYS, DAYS, MOST_DAYS))
    lowest, highest = cost_per_day * (1 - SPREAD), cost_per_day * (1 + SPREAD)
    return Cost(Range(low, middle, high), Range(low * lowest, middle * cost_per_day, high * highest))
