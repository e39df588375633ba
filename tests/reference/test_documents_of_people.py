"""Documents that a person edits: what is wrong is told with its path, what is there, and what may be there."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sdw.reference import decoding, delivery, plan, tables
from sdw.text.errors import UserError
from tests import ROOT


def _without(document: dict[str, Any]) -> None:
    del document["decision"]["owner"]


def _misspelt(document: dict[str, Any]) -> None:
    document["decision"]["treshold"] = 10


def _as_text(document: dict[str, Any]) -> None:
    document["table"][1]["regions"] = "ja"


def _quoted_day(document: dict[str, Any]) -> None:
    document["decision"]["decided"] = "2026-11-22"


def _other_kind(document: dict[str, Any]) -> None:
    document["outcomes"][0]["cohorts"] = "jaar"


def _half(document: dict[str, Any]) -> None:
    document["protection"]["trajecten"]["base"] = 2.5


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            _without,
            "data/publication_plan.toml, bij decision: ‘owner’ ontbreekt. Hier horen: threshold, rate_minimum",
        ),
        (_misspelt, "bij decision: ‘treshold’ ken ik niet. Bekend zijn hier: threshold, rate_minimum"),
        (_as_text, "bij table[1].regions: hier hoort true of false, er staat tekst tussen aanhalingstekens"),
        (_quoted_day, "bij decision.decided: hier hoort een datum zonder aanhalingstekens, zoals 2027-02-15"),
        (_other_kind, "bij outcomes[0].cohorts: dit kan niet"),
        (_half, "bij protection[...].base: hier hoort een geheel getal, er staat een getal met een komma"),
    ],
)
def test_a_plan_is_refused_with_the_path_of_what_is_wrong(
    change: Callable[[dict[str, Any]], None], told: str
) -> None:
    document = copy.deepcopy(tables.document("publication_plan.toml"))
    change(document)
    with pytest.raises(UserError) as refused:
        plan.read(document)
    assert told in str(refused.value)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`delivery.toml` as it ships, in a folder of its own."""
    path = tmp_path / "delivery.toml"
    path.write_bytes((ROOT / "data" / "delivery.toml").read_bytes())
    monkeypatch.setattr(tables, "DATA", tmp_path)
    return path


def test_what_ships_is_read(shipped: Path) -> None:
    assert delivery.current().deadline is None
    shipped.write_text(shipped.read_text(encoding="utf-8").replace('deadline = ""', "deadline = 2027-02-15"))
    assert str(delivery.current().deadline) == "2027-02-15"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('contact = ""', "contact = ", "data/delivery.toml is niet te lezen: Invalid value (at line 5"),
        (
            'contact = ""',
            "contact = 3",
            "bij contact: hier hoort tekst tussen aanhalingstekens, er staat een geheel",
        ),
        ('contact = ""', "", "data/delivery.toml: ‘contact’ ontbreekt. Hier horen: channel, contact, deadline"),
        ('deadline = ""', "deadline = 2027-02-15T09:00:00", "is 'deadline' geen datum"),
    ],
)
def test_a_setting_is_refused_with_its_name(shipped: Path, before: str, after: str, told: str) -> None:
    text = shipped.read_text(encoding="utf-8")
    shipped.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        delivery.current()
    assert told in str(refused.value)


def test_text_that_is_no_utf8_is_refused(shipped: Path) -> None:
    shipped.write_bytes(shipped.read_bytes() + b"# caf\xe9\n")
    with pytest.raises(UserError, match="sla het op als UTF-8"):
        decoding.document("delivery.toml", delivery._Document)
