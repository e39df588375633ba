"""Periods: what they are called and how they lie in time."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.reference import periods
from sdw.reference.periods import Kind, Period
from sdw.text.errors import UserError

KINDS: dict[Kind, int] = {"year": 1, "half": 2, "quarter": 4, "month": 12}
EVERY = [
    Period(year, kind, number)
    for year in range(periods.FIRST_YEAR, periods.LAST_YEAR + 1)
    for kind, count in KINDS.items()
    for number in range(1, count + 1)
]
some_period = st.sampled_from(EVERY[7 * 50 : -7 * 50])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2025", "2025"),
        (" 2025 ", "2025"),
        ("jaar 2025", "2025"),
        ("2025JJ00", "2025"),
        ("2024jj00", "2024"),
        ("2025KW03", "2025-Q3"),
        ("2025HJ01", "2025-H1"),
        ("2025-Q3", "2025-Q3"),
        ("2025 Q3", "2025-Q3"),
        ("2025q3", "2025-Q3"),
        ("Q3 2025", "2025-Q3"),
        ("q3-2025", "2025-Q3"),
        ("KW3 2025", "2025-Q3"),
        ("2025 3e kwartaal", "2025-Q3"),
        ("3e kwartaal 2025", "2025-Q3"),
        ("3e kwartaal van 2025", "2025-Q3"),
        ("Derde kwartaal 2025", "2025-Q3"),
        ("1ste kwartaal 2025", "2025-Q1"),
        ("4de kwartaal 2025", "2025-Q4"),
        ("kwartaal 3 2025", "2025-Q3"),
        ("2025\u00a03e\u00a0kwartaal", "2025-Q3"),
        ("2025–Q3", "2025-Q3"),
        ("2025-H2", "2025-H2"),
        ("H2 2025", "2025-H2"),
        ("2025h2", "2025-H2"),
        ("2e halfjaar 2025", "2025-H2"),
        ("2025 2e halfjaar", "2025-H2"),
        ("2e half jaar 2025", "2025-H2"),
        ("tweede helft 2025", "2025-H2"),
        ("Eerste helft van 2025", "2025-H1"),
        ("2025-M03", "2025-M03"),
        ("maart 2025", "2025-M03"),
    ],
)
def test_codes_and_people_s_forms(text: str, code: str) -> None:
    assert periods.parse(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        *("", "25", "20255", "1899", "2201", "2025-13", "2025-03", "2025MM03", "2025W101", "2025-Q5"),
        *("2025-H3", "3e halfjaar 2025", "derde helft 2025", "2025KW05", "2025JJ01", "2025-1"),
        *(
            "2025/2026",
            "2025-2026",
            "kwartaal 2025",
            "Q3",
            "medio 2025",
            "2025*",
            "٢٠٢٥",
            "2025.0",
            "15-03-2025",
        ),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="2025-Q3"):
        periods.parse(text)


def test_no_region_delivers_a_month() -> None:
    assert periods.of_delivery("2025 Q3").code == "2025-Q3"
    for text in ("2025-M03", "maart 2025"):
        with pytest.raises(UserError, match="2025-Q3"):
            periods.of_delivery(text)


def test_every_period_reads_back_from_its_code_and_its_label() -> None:
    for period in EVERY:
        assert periods.parse(period.code) == period
        assert periods.parse(period.label) == period


@given(st.text(max_size=20))
def test_no_text_makes_it_fail_in_another_way(text: str) -> None:
    try:
        period = periods.parse(text)
    except UserError as refused:
        assert refused.key == "reference.unknown_period"
    else:
        assert str(period.year) in text


def test_order_is_by_first_day_and_then_shorter_first() -> None:
    shuffled = ["2025-Q2", "2025", "2026-Q1", "2025-H1", "2025-H2", "2025-Q1", "2024", "2025-Q3"]
    in_order = ["2024", "2025-Q1", "2025-H1", "2025", "2025-Q2", "2025-Q3", "2025-H2", "2026-Q1"]
    assert [p.code for p in sorted(map(periods.parse, shuffled))] == in_order


@given(some_period, some_period)
def test_order_is_total_and_agrees_with_equality(one: Period, other: Period) -> None:
    assert (one < other) + (one == other) + (one > other) == 1


@given(some_period, st.sampled_from(list(KINDS)))
def test_parts_tile_their_whole(period: Period, kind: Kind) -> None:
    if period.months < 12 // KINDS[kind]:
        with pytest.raises(ValueError, match="has no parts"):
            period.parts(kind)
        return
    parts = period.parts(kind)
    assert parts[0].start == period.start and parts[-1].end == period.end
    assert all(earlier.following() == later for earlier, later in pairwise(parts))
    assert all(period.contains(part) and period.overlaps(part) for part in parts)


@given(some_period, some_period)
def test_containment_and_overlap_are_about_days(one: Period, other: Period) -> None:
    shared = min(one.end, other.end) - max(one.start, other.start)
    assert one.overlaps(other) == other.overlaps(one) == (shared >= dt.timedelta(0))
    assert one.contains(other) == (one.start <= other.start <= other.end <= one.end)


@given(some_period)
def test_steps_in_time(period: Period) -> None:
    assert period.previous().following() == period
    assert period.following().start == period.end + dt.timedelta(days=1)
    earlier = period.year_earlier()
    assert (earlier.kind, earlier.number, earlier.year) == (period.kind, period.number, period.year - 1)
    assert earlier == period.shifted(-12 // period.months)


def test_days_of_a_quarter() -> None:
    quarter = periods.parse("2024-Q1")
    assert (quarter.start, quarter.end, quarter.months) == (dt.date(2024, 1, 1), dt.date(2024, 3, 31), 3)
    assert periods.parse("2025-H2").parts("quarter") == (
        Period(2025, "quarter", 3),
        Period(2025, "quarter", 4),
    )


@pytest.mark.parametrize(("kind", "number"), [("year", 2), ("half", 3), ("quarter", 5), ("quarter", 0)])
def test_an_impossible_period_cannot_be_made(kind: Kind, number: int) -> None:
    with pytest.raises(ValueError, match="in a year"):
        Period(2025, kind, number)
