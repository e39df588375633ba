"""What docs/privacy.md says of what comes in, what is kept, and what appears."""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path

import pytest

from sdw.edition import figures, paths
from sdw.indicators import catalogue as indicators
from sdw.indicators.model import TOTAL
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.store import backups, private
from sdw.reference import plan
from sdw.reference.datasets import catalogue
from sdw.text.errors import UserError
from tests import ROOT
from tests.worlds import edition as world
from tests.worlds import store
from tests.worlds.importers import csv

ACCOUNT = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
SPLIT_APPEARS = {"gestart", "duurzaam_geplaatst"}


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path / "store"))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def test_c6_what_comes_in_is_counts_by_region_period_method_and_group() -> None:
    dataset = catalogue.DATASETS["trajecten"]
    assert {column.kind for column in dataset.columns} == {"region", "period", "method", "client_group"}
    counted = {"beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst"}
    assert {measure.id for measure in dataset.measures} == counted


def test_c6_the_delivered_file_itself_is_not_kept(tmp_path: Path) -> None:
    rows = ("Twente;2025-H1;ips;uwv;10;51;13;48;12", "Fryslân;2025-H1;ips;gemeente;10;52;13;49;12")
    path = tmp_path / "levering van Twente.csv"
    path.write_bytes(csv(*rows))
    assert import_file.import_file(path).ok
    with private.reader() as connection:
        (batch,) = private.batches(connection)
        ((digest,),) = connection.execute("SELECT sha256 FROM batch").fetchall()
    assert path.name in batch
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()
    kept = [one.read_bytes() for one in paths.folder().rglob("*") if one.is_file()]
    assert kept and all(row.encode() not in one for one in kept for row in rows)


def test_c6_backups_are_for_the_owner_alone() -> None:
    store.deliver(store.ledger("AM05", "2025", 10, 20, 5))
    made = backups.backup()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.backups_folder().stat().st_mode) == 0o700


def test_c6_by_method_and_group_only_starts_and_placements_appear(tmp_path: Path) -> None:
    found = world.build(tmp_path / "store")
    split, whole = set(), set()
    for indicator in indicators.ALL:
        measures = getattr(indicator.formula, "measures", ())
        if getattr(indicator.formula, "dataset", "") == "trajecten":
            for figure in figures.select(found, indicator.id):
                cut = figure.method != TOTAL or figure.client_group != TOTAL
                (split if cut else whole).update(measures)
    assert split == SPLIT_APPEARS
    assert whole > SPLIT_APPEARS


def test_c6_nothing_is_published_beside_an_older_edition_that_is_damaged() -> None:
    with world.store_at(paths.folder()):
        store.deliver(store.context(), dataset="context", origin="openbaar", name="context.csv")
        for region in ("AM01", "AM02", "AM03"):
            store.deliver(store.ledger(region, "2025-H1", 120, 64, 50, 21), name=f"{region}.csv")
        first = publish.publish("2025-a")
        whole = first.path.read_bytes()
        first.path.chmod(0o600)
        first.path.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(UserError, match="Er is niets gepubliceerd"):
            publish.publish("2025-b")
        first.path.write_bytes(whole)
        assert publish.publish("2025-b").label == "2025-b"


def test_c6_the_thresholds_of_the_account_are_those_of_the_plan() -> None:
    decided = plan.current()
    said = re.search(
        r"De drempel is (\d+) \(1 tot en met (\d+) afgeschermd\), percentages vanaf (\d+), afronding uit", ACCOUNT
    )
    assert said is not None
    assert [int(number) for number in said.groups()] == [
        decided.threshold,
        decided.threshold - 1,
        decided.rate_minimum,
    ]
    assert decided.rounding == 0
    assert f"Aantallen van 1 tot en met {decided.threshold - 1} worden niet getoond" in ACCOUNT
