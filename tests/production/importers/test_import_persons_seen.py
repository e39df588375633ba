"""Persons are seen for what they are, numbers of persons are no counts, and no text of such a file comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.production.importers.engine import engine
from sdw.production.importers.engine.file_result import CheckedFile
from sdw.production.importers.files import headers
from sdw.production.steward import import_file
from tests.worlds.edition import store_at
from tests.worlds.importers import HEADER, check, csv

PARTS = [(method, group) for method in ("ips", "jobcoaching", "overig") for group in ("uwv", "gemeente")]


def kinds(checked: CheckedFile) -> set[str]:
    assert not checked.ok
    return {finding.kind for finding in checked.persons}


def said(checked: CheckedFile) -> str:
    return "\n".join([*checked.report.lines(), checked.report.to_csv()])


def rows(values: list[str], place: int = 0) -> list[str]:
    """A row of Twente for each value, which stands in one of the five counts."""
    found = []
    for (method, group), value in zip(PARTS, values, strict=False):
        counts = ["30", "20", "10", "40", "6"]
        counts[place] = value
        found.append(";".join(["Twente", "2026-H1", method, group, *counts]))
    return found


@pytest.mark.parametrize(
    "numbers",
    [
        ["48213", "48977", "51020", "60311"],
        ["104822", "220917", "318450", "771204", "903311"],
        ["10233", "10871", "11045", "12977", "13008", "14120"],
    ],
)
@pytest.mark.parametrize("place", [0, 1, 4])
def test_c5_a_column_of_client_numbers_is_no_column_of_counts(numbers: list[str], place: int) -> None:
    checked = check(*rows(numbers, place))
    assert kinds(checked) == {"identifier"}
    assert not any(number in said(checked) for number in numbers)


@pytest.mark.parametrize("number", ["48213", "104822", "99999", "75.310"])
def test_c5_one_client_number_is_more_people_than_a_region_has(number: str) -> None:
    checked = check(*rows(["31", number, "28"], 3), "Twente;2026-H1;overig;overig;1;1;1;1.234;1")
    assert not checked.ok
    assert any("meer dan 1 op de 20 inwoners" in problem.text for problem in checked.errors)
    assert number not in said(checked) and "(niet getoond)" in said(checked)


@pytest.mark.parametrize("number", ["12213", "9871", "20001"])
def test_c5_a_count_of_many_inhabitants_must_be_accepted_and_is_never_repeated(tmp_path: Path, number: str) -> None:
    first, second = tmp_path / "eerst.csv", tmp_path / "later.csv"
    first.write_bytes(csv(*rows(["31", "32"])))
    second.write_bytes(csv(*rows(["31", number])))
    with store_at(tmp_path / "store"):
        assert import_file.import_file(first).ok
        refused = import_file.import_file(second)
        assert not refused.ok and refused.pending
        accepted = import_file.import_file(second, accept=True)
        assert accepted.ok
    shown = f"{int(number):,}".replace(",", ".")
    for receipt in (refused, accepted):
        told = "\n".join([*receipt.lines, receipt.report_csv()])
        assert number not in told and shown not in told


@pytest.mark.parametrize(("before", "now"), [("30", "4821"), ("12", "1800"), ("9", "137")])
def test_c5_ten_times_the_period_before_must_be_accepted(tmp_path: Path, before: str, now: str) -> None:
    first, second = tmp_path / "eerst.csv", tmp_path / "later.csv"
    first.write_bytes(csv(*rows([before, "32"], 1)))
    second.write_bytes(csv(*[row.replace("2026-H1", "2026-H2") for row in rows([now, "32"], 1)]))
    with store_at(tmp_path / "store"):
        assert import_file.import_file(first).ok
        refused = import_file.import_file(second)
    assert not refused.ok
    told = "\n".join(refused.lines)
    assert "tien keer zo groot als in 1e halfjaar 2026" in told
    assert now not in told and f"{int(now):,}".replace(",", ".") not in told


@pytest.mark.parametrize("head", ["Jan de Vries", "J. Jansen", "Fatima El Amrani", "Bakker, Piet"])
def test_c5_a_name_as_the_head_of_a_column_is_seen_and_not_repeated(head: str) -> None:
    for data in (
        csv("Twente;2026-H1;ips;uwv;30;20;10;40;6;1", header=f"{HEADER};{head}"),
        csv("Twente;1;2", header=f"regio;{head};Anna Smit"),
        csv("1;2", header=f"{head};Anna Smit"),
    ):
        checked = engine.read(data, "levering.csv")
        assert "name" in kinds(checked)
        assert head not in said(checked) and "Vries" not in said(checked) and "Smit" not in said(checked)


@pytest.mark.parametrize("head", ["Vries", "bakker", "mevrouw b", "Zeb", "team Anouk"])
def test_c5_a_head_that_may_be_a_name_is_told_by_its_place(head: str) -> None:
    checked = engine.read(csv("Twente;2026-H1;ips;uwv;30;20;10;40;6;1", header=f"{HEADER};{head}"), "levering.csv")
    assert not checked.ok
    assert head not in said(checked) and "nummer 10" in said(checked)
    assert headers.shown(head, 3, f"{head} (D)") == "nummer 4 (D)"


@pytest.mark.parametrize(
    "head", ["burgernummer", "Opmerking", "naam cliënt", "Blad1", "Trajecten 2026-H1", "startdatum"]
)
def test_c5_a_head_of_ordinary_words_is_told_as_it_stands(head: str) -> None:
    assert headers.shown(head, 3) == head or "-" in head or any(letter.isdigit() for letter in head)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["J.V.", "M.K.", "A.d.B.", "P.H."], "name"),
        (["J. P.", "K. L.", "M. N.", "O. P."], "name"),
        (["A.B.(Anna)", "C.D.(Chris)", "E.F.(Els)"], "name"),
        (["7511 12", "7522 8", "7543 101"], "address"),
        (["7511-12a", "7522-8", "7543-101bis"], "address"),
        (["1012, 44", "1071, 3", "3511, 18"], "address"),
    ],
)
def test_c5_initials_and_postcodes_with_a_house_number_are_persons(cells: list[str], kind: str) -> None:
    parts = zip(PARTS, cells, strict=False)
    lines = [f"Twente;2026-H1;{method};{group};30;20;10;40;6;{cell}" for (method, group), cell in parts]
    checked = check(*lines, header=f"{HEADER};extra")
    assert kind in kinds(checked)
    assert not any(cell in said(checked) for cell in cells)


@pytest.mark.parametrize(
    "cells", [["2024-11", "2025-02", "2025-12"], ["2024 1", "2024 2", "2024 3"], ["1.234", "12", "7"]]
)
def test_c5_years_with_a_month_are_no_postcodes(cells: list[str]) -> None:
    parts = zip(PARTS, cells, strict=False)
    lines = [f"Twente;2026-H1;{method};{group};30;20;10;40;6;{cell}" for (method, group), cell in parts]
    assert "address" not in kinds(check(*lines, header=f"{HEADER};extra"))


PERSON = "Twente;2026-H1;ips;uwv"


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        (HEADER, [f"{PERSON};ja;nee;nee;ja;nee"] * 6),
        (HEADER, [f"{PERSON};1;0;0;1;{mark}" for mark in "vvvnnn"]),
        ("regio;periode;methode;doelgroep", [PERSON] * 6),
        ("regio;methode;doelgroep;gestart", ["Twente;ips;uwv;1"] * 4 + ["Twente;ips;gemeente;1"] * 4),
    ],
    ids=["yes or no", "with marks", "no counts", "columns lack"],
)
def test_c5_a_row_per_person_is_told_as_such(header: str, lines: list[str]) -> None:
    assert "per_person" in kinds(engine.read(csv(*lines, header=header), "lijst.csv"))


@pytest.mark.parametrize(
    "lines",
    [
        ["Jan de Vries;01-02-1980", "Piet Jansen;03-04-1977", "Anna Bakker;05-06-1990"],
        ["de Vries, Jan;7511 AB", "Jansen, Piet;7522 CD", "Bakker, Anna;7543 EF"],
        ["a@voorbeeld.nl;06-12345678", "b@voorbeeld.nl;06-87654321", "c@voorbeeld.nl;06-11223344"],
    ],
)
@pytest.mark.parametrize("header", ["a;b", "kolom1;kolom2", HEADER])
def test_c5_persons_under_any_header_or_in_rows_of_another_length_are_seen(header: str, lines: list[str]) -> None:
    checked = engine.read(csv(*lines, header=header), "lijst.csv")
    assert kinds(checked)
    assert not any(cell in said(checked) for line in lines for cell in line.split(";"))


def test_c5_a_ragged_delivery_without_persons_stays_ragged() -> None:
    checked = check("Twente;2026-H1;ips;uwv;30;20;10;40", "Twente;2026-H1;ips;gemeente;31;21;10;42;6")
    assert not checked.ok and not checked.persons
