"""A StatLine download has titles where a dump has codes. This gives a table that we know its codes back."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from sdw.production.importers.cbs.table import CbsTable, texts
from sdw.reference import tables
from sdw.reference.series import sectors
from sdw.reference.series.declared import Series, of_table
from sdw.reference.series.refusal import refusal

#: Id, title and date of the tables that ship.
TABLES = "cbs/tables.csv"

_MARGINS = {"waarde": "value", "ondergrens95interval": "low", "bovengrens95interval": "high"}
_BY_TITLE = {" ".join(sector.title.split()): sector.code for sector in sectors.ALL}

Row = dict[str, Any]


def identified(table: CbsTable) -> CbsTable:
    """`table` with its id, codes of sectors and keys of topics, margins beside their value.

    A table that already has an id comes back as it is. A title that we do not know, a sector or a
    margin that is not in our lists: UserError.
    """
    if table.table:
        return table
    table_id = _by_title(table.title) if table.title else _by_columns(table)
    declared = of_table(table_id)
    keys = {_letters(name): name for series in declared for name in series.dimensions}
    names = {name: keys.get(_letters(name), name) for name in table.dimensions}
    rows = [_coded(row, table_id, names, declared) for row in table.cells.to_pylist()]
    margins = [name for name in table.dimensions if _letters(name) == "marges"]
    kept = tuple(names[name] for name in table.dimensions if name not in margins)
    if margins:
        rows = _beside(rows, kept, margins[0])
    columns = ["table", *(column for name in kept for column in (name, f"{name}_title"))]
    cells = {name: texts([row[name] for row in rows]) for name in columns}
    cells |= {name: _column(rows, name) for name in table.cells.column_names if name in _AFTER}
    return CbsTable(table_id, table.title, table.modified, kept, pa.table(cells))


def _by_title(title: str) -> str:
    """The number of the table with this title."""
    ids = {_letters(row["titel"]): row["tabel"] for row in tables.rows(TABLES)}
    if _letters(title) not in ids:
        raise refusal("cbs.title_unknown", title=title, known=_known())
    return ids[_letters(title)]


def _by_columns(table: CbsTable) -> str:
    """The number of the one table that has these dimensions, topics and units: for a download without a title."""
    dimensions = {_letters(name) for name in table.dimensions} - {"marges"}
    pairs = table.cells.select(["topic_title", "unit"]).group_by(["topic_title", "unit"]).aggregate([]).to_pylist()
    topics = {(_letters(row["topic_title"]), row["unit"]) for row in pairs}
    ids = [
        row["tabel"]
        for row in tables.rows(TABLES)
        if all(
            (_letters(series.topic), series.unit) in topics and _fits(dimensions, series)
            for series in of_table(row["tabel"])
        )
    ]
    if len(ids) != 1:
        raise refusal("cbs.without_title", known=_known())
    return ids[0]


def _fits(dimensions: set[str], series: Series) -> bool:
    """The dimensions of a series; a table with areas may have more of them, which have a total."""
    wanted = {_letters(name) for name in series.dimensions}
    return wanted <= dimensions if series.area_dimension else wanted == dimensions


def _known() -> str:
    return ", ".join(row["titel"] for row in tables.rows(TABLES))


_FIGURES = ("value", "low", "high")
_AFTER = ("period", "period_kind", "topic", "topic_title", "unit", *_FIGURES, "status")


def _column(rows: list[Row], name: str) -> pa.Array:
    found = [row[name] for row in rows]
    return pa.array(found, pa.float64()) if name in _FIGURES else texts(found)


def _coded(row: Row, table_id: str, names: dict[str, str], declared: tuple[Series, ...]) -> Row:
    found = dict(row) | {"table": table_id}
    for series in declared:
        if _letters(row["topic_title"]) == _letters(series.topic):
            found["topic"] = series.topic
    for title, key in names.items():
        if any(series.area_dimension == key for series in declared):
            found[key] = found[f"{key}_title"] = row[title]
        if any(series.sector_dimension == key for series in declared):
            found[f"{key}_title"] = row[title]
            found[key] = _BY_TITLE.get(row[title]) or sectors.by_code(row[title]).code
    return found


def _beside(rows: list[Row], kept: tuple[str, ...], margins: str) -> list[Row]:
    """One row per value, with the bounds that stood below it."""
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        column = _MARGINS.get(_letters(row[margins]))
        if column is None:
            raise refusal("cbs.margins", codes=row[margins])
        key = (*(row[name] for name in kept), row["topic"], row["period"])
        whole = found.setdefault(key, row | {"status": None} | dict.fromkeys(_FIGURES))
        whole[column] = row["value"]
        if column == "value":
            whole["status"] = row["status"]
    if any(row["status"] is None for row in found.values()):
        raise refusal("cbs.margins_incomplete")
    return list(found.values())


def _letters(words: str) -> str:
    """`Psychische vermoeidheid door het werk` and `PsychischeVermoeidheidDoorHetWerk` are alike in this."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())
