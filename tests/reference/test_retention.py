"""How long deliveries are kept: declared with owner and date, and what is past its term is listed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sdw.production.steward.deliverers import erase
from sdw.reference import tables
from sdw.reference.documents import retention
from sdw.text.errors import UserError
from tests.worlds import states, store
from tests.worlds.edition import store_at


def test_the_term_has_an_owner_and_a_date() -> None:
    found = retention.current()
    assert found.owner and found.decided and found.years >= 1
    assert found.last_day("2025-H1") == dt.date(2025 + found.years, 6, 30)


@pytest.mark.parametrize("wrong", ["years = 0", 'owner = " "'])
def test_a_term_without_years_or_owner_is_refused(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = wrong.split(" ")[0]
    lines = [
        wrong if line.startswith(name) else line
        for line in (tables.DATA / "retention.toml").read_text(encoding="utf-8").splitlines()
    ]
    (tmp_path / "retention.toml").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(UserError, match="eigenaar"):
        retention.current()


def test_what_is_past_its_term_is_listed_the_oldest_first(tmp_path: Path) -> None:
    with store_at(tmp_path / "store"):
        store.deliver(store.ledger("AM01", "2022-H2", 100, 60, 50, 20))
        store.deliver(store.ledger("AM01", "2021", 100, 60, 50, 20) + store.ledger("AM02", "2021", 9, 9, 9))
        store.deliver(store.ledger("AM01", "2024", 100, 60, 50, 20))
        store.deliver(store.context(), dataset="context", origin="openbaar")
        states.deliver(states.borging("AM05", "mgn", "loopt", dt.date(2022, 10, 1)))
        years = retention.current().years
        day = dt.date(2022 + years, 12, 31)
        assert [row[0] for row in erase.past_term(day)] == [2]
        assert [row[0] for row in erase.past_term(day + dt.timedelta(days=1))] == [2, 1, 5]
