"""Published evidence on IPS, sorted by what was published. Figures of one study are never added or averaged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sdw.indicators.model import TOTAL
from sdw.reference.documents import studies
from sdw.reference.documents.studies import Study
from sdw.statistics import meta
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.meta import Effect, RandomEffects

#: The Dutch study: one cohort, two thresholds, a lowest and a highest estimate between 6 and 36 months.
DUTCH = "vukadin2024"
THRESHOLDS = {"werk_12u": "12u", "werk_1u": "1u"}
#: The choices of client group that hold the people of the Dutch study: all had a benefit of UWV.
STUDIED_GROUPS = (TOTAL, "uwv")
#: The share at work without IPS, of which the source states no threshold.
BASELINE = "ips-nl-basis20"

_UNITS = {"risicoverschil": Unit.PERCENTAGE_POINT, "risicoverhouding": Unit.RATIO}


@dataclass(frozen=True, slots=True)
class DutchStudy:
    """The lowest and the highest estimate at one work threshold, in percentage points, and its two groups."""

    lowest: Estimate
    highest: Estimate
    ips: int
    comparison: int


def effect(study: Study) -> Estimate | None:
    """The published effect with its interval and unit; None where no interval was published."""
    if study.effect is None or study.low is None or study.high is None or not study.effect_measure:
        return None
    return Estimate(study.effect, Interval(study.low, study.high, _UNITS[study.effect_measure]))


def dutch_results(measure: str) -> list[Study]:
    """The lowest and the highest result of the Dutch study, as they are in the list of studies."""
    return [studies.by_id(f"{DUTCH}_{THRESHOLDS[measure]}_{end}") for end in ("min", "max")]


@cache
def dutch(measure: str) -> DutchStudy:
    """The Dutch study at the threshold of a measure (`werk_12u` or `werk_1u`)."""
    low, high = dutch_results(measure)
    lowest, highest = effect(low), effect(high)
    if lowest is None or highest is None or low.ips.n is None or low.control.n is None:
        raise ValueError("the Dutch study has both estimates and both groups")
    return DutchStudy(lowest, highest, low.ips.n, low.control.n)


def differences(measure: str) -> tuple[tuple[Study, Estimate], ...]:
    """Results in percentage points: trials first, then the Dutch study at this threshold."""
    found = [(study, effect(study)) for study in studies.ALL if study.threshold in ("", THRESHOLDS[measure])]
    kept = [(study, one) for study, one in found if one is not None and one.unit is Unit.PERCENTAGE_POINT]
    return tuple(sorted(kept, key=lambda pair: pair[0].kind != "trial"))


def ratios() -> tuple[tuple[Study, Estimate], ...]:
    """Published meta-analyses, as risk ratios. They share trials, so they are shown and never pooled."""
    found = [(study, effect(study)) for study in studies.ALL]
    return tuple((study, one) for study, one in found if one is not None and one.unit is Unit.RATIO)


def rates_only() -> tuple[Study, ...]:
    """Trials that published two percentages and no effect with an interval."""
    return tuple(
        study
        for study in studies.ALL
        if study.kind == "trial"
        and effect(study) is None
        and study.ips.rate is not None
        and study.control.rate is not None
    )


def poolable() -> Mapping[str, Effect]:
    """Cohort → effect, of the independent trials that published a difference with an interval or their counts."""
    found: dict[str, Effect] = {}
    for study in studies.ALL:
        one = effect(study)
        if study.kind == "trial" and one is not None and one.unit is Unit.PERCENTAGE_POINT:
            found.setdefault(study.study, meta.from_interval(one))
    return found


def own_pooling() -> RandomEffects | None:
    """Our own pooled difference; None under five independent trials that allow it."""
    return meta.pool_trials(poolable())


def label(study: Study) -> str:
    """'Burns et al. (EQOLISE), 2007' with the number of months where two results share a study."""
    year = f" ({study.year})" if study.year else ""
    return f"{study.authors}{year}"
