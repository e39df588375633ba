"""The explanation sheet of a template, in B1 Dutch."""

from __future__ import annotations

from typing import Any

from sdw.reference.datasets.declaration import Dataset
from sdw.reference.datasets.fields import Field
from sdw.text.dutch import say

_STEPS = ("step_keys", "step_counts", "step_zero", "step_check", "step_total")
_CELLS = ("number", "provisional", "blank", "unknown", "withheld", "not_applicable")
_NOT = ("not_persons", "not_rows", "not_columns")
_STATE_STEPS = (
    "states_step_row",
    "states_step_day",
    "states_step_unknown",
    "states_step_source",
    "states_step_blank",
)
_STATE_NOT = ("not_persons", "states_not_counts", "states_not_columns")


def write(book: Any, dataset: Dataset) -> None:
    """Add the sheet to an open XlsxWriter workbook."""
    calm = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
    title = book.add_format({**calm, "bold": True, "font_size": 16, "font_color": "#1F4E5F"})
    heading = book.add_format({**calm, "bold": True, "font_size": 12, "font_color": "#1F4E5F"})
    term = book.add_format({**calm, "bold": True})
    text = book.add_format({**calm, "text_wrap": True})
    sheet = book.add_worksheet(say("template.sheet_explanation"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, say("template.title"), title)
    row = 1
    intro = "template.states_intro" if dataset.fields else "template.intro"
    sheet.merge_range(row, 0, row, 1, say(intro, sheet=dataset.label), text)
    sheet.set_row(row, 32)
    for name, lines in sections(dataset):
        row += 2
        sheet.write_string(row, 0, name, heading)
        for first, second in lines:
            row += 1
            sheet.write_string(row, 0, first, term)
            sheet.write_string(row, 1, second, text)
            sheet.set_row(row, 15 * (1 + len(second) // 95))
    last = "template.states_privacy" if dataset.fields else "template.privacy"
    sheet.merge_range(row + 2, 0, row + 2, 1, say(last), text)
    sheet.protect()
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)


def sections(dataset: Dataset) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each part of the sheet: its title, and its lines of two cells."""
    if dataset.fields:
        return _of_states(dataset)
    columns = [(column.name, column.description) for column in dataset.columns]
    columns += [(measure.id, measure.description) for measure in dataset.measures]
    cells = [(say(f"template.cell_{cell}"), say(f"template.cell_{cell}_means")) for cell in _CELLS]
    return [
        (say("template.steps_title"), [(str(n), say(f"template.{key}")) for n, key in enumerate(_STEPS, 1)]),
        (say("template.columns_title"), columns),
        (say("template.cells_title"), cells),
        (say("template.not_title"), [("•", say(f"template.{key}")) for key in _NOT]),
    ]


def _of_states(dataset: Dataset) -> list[tuple[str, list[tuple[str, str]]]]:
    """The same of a file of states: its columns, and what each choice means where that is not in its name."""
    chosen = [
        (say("template.choices_title", name=field.name), [(one.label, one.meaning) for one in field.choices])
        for field in dataset.fields
        if any(one.meaning for one in field.choices)
    ]
    return [
        (say("template.steps_title"), [(str(n), say(f"template.{key}")) for n, key in enumerate(_STATE_STEPS, 1)]),
        (say("template.columns_title"), [(field.name, _described(field)) for field in dataset.fields]),
        *chosen,
        (say("template.not_title"), [("•", say(f"template.{key}")) for key in _STATE_NOT]),
    ]


def _described(field: Field) -> str:
    return field.description if field.required else say("template.optional", text=field.description)
