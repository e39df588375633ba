"""The CSV that a Dutch Excel opens with a double click: `;`, decimal comma, UTF-8 with BOM."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from functools import partial

from sdw.dissemination.exports import table
from sdw.dissemination.exports.table import Column
from sdw.dissemination.figures.record import validity
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure

#: Without it Excel reads UTF-8 as cp1252.
BOM = "\ufeff"


def of(figures: Sequence[Figure], mark: str = "", edition: Edition | None = None) -> bytes:
    """One line per figure under Dutch headers; statuses in words; every digit of a value kept.

    mark: what every line of a concept says. edition: that of the figures; with it each line ends with the code by
    which anybody sees whether its figure still holds. A concept has none.
    """
    columns = table.columns_of(figures, mark)
    if edition is not None and not edition.is_concept:
        columns = (*columns, Column("validity.code", partial(_code, edition)))
    target = io.StringIO()
    target.write(BOM)
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.title for column in columns)
    writer.writerows([_text(table.cell_of(column, figure)) for column in columns] for figure in figures)
    return target.getvalue().encode()


def _code(edition: Edition, figure: Figure) -> str:
    return validity.code(edition, [figure]) if figure.value is not None else ""


def _text(cell: str | int | float | None) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else repr(cell).replace(".", ",")
