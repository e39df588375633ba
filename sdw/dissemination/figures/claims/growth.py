"""'Region grows', 'absence rises': a line through the last five whole years, never through fewer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sdw.dissemination.figures import absence
from sdw.dissemination.figures.claims import points
from sdw.dissemination.figures.claims.model import Answer, Claim, Verdict, Why, beside
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.comparisons import LEAST_REGIONS
from sdw.reference.measures import TARGETS
from sdw.reference.series.sectors import TOTAL
from sdw.statistics.estimate import Estimate
from sdw.statistics.trend import MINIMUM_POINTS
from sdw.statistics.variation import growth


def check(edition: Edition, claim: Claim) -> Answer:
    """Does the count of a region (or of the nation, over equal regions) rise from year to year?"""
    if claim.measure not in TARGETS:
        return Answer(claim, Verdict.UNCLEAR, Why.WHICH_MEASURE)
    every = points.whole_years(edition, claim.measure)
    if claim.region == NATION:
        return _of_nation(claim, every)
    row = every.get(claim.region, {})
    used = tuple(points.usable(row).values())[-MINIMUM_POINTS:]
    if len(used) < MINIMUM_POINTS:
        why = points.worst(one for one in row.values() if one not in used) or Why.POINTS
        return Answer(claim, Verdict.TOO_FEW, why, points=len(used), figures=used)
    return _answer(claim, [(int(one.period), one.value or 0.0) for one in used], used, 0)


def _of_nation(claim: Claim, every: Mapping[str, Mapping[int, Figure]]) -> Answer:
    """Over the regions with a count in each of the years: a sum over 31 is never held against one over 35."""
    rows = {region: points.usable(row) for region, row in every.items() if region != NATION}
    years = sorted({year for row in rows.values() for year in row})[-MINIMUM_POINTS:]
    if len(years) < MINIMUM_POINTS:
        return Answer(claim, Verdict.TOO_FEW, Why.POINTS, points=len(years))
    common = {region: row for region, row in rows.items() if all(year in row for year in years)}
    if len(common) < LEAST_REGIONS:
        return Answer(claim, Verdict.TOO_FEW, Why.FEW_REGIONS, points=len(years), regions=len(common))
    sums = [(year, sum(row[year].value or 0.0 for row in common.values())) for year in years]
    used = tuple(row[year] for row in common.values() for year in years)
    return _answer(claim, sums, used, len(common))


def _answer(claim: Claim, series: Sequence[tuple[int, float]], used: tuple[Figure, ...], regions: int) -> Answer:
    verdict, estimate = of_counts(series)
    total = sum(count for _, count in series)
    return Answer(
        *(claim, verdict, None, estimate),
        n=total,
        points=len(series),
        regions=regions,
        figures=used,
    )


def of_counts(series: Sequence[tuple[int, float]]) -> tuple[Verdict, Estimate | None]:
    """The verdict on (year, count), with the growth a year as a ratio; nothing ever counted does not grow."""
    found = growth.of_counts(series)
    return (Verdict.INDISTINCT, None) if found is None else (beside(found, 1.0), found)


def of_absence(edition: Edition, claim: Claim) -> Answer:
    """Does absence rise, over the last five whole years of one series of Statistics Netherlands?"""
    rows = absence.series(edition, catalogue.ABSENCE, claim.sector or TOTAL, "year")
    used = tuple(one for one in rows if points.fault(one) is None)[-MINIMUM_POINTS:]
    if len(used) < MINIMUM_POINTS:
        return Answer(claim, Verdict.TOO_FEW, Why.POINTS, points=len(used), figures=used)
    verdict, estimate = of_percentages([(int(one.period), one.value or 0.0) for one in used])
    return Answer(claim, verdict, None, estimate, points=len(used), figures=used)


def of_percentages(series: Sequence[tuple[int, float]]) -> tuple[Verdict, Estimate]:
    """The verdict on (year, percentage), with the rise a year in points."""
    found = growth.of_percentages(series)
    return beside(found, 0.0), found
