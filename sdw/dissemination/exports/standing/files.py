"""States as a `;`-CSV and as a workbook: one line per state under Dutch headers, never a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook

from sdw.dissemination.exports import cells, names
from sdw.dissemination.exports.dutch_csv import BOM
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.reference.datasets import states
from sdw.reference.datasets.catalogue import LABELS
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import day, say

Cell = str | float | None
#: Nothing that looks like a formula, a link or a number in a text becomes one.
_AS_WRITTEN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_FIELDS = {(one.id, field.id): field for one in states.ALL for field in one.fields}


@dataclass(frozen=True, slots=True)
class _Column:
    header: str
    cell: Callable[[Edition, State], Cell]
    width: int = 16


def _label(part: str) -> Callable[[Edition, State], Cell]:
    """The choice of a closed list in words."""

    def cell(_: Edition, one: State) -> str:
        field = _FIELDS.get((one.dataset, part))
        return field.label_of(getattr(one, part)) if field else ""

    return cell


def _day(value: dt.date | None) -> str:
    return "" if value is None else value.isoformat()


_COLUMNS = (
    _Column("list", lambda _, one: LABELS[one.dataset], 26),
    _Column("covenant", lambda _, one: one.covenant, 12),
    _Column("priority", lambda _, one: one.priority or None, 10),
    _Column("region", lambda edition, one: figures.place_of(edition, one.region), 30),
    _Column("region_code", lambda _, one: one.region, 11),
    _Column("municipality", lambda _, one: one.place, 24),
    _Column("municipality_code", lambda _, one: one.municipality, 14),
    _Column("element", _label("element"), 34),
    _Column("meeting", lambda _, one: _day(one.meeting), 12),
    _Column("number", lambda _, one: one.number or None, 10),
    _Column("statement", lambda _, one: one.statement, 50),
    _Column("target_group", lambda _, one: one.target_group, 26),
    _Column("state", _label("state"), 18),
    _Column("day", lambda _, one: _day(one.day), 12),
    _Column("evidence", lambda _, one: one.evidence, 50),
    _Column("owner", lambda _, one: one.owner, 26),
    _Column("due", lambda _, one: _day(one.due), 12),
    _Column("amount", lambda _, one: one.amount, 10),
    _Column("unit", lambda _, one: one.unit, 14),
    _Column("certainty", _label("certainty"), 16),
    _Column("source", lambda _, one: one.source, 34),
    _Column("url", lambda _, one: one.url, 40),
    _Column("origin", lambda _, one: say(f"export.origin.{one.origin}"), 22),
    _Column("edition", lambda edition, _: edition.label, 16),
)


def _table(edition: Edition, found: Sequence[State], mark: str) -> tuple[list[_Column], list[list[Cell]]]:
    """The columns that hold anything, and the rows under them; of a concept each row has its mark."""
    every = (*_COLUMNS, _Column("concept", lambda *_: mark, 40))
    rows = [[column.cell(edition, one) for column in every] for one in found]
    kept = [place for place in range(len(every)) if any(row[place] not in (None, "") for row in rows)]
    return [every[place] for place in kept], [[_harmless(row[place]) for place in kept] for row in rows]


def _harmless(cell: Cell) -> Cell:
    if cell is None:
        return None
    return cells.text(cell) if isinstance(cell, str) else cells.number(cell)


def csv_of(edition: Edition, found: Sequence[State], mark: str = "") -> bytes:
    """As a Dutch Excel opens it: `;`, decimal comma, UTF-8 with BOM. mark: what every line of a concept says."""
    columns, rows = _table(edition, found, mark)
    target = io.StringIO()
    target.write(BOM)
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(say(f"standing.header.{column.header}") for column in columns)
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return target.getvalue().encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else repr(cell).replace(".", ",")


def workbook_of(edition: Edition, found: Sequence[State], mark: str = "") -> bytes:
    """The same as a workbook with one sheet; the same edition and states give the same bytes."""
    columns, rows = _table(edition, found, mark)
    target = io.BytesIO()
    with Workbook(target, _AS_WRITTEN) as book:
        title = say("standing.workbook_title", edition=edition.label, date=day(edition.published_at.date()))
        book.set_properties({"title": title, "created": edition.published_at.replace(tzinfo=None)})
        sheet = book.add_worksheet(say("standing.sheet"))
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, say(f"standing.header.{column.header}"), head)
        for row, line in enumerate(rows, start=1):
            for number, cell in enumerate(line):
                if isinstance(cell, str) and cell:
                    sheet.write_string(row, number, cell, text)
                elif cell is not None and not isinstance(cell, str):
                    sheet.write_number(row, number, cell, text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if mark:
            sheet.set_header("&C" + mark.replace("&", "&&"))
    return target.getvalue()


def file_name(edition: Edition, what: str, found: Sequence[State], ending: str) -> str:
    """'sdw-2026-najaar-borging-matrix-voorbeeld.csv': marked where anything in it is invented."""
    invented = [names.EXAMPLE] if any(one.is_example for one in found) else []
    return names.file_name(edition.label, "-".join([what, *invented]), (), ending, is_concept=edition.is_concept)
