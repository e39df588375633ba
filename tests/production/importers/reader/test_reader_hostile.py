"""A sample of `make hostile`: no traceback, nothing read wrongly, nothing over the limits."""

from __future__ import annotations

import pytest

from sdw.dissemination.ui.pages.data import file_check
from sdw.exchange.pool import readers
from tests import hostile_run
from tests.worlds import hostile, mutations

HEAVY = ("very many rows in a sheet", "a large text", "one text a million times", "millions of empty texts")
CASES = [*mutations.mutated(24, seed=7), *mutations.harmful(20, seed=7)]


@pytest.mark.parametrize("case", [case for case in CASES if case.kind not in HEAVY], ids=lambda case: case.kind)
def test_a2_a_hostile_file_is_read_right_refused_or_stopped(case: mutations.Case) -> None:
    ends: list[dict[str, float]] = []
    readers().on_end = ends.append
    try:
        assert hostile_run.outcome(case) in ("read", "refused", "stopped")
    finally:
        readers().on_end = None
    assert all(end["memory"] < 500 * 1024**2 for end in ends)


def test_a2_a_count_is_read_as_it_stands_however_it_is_written_or_refused() -> None:
    outcomes = [
        hostile_run.outcome(mutations.Case("a count", data, None)) for data in mutations.counts_as_written()
    ]
    assert set(outcomes) == {"read", "refused"}
    assert outcomes.count("read") >= 30


def test_a2_the_run_knows_a_file_that_is_read_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    case = mutations.Case("a count", hostile.sheet_of(hostile.HEADER, [hostile.ROW]), None)
    right = hostile_run.figures(case.data)
    for wrong in ([], [(right[0][0], 13.0, *right[0][2:])], [(*right[0][:2], "am06", *right[0][3:])], right * 2):
        monkeypatch.setattr(hostile_run, "figures", lambda _, wrong=wrong: wrong)
        assert hostile_run.outcome(case) == "wrong"


def test_a2_the_run_knows_a_traceback_in_what_the_page_makes_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(file_check, "report", fails)
    assert hostile_run.outcome(mutations.Case("noise", b"x", None)) == "traceback"


@pytest.mark.parametrize(
    ("changed", "bad"),
    [
        ({}, False),
        ({"outcome": "wrong"}, True),
        ({"outcome": "traceback"}, True),
        ({"outcome": "fell over"}, True),
        ({"processor": "10.01"}, True),
        ({"memory": "501"}, True),
    ],
)
def test_a2_the_run_fails_for_each_thing_that_may_not_be(changed: dict[str, str], bad: bool) -> None:
    row = {"outcome": "read", "processor": "7.0", "memory": "423"}
    assert hostile_run.is_bad(row | changed) is bad
