"""Editions laid beside each other give nobody away: every withheld count is attacked, none is sampled."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from sdw import __main__ as cli
from sdw.indicators import figures, older
from sdw.indicators.figures import Figure
from sdw.reference import regions
from sdw.reference.status import Status
from sdw.steward import attacking, counting, publish
from sdw.store import editions
from sdw.store.editions import Edition
from tests.worlds import editions as small
from tests.worlds import store as world
from tests.worlds.deliveries import PLACES, Insider, delivery, hidden_keys, of_region, safe
from tests.worlds.figures import figure

EXAMPLES = Path(__file__).parents[1] / "data" / "examples" / "trajecten_voorbeeld.csv"


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
    assert safe(attacking.on(second, [first]))
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
    assert safe(attacking.on(second, [first]))
    old_ones = [one for one in _national(second) if one.is_older]
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
    assert safe(attacking.on(third, [first]))
    assert safe(attacking.on(third, [second]))
    assert {one.coverage for one in _national(third)} >= {"5/35", "7/35"}


def test_three_editions_each_with_a_correction_give_nobody_away() -> None:
    rows = delivery(6)
    world.deliver(rows)
    out = [publish.publish("2026-een")]
    for number, change in enumerate((_corrected, _upward)):
        world.deliver(change(of_region(rows, PLACES[number])), name=f"correctie-{number}.csv")
        out.append(publish.publish(f"2026-na-{number}"))
    assert out[2].fact("protected_beside") == "2026-na-0,2026-een"
    assert safe(attacking.on(out[2], out[:2]))
    command = ["privacy", "attack", "--edition", "2026-na-1", "--with", "2026-een", "--with", "2026-na-0"]
    assert cli.main([*command, "--sample", "20", "--insider"]) == cli.DONE


def test_an_edition_that_changed_nothing_is_not_protected_beside_twice() -> None:
    world.deliver(delivery(7, PLACES[:2]))
    first, again = publish.publish("2026-een"), publish.publish("2026-twee")
    third = publish.publish("2026-drie")
    assert again.fact("protected_beside") == "2026-een"
    assert third.fact("protected_beside") == "2026-twee"
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
        told = [attacking.shown(one) for one in out]
        assert safe(attacking.seen(out, told))
        known = attacking.seen(out, told, same=Insider(delivered))
        assert safe(known)
        assert attacking.on(out[-1], out[:-1], insider=True).findings == known.findings


def test_a_correction_of_the_shipped_figures_gives_nobody_away(tmp_path: Path) -> None:
    lines = EXAMPLES.read_text(encoding="utf-8-sig").splitlines()
    chance = random.Random(3)
    changed = [lines[0], *(_other_placement(line, chance) for line in lines[1:])]
    corrected = tmp_path / "gecorrigeerd.csv"
    corrected.write_text("\n".join(changed), encoding="utf-8")
    out = []
    for number, file in enumerate((EXAMPLES, corrected)):
        assert cli.main(["import", str(file)]) == cli.DONE
        out.append(publish.publish(f"2026-na-{number}"))
    found = attacking.on(out[1], out[:1])
    assert found.hidden > 3000
    assert safe(found)
    kept = [one for one in attacking.shown(out[1]) if one.older]
    assert kept, "some corrected values stay behind: nothing else shows that the attack knows them"


def _other_placement(line: str, chance: random.Random) -> str:
    *before, placed = line.split(";")
    if chance.random() < 0.1 and placed.isdigit() and int(placed):
        placed = str(max(0, int(placed) + chance.choice((-1, 1))))
    return ";".join([*before, placed])


def _national(edition: Edition) -> list[figures.Figure]:
    return [
        replace(one, edition="", bound_low=None, bound_high=None)
        for measure in counting.MEASURES
        for one in figures.select(edition, measure, region="NL")
        if one.value is not None
    ]


def _hand_made(folder: Path, total: float, **methods: Figure) -> Edition:
    """Twente 2025 by method: 12, 0, 20 and 15 make 47, with other figures where given."""
    values = {"ips": 12, "jobcoaching": 0, "werk_als_beste_zorg": 20, "overig": 15}
    parts = {name: figure(value, method=name) for name, value in values.items()} | methods
    return small.build(folder, [figure(total), *parts.values()], folder.name, rounding="0")


@pytest.mark.parametrize(("total", "known"), [(49, []), (37, [5])])
def test_what_an_older_value_stands_in_for_is_no_secret_unless_it_is_small(
    tmp_path: Path, total: float, known: list[float]
) -> None:
    old = figure(15, method="overig", source=older.source_of("bron", ["2026-a"]))
    edition = _hand_made(tmp_path / "2026-b", total, overig=old)
    found = attacking.seen([edition], [attacking.shown(edition)])
    assert [(one.key[3], one.low) for one in found.findings] == [("overig", total - 32)]
    assert [one.low for one in found.pinned] == known


def test_what_another_edition_shows_is_no_secret(tmp_path: Path) -> None:
    first = _hand_made(tmp_path / "2026-a", 47)
    hidden = figure(None, Status.SUPPRESSED, method="jobcoaching")
    second = _hand_made(tmp_path / "2026-b", 47, jobcoaching=hidden)
    assert [one.low for one in attacking.seen([second], [attacking.shown(second)]).pinned] == [0]
    assert attacking.seen([first, second], [attacking.shown(one) for one in (first, second)]).pinned == []
