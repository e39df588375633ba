"""The plan chooses one way to protect figures, and says so when it contradicts itself."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from sdw.reference import plan, tables
from sdw.text.errors import UserError


def document(rounding: int, trajecten: dict[str, object] | None = None, **more: object) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(dict(tables.document("publication_plan.toml")))
    found["decision"] = found["decision"] | {"rounding": rounding}
    found["protection"] = ({"trajecten": trajecten} if trajecten else {}) | more
    return found


def test_as_shipped_nothing_is_rounded() -> None:
    assert plan.current().rounding == 0


@pytest.mark.parametrize(
    ("rounding", "trajecten", "base"),
    [
        (5, None, 5),
        (5, {"protection": "rounding"}, 5),
        (0, {"protection": "rounding", "base": 10}, 10),
        (0, {"protection": "suppression"}, 0),
        (0, None, 0),
    ],
)
def test_the_base_is_of_the_decision_or_of_the_dataset(
    rounding: int, trajecten: dict[str, object] | None, base: int
) -> None:
    assert plan.read(document(rounding, trajecten)).rounding == base


@pytest.mark.parametrize(
    ("rounding", "trajecten", "sentence"),
    [
        (5, {"protection": "suppression"}, "Kies één van beide"),
        (0, {"protection": "suppression", "base": 5}, "Kies één van beide"),
        (0, {"protection": "rounding"}, "zegt niet waarop"),
        (5, {"protection": "rounding", "base": 10}, "twee getallen"),
        (2, {"protection": "rounding"}, "Kies 3 of hoger"),
        (0, {"protection": "weglaten"}, "suppression, rounding"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(
    rounding: int, trajecten: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        plan.read(document(rounding, trajecten))


def test_outcomes_are_never_rounded_and_unknown_datasets_are_named() -> None:
    with pytest.raises(UserError, match="uitkomsten worden altijd afgeschermd"):
        plan.read(document(5, uitkomsten={"protection": "rounding"}))
    with pytest.raises(UserError, match="trajecten, uitkomsten"):
        plan.read(document(5, verzuim={"protection": "rounding"}))


def test_tables_that_add_up_in_each_other_are_protected_alike() -> None:
    mixed = document(5)
    mixed["table"] = [mixed["table"][0] | {"protection": "suppression"}, *mixed["table"][1:]]
    with pytest.raises(UserError, match="regio-periode anders dan de rest"):
        plan.read(mixed)
