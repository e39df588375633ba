"""What reading a file gives: its observations in memory, its problems, and a receipt per region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from sdw.exchange.person_findings import Finding
from sdw.exchange.problems import Problem, Report
from sdw.exchange.receipts import Receipt, is_doubtful
from sdw.production.importers.engine.checks import query
from sdw.production.importers.engine.lines import Lines
from sdw.production.importers.engine.states import state_receipts
from sdw.production.importers.engine.states.reading import Reading
from sdw.reference.datasets.declaration import Dataset


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was read and checked; nothing of it is stored.

    `connection` (in memory, for one thread) holds `observation(region, period, method, client_group, sector,
    months, measure, value, status)` and `location` (the same keys with row and column), views on `cells` (a row per
    observation: line, measure, value, status, row, column) and `lines` (a row per key).
    All are empty when the file could not be read at all. `dataset` is None when no dataset has its columns.
    `persons` are the guard's findings; `override` is the reason for which they were let through. `states`: what was
    read of a file of states, which has no observations.
    """

    name: str
    sha256: str
    dataset: Dataset | None
    cells: pa.Table
    lines: Lines
    connection: duckdb.DuckDBPyConnection
    problems: tuple[Problem, ...]
    persons: tuple[Finding, ...] = ()
    override: str = ""
    states: Reading | None = None

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
    def to_accept(self) -> list[Problem]:
        """The warnings that a person must accept before the file is imported."""
        return [problem for problem in self.problems if problem.accept]

    @property
    def doubtful(self) -> bool:
        """True when a count may be no count at all: then no figure of the file is repeated anywhere."""
        return is_doubtful(self.dataset, self.problems)

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
        """The observations."""
        return self.connection.view("observation")

    def __len__(self) -> int:
        """The number of observations."""
        return int(self.cells.num_rows)

    def deliveries(self) -> pa.Table:
        """What the file replaces as a whole: region, period, and part ('', or the measure where the dataset is
        delivered measure by measure). Empty when nothing was read."""
        per_measure = self.dataset is not None and "measure" in self.dataset.delivery_unit
        name = "delivered_measures" if per_measure else "delivered_units"
        return self.connection.sql(query(name)).to_arrow_table()

    def receipt(self) -> list[Receipt]:
        """Per region, in order of code: what was read, resolved and warned about."""
        if self.states is not None:
            return state_receipts.of(self.states.states, self.problems)
        remarks = defaultdict(list)
        for problem in self.problems:
            remarks[problem.region].append(problem)
        rows = self.connection.execute(query("receipt")).fetchall()
        return [_receipt(remarks[row[0]], *row) for row in rows]


def _receipt(
    remarks: Sequence[Problem], region: str, codes: Sequence[str], with_value: int, without_value: int, total: float
) -> Receipt:
    notices = dict.fromkeys(problem.text for problem in remarks if problem.severity == "notice")
    warnings = sum(problem.severity == "warning" for problem in remarks)
    return Receipt(region, tuple(codes), with_value, without_value, total, tuple(notices), warnings)
