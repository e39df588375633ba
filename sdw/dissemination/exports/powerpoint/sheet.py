"""The workbook inside a chart, from which PowerPoint lets a reader change it: in Dutch, and the same every time."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pptx.chart.data import ChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from sdw.dissemination.exports.sheets.book import AS_WRITTEN
from sdw.text.dutch import say

_THEIRS = "Sheet1!"
#: How far under the figures the notes begin: nothing that a chart reads comes near them.
_APART = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What a sheet says of itself, so that its figures never lie about alone: title, edition, whether it is
    invented ('' where it is not), of which day it is, and under its figures the notes (edition, source, coverage,
    mark).
    """

    title: str
    edition: str
    state: str
    made_on: dt.datetime
    notes: tuple[str, ...]


class Data(ChartData):
    """What python-pptx makes a chart of, with a workbook of our own. said: what that says of itself."""

    def __init__(self, said: Said, number_format: str) -> None:
        super().__init__(number_format)  # type: ignore[no-untyped-call]
        self.said = said
        self._own = _Sheet(self)  # type: ignore[no-untyped-call]

    @property
    def _workbook_writer(self) -> _Sheet:
        return self._own


class _Sheet(CategoryWorkbookWriter):
    """Their layout of the sheet, under a Dutch name, with notes and without the hour at which it was made."""

    @property
    def categories_ref(self) -> str:
        return _named(super().categories_ref)

    def series_name_ref(self, series: Any) -> str:
        return _named(super().series_name_ref(series))  # type: ignore[no-untyped-call]

    def values_ref(self, series: Any) -> str:
        return _named(super().values_ref(series))  # type: ignore[no-untyped-call]

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        super()._populate_worksheet(workbook, worksheet)  # type: ignore[no-untyped-call]
        first = self._chart_data.categories.leaf_count + _APART
        for place, words in enumerate(self._chart_data.said.notes):
            worksheet.write_string(first + place, 0, words)

    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Iterator[tuple[Any, Any]]:
        said = self._chart_data.said
        workbook = Workbook(xlsx_file, AS_WRITTEN)
        workbook.set_properties(
            {
                "created": said.made_on,
                "author": say("frame.product"),
                "title": said.title,
                "subject": said.edition,
                "status": said.state,
                "comments": " ".join(said.notes),
            }
        )
        yield workbook, workbook.add_worksheet(say("powerpoint.figures"))
        workbook.close()


def _named(reference: str) -> str:
    return reference.replace(_THEIRS, f"{say('powerpoint.figures')}!")
