"""Editions laid beside each other give nobody away: every withheld count is attacked, none is sampled."""

from __future__ import annotations

import random
from dataclasses import astuple, replace
from pathlib import Path

import pytest

from sdw import __main__ as cli
from sdw.dissemination.attack import attack
from sdw.edition import editions, figures, paths
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.publishing.trajectories import totals
from sdw.production.steward.privacy import knowing
from sdw.production.store import private
from sdw.reference.areas import regions
from tests.worlds import examples
from tests.worlds import store as world
from tests.worlds.deliveries import PERIODS, PLACES, InformedIntruder, delivery, hidden_keys, of_region, safe
from tests.worlds.edition import GROUPS, METHODS


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def _corrected(rows: list[world.Observation]) -> list[world.Observation]:
    return [row | {"value": row["value"] + 2} if row["measure"] == "duurzaam_geplaatst" else row for row in rows]


def _upward(rows: list[world.Observation]) -> list[world.Observation]:
    return [
        row | {"value": row["value"] + 12}
        if row["measure"] == "duurzaam_geplaatst" and row["method"] == "overig" and row["period"] == "2025-H1"
        else row
        for row in rows
    ]


@pytest.mark.parametrize("change", [_corrected, _upward])
def test_two_editions_around_a_correction_give_nobody_away(change: object) -> None:
    rows = delivery(2)
    world.deliver(rows)
    first = publish.publish("2026-een")
    world.deliver(change(of_region(rows, PLACES[2])), name="correctie.csv")  # type: ignore[operator]
    second = publish.publish("2026-twee")
    assert safe(attack.on(second, [first]))
    assert hidden_keys(first) <= hidden_keys(second), "a hidden cell stays hidden, however large it became"
    kept = int(second.fact("kept_old_value"))
    marked = {row[:2] for row in editions.query(second, "edition_remarks") if row[2] == "correctie_volgt"}
    assert bool(kept) == bool(marked)


def test_two_editions_around_a_late_region_give_nobody_away() -> None:
    rows = delivery(3)
    late = PLACES[4]
    world.deliver([row for row in rows if row["region"] != late])
    first = publish.publish("2026-een")
    world.deliver(of_region(rows, late), name="laat.csv")
    second = publish.publish("2026-twee")
    assert safe(attack.on(second, [first]))
    old_ones = [one for one in _national(second) if one.is_carried_over]
    assert int(second.fact("kept_old_value")) == len(old_ones) > 0
    assert {one.coverage for one in old_ones} == {"5/35"}, "the old value says of how many regions it is"
    assert {one.coverage for one in _national(second)} == {"5/35", "6/35"}


def test_a_third_edition_does_not_show_what_the_second_kept_back() -> None:
    rows = delivery(3)
    late = PLACES[4]
    world.deliver([row for row in rows if row["region"] != late])
    first = publish.publish("2026-een")
    world.deliver(of_region(rows, late), name="laat.csv")
    second = publish.publish("2026-twee")
    world.deliver(world.ledger(regions.CODES[20], "2025-H1", 300, 90, 80, 60), name="nieuw.csv")
    third = publish.publish("2026-drie")
    assert int(third.fact("kept_old_value")) >= int(second.fact("kept_old_value"))
    assert safe(attack.on(third, [first]))
    assert safe(attack.on(third, [second]))
    assert {one.coverage for one in _national(third)} >= {"5/35", "7/35"}


def test_three_editions_each_with_a_correction_give_nobody_away() -> None:
    rows = delivery(6)
    world.deliver(rows)
    out = [publish.publish("2026-een")]
    for number, change in enumerate((_corrected, _upward)):
        world.deliver(change(of_region(rows, PLACES[number])), name=f"correctie-{number}.csv")
        out.append(publish.publish(f"2026-na-{number}"))
    assert out[2].protected_beside == ("2026-na-0", "2026-een")
    assert safe(attack.on(out[2], out[:2]))
    command = ["privacy", "attack", "--edition", "2026-na-1", "--with", "2026-een", "--with", "2026-na-0"]
    assert cli.main([*command, "--sample", "20", "--insider"]) == cli.DONE


def test_an_edition_that_changed_nothing_is_not_protected_beside_twice() -> None:
    world.deliver(delivery(7, PLACES[:2]))
    first, again = publish.publish("2026-een"), publish.publish("2026-twee")
    third = publish.publish("2026-drie")
    assert again.protected_beside == ("2026-een",)
    assert third.protected_beside == ("2026-twee",)
    assert hidden_keys(first) == hidden_keys(third)


def _by_one(rows: list[world.Observation], chance: random.Random) -> list[world.Observation]:
    """One more or one less person in about a tenth of the placements."""
    return [
        row | {"value": max(0, row["value"] + chance.choice((-1, 1)))}  # type: ignore[operator]
        if row["measure"] == "duurzaam_geplaatst" and row["value"] and chance.random() < 0.1
        else row
        for row in rows
    ]


@pytest.mark.parametrize("seed", range(6))
def test_small_corrections_give_nobody_away_to_an_insider_either(seed: int) -> None:
    chance = random.Random(seed)
    delivered = [delivery(seed)]
    for _ in range(2):
        delivered.append(_by_one(delivered[-1], chance))
    out = []
    for number, rows in enumerate(delivered):
        world.deliver(rows, name=f"levering-{number}.csv")
        out.append(publish.publish(f"2026-na-{number}"))
        told = [attack.shown(one) for one in out]
        assert safe(attack.seen(out, told))
        known = attack.seen(out, told, same=InformedIntruder(delivered))
        assert safe(known)
        assert knowing.on(out[-1], out[:-1], insider=True).findings == known.findings


def test_a_correction_of_the_shipped_figures_gives_nobody_away(tmp_path: Path) -> None:
    lines = examples.lines()
    chance = random.Random(3)
    changed = [lines[0], *(_other_placement(line, chance) for line in lines[1:])]
    out = []
    for number, told in enumerate((lines, changed)):
        file = tmp_path / f"levering-{number}.csv"
        file.write_text("\n".join(told), encoding="utf-8")
        assert cli.main(["import", str(file)]) == cli.DONE
        out.append(publish.publish(f"2026-na-{number}"))
    found = attack.on(out[1], out[:1])
    assert found.hidden > 3000
    assert safe(found)
    kept = [one for one in attack.shown(out[1]) if one.carried_over]
    assert kept, "some corrected values stay behind: nothing else shows that the attack knows them"


def _other_placement(line: str, chance: random.Random) -> str:
    *before, placed = line.split(";")
    if chance.random() < 0.1 and placed.isdigit() and int(placed):
        placed = str(max(0, int(placed) + chance.choice((-1, 1))))
    return ";".join([*before, placed])


def _national(edition: Edition) -> list[figures.Figure]:
    return [
        replace(one, edition="", bound_low=None, bound_high=None)
        for measure in totals.MEASURES
        for one in figures.select(edition, measure, region="NL")
        if one.value is not None
    ]


def test_an_undone_correction_takes_nothing_from_the_protection_of_the_next(tmp_path: Path) -> None:
    rows, chance = delivery(0), random.Random(0)
    world.deliver(rows, name="een.csv")
    out = [publish.publish("2026-een")]
    world.deliver(_by_one(rows, chance), name="twee.csv")
    out.append(publish.publish("2026-twee"))
    with private.writer() as connection:
        private.undo(connection, max(out[1].batches))
    out.append(publish.publish("2026-drie"))
    world.deliver(_by_one(rows, chance), name="vier.csv")
    out.append(publish.publish("2026-vier"))
    assert out[3].protected_beside == ("2026-drie", "2026-twee", "2026-een")
    assert _with_a_value(out[0]) <= _with_a_value(out[3]), "what is out does not disappear"
    for insider in (False, True):
        assert safe(knowing.on(out[3], out[:1], insider=insider))
        assert safe(knowing.on(out[3], out[:3], insider=insider))
    for edition in out:
        assert publish.is_made_again(edition)


def _with_a_value(edition: Edition) -> set[tuple[str, ...]]:
    return {
        (one.indicator, one.region, one.period, one.method, one.client_group)
        for measure in totals.MEASURES
        for one in figures.select(edition, measure)
        if one.value is not None
    }


def _alike(region: str, **started: int) -> list[world.Observation]:
    """A region with 40 started in every cell and half-year, or as many as its method has."""
    return [
        row
        for method in METHODS
        for group in GROUPS
        for period in PERIODS
        for many in [started.get(method, 40)]
        for row in world.ledger(region, period, 200, many, many, many // 2, method=method, client_group=group)
    ]


def test_a_late_region_with_few_people_gives_no_false_alarm() -> None:
    world.deliver([row for code in PLACES[:5] for row in _alike(code)])
    first = publish.publish("2026-een")
    world.deliver(_alike(PLACES[5], ips=1), name="laat.csv")
    second = publish.publish("2026-twee")
    kept = {one[:5] for one in map(astuple, attack.shown(second)) if one[-1]}
    assert ("gestart", "NL", "2025", "ips", "totaal") in kept
    for others in ([], [first]):
        found = attack.on(second, others)
        assert safe(found)
        counted = {one for one in kept if one[0] in totals.MEASURES}
        assert counted <= {one.key for one in found.findings if one.edition == second.label}


def test_an_insider_without_the_deliveries_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    rows = delivery(2, PLACES[:2])
    for number, delivered in enumerate((rows, _by_one(rows, random.Random(1)))):
        world.deliver(delivered, name=f"{number}.csv")
        publish.publish(f"2026-na-{number}")
    paths.private_file().unlink()
    command = ["privacy", "attack", "--edition", "2026-na-1", "--with", "2026-na-0"]
    assert cli.main(command) == cli.DONE
    assert cli.main([*command, "--insider"]) == cli.REFUSED
    assert "De opslag private.duckdb ontbreekt" in capsys.readouterr().err
