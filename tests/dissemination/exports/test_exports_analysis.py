from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sdw.dissemination.exports import analysis
from sdw.edition.figures import COLUMNS
from sdw.reference.status import Status
from tests.worlds import exports as world
from tests.worlds.figures import said

CONTRACT = (
    "indicator,region,period,method,client_group,sector,months,value,status,numerator,denominator,"
    "low,high,bound_low,bound_high,coverage,source,edition,origin"
)


def test_the_first_line_is_the_agreed_list_of_columns() -> None:
    assert analysis.csv([]) == CONTRACT + "\n"


def test_a_figure_is_one_line_with_decimal_points_and_empty_cells() -> None:
    assert analysis.csv([world.TWENTE]).splitlines()[1] == (
        "gestart,AM05,2025,totaal,totaal,,,97,waarde,97,,,,,,,trajecten,2026-najaar,voorbeeld"
    )


def test_csv_and_json_say_the_same_of_every_figure() -> None:
    lines = list(csv.DictReader(io.StringIO(analysis.csv(world.ALL))))
    records = json.loads(analysis.json(world.ALL))
    assert len(lines) == len(records) == len(world.ALL)
    for line, record in zip(lines, records, strict=True):
        assert line == {name: "" if cell is None else str(cell) for name, cell in record.items()}


def test_a_missing_value_is_empty_and_a_zero_is_a_zero() -> None:
    by_region = {line["region"]: line for line in csv.DictReader(io.StringIO(analysis.csv(world.ALL)))}
    assert by_region["AM02"]["value"] == "0"
    assert {by_region[code]["value"] for code in ("AM03", "AM06", "AM07", "AM08")} == {""}
    assert by_region["AM03"]["status"] == Status.SUPPRESSED.value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_value_is_lost(value: float) -> None:
    figure = replace(world.TWENTE, value=value)
    line = next(csv.DictReader(io.StringIO(analysis.csv([figure]))))
    assert float(line["value"]) == value
    assert json.loads(analysis.json([figure]))[0]["value"] == value


@given(st.sampled_from((*COLUMNS[:6], "source", "edition", "origin")), st.text("=+-@\t\r\n a1", max_size=8))
def test_no_text_cell_starts_a_formula_or_a_line(column: str, text: str) -> None:
    told = {"cited": said(text)} if column == "source" else {column: text}
    figure = replace(world.TWENTE, **told)
    lines = list(csv.reader(io.StringIO(analysis.csv([figure]), newline="")))
    assert len(lines) == 2
    cell = lines[1][COLUMNS.index(column)]
    assert cell[:1] not in tuple("=+-@\t\r\n")
