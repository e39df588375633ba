"""What was stored once opens for ever: stores and editions of every earlier format, as they were written then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.dissemination.attack import attack
from sdw.dissemination.figures import corrections
from sdw.edition import editions, figures
from sdw.indicators import catalogue
from sdw.production.publishing import publish
from sdw.production.steward import verify
from sdw.production.store import backups, private
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests import GOLDEN
from tests.worlds.edition import store_at

FORMATS = GOLDEN / "formats"
OLD, NEW = "2026-voorjaar", "2026-najaar"
#: Format → figures shown and withheld in each of its editions; protection learned something between the two.
SHOWN = {1: (847, 629), 2: (767, 716)}


@pytest.fixture(scope="module", params=sorted(path.name for path in FORMATS.iterdir() if path.is_dir()))
def restored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("format")
    with store_at(folder):
        backups.restore(FORMATS / request.param / "store.zip")
        yield folder


def test_the_editions_open_and_show_what_they_showed(restored: Path) -> None:
    assert [edition.label for edition in editions.every()] == [NEW, OLD]
    for edition in editions.every():
        shown = [one for indicator in catalogue.ALL for one in figures.select(edition, indicator.id)]
        states = {state: sum(one.status is state for one in shown) for state in Status}
        assert (states[Status.VALUE], states[Status.SUPPRESSED]) == SHOWN[edition.format]
    (durable,) = figures.select(editions.find(OLD), "duurzaam_geplaatst", region="NL", period="2025", method="ips")[
        :1
    ]
    assert (durable.value, durable.coverage) == (126, "6/35")


def test_the_store_and_the_editions_verify(restored: Path) -> None:
    found = list(verify.verify())
    assert [one for one in found if not one.ok] == []
    assert len(found) == 3


def test_the_batches_are_still_there(restored: Path) -> None:
    with private.reader() as connection:
        assert [row[1] for row in private.batches(connection)] == [
            *("trajecten", "uitkomsten", "trajecten", "verzuim", "context")
        ]


def test_the_editions_can_be_compared(restored: Path) -> None:
    changed = corrections.between(editions.find(OLD), editions.find(NEW))
    durable = {
        one.now.region: (one.before.value, one.now.value)
        for one in changed
        if (one.now.indicator, one.now.period, one.now.method, one.now.client_group)
        == ("duurzaam_geplaatst", "2025", "totaal", "totaal")
    }
    assert durable == {"AM05": (42, 34), "NL": (201, 193)}  # eight placements fewer in one region
    assert corrections.previous(editions.find(NEW)) == editions.find(OLD)


def test_a_new_edition_is_protected_beside_them(restored: Path) -> None:
    edition = publish.publish("2027-voorjaar")
    assert edition.protected_beside == (NEW, OLD)
    found = attack.on(edition, [editions.find(NEW), editions.find(OLD)], sample=400)
    assert found.hidden > 0
    assert (found.pinned, found.narrow) == ([], [])


def test_a_region_is_called_as_it_was_then_where_the_edition_says_how(
    restored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = replace(regions.by_code("AM05"), name="Twente-Oost")
    monkeypatch.setitem(regions._BY_CODE, "AM05", renamed)
    for edition in editions.every():
        then = "Twente-Oost" if edition.format == 1 else "Twente"
        assert figures.place_of(edition, "AM05") == then
        assert figures.place_of(edition, "NL") == "Nederland"
        assert {one.place for one in figures.select(edition, "gestart", region="AM05")} == {then}
