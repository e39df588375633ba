"""IPS minus the other methods: crude, at equal region and client group, and over regions.

Calculated from all counts at publication, because strata are small; only nationwide estimates leave here, rounded
to one decimal, and only over at least five regions with both groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from sdw.disclosure.outcomes.outcome_cells import IPS, Part
from sdw.indicators.outcome_catalogue import THRESHOLDS, difference
from sdw.statistics import meta
from sdw.statistics.estimate import Estimate
from sdw.statistics.variation.standardise import Stratum, standardised

#: A single region, or a few, could be read back from an estimate over fewer than this.
FEWEST_REGIONS = meta.MINIMUM_STUDIES


#: Of one region: events and total with IPS, events and total with the other methods.
Arms = tuple[float, float, float, float]
#: Region and client group.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One published difference in percentage points, its interval, and on what it rests.

    `basis`: the percentage of people in comparable strata, the number of regions, or (with `other` for the other
    methods) how many people with IPS a region of median size has, in tens; None for the crude difference.
    """

    indicator: str
    measure: str
    value: float
    low: float
    high: float
    basis: float | None = None
    other: float | None = None


def differences(parts: Sequence[Part]) -> Iterator[Difference]:
    """The differences for each work threshold, of these parts; none over too few regions."""
    for threshold in THRESHOLDS:
        strata = _strata(parts, threshold.measure)
        if len({region for (region, _), stratum in strata.items() if stratum.usable}) < FEWEST_REGIONS:
            continue
        found = standardised(list(strata.values()))
        if found is not None:
            yield _rounded(threshold.measure, "crude", found.crude)
            yield _rounded(threshold.measure, "adjusted", found.adjusted, found.usable_share)
        yield from _over_regions(threshold.measure, _by_region(strata))


def _over_regions(measure: str, regions: Mapping[str, Arms]) -> Iterator[Difference]:
    """The mean over regions; where the true difference of a next region would lie, and what it would measure."""
    over = meta.across_regions(regions)
    if over is None:
        return
    yield _rounded(measure, "regions", over.mean, over.studies)
    yield _rounded(measure, "next_region", Estimate(over.mean.value, over.prediction), over.studies)
    counts = meta.taking_part(regions)
    ips, others = (_tens(median(one[place] for one in counts)) for place in (1, 3))
    rates = [sum(one[place] for one in counts) / sum(one[place + 1] for one in counts) for place in (0, 2)]
    typical = meta.risk_difference(rates[0] * ips, ips, rates[1] * others, others)
    measured = Estimate(over.mean.value, over.shown_with(typical.variance))
    yield replace(_rounded(measure, "next_measured", measured, ips), other=others)


def _tens(people: float) -> int:
    """A median size in tens: near enough for what chance does, and of no region the count."""
    return max(meta.MINIMUM_ARM, 10 * round(people / 10))


def _strata(parts: Sequence[Part], measure: str) -> dict[Place, Stratum]:
    """One stratum per region and client group: IPS first, the other methods second."""
    sums: dict[Place, list[float]] = {}
    for part in parts:
        sum_of = sums.setdefault((part.name.region, part.client_group), [0.0, 0.0, 0.0, 0.0])
        arm = 0 if part.method == IPS else 2
        sum_of[arm] += part.counts.working(measure)
        sum_of[arm + 1] += part.counts.followed
    return {place: Stratum(" ".join(place), *counts) for place, counts in sums.items() if counts[1] + counts[3]}


def _by_region(strata: Mapping[Place, Stratum]) -> dict[str, Arms]:
    found: dict[str, Arms] = {}
    for (region, _), one in strata.items():
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
