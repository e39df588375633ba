"""What was read of a delivered file, per region, in one sentence each; and whether its counts are doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sdw.exchange.problems import Problem
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.datasets.declaration import Dataset
from sdw.reference.periods import Period
from sdw.text.dutch import listing, number, say

#: Periods, or runs of them, that a receipt names one by one.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was read for one region: periods, numbers of observations with and without a value, remarks."""

    region: str
    periods: tuple[str, ...]
    with_value: int
    without_value: int
    total: float
    notices: tuple[str, ...]
    warnings: int
    #: Of a file of states: how many; it has no periods and no observations.
    states: int = 0

    def __str__(self) -> str:
        if self.states:
            where = {"region": regions.name_of(self.region), "code": self.region}
            told = [
                say(
                    "states.receipt_one" if self.states == 1 else "states.receipt",
                    **where,
                    count=number(self.states),
                )
            ]
            told += [say("import.receipt_warnings", count=number(self.warnings))] if self.warnings else []
            return " ".join(told)
        parts = [
            say(
                "import.receipt_line",
                region=regions.name_of(self.region),
                code=self.region,
                periods=_periods_said(self.periods),
                count=number(self.with_value),
            )
        ]
        if self.without_value:
            parts.append(say("import.receipt_without", count=number(self.without_value)))
        if self.warnings:
            parts.append(say("import.receipt_warnings", count=number(self.warnings)))
        return " ".join([*parts, *self.notices])


def is_doubtful(dataset: Dataset | None, problems: Sequence[Problem]) -> bool:
    """Whether a check that doubts counts as such (`Check.doubts`) found anything."""
    doubts = {check.id for check in dataset.checks if check.doubts} if dataset else set()
    return any(problem.check in doubts for problem in problems)


@lru_cache(maxsize=64)  # regions mostly deliver the same periods
def _periods_said(codes: tuple[str, ...]) -> str:
    """'2025-Q1 en 2025-Q2'; of many, the runs: '1900-Q1 tot en met 2018-Q4 (476 periodes)'."""
    if len(codes) <= _NAMED:
        return listing(list(codes))
    runs = _runs(codes)
    if len(runs) <= _NAMED:
        return listing([_run_said(run) for run in runs])
    count, first, last = number(len(codes)), min(run[0] for run in runs), max(run[-1] for run in runs)
    return say("import.receipt_scattered", count=count, first=first, last=last)


def _runs(codes: Sequence[str]) -> list[list[Period]]:
    """The periods per kind, in order, split where one is missing."""
    runs: list[list[Period]] = []
    for period in sorted(map(periods.parse, codes), key=lambda one: (one.kind, one)):
        if runs and runs[-1][-1].following() == period:
            runs[-1].append(period)
        else:
            runs.append([period])
    return runs


def _run_said(run: Sequence[Period]) -> str:
    if len(run) == 1:
        return str(run[0])
    return say("import.receipt_span", first=run[0], last=run[-1], count=number(len(run)))
