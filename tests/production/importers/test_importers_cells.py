"""What a cell means: numbers in every Dutch spelling, words for what is missing, and refusals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.production.importers.engine import cells
from sdw.production.importers.engine.cells import Marks
from sdw.reference.status import Status

NOTHING_KNOWN = Marks()


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("97", 97, "waarde"),
        ("0", 0, "waarde"),
        (" 97 ", 97, "waarde"),
        ('" 97"', 97, "waarde"),
        ("12*", 12, "voorlopig"),
        ("12 *", 12, "voorlopig"),
        ("97,0", 97, "waarde"),
        ("97.00", 97, "waarde"),
        ("1.234.567", 1234567, "waarde"),
        ("1,234,567", 1234567, "waarde"),
        ("1 234", 1234, "waarde"),
        ("1\u00a0234", 1234, "waarde"),
        ("1\u202f234 567", 1234567, "waarde"),
        ("1.234,0", 1234, "waarde"),
        ("1,234.0", 1234, "waarde"),
        ("+5", 5, "waarde"),
        ("", None, "niet_aangeleverd"),
        ("  ", None, "niet_aangeleverd"),
        ("onbekend", None, "onbekend"),
        ("Onbekend", None, "onbekend"),
        (".", None, "onbekend"),
        ("x", None, "afgeschermd"),
        ("X", None, "afgeschermd"),
        ("nvt", None, "nvt"),
        ("N.v.t.", None, "nvt"),
    ],
)
def test_a_cell_means(text: str, value: float | None, status: str) -> None:
    assert cells.read(text, NOTHING_KNOWN) == cells.Cell(value, Status(status))


@pytest.mark.parametrize("text", ["-", "–", "—", "−"])
def test_a_dash_is_asked_about(text: str) -> None:
    assert "0 of onbekend?" in cells.read(text, NOTHING_KNOWN).problem


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("-5", "'-5' is minder dan 0"),
        ("12,5", "'12,5' is geen heel getal"),
        ("1.234", "'1.234' kan duizend keer"),
        ("1,234", "'1,234' kan duizend keer"),
        ("0.500", "'0.500' is geen heel getal"),
        ("1.2.3", "'1.2.3'"),
        ("1.2345.678", "'1.2345.678'"),
        ("12%", "'12%'"),
        ("1e3", "dit is geen getal"),
        ("1_000", "dit is geen getal"),
        ("٣", "dit is geen getal"),
        ("²", "dit is geen getal"),
        ("veel", "dit is geen getal"),
        ("=1+1", "dit is geen getal"),
        ("nan", "dit is geen getal"),
        ("inf", "dit is geen getal"),
        ("12**", "Hier hoort een aantal"),
        ("*", "Hier hoort een aantal"),
        ("123456782-1-2", "dit is geen getal"),
        ("9" * 400, "dit is geen getal"),
    ],
)
def test_anything_else_is_refused_and_shown_only_when_short_and_numeric(text: str, says: str) -> None:
    cell = cells.read(text, NOTHING_KNOWN)
    assert cell.status is None
    assert says in cell.problem


@pytest.mark.parametrize(
    ("file", "text", "value"),
    [
        (["1.234", "97"], "1.234", 1234),  # plain small numbers: not a file of three decimals
        (["1,234", "97"], "1,234", 1234),
        (["1.234"], "1.234", 1234),  # no whole count is 1,234 thousandths
        (["1.000", "1.234.567"], "1.000", 1000),
        (["97.000", "12.000"], "97.000", None),  # 97, written with three decimals?
        (["1.234", "1,234"], "1.234", None),  # one of the two is a decimal mark
        (["1,5", "1,234"], "1,234", None),  # here the comma is decimal: not whole
        (["1,5", "1.234"], "1.234", 1234),
        (["0.500", "1.250"], "1.250", None),
    ],
)
def test_a_lone_thousand_is_read_only_as_the_file_proves(file: list[str], text: str, value: float | None) -> None:
    assert cells.read(text, cells.marks_of(file)).value == value


def test_a_workbook_proves_nothing_by_its_number_cells() -> None:
    assert cells.read("1.234", cells.marks_of(["1.234", "97"], typed=True)).status is None


@given(st.integers(0, 10**8), st.sampled_from([".", ",", " ", "\u00a0", "\u202f", ""]), st.booleans())
def test_every_count_reads_back_or_is_refused_never_another_number(count: int, mark: str, star: bool) -> None:
    text = f"{count:,}".replace(",", mark) + ("*" if star else "")
    for marks in (NOTHING_KNOWN, cells.marks_of([text]), cells.marks_of([text, "7"])):
        cell = cells.read(text, marks)
        assert cell.problem or cell.value == count
        assert not cell.problem or len(text) >= 5


@given(st.text(max_size=40))
def test_any_text_is_a_number_a_word_or_a_sentence(text: str) -> None:
    cell = cells.read(text, NOTHING_KNOWN)
    assert bool(cell.problem) != bool(cell.status)
    assert (cell.value is not None) == (cell.status is not None and cell.status.has_value)
    if cell.problem and len(cells.clean(text)) > 12:
        assert cells.clean(text) not in cell.problem
