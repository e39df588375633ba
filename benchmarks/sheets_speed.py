"""What a workbook with everything costs, beside the floor: the library alone, for as many numbers and texts."""

from __future__ import annotations

import io
from collections.abc import Iterator

from xlsxwriter import Workbook

from benchmarks.measuring import best, shipped
from sdw.dissemination.exports import workbook
from sdw.dissemination.exports.sheets import everything
from sdw.edition import figures
from tests.worlds.sheets import Package


def _bare(package: Package) -> None:
    """The same cells on the same sheets, and nothing else: no looks, no widths, no tables, no links."""
    with Workbook(io.BytesIO(), {"in_memory": True}) as book:
        for name, rows in package.cells.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(number, column, cell)
                    elif cell is not None:
                        sheet.write_number(number, column, cell)


def measure() -> Iterator[tuple[str, float, str]]:
    """(what, figure, unit)."""
    with shipped() as edition:
        data = everything.of(edition)
        package = Package(data)
        cells = sum(cell is not None for rows in package.cells.values() for row in rows for cell in row)

        def whole() -> bytes:
            everything.of.cache_clear()
            return everything.of(edition)

        yield f"workbook with everything, {len(package.sheets)} sheets", best(whole), "ms CPU"
        yield f"the library alone, the same {cells} cells", best(lambda: _bare(package)), "ms CPU"
        yield "workbook with everything", len(data) / 1000, "kB"
        table = figures.select(edition, "gestart")
        yield f"workbook of one table, {len(table)} rows", best(lambda: workbook.of(edition, table)), "ms CPU"
