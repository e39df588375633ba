"""What comes back of a file that was read in a process apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

import pyarrow as pa

from sdw.importers import catalogue
from sdw.importers.absence import Absence
from sdw.importers.cbs.table import Identity
from sdw.importers.checked import CheckedFile, Receipt, is_doubtful
from sdw.importers.declaration import Dataset
from sdw.importers.problems import Problem, Report
from sdw.privacy.persons import Finding
from sdw.text.dutch import number, say


@dataclass(frozen=True, slots=True)
class FileResult:
    """A file that was read and checked: the verdict, and (where asked for) its figures.

    `receipts` per region; `tables` are `cells`, the tables of `lines.Lines` that a store takes, and `deliveries`:
    none for the page. `dataset` is None when no dataset has its columns.
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


Found = FileResult | Absence | RefusedTable


def refused(name: str, text: str) -> FileResult:
    """A file of which nothing was read."""
    return FileResult(name, "", None, (Problem("error", "", 0, "", text),))


def facts_of(checked: CheckedFile, most: int, *, figures: bool) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """A checked file as what can travel: at most so many problems (the rest is counted in one more)."""
    told = list(checked.problems[:most])
    if len(checked.problems) > most:
        told.append(
            Problem("notice", "", 0, "", say("reader.more_problems", count=number(len(checked.problems) - most)))
        )
    facts = {
        "kind": "file",
        "name": checked.name,
        "sha256": checked.sha256,
        "dataset": checked.dataset.id if checked.dataset else None,
        "problems": [astuple(problem) for problem in told],
        "persons": [astuple(finding) for finding in checked.persons],
        "override": checked.override,
        "receipts": [astuple(receipt) for receipt in checked.receipt()],
    }
    return facts, _figures(checked) if figures else {}


def _figures(checked: CheckedFile) -> dict[str, pa.Table]:
    return {
        "cells": checked.cells.select(["line", "measure", "value", "status"]),
        "lines": checked.lines.table.select(["line", "place", "moment"]),
        "places": checked.lines.places,
        "moments": checked.lines.moments,
        "deliveries": checked.deliveries(),
    }


def facts_of_table(found: Absence) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """A table of CBS as what can travel."""
    facts: dict[str, Any] = {
        name: getattr(found, name) for name in ("name", "sha256", "table", "title", "modified")
    }
    listed = {axis: sorted(codes) for axis, codes in found.listed.items()}
    return facts | {"kind": "table", "listed": listed}, {"observations": found.observations}


def facts_of_identity(found: Identity) -> dict[str, Any]:
    """Which table was fetched, as what can travel."""
    return {"kind": "identity", "table": found.table, "modified": found.modified}


def of_facts(facts: dict[str, Any], tables: dict[str, pa.Table]) -> FileResult | Absence | Identity:
    """What `facts_of`, `facts_of_table` or `facts_of_identity` made."""
    kind = facts.pop("kind")
    if kind == "identity":
        return Identity(**facts)
    if kind == "table":
        facts["listed"] = {axis: frozenset(codes) for axis, codes in facts["listed"].items()}
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
    region, periods, with_value, without_value, total, notices, warnings = row
    return Receipt(region, tuple(periods), with_value, without_value, total, tuple(notices), warnings)
