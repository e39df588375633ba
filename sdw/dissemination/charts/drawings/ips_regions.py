"""The drawings of what regions delivered on IPS, with their titles and what stands under those."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from sdw.dissemination.charts.core import dots, dots_scene
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.ips import forest, funnel_scene, outcomes_scene
from sdw.dissemination.charts.ips.funnel_scene import Place
from sdw.dissemination.charts.ips.outcomes_scene import Point, Series
from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.outcomes import Comparison, Lens, Rate
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.reference.areas import regions
from sdw.statistics.estimate import Estimate
from sdw.statistics.variation import funnel as funnels
from sdw.statistics.variation import shrinkage
from sdw.text.dutch import say

#: Fewer regions than this make no funnel.
FEWEST_REGIONS = 3


def over_months(lens: Lens) -> list[Series]:
    """IPS and the other methods after equally many months; none without a single rate."""
    pairs = outcomes.over_months(lens)
    lines = [
        Series(say("page.ips.ips"), tuple(_point(one.months, one.ips) for one in pairs), True),
        Series(say("page.ips.others"), tuple(_point(one.months, one.others) for one in pairs)),
    ]
    return lines if any(point.rate for line in lines for point in line.points) else []


def _point(months: int, rate: Rate) -> Point:
    return Point(months, rate.estimate, rate.status)


def over_months_words(lens: Lens) -> Words:
    """What is said with it, also where nothing may be drawn."""
    figure, pairs = outcomes.national(lens, outcomes.IPS), outcomes.over_months(lens)
    subtitle = say(
        "page.ips.regions_subtitle",
        threshold=sentences.threshold(lens.measure),
        group=sentences.group(lens),
        coverage=wording.coverage(figure) if figure else "",
        example=sentences.example(lens.edition.has_examples),
    ) + _carried_over(rate for pair in pairs for rate in (pair.ips, pair.others))
    title = sentences.outcomes_title(outcomes.pair(replace(lens, region="")), lens)
    return Words(sentences.marked(title, lens), say("scene.lines", finding=title), subtitle)


def over_months_of(lens: Lens, width: float = 640, height: float = outcomes_scene.HEIGHT) -> Scene | None:
    """The same as a scene."""
    lines = over_months(lens)
    return outcomes_scene.scene(lines, over_months_words(lens), width, height) if lines else None


def _carried_over(rates: Iterable[Rate]) -> str:
    """Under the title of a drawing, which has no room for the mark at each value."""
    return say("page.ips.carried_over_rates") if any(rate.is_carried_over for rate in rates) else ""


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
    nation = outcomes.rate_of(outcomes.national(everybody, outcomes.IPS))
    rates = outcomes.of_regions(everybody)
    shown = {code: (rate.events, rate.followed) for code, rate in rates.items() if rate.estimate}
    if nation.estimate is None or len(shown) < FEWEST_REGIONS:
        return None
    minimum = int(lens.edition.fact("rate_minimum"))
    funnel = funnels.funnel(shown, minimum, nation.estimate.value)
    spread = shrinkage.pooling([events for events, _ in shown.values()], [total for _, total in shown.values()])
    pooled = {code: spread.rate(*counts) for code, counts in shown.items()}
    standings = {code: sentences.standing(funnel, funnel.verdicts[code], one) for code, one in pooled.items()}
    return Regions(funnel, rates, pooled, standings)


def places(found: Regions, *, pooled: bool) -> list[Place]:
    """A place per region with a rate; with `pooled` the partially pooled rate beside it."""
    return [
        Place(
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


def funnel_of(lens: Lens, *, pooled: bool = False, width: float = 640) -> Scene | None:
    """Regions around the national rate as a scene."""
    found = around_nation(lens)
    if found is None:
        return None
    subtitle = say(
        "page.ips.funnel_subtitle",
        threshold=sentences.threshold(lens.measure),
        months=lens.months,
        coverage=say("words.coverage", have=len(found.funnel.verdicts), of=len(regions.CODES)),
        example=sentences.example(lens.edition.has_examples),
    ) + _carried_over(found.rates.values())
    title = sentences.funnel_title(found.funnel, found.pooled)
    words = Words(sentences.marked(title, lens), say("scene.funnel", finding=title), subtitle)
    return funnel_scene.scene(found.funnel, places(found, pooled=pooled), words, lens.region, width)


def equal(found: Comparison) -> dots.Drawing:
    """Without correction (everybody, and the mean over regions) and at equal groups, on one axis of points."""
    rows = [forest.Row(say("page.ips.equal_crude"), "observational", found.crude)]
    if found.mean is not None:
        rows.append(forest.Row(sentences.mean_label(found), "own", found.mean, found.prediction))
    return forest.forest([*rows, forest.Row(say("page.ips.equal_adjusted"), "observational", found.adjusted)])


def equal_of(lens: Lens) -> Scene | None:
    """The same as a scene; None where there is no comparison."""
    found = outcomes.comparison(lens)
    if found is None:
        return None
    subtitle = say(
        "page.ips.equal_subtitle",
        threshold=sentences.threshold(lens.measure),
        months=lens.months,
        group=sentences.group(lens),
        example=sentences.example(lens.edition.has_examples),
    ) + (say("page.ips.carried_over_difference") if found.is_carried_over else "")
    title = sentences.equal_title(found)
    words = Words(sentences.marked(title, lens), say("scene.dots", finding=title), subtitle)
    return dots_scene.scene(equal(found), words)
