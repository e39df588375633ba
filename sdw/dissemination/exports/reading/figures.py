"""Downloads read back: what somebody who has only the files can learn from them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fastexcel

from sdw.dissemination.exports.reading import marks, open_tables
from sdw.dissemination.exports.sheets import grid, signs
from sdw.dissemination.exports.sheets.grid import CONTENTS_HEAD
from sdw.edition.figures import COLUMNS, Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Count, PerThousand, SameRegions, Share
from sdw.reference import dimensions, periods
from sdw.reference.status import Status
from sdw.text.dutch import say
from sdw.text.errors import UserError

Cells = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Seen:
    """One line about a figure, on a page or in a file; `covered` is 0 where coverage does not apply.

    carried_over: the value is still that of an older edition, so it says nothing of this one.
    """

    indicator: str
    region: str
    period: str
    method: str
    client_group: str
    status: Status
    value: float | None
    numerator: float | None
    denominator: float | None
    low: float | None
    high: float | None
    bound_low: float | None
    bound_high: float | None
    covered: int
    carried_over: bool = False


def of_figures(figures: Iterable[Figure]) -> list[Seen]:
    """The same of figures that a page shows."""
    return [
        Seen(
            one.indicator,
            one.region,
            one.period,
            one.method,
            one.client_group,
            one.status,
            one.value,
            one.numerator,
            one.denominator,
            one.low,
            one.high,
            one.bound_low,
            one.bound_high,
            one.delivered[0] if one.delivered else 0,
            one.is_carried_over,
        )
        for one in figures
    ]


def folder(path: Path) -> list[Seen]:
    """Everything that the tables in a folder of exports tell about the counts of regions.

    Raises:
        UserError: there is no table in the folder, or a table is not one of ours.
    """
    return [line for file in tables(path) for line in _file(file)]


def tables(path: Path) -> list[Path]:
    """The tables in a folder. Raises UserError when there is none."""
    found = [file for file in sorted(path.glob("*")) if file.suffix in _READ]
    if not found:
        raise UserError("privacy.no_exports", path=path)
    return found


def rows(path: Path) -> Iterator[Cells]:
    """The lines of a table: title of a column → cell."""
    for row in _READ[path.suffix](path):
        yield open_tables.as_analysis(row) if open_tables.is_figure(row) else row


def _file(path: Path) -> Iterator[Seen]:
    names = {say(f"export.header.{name}"): name for name in ("indicator", *_DUTCH)}
    for row in rows(path):
        if set(COLUMNS) <= set(row):
            if row["indicator"] in _ABOUT_COUNTS.values():
                yield _analysis(row)
        elif {say("export.header.indicator"), say("export.header.value")} <= set(row):
            if row[say("export.header.indicator")] in _ABOUT_COUNTS:
                yield _dutch({names[title]: cell for title, cell in row.items() if title in names})
        elif not (set(row) >= _STATES or open_tables.is_other(row)):
            raise UserError("privacy.strange_export", name=path.name)


#: The indicators that tell something about the counts of regions: label → id. Others are read past.
_ABOUT_COUNTS = {
    one.label: one.id for one in catalogue.ALL if isinstance(one.formula, Count | SameRegions | Share | PerThousand)
}
#: Columns of a list of states: what somebody said of a region, and no count of people that is protected.
_STATES = {say("standing.header.list"), say("standing.header.state"), say("standing.header.origin")}
_DUTCH = (
    *("region_code", "period", "method", "client_group", "value", "status"),
    *("numerator", "denominator", "low", "high", "bound_low", "bound_high", "coverage", "source"),
)


def _delimited(path: Path) -> Iterator[Cells]:
    text = path.read_text(encoding="utf-8-sig")
    mark = ";" if ";" in text.partition("\n")[0] else ","
    yield from csv.DictReader(io.StringIO(text), delimiter=mark)


def _sheet(path: Path) -> Iterator[Cells]:
    """Of a workbook of one table that; of one with contents every table that these name."""
    book = fastexcel.read_excel(path)
    if say("sheets.contents") in book.sheet_names:
        contents = book.load_sheet(say("sheets.contents"), header_row=CONTENTS_HEAD, dtypes="string").to_arrow()
        for row in contents.to_pylist():
            yield from _table(book, row[say("sheets.contents_sheet")], grid.HEAD)
        return
    figures, states = say("export.sheet.figures"), say("standing.sheet")
    yield from _table(book, figures if figures in book.sheet_names else states, 0)


def _table(book: fastexcel.ExcelReader, name: str, head: int) -> Iterator[Cells]:
    """The rows of a sheet. A number with all of its digits, of which text keeps nine; where a sign stands for a
    number or a word, nothing."""
    words = book.load_sheet(name, header_row=head, dtypes="string").to_arrow()
    kinds: dict[str | int, Any] = {
        title: "float" for title in map(_header, _NUMBERS) if title in words.column_names
    }
    own, known = say("sheets.sign.header"), signs.every()
    read = book.load_sheet(name, header_row=head, dtypes=kinds, dtype_coercion="coerce").to_arrow()
    for row, numbers in zip(words.to_pylist(), read.select(list(kinds)).to_pylist(), strict=True):
        told = {title: None if cell in known and title != own else cell for title, cell in row.items()}
        yield told | {title: None if number is None else repr(number) for title, number in numbers.items()}


def _header(name: str) -> str:
    return say(f"export.header.{name}")


#: The columns of numbers.
_NUMBERS = ("value", "numerator", "denominator", "low", "high", "bound_low", "bound_high", "months")


#: How a table is read, by the ending of its file.
_READ = {".csv": _delimited, ".xlsx": _sheet, ".parquet": open_tables.of_parquet}


def _analysis(row: Cells) -> Seen:
    return Seen(
        indicator=row["indicator"] or "",
        region=row["region"] or "",
        period=row["period"] or "",
        method=row["method"] or "",
        client_group=row["client_group"] or "",
        status=Status(row["status"] or ""),
        value=_number(row["value"]),
        numerator=_number(row["numerator"]),
        denominator=_number(row["denominator"]),
        low=_number(row["low"]),
        high=_number(row["high"]),
        bound_low=_number(row["bound_low"]),
        bound_high=_number(row["bound_high"]),
        covered=marks.covered(row["coverage"]),
        carried_over=marks.names_carried_over(row["source"]),
    )


def _dutch(row: Cells) -> Seen:
    words = {say(f"status.{one.value}"): one for one in Status}
    return Seen(
        indicator=_ABOUT_COUNTS[row["indicator"] or ""],
        region=row["region_code"] or "",
        period=periods.parse(row["period"] or "").code,
        method=dimensions.resolve_method(row["method"] or "").code,
        client_group=dimensions.resolve_client_group(row["client_group"] or "").code,
        status=words[row["status"] or ""],
        value=_number(row["value"]),
        numerator=_number(row.get("numerator")),
        denominator=_number(row.get("denominator")),
        low=_number(row.get("low")),
        high=_number(row.get("high")),
        bound_low=_number(row.get("bound_low")),
        bound_high=_number(row.get("bound_high")),
        covered=marks.covered(row.get("coverage")),
        carried_over=marks.names_carried_over(row.get("source")),
    )


def _number(text: str | None) -> float | None:
    return float(text.replace(",", ".")) if text else None
