"""What regions pledge comes in as any delivery, and what cannot be a pledge is refused with row and column."""

from __future__ import annotations

import pytest

from sdw.dissemination.exports import delivery_sheet
from sdw.production.importers.engine import engine
from sdw.reference.datasets import catalogue
from tests.worlds.importers import check, texts, values

LONG = "regio;jaar;maat;waarde"
WIDE = "regio;jaar;gestart;duurzaam_geplaatst"


def test_a_file_is_recognised_and_read() -> None:
    checked = check("Twente;2026;gestart;120", "AM05;2026;duurzaam_geplaatst;45", header=LONG)
    assert not checked.problems
    assert checked.dataset == catalogue.TOEZEGGINGEN
    assert values(checked) == {
        ("AM05", "gestart"): (120.0, "waarde"),
        ("AM05", "duurzaam_geplaatst"): (45.0, "waarde"),
    }


def test_a_table_of_the_same_columns_is_what_its_measures_say() -> None:
    found = check("Twente;2024;inwoners;630000", "Twente;2024;bijstand;14000", header=LONG)
    assert not found.errors and found.dataset == catalogue.CONTEXT


def test_one_target_is_enough() -> None:
    checked = check("Twente;2026;gestart;120", header=LONG)
    assert not checked.errors and values(checked) == {("AM05", "gestart"): (120.0, "waarde")}


@pytest.mark.parametrize(
    ("row", "said", "column"),
    [
        ("Twente;2026;geplaatst;120", "geplaatst", "maat"),
        ("Twente;2026;gestart;-5", "", "waarde"),
        ("Twente;2026-H1;gestart;50", "jaar", "jaar"),
        ("Twente;2020;gestart;50", "Voor 2020 kan geen toezegging gelden", ""),
        ("Twente;2044;gestart;50", "Voor 2044 kan geen toezegging gelden", ""),
        ("Twente;2026;gestart;900000", "meer dan 1 op de 20 inwoners", "waarde"),
    ],
)
def test_what_can_be_no_pledge_is_refused_at_its_place(row: str, said: str, column: str) -> None:
    checked = check("AM06;2026;gestart;80", row, header=LONG)
    (error,) = checked.errors
    assert said in error.text and error.row == 3
    assert error.column.casefold() == column


def test_a_pledge_stands_in_a_file_once() -> None:
    checked = check("Twente;2026;gestart;120", "AM05;2026;gestart;130", header=LONG)
    assert ["twee keer" in text for text in texts(checked)] == [True]


def test_counts_that_lack_their_methods_are_never_read_as_a_plan() -> None:
    checked = check("Twente;2025;51;12", header="regio;periode;gestart;duurzaam_geplaatst")
    assert checked.errors and checked.dataset != catalogue.TOEZEGGINGEN


def test_the_sheet_to_fill_in_is_known_again() -> None:
    checked = engine.read(delivery_sheet.template(dataset="toezeggingen"), "blad.xlsx")
    assert checked.dataset == catalogue.TOEZEGGINGEN
    filled = check("Twente;2026;120;45", header=WIDE)
    assert not filled.errors and filled.dataset == catalogue.TOEZEGGINGEN
