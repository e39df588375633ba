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


# --- totals


def test_a_total_without_parts_is_accepted() -> None:
    assert check("Twente;2025;totaal;totaal;10;5;3;12;2").ok


def test_a_total_that_adds_up_is_accepted_in_every_direction() -> None:
    rows = [
        *(
            "Twente;2025;ips;uwv;1;2;3;0;1",
            "Twente;2025;ips;gemeente;4;5;6;3;1",
            "Twente;2025;overig;uwv;7;8;9;6;1",
        ),
        *("Twente;2025;ips;totaal;5;7;9;3;2", "Twente;2025;totaal;uwv;8;10;12;6;2"),
        *("Twente;2025;overig;totaal;7;8;9;6;1", "Twente;2025;totaal;gemeente;4;5;6;3;1"),
        "Twente;2025;totaal;totaal;12;15;18;9;3",
    ]
    checked = check(*rows)
    assert checked.ok, checked.report.lines()
    for place in (3, 4, 7):
        wrong = list(rows)
        wrong[place] = wrong[place].rpartition(";")[0] + ";0"
        assert any("Het totaal is 0" in text for text in texts(check(*wrong)))


def test_a_total_of_parts_that_are_missing_can_only_be_too_small() -> None:
    parts = ("Twente;2025;ips;uwv;10;x;0;5;0", "Twente;2025;overig;uwv;3;4;0;1;0")
    assert check(*parts, "Twente;2025;totaal;uwv;13;9;0;6;0").ok
    (error,) = check(*parts, "Twente;2025;totaal;uwv;13;3;0;6;0").errors
    assert (error.row, error.column) == (4, "gestart")


# --- overlapping periods


def test_overlapping_periods_are_accepted_only_when_complete_and_in_agreement() -> None:
    halves = ("Twente;2025-H1;ips;uwv;10;5;3;12;2", "Twente;2025-H2;ips;uwv;12;6;8;10;3")
    assert check(*halves, "Twente;2025;ips;uwv;10;11;11;10;5").ok
    (error,) = check(halves[0], "Twente;2025;ips;uwv;10;11;11;10;5").errors
    assert "2025 overlapt met 1e halfjaar 2025" in error.text
    wrong = check(*halves, "Twente;2025;ips;uwv;10;12;12;10;5").errors
    assert {(problem.row, problem.column) for problem in wrong} >= {(4, "gestart"), (4, "beeindigd")}


def test_quarters_may_fill_the_gap_that_a_half_year_leaves() -> None:
    rows = (
        *("Twente;2025-H1;ips;uwv;10;5;3;12;2", "Twente;2025-Q3;ips;uwv;12;1;1;12;0"),
        *("Twente;2025-Q4;ips;uwv;12;5;7;10;3", "Twente;2025;ips;uwv;10;11;11;10;5"),
    )
    assert check(*rows).ok
    assert not check(*rows[:2], rows[3]).ok


def test_the_whole_and_its_parts_may_be_split_differently() -> None:
    halves = ("Twente;2025-H1;ips;uwv;10;5;3;12;2", "Twente;2025-H2;ips;uwv;12;6;8;10;3")
    assert check(*halves, "Twente;2025;totaal;totaal;10;11;11;10;5").ok
    assert not check(*halves, "Twente;2025;totaal;totaal;10;99;99;10;5").ok


# --- what was delivered before

BEFORE = ("AM05", "2024-H2", "ips", "uwv", "", 0)


def test_the_start_is_compared_with_the_end_of_the_period_before() -> None:
    row = "Twente;2025-H1;ips;uwv;10;5;3;12;2"
    assert not check(row).warnings
    assert not check(row, previous=[(*BEFORE, "eindstand", 10.0, "waarde")]).warnings
    (warning,) = check(row, previous=[(*BEFORE, "eindstand", 9.0, "waarde")]).warnings
    assert (warning.column, warning.check) == ("beginstand", "aansluiting")
    assert "2e halfjaar 2024 was 9" in warning.text


def test_hidden_figures_are_never_compared_with() -> None:
    row = "Twente;2025-H1;ips;uwv;10;5;3;12;2"
    hidden = [(*BEFORE, measure, None, "afgeschermd") for measure in HEADER.split(";")[4:]]
    assert not check(row, previous=hidden).problems


def test_a_jump_over_a_factor_three_is_a_warning() -> None:
    before = [("AM05", "2024-H1", "ips", "uwv", "", 0, "gestart", 20.0, "waarde")]
    assert not check("Twente;2025-H1;ips;uwv;0;60;0;60;0", previous=before).warnings
    (warning,) = check("Twente;2025-H1;ips;uwv;0;61;0;61;0", previous=before).warnings
    assert (warning.column, warning.check) == ("gestart", "sprong")
    (warning,) = check("Twente;2025-H1;ips;uwv;0;6;0;6;0", previous=before).warnings
    assert "In 1e halfjaar 2024 was het 20" in warning.text


def test_a_jump_between_a_few_people_says_nothing() -> None:
    before = [("AM05", "2024-H1", "ips", "uwv", "", 0, "gestart", 1.0, "waarde")]
    assert not check("Twente;2025-H1;ips;uwv;0;9;0;9;0", previous=before).warnings


def test_what_the_file_replaces_is_not_compared_with() -> None:
    same = [("AM05", "2025", "ips", "uwv", "", 0, "gestart", 500.0, "waarde")]
    assert not check("Twente;2025;ips;uwv;0;6;0;6;0", previous=same).problems


def test_an_overlap_with_what_was_delivered_before_is_refused() -> None:
    year = [
        (*("AM05", "2024", "ips", "uwv", "", 0), measure, float(value), "waarde")
        for measure, value in zip(HEADER.split(";")[4:], (10, 11, 11, 10, 5), strict=True)
    ]
    (error,) = check("Twente;2024-H1;ips;uwv;10;5;3;12;2", previous=year).errors
    assert (error.row, error.check) == (2, "overlap_onvolledig")
    halves = ("Twente;2024-H1;ips;uwv;10;5;3;12;2", "Twente;2024-H2;ips;uwv;12;6;8;10;3")
    assert check(*halves, previous=year).ok
    assert check("Flevoland;2024-H1;ips;uwv;10;5;3;12;2", previous=year).ok
