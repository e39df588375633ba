"""The order of editions is a number that only grows: a clock that was set back changes nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sdw import __main__ as command_line
from sdw.dissemination.attack import attack
from sdw.dissemination.figures import corrections
from sdw.edition import editions, figures
from sdw.production.publishing import publish
from sdw.production.steward import verify
from tests.worlds import editions as files
from tests.worlds import store as world


class Clock(dt.datetime):
    """Stands still at a moment that a test chooses."""

    moment = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
        return cls.moment.astimezone(tz)


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path / "store"))
    monkeypatch.delenv("SDW_EDITION", raising=False)
    monkeypatch.setattr(dt, "datetime", Clock)


def published(label: str, started: int, moment: dt.datetime) -> editions.Edition:
    Clock.moment = moment
    world.deliver(world.ledger("AM05", "2025", 40, started, 30, 4))
    return publish.publish(label)


def test_e4_an_edition_published_with_the_clock_set_back_is_still_the_newest() -> None:
    first = published("2026-eerste", 97, dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC))
    second = published("2026-tweede", 98, dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC))
    third = published("2026-derde", 99, dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC))
    assert editions.every() == [third, second, first]
    assert editions.find() == third
    assert [corrections.previous(one) for one in (third, second, first)] == [second, first, None]
    assert third.protected_beside == ("2026-tweede", "2026-eerste")
    assert [one.value for one in figures.select(third, "gestart", region="AM05", period="2025", method="ips")] == [
        99
    ]
    assert all(one.ok for one in verify.verify())
    assert attack.on(first, [second, third]).pinned == []


def test_e4_editions_of_before_the_number_sort_before_by_their_date(tmp_path: Path) -> None:
    dates = {"2026-b": "2026-05-01T10:00:00+00:00", "2026-a": "2026-11-01T10:00:00+00:00"}
    old = {label: files.build(tmp_path / "store", [], label, published_at=date) for label, date in dates.items()}
    new = published("2026-c", 97, dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    assert new.fact("sequence") == "3"
    assert editions.every() == [new, old["2026-a"], old["2026-b"]]


def test_e4_the_steward_is_told_that_the_clock_is_behind(capsys: pytest.CaptureFixture[str]) -> None:
    published("2026-eerste", 97, dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC))
    Clock.moment = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
    assert command_line.main(["publish", "--label", "2026-tweede"]) == 0
    out, told = capsys.readouterr()
    assert out == "2026-tweede\n"
    assert "klok van deze computer loopt achter: uitgave 2026-eerste is al gepubliceerd op 22 november 2026" in told
    Clock.moment = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)
    assert command_line.main(["publish", "--label", "2026-derde"]) == 0
    assert "klok" not in capsys.readouterr().err
