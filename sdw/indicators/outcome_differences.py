"""IPS minus the other methods: crude, at equal region and client group, and over regions.

Calculated from all counts at publication, because strata are small; only nationwide estimates leave here, rounded
to one decimal, and only over at least five regions with both groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sdw.indicators.outcome_catalogue import THRESHOLDS, difference
from sdw.privacy.outcomes import IPS, Part
from sdw.statistics import meta
from sdw.statistics.estimate import Estimate
from sdw.statistics.standardise import Stratum, standardised

#: A single region, or a few, could be read back from an estimate over fewer than this.
FEWEST_REGIONS = meta.MINIMUM_STUDIES


@dataclass(frozen=True, slots=True)
class Difference:
    """One published difference in percentage points, its interval, and on what it rests.

    `basis`: the percentage of people in comparable strata, or the number of regions; None for the crude difference.
    """

    indicator: str
    measure: str
    value: float
    low: float
    high: float
    basis: float | None = None


def differences(parts: Sequence[Part]) -> Iterator[Difference]:
    """The differences for each work threshold, of these parts; none over too few regions."""
    for threshold in THRESHOLDS:
        strata = _strata(parts, threshold.measure)
        if len({stratum.key.split(" ")[0] for stratum in strata if stratum.usable}) < FEWEST_REGIONS:
            continue
        found = standardised(strata)
        if found is not None:
            yield _rounded(threshold.measure, "crude", found.crude)
            yield _rounded(threshold.measure, "adjusted", found.adjusted, found.usable_share)
        over = meta.across_regions(_by_region(strata))
        if over is not None:
            yield _rounded(threshold.measure, "regions", over.mean, over.studies)
            predicted = Estimate(over.mean.value, over.prediction)
            yield _rounded(threshold.measure, "next_region", predicted, over.studies)


def _strata(parts: Sequence[Part], measure: str) -> list[Stratum]:
    """One stratum per region and client group: IPS first, the other methods second."""
    sums: dict[str, list[float]] = {}
    for part in parts:
        sum_of = sums.setdefault(f"{part.name.region} {part.client_group}", [0.0, 0.0, 0.0, 0.0])
        arm = 0 if part.method == IPS else 2
        sum_of[arm] += part.counts.working(measure)
        sum_of[arm + 1] += part.counts.followed
    return [Stratum(key, *counts) for key, counts in sums.items() if counts[1] + counts[3]]


def _by_region(strata: Sequence[Stratum]) -> dict[str, tuple[float, float, float, float]]:
    found: dict[str, tuple[float, float, float, float]] = {}
    for one in strata:
        region = one.key.split(" ")[0]
        before = found.get(region, (0.0, 0.0, 0.0, 0.0))
        now = (one.events_1, one.total_1, one.events_2, one.total_2)
        found[region] = (before[0] + now[0], before[1] + now[1], before[2] + now[2], before[3] + now[3])
    return found


def _rounded(measure: str, kind: str, estimate: Estimate, basis: float | None = None) -> Difference:
    """To one decimal: more would let small strata be solved for."""
    value, low, high = (round(number, 1) for number in (estimate.value, estimate.low, estimate.high))
    return Difference(
        difference(measure, kind).id, measure, value, low, high, None if basis is None else round(basis)
    )
