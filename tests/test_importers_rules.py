"""The rules of the datasets: what is refused, what is a warning, and where it is said to be."""

from __future__ import annotations

from tests.worlds.importers import HEADER, OUTCOMES, check, texts, values


def test_a_good_file_gives_its_observations() -> None:
    checked = check("Twente;2025-H1;IPS;UWV;10;5;3;12;2")
    assert checked.ok and not checked.problems
    assert checked.relation.order("measure").fetchall()[0] == (
        *("AM05", "2025-H1", "ips", "uwv", "", 0),
        *("beeindigd", 3.0, "waarde"),
    )
    assert len(checked) == 5


def test_the_ledger_that_does_not_add_up_is_a_warning() -> None:
    checked = check("Twente;2025-H1;ips;uwv;10;5;3;11;2")
    assert checked.ok
    (warning,) = checked.warnings
    assert (warning.row, warning.column, warning.region, warning.period) == (
        2,
        "eindstand",
        "AM05",
        "2025-H1",
    )
    assert "is 12, maar de eindstand is 11" in warning.text


def test_more_durable_than_carried_out_is_an_error() -> None:
    assert not check("Twente;2025-H1;ips;uwv;10;5;3;12;16").ok
    assert check("Twente;2025-H1;ips;uwv;10;5;3;12;15").ok


def test_a_row_twice_is_an_error_even_under_another_name() -> None:
    checked = check("Twente;2025-H1;ips;uwv;1;1;1;1;1", "AM05;2025 1e halfjaar;IPS;uwv;1;1;1;1;1")
    (error,) = checked.errors
    assert (error.row, error.column) == (3, "")
    assert "rij 2" in error.text


def test_the_long_layout_says_the_same() -> None:
    wide = check("Twente;2025-H1;ips;uwv;10;5;3;12;2")
    measures = HEADER.split(";")[4:]
    cells = zip(measures, (10, 5, 3, 12, 2), strict=True)
    rows = [f"Twente;2025-H1;ips;uwv;{measure};{value}" for measure, value in cells]
    long = check(*rows, header="regio;periode;methode;doelgroep;maat;waarde")
    assert values(long) == values(wide)


def test_outcomes_cannot_exceed_what_they_are_part_of() -> None:
    checked = check("AM05;2024-H1;ips;uwv;6;10;9;10;3", header=OUTCOMES)
    assert texts(checked) == ["werk_1u (10) is meer dan gevolgd (9). Dat kan niet. Verbeter een van beide."]


def test_a_cohort_stays_as_large() -> None:
    rows = ("AM05;2024-H1;ips;uwv;6;10;9;8;3", "AM05;2024-H1;ips;uwv;12;11;9;8;3")
    (error,) = check(*rows, header=OUTCOMES).errors
    assert (error.row, error.column) == (3, "cohort")
