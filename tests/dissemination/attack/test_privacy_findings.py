"""What the attack makes of a known count: told of people, or of nobody. Hand-made editions, one rule each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sdw.dissemination.attack import attack
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.status import Status
from tests.worlds import editions as small
from tests.worlds.figures import figure

BY_METHOD = {"ips": 12, "jobcoaching": 0, "werk_als_beste_zorg": 20, "overig": 15}
OF_A = ("2026-a",)


def hand_made(folder: Path, total: Figure, *more: Figure, **methods: Figure) -> Edition:
    """Twente 2025 by method: 12, 0, 20 and 15 make 47, with other figures where given."""
    parts = {
        name: figure(value, method=name, indicator=total.indicator) for name, value in BY_METHOD.items()
    } | methods
    return small.build(folder, [total, *parts.values(), *more], folder.name, rounding="0")


def attacked(*every: Edition) -> attack.Attack:
    return attack.seen(every, [attack.shown(one) for one in every])


@pytest.mark.parametrize(("total", "known"), [(49, []), (37, [5])])
def test_what_an_older_value_stands_in_for_is_no_secret_unless_it_is_small(
    tmp_path: Path, total: float, known: list[float]
) -> None:
    edition = hand_made(tmp_path / "2026-b", figure(total), overig=figure(15, method="overig", carried_from=OF_A))
    found = attacked(edition)
    assert [(one.key[3], one.low) for one in found.findings] == [("overig", total - 32)]
    assert [one.low for one in found.pinned] == known


def test_what_another_edition_shows_is_no_secret(tmp_path: Path) -> None:
    first = hand_made(tmp_path / "2026-a", figure(50), jobcoaching=figure(3, method="jobcoaching"))
    secret = figure(None, Status.SUPPRESSED, method="jobcoaching")
    second = hand_made(tmp_path / "2026-b", figure(50), jobcoaching=secret)
    assert [one.low for one in attacked(second).pinned] == [3]
    assert attacked(first, second).pinned == []


def test_the_same_number_in_an_edition_that_counted_otherwise_does_not_excuse_it(tmp_path: Path) -> None:
    secret = figure(None, Status.SUPPRESSED, method="overig")
    changed = {"ips": figure(11, method="ips"), "overig": secret}
    first = hand_made(tmp_path / "2026-a", figure(37), overig=figure(5, method="overig"))
    second = hand_made(tmp_path / "2026-b", figure(36), **changed)
    assert [one.low for one in attacked(first, second).pinned] == [5]


def test_a_large_count_that_can_be_worked_out_tells_of_nobody_and_is_told_apart(tmp_path: Path) -> None:
    secret = figure(None, Status.SUPPRESSED, method="overig")
    found = attacked(hand_made(tmp_path / "2026-a", figure(47), overig=secret))
    assert [(one.low, one.pinned, one.large) for one in found.findings] == [(15, False, True)]


def test_that_nobody_was_placed_is_a_secret_beside_a_group_that_can_be_worked_out(tmp_path: Path) -> None:
    placed = figure(47, indicator="duurzaam_geplaatst")
    nobody = figure(None, Status.SUPPRESSED, indicator="duurzaam_geplaatst", method="jobcoaching")
    started = [figure(60), figure(None, Status.SUPPRESSED, method="jobcoaching")]
    rest = [figure(12, method="ips"), figure(20, method="werk_als_beste_zorg"), figure(15, method="overig")]
    edition = hand_made(tmp_path / "2026-a", placed, *started, *rest, jobcoaching=nobody)
    assert [(one.key[0], one.low) for one in attacked(edition).pinned] == [("duurzaam_geplaatst", 0)]


@pytest.mark.parametrize(("carried_out", "known"), [(51, [47]), (100, [])])
def test_a_known_number_is_a_secret_when_it_tells_how_few_are_left(
    tmp_path: Path, carried_out: float, known: list[float]
) -> None:
    placed = figure(47, indicator="duurzaam_geplaatst")
    first = hand_made(tmp_path / "2026-a", placed, figure(100, indicator="uitgevoerd"))
    around = figure(carried_out, indicator="uitgevoerd")
    secret = replace(placed, value=None, numerator=None, status=Status.SUPPRESSED)
    second = hand_made(tmp_path / "2026-b", secret, around)
    assert [one.low for one in attacked(first, second).pinned] == known
    third = hand_made(tmp_path / "2026-c", replace(placed, value=40, carried_from=OF_A), around)
    assert [one.low for one in attacked(third).pinned] == known


def test_that_nobody_of_a_shown_group_was_placed_is_a_secret(tmp_path: Path) -> None:
    placed = figure(47, indicator="duurzaam_geplaatst")
    secret = figure(None, Status.SUPPRESSED, indicator="duurzaam_geplaatst", method="jobcoaching")
    first = hand_made(tmp_path / "2026-a", placed, figure(0, method="jobcoaching"))
    second = hand_made(tmp_path / "2026-b", placed, figure(24, method="jobcoaching"), jobcoaching=secret)
    assert [(one.edition, one.low) for one in attacked(first, second).pinned] == [("2026-b", 0)]
