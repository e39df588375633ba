"""What the CSV files hold, for programs: CSV on the Web (W3C, 2015), as `csv-metadata.json` beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sdw.dissemination.exports.open import licences
from sdw.dissemination.exports.open.table import BETWEEN, Column, Kind, Table
from sdw.edition.editions import Edition
from sdw.text.dutch import say

#: Where a program that knows one of the files looks by itself.
NAME = "csv-metadata.json"
_TYPES: dict[Kind, str] = {
    "text": "string",
    "count": "integer",
    "number": "double",
    "day": "date",
    "flag": "boolean",
    "list": "string",
}
#: How the files are written (`forms.csv_of`).
_DIALECT = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminators": ["\r\n"],
    "header": True,
    "headerRowCount": 1,
    "skipInitialSpace": False,
}


def of(edition: Edition, tables: Sequence[Table]) -> bytes:
    """The description of all tables; `tables` are those that the edition has."""
    made = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": say("open_data.dataset.title", label=edition.label),
        "dc:issued": edition.published_at.date().isoformat(),
        "dc:description": f"{told_of(edition)} {say('open_data.readme.names')}",
        "dialect": _DIALECT,
        "tables": [_table(edition, table, tables) for table in tables],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def told_of(edition: Edition) -> str:
    """What it is, and that figures are invented where they are."""
    about = say("open_data.dataset.about", label=edition.label)
    return f"{say('open_data.dataset.example')} {about}" if edition.has_examples else about


def _table(edition: Edition, table: Table, every: Sequence[Table]) -> dict[str, Any]:
    licence = licences.of(edition, table)
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.about,
        "dc:license": {"@id": licence.value},
        "dc:rights": licence.words,
        "tableSchema": {
            "columns": [_column(one) for one in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": list(_references(table, every)),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    """The first title is for a reader; the second is the head in the file, by which a program knows the column."""
    told: dict[str, Any] = {"name": column.name, "titles": {"nl": [column.title, column.name]}}
    told |= {"datatype": _TYPES[column.kind], "null": "", "required": column.required}
    return told | ({"separator": BETWEEN} if column.kind == "list" else {})


def _references(table: Table, every: Sequence[Table]) -> list[dict[str, Any]]:
    lists = {one.name: one for one in every}
    return [
        {
            "columnReference": column.name,
            "reference": {
                "resource": f"{column.of_list}.csv",
                "columnReference": lists[column.of_list].key[0],
            },
        }
        for column in table.columns
        if column.of_list
    ]
