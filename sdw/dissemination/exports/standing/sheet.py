"""The sheet for what has a state: a dropdown on every closed list, a rule on every day, and an explanation.

Rows that are known stand ready: every element of a region, every priority of the covenant that runs. What stays
blank in such a row is asked for when the file is read.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from sdw.reference.areas import municipalities, regions
from sdw.reference.areas.regions import Region
from sdw.reference.datasets import explanation, states
from sdw.reference.datasets.declaration import Dataset
from sdw.reference.datasets.fields import Field
from sdw.reference.documents import covenant
from sdw.text.dutch import say

_LISTS = "Lijsten"
_SPARE_ROWS = 60
#: The earliest day that a sheet takes, as the importer does.
_FIRST = dt.date(2012, 1, 1)
_WIDTHS = {"region": 30, "municipality": 26, "day": 14, "number": 10, "amount": 10, "text": 46, "link": 40}
_CHOICE_WIDTH = 26


def template(dataset: Dataset, region: Region | None = None) -> bytes:
    """An XLSX file for a dataset with fields; for one region where it is given, else for all."""
    lines = _lines(dataset, region)
    rows = len(lines) + _SPARE_ROWS
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"title": say("template.subject", dataset=dataset.label), "author": "Sterk door Werk"})
        formats = _formats(book)
        sheet = book.add_worksheet(dataset.label)
        places = _lists(book, dataset)
        for number, field in enumerate(dataset.fields):
            sheet.write_string(0, number, field.name, formats["header"])
            sheet.write_comment(0, number, field.description, {"x_scale": 2, "font_size": 10})
            look = formats["day" if field.kind == "day" else "cell"]
            sheet.set_column(number, number, _WIDTHS.get(field.kind, _CHOICE_WIDTH), look)
            for row in range(1, rows + 1):
                known = lines[row - 1].get(field.id, "") if row <= len(lines) else ""
                if known:
                    sheet.write(row, number, known, look)
                else:
                    sheet.write_blank(row, number, None, look)
            if rule := _rule(field, places):
                sheet.data_validation(1, number, rows, number, rule)
        _finish(sheet)
        explanation.write(book, dataset)
    return buffer.getvalue()


def _lines(dataset: Dataset, region: Region | None) -> list[dict[str, str | int]]:
    """What stands in the first rows already."""
    if dataset is states.BORGING:
        places = [region.name] if region else [one.name for one in regions.ALL]
        return [{"region": place, "element": one.label} for place in places for one in states.ELEMENTS]
    if dataset is states.SPEERPUNTEN:
        now = covenant.CURRENT
        return [{"covenant": now.version, "priority": one.number} for one in now.priorities]
    if dataset is states.IPS_GEMEENTE and region:
        return [{"municipality": one.name} for one in municipalities.of_region(region.code)]
    return []


def _formats(book: Any) -> dict[str, Any]:
    calm = {"font_name": "Calibri", "font_size": 11, "valign": "top", "border": 1, "border_color": "#C9D3DA"}
    head = {**calm, "bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "text_wrap": True}
    return {
        "header": book.add_format(head),
        "cell": book.add_format({**calm, "locked": False, "text_wrap": True}),
        "day": book.add_format({**calm, "locked": False, "num_format": "yyyy-mm-dd", "align": "left"}),
    }


def _lists(book: Any, dataset: Dataset) -> dict[str, str]:
    """The choices of the dropdowns on a hidden sheet; of each field where its own lie."""
    sheet = book.add_worksheet(_LISTS)
    places = {}
    for column, field in enumerate(dataset.fields):
        names = _names(field)
        for row, name in enumerate(names):
            sheet.write_string(row, column, name)
        if names:
            places[field.id] = f"={_LISTS}!{xl_range_abs(0, column, len(names) - 1, column)}"
    sheet.hide()
    return places


def _names(field: Field) -> list[str]:
    if field.kind == "region":
        return [one.name for one in regions.ALL]
    if field.kind == "municipality":
        return sorted(one.name for one in municipalities.on(dt.date.today()))
    return [choice.label for choice in field.choices]


def _rule(field: Field, places: dict[str, str]) -> dict[str, object] | None:
    """What a cell takes: one of a list, a day, or any text."""
    said = {"error_title": say("template.wrong_title"), "error_type": "stop", "ignore_blank": True}
    if field.id in places:
        return said | {
            "validate": "list",
            "source": places[field.id],
            "input_title": say("template.choice_title"),
            "input_message": say("template.choice_hint"),
            "error_message": say("template.wrong_choice"),
        }
    if field.kind == "day":
        return said | {
            "validate": "date",
            "criteria": ">=",
            "value": _FIRST,
            "input_title": say("template.day_title"),
            "input_message": say("template.day_hint"),
            "error_message": say("template.wrong_day"),
        }
    return None


def _finish(sheet: Any) -> None:
    """A frozen header, print settings, and only the cells to be filled in unlocked."""
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 1)
    allowed = ("format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter")
    sheet.protect("", dict.fromkeys(allowed, True))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.activate()
