"""What reading a file gives: its observations in memory, its problems, and a receipt per region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from sdw.importers.declaration import Dataset
from sdw.importers.problems import Problem, Report
from sdw.privacy.persons import Finding
from sdw.reference import regions
from sdw.text.dutch import listing, number, say


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

    def __str__(self) -> str:
        parts = [
            say(
                "import.receipt_line",
                region=regions.name_of(self.region),
                code=self.region,
                periods=listing(list(self.periods)),
                count=number(self.with_value),
            )
        ]
        if self.without_value:
            parts.append(say("import.receipt_without", count=number(self.without_value)))
        if self.warnings:
            parts.append(say("import.receipt_warnings", count=number(self.warnings)))
        return " ".join([*parts, *self.notices])


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was read and checked; nothing of it is stored.

    `connection` (in memory) holds `observation(region, period, method, client_group, sector, months, measure,
    value, status)` and `location` (the same keys with row and column); use a `.cursor()` per call.
    Both are empty when the file could not be read at all. `dataset` is None when no dataset has its columns.
    `persons` are the guard's findings; `override` is the reason for which they were let through.
    """

    name: str
    sha256: str
    dataset: Dataset | None
    connection: duckdb.DuckDBPyConnection
    problems: tuple[Problem, ...]
    persons: tuple[Finding, ...] = ()
    override: str = ""

    @property
    def ok(self) -> bool:
        """True when the file may be imported: there are no errors."""
        return not self.errors

    @property
    def errors(self) -> list[Problem]:
        """The problems for which the file is refused."""
        return self._of("error")

    @property
    def warnings(self) -> list[Problem]:
        """The problems that are stored with the file and shown."""
        return self._of("warning")

    @property
    def notices(self) -> list[Problem]:
        """How something was read: an other name for a region."""
        return self._of("notice")

    def _of(self, severity: str) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity == severity]

    @property
    def report(self) -> Report:
        """All problems, to show or to save."""
        return Report(self.name, self.problems)

    @property
    def relation(self) -> duckdb.DuckDBPyRelation:
        """The observations, on a cursor of its own."""
        return self.connection.cursor().table("observation")

    def __len__(self) -> int:
        """The number of observations."""
        row = self.connection.cursor().execute("select count(*) from observation").fetchone()
        assert row is not None
        return int(row[0])

    def receipt(self) -> list[Receipt]:
        """Per region, in order of code: what was read, resolved and warned about."""
        rows = self.connection.cursor().execute(_RECEIPT).fetchall()
        return [self._receipt(*row) for row in rows]

    def _receipt(
        self, region: str, periods: Sequence[str], with_value: int, without_value: int, total: float
    ) -> Receipt:
        own = [problem for problem in self.problems if problem.region == region]
        notices = dict.fromkeys(problem.text for problem in own if problem.severity == "notice")
        warnings = sum(problem.severity == "warning" for problem in own)
        return Receipt(region, tuple(periods), with_value, without_value, total, tuple(notices), warnings)


_RECEIPT = """
select
    region,
    list(distinct period order by period),
    count(value),
    count(*) - count(value),
    coalesce(sum(value), 0)
from observation
group by region
order by region
"""
