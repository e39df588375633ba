"""Who holds a link can look as on a moment: at what will be public then, on that day. Nobody else can."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.dissemination.ui.server import visitor
from sdw.edition import editions
from sdw.edition.approval import access
from tests.worlds import approval as world
from tests.worlds.approval import CONCEPT, PUBLIC

BEFORE, AFTER = (dt.datetime(2099, 12, 3, 8, minute, tzinfo=dt.UTC) for minute in (29, 30))


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    for name in ("SDW_EDITION", "SDW_PUBLIC", "SDW_PREVIEW"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(command_line, "_compare", lambda *_: ())
    world.make(tmp_path)


def test_the_holder_sees_what_is_newest_at_that_moment_and_its_day() -> None:
    world.conclude()
    token = world.link("voorzitter")
    assert world.run("open", CONCEPT, "--at", "3-12-2099 9.30") == 0
    with access.shown(token):
        assert editions.find().label == PUBLIC and access.moment() is None
    with access.shown(token, BEFORE):
        assert editions.find().label == PUBLIC and access.today() == dt.date(2099, 12, 3)
    with access.shown(token, AFTER):
        assert editions.find().label == CONCEPT
    with access.shown(token, AFTER.replace(hour=23)):
        assert access.today() == dt.date(2099, 12, 4)  # in the Netherlands


def test_where_no_moment_is_chosen_yet_it_is_out_at_any() -> None:
    token = world.link("voorzitter")
    with access.shown(token, BEFORE):
        assert editions.find().label == CONCEPT


def test_a_visitor_looks_as_on_no_moment() -> None:
    now = access.today()
    for token in ("", "wie dan ook"):
        with access.shown(token, AFTER):
            assert editions.find().label == PUBLIC
            assert access.moment() is None and access.today() == now


@pytest.mark.parametrize("text", ["", "morgen", "2026-12-03", "2026-13-03T09:30", "2026-12-03T09:30:00Z", "x" * 99])
def test_what_is_no_moment_is_now(text: str) -> None:
    assert visitor.read(text) is None


def test_a_moment_is_in_the_time_of_the_netherlands() -> None:
    found = visitor.read("2099-12-03T09:30")
    assert found is not None and found.astimezone(dt.UTC) == AFTER
