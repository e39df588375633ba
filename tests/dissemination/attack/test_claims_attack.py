"""An answer tells nothing that published figures do not: who knows the formulas can make every one himself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sdw.dissemination.figures.claims import check, words
from sdw.dissemination.figures.claims.model import Verdict, Why
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from tests.worlds import claimed, ten
from tests.worlds import store as world
from tests.worlds.edition import real, store_at
from tests.worlds.shared import Shared

SMALL, PLACES = CODES[8], CODES[:5]
YEARS = ("2021", "2022", "2023", "2024", "2025")


def running(small: int) -> Edition:
    """Five whole years and half a year that runs; of one region each count is small and withheld.

    What it has more another has less, of which the starts are withheld with them: so all that is published is the
    same.
    """
    rows: list[world.Observation] = []
    for at, period in enumerate((*YEARS, "2026-H1")):
        for number, place in enumerate(PLACES):
            started = (40 + 9 * at + 2 * number) * (2 if period.isdecimal() else 1)
            fewer = started - (small if number == 0 else 0)
            rows += world.ledger(place, period, 200, fewer, fewer, started // 2)
        rows += world.ledger(SMALL, period, 60, small, small, 0)
    real()
    world.deliver(rows)
    return publish.publish("2026-najaar")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    folders: dict[int, Path] = {}

    def make(count: int) -> Path:
        if count not in folders:
            folders[count] = tmp_path_factory.mktemp(f"claims-{count}")
            with store_at(folders[count]):
                running(count)
        return folders[count]

    return make


def told(edition: Edition) -> list[tuple[object, ...]]:
    """Every answer in full, and in words."""
    found = []
    for claim in claimed.every():
        answer = check.answer(edition, claim)
        lines = words.told(edition, answer)
        found.append(
            (claim, answer.verdict, answer.why, answer.estimate, answer.n, answer.points, answer.ends, lines)
        )
    return found


def test_another_withheld_count_gives_the_same_answers(small: Callable[[int], Path]) -> None:
    """Three stores that differ in counts that nobody sees: every answer and every word is the same."""
    shown, found = [], []
    for count in (5, 7, 9):
        with store_at(small(count)):
            edition = editions.find()
            hidden = figures.one(edition, "gestart", SMALL, "2025")
            assert (hidden.value, hidden.status) == (None, Status.SUPPRESSED)
            assert figures.one(edition, "gestart", PLACES[0], "2025").value is None
            shown.append([(one.region, one.value, one.status) for one in figures.select(edition, "gestart")])
            found.append(told(edition))
    assert shown[0] == shown[1] == shown[2]
    assert found[0] == found[1] == found[2]
    of_small = [one for one in found[0] if getattr(one[0], "region", "") == SMALL]
    assert {one[1] for one in of_small} <= {Verdict.TOO_FEW, Verdict.UNCLEAR}
    assert any(one[2] is Why.WITHHELD for one in of_small)
    assert any(one[1] is Verdict.SUPPORTED for one in found[0]), "of the others there is something to say"


def test_another_published_count_gives_other_answers(small: Callable[[int], Path]) -> None:
    """The test above can fail: what is compared does depend on what is published."""
    with store_at(small(5)):
        before = told(editions.find())
    with store_at(small(30)):
        edition = editions.find()
        assert figures.one(edition, "gestart", SMALL, "2025").value == 30
        assert told(edition) != before


@pytest.mark.parametrize("name", ["shipped", "outcomes", *ten.NAMES])
def test_the_published_file_alone_gives_every_answer(shared: Shared, tmp_path: Path, name: str) -> None:
    """A reader with the file and the formulas, and without the store, gets the same, word for word."""
    with store_at(shared(name)):
        known = told(editions.find())
        shutil.copytree(shared(name) / "editions", tmp_path / "editions")
    assert not list(tmp_path.rglob("private*"))
    with store_at(tmp_path):
        assert told(editions.find()) == known
