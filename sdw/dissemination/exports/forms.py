"""The forms in which every table can be taken away, declared once for pages, exports and tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sdw.dissemination.exports import analysis, dutch_csv, workbook
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure


@dataclass(frozen=True, slots=True)
class Form:
    """One form: text keys of its name and of whom it is for, the end of its file name, its bytes.

    make: of an edition, its figures, and the mark of a concept ('' for a public edition).
    """

    label: str
    purpose: str
    ending: str
    mime: str
    make: Callable[[Edition, Sequence[Figure], str], bytes]


FORMS: tuple[Form, ...] = (
    Form(
        "export.form.excel_nl",
        "export.purpose.excel_nl",
        "-excel-nl.csv",
        "text/csv",
        lambda edition, figures, mark: dutch_csv.of(figures, mark, edition),
    ),
    Form(
        "export.form.xlsx",
        "export.purpose.xlsx",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.of,
    ),
    Form(
        "export.form.analysis",
        "export.purpose.analysis",
        "-analyse.csv",
        "text/csv",
        lambda _edition, figures, mark: analysis.csv(figures, mark).encode(),
    ),
)
