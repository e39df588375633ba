"""A list of facts goes through the importer: checked, a batch, undone as a whole, and into the edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.dissemination.figures.standing import facts
from sdw.edition import editions
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.store import private
from sdw.reference.documents.regional_facts import COLUMNS
from tests import ROOT
from tests.worlds.edition import real, store_at

SHIPPED = ROOT / "data" / "regional" / "known_facts.csv"
GOOD = {
    "id": "proef",
    "region": "AM05",
    "topic": "mgn",
    "statement": "Er is een netwerk",
    "shown": "",
    "unit": "",
    "period": "2025",
    "population": "Twente",
    "source": "een openbare pagina",
    "url": "https://voorbeeld.nl/",
    "certainty": "hoog",
    "note": "",
}


def written(folder: Path, *facts: dict[str, str]) -> Path:
    path = folder / "feiten.csv"
    lines = [";".join(COLUMNS), *(";".join(fact[name] for name in COLUMNS) for fact in facts)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_in_undone_and_published(tmp_path: Path) -> None:
    with store_at(tmp_path):
        real()
        taken = import_file.import_file(SHIPPED)
        assert taken.ok and taken.accepted is not None and taken.accepted.rows == 38
        first = taken.accepted.batch_id
        again = import_file.import_file(SHIPPED)
        assert again.ok and again.accepted is not None and again.accepted.batch_id is None
        newer = import_file.import_file(written(tmp_path, GOOD))
        assert newer.accepted is not None and newer.accepted.batch_id is not None
        publish.publish("2026-een")
        assert [one.id for one in facts.every(editions.find("2026-een"))] == ["proef"]
        assert publish.is_made_again(editions.find("2026-een"))
        with private.writer() as connection, pytest.raises(Exception, match=str(first)):
            private.undo(connection, first or 0)
        with private.writer() as connection:
            private.undo(connection, newer.accepted.batch_id)
            private.read_whole(connection, private.FILE)
        publish.publish("2026-twee")
        assert len(facts.every(editions.find("2026-twee"))) == 38
        with private.writer() as connection:
            private.undo(connection, first or 0)
        publish.publish("2026-drie")
        assert not editions.find("2026-drie").holds("fact")
        assert [one.id for one in facts.every(editions.find("2026-een"))] == ["proef"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"region": "AM04"}, "noemt geen regio"),
        ({"certainty": "laag"}, "hoe zeker"),
        ({"source": ""}, "kolom source leeg"),
        ({"url": "http://voorbeeld.nl/"}, "https://"),
        ({"statement": "a" * 601}, "langer dan 600"),
        ({"statement": "een; twee"}, "13 cellen"),
        ({"note": "bel jan@voorbeeld.nl"}, "over een persoon"),
    ],
)
def test_what_is_not_right_refuses_the_list(tmp_path: Path, change: dict[str, str], said: str) -> None:
    with store_at(tmp_path):
        receipt = import_file.import_file(written(tmp_path, GOOD | change))
        assert not receipt.ok and said in " ".join(receipt.lines)
        assert "Er is niets opgeslagen" in " ".join(receipt.lines)


def test_one_code_for_two_facts_is_refused(tmp_path: Path) -> None:
    with store_at(tmp_path):
        receipt = import_file.import_file(written(tmp_path, GOOD, GOOD))
        assert not receipt.ok and "twee keer" in " ".join(receipt.lines)
