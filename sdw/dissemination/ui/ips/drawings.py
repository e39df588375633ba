"""The drawings of the IPS page. Those of Plotly are kept per edition and choice: an edition never changes.

Drawings that are HTML are kept by `show.kept`, with the words around them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import ParamSpec, cast

import plotly.graph_objects as go

from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.core.plot import Finished
from sdw.dissemination.charts.ips import band as ips_band
from sdw.dissemination.charts.ips import forest, outcomes
from sdw.dissemination.charts.ips import funnel as ips_funnel
from sdw.dissemination.figures import evidence
from sdw.dissemination.figures import outcomes as outcome_reading
from sdw.dissemination.figures.outcomes import Comparison, Lens, Rate
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.reference.areas import regions
from sdw.reference.documents.studies import Study
from sdw.statistics.estimate import Estimate
from sdw.statistics.variation import funnel as funnels
from sdw.statistics.variation import shrinkage
from sdw.text.dutch import say

P = ParamSpec("P")

#: Fewer regions than this make no funnel.
FEWEST_REGIONS = 3
_KINDS: dict[str, forest.Kind] = {
    "trial": "trial",
    "observational": "observational",
    "meta_analysis": "meta_analysis",
}


def kept(most: int) -> Callable[[Callable[P, go.Figure | None]], Callable[P, go.Figure | None]]:
    """Keep the `most` latest drawings of a function, ready to be sent."""

    def keep(draw: Callable[P, go.Figure | None]) -> Callable[P, go.Figure | None]:
        def ready(*args: P.args, **kwargs: P.kwargs) -> go.Figure | None:
            drawing = draw(*args, **kwargs)
            return None if drawing is None else Finished(drawing)

        return cast(Callable[P, go.Figure | None], wraps(draw)(lru_cache(maxsize=most)(ready)))

    return keep


def band(measure: str) -> str:
    """The Dutch study as a flat band."""
    study = evidence.dutch(measure)
    return ips_band.flat_band(ips_band.Band(study.lowest, study.highest))


def differences(measure: str) -> str:
    """Published differences in percentage points, and our own pooled one where there is one."""
    rows = [forest.Row(_label(study), _KINDS[study.kind], one) for study, one in evidence.differences(measure)]
    pooled = evidence.own_pooling()
    if pooled is not None:
        rows.append(forest.Row(say("page.ips.own"), "own", pooled.mean, pooled.prediction))
    return forest.forest(rows)


def ratios() -> str:
    """Published meta-analyses as risk ratios."""
    rows = [forest.Row(_label(study), _KINDS[study.kind], one) for study, one in evidence.ratios()]
    return forest.forest(rows)


def rates() -> str:
    """Trials with two percentages and no interval."""
    rows = [
        forest.Rates(_with_months(study), study.ips.rate, study.control.rate)
        for study in evidence.rates_only()
        if study.ips.rate is not None and study.control.rate is not None
    ]
    return forest.rates(rows)


def _label(study: Study) -> str:
    if study.estimate:
        key = {"laagste": "page.ips.lowest", "hoogste": "page.ips.highest"}[study.estimate]
        return say(key, name=evidence.label(study))
    return evidence.label(study)


def _with_months(study: Study) -> str:
    if study.months_to is None:
        return evidence.label(study)
    return say("page.ips.after_months", name=evidence.label(study), months=study.months_to)


@kept(64)
def over_months(lens: Lens, theme: Theme) -> go.Figure | None:
    """IPS and the other methods after equally many months; None without a single rate."""
    pairs = outcome_reading.over_months(lens)
    lines = [
        outcomes.Series(say("page.ips.ips"), tuple(_point(one.months, one.ips) for one in pairs), True),
        outcomes.Series(say("page.ips.others"), tuple(_point(one.months, one.others) for one in pairs)),
    ]
    if not any(point.rate for line in lines for point in line.points):
        return None
    return outcomes.outcome_lines(lines, theme)


def _point(months: int, rate: Rate) -> outcomes.Point:
    return outcomes.Point(months, rate.estimate, rate.status)


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions around the national rate: the funnel, each rate, what partial pooling makes of it, and in words
    where each stands.
    """

    funnel: funnels.Funnel
    rates: dict[str, Rate]
    pooled: dict[str, Estimate]
    standings: dict[str, str]

    @property
    def absent(self) -> int:
        """Regions without a rate."""
        return len(self.rates) - len(self.pooled)


@lru_cache(maxsize=64)
def around_nation(lens: Lens) -> Regions | None:
    """The funnel of IPS over all client groups; None without a national rate or with too few regions."""
    everybody = Lens(lens.edition, lens.measure, lens.months)
    nation = outcome_reading.rate_of(outcome_reading.national(everybody, outcome_reading.IPS))
    rates = outcome_reading.of_regions(everybody)
    shown = {code: (rate.events, rate.followed) for code, rate in rates.items() if rate.estimate}
    if nation.estimate is None or len(shown) < FEWEST_REGIONS:
        return None
    minimum = int(lens.edition.fact("rate_minimum"))
    funnel = funnels.funnel(shown, minimum, nation.estimate.value)
    spread = shrinkage.pooling([events for events, _ in shown.values()], [total for _, total in shown.values()])
    pooled = {code: spread.rate(*counts) for code, counts in shown.items()}
    standings = {code: sentences.standing(funnel, funnel.verdicts[code], one) for code, one in pooled.items()}
    return Regions(funnel, rates, pooled, standings)


@kept(64)
def funnel(lens: Lens, pooled: bool, theme: Theme) -> go.Figure | None:
    """The funnel plot; with `pooled` an open dot beside each region."""
    found = around_nation(lens)
    if found is None:
        return None
    places = [
        ips_funnel.Place(
            code,
            regions.name_of(code),
            found.rates[code].followed,
            rate.estimate.value,
            found.funnel.verdicts[code],
            found.pooled[code].value if pooled else None,
            found.standings[code],
        )
        for code, rate in found.rates.items()
        if rate.estimate
    ]
    return ips_funnel.funnel_plot(found.funnel, places, lens.region, theme)


def equal(found: Comparison) -> str:
    """Without correction (everybody, and the mean over regions) and at equal groups, on one axis of points."""
    return forest.forest(_differences(found))


def _differences(found: Comparison) -> list[forest.Row]:
    rows = [forest.Row(say("page.ips.equal_crude"), "observational", found.crude)]
    if found.mean is not None:
        rows.append(forest.Row(sentences.mean_label(found), "own", found.mean, found.prediction))
    return [*rows, forest.Row(say("page.ips.equal_adjusted"), "observational", found.adjusted)]
