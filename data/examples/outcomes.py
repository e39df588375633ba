"""Invented outcomes of the people who started in 2021-H2 to 2025-H2, per number of months since their start.

Only follow-up that everyone of the cohort has reached by 30 June 2026 is there. IPS does better than the
rest, and has more clients of UWV, who find work more often in either: the crude difference overstates IPS. Regions
differ by chance, person by person, and beyond chance, as they would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.examples import trajectories
from data.examples.rounding import draws, noise, start
from sdw.reference import periods
from sdw.reference.dimensions import CLIENT_GROUP_PARTS

COHORTS = trajectories.PERIODS[1:-1]
LAST_MEASURED = periods.parse("2026-H1")

#: Share with work of ≥ 12 hours a week, per months since the start, for another method and 'overig' clients.
WORK_12 = {6: 0.08, 12: 0.14, 18: 0.18, 24: 0.205, 30: 0.215, 36: 0.22}
#: What comes on top for work of at least one hour a month.
ALSO_SMALL_JOBS = {6: 0.06, 12: 0.075, 18: 0.08, 24: 0.08, 30: 0.08, 36: 0.08}
CLIENT_EFFECT = {"uwv": 0.045, "gemeente": -0.04, "overig": 0.0}
IPS_EFFECT = {6: 0.02, 12: 0.045, 18: 0.06, 24: 0.06, 30: 0.055, 36: 0.05}
#: Share of the cohort that is no longer followed; the rest of the methods lose a little more.
LOST = {6: 0.02, 12: 0.05, 18: 0.08, 24: 0.11, 30: 0.13, 36: 0.15}
LOST_EXTRA_REST = 0.02
#: How far the true shares of regions lie apart, as a standard deviation from 12 months on: in every method, and on
#: top of that in what IPS adds. Together 5 percentage points for IPS.
REGION_SPREAD, IPS_SPREAD = 0.04, 0.03


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the delivery: a cohort after so many months, people followed and people at work."""

    region: str
    period: str
    method: str
    client_group: str
    months: int
    cohort: int
    followed: int
    work_1h: int
    work_12h: int


def build() -> list[Row]:
    """All rows for cohorts with people in them, in the order of the trajectories."""
    return [
        row
        for source in trajectories.build()
        if source.period in COHORTS and source.client_group in CLIENT_GROUP_PARTS
        for row in _of_cohort(source)
    ]


def reached(period: str) -> tuple[int, ...]:
    """The months of follow-up that the last starter of a half-year has reached at the end of 2026-H1."""
    begin = periods.parse(period)
    return tuple(months for months in WORK_12 if begin.shifted(months // 6) <= LAST_MEASURED)


def _of_cohort(source: trajectories.Row) -> Iterator[Row]:
    cohort = _cohort(source)
    followed = cohort
    for months in reached(source.period) if cohort else ():
        lost = LOST[months] + (0.0 if source.method == "ips" else LOST_EXTRA_REST)
        key = (source.region, source.period, source.method, source.client_group)
        followed = min(followed, int(cohort * (1 - lost) + start("followed", *key)))
        share = _share_12(source, months)
        fates = draws(cohort, "work", *key)[:followed]
        work_12h = sum(fate < share for fate in fates)
        work_1h = sum(fate < share + ALSO_SMALL_JOBS[months] for fate in fates)
        yield Row(*key, months, cohort, followed, work_1h, work_12h)


def _cohort(source: trajectories.Row) -> int:
    """Nearly everyone who started; a few never take part in the follow-up."""
    return int(
        source.started * 0.97 + start("cohort", source.region, source.period, source.method, source.client_group)
    )


def _share_12(source: trajectories.Row, months: int) -> float:
    grown = WORK_12[months] / WORK_12[36]
    share = WORK_12[months] + CLIENT_EFFECT[source.client_group] * grown
    apart = min(1.0, WORK_12[months] / WORK_12[12])
    share += apart * REGION_SPREAD * _normal("spread", source.region)
    if source.method == "ips":
        share += IPS_EFFECT[months] + apart * IPS_SPREAD * _normal("spread", source.region, "ips")
    return min(0.95, max(0.01, share))


def _normal(*key: str) -> float:
    """A fixed draw with mean 0 and standard deviation 1."""
    return (noise(0.2, *key) - 1) / 0.2
