"""Several files at once: one report with every remark, and one table that says what became of each file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from sdw.exchange import problems
from sdw.exchange.problems import Problem
from sdw.production.steward.receipt import Receipt
from sdw.reference.datasets.declaration import Severity
from sdw.text.dutch import number, say

#: From so many files on, a file without a remark gets its line in the table only.
MANY = 4


def report(receipts: Sequence[Receipt]) -> str:
    """Every remark on every file as one CSV (`problems.Report.to_csv`); '' when there is none.

    One file alone keeps the form of its own: revised figures of a CBS table are no remarks on a file.
    """
    if len(receipts) == 1 and (alone := receipts[0].report_csv()):
        return alone
    header = say("import.csv_header").split(";")
    rows = [row for receipt in receipts for row in _rows(receipt, header)]
    if not rows:
        return ""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _rows(receipt: Receipt, header: Sequence[str]) -> Iterator[Sequence[str]]:
    """The rows of one file; what is said in another form becomes a remark on the whole file."""
    found = list(csv.reader(io.StringIO(receipt.report_csv().lstrip("\ufeff"), newline=""), delimiter=";"))
    if found and found[0] == header:
        yield from found[1:]
        return
    severity: Severity = "notice" if receipt.ok else "error"
    texts = [";".join(row) for row in found[1:]] if found else [] if receipt.ok else receipt.lines[:1]
    one = [Problem(severity, "", 0, "", text) for text in texts]
    lines = problems.Report(receipt.name, one).to_csv().lstrip("\ufeff")
    yield from list(csv.reader(io.StringIO(lines, newline=""), delimiter=";"))[1:]


def told(receipt: Receipt, files: int) -> Sequence[str]:
    """The lines about one of so many files: of many, only those with a remark have any."""
    quiet = files >= MANY and receipt.ok and not receipt.warnings
    return () if quiet else receipt.lines


def table(receipts: Sequence[Receipt]) -> list[str]:
    """The closing table: a line per file, and what it comes to. Nothing for one file."""
    if len(receipts) < 2:
        return []
    cells = [tuple(say("summary.head").split(";")), *map(_cells, receipts)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    ]
    good = sum(receipt.ok for receipt in receipts)
    key = "summary.all_good" if good == len(receipts) else "summary.some_good"
    return ["", *lines, say(key, good=number(good), count=number(len(receipts)))]


def _cells(receipt: Receipt) -> tuple[str, ...]:
    return receipt.name, _outcome(receipt), _count(receipt.errors), _count(receipt.warnings), receipt.read


def _count(found: int) -> str:
    return number(found) if found else ""


def _outcome(receipt: Receipt) -> str:
    if receipt.accepted is not None:
        batch = receipt.accepted.batch_id
        return say("summary.nothing_new") if batch is None else say("summary.batch", batch=batch)
    if receipt.pending:
        return say("summary.to_accept")
    return say("summary.good") if receipt.ok else say("summary.refused")
