"""Outcomes read back from pages and files: what somebody who has only these can learn about the people in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sdw.disclosure.outcomes.outcome_cells import Count, Key
from sdw.dissemination.exports.reading import figures as reading
from sdw.dissemination.exports.reading import marks
from sdw.dissemination.exports.reading.figures import Cells
from sdw.edition.figures import COLUMNS, Figure
from sdw.indicators import catalogue
from sdw.indicators.model import OutcomeRate
from sdw.reference import dimensions, periods
from sdw.reference.status import Status
from sdw.statistics.estimate import LEVEL, z_of
from sdw.text.dutch import say

#: Label → id of the rates.
RATES = {one.label: one.id for one in catalogue.ALL if isinstance(one.formula, OutcomeRate)}
_LARGEST = 20_000  # people: nobody tries more


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a page or a file tells of one rate: percentages as they are written there, however rounded."""

    measure: str
    months: int
    cut: Key
    status: Status
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    bound_low: float | None = None
    bound_high: float | None = None
    covered: int = 0
    carried_over: bool = False


def of_figures(figures: Iterable[Figure]) -> list[Line]:
    """What a page shows of these figures."""
    return [
        Line(
            measure=one.indicator,
            months=one.months,
            cut=Key(one.region, one.period, one.method, one.client_group),
            status=one.status,
            covered=one.delivered[0] if one.delivered else 0,
            carried_over=one.is_carried_over,
            **{name: getattr(one, name) for name in _NUMBERS},
        )
        for one in figures
        if one.indicator in RATES.values()
    ]


_NUMBERS = ("value", "numerator", "denominator", "low", "high", "bound_low", "bound_high")


def folder(path: Path) -> list[Line]:
    """Every rate in the tables of a folder of exports."""
    return [line for file in reading.tables(path) for line in _file(file)]


def _file(path: Path) -> Iterator[Line]:
    titles = {say(f"export.header.{name}"): name for name in (*_NUMBERS, *_KEYS)}
    words = {say(f"status.{one.value}"): one for one in Status}
    for row in reading.rows(path):
        label = row.get(say("export.header.indicator")) or ""
        if set(COLUMNS) <= set(row) and row["indicator"] in RATES.values():
            yield _line(row, row["indicator"] or "", Status(row["status"] or ""))
        elif label in RATES:
            mine = {titles[title]: cell for title, cell in row.items() if title in titles}
            code = periods.parse(mine["period"]).code if mine["period"] else ""
            cells = mine | {"region": mine["region_code"], "period": code}
            yield _line(cells, RATES[label], words[mine["status"] or ""])


_KEYS = ("region_code", "period", "method", "client_group", "months", "status", "coverage", "source")


def _line(row: Cells, measure: str, status: Status) -> Line:
    method = dimensions.resolve_method(row["method"] or "").code
    group = dimensions.resolve_client_group(row["client_group"] or "").code
    return Line(
        measure=measure,
        months=int(float(row["months"] or 0)),
        cut=Key(row["region"] or "", row["period"] or "", method, group),
        status=status,
        covered=marks.covered(row.get("coverage")),
        carried_over=marks.names_carried_over(row.get("source")),
        **{name: _number(row.get(name)) for name in _NUMBERS},
    )


def _number(text: str | None) -> float | None:
    return float(text.replace(",", ".")) if text else None


def counts(line: Line) -> dict[Count, float]:
    """The people behind a rate that is shown: nothing where the line does not tell.

    From numerator and denominator; from a percentage and its denominator; or from a percentage and its interval:
    only one number of people gives exactly these. Best and worst case give the cohort.
    """
    if line.value is None:
        return {}
    followed = line.denominator if line.denominator is not None else _followed(line)
    if followed is None:
        return {}
    working = line.numerator if line.numerator is not None else float(round(line.value * followed / 100))
    with_work, without = (
        (Count.WORK_12U, Count.NO_WORK_12U) if line.measure == "werk_12u" else (Count.WORK_1U, Count.NO_WORK_1U)
    )
    found = {with_work: working, without: followed - working, Count.FOLLOWED: followed}
    cohort = _cohort(line, working, followed)
    return found if cohort is None else found | {Count.COHORT: cohort}


def _followed(line: Line) -> float | None:
    """The one number of people of whom these are the percentage and its Wilson interval, to the digits shown."""
    if line.value is None or line.low is None or line.high is None:
        return None
    z = z_of(LEVEL)
    people = np.arange(1.0, _LARGEST)
    working = np.rint(line.value * people / 100)
    share, more = working / people, z**2 / people
    middle = (share + more / 2) / (1 + more)
    half = z * np.sqrt(share * (1 - share) / people + more / (4 * people)) / (1 + more)
    fits = [
        np.abs(100 * found - told) <= _half_digit(told)
        for found, told in ((share, line.value), (middle - half, line.low), (middle + half, line.high))
    ]
    chosen = people[np.logical_and.reduce(fits)]
    return float(chosen[0]) if len(chosen) == 1 else None


def _half_digit(told: float) -> float:
    """Half of the last digit that is written."""
    digits = len(repr(told).partition(".")[2]) if told % 1 else 0
    return max(0.5 * 10.0**-digits, 1e-9)


def _cohort(line: Line, working: float, followed: float) -> float | None:
    """Worst case: those with work of the whole cohort. Best case: these and everybody lost from sight."""
    if line.bound_low:
        return float(round(100 * working / line.bound_low))
    if line.bound_high is not None and line.bound_high < 100:
        return float(round((followed - working) / (1 - line.bound_high / 100)))
    return None
