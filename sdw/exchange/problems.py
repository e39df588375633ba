"""What is wrong with a file: every problem in one report, with the place and the remedy."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from sdw.reference.datasets.declaration import Severity
from sdw.text.dutch import say

#: How many problems a person reads on a screen; the CSV has them all.
SHOWN = 50

#: Signs with which a spreadsheet starts a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `row` counts as a spreadsheet does (1 = first line, 0 = the whole file).

    `column` is the name in the file, in a workbook with its letter. `region` and `period` are codes
    where they are known; `check` is the id of the broken rule, empty for what is wrong with a cell itself.
    `severity`: 'error' refuses the file, 'warning' is stored and shown,
    'notice' only tells how something was read. `accept`: a warning that a person must accept first.
    """

    severity: Severity
    sheet: str
    row: int
    column: str
    text: str
    region: str = ""
    period: str = ""
    check: str = ""
    accept: bool = False

    @property
    def place(self) -> str:
        """'Blad Trajecten, rij 7, kolom gestart'; empty for the whole file."""
        parts = [
            *([say("import.at_sheet", sheet=self.sheet)] if self.sheet else []),
            *([say("import.at_row", row=self.row)] if self.row else []),
            *([say("import.at_column", column=self.column)] if self.column else []),
        ]
        return ", ".join(parts)

    def __str__(self) -> str:
        place = self.place
        return f"{place[0].upper()}{place[1:]}: {self.text}" if place else self.text


@dataclass(frozen=True, slots=True)
class Report:
    """All problems of one file, errors first."""

    file: str
    problems: Sequence[Problem]

    def lines(self, limit: int = SHOWN) -> list[str]:
        """The first `limit` problems as Dutch lines; the same remark on more rows is one line."""
        grouped: dict[tuple[str, str, str], list[Problem]] = {}
        for problem in self.problems:
            grouped.setdefault((problem.sheet, problem.column, problem.text), []).append(problem)
        lines = [_with_repeats(group) for group in list(grouped.values())[:limit]]
        if len(grouped) > limit:
            lines.append(say("import.more_problems", count=len(grouped) - limit))
        return lines

    def to_csv(self) -> str:
        """Every problem as a `;`-CSV for a Dutch spreadsheet (with BOM). No cell is ever a formula."""
        out = io.StringIO()
        out.write("\ufeff")
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow(say("import.csv_header").split(";"))
        file = _harmless(self.file)
        severities = {key: say(f"import.severity_{key}") for key in {one.severity for one in self.problems}}
        writer.writerows(
            (
                *(file, severities[one.severity], _harmless(one.sheet), one.row or ""),
                *(_harmless(one.column), _harmless(one.text)),
            )
            for one in self.problems
        )
        return out.getvalue()


def _with_repeats(group: list[Problem]) -> str:
    first, others = group[0], sorted({problem.row for problem in group[1:]} - {group[0].row})
    if not others:
        return str(first)
    if len(others) <= 3:
        return say("import.also_in_rows", problem=first, rows=", ".join(map(str, others)))
    return say("import.also_in_many", problem=first, count=len(others))


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
