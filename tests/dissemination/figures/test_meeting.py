"""What a steering group sees of two editions: exactly what was changed, as published and over the same regions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.dissemination.figures.meeting import agenda, attention, changes, moves, statements
from sdw.dissemination.figures.meeting.agenda import Meeting, Point, Rule
from sdw.dissemination.figures.meeting.changes import Kind
from sdw.dissemination.figures.meeting.statements import Held, Said, Verdict
from sdw.dissemination.figures.record import releases
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Source
from sdw.edition.figures import Figure
from sdw.production.publishing import publish
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from tests.worlds import store
from tests.worlds.deliveries import PLACES, delivery
from tests.worlds.edition import store_at
from tests.worlds.figures import figure, nation
from tests.worlds.record import published, shown

ABSENT, HIDDEN, PROVISIONAL = Status.NOT_DELIVERED, Status.SUPPRESSED, Status.PROVISIONAL
DAY = dt.date(2026, 11, 28)
REVISED, NEW, FINAL, GONE, RENAMED, KEPT, SAME, WITHHELD = CODES[:8]
Listed = set[tuple[str, str, str, float | None, float | None]]


def listed(older: Edition, newer: Edition) -> Listed:
    """(kind, region, period, before, now) of every change of a region."""
    return {
        (
            change.kind.value,
            region.code,
            change.figure.period,
            change.before.value if change.before else None,
            change.now.value if change.now else None,
        )
        for region in changes.of_regions(older, newer)
        for change in region.changes
    }


@pytest.fixture
def both(tmp_path: Path) -> tuple[Edition, Edition]:
    """A half-year of eight regions, of which each changed in its own way; its year follows where it is there."""
    first = shown("2025-H1", {REVISED: 40, NEW: ABSENT, GONE: 50, RENAMED: 60, SAME: 80, WITHHELD: ABSENT})
    first += shown("2025-H1", {FINAL: 30, KEPT: 70}, status=PROVISIONAL)
    first += [*shown("2025", {REVISED: 90, SAME: 150}), nation(330, 6, period="2025-H1")]
    second = shown("2025-H1", {REVISED: 46, NEW: 55, FINAL: 30, GONE: HIDDEN, SAME: 80, WITHHELD: HIDDEN})
    second += shown("2025-H1", {RENAMED: 60}, cited=Source("anders", ("Een andere bron",)))
    second += shown("2025-H1", {KEPT: 70}, carried_from=("2025-voorjaar",))
    second += [*shown("2025", {REVISED: 96, SAME: 150}), nation(341, 6, period="2025-H1")]
    newer, older = published(tmp_path, first, second)
    return older, newer


def test_exactly_what_was_changed_is_listed_and_of_the_half_year_alone(both: tuple[Edition, Edition]) -> None:
    assert listed(*both) == {
        ("revised", REVISED, "2025-H1", 40, 46),
        ("new", NEW, "2025-H1", None, 55),
        ("new", WITHHELD, "2025-H1", None, None),
        ("final", FINAL, "2025-H1", 30, 30),
        ("gone", GONE, "2025-H1", 50, None),
        ("defined", RENAMED, "2025-H1", 60, 60),
    }


def test_the_other_way_round_it_is_the_same_the_other_way_round(both: tuple[Edition, Edition]) -> None:
    older, newer = both
    back = listed(newer, older)
    assert ("revised", REVISED, "2025-H1", 46, 40) in back
    assert ("gone", NEW, "2025-H1", 55, None) in back
    assert listed(older, older) == set() and listed(newer, newer) == set()


def test_a_national_count_is_told_as_published_and_over_the_same_regions(both: tuple[Edition, Edition]) -> None:
    (found,) = moves.twice(*both)
    assert (found.before.value, found.now.value, found.joined) == (330, 341, 0)
    # Those of which both editions show a number of their own: not what came, went, or is still of the older one.
    same = {REVISED: (40, 46), FINAL: (30, 30), RENAMED: (60, 60), SAME: (80, 80)}
    assert found.step.regions == len(same)
    assert (found.step.first, found.step.now) == tuple(map(sum, zip(*same.values(), strict=True)))


def test_every_national_figure_that_moved_is_there_per_edition(both: tuple[Edition, Edition]) -> None:
    older, newer = both
    (move,) = moves.of(releases.line(newer, both))
    assert move.has_moved and [one.value for one in move.figures] == [330, 341]
    assert [one.has_moved for one in moves.of((older, older))] == [False]


def test_a_name_or_unit_that_an_edition_tells_otherwise_is_another_definition(tmp_path: Path) -> None:
    newer, older = published(tmp_path, shown("2025", [100.0] * 4), shown("2025", [100.0] * 4))
    assert listed(older, newer) == set()
    told = changes.told_of(older)
    assert told["gestart"] == ("Gestarte trajecten", "trajecten")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            changes, "told_of", lambda one: told | ({"gestart": ("Trajecten", "stuks")} if one == newer else {})
        )
        changes.of_regions.cache_clear()
        assert {kind for kind, *_ in listed(older, newer)} == {"defined"}
        assert changes.defined(older, newer, "gestart") == (told["gestart"], ("Trajecten", "stuks"))
    changes.of_regions.cache_clear()


def test_published_by_the_steward_around_known_changes_the_list_is_exactly_those(tmp_path: Path) -> None:
    """By the real road, with protection: one count higher, one region more, one half-year more."""
    late, other, *_ = PLACES
    rows = delivery(2, size=(2.0, 3.0))
    known = [row for row in rows if row["period"] < "2025-H2" and row["region"] != late]
    higher = [
        row | {"value": row["value"] + 20}
        if (row["region"], row["period"], row["method"], row["client_group"], row["measure"])
        == (other, "2025-H1", "ips", "uwv", "duurzaam_geplaatst")
        else row
        for row in rows
    ]
    with store_at(tmp_path):
        store.deliver(known, name="eerst.csv")
        older = publish.publish("2025-najaar")
        store.deliver(higher, name="later.csv")
        newer = publish.publish("2026-voorjaar")
        found = listed(older, newer)
    new = {(region, period) for kind, region, period, *_ in found if kind == Kind.NEW}
    halves = {str(row["period"]) for row in rows}
    assert new == {(code, "2025-H2") for code in PLACES[1:]} | {(late, half) for half in halves}
    assert {one[:3] for one in found if one[0] != Kind.NEW} == {("revised", other, "2025-H1")}
    ((*_, was, now),) = (one for one in found if one[0] == Kind.REVISED)
    assert was is not None and now == was + 20


def test_a_sentence_holds_is_final_changed_or_unsaid() -> None:
    star, plain = figure(97, PROVISIONAL), figure(97)

    def verdict(was: Said, now: Said | None) -> Verdict:
        return Held("region", "AM05", "2025", was, now).verdict

    assert verdict(Said("97", (plain,)), Said("97", (plain,))) is Verdict.HOLDS
    assert verdict(Said("97*", (star,)), Said("97", (plain,))) is Verdict.FINAL
    assert verdict(Said("97*", (star,)), Said("98", (replace(plain, value=98.0),))) is Verdict.CHANGED
    assert verdict(Said("97", (plain,)), Said("zevenennegentig", (plain,))) is Verdict.CHANGED
    assert verdict(Said("97", (plain,)), None) is Verdict.UNSAID


def test_of_sentences_those_that_rest_on_what_changed_no_longer_hold(tmp_path: Path) -> None:
    first = [*shown("2025", [100, 120, 80]), *shown("2025", [50, 60, 40], "duurzaam_geplaatst")]
    second = [*shown("2025", [100, 125, 80]), *shown("2025", [50, 60, 40], "duurzaam_geplaatst")]
    newer, older = published(
        tmp_path,
        [*first, nation(300, 3), nation(150, 3, indicator="duurzaam_geplaatst")],
        [*second, nation(305, 3), nation(150, 3, indicator="duurzaam_geplaatst")],
    )
    found = statements.between(older, newer)
    gone = {(one.name, one.region) for one in found if one.verdict is not Verdict.HOLDS}
    assert gone == {("nation", "NL"), ("toward", "NL"), ("region", CODES[1])}
    assert {one.verdict for one in statements.between(older, older)} == {Verdict.HOLDS}


def meeting(*every: Edition) -> Meeting:
    newer, *older = every
    return Meeting(newer, older[0] if older else None, DAY)


def rules_of(found: Meeting) -> list[str]:
    return [rule.name for rule, _ in agenda.of(found).points]


def whole(values: list[float], **facts: object) -> list[Figure]:
    return [*shown("2025", values, **facts), nation(sum(values), len(values))]


def test_without_anything_to_talk_about_there_is_no_point(tmp_path: Path) -> None:
    values = [100.0 + place for place in range(35)]
    found = meeting(*published(tmp_path, whole(values), whole(values)))
    assert agenda.of(found) == agenda.Agenda((), 0)


def test_each_rule_finds_what_it_says_and_no_less_than_that(tmp_path: Path) -> None:
    values: list[float] = [100.0] * 35
    less, more = [110.0, *values[1:]], [111.0, *values[1:]]
    for number, (now, expected) in enumerate(((less, []), (more, ["revised"]))):
        assert rules_of(meeting(*published(tmp_path / str(number), whole(values), whole(now)))) == expected
    late = [*shown("2025", [*values[1:], ABSENT]), nation(3400, 34)]
    (edition,) = published(tmp_path / "late", late)
    (found,) = agenda.of(meeting(edition)).points
    assert found[0].name == "late" and found[1].choices == (("regio", CODES[-1]), ("periode", "2025"))
    assert "1 van de 35 regio's" in found[1].words and found[1].page == "regio"


def test_there_is_room_for_five_and_the_first_rules_go_first(both: tuple[Edition, Edition]) -> None:
    rules = tuple(Rule(f"r{number}", lambda _: Point("", "doelen")) for number in range(7))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agenda, "RULES", (Rule("never", lambda _: None), *rules))
        agenda.of.cache_clear()
        found = agenda.of(meeting(*reversed(both)))
    agenda.of.cache_clear()
    assert [rule.name for rule, _ in found.points] == ["r0", "r1", "r2", "r3", "r4"] and found.more == 2


def test_a_target_is_out_of_reach_from_90_percent_on(tmp_path: Path) -> None:
    def edition(chance: float) -> Edition:
        expected = nation(900, 30, period="2026", indicator="verwacht_gestart", low=800.0, high=1000.0)
        said = nation(chance, 30, period="2026", indicator="kans_gestart")
        return published(tmp_path / str(chance), [expected, said])[0]

    assert [bool(attention.out_of_reach(edition(chance))) for chance in (10.0, 11.0)] == [True, False]
