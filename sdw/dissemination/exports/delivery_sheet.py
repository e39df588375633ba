"""The sheet that a region fills in: dropdowns, input checks, a check column and an explanation.

What is filled in reads back through the engine as any other delivery. A cell that stays blank counts as
`niet_aangeleverd`, also in a row of a method that the region does not use: only a person can say that it is 0.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from sdw.dissemination.exports.standing import sheet as state_sheet
from sdw.reference import dimensions
from sdw.reference.areas import regions
from sdw.reference.areas.regions import Region
from sdw.reference.datasets import catalogue, explanation
from sdw.reference.datasets.declaration import Column, Dataset
from sdw.reference.periods import Period
from sdw.text.dutch import say

#: Rows for a delivery of several regions or periods, when the template is not for one.
_SPARE_ROWS = 60
#: Words that a count cell may hold instead of a number.
_WORDS = ("onbekend", "x", "nvt", "n.v.t.", ".")
_LISTS = "Lijsten"
_WIDTHS = {"region": 34, "period": 12, "method": 22, "client_group": 14, "months": 10}


@dataclass(slots=True)
class _Sheet:
    """The sheet under construction: its cells start at row 1 (row 0 is the header)."""

    book: Any
    sheet: Any
    dataset: Dataset
    rows: int
    formats: dict[str, Any]

    @property
    def first_measure(self) -> int:
        return len(self.dataset.columns)

    @property
    def check_column(self) -> int:
        return self.first_measure + len(self.dataset.measures)


def template(region: Region | None = None, period: Period | None = None, *, dataset: str = "trajecten") -> bytes:
    """An XLSX file for one region and period, or (None) with those to be chosen or typed in.

    Raises KeyError for an unknown dataset (our bug: the caller offers the ids of `catalogue.DATASETS`).
    """
    declared = catalogue.DATASETS[dataset]
    if declared.fields:
        return state_sheet.template(declared, region)
    lines = _lines(declared, region, period)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"title": say("template.subject", dataset=declared.label), "author": "Sterk door Werk"})
        formats = _formats(book)
        sheet = book.add_worksheet(declared.label)
        one = _Sheet(book, sheet, declared, len(lines), formats)
        _lists(book)
        _header(one)
        _fill(one, lines)
        _choices(one)
        _counts(one)
        if any(measure.ledger for measure in declared.measures):
            _checks(one)
        _finish(one)
        explanation.write(book, declared)
    return buffer.getvalue()


def _lines(dataset: Dataset, region: Region | None, period: Period | None) -> list[list[str | int]]:
    """The key cells of each row: every method with every client group, or blank rows to fill in."""
    known: dict[str, list[str | int]] = {
        "region": [region.name if region else ""],
        "period": [period.code if period else ""],
        "method": list(dimensions.METHOD_PARTS),
        "client_group": list(dimensions.CLIENT_GROUP_PARTS),
        "months": [6, 12, 18, 24, 30, 36],
    }
    lines: list[list[str | int]] = [[]]
    for column in dataset.columns:
        lines = [[*line, value] for line in lines for value in known[column.kind]]
    if dataset.column("method") is None:
        return lines * len(regions.ALL) if region is None else lines
    return lines if region else [[""] * len(dataset.columns) for _ in range(_SPARE_ROWS)]


def _formats(book: Any) -> dict[str, Any]:
    calm = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter"}
    edge = {"border": 1, "border_color": "#C9D3DA"}
    return {
        "header": book.add_format(
            {**calm, **edge, "bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "text_wrap": True}
        ),
        "key": book.add_format({**calm, **edge, "bg_color": "#EEF3F5", "locked": False}),
        "count": book.add_format({**calm, **edge, "locked": False, "align": "right", "num_format": "#,##0"}),
        "check": book.add_format({**calm, **edge, "font_color": "#5A6570", "italic": True}),
        "wrong": book.add_format({"bg_color": "#FBE8D3", "font_color": "#7A3E00", "bold": True}),
        "title": book.add_format({**calm, "bold": True, "font_size": 16, "font_color": "#1F4E5F"}),
        "heading": book.add_format({**calm, "bold": True, "font_size": 12, "font_color": "#1F4E5F"}),
        "text": book.add_format({**calm, "text_wrap": True, "valign": "top"}),
        "term": book.add_format({**calm, "bold": True, "valign": "top"}),
    }


def _lists(book: Any) -> None:
    """The choices of the dropdowns, on a hidden sheet: a list in a cell rule may not be this long."""
    sheet = book.add_worksheet(_LISTS)
    for row, region in enumerate(regions.ALL):
        sheet.write_string(row, 0, region.name)
    for row, code in enumerate(dimensions.METHODS):
        sheet.write_string(row, 1, code)
    for row, code in enumerate(dimensions.CLIENT_GROUPS):
        sheet.write_string(row, 2, code)
    sheet.hide()


def _header(one: _Sheet) -> None:
    dataset = one.dataset
    names = [column.name for column in dataset.columns] + [measure.id for measure in dataset.measures]
    for number, name in enumerate(names):
        one.sheet.write_string(0, number, name, one.formats["header"])
    meanings = [column.description for column in dataset.columns]
    meanings += [measure.description for measure in dataset.measures]
    for number, meaning in enumerate(meanings):
        one.sheet.write_comment(0, number, meaning, {"x_scale": 2, "font_size": 10})


def _fill(one: _Sheet, lines: list[list[str | int]]) -> None:
    for row, line in enumerate(lines, 1):
        for number, value in enumerate(line):
            if value == "":
                one.sheet.write_blank(row, number, None, one.formats["key"])
            else:
                one.sheet.write(row, number, value, one.formats["key"])
        for number in range(one.first_measure, one.check_column):
            one.sheet.write_blank(row, number, None, one.formats["count"])


def _choices(one: _Sheet) -> None:
    """A dropdown on each key column with a code list."""
    sizes = {
        "region": (0, len(regions.ALL)),
        "method": (1, len(dimensions.METHODS)),
        "client_group": (2, len(dimensions.CLIENT_GROUPS)),
    }
    for number, column in enumerate(one.dataset.columns):
        source: str | list[str]
        if column.kind in sizes:
            place, size = sizes[column.kind]
            source = f"={_LISTS}!{xl_range_abs(0, place, size - 1, place)}"
        elif column.kind == "months":
            source = list(column.allowed)
        else:
            continue
        one.sheet.data_validation(1, number, one.rows, number, _choice(column, source))


def _choice(column: Column, source: str | list[str]) -> dict[str, object]:
    return {
        "validate": "list",
        "source": source,
        "input_title": say("template.choice_title"),
        "input_message": say("template.choice_hint"),
        "error_title": say("template.wrong_title"),
        "error_message": say("template.wrong_choice"),
        "error_type": "stop",
        "ignore_blank": True,
    }


def _counts(one: _Sheet) -> None:
    """Each count: a whole number of 0 or more, such a number with an asterisk, or one of the words."""
    cell = f"{xl_col_to_name(one.first_measure)}2"
    # Excel compares text without regard to case, and takes at most 255 signs in a rule.
    words = ",".join(f'{cell}="{word}"' for word in _WORDS)
    provisional = f'IFERROR(AND(RIGHT({cell})="*",MOD(SUBSTITUTE({cell},"*",""),1)=0),FALSE)'
    rule = f"=IF(ISNUMBER({cell}),AND({cell}>=0,{cell}=INT({cell})),OR({words},{provisional}))"
    one.sheet.data_validation(
        *(1, one.first_measure, one.rows, one.check_column - 1),
        {
            "validate": "custom",
            "value": rule,
            "input_title": say("template.input_title"),
            "input_message": say("template.input_hint"),
            "error_title": say("template.wrong_title"),
            "error_message": say("template.wrong_input"),
            "error_type": "stop",
            "ignore_blank": True,
        },
    )


def _checks(one: _Sheet) -> None:
    """Per row whether the ledger adds up, and below the rows the totals. Ignored when the file is read."""
    one.sheet.write_string(0, one.check_column, say("template.check_header"), one.formats["header"])
    ids = [measure.id for measure in one.dataset.measures]
    letters = {name: xl_col_to_name(one.first_measure + number) for number, name in enumerate(ids)}
    good, missing = say("template.check_good"), say("template.check_missing")
    ledger = say("template.check_ledger")
    parts = {
        measure: say("template.check_part", part=measure.label.lower())
        for measure in one.dataset.measures
        if measure.part_of
    }
    sides = [[each.id for each in one.dataset.measures if each.ledger == sign] for sign in (1, -1)]
    for row in range(2, one.rows + 2):
        at = {name: f"{letter}{row}" for name, letter in letters.items()}
        span = f"{at[ids[0]]}:{at[ids[-1]]}"
        begun, ended = ("+".join(at[name] for name in side) for side in sides)
        formula = f'IF({begun}={ended},"{good}","{ledger}")'
        for measure, text in reversed(parts.items()):
            whole = "+".join(at[name] for name in measure.part_of)
            formula = f'IF({at[measure.id]}>{whole},"{text}",{formula})'
        formula = f'=IF(COUNTA({span})=0,"",IF(COUNT({span})<{len(ids)},"{missing}",{formula}))'
        one.sheet.write_formula(row - 1, one.check_column, formula, one.formats["check"], "")
    place = (1, one.check_column, one.rows, one.check_column)
    for text in (ledger, *parts.values()):
        rule = {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": one.formats["wrong"]}
        one.sheet.conditional_format(*place, rule)
    one.sheet.set_column(one.check_column, one.check_column, 40)


def _finish(one: _Sheet) -> None:
    """Widths, a frozen header, print settings, and only the cells to be filled in unlocked."""
    for number, column in enumerate(one.dataset.columns):
        one.sheet.set_column(number, number, _WIDTHS[column.kind], one.formats["key"])
    for number, measure in enumerate(one.dataset.measures, one.first_measure):
        one.sheet.set_column(number, number, max(13, len(measure.id) + 2), one.formats["count"])
    one.sheet.set_row(0, 24)
    one.sheet.freeze_panes(1, one.first_measure)
    one.sheet.protect(
        "",
        {
            "format_columns": True,
            "format_rows": True,
            "insert_rows": True,
            "delete_rows": True,
            "sort": True,
            "autofilter": True,
        },
    )
    one.sheet.set_landscape()
    one.sheet.fit_to_pages(1, 0)
    one.sheet.repeat_rows(0)
    one.sheet.set_selection(1, one.first_measure, 1, one.first_measure)
    one.sheet.activate()
