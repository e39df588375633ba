"""The workbook inside a chart, from which PowerPoint lets a reader change it: in Dutch, and the same every time."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pptx.chart.data import ChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from sdw.text.dutch import say

_THEIRS = "Sheet1!"


class Data(ChartData):
    """What python-pptx makes a chart of, with a workbook of our own. made_on: of which day it says it is."""

    def __init__(self, made_on: dt.datetime, number_format: str) -> None:
        super().__init__(number_format)  # type: ignore[no-untyped-call]
        self.made_on = made_on
        self._own = _Sheet(self)  # type: ignore[no-untyped-call]

    @property
    def _workbook_writer(self) -> _Sheet:
        return self._own


class _Sheet(CategoryWorkbookWriter):
    """Their layout of the sheet, under a Dutch name and without the hour at which it was made."""

    @property
    def categories_ref(self) -> str:
        return _named(super().categories_ref)

    def series_name_ref(self, series: Any) -> str:
        return _named(super().series_name_ref(series))  # type: ignore[no-untyped-call]

    def values_ref(self, series: Any) -> str:
        return _named(super().values_ref(series))  # type: ignore[no-untyped-call]

    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Iterator[tuple[Any, Any]]:
        workbook = Workbook(xlsx_file, {"in_memory": True})
        workbook.set_properties(
            {
                "created": self._chart_data.made_on,
                "author": say("frame.product"),
                "title": say("powerpoint.figures"),
            }
        )
        yield workbook, workbook.add_worksheet(say("powerpoint.figures"))
        workbook.close()


def _named(reference: str) -> str:
    return reference.replace(_THEIRS, f"{say('powerpoint.figures')}!")
