"""The store hands out no concept, whatever asks it: no page stands between it and these tests."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from sdw.dissemination.blocks import plain
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.pages.progress import overview
from sdw.edition import editions, figures, seals
from sdw.edition.approval import access, log, release
from sdw.edition.approval.log import Event
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.text.errors import UserError
from tests.worlds import approval as world
from tests.worlds.approval import CONCEPT, PUBLIC, SECRET


@pytest.fixture(name="concept")
def _concept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    for name in ("SDW_EDITION", "SDW_PUBLIC", "SDW_PREVIEW"):
        monkeypatch.delenv(name, raising=False)
    return world.make(tmp_path)


def told(label: str) -> str:
    with pytest.raises(UserError) as caught:
        editions.find(label)
    return str(caught.value).replace(label, "…")


def nothing(concept: Edition) -> None:
    """Not listed, found, or read by who holds it already; told of in the words for what never was."""
    assert [one.label for one in editions.every()] == [PUBLIC]
    assert editions.find().label == PUBLIC
    assert told(CONCEPT) == told("2031-nooit")
    for ask in (
        lambda: editions.query(concept, "edition_batches"),
        lambda: editions.read_whole(concept),
        lambda: editions.in_file(concept.path),
        lambda: figures.select(concept, "gestart"),
        lambda: figures.published(concept),
    ):
        with pytest.raises(UserError) as caught:
            ask()
        assert caught.value.key == "store.unknown_edition"


def test_a_visitor_gets_nothing_of_a_concept(concept: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    assert concept.is_concept
    nothing(concept)
    with access.as_steward():  # read once, so that every memory holds it
        assert figures.one(concept, "gestart", "AM05", "2025").value == SECRET
        assert editions.find() == concept
    nothing(concept)
    monkeypatch.setenv("SDW_EDITION", CONCEPT)
    with pytest.raises(UserError, match="bestaat niet"):
        editions.find()


def test_who_holds_a_link_reads_its_concept_and_no_other(concept: Edition) -> None:
    token = world.link()
    assert len(token) >= 43  # 256 bits in base64
    with access.shown(token):
        assert [one.label for one in editions.every()] == [CONCEPT, PUBLIC]
        assert editions.find(CONCEPT) == concept
        assert editions.find().label == PUBLIC  # what is newest stays what is public
        assert figures.one(concept, "gestart", "AM05", "2025").value == SECRET
    nothing(concept)
    for wrong in ("", token[:-1], token + "A", token.swapcase(), access.digest(token), "x" * 1000):
        with access.shown(wrong):
            nothing(concept)
    kept = "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in concept.path.parents[1].rglob("*")
        if path.is_file()
    )
    assert token not in kept and access.digest(token) in kept


def test_a_link_that_is_revoked_or_over_opens_nothing(concept: Edition) -> None:
    token, other = world.link(), world.link("voorzitter", "--days", "1")
    with access.shown(token):
        held = editions.find(CONCEPT)
        assert figures.select(held, "gestart")
        world.revoke("1")
        nothing(held)
    now = dt.datetime.now(dt.UTC)
    assert access.of(other, now + dt.timedelta(hours=23)) is not None
    assert access.of(other, now + dt.timedelta(hours=25)) is None
    assert world.run("withdraw", CONCEPT, "--text", "fout in de bron") == 0
    assert access.of(other, now) is None


def test_a_deployment_for_visitors_opens_no_concept_unless_it_is_chosen(
    concept: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = world.link()
    monkeypatch.setenv("SDW_PUBLIC", "1")
    with access.shown(token), access.as_steward():
        nothing(concept)
        monkeypatch.setenv("SDW_PREVIEW", "1")
        assert editions.find(CONCEPT) == concept
    with access.as_steward():
        nothing(concept)


def test_a_log_that_was_changed_opens_nothing(concept: Edition) -> None:
    token = world.link()
    path = log.path_of(CONCEPT)
    whole = path.read_text(encoding="utf-8")
    first, *rest = whole.splitlines(keepends=True)
    left_out = (whole.replace(first.strip(), "{}"), "".join(rest), rest[0] + first, first + first + "".join(rest))
    for changed in (whole.replace("databeheerder", "minister"), first.strip() + " \n" + "".join(rest), *left_out):
        assert changed != whole
        path.write_text(changed, encoding="utf-8")
        with access.shown(token):
            nothing(concept)
        with pytest.raises(UserError, match="veranderd"):
            log.append(CONCEPT, Event(dt.datetime.now(dt.UTC), "revoked", "wie"))
        path.write_text(whole, encoding="utf-8")
    with access.shown(token):
        assert editions.find(CONCEPT) == concept


def test_a_concept_that_is_copied_among_the_editions_shows_nothing(concept: Edition) -> None:
    there = concept.path.parents[1] / "editions" / concept.path.name
    shutil.copy(concept.path, there)
    nothing(concept)
    assert editions.broken() == []  # the foot of every page names those
    assert editions.refused() == []
    with access.as_steward():
        assert [one.key for one in editions.refused()] == ["store.not_public"]


@pytest.mark.parametrize("minutes", [-1, 1])
def test_a_record_lets_exactly_its_file_be_shown_from_its_moment(concept: Edition, minutes: int) -> None:
    moment = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes)
    there = release.publish(CONCEPT, moment, {})
    shown = [CONCEPT, PUBLIC] if minutes < 0 else [PUBLIC]
    assert [one.label for one in editions.every()] == shown
    if minutes > 0:
        assert told(CONCEPT) == told("2031-nooit")
        return
    assert figures.one(editions.find(CONCEPT), "gestart", "AM05", "2025").value == SECRET
    record = release.path_of(there)
    facts = json.loads(record.read_text(encoding="utf-8"))
    assert facts["sha256"] == seals.digest(there)
    for wrong in ({**facts, "sha256": "0" * 64}, {**facts, "public_from": "2026-12-03 09:30"}, [], {}):
        record.unlink()
        record.write_text(json.dumps(wrong), encoding="utf-8")
        assert told(CONCEPT) == told("2031-nooit")


def test_a_page_that_is_kept_for_all_tells_nothing_of_a_concept_that_its_reader_may_see(concept: Edition) -> None:
    """A page that a holder made is kept for everybody: it says the same to who may not read the concept."""
    token = world.link()
    (concept.path.parents[1] / "agreement.toml").unlink()
    newer = publish.publish("2026-winter")
    before = [one.label for one in editions.every()]
    assert before == ["2026-winter", PUBLIC]
    view = View(newer, "gestart", "2025")
    with access.shown(token):
        assert [one.label for one in editions.every()] == ["2026-winter", CONCEPT, PUBLIC]
        told = plain.page(overview.page(view, dt.date(2026, 11, 28)))
    assert told == plain.page(overview.page(view, dt.date(2026, 11, 28)))
    assert CONCEPT not in told


def test_no_room_of_the_public_wing_can_ask_as_the_steward() -> None:
    found = [
        path.name
        for path in (Path(editions.__file__).parents[1] / "dissemination").rglob("*.py")
        if "as_steward" in path.read_text(encoding="utf-8")
    ]
    assert found == []
