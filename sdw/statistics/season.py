"""What earlier years tell of the rest of a year, once its first part is in hand.

Counts of region-years of which both the part and the total were delivered, as they are now; and pairs of what was
first delivered and what it became. All is pooled over regions: a region by itself has too few years.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: So many complete years are needed before anything is said.
LEAST_YEARS = 2
#: Standard deviation, in log odds, that the share of the first part is taken to have between years, and how many
#: years that weighs: with two or three years in hand their own spread says little.
_PRIOR_SPREAD, _PRIOR_YEARS = 0.05, 2


@dataclass(frozen=True, slots=True)
class RegionYear:
    """A year of a region of which the first part and the total are known. Counts of people, `part` ≤ `total`."""

    year: int
    part: int
    total: int


@dataclass(frozen=True, slots=True)
class Revision:
    """What a region first delivered for a period, and what it is now."""

    first: int
    final: int


@dataclass(frozen=True, slots=True)
class Season:
    """The rest of a year in proportion to its first part, and all that makes this uncertain.

    rest: r, the rest divided by the part. apart: τ², how much one region-year differs from others (variance of the
    log odds of the part's share). between: σ² of years. uncertain: σ² of r itself. completion: D, what a first
    delivery becomes in the end, divided by what it was (1: nothing is known of revisions). late: its excess
    relative variance. years, revisions: how many complete years and pairs it rests on.
    """

    rest: float
    apart: float
    between: float
    uncertain: float
    completion: float
    late: float
    years: int
    revisions: int


def season(history: Iterable[RegionYear], revisions: Sequence[Revision] = ()) -> Season | None:
    """The season that a history shows; None with fewer than two complete years, or when nothing ever happened.

    Moments of the beta-binomial for the spread between region-years (Williams 1982, Applied Statistics 31:144),
    with each year's own share taken out first.
    """
    by_year: dict[int, list[RegionYear]] = defaultdict(list)
    for one in history:
        if not 0 <= one.part <= one.total:
            raise ValueError(f"a part of {one.part} in a year of {one.total}")
        by_year[one.year].append(one)
    sums = {
        year: (sum(one.part for one in found), sum(one.total for one in found)) for year, found in by_year.items()
    }
    whole = {year: found for year, found in by_year.items() if 0 < sums[year][0] < sums[year][1]}
    if len(whole) < LEAST_YEARS:
        return None
    part, total = (sum(sums[year][at] for year in whole) for at in (0, 1))
    share = part / total
    alike = _intraclass(whole, {year: sums[year][0] / sums[year][1] for year in whole})
    odds = share * (1 - share)
    between = _between([math.log(p / (t - p)) for p, t in (sums[year] for year in whole)])
    counts = [one.total for found in whole.values() for one in found]
    sampling = sum(count * (1 + max(count - 1, 0) * alike) for count in counts) / total**2 / odds
    completion, late = _completion(revisions)
    return Season(
        rest=(total - part) / part,
        apart=alike / odds,
        between=between,
        uncertain=between / len(whole) + sampling,
        completion=completion,
        late=late,
        years=len(whole),
        revisions=len(revisions),
    )


def _intraclass(years: dict[int, list[RegionYear]], shares: dict[int, float]) -> float:
    """ρ of the beta-binomial by moments, not below zero."""
    number = sum(map(len, years.values()))
    free = number - len(years)
    if free <= 0:
        return 0.0
    above = below = 0.0
    for year, found in years.items():
        share = shares[year]
        spread = share * (1 - share)
        for one in found:
            above += (one.part - share * one.total) ** 2 * number / free - one.total * spread
            below += one.total * (one.total - 1) * spread
    return max(above / below, 0.0) if below > 0 else 0.0


def _between(logits: Sequence[float]) -> float:
    number = len(logits)
    mean = sum(logits) / number
    squares = sum((one - mean) ** 2 for one in logits)
    return (squares + _PRIOR_YEARS * _PRIOR_SPREAD**2) / (number + _PRIOR_YEARS - 1)


def _completion(revisions: Sequence[Revision]) -> tuple[float, float]:
    """D and its excess relative variance. A first delivery that shrank on the whole counts as complete."""
    first, final = sum(one.first for one in revisions), sum(one.final for one in revisions)
    if not first:
        return 1.0, 0.0
    grown = max(final / first, 1.0)
    excess = sum((one.final - grown * one.first) ** 2 - one.first * grown * (grown - 1) for one in revisions)
    return grown, max(excess / sum((grown * one.first) ** 2 for one in revisions), 0.0)
