"""States as a `;`-CSV and as a workbook: one line per state under Dutch headers, never a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sdw.dissemination.exports import cells, explanation, names, workbook
from sdw.dissemination.exports.dutch_csv import BOM
from sdw.dissemination.exports.explanation import Line
from sdw.dissemination.exports.sheets import cover, signs
from sdw.dissemination.exports.sheets.grid import Grid, Head, Number
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.reference.datasets import states
from sdw.reference.datasets.catalogue import LABELS
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import listing, say

Cell = str | float | None
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


def workbook_of(
    edition: Edition, found: Sequence[State], mark: str = "", title: str = "", place: str = ""
) -> bytes:
    """The same as a workbook; the same edition and states give the same bytes.

    title: what the table is called, its lists where it has no name. place: where it is in the monitor.
    """
    lists = list(dict.fromkeys(one.dataset for one in found))
    called = title or listing([LABELS[one] for one in lists]) or say("standing.sheet")
    sheet = say("standing.sheet")
    table = grid_of(edition, found, mark, sheet=sheet, name=sheet, title=called, in_cells=False)
    first = cover.of_states(edition, found, called, workbook.what_of(sheet), place, mark)
    return workbook.of_table(edition, table, first, notes_of(lists), mark)


def grid_of(
    edition: Edition, found: Sequence[State], mark: str, *, sheet: str, name: str, title: str, in_cells: bool
) -> Grid:
    """The table of these states. in_cells: an empty cell has a sign; the arguments before that are of `Grid`."""
    columns, rows = _table(edition, found, mark)
    nothing = signs.nothing() if in_cells else None
    heads = [Head(say(f"standing.header.{column.header}"), column.width) for column in columns]
    cells_of = [[_in_sheet(cell, nothing) for cell in row] for row in rows]
    invented = explanation.example_mark_of(found)
    return Grid(sheet, name, title, heads, cells_of, invented, LABELS[found[0].dataset] if found else "")


def _in_sheet(cell: Cell, nothing: str | None) -> str | Number | None:
    if cell is None or cell == "":
        return nothing
    return cell if isinstance(cell, str) else Number(cell, 0 if float(cell).is_integer() else 1)


def notes_of(lists: Sequence[str]) -> tuple[Line, ...]:
    """Of each list what is in it, its columns, and what each choice means."""
    known = {one.id: one for one in states.ALL}
    found: list[Line] = []
    for name in lists:
        found.append(Line(LABELS[name]))
        for field in known[name].fields:
            found.append(Line(field.name, field.description))
            found += [Line(one.label, one.meaning) for one in field.choices if one.meaning]
    return tuple(found)


def file_name(edition: Edition, what: str, found: Sequence[State], ending: str) -> str:
    """'sdw-2026-najaar-borging-matrix-voorbeeld.csv': marked where anything in it is invented."""
    invented = [names.EXAMPLE] if any(one.is_example for one in found) else []
    return names.file_name(edition.label, "-".join([what, *invented]), (), ending, is_concept=edition.is_concept)
