"""Outcomes against the attacker: nothing small follows from the rates that are shown, or from their differences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdw.disclosure import intervals
from sdw.disclosure.outcomes.outcome_cells import SHOWS, Cell, Count, Counts, Key, Part, Release, visible
from sdw.disclosure.outcomes.outcome_system import Row, build
from sdw.disclosure.outcomes.series import Decision, decide
from tests.worlds import outcomes as world
from tests.worlds.outcome_series import country, publicly

THRESHOLD = 10
EVERYBODY, IPS = Key("NL", "", "totaal", "totaal"), Key("NL", "", "ips", "totaal")


def rates(decision: Decision, cut: Key, months: int = 12) -> list[str]:
    counts = {cell.what for cell in decision.shown if (cell.months, cell.cut) == (months, cut)}
    return [name for name in SHOWS if visible(counts, name)]


def failing(releases: Sequence[Release]) -> list[Row]:
    """Small counts that an attacker with all these editions narrows down too far.

    This attacker is exact: every part is an unknown of its own, its cohort the same after any number of months.
    """
    joint = build(releases, THRESHOLD, finest=True)
    shown = np.array(
        [row.cell is not None and not row.never and row.cell in releases[row.release].shown for row in joint.rows]
    )
    primaries = np.flatnonzero(joint.system.cells.primary & ~shown)
    view = intervals.public(joint.system, ~shown)
    return [joint.rows[row] for row in intervals.attack(view, primaries).failing(joint.system).tolist()]


@pytest.mark.parametrize("seed", range(40))
def test_no_small_count_and_no_difference_can_be_calculated(seed: int) -> None:
    parts = {12: world.random_parts(seed)}
    assert failing([publicly(parts, decide(parts, THRESHOLD))]) == []


@settings(max_examples=10, deadline=None, derandomize=True)
@given(st.integers(0, 10_000))
def test_two_editions_and_all_months_together_tell_nothing_small(seed: int) -> None:
    old, new = country(seed)
    first = publicly(old, decide(old, THRESHOLD))
    decision = decide(new, THRESHOLD, [first])
    assert decision.lost == 0
    assert failing([first, publicly(new, decision)]) == []


def test_without_the_older_edition_the_attacker_finds_people() -> None:
    """The test above can fail: each edition safe by itself, the two beside each other are not."""
    found = 0
    for seed in range(6):
        old, new = country(seed, people=(40, 120))
        found += len(failing([publicly(one, decide(one, THRESHOLD)) for one in (old, new)]))
    assert found > 0


def test_what_was_withheld_stays_withheld_for_the_same_people() -> None:
    for seed in range(5):
        old, _ = country(seed)
        first = publicly(old, decide(old, THRESHOLD))
        more = {
            months: [part._replace(counts=Counts(*(3 * one for one in part.counts))) for part in parts]
            for months, parts in old.items()
        }
        assert first.withheld.isdisjoint(decide(more, THRESHOLD, [first]).shown)


def test_the_same_again_is_shown_the_same() -> None:
    for seed in range(5):
        old, _ = country(seed)
        first = publicly(old, decide(old, THRESHOLD))
        assert publicly(old, decide(old, THRESHOLD, [first])).shown == first.shown


def part(method: str, *counts: int, region: str = "AM05", group: str = "uwv", start: str = "2024-H1") -> Part:
    keys = [Key(place, "", m, "totaal") for place in (region, "NL") for m in {method, "totaal"} - {"jobcoaching"}]
    return Part(Key(region, start, method, group), Counts(*counts), tuple(sorted(keys)))


def test_a_fresh_cohort_of_a_few_people_waits() -> None:
    old = {12: [part("ips", 60, 50, 30, 20), part("jobcoaching", 80, 60, 30, 20)]}
    first = publicly(old, decide(old, THRESHOLD))
    few = {12: [*old[12], part("ips", 4, 4, 2, 1, start="2024-H2")]}
    many = {12: [*old[12], part("ips", 90, 80, 50, 30, start="2024-H2")]}
    assert rates(decide(few, THRESHOLD), IPS) == ["werk_12u", "werk_1u"]
    assert rates(decide(few, THRESHOLD, [first]), IPS) == []
    assert rates(decide(many, THRESHOLD, [first]), IPS) == ["werk_12u", "werk_1u"]


def test_a_cohort_is_equally_large_after_any_number_of_months() -> None:
    """Best and worst case after 6 months show the cohort; that three people are lost after 12 follows from it."""
    parts = {
        6: [part("ips", 100, 90, 60, 30), part("jobcoaching", 130, 115, 60, 30)],
        12: [part("ips", 100, 97, 60, 30), part("jobcoaching", 130, 110, 60, 30)],
    }
    apart = frozenset().union(*(decide({months: found}, THRESHOLD).shown for months, found in parts.items()))
    assert Cell(6, IPS, Count.COHORT) in apart
    assert failing([publicly(parts, Decision(apart))])
    together = decide(parts, THRESHOLD)
    assert failing([publicly(parts, together)]) == []
    assert Cell(6, IPS, Count.COHORT) not in together.shown
    assert rates(together, IPS, 6) == ["werk_12u", "werk_1u"]


def test_older_editions_that_give_people_away_do_not_stop_the_next_one() -> None:
    old, new = (
        {12: [part("ips", 60 + more, 50 + more, 30 + more, 20), part("jobcoaching", 80, 60, 30, 20)]}
        for more in (0, 3)
    )
    fresh = part("ips", 3, 3, 3, 0, start="2024-H2")
    new = {12: [*old[12], fresh]}
    careless = [publicly(one, decide(one, THRESHOLD)) for one in (old, new)]
    large = {12: [*new[12], part("ips", 90, 80, 50, 30, start="2025-H1")]}
    decision = decide(large, THRESHOLD, careless)
    assert decision.lost > 0
    assert rates(decision, IPS) == ["werk_12u", "werk_1u"]


def test_counting_out_every_possibility_agrees() -> None:
    """One region, two editions, a handful of people: each withheld small count has more than one possible value."""
    old = {12: [part("ips", 12, 12, 7, 4)]}
    new = {12: [part("ips", 12, 12, 7, 4), part("ips", 3, 3, 2, 1, start="2024-H2")]}
    releases = [publicly(old, decide(old, 3), least=1)]
    releases.append(publicly(new, decide(new, 3, releases), least=1))
    ways = [
        (first, fresh)
        for first in product(range(16), repeat=3)
        for fresh in product(range(16 - sum(first)), repeat=3)
        if all(_agrees(release, (first, fresh)[: number + 1]) for number, release in enumerate(releases))
    ]
    assert ((4, 3, 5), (1, 1, 1)) in ways
    assert len({sum(fresh) for _, fresh in ways}) > 1
    assert all(len({fresh[one] for _, fresh in ways}) > 1 for one in range(3))


_OF = {Count.WORK_12U: (0,), Count.NO_WORK_12U: (1, 2), Count.WORK_1U: (0, 1), Count.NO_WORK_1U: (2,)}


def _agrees(release: Release, people: Sequence[tuple[int, ...]]) -> bool:
    """Do these people (12 hours, less, none; per cohort) give what the edition shows?"""
    true = [part.counts.classes for part in release.parts[12]]
    return all(
        sum(one[i] for one in people for i in _OF.get(cell.what, (0, 1, 2)))
        == sum(one[i] for one in true for i in _OF.get(cell.what, (0, 1, 2)))
        for cell in release.shown
        if cell.what is not Count.COHORT
    )


def test_two_shown_thresholds_never_give_away_a_few_small_jobs() -> None:
    parts = [part("ips", 200, 180, 60, 55), part("jobcoaching", 200, 180, 60, 40)]
    assert rates(decide({12: parts}, THRESHOLD), IPS) == ["werk_12u"]


def test_ips_and_the_total_are_not_both_shown_where_the_rest_is_small() -> None:
    parts = [part("ips", 200, 180, 100, 60), part("jobcoaching", 40, 30, 20, 4)]
    decision = decide({12: parts}, THRESHOLD)
    both = [set(rates(decision, key)) for key in (EVERYBODY, IPS)]
    assert "werk_12u" not in both[0] & both[1]
    assert "werk_1u" in both[0] & both[1]


def test_nobody_and_everybody_at_work_are_not_shown() -> None:
    for events in (0, 50):
        decision = decide({12: [part("ips", 60, 50, events, events)]}, THRESHOLD)
        assert not any(rates(decision, cell.cut) for cell in decision.shown)


def test_a_few_people_out_of_sight_hide_the_cohort_not_the_rate() -> None:
    parts = [part("ips", 103, 100, 60, 30), part("jobcoaching", 130, 100, 50, 25)]
    decision = decide({12: parts}, THRESHOLD)
    assert "werk_12u" in rates(decision, IPS)
    assert Cell(12, IPS, Count.COHORT) not in decision.shown


def test_without_people_nothing_is_shown() -> None:
    assert decide({}, THRESHOLD).shown == frozenset()
