"""Partial pooling: a small region borrows strength from all regions.

Beta-binomial, with everything that the counts leave open about the spread between regions carried on into each
interval. The raw figure always stands beside the pooled one: this module gives the pooled one only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit, check_counts
from sdw.statistics.proportions import wilson
from sdw.statistics.variation.beta_binomial import Posterior, Prior, likeliest, posterior


@dataclass(frozen=True, slots=True)
class Pooling:
    """The national rate with its interval, and how far true rates spread over regions.

    `prior`: the likeliest spread; None where regions scatter no more than chance gives. `spread`: every spread that
    the counts allow, with its weight: the rates come from this one.
    """

    national: Estimate
    prior: Prior | None
    spread: Posterior = field(compare=False)

    def rate(self, events: float, total: float, level: float = LEVEL) -> Estimate:
        """A region's partially pooled rate in percent: posterior mean and equal-tailed interval.

        Source: Gelman et al. (2013), Bayesian Data Analysis 3rd ed., section 5.3, with a and b integrated out.
        Where regions hardly differ the rate lies near the national one, never on it. A region without people
        (total 0) gets what is known of a next region.
        """
        if total:
            check_counts(events, total)
        mean, low, high = (100 * end for end in self.spread.rate(events, total, level))
        return Estimate(mean, Interval(min(low, mean), max(high, mean), Unit.PERCENT, level))


def pooling(events: Sequence[float], totals: Sequence[float], level: float = LEVEL) -> Pooling:
    """Estimate the spread of true rates from each region's events and total.

    The likeliest spread is the beta-binomial maximum likelihood; data of its golden test: Tarone (1982), as in
    Gelman et al. (2013), table 5.1. Whether there is one: the slope of the likelihood at "no spread", Tarone
    (1979), Biometrika 66:585. Same length, every total > 0, at least two regions: else ValueError.
    """
    if len(events) != len(totals) or len(events) < 2:
        raise ValueError("partial pooling needs events and totals of at least two regions")
    for count, total in zip(events, totals, strict=True):
        check_counts(count, total)
    national = wilson(sum(events), sum(totals), level)
    hits, people = np.asarray(events, dtype=float), np.asarray(totals, dtype=float)
    share = hits.sum() / people.sum()
    scatter = float(((hits - people * share) ** 2).sum())
    spreads = 0 < share < 1 and scatter > people.sum() * share * (1 - share)
    prior = likeliest(hits, people, float(share)) if spreads else None
    return Pooling(national, prior, posterior(hits, people))
