"""Outcomes against the attacker: nothing small follows from the rates that are shown, or from their differences."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from sdw.privacy import attacker, outcomes
from sdw.privacy.outcomes import SHOWS, Count, Counts, Key, Named, Part
from tests.worlds import outcomes as world

THRESHOLD = 10
EVERYBODY, IPS = Key("NL", "", "totaal", "totaal"), Key("NL", "", "ips", "totaal")


def rates(counts: frozenset[Count]) -> list[str]:
    return [name for name, shows in SHOWS.items() if counts.issuperset(shows)]


def published(named: Named, shown: Mapping[Key, frozenset[Count]]) -> np.ndarray:
    """What a reader can see: the counts behind each rate that is shown, and the cohort beside it."""
    visible = set()
    for key, counts in shown.items():
        for rate in rates(counts):
            visible |= {(key, count) for count in SHOWS[rate]}
            visible |= {(key, Count.COHORT)} & {(key, count) for count in counts}
    balances = [name is None for name in named.names]
    empty = [
        name is not None and value == 0 and name[1] is Count.FOLLOWED
        for name, value in zip(named.names, named.system.cells.value, strict=True)
    ]
    return np.array([name in visible for name in named.names]) | np.array(balances) | np.array(empty)


@pytest.mark.parametrize("seed", range(40))
def test_no_small_count_and_no_difference_can_be_calculated(seed: int) -> None:
    parts = world.random_parts(seed)
    named = outcomes.system(parts, THRESHOLD)
    visible = published(named, outcomes.shown(parts, THRESHOLD))
    primaries = np.flatnonzero(named.system.cells.primary)
    view = attacker.public(named.system, ~visible)
    assert list(attacker.attack(view, primaries).failing(named.system)) == []


def test_the_attacker_finds_what_is_left_unprotected() -> None:
    """The test above can fail: with everything shown, small counts are known exactly."""
    parts = [part("ips", 60, 50, 12, 7), part("jobcoaching", 60, 50, 20, 15)]
    named = outcomes.system(parts, THRESHOLD)
    hidden = np.zeros(named.system.size, dtype=bool)
    primaries = np.flatnonzero(named.system.cells.primary)
    assert len(attacker.attack(attacker.public(named.system, hidden), primaries).failing(named.system))


def part(method: str, *counts: int, region: str = "AM05", group: str = "uwv") -> Part:
    keys = [Key(place, "", m, "totaal") for place in (region, "NL") for m in {method, "totaal"} - {"jobcoaching"}]
    return Part(method, group, Counts(*counts), tuple(sorted(keys)))


def test_two_shown_thresholds_never_give_away_a_few_small_jobs() -> None:
    parts = [part("ips", 200, 180, 60, 55), part("jobcoaching", 200, 180, 60, 40)]
    assert rates(outcomes.shown(parts, THRESHOLD)[IPS]) == ["werk_12u"]


def test_ips_and_the_total_are_not_both_shown_where_the_rest_is_small() -> None:
    parts = [part("ips", 200, 180, 100, 60), part("jobcoaching", 40, 30, 20, 4)]
    shown = outcomes.shown(parts, THRESHOLD)
    both = [set(rates(shown.get(key, frozenset()))) for key in (EVERYBODY, IPS)]
    assert "werk_12u" not in both[0] & both[1]
    assert "werk_1u" in both[0] & both[1]


def test_nobody_and_everybody_at_work_are_not_shown() -> None:
    for events in (0, 50):
        shown = outcomes.shown([part("ips", 60, 50, events, events)], THRESHOLD)
        assert not any(rates(counts) for counts in shown.values())


def test_a_few_people_out_of_sight_hide_the_cohort_not_the_rate() -> None:
    parts = [part("ips", 103, 100, 60, 30), part("jobcoaching", 130, 100, 50, 25)]
    shown = outcomes.shown(parts, THRESHOLD)
    assert "werk_12u" in rates(shown[IPS])
    assert Count.COHORT not in shown[IPS]


def test_without_people_nothing_is_shown() -> None:
    assert outcomes.shown([], THRESHOLD) == {}
