"""The road from concept to public: what each step asks, what blocks it, and what is told of it afterwards."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.dissemination.blocks import plain
from sdw.dissemination.ui.pages.data import agreed, page
from sdw.edition import editions, figures
from sdw.edition.approval import access, log, parties, release, standing
from sdw.edition.approval.standing import State
from sdw.production.publishing import publish
from sdw.production.publishing.trajectories import prior_editions
from sdw.production.steward import start, verify
from sdw.production.steward.approval import commands, moments, releasing
from sdw.production.store import backups
from sdw.text.errors import UserError
from tests.worlds import approval as world
from tests.worlds import store
from tests.worlds.approval import CONCEPT, PUBLIC, SECRET, run


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    for name in ("SDW_EDITION", "SDW_PUBLIC", "SDW_PREVIEW"):
        monkeypatch.delenv(name, raising=False)
    # Every page of two editions takes seconds: tests/dissemination/ui/test_differences.py has that.
    monkeypatch.setattr(command_line, "_compare", lambda *_: ())


def state() -> State:
    return standing.of(CONCEPT).state


def test_where_no_party_is_configured_publishing_is_public_at_once() -> None:
    assert parties.current().party == ()
    store.deliver(store.ledger("AM05", "2025", 40, 97, 30, 24))
    edition = publish.publish(PUBLIC)
    assert not edition.is_concept and editions.find() == edition
    assert standing.of(PUBLIC).state is State.PUBLIC and log.labels() == []


def test_the_whole_road(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world.make(tmp_path)
    assert state() is State.CONCEPT
    assert run("check", CONCEPT) == 1  # final numbers changed, and nobody said why
    assert run("submit", CONCEPT, "--accept", "zonder-levering") == 1
    assert run("conclude", CONCEPT) == run("open", CONCEPT) == run("agree", CONCEPT, "--party", "uwv") == 1
    world.submit()
    assert state() is State.SUBMITTED
    assert world.link()
    assert run("conclude", CONCEPT, "--accept", "zonder-levering") == 1  # parties still have days to answer
    for party in ("uwv", "Divosa"):
        assert run("agree", CONCEPT, "--party", party) == 0
    assert run("conclude", CONCEPT, "--accept", "zonder-levering") == 0
    assert state() is State.AGREED and editions.find().label == PUBLIC
    assert run("open", CONCEPT) == 0
    assert state() is State.PUBLIC
    edition = editions.find()
    assert edition.label == CONCEPT and not edition.is_concept
    assert figures.one(edition, "gestart", "AM05", "2025").value == SECRET
    assert list((tmp_path / "concepts").iterdir()) == []
    told = json.loads(release.path_of(edition.path).read_text(encoding="utf-8"))
    assert [one["state"] for one in told["states"]] == ["concept", "ter_afstemming", "afgestemd"]
    assert [(one["name"], one["answer"]) for one in told["parties"]] == [("UWV", "agreed"), ("Divosa", "agreed")]
    assert [(one["for"], one["party"]) for one in told["early_access"]] == [("directeur beleid", "UWV")]
    assert {one["name"] for one in told["warnings"]} == {"zonder-levering"}
    assert told["early_access"][0]["until"] == told["public_from"]  # then everybody can see it
    assert all(one.ok for one in verify.verify())
    capsys.readouterr()
    assert run("show") == 0
    assert f"{CONCEPT},openbaar" in capsys.readouterr().out
    assert run("withdraw", CONCEPT, "--text", "te laat") == 1  # an edition that was public is never taken back


def test_commands_of_the_steward_read_the_newest_edition_in_any_state(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.make(tmp_path)
    capsys.readouterr()
    wanted = ("figures", "--indicator", "gestart", "--region", "AM05", "--period", "2025", "--method", "ips")
    assert command_line.main([*wanted]) == 0
    assert str(SECRET) in capsys.readouterr().out
    assert run("withdraw", CONCEPT, "--text", "fout") == 0
    assert command_line.main([*wanted]) == 0
    assert str(SECRET) not in capsys.readouterr().out
    assert command_line.main([*wanted, "--edition", CONCEPT]) == 0
    assert str(SECRET) in capsys.readouterr().out


def test_an_objection_blocks_until_the_party_agrees_or_the_stuurgroep_decides(tmp_path: Path) -> None:
    world.make(tmp_path)
    world.submit()
    assert run("agree", CONCEPT, "--party", "uwv") == 0
    assert run("object", CONCEPT, "--party", "divosa", "--text", "ons cijfer klopt niet") == 0
    assert run("conclude", CONCEPT, "--accept", "zonder-levering", "--accept", "stil-divosa") == 1
    assert run("decide", CONCEPT, "--party", "uwv", "--text", "gaat door") == 1  # of whom there is no objection
    assert run("decide", CONCEPT, "--party", "divosa", "--text", "gaat door, met toelichting") == 0
    assert run("conclude", CONCEPT, "--accept", "zonder-levering") == 0
    party = releasing.told(standing.of(CONCEPT), dt.datetime.now(dt.UTC))["parties"][1]
    assert party == {"name": "Divosa", "answer": "decided", "text": "gaat door, met toelichting"}


def test_a_party_that_is_silent_after_its_date_is_a_warning_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    world.make(tmp_path)
    world.submit("--until", "31-12-2099")
    assert run("agree", CONCEPT, "--party", "uwv") == 0
    assert run("conclude", CONCEPT, "--accept", "zonder-levering", "--accept", "stil-divosa") == 1
    monkeypatch.setattr(commands, "_today", lambda: dt.date(2100, 1, 1))
    capsys.readouterr()
    assert run("conclude", CONCEPT, "--accept", "zonder-levering") == 1
    assert "stil-divosa: Divosa heeft tot en met 31 december 2099 niet geantwoord." in capsys.readouterr().err
    assert run("conclude", CONCEPT, "--accept", "zonder-levering", "--accept", "stil-uwv") == 1
    accepted = ("--accept", "zonder-levering", "--accept", "stil-divosa")
    assert run("conclude", CONCEPT, *accepted, "--by", "M. de Vries") == 0
    kept = [one for one in standing.of(CONCEPT).accepted if one["name"] == "stil-divosa"]
    assert [one["by"] for one in kept] == ["M. de Vries"]
    assert releasing.told(standing.of(CONCEPT), dt.datetime.now(dt.UTC))["parties"][1] == {
        "name": "Divosa",
        "answer": "silent",
    }


def test_an_embargo_holds_until_its_moment_and_not_a_second_longer(tmp_path: Path) -> None:
    world.make(tmp_path)
    world.conclude()
    assert run("open", CONCEPT, "--at", "1-1-2020 9.30") == run("open", CONCEPT, "--at", "morgen") == 1
    assert run("open", CONCEPT, "--at", "2099-12-03 09:30") == 0
    assert run("release") == 0 and state() is State.AGREED and editions.find().label == PUBLIC
    moment = dt.datetime(2099, 12, 3, 8, 30, tzinfo=dt.UTC)
    assert standing.of(CONCEPT).public_from == moment
    assert releasing.due(moment - dt.timedelta(seconds=1), "wie") == []
    assert (tmp_path / "concepts" / f"{CONCEPT}.duckdb").exists()
    assert releasing.due(moment, "wie") == [CONCEPT]
    assert releasing.due(moment, "wie") == []
    assert editions.find().label == PUBLIC  # by the clock of this machine its moment is still to come


def test_a_release_that_stopped_halfway_is_finished_by_the_next_one(tmp_path: Path) -> None:
    world.make(tmp_path)
    world.conclude()
    now = dt.datetime.now(dt.UTC)
    release.publish(CONCEPT, now, {})  # the file is moved; the log does not say so
    log.append(CONCEPT, log.Event(now, "embargoed", "wie", facts={"from": now.isoformat()}))
    assert releasing.due(now, "wie") == [CONCEPT]
    assert state() is State.PUBLIC and editions.find().label == CONCEPT


def test_a_new_edition_is_protected_beside_a_concept_that_somebody_saw(tmp_path: Path) -> None:
    world.make(tmp_path)
    assert run("withdraw", CONCEPT, "--text", "fout") == 0
    third = publish.publish("2026-derde")
    assert third.protected_beside == (CONCEPT, PUBLIC) and third.sequence == 3
    assert publish.free_label(dt.date(2026, 11, 28)) == f"{CONCEPT}-2"
    with pytest.raises(UserError, match="bestaat al"):
        publish.publish(CONCEPT)


def test_what_only_parties_saw_is_no_source_of_what_is_public(tmp_path: Path) -> None:
    """It is protected beside; nothing is shown or calculated from it. So too when the edition is made again."""
    world.make(tmp_path)
    third = publish.publish("2026-derde")

    def sources(again: editions.Edition | None) -> dict[str, bool]:
        with access.as_steward():
            found = prior_editions.before("aangeleverd", again, lambda *_: third)  # type: ignore[arg-type, return-value]
        return {one.edition.label: one.was_public for one in found}

    assert sources(third) == {CONCEPT: False, PUBLIC: True}
    world.conclude()
    assert run("open", CONCEPT) == 0
    assert sources(third) == {CONCEPT: False, PUBLIC: True}
    assert sources(None)[CONCEPT]
    with access.as_steward():
        assert all(one.ok for one in verify.verify())


def test_a_first_start_keeps_working_where_parties_are_configured(tmp_path: Path) -> None:
    (tmp_path / "agreement.toml").write_text(world.PARTIES, encoding="utf-8")
    store.deliver(store.ledger("AM05", "2025", 40, 97, 30, 24), origin="voorbeeld")
    assert start.is_needed()
    assert not publish.publish(PUBLIC, is_shipped=True).is_concept
    assert not start.is_needed()
    store.deliver(store.ledger("AM05", "2025", 40, 98, 30, 24))
    assert publish.publish(CONCEPT, is_shipped=True).is_concept  # what a region delivered never goes out by itself


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('id = "divosa"', 'id = "uwv"'), "approval.same_party"),
        (('name = "Divosa"', 'name = " uwv "'), "approval.same_party"),
        (('id = "uwv"', 'id = "U W V"'), "approval.bad_party"),
        (("link_days = 7", "link_days = 0"), "approval.no_days"),
        (('owner = "Stuurgroep"', 'owner = ""'), "approval.no_decision"),
        (("decided = 2026-11-27", 'decided = ""'), "approval.no_decision"),
        (("answer_days", "days"), "document.unknown"),
        (("owner = ", "owner "), "document.not_toml"),
    ],
)
def test_a_configuration_that_is_not_right_is_refused(tmp_path: Path, change: tuple[str, str], key: str) -> None:
    (tmp_path / "agreement.toml").write_text(world.PARTIES.replace(*change), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        parties.current()
    assert caught.value.key in (key, "document.missing")


@pytest.mark.parametrize("text", ["2026-03-29 02:30", "2026-10-25 02:30", "2026-02-30 10:00", "3-12-2026", "9.30"])
def test_a_moment_that_does_not_exist_or_exists_twice_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        moments.moment(text)


@pytest.mark.parametrize(("text", "hour"), [("3-12-2026 9.30", 8), ("2026-07-03T09:30", 7)])
def test_a_moment_is_in_the_time_of_the_netherlands(text: str, hour: int) -> None:
    assert moments.moment(text).hour == hour


def test_a_backup_brings_concepts_and_logs_back_and_loses_nothing_that_was_added(tmp_path: Path) -> None:
    world.make(tmp_path)
    world.submit()
    saved = backups.backup()
    assert run("agree", CONCEPT, "--party", "uwv") == 0
    after = log.path_of(CONCEPT).read_bytes()
    backups.restore(saved)
    assert log.path_of(CONCEPT).read_bytes() == after
    (tmp_path / "concepts" / f"{CONCEPT}.duckdb").unlink()
    log.path_of(CONCEPT).unlink()
    backups.restore(saved)
    assert state() is State.SUBMITTED
    with access.as_steward():
        assert editions.find().label == CONCEPT
        assert all(one.ok for one in verify.verify())
    assert run("agree", CONCEPT, "--party", "divosa") == 0
    with pytest.raises(UserError):  # two roads from the same point: none is thrown away
        other = backups.backup()
        path = log.path_of(CONCEPT)
        path.write_bytes(path.read_bytes().rpartition(b"\n{")[0] + b"\n")
        assert run("agree", CONCEPT, "--party", "uwv") == 0
        backups.restore(other)


def test_a_restored_concept_does_not_stand_beside_its_public_edition(tmp_path: Path) -> None:
    world.make(tmp_path)
    world.conclude()
    concept = backups.backup()
    assert run("open", CONCEPT) == 0
    public = backups.backup()
    backups.restore(concept)
    assert state() is State.PUBLIC and not list((tmp_path / "concepts").iterdir())
    assert editions.find().label == CONCEPT
    for path in (tmp_path / "editions").glob(f"{CONCEPT}*"):
        path.unlink()
    backups.restore(public)
    assert editions.find().label == CONCEPT


def test_verify_names_a_concept_among_the_editions_and_a_log_that_was_changed(tmp_path: Path) -> None:
    concept = world.make(tmp_path)
    with access.as_steward():
        assert all(one.ok for one in verify.verify())
        (tmp_path / "editions" / concept.path.name).write_bytes(concept.path.read_bytes())
        path = log.path_of(CONCEPT)
        path.write_text(path.read_text(encoding="utf-8").replace("databeheerder", "minister"), encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8") * 2, encoding="utf-8")
        wrong = {one.name for one in verify.verify() if not one.ok}
    assert wrong == {CONCEPT, path.name}


def test_what_is_told_with_a_public_edition_of_how_it_was_agreed(tmp_path: Path) -> None:
    world.make(tmp_path)
    world.submit()
    world.link("voorzitter")
    assert run("agree", CONCEPT, "--party", "uwv", "--by", "M. de Vries") == 0
    assert run("object", CONCEPT, "--party", "divosa", "--text", "te laag") == 0
    assert run("decide", CONCEPT, "--party", "divosa", "--text", "gaat door") == 0
    assert run("conclude", CONCEPT, "--accept", "zonder-levering") == 0
    assert run("open", CONCEPT) == 0
    edition = editions.find(CONCEPT)
    assert agreed.told(editions.find(PUBLIC)) == ()
    words = plain.page(page.page(edition, (edition,)))
    for part in (
        "UWV",
        "akkoord op",
        "De stuurgroep besliste: gaat door",
        "voorzitter",
        "31 van de 35 regio's niets",
    ):
        assert part in words
    assert "M. de Vries" not in words and "te laag" not in words  # who typed it, and the objection itself


def test_where_visitors_come_nothing_of_it_can_be_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world.make(tmp_path)
    monkeypatch.setenv("SDW_PUBLIC", "1")
    assert run("show") == run("submit", CONCEPT) == 1
