"""The CSV that a Dutch Excel opens with a double click: `;`, decimal comma, UTF-8 with BOM."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from sdw.dissemination.exports import table
from sdw.edition.figures import Figure

#: Without it Excel reads UTF-8 as cp1252.
BOM = "\ufeff"


def of(figures: Sequence[Figure], mark: str = "") -> bytes:
    """One line per figure under Dutch headers; statuses in words; every digit of a value kept.

    mark: what every line of a concept says.
    """
    columns = table.columns_of(figures, mark)
    target = io.StringIO()
    target.write(BOM)
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.title for column in columns)
    writer.writerows([_text(table.cell_of(column, figure)) for column in columns] for figure in figures)
    return target.getvalue().encode()


def _text(cell: str | int | float | None) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else repr(cell).replace(".", ",")
