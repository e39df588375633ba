"""After 31 December 2026: late deliveries, a final edition with its own label, an invented successor in data."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.ui.elements import edition_list
from sdw.edition import editions, figures
from sdw.production.publishing import publish
from sdw.production.store import private
from sdw.reference import tables
from sdw.reference.documents import covenant
from sdw.text.errors import UserError
from tests import ROOT
from tests.worlds import store
from tests.worlds.edition import store_at

LATE = dt.datetime(2027, 3, 1, 9, 0, tzinfo=dt.UTC)
SUCCESSOR = """
[[covenant]]
version = "2027-2030"
title = "Sterk door Werk 2027-2030 (verzonnen, voor een toets)"
source = "convenant-2024"
signed = "december 2026"
begins = {begins}
ends = 2030-12-31
final_label = "2030-slot"

[[covenant.partner]]
name = "Verzonnen partij"
role = ""

[[covenant.priority]]
number = 1
title = "Een verzonnen speerpunt"
meaning = "Om te zien of een opvolger alleen in data hoeft te staan."
"""


def with_successor(begins: str) -> str:
    """The shipped document with an invented version at the top."""
    text = (tables.DATA / "reference" / "covenant.toml").read_text(encoding="utf-8")
    return text.replace("[[covenant]]", SUCCESSOR.format(begins=begins) + "\n[[covenant]]", 1)


def test_a_successor_counts_from_its_first_day_on() -> None:
    versions = covenant.read(tomllib.loads(with_successor("2027-01-01")))
    assert [one.version for one in versions] == ["2027-2030", *(one.version for one in covenant.ALL)]
    for day, version in ((dt.date(2026, 12, 31), "2024-2026"), (dt.date(2027, 1, 1), "2027-2030")):
        assert covenant.at(day, versions).version == version
    assert covenant.at(dt.date(2027, 1, 1), covenant.ALL).version == "2024-2026", "without one the last goes on"


def test_which_covenant_has_ended() -> None:
    versions = covenant.read(tomllib.loads(with_successor("2027-01-01")))
    assert covenant.ended(dt.date(2026, 12, 31), versions) is None
    for day, label in ((dt.date(2027, 1, 1), "2026-slot"), (dt.date(2031, 1, 1), "2030-slot")):
        found = covenant.ended(day, versions)
        assert found is not None and found.final_label == label


#: What a copy of the product says when its data hold a successor that has begun.
_ASKED = """
import datetime as dt
from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.exports.standing import sheet
from sdw.dissemination.ui.pages.methodology import methodology
from sdw.reference.datasets import states
print(progress.days_left(dt.date(2030, 12, 1)))
print(sheet._lines(states.SPEERPUNTEN, None))
print(plain.page(Page("", (methodology.national_targets(),))))
"""


def test_it_is_declared_in_data_and_no_code_changes(tmp_path: Path) -> None:
    for name in ("sdw", "data"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data" / "reference" / "covenant.toml").write_text(with_successor("2026-01-01"), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", _ASKED], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    first, sheet, *page = done.stdout.splitlines()
    assert "2027-2030" in first and "31 december 2030" in first
    assert sheet == "[{'covenant': '2027-2030', 'priority': 1}]"
    told = "\n".join(page)
    assert all(f"Convenant {version}" in told for version in ("2027-2030", "2024-2026", "2021-2024"))
    assert "1. Een verzonnen speerpunt" in told


def test_a_late_delivery_comes_into_a_final_edition_with_its_own_label(tmp_path: Path) -> None:
    with store_at(tmp_path / "store"):
        for region in ("AM01", "AM02", "AM03"):
            store.deliver(store.ledger(region, "2026-H2", 120, 64, 50, 21), name=f"{region}.csv")
        with pytest.raises(UserError, match="31 december 2026"):
            publish.publish(is_final=True, at=dt.datetime(2026, 12, 31, tzinfo=dt.UTC))
        publish.publish("2026-najaar", at=dt.datetime(2026, 12, 31, tzinfo=dt.UTC))
        late = store.deliver(store.ledger("AM05", "2026-H2", 130, 70, 50, 22), name="te-laat.csv")
        assert late.batch_id is not None
        final = publish.publish(is_final=True, at=LATE)
        assert (final.label, final.fact("final_of")) == ("2026-slot", "2024-2026")
        (started,) = figures.select(final, "gestart", region="AM05", period="2026-H2", method="totaal")[:1]
        assert started.value == 70
        text = plain.page(Page("", (edition_list.listed(tuple(editions.every()), final),)))
        assert "2026-slot (slotuitgave van convenant 2024-2026)" in text
        assert "2026-najaar (slotuitgave" not in text
        assert publish.publish(is_final=True, at=LATE).label == "2026-slot-2", "a label in use is never used again"
        with private.reader() as connection:
            assert len(private.batches(connection)) == 4
