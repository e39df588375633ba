"""'Region reaches the target', 'the nation has reached the target': the level behind a count, or the chance that is
published of a running year. A count just above the target can be luck: then it is told as a count."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.figures.claims import points
from sdw.dissemination.figures.claims.model import Answer, Claim, Verdict, Why, beside
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.documents import targets
from sdw.reference.measures import TARGETS
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.variation import spread

#: A running year reaches its target from so many percent on, and misses it up to so many: the ends of what is said.
SURE, HARDLY = 99.0, 1.0
_CERTAIN = 100.0


def check(edition: Edition, claim: Claim) -> Answer:
    """Is the level of a region in a year at its target or above it?"""
    aim = targets.of_indicator(claim.measure)
    if claim.measure not in TARGETS or aim is None:
        return Answer(claim, Verdict.UNCLEAR, Why.WHICH_MEASURE)
    year = claim.period or points.newest_year(edition, claim.measure)
    target = aim.national if claim.region == NATION else aim.per_region
    running = _running(edition, claim, year)
    if running is not None:
        return _of_running(edition, claim, running, target)
    every = points.whole_years(edition, claim.measure)
    found = every.get(claim.region, {}).get(int(year)) if year.isdecimal() else None
    why = points.fault(found)
    if why is not None or found is None or found.value is None:
        return Answer(claim, Verdict.TOO_FEW, why or Why.NOT_PUBLISHED, target=target, figures=_shown(found))
    beyond = points.spread_of(edition, claim.measure)
    if claim.region != NATION:
        verdict, estimate = of_region(found.value, beyond, target)
        return Answer(claim, verdict, None, estimate, found.value, 1, target, figures=(found,))
    rows = [row[int(year)] for region, row in every.items() if region != NATION and int(year) in row]
    counts = [one.value for one in rows if one.value is not None]
    is_whole = found.delivered is not None and found.delivered[0] == found.delivered[1]
    at_most = found.value if is_whole else found.bound_high
    verdict, estimate = of_nation(found.value, counts, beyond, target, at_most)
    why = Why.REGIONS_MISSING if verdict is Verdict.TOO_FEW else None
    delivered = found.delivered[0] if found.delivered else 0
    return Answer(claim, verdict, why, estimate, found.value, 1, target, delivered, (found,))


def of_region(count: float, beyond: float, target: float) -> tuple[Verdict, Estimate]:
    """The verdict on the count of a region; `beyond` is ω² of its years."""
    found = spread.level(count, beyond)
    return beside(found, target), found


def of_nation(
    count: float, counts: Sequence[float], beyond: float, target: float, at_most: float | None
) -> tuple[Verdict, Estimate]:
    """The verdict on a national count; `counts` are those of regions that show one.

    at_most: what it could be with the regions that are missing; None where that is not known. What is missing can
    only add, so a target that is reached without it is reached.
    """
    found = spread.of_sum(count, counts, beyond)
    if found.low > target:
        return Verdict.SUPPORTED, found
    if at_most is None:
        return Verdict.TOO_FEW, found
    highest = found.high + at_most - count
    return (Verdict.CONTRADICTED if highest < target else Verdict.INDISTINCT), found


def _running(edition: Edition, claim: Claim, year: str) -> tuple[Figure, Figure] | None:
    """What is published of a running year: where it is expected to end, and the chance; None for any other year."""
    counted = catalogue.by_id(claim.measure)
    both = (catalogue.expected(counted), catalogue.chance(counted))
    expected, chance = (figures.select(edition, one.id, region=claim.region, period=year) for one in both)
    return (expected[0], chance[0]) if expected and chance else None


def _of_running(edition: Edition, claim: Claim, both: tuple[Figure, Figure], target: float) -> Answer:
    expected, chance = both
    why = points.worst(both)
    count = expected.numerator
    if why is not None or chance.value is None or expected.value is None or count is None:
        return Answer(claim, Verdict.TOO_FEW, why or Why.NOT_PUBLISHED, target=target, figures=both)
    beyond = points.spread_of(edition, claim.measure) * 12 / expected.months
    parts = [count] if claim.region != NATION else _in_hand(edition, expected)
    verdict = of_running(chance.value, expected.value, count, parts, beyond, target)
    told = Estimate(chance.value, Interval(chance.value, chance.value, Unit.PERCENT))
    regions = expected.delivered[0] if expected.delivered else 0
    return Answer(claim, verdict, None, told, count, 1, target, regions, both)


def _in_hand(edition: Edition, expected: Figure) -> list[float]:
    """What each region has in hand of the running year, as far as that is shown."""
    found = figures.select(edition, expected.indicator, period=expected.period)
    return [one.numerator for one in found if one.region != NATION and one.numerator is not None]


def of_running(
    chance: float, expected: float, count: float, parts: Sequence[float], beyond: float, target: float
) -> Verdict:
    """The verdict on a running year: only the ends of a chance (percent) are an answer.

    A chance is about how this year ends, with the luck of its first months in it. So the level behind these months
    must lie on the same side: `count` in hand (`parts` of regions, `beyond` their ω² over so many months), raised
    in proportion to what the year is `expected` to become.
    """
    if chance == _CERTAIN:
        return Verdict.SUPPORTED
    behind = spread.of_sum(count, parts, beyond)
    raised = (expected + 0.5) / (count + 0.5)
    if chance >= SURE and behind.low * raised > target:
        return Verdict.SUPPORTED
    return Verdict.CONTRADICTED if chance <= HARDLY and behind.high * raised < target else Verdict.INDISTINCT


def _shown(figure: Figure | None) -> tuple[Figure, ...]:
    return () if figure is None else (figure,)
