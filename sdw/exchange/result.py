"""What comes back of a file that was read in a process apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from sdw.exchange.facts import FactList
from sdw.exchange.person_findings import Finding
from sdw.exchange.problems import Problem, Report
from sdw.exchange.receipts import Receipt, is_doubtful
from sdw.exchange.table_result import Absence, Identity
from sdw.reference.datasets import catalogue
from sdw.reference.datasets.declaration import Dataset


@dataclass(frozen=True, slots=True)
class FileResult:
    """A file that was read and checked: the verdict, and (where asked for) its figures.

    `receipts` per region; `tables` are `cells`, the tables of `lines.Lines` that a store takes, and `deliveries`;
    of a file of states `states`; none for the page. `dataset` is None when no dataset has its columns.
    """

    name: str
    sha256: str
    dataset: Dataset | None
    problems: tuple[Problem, ...]
    persons: tuple[Finding, ...] = ()
    override: str = ""
    receipts: tuple[Receipt, ...] = ()
    tables: dict[str, pa.Table] = field(default_factory=dict)

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

    def _of(self, severity: str) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity == severity]

    @property
    def report(self) -> Report:
        """All problems, to show or to save."""
        return Report(self.name, self.problems)


@dataclass(frozen=True, slots=True)
class RefusedTable:
    """A table of CBS that is not taken: the sentence that says why."""

    text: str


Found = FileResult | Absence | FactList | RefusedTable


def refused(name: str, text: str) -> FileResult:
    """A file of which nothing was read."""
    return FileResult(name, "", None, (Problem("error", "", 0, "", text),))


def of_facts(facts: dict[str, Any], tables: dict[str, pa.Table]) -> FileResult | Absence | FactList | Identity:
    """What `packing` made ready to travel."""
    kind = facts.pop("kind")
    if kind == "identity":
        return Identity(**facts)
    if kind == "facts":
        return FactList(facts["name"], facts["sha256"], tuple(map(tuple, facts["rows"])))
    if kind == "table":
        facts["listed"] = {axis: frozenset(codes) for axis, codes in facts["listed"].items()}
        facts["notes"] = tuple(facts["notes"])
        return Absence(**facts, **tables)
    dataset = facts.pop("dataset")
    return FileResult(
        **{name: facts[name] for name in ("name", "sha256", "override")},
        dataset=None if dataset is None else catalogue.DATASETS[dataset],
        problems=_each(Problem, facts["problems"]),
        persons=_each(Finding, facts["persons"]),
        receipts=tuple(_receipt(one) for one in facts["receipts"]),
        tables=tables,
    )


def _each(kind: Any, rows: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple(kind(*row) for row in rows)


def _receipt(row: Sequence[Any]) -> Receipt:
    region, periods, with_value, without_value, total, notices, warnings, states = row
    return Receipt(region, tuple(periods), with_value, without_value, total, tuple(notices), warnings, states)
